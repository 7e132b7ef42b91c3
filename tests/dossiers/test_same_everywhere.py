"""Every output of both dossiers says what the facts say: read by a reader of this test's own."""

import re
import shutil
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from pmg_docs.app.build import build
from pmg_docs.app.dossier import read_dossier
from pmg_docs.model.document import FactText, Text
from pmg_docs.workspace.folder import Workspace
from tests.builders.outputs import output_text, squeezed

ROOT = Path(__file__).parents[2]
D23, D24 = "pmg-2023-uitbreiding", "pmg-2024-flexibele-uitvraag"
LETTERS = [
    (D24, "nota"), (D24, "kamerbrief"), (D24, "persbericht"),
    (D23, "kamerbrief"), (D23, "persbericht"), (D23, "voortgangsrapportage"),
]  # fmt: skip
AMOUNTS = {D23: {60_000_000, 143_000_000}, D24: {500_000, 10_000_000, 30_000_000}}
COUNTS = {D23: {15, 4, 8, 27}, D24: {20, 27}}
DATES = {D23: {"22 mei 2023", "1 juli 2022"}, D24: {"4 april 2024", "7 juli 2023", "3 april 2024"}}
EIGHT = "Almere,Enschede,’s-Hertogenbosch,Nijmegen,Helmond,Venlo,Sittard-GeleenenMaastricht"

_AMOUNT = re.compile(
    r"€ ?([0-9.]+(?:,[0-9]+)?)(?:,-)?( miljoen| miljard)?"
    r"|([0-9.]+(?:,[0-9]+)?)( miljoen| miljard)? euro"
)
_COUNT = re.compile(r"(?<![0-9.,])([0-9]+) (?:andere |nieuwe )?gemeenten")
_DATE = re.compile(
    r"[0-9]{1,2} (?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november"
    r"|december) [0-9]{4}"
)
_SCALE = {"": 1, " miljoen": 10**6, " miljard": 10**9, None: 1}


def amounts(text: str) -> Iterator[int]:
    for found in _AMOUNT.finditer(text):
        figure = (found[1] or found[3]).replace(".", "").replace(",", ".")
        yield int(Decimal(figure.rstrip(".")) * _SCALE[found[2] or found[4]])


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("overal")
    for name in (D23, D24, "_gedeeld"):
        shutil.copytree(ROOT / "letters" / name, root / "letters" / name)
    build(Workspace.at(root))
    build(Workspace.at(root), formats=["odt"])
    return root / "build"


@pytest.fixture(scope="module")
def texts(folder: Path) -> dict[tuple[str, str, str], str]:
    return {
        (path.parent.name, path.stem, path.suffix): output_text(path)
        for path in sorted(folder.rglob("*"))
        if path.suffix in {".docx", ".odt", ".pdf", ".html", ".md", ".txt"}
    }


def of_letter(texts: dict[tuple[str, str, str], str], dossier: str, letter: str) -> dict[str, str]:
    found = {end: text for (d, name, end), text in texts.items() if (d, name) == (dossier, letter)}
    assert {".docx", ".odt", ".pdf", ".html", ".md"} <= set(found)
    return found


@pytest.mark.parametrize(("dossier", "letter"), LETTERS)
def test_every_amount_is_one_of_the_facts(
    texts: dict[tuple[str, str, str], str], dossier: str, letter: str
):
    for text in of_letter(texts, dossier, letter).values():
        found = set(amounts(text))
        assert found
        assert found <= AMOUNTS[dossier]


@pytest.mark.parametrize(("dossier", "letter"), LETTERS)
def test_every_count_of_municipalities_is_one_of_the_facts(
    texts: dict[tuple[str, str, str], str], dossier: str, letter: str
):
    for text in of_letter(texts, dossier, letter).values():
        found = {int(count) for count in _COUNT.findall(text)}
        assert found
        assert found <= COUNTS[dossier]


@pytest.mark.parametrize(("dossier", "letter"), LETTERS)
def test_every_date_is_one_of_the_facts_and_the_letter_has_its_own(
    texts: dict[tuple[str, str, str], str], dossier: str, letter: str
):
    for text in of_letter(texts, dossier, letter).values():
        found = set(_DATE.findall(text))
        assert {"22 mei 2023", "4 april 2024"} & found
        assert found <= DATES[dossier]


@pytest.mark.parametrize(("dossier", "letter"), LETTERS)
def test_all_formats_of_a_letter_hold_the_same_figures(
    texts: dict[tuple[str, str, str], str], dossier: str, letter: str
):
    found = {
        end: sorted(set(amounts(text)) | {int(c) for c in _COUNT.findall(text)})
        for end, text in of_letter(texts, dossier, letter).items()
    }
    assert len({tuple(figures) for figures in found.values()}) == 1


@pytest.mark.parametrize(
    ("dossier", "letter", "words"),
    [
        (D24, "kamerbrief", "De Minister van Justitie en Veiligheid,D. Yeşilgöz-Zegerius"),
        (D24, "kamerbrief", "In onze brief van 7 juli 2023"),
        (D24, "kamerbrief", "Kamerstukken II 2022/23, 28741, nr. 106"),
        (D23, "kamerbrief", "Mede namens de Minister voor Rechtsbescherming informeer ik u"),
        (D23, "kamerbrief", "Kamerstukken II 2021/22, 28741, nr. 86"),
        (D24, "persbericht", "minister Yeşilgöz-Zegerius van Justitie en Veiligheid"),
        (D24, "persbericht", "minister Weerwind voor Rechtsbescherming"),
        (D24, "persbericht", "Het gaat om: Almelo, Bergen op Zoom"),
        (D23, "persbericht", EIGHT),
        (D23, "kamerbrief", EIGHT),
        (D23, "voortgangsrapportage", EIGHT),
    ],
)
def test_names_and_citations_stand_in_every_format(
    texts: dict[tuple[str, str, str], str], dossier: str, letter: str, words: str
):
    for end, text in of_letter(texts, dossier, letter).items():
        if end in {".docx", ".odt"} and "D. Yeş" in words:
            assert squeezed("D. Yeşilgöz-Zegerius") in squeezed(text)
        else:
            assert squeezed(words) in squeezed(re.sub(r"\*\*|\[\^?\d+\]", "", text))


@pytest.mark.parametrize("ending", [".html", ".txt"])
def test_the_note_for_editors_stays_out_of_what_goes_on_the_website(
    texts: dict[tuple[str, str, str], str], ending: str
):
    assert "Noot voor de redactie" not in texts[D24, "persbericht", ending]
    assert "Noot voor de redactie" in texts[D24, "persbericht", ".docx"]


@pytest.mark.parametrize(("dossier", "letter"), LETTERS)
def test_no_letter_holds_a_figure_that_is_no_fact(dossier: str, letter: str):
    [draft] = read_dossier(Workspace.at(ROOT), dossier, [letter]).drafts

    literal = [i.text for i in draft.document.inlines() if isinstance(i, Text) and i.where]
    assert [text for text in literal if any(char.isdigit() for char in text)] == []
    assert any(isinstance(i, FactText) for i in draft.document.inlines())
