"""The page for a reviewer in a real browser: sound for everyone, and what looks at it bites."""

import base64
import hashlib
import shutil
from pathlib import Path

import pytest

from pmg_docs.app.review.page import PAGE, review
from pmg_docs.workspace.folder import Workspace
from tests.builders.folder import dossier, write_tree
from tests.builders.letters import second_ministry
from tests.builders.look import ROOT
from tests.builders.outputs import pdf_text
from tests.builders.review_page import commit
from tests.validators.reviewer import Looked, look_at

NOTA = "letters/pmg-2024-flexibele-uitvraag/nota.md"
FACTS = """
naam: {tekst: 'שלום עולם (B&W <Co>)'}
lang: {tekst: Rioolwaterzuiveringsinstallatievergunningaanvraagformulierbehandelingstermijn}
prijs: {bedrag: 500, toelichting: 'Zonder <btw> & meer'}
gat: {open: wanneer de Kamer "het" <hoort>}
geheim: {bedrag: 7, openbaar: nee}
uitgaven: {reeks: {2025: 60000000, 2026: 143000000}}
"""
BODY = """
Er zijn 25 scholen, en {{ naam }} met {{ lang }} krijgt {{ prijs }}. Nog open: {{ gat }}.

Vorig jaar waren het er 20. {# cijfer: 20, want het is een <citaat> #}

- een met {{ prijs }}[^1] en [een adres met {{ prijs }}](https://www.rijksoverheid.nl);
- twee: 3 miljoen euro.

{{ tabel(uitgaven) }}

[^1]: Noot met {{ prijs }}.
"""
RULES = "regels: [{code: R1, regel: prijs == geheim, uitleg: Dat < klopt & niet, ernst: fout}]\n"


def awkward(root: Path) -> Workspace:
    """Every mark that there is, changes since the last commit, and a letter that is none."""
    workspace = dossier(root, FACTS, f"Eerst dit.\n{BODY}", RULES)
    write_tree(root, {"letters/proef/stuk & <b>.md": "geen brief"})
    commit(root)
    path = root / "letters/proef/nota.md"
    path.write_text(path.read_text().replace("Eerst dit.", "").replace("Vorig", "Eerder, vorig"))
    return workspace


def real(root: Path) -> Workspace:
    """The letters of the repository, one of them changed since the last commit."""
    shutil.copytree(ROOT / "letters", root / "letters")
    commit(root)
    path = root / NOTA
    path.write_text(path.read_text().replace("Nadat de Kamer", "Zodra de Kamer"))
    return Workspace.at(root)


@pytest.fixture(scope="module")
def looked(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Looked]:
    root = tmp_path_factory.mktemp("nalezen")
    makers = {"vreemd": awkward, "echt": real, "ministerie": second_ministry}
    pages = {}
    for name, make in makers.items():
        (root / name).mkdir()
        workspace = make(root / name)
        pages[name] = review(workspace, workspace.dossiers()[-1:]).files[0]
    small = root / "klein"
    review(dossier(small, "prijs: {bedrag: 5}", "Het kost {{ prijs }}."), ["proef"])
    for name, source in faulty((small / "build/proef" / PAGE).read_text("utf-8")).items():
        pages[name] = small / f"{name}.html"
        pages[name].write_text(source, encoding="utf-8")
    found = look_at(list(pages.values()), root)
    return {name: found[page] for name, page in pages.items()}


def with_css(source: str, more: str) -> str:
    """A page with more in its sheet, which its policy allows."""
    start, end = source.index("<style>") + 7, source.index("</style>")
    old, new = source[start:end], source[start:end] + more
    old_digest, new_digest = (
        base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in (old, new)
    )
    return source.replace(old, new).replace(old_digest, new_digest)


def faulty(source: str) -> dict[str, str]:
    """A page with one fault each, by the words that must be said of it."""
    return {
        "console": source.replace("'use strict'", "'use  strict'"),
        "focus": source.replace('-kop" tabindex="-1">\n<h4', '-kop">\n<h4'),
        "color-contrast": with_css(source, ".feit dt { color: #aab !important; }"),
        "overflow": with_css(source, ".doc { min-width: 40rem; }"),
        "without script": with_css(source, "html:not(.js) .feit { display: none; }"),
    }


SOUND = ("vreemd", "echt", "ministerie")


@pytest.mark.parametrize("name", SOUND)
def test_the_page_is_sound_by_keyboard_and_to_axe(looked: dict[str, Looked], name: str):
    assert looked[name].findings == ()


@pytest.mark.parametrize(
    "name", ["console", "focus", "color-contrast", "overflow", "without script"]
)
def test_each_fault_is_found(looked: dict[str, Looked], name: str):
    assert any(name in finding for finding in looked[name].findings), looked[name].findings


@pytest.mark.parametrize("name", SOUND)
def test_paper_holds_the_sheet_to_sign_and_no_letter(looked: dict[str, Looked], name: str):
    printed = pdf_text(looked[name].paper)

    assert "Aftekenen" in printed
    assert "Handtekening" in printed
    assert "Kies een cijfer in de tekst" not in printed
    assert "Geadviseerd besluit" not in printed


def test_the_sheet_to_sign_of_a_real_dossier_takes_two_pages_at_most(looked: dict[str, Looked]):
    from pypdf import PdfReader

    assert len(PdfReader(looked["echt"].paper).pages) <= 2
