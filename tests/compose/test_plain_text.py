"""A text in which nothing runs is not compiled, and comes to the same blocks."""

from pathlib import Path

import jinja2
import pytest

from pmg_docs.app.dossier import read_dossier
from pmg_docs.model.document import Document
from pmg_docs.workspace.folder import Workspace
from tests.builders.folder import dossier

PLAIN = {
    "paragraphs": "Eerst dit.  \nDan dat.\n\nEn } of %} of #} ook.\n\n\n\nLaatste",
    "heading": "### Kop ##\n\nTekst.",
    "list": "- een\n    - twee\n- drie\n\nNog:\n\n1. vier\n2. vijf",
    "table": "| a | b |\n|---|---|\n| c | d |\n\nErna.",
    "note": "Zie de noot.[^1]\n\n[^1]: Een noot.",
    "quotation": "> Een\n> twee\n>\n> drie",
}


@pytest.mark.parametrize("body", PLAIN.values(), ids=PLAIN)
def test_a_text_says_the_same_at_the_same_place_without_being_compiled(
    tmp_path: Path, body: str, monkeypatch: pytest.MonkeyPatch
):
    place = dossier(tmp_path, "a: 1", body)
    with monkeypatch.context() as patch:
        patch.setattr(jinja2.Environment, "compile", None)
        plain = only_draft(place)
    letter = tmp_path / "letters/proef/nota.md"
    letter.write_text(f"{letter.read_text()}{{# zegt niets #}}\n")
    assert only_draft(place) == plain


def only_draft(place: Workspace) -> Document:
    (draft,) = read_dossier(place, "proef").drafts
    return draft.document
