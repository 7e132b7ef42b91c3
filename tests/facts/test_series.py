from decimal import Decimal
from pathlib import Path

import pytest

from pmg_docs.model.place import Place
from pmg_docs.model.value import Distribution, Series
from tests.builders.facts import fact, refusal


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        (
            "{reeks: {2022: 60000000, 2025: -143}}",
            Series(((2022, Decimal(60000000)), (2025, Decimal(-143)))),
        ),
        (
            "{reeks: {2022: '1,5', 2023: 20}, eenheid: aantal}",
            Series(((2022, Decimal("1.5")), (2023, Decimal(20))), is_money=False),
        ),
        (
            "{reeks: {2022: 1, 2023: 2}, structureel_vanaf: 2023}",
            Series(((2022, Decimal(1)), (2023, Decimal(2))), structural_from=2023),
        ),
        (
            '{verdeling: {Venlo: 5, "\'s-Gravenhage": 7}}',
            Distribution((("Den Haag", Decimal(7)), ("Venlo", Decimal(5)))),
        ),
        (
            "{verdeling: {Venlo: 5, Assen: 7}, volgorde: zoals_gegeven}",
            Distribution((("Venlo", Decimal(5)), ("Assen", Decimal(7)))),
        ),
        (
            "{verdeling: {Politie: 5, Jeugdzorg: 7}, soort: vrij, eenheid: aantal}",
            Distribution(
                (("Politie", Decimal(5)), ("Jeugdzorg", Decimal(7))),
                is_money=False,
                is_by_municipality=False,
            ),
        ),
        (
            "{verdeling: {Politie: 5, Jeugdzorg: 7}, soort: vrij, volgorde: alfabetisch}",
            Distribution(
                (("Jeugdzorg", Decimal(7)), ("Politie", Decimal(5))), is_by_municipality=False
            ),
        ),
    ],
)
def test_figures_by_year_or_name_are_read(tmp_path: Path, typed: str, value: object):
    assert fact(tmp_path, typed).value == value


def test_the_place_of_a_share_is_known_by_the_name_that_is_shown(tmp_path: Path):
    places = fact(tmp_path, '{verdeling: {"\'s-Gravenhage": 7}}').places

    assert places["verdeling.Den Haag"] == Place("letters/proef/feiten.yaml", 3, 39)


@pytest.mark.parametrize(
    ("typed", "code", "at", "says"),
    [
        ("a: {reeks: {}}", "PMG213", "{}", "leeg"),
        ("a: {reeks: {22: 5}}", "PMG213", "22", "1900"),
        ("a: {reeks: {1899: 5}}", "PMG213", "1899", "1900"),
        ("a: {reeks: {2022/23: 5}}", "PMG213", "2022", "geen jaar"),
        ("a: {reeks: {2023: 5, 2022: 6}}", "PMG213", "2022", "vroeg naar laat"),
        ("a: {reeks: {2022: 5, 2022: 6}}", "PMG110", "2022: 6", "dubbel"),
        ("a: {reeks: {2022: 60.000}}", "PMG122", "60.000", "60000"),
        ("a: {reeks: {2022: 99999999999999}}", "PMG201", "99999999999999", "groter"),
        ("a: {reeks: {2022: '1,234'}}", "PMG201", "'1,234'", "twee cijfers"),
        ("a: {reeks: {2022: 5}, structureel_vanaf: 2021}", "PMG214", "2021", "2022"),
        ("a: {reeks: {2022: 5}, structureel_vanaf: 2023}", "PMG214", "2023", "2022"),
        ("a: {reeks: {2022: 5}, eenheid: fte}", "PMG113", "fte", "aantal"),
        ("a: {reeks: [2022, 5]}", "PMG113", "[2022", "naam: waarde"),
        ("a: {verdeling: {}}", "PMG215", "{}", "leeg"),
        ("a: {verdeling: {Almelow: 5}}", "PMG241", "Almelow", "Almelo"),
        ("a: {verdeling: {Haaren: 5}}", "PMG242", "Haaren", "Boxtel"),
        ("a: {verdeling: {Bergen: 5}}", "PMG243", "Bergen", "Bergen (L)"),
        ('a: {verdeling: {Den Haag: 5, "\'s-Gravenhage": 6}}', "PMG244", "\"'s", "Den Haag"),
        ("a: {verdeling: {Almelo: -5}}", "PMG201", "-5", "negatief"),
        ("a: {verdeling: {x: 5, ' x': 6}, soort: vrij}", "PMG215", "' x'", "al in deze"),
        ("a: {verdeling: {x: 5}, soort: anders}", "PMG113", "anders", "vrij"),
    ],
)
def test_a_mistake_in_figures_is_refused_at_its_place(
    tmp_path: Path, typed: str, code: str, at: str, says: str
):
    found, line, column, said = refusal(tmp_path, typed)

    assert (found, line, column) == (code, 3, 3 + typed.rindex(at))
    assert says in said


def test_an_unknown_group_under_labels_is_refused(tmp_path: Path):
    typed = "a: {gemeenten: {groepen: {een: [Breda]}}, labels: {twee: Later}}"

    code, _, column, said = refusal(tmp_path, typed)

    assert (code, column) == ("PMG240", 3 + typed.index("twee"))
    assert "een" in said
