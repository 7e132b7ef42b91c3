from decimal import Decimal

import pytest
from babel.numbers import format_currency
from hypothesis import given
from hypothesis import strategies as st

from pmg_docs.dutch.amounts import (
    AmountNotation,
    write_amount,
    write_amount_in_words,
    write_scaled,
)
from pmg_docs.dutch.numbers import Scale
from pmg_docs.dutch.reading import read_amount
from pmg_docs.model.value import Amount
from tests.dutch.values import euros, whole_numbers


@pytest.mark.parametrize(
    ("amount", "notation", "written"),
    [
        ("500000", "streepje", "€\u00a0500.000,-"),
        ("500000", "kaal", "€\u00a0500.000"),
        ("500000", "euro", "500.000\u00a0euro"),
        ("1234", "kaal", "€\u00a01.234"),
        ("0", "streepje", "€\u00a00,-"),
        ("1234.56", "streepje", "€\u00a01.234,56"),
        ("1234.5", "kaal", "€\u00a01.234,50"),
        ("1234.05", "euro", "1.234,05\u00a0euro"),
        ("-1234", "streepje", "€\u00a0-1.234,-"),
        ("-0.5", "kaal", "€\u00a0-0,50"),
        ("-1234", "euro", "-1.234\u00a0euro"),
    ],
)
def test_an_amount_in_full(amount: str, notation: str, written: str) -> None:
    assert write_amount(Decimal(amount), AmountNotation(notation)) == written


@pytest.mark.parametrize("notation", AmountNotation)
@pytest.mark.parametrize("amount", ["0.005", "NaN", "-Infinity"])
def test_parts_of_a_cent_are_refused(amount: str, notation: AmountNotation) -> None:
    with pytest.raises(ValueError, match="hele centen"):
        write_amount(Decimal(amount), notation)


@given(euros, st.sampled_from(AmountNotation))
def test_an_amount_in_full_reads_back(amount: Decimal, notation: AmountNotation) -> None:
    assert read_amount(write_amount(amount, notation)) == Amount(amount)


@given(st.integers(-(10**15), 10**15).map(Decimal))
def test_the_sign_and_minus_stand_where_the_locale_data_has_them(amount: Decimal) -> None:
    by_babel = format_currency(
        amount, "EUR", format="¤ #,##0;¤ -#,##0", locale="nl_NL", currency_digits=False
    ).replace(" ", "\u00a0")
    assert write_amount(amount, AmountNotation.KAAL) == by_babel


@pytest.mark.parametrize(
    ("amount", "scale", "with_sign", "written"),
    [
        (10_000_000, Scale.MILJOEN, True, "€\u00a010\u00a0miljoen"),
        (10_000_000, Scale.MILJOEN, False, "10\u00a0miljoen\u00a0euro"),
        (1_200_000_000, Scale.MILJARD, True, "€\u00a01,2\u00a0miljard"),
        (1_200_000_000, Scale.MILJARD, False, "1,2\u00a0miljard\u00a0euro"),
        (1_200_000_000, Scale.MILJOEN, True, "€\u00a01.200\u00a0miljoen"),
        (-60_000_000, Scale.MILJOEN, True, "€\u00a0-60\u00a0miljoen"),
    ],
)
def test_a_scaled_amount(amount: int, scale: Scale, with_sign: bool, written: str) -> None:
    assert write_scaled(Decimal(amount), scale, with_sign=with_sign) == written


def test_a_scaled_amount_is_never_rounded() -> None:
    with pytest.raises(ValueError, match="niet precies"):
        write_scaled(Decimal(10_000_001), Scale.MILJOEN)


@given(st.integers(-(10**9), 10**9), st.sampled_from(Scale), st.booleans())
def test_a_scaled_amount_reads_back(thousandths: int, scale: Scale, with_sign: bool) -> None:
    amount = Decimal(thousandths) * 10 ** (scale.exponent - 3)
    assert read_amount(write_scaled(amount, scale, with_sign=with_sign)) == Amount(amount)


def test_an_amount_in_words() -> None:
    assert write_amount_in_words(Decimal(500_000)) == "vijfhonderdduizend\u00a0euro"


def test_an_amount_with_cents_is_not_written_in_words() -> None:
    with pytest.raises(ValueError, match="hele euro's"):
        write_amount_in_words(Decimal("1.50"))


@given(whole_numbers.map(Decimal))
def test_an_amount_in_words_reads_back(amount: Decimal) -> None:
    assert read_amount(write_amount_in_words(amount)) == Amount(amount)
