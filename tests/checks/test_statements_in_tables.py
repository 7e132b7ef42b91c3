"""Bare numbers in the cells of a table, understood by their heading, row and caption."""

import pytest

from pmg_docs.checks.statements import Verdict, knowledge_of, statements_of
from pmg_docs.checks.statements.cells import cell_sentences
from pmg_docs.readers import read_text
from tests.reading.scoring import facts_of

ABOUT = "Voor de flexibele uitvraag van Preventie met Gezag gelden deze bedragen:"
AGREES, CONTRADICTS = Verdict.AGREES, Verdict.CONTRADICTS


def _verdicts(text: str, dossier: str = "pmg-2024-flexibele-uitvraag") -> dict[str, Verdict]:
    """Of each cell that is judged to agree or contradict, by its words."""
    file = read_text(text.encode(), "tabel.md")
    found = statements_of(file, knowledge_of(facts_of(dossier)))
    return {
        one.judgement.said: one.judgement.verdict
        for one in found
        if "tabel" in one.passage.place and one.judgement.verdict is not Verdict.UNKNOWN
    }


def _table(*rows: str, above: str = ABOUT) -> str:
    head, *body = rows
    ruled = "|".join(["---"] * (head.count("|") - 1))
    return "\n".join((above, "", head, f"|{ruled}|", *body))


@pytest.mark.parametrize(
    ("heading", "right", "wrong"),
    [
        ("Bedrag per gemeente per jaar (x € 1.000)", "500", "5.000"),
        ("Bedrag per gemeente per jaar x 1.000 euro", "500", "50"),
        ("Bedrag per gemeente per jaar in euro's", "500.000", "50.000"),
        ("Bedrag per gemeente per jaar in euro’s", "500.000,-", "50.000,-"),
        ("Bedrag per gemeente per jaar (€)", "500.000", "5.000"),
        ("Bedrag per gemeente per jaar", "500.000", "300.000"),
        ("Bijdrage per jaar (in duizenden euro's)", "500", "5.000"),
        ("Bedrag per gemeente per jaar (x € 1 mln)", "0,5", "5"),
        ("Bedrag per gemeente per jaar (in € mln)", "0,5", "5"),
        ("Bedrag per gemeente per jaar", "€ 500.000", "€ 300.000"),
    ],
)
def test_a_unit_in_the_heading_holds_for_the_cells_below(heading: str, right: str, wrong: str):
    found = _verdicts(
        _table(f"| Gemeente | {heading} |", f"| Almelo | {right} |", f"| Gouda | {wrong} |")
    )
    assert found == {right: AGREES, wrong: CONTRADICTS}


def test_a_unit_in_the_caption_or_the_row_holds_as_well():
    caption = f"{ABOUT[:-1]} (x € 1.000)."
    rows = (
        "| Onderwerp | Bedrag |",
        "| Per gemeente per jaar | 500 |",
        "| Budget per jaar | 10.000 |",
    )
    assert _verdicts(_table(*rows, above=caption)) == {"500": AGREES, "10.000": AGREES}
    rows = (
        "| Onderwerp | Bedrag |",
        "| Budget per jaar (x € 1 mln) | 10 |",
        "| Totaal (in euro’s) | 30.000.000 |",
    )
    assert _verdicts(_table(*rows)) == {"10": AGREES, "30.000.000": AGREES}


def test_numbers_of_municipalities_are_judged_in_a_table():
    rows = (
        "| Onderwerp | 2022 | 2025 |",
        "| Uitgaven (x € 1 mln) | 60 | 153 |",
        "| Aantal gemeenten | 15 | 27 |",
    )
    found = _verdicts(
        _table(*rows, above="Cijfers van Preventie met Gezag"), "pmg-2023-uitbreiding"
    )
    assert found == {"60": AGREES, "153": CONTRADICTS, "15": AGREES}


@pytest.mark.parametrize(
    "rows",
    [
        ("| Gemeente | Inwoners |", "| Almelo | 74.000 |"),
        ("| Gemeente | Kosten zwembad (x € 1.000) |", "| Almelo | 750 |"),
        ("| Jaar | Uitbetaling (x € 1.000) |", "| 2024 | 5.000 |", "| 2027 | 5.000 |"),
        ("| Onderwerp | 2024 | 2025 |", "| Budget (x € 1.000) | 5.000 | 10.000 |"),
        ("| Gemeente | Bedrag |", "| Almelo | 12 |"),
        ("| Nummer | Bijlage |", "| 1 | 5 |"),
    ],
)
def test_what_a_table_says_of_something_else_contradicts_nothing(rows: tuple[str, ...]):
    assert CONTRADICTS not in _verdicts(_table(*rows)).values()


def test_a_large_table_takes_time_by_its_length_only():
    rows = [f"| Almelo | {number} |" for number in range(4000)]
    file = read_text(_table("| Gemeente | Bedrag (x € 1.000) |", *rows).encode(), "tabel.md")
    assert len(cell_sentences(file.passages)) == 4000


@pytest.mark.parametrize("unit", ["x ", "(x €", "in ", "1.000", "x 1 000 "])
def test_a_heading_that_never_ends_is_no_heading(unit: str):
    text = _table(f"| {unit * 20_000} |", "| 500 |")
    assert cell_sentences(read_text(text.encode(), "tabel.md").passages) == {} or unit == "1.000"


def test_a_cell_is_told_by_its_place_and_its_own_words():
    text = _table("| Gemeente | Bedrag per gemeente per jaar (x € 1.000) |", "| Almelo | 5.000 |")
    file = read_text(text.encode(), "tabel.md")
    statements = statements_of(file, knowledge_of(facts_of("pmg-2024-flexibele-uitvraag")))
    (wrong,) = [one for one in statements if one.judgement.verdict is CONTRADICTS]
    assert (wrong.sentence, wrong.judgement.start, wrong.judgement.end) == ("5.000", 0, 5)
    assert wrong.spot.startswith("tabel 1, rij 2, kolom 2")
