"""A second ministry by folders alone: another style, kenmerk, labels, and very large facts."""

from pathlib import Path

import pytest

from pmg_docs.app.build import build
from pmg_docs.dutch.register import municipalities
from tests.builders.letters import second_ministry
from tests.builders.outputs import READ, output_text, pdf_pages, squeezed

ENDINGS = (*READ, "odt")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("ienw")
    assert build(second_ministry(root), formats=ENDINGS).findings == ()
    return root / "build/wegen"


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize(
    "words",
    [
        "Onze referentie IENW/BSK-2024/353709",
        "DG Water, Bodem & Klimaat (’s-Gravenhage)",
        "Directie R&D | Algemeen",
        "Hoofd R&D <intern>",
        "Water & Wegen in alle gemeenten",
        "€ 12.345.678.901,-",
        "€ 36.098.476,32",
        "€ 1,2 miljard",
        "342 gemeenten",
        "Aa en Hunze",
        "Helmond, Hendrik-Ido-Ambacht, Hengelo",
        "’s-Hertogenbosch",
        "en Zwolle",
        "1 januari 2026 tot 1 januari 2031",
        "| en * en < zijn tekst",
        "4.5 Strategie",
        "4.7 Communicatie",
        "4.8 Ontwikkelingen hiervoor",
        "31 december 2024",
        "ter informatie",
    ],
)
def test_awkward_names_and_large_numbers_stand_in_every_output(
    folder: Path, ending: str, words: str
):
    found = output_text(folder / f"nota.{ending}").replace("**", "")

    assert squeezed(words) in squeezed(found)


@pytest.mark.parametrize("ending", ENDINGS)
def test_all_342_municipalities_stand_in_order(folder: Path, ending: str):
    found = squeezed(output_text(folder / f"nota.{ending}"))
    names = [squeezed(m.name) for m in municipalities()]

    listed = ",".join(names[:-1]) + "en" + names[-1]
    if ending == "pdf":  # a page break lies in the list, with the frame of the next page in it
        position = 0
        for name in names:
            position = found.index(name, position) + len(name)
    else:
        assert listed in found


def test_each_page_carries_the_kenmerk_in_this_ministrys_form(folder: Path):
    for page in pdf_pages(folder / "nota.pdf"):
        assert squeezed("Onze referentie IENW/BSK-2024/353709") in squeezed(page)
