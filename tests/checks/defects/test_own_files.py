"""Files that pmg made have no defects, in any format that can be read."""

from pathlib import Path

import pytest

from pmg_docs.app.build import build
from pmg_docs.checks.defects import find_defects, recognise_type
from pmg_docs.facts.reading import read_facts
from pmg_docs.readers import read_text
from pmg_docs.workspace.folder import Workspace
from tests.builders.manuscript import ROOT, types

DOSSIERS = ("pmg-2023-uitbreiding", "pmg-2024-flexibele-uitvraag")

READ = (".docx", ".html", ".md", ".odt", ".pdf", ".txt")


@pytest.mark.parametrize("dossier", DOSSIERS)
def test_what_pmg_made_has_no_defects(tmp_path: Path, dossier: str):
    workspace = Workspace.at(ROOT)
    build(workspace, [dossier], [], [], tmp_path)
    facts, _ = read_facts(workspace, dossier)
    read = 0
    for path in sorted((tmp_path / dossier).iterdir()):
        if path.suffix not in READ:
            continue
        file = read_text(path.read_bytes(), path.name)
        kind = recognise_type(file, types())
        assert kind is not None or path.suffix == ".txt", path.name
        assert kind is None or kind.name == path.stem
        assert find_defects(file, facts, kind) == (), path.name
        read += 1
    assert read >= 10
