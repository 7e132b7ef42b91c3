import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmg_docs.dutch.reading import (
    read_age_range,
    read_amount,
    read_date,
    read_month,
    read_number,
    read_percentage,
    read_period,
)
from pmg_docs.model.value import AgeRange, Amount, Date, Month, Number, Percentage, Period


@pytest.mark.parametrize(
    ("text", "euros"),
    [
        ("€10.000.000", "10000000"),
        ("€ 48 mln.", "48000000"),
        ("€ 48 mln", "48000000"),
        ("€ 1,2 mld.", "1200000000"),
        ("500.000,- euro", "500000"),
        ("€ 500.000,–", "500000"),
        ("€ 5,00", "5"),
        ("€ 65000", "65000"),
        ("€\n500.000", "500000"),
        ("EUR 500.000", "500000"),
        ("500.000 Euro", "500000"),
        ("205,9 miljoen euro", "205900000"),
        ("tien miljoen euro", "10000000"),
        ("-€ 60 miljoen", "-60000000"),
        ("€ −60", "-60"),
        ("€ 0,12345678 miljoen", "123456.78"),
    ],
)
def test_an_amount_as_others_write_it(text: str, euros: str) -> None:
    assert read_amount(text) == Amount(Decimal(euros))


@pytest.mark.parametrize(
    "text",
    [
        "500.00",
        "500.00 euro",
        "€ 500.00",
        "€ 1.2.3",
        "€ 1,5",
        "€ 1,234",
        "€ 0.500",
        "€ 05",
        "€ 1.0000",
        "€ 1,234,567",
        "€ 5,00,-",
        "€ 10,- miljoen",
        "€ 0,123456789 miljoen",
        "-€ -60",
        "500.000",
        "10 miljoen",
        "een euro",
        "euro",
        "€",
        "",
        "€ 500.000 per jaar",
        "€ ٣",
    ],
)
def test_what_is_no_amount(text: str) -> None:
    assert read_amount(text) is None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("2.100", "2100"),
        ("2100", "2100"),
        ("12.500,25", "12500.25"),
        ("1,2 miljoen", "1200000"),
        ("twintig", "20"),
        ("0", "0"),
    ],
)
def test_a_number_as_others_write_it(text: str, number: str) -> None:
    assert read_number(text) == Number(Decimal(number))


@pytest.mark.parametrize(
    "text", ["500.00", "1.2.3", "0034", "1,", ",5", "12.5", "een", "1 000", "5e3", "٣", ""]
)
def test_what_is_no_number(text: str) -> None:
    assert read_number(text) is None


@given(st.text(alphabet="0123456789.,-€ ", max_size=12))
def test_a_figure_with_stops_has_them_at_thousands_only(text: str) -> None:
    found = read_number(text)
    if found is not None and "." in text:
        assert f"{int(found.number):,}".replace(",", ".") in text


@pytest.mark.parametrize("text", ["12,5%", "12,5 %", "12,5\u00a0procent"])
def test_a_percentage_as_others_write_it(text: str) -> None:
    assert read_percentage(text) == Percentage(Decimal("12.5"))


def test_a_percentage_with_an_english_point_is_none() -> None:
    assert read_percentage("12.5%") is None


def test_a_date_with_the_wrong_weekday_is_none() -> None:
    assert read_date("vrijdag 4 april 2024") is None


@pytest.mark.parametrize(
    "text", ["31 februari 2024", "04 april 2024", "4 avril 2024", "4 april 24", "4 april"]
)
def test_what_is_no_date(text: str) -> None:
    assert read_date(text) is None


def test_capitals_and_line_breaks_do_not_matter_in_a_date() -> None:
    assert read_date("4\nApril\u00a02024") == Date(dt.date(2024, 4, 4))


@pytest.mark.parametrize("text", ["4 april 2024", "lente 2024", "juli 24"])
def test_what_is_no_month(text: str) -> None:
    assert read_month(text) is None


def test_a_period_with_van_before_it() -> None:
    expected = Period(Month(2024, 7), Month(2027, 7))
    assert read_period("van juli 2024 tot juli 2027") == expected


@pytest.mark.parametrize(
    "text", ["juli 2024 tot en met juli 2027", "juli 2024", "juli tot september 2024"]
)
def test_what_is_no_period(text: str) -> None:
    assert read_period(text) is None


def test_ages_with_a_short_tot_en_met() -> None:
    assert read_age_range("van 8 t/m 27 jaar") == AgeRange(8, through=27)


@pytest.mark.parametrize("text", ["8-27 jaar", "8 tot en met 27", "08 tot 27 jaar"])
def test_what_is_no_age_range(text: str) -> None:
    assert read_age_range(text) is None
