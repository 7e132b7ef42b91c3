"""A letter to both Chambers with four signatories, footnotes and ten pages."""

from pathlib import Path

import pytest

from pmg_docs.app.build import build
from tests.builders.letters import OFFICES, long_letter
from tests.builders.outputs import READ, output_text, pdf_pages, squeezed

ENDINGS = (*READ, "odt")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("lang")
    assert build(long_letter(root), formats=ENDINGS).findings == ()
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
