"""Numbers in digits, exactly as they are: no floats and no rounding that nobody asked for.

The decimal sign is a comma, thousands are parted by full stops. A plain number of four digits has
no full stop (`2100`, `12.500`), as Dutch editorial guides for running text have it.
"""

from decimal import ROUND_HALF_UP, Context, Decimal
from enum import StrEnum

NBSP = "\u00a0"
"""The no-break space that keeps a sign, a figure and its unit on one line."""

SCALED_DECIMALS = 3
"""How many decimals a figure before `miljoen` or `miljard` may have."""

_EXACT = Context(prec=1000, rounding=ROUND_HALF_UP)


class Scale(StrEnum):
    """The words for a million and a thousand million."""

    MILJOEN = "miljoen"
    MILJARD = "miljard"

    @property
    def exponent(self) -> int:
        """The power of ten that the word stands for."""
        return 6 if self is Scale.MILJOEN else 9


def write_number(number: Decimal, *, stops_from: int = 5) -> str:
    """Write a number in digits: `342`, `2100`, `12.500`, `12,5`, `-3`.

    Args:
        number: any finite number; all its decimals are shown, closing zeros are not.
        stops_from: from how many digits before the comma thousands get a full stop.

    Raises:
        ValueError: the number is not finite.
    """
    if not number.is_finite():
        raise ValueError(f"{number} is geen getal dat te schrijven is")
    whole, _, decimals = format(abs(number), "f").partition(".")
    if len(whole) >= stops_from:
        whole = f"{int(whole):,}".replace(",", ".")
    decimals = decimals.rstrip("0")
    sign = "-" if number < 0 else ""
    return f"{sign}{whole},{decimals}" if decimals else f"{sign}{whole}"


def write_percentage(number: Decimal) -> str:
    """Write a percentage, the sign close to the figure: 12.5 becomes `12,5%`."""
    return f"{write_number(number)}%"


def scaled(number: Decimal, scale: Scale) -> Decimal | None:
    """The figure that stands before `miljoen` or `miljard`: 1200000 gives 1.2.

    None when the number cannot be shown so exactly with at most three decimals, or is not finite;
    round it first with `rounded` if that is what is meant.
    """
    if not number.is_finite():
        return None
    figure = number.scaleb(-scale.exponent, context=_EXACT)
    return figure if figure == rounded(figure, SCALED_DECIMALS) else None


def write_scaled_number(number: Decimal, scale: Scale) -> str:
    """Write a number with `miljoen` or `miljard`: `1,2 miljoen`, no-break space between.

    Raises:
        ValueError: the number cannot be shown so exactly (see `scaled`).
    """
    figure = scaled(number, scale)
    if figure is None:
        raise ValueError(f"{write_number(number)} is niet precies te schrijven in {scale}")
    return f"{write_number(figure, stops_from=4)}{NBSP}{scale}"


def rounded(number: Decimal, decimals: int = 0) -> Decimal:
    """Round to a number of decimals, halves away from zero: 2.665 becomes 2.67.

    A negative number of decimals rounds to tens, hundreds and so on: -6 to whole millions.
    """
    step = Decimal((0, (1,), -decimals))
    return Decimal(format(number.quantize(step, context=_EXACT), "f"))
