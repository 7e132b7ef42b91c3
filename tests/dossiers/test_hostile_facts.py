"""What stands in a fact appears in every output exactly as typed, whatever it looks like."""

import shutil
import unicodedata
from pathlib import Path

import pytest

from pmg_docs.app.build import build
from tests.builders.folder import dossier
from tests.builders.outputs import READ, squeezed

TEXTS = {
    "jinja": "{{ 7*7 }} en {% if %} en {# stil #}",
    "html": "<b>vet</b> & <script>alert(1)</script> &amp; &euro;",
    "markdown": "*x* _y_ `z` [a](b) ![c](d) # e [^1] ~~f~~ \\*",
    "strepen": "links | midden | rechts",
    "marker": "[[inhoud]]",
    "lijst": "1. geen lijst",
    "kop": "## geen kop",
    "turks": "Yeşilgöz ğ ĳ ’s-Gravenhage",
    "nfd": "Su\u0301dwest-Frysla\u0302n",
    "emoji": "klaar 😀",
    "word": "]]> <w:t>x</w:t> {{r x}} {%p if %}",
    "regel": "met\\nbackslash en C:\\pad",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("vijandig")
    facts = "\n".join(f"{name}: {{tekst: '{text}'}}" for name, text in TEXTS.items())
    lines = "\n".join(f"Begin {{{{ {name} }}}} einde.\n" for name in TEXTS)
    cells = "\n".join(f"| cel | {{{{ {name} }}}} |" for name in TEXTS)
    workspace = dossier(root, facts, f"{lines}\n\n| a | b |\n|---|---|\n{cells}\n")
    letter = root / "letters/proef/nota.md"
    letter.write_text(letter.read_text().replace("Een proef", "=html").replace(
        "aan: Minister van Proeven", "aan: [=jinja, =marker, =word]"))  # fmt: skip
    build(workspace)
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
