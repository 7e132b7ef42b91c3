import pytest

from pmg_docs.checks.drift.yaml_values import with_scalar, yaml_value


@pytest.mark.parametrize(
    ("kind", "said", "typed"),
    [
        ("bedrag", "€\u00a0550.000,-", "550000"),
        ("bedrag", "een half miljoen euro", None),
        ("bedrag", "€ 123.456.789.012,-", "123456789012"),
        ("bedrag", "€ 1.234,56", "1234,56"),
        ("bedrag", "550.00 euro", None),
        ("getal", "eenentwintig", "21"),
        ("percentage", "12,5%", "12,5"),
        ("datum", "5 april 2024", "2024-04-05"),
        ("datum", "31 april 2024", None),
        ("maand", "juli 2025", "2025-07"),
        ("periode", "juli 2024 tot juli 2028", "{van: 2024-07, tot: 2028-07}"),
        ("leeftijd", "8 tot en met 25 jaar", "{van: 8, tot_en_met: 25}"),
        ("leeftijd", "8 tot 25 jaar", "{van: 8, tot: 25}"),
        ("gemeenten", "Ede, Gilze en Rijen en ’s-Hertogenbosch",
         "[Ede, Gilze en Rijen, '’s-Hertogenbosch']"),
        ("tekst", "5300204", "'5300204'"),
        ("tekst", "B&W <Co>: 'zo'", "'B&W <Co>: ''zo'''"),
        ("tekst", "nee", "'nee'"),
        ("tekst", "Directie Stad", "Directie Stad"),
        ("cw31", "iets", None),
    ],
)  # fmt: skip
def test_words_become_the_value_that_would_be_typed(kind: str, said: str, typed: str | None):
    assert yaml_value(kind, said) == typed


@pytest.mark.parametrize(
    ("line", "column", "value", "typed"),
    [
        ("    bedrag: 500000", 13, "550000", "    bedrag: 550000"),
        ("  a: {bedrag: 500000, bron: x}", 15, "550000", "  a: {bedrag: 550000, bron: x}"),
        ("  a: {bedrag: 500000, bron: x}", 15, "1234,56", "  a: {bedrag: '1234,56', bron: x}"),
        ("    tekst: '5300203' # kenmerk", 12, "'5300204'", "    tekst: '5300204' # kenmerk"),
        ("  aantal: 20  # zie bron", 11, "21", "  aantal: 21  # zie bron"),
        ("kenmerk: A, B en C", 10, "'1'", "kenmerk: '1'"),
        ("    periode: {van: 2024-07, tot: 2027-07}", 14, "x", None),
        ("      van: 2024-07", 7, "x", None),
        ("  tekst: >-", 10, "x", None),
    ],
)
def test_a_value_is_put_in_its_line(line: str, column: int, value: str, typed: str | None):
    assert with_scalar(line, column, value) == typed
