"""Whether a figure, as exact as it is meant, can be a value."""

from decimal import Decimal

from pmg_docs.dutch.figures import Approximation, Figure

_NEAR = Decimal("0.06")
_NEARLY = Decimal("0.88")
_OVER = Decimal("1.15")
_ROUNDED = frozenset({Approximation.RUIM, Approximation.BIJNA, Approximation.ONGEVEER})
_TOO_ROUND = 1.25
"""As a factor: who writes `ruim 30 miljoen` of 36 rounds badly, and may speak of the same."""
_DERIVED = Decimal("0.006")


def fits(figure: Figure, value: Decimal, *, is_derived: bool = False) -> bool:
    """Whether a figure says this value.

    A range holds what lies in it; `bijna` reaches down to 88%, `ruim` up to 115%, `ongeveer` 6%
    either way. A derived value may have been rounded, by 0,6% at most.
    """
    low, high = figure.low, figure.high
    if low is None or high is None or figure.is_suspicious:
        return False
    slack = abs(value) * _DERIVED if is_derived else Decimal(0)
    match figure.approximation:
        case Approximation.ONGEVEER:
            return abs(value - low) <= abs(low) * _NEAR or low <= value <= high
        case Approximation.BIJNA:
            return low * _NEARLY <= value <= high
        case Approximation.RUIM:
            return low - slack <= value <= high * _OVER
        case Approximation.MINSTENS:
            return low <= value <= 3 * high
        case Approximation.MEER_DAN:
            return low < value <= 3 * high
        case Approximation.MINDER_DAN:
            return low / 3 <= value < high
        case Approximation.HOOGUIT:
            return low / 3 <= value <= high
        case _:
            return low - slack <= value <= high + slack


def is_too_rough(figure: Figure, value: Decimal) -> bool:
    """Whether a figure is a rounding so far off that it may still speak of the same."""
    return figure.approximation in _ROUNDED and distance(figure, value) <= _TOO_ROUND


def distance(figure: Figure, value: Decimal) -> float:
    """How far a figure is from a value, as a factor: 1 is equal, 10 is ten times too much."""
    middle = ((figure.low or Decimal(0)) + (figure.high or Decimal(0))) / 2
    if not middle or not value:
        return float("inf")
    ratio = float(abs(middle / value))
    return ratio if ratio >= 1 else 1 / ratio
