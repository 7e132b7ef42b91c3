"""Counts, totals and words that round."""

from pathlib import Path

import pytest

from tests.builders.subject import told

LIST = "gemeenten: {gemeenten: [Almelo, Breda, Ede]}\n"
MONEY = """
gemeenten: {{gemeenten: [Almelo, Breda, Ede]}}
bijdrage: {{bedrag: 100000, per: [gemeente, jaar]}}
budget: {{bedrag: {budget}, per: [jaar]}}
totaal: {{bedrag: {total}}}
looptijd: {{periode: {{van: 2024-07, tot: 2026-07}}}}
"""


def money(budget: int = 300_000, total: int = 600_000) -> str:
    return MONEY.format(budget=budget, total=total)


WRONG_FACTS = {
    "een aantal": (LIST + "aantal_gemeenten: 4", "aantal_gemeenten is 4"),
    "een budget": (money(budget=310_000, total=620_000), "budget is € 310.000"),
    "een totaal": (money(total=700_000), "totaal is € 700.000"),
    "een reeks": (
        "uitgaven: {reeks: {2024: 10, 2025: 20}}\ntotaal_uitgaven: {bedrag: 31}", "samen € 30"),
}  # fmt: skip


@pytest.mark.parametrize("case", WRONG_FACTS)
def test_a_sum_that_does_not_come_out_is_told(tmp_path: Path, case: str):
    facts, words = WRONG_FACTS[case]

    [found] = told(tmp_path, facts, nota="Tekst.")

    assert found.code == "PMG297"
    assert words in found.message.replace("\u00a0", " ")
    assert found.where is not None
    assert found.where.file == "letters/proef/feiten.yaml"


RIGHT_FACTS = {
    "alles klopt": (money() + "aantal_gemeenten: 3", ""),
    "een regel weet meer": (
        money(budget=310_000, total=620_000),
        "regels: [{code: R1, regel: budget >= aantal(gemeenten) * bijdrage, uitleg: Genoeg}]\n",
    ),
    "een ander aantal": (LIST + "aantal_scholen: 4", ""),
    "geen budget": (LIST + "bijdrage: {bedrag: 5, per: [gemeente, jaar]}\n"
                    "kosten: {bedrag: 70, per: [jaar]}", ""),
    "twee lijsten": (money(budget=310_000, total=620_000) + "meer: {gemeenten: [Gouda]}", ""),
}  # fmt: skip


@pytest.mark.parametrize("case", RIGHT_FACTS)
def test_sums_that_come_out_or_cannot_be_told_are_left_alone(tmp_path: Path, case: str):
    facts, rest = RIGHT_FACTS[case]

    assert told(tmp_path, facts, rest, nota="Tekst.") == []


def table(*rows: tuple[str, str]) -> str:
    return "\n".join(["| Jaar | Bedrag |", "|---|---|", *(f"| {a} | {b} |" for a, b in rows)])


@pytest.mark.parametrize(
    ("rows", "codes"),
    [
        ((("2024", "€ 100"), ("2025", "€ 250"), ("Totaal", "€ 350")), []),
        ((("2024", "€ 100"), ("2025", "€ 250"), ("Totaal", "€ 360")), ["PMG297"]),
        ((("Almelo", "3"), ("Breda", "4"), ("Samen", "8")), ["PMG297"]),
        ((("2024", "€ 1,2 miljoen"), ("2025", "€ 1,2 miljoen"), ("Totaal", "€ 2,5 miljoen")), []),
        ((("2024", "€ 1,2 miljoen"), ("2025", "€ 1,2 miljoen"), ("Totaal", "€ 4 miljoen")),
         ["PMG297"]),
        ((("2024", "veel"), ("2025", "€ 250"), ("Totaal", "€ 360")), []),
        ((("2024", "€ 100"), ("2025", "€ 250"), ("2026", "€ 360")), []),
    ],
)  # fmt: skip
def test_the_total_of_a_typed_table(
    tmp_path: Path, rows: tuple[tuple[str, str], ...], codes: list[str]
):
    assert [f.code for f in told(tmp_path, nota=table(*rows))] == codes


AMOUNTS = """
geld: {bedrag: 10400000}
precies: {bedrag: 30000000}
"""


@pytest.mark.parametrize(
    "text",
    [
        "Er is bijna 10 miljoen euro.",
        "Er is bijna € 10 miljoen.",
        "Er is ruim 10,9 miljoen euro.",
        "Er is ruim € 30 miljoen.",
        "Er is ruim {{ precies | miljoen }}.",
        "Er is {{ geld }}, dus honderden miljoenen.",
    ],
)
def test_a_word_that_rounds_the_other_way_is_told(tmp_path: Path, text: str):
    assert {f.code for f in told(tmp_path, AMOUNTS, nota=text)} == {"PMG298"}


@pytest.mark.parametrize(
    "text",
    [
        "Er is ruim 10 miljoen euro.",
        "Er is bijna 11 miljoen euro.",
        "Er is meer dan € 10 miljoen.",
        "Er is circa 30 miljoen euro.",
        "Er is ruim 500 miljoen euro voor iets anders.",
        "Er is {{ geld | afgerond | miljoen }}, dus tientallen miljoenen.",
        "Elders gaan honderden miljoenen om.",
        "Ruim {{ geld | afgerond | miljoen }} is er.",
    ],
)
def test_a_word_that_rounds_right_is_left_alone(tmp_path: Path, text: str):
    assert told(tmp_path, AMOUNTS, nota=text) == []
