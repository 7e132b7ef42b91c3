from decimal import Decimal

import pytest
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from pmg_docs.dutch.numbers import (
    Scale,
    rounded,
    scaled,
    write_number,
    write_percentage,
    write_scaled_number,
)
from pmg_docs.dutch.reading import read_number, read_percentage
from pmg_docs.model.value import Number, Percentage
from tests.dutch.values import decimals


@pytest.mark.parametrize(
    ("number", "written"),
    [
        ("342", "342"),
        ("2100", "2100"),
        ("12500", "12.500"),
        ("1234567", "1.234.567"),
        ("12.5", "12,5"),
        ("12.50", "12,5"),
        ("1E+3", "1000"),
        ("-3", "-3"),
        ("-0", "0"),
    ],
)
def test_a_number_in_digits(number: str, written: str) -> None:
    assert write_number(Decimal(number)) == written


@pytest.mark.parametrize("number", ["NaN", "Infinity"])
def test_what_is_not_finite_cannot_be_written(number: str) -> None:
    with pytest.raises(ValueError, match="geen getal"):
        write_number(Decimal(number))


@given(decimals)
def test_a_number_in_digits_reads_back(number: Decimal) -> None:
    assert read_number(write_number(number)) == Number(number)


@given(decimals.filter(lambda n: abs(n) >= 10000))
def test_stops_and_comma_are_those_of_the_locale_data(number: Decimal) -> None:
    by_babel = format_decimal(number, locale="nl_NL", decimal_quantization=False)
    assert write_number(number) == by_babel


def test_a_percentage_has_its_sign_close_by() -> None:
    assert write_percentage(Decimal("12.5")) == "12,5%"


@given(decimals)
def test_a_percentage_reads_back(number: Decimal) -> None:
    assert read_percentage(write_percentage(number)) == Percentage(number)


@pytest.mark.parametrize(
    ("number", "scale", "figure"),
    [
        ("10000000", Scale.MILJOEN, "10"),
        ("1200000000", Scale.MILJARD, "1.2"),
        ("500000", Scale.MILJOEN, "0.5"),
        ("10001000", Scale.MILJOEN, "10.001"),
    ],
)
def test_a_scaled_figure_is_exact(number: str, scale: Scale, figure: str) -> None:
    assert scaled(Decimal(number), scale) == Decimal(figure)


@pytest.mark.parametrize("number", ["10000001", "10000100", "10000000.01"])
def test_what_needs_a_fourth_decimal_is_not_scaled(number: str) -> None:
    assert scaled(Decimal(number), Scale.MILJOEN) is None


def test_writing_what_cannot_be_scaled_is_refused() -> None:
    with pytest.raises(ValueError, match=r"10\.000\.001 is niet precies"):
        write_scaled_number(Decimal(10_000_001), Scale.MILJOEN)


@given(st.integers(-(10**9), 10**9), st.sampled_from(Scale))
def test_a_scaled_number_reads_back(thousandths: int, scale: Scale) -> None:
    number = Decimal(thousandths) * 10 ** (scale.exponent - 3)
    assert read_number(write_scaled_number(number, scale)) == Number(number)


@pytest.mark.parametrize(
    ("number", "places", "result"),
    [
        ("2.665", 2, "2.67"),
        ("-2.665", 2, "-2.67"),
        ("0.5", 0, "1"),
        ("10499999", -6, "10000000"),
        ("10500000", -6, "11000000"),
    ],
)
def test_halves_are_rounded_up(number: str, places: int, result: str) -> None:
    assert str(rounded(Decimal(number), places)) == result
