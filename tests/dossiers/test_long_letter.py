"""A letter to both Chambers with four signatories, footnotes and ten pages."""

from pathlib import Path

import pytest

from pmg_docs.app.build import build
from pmg_docs.workspace.folder import Workspace
from tests.builders.folder import write_tree
from tests.builders.outputs import READ, output_text, pdf_pages, squeezed

ENDINGS = (*READ, "odt")

OFFICES = {
    "een": ("A.B. de Vries-van den Boogaard-Ĳsselstein", "Minister van Algemene Zaken"),
    "twee": ("C. Şahin", "Minister voor Klimaat en Groene Groei en Volkshuisvesting"),
    "drie": ("D.E.F. ’t Hooft", "Staatssecretaris van Financiën"),
    "vier": ("G. Ó Briain", "Minister van Onderwijs, Cultuur en Wetenschap"),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("lang")
    people = "\n".join(f"  {n}: {{persoon: {{naam: {name}, ambt: '{office}'}}}}"
                       for n, (name, office) in OFFICES.items())  # fmt: skip
    chapters = "\n\n".join(
        f"## {n}. Hoofdstuk\n\n" + f"{{{{ Mijn }}}} plan kost {{{{ bedrag }}}}[^{n}] en gaat "
        "over veel dat hier wordt uitgelegd. " * 60 + f"\n\n[^{n}]: Noot bij {{{{ bedrag }}}}."
        for n in range(1, 13)
    )
    write_tree(root, {
        "letters/proef/feiten.yaml":
            f"stijl: rijk\nfeiten:\n  bedrag: {{bedrag: 9876543210}}\n{people}\n",
        "letters/proef/kamerbrief.md":
            "---\nsoort: kamerbrief\naan: [Tweede Kamer, Eerste Kamer]\ndatum: 2026-02-03\n"
            "onderwerp: Een lange brief\nkenmerk: 2026-0000000001\n"
            f"ondertekenaars: [{', '.join('=' + n for n in OFFICES)}]\n---\n\n{chapters}\n",
    })  # fmt: skip
    assert build(Workspace.at(root), formats=ENDINGS).findings == ()
    return root / "build/proef"


def test_it_runs_over_ten_pages_that_each_carry_kenmerk_and_date(folder: Path):
    pages = pdf_pages(folder / "kamerbrief.pdf")

    assert len(pages) >= 10
    for page in pages:
        assert squeezed("2026-0000000001") in squeezed(page)
        assert squeezed("3 februari 2026") in squeezed(page)


@pytest.mark.parametrize("ending", ENDINGS)
def test_both_chambers_and_all_signatories_stand_in_it_in_order(folder: Path, ending: str):
    found = squeezed(output_text(folder / f"kamerbrief.{ending}"))

    position = 0
    for words in ("Voorzitter van de Tweede Kamer", "Voorzitter van de Eerste Kamer",
                  "Geachte voorzitter,", "Onze plan kost € 9.876.543.210", "Hoogachtend,",
                  *(name for name, _ in OFFICES.values())):  # fmt: skip
        position = found.index(squeezed(words), position)
