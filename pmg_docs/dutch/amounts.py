"""Amounts in euros, in the notations of ministerial letters.

The euro sign stands before the figure with a space; `€ 5`, `€ 5,-` and `€ 5,00` are all right in
Dutch, large amounts usually go without (Taaladvies.net). The word `euro` follows the figure, in
the singular and without a capital. A minus stands close to the figure, after the sign, as the
locale data of Unicode has it for Dutch: `€ -60 miljoen`.
"""

from decimal import Decimal
from enum import StrEnum

from pmg_docs.dutch.numbers import NBSP, Scale, rounded, write_number, write_scaled_number
from pmg_docs.dutch.numerals import write_in_words


class AmountNotation(StrEnum):
    """How an amount is written in full."""

    STREEPJE = "streepje"
    KAAL = "kaal"
    EURO = "euro"


def write_amount(euros: Decimal, notation: AmountNotation) -> str:
    """Write an amount in full.

    `streepje` gives `€ 500.000,-`, `kaal` gives `€ 500.000` and `euro` gives `500.000 euro`, with
    no-break spaces. Cents are shown when there are any: `€ 1.234,56`, in `streepje` too.

    Args:
        euros: the amount, in whole cents.
        notation: how to write it.

    Raises:
        ValueError: the amount holds parts of a cent, or is not finite.
    """
    figure = _write_figure(euros)
    match notation:
        case AmountNotation.STREEPJE:
            return f"€{NBSP}{figure}" if "," in figure else f"€{NBSP}{figure},-"
        case AmountNotation.KAAL:
            return f"€{NBSP}{figure}"
        case AmountNotation.EURO:
            return f"{figure}{NBSP}euro"


def write_scaled(euros: Decimal, scale: Scale, *, with_sign: bool = True) -> str:
    """Write an amount in millions or thousands of millions, exactly.

    Args:
        euros: the amount.
        scale: `miljoen` or `miljard`.
        with_sign: True for `€ 10 miljoen`, False for `10 miljoen euro`.

    Raises:
        ValueError: the amount cannot be shown so exactly with at most three decimals; ask
            `numbers.scaled` beforehand, or round with `numbers.rounded`.
    """
    figure = write_scaled_number(euros, scale)
    return f"€{NBSP}{figure}" if with_sign else f"{figure}{NBSP}euro"


def write_amount_in_words(euros: Decimal) -> str:
    """Write an amount of whole euros in words: `vijfhonderdduizend euro`.

    Raises:
        ValueError: the amount holds cents, or is a million million or more.
    """
    if not euros.is_finite() or euros != int(euros):
        raise ValueError(f"{euros} euro is geen bedrag in hele euro's; voluit kan dat niet")
    return f"{write_in_words(int(euros))}{NBSP}euro"


def _write_figure(euros: Decimal) -> str:
    if not euros.is_finite() or euros != rounded(euros, 2):
        raise ValueError(f"{euros} euro is geen bedrag in hele centen")
    whole, comma, cents = write_number(euros, stops_from=4).partition(",")
    return f"{whole},{cents:0<2}" if comma else whole
