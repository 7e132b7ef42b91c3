"""A file that nobody edited has no drift: a false alarm is the worst that can happen here."""

from collections.abc import Callable
from pathlib import Path

import pytest

from pmg_docs.app.dossier import read_dossier
from pmg_docs.workspace.folder import Workspace
from tests.builders import letters
from tests.builders.came_back import Made
from tests.builders.word_edits import saved_by_libreoffice, saved_by_python_docx
from tests.checks.drift.conftest import ROOT

OURS = [
    (dossier, letter.stem)
    for dossier in ("pmg-2023-uitbreiding", "pmg-2024-flexibele-uitvraag")
    for letter in sorted((ROOT / "letters" / dossier).glob("*.md"))
]
AWKWARD = [letters.hostile_facts, letters.second_ministry, letters.long_letter, letters.new_type]


@pytest.mark.parametrize(("dossier", "letter"), OURS)
def test_a_letter_of_ours_comes_back_as_it_was(dossier: str, letter: str, tmp_path: Path):
    made = Made.of(ROOT, dossier, letter)

    assert made.findings(made.data) == ()
    assert made.drift(made.data).is_clean
    assert made.findings(saved_by_python_docx(made.data)) == ()
    assert made.findings(saved_by_libreoffice(made.data, tmp_path, times=2)) == ()


@pytest.mark.parametrize("make", AWKWARD)
def test_an_awkward_letter_comes_back_as_it_was(make: Callable[[Path], Workspace], tmp_path: Path):
    workspace = make(tmp_path)
    dossier = next(name for name in workspace.dossiers() if not name.startswith("pmg"))
    letter = read_dossier(workspace, dossier).drafts[0].letter
    made = Made.of(tmp_path, dossier, letter)

    assert made.findings(made.data) == ()
    assert made.findings(saved_by_python_docx(made.data)) == ()
    assert made.findings(saved_by_libreoffice(made.data, tmp_path, times=2)) == ()
