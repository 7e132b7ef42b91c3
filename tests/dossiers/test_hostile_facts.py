"""What stands in a fact appears in every output exactly as typed, whatever it looks like."""

import shutil
import unicodedata
from pathlib import Path

import pytest

from pmg_docs.app.build import build
from tests.builders.folder import dossier
from tests.builders.letters import TEXTS, hostile_facts
from tests.builders.outputs import READ, squeezed


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("vijandig")
    build(hostile_facts(root))
    return root / "build/proef"


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("ending", READ)
def test_a_fact_appears_exactly_as_typed(folder: Path, ending: str, name: str):
    found = squeezed(READ[ending](folder / f"nota.{ending}"))
    typed = squeezed(unicodedata.normalize("NFC", TEXTS[name]))

    assert found.count(f"Begin{typed}einde.") == 1
    assert found.count(typed) >= 2


@pytest.mark.parametrize("ending", READ)
def test_a_fact_in_the_frame_appears_exactly_as_typed(folder: Path, ending: str):
    found = squeezed(READ[ending](folder / f"nota.{ending}"))

    for name in ("html", "jinja", "marker", "word"):
        assert found.count(squeezed(TEXTS[name])) >= 3


def test_right_to_left_text_is_in_every_output(tmp_path: Path):
    build(dossier(tmp_path, "naam: {tekst: 'שלום עולם'}", "Begin {{ naam }} einde."))

    for ending in ("docx", "html", "md"):
        found = READ[ending](tmp_path / f"build/proef/nota.{ending}")
        assert "Begin שלום עולם einde." in found
    shutil.rmtree(tmp_path / "build")
