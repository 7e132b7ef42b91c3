from pathlib import Path

import pytest

from pmg_docs.app.build import build
from pmg_docs.app.new.dossier import new_dossier
from pmg_docs.facts.reading import read_facts
from pmg_docs.model.errors import Refused
from pmg_docs.workspace.folder import Workspace


def test_a_new_dossier_in_an_empty_folder_builds_at_once(tmp_path: Path):
    new_dossier(tmp_path, "proef")

    assert build(Workspace.find(tmp_path)).findings == ()


def test_a_new_dossier_joins_the_workspace_around_it(tmp_path: Path):
    (tmp_path / "letters/oud").mkdir(parents=True)

    folder, _ = new_dossier(tmp_path / "letters/oud", "nieuw")

    assert folder == tmp_path / "letters/nieuw"


def test_a_new_dossier_takes_the_programme_and_style_that_are_given(tmp_path: Path):
    new_dossier(tmp_path, "proef", programme="Zorg: 's nachts & <thuis>", style="jenv")

    facts, _ = read_facts(Workspace.find(tmp_path), "proef")
    assert (facts.programme, facts.style) == ("Zorg: 's nachts & <thuis>", "jenv")
    assert build(Workspace.find(tmp_path), formats=["md"]).findings == ()
    assert "Zorg: 's nachts" in (tmp_path / "build/proef/nota.md").read_text()


def test_a_new_dossier_in_a_style_that_is_not_there_is_refused(tmp_path: Path):
    with pytest.raises(Refused) as caught:
        new_dossier(tmp_path, "proef", style="jenvv")

    assert caught.value.findings[0].code == "PMG132"
    assert not (tmp_path / "letters").exists()


def test_an_existing_dossier_is_left_alone(tmp_path: Path):
    folder, _ = new_dossier(tmp_path, "proef")
    (folder / "nota.md").write_text("eigen werk")

    with pytest.raises(Refused) as caught:
        new_dossier(tmp_path, "proef")

    assert caught.value.findings[0].code == "PMG162"
    assert (folder / "nota.md").read_text() == "eigen werk"


@pytest.mark.parametrize("name", ["", "x" * 300, "../weg", "Met Spaties", "_gedeeld", "/etc", "é"])
def test_a_name_that_is_no_folder_name_is_refused(tmp_path: Path, name: str):
    with pytest.raises(Refused):
        new_dossier(tmp_path, name)
