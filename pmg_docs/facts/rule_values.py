"""What a rule computes with: exact quantities in euros or without a unit, days and months."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal, localcontext
from fractions import Fraction

from pmg_docs.dutch.amounts import AmountNotation, write_amount
from pmg_docs.dutch.dates import write_moment
from pmg_docs.dutch.numbers import write_number
from pmg_docs.model.value import Amount, Date, Distribution, Month, Number, Percentage, Series


@dataclass(frozen=True, slots=True, order=True)
class Quantity:
    """An exact number with the power of euros in it: 1 for an amount, 0 for a bare number."""

    number: Fraction
    unit: int = 0

    def __add__(self, other: "Quantity") -> "Quantity":
        return Quantity(self.number + other.number, self.unit)

    def __sub__(self, other: "Quantity") -> "Quantity":
        return Quantity(self.number - other.number, self.unit or other.unit)

    def __mul__(self, other: "Quantity") -> "Quantity":
        return Quantity(self.number * other.number, self.unit + other.unit)

    def __truediv__(self, other: "Quantity") -> "Quantity":
        return Quantity(self.number / other.number, self.unit - other.unit)


_TOO_LARGE = 10**30
"""No figure of a letter comes near it, and its digits would help nobody."""

Judged = Quantity | Date | Month


def quantity_of(value: object, wrong_kind: Callable[[], Exception]) -> Judged:
    """A value as a rule sees it; `wrong_kind` makes the exception for one that it cannot use."""
    match value:
        case Amount():
            return Quantity(Fraction(value.euros), 1)
        case Number():
            return Quantity(Fraction(value.number))
        case Percentage():
            return Quantity(Fraction(value.number) / 100)
        case int():
            return Quantity(Fraction(value))
        case Date() | Month():
            return value
    raise wrong_kind()


def figures_of(value: Series | Distribution) -> dict[str, Quantity]:
    """The figures of a series or distribution, by year or name."""
    entries = value.years if isinstance(value, Series) else value.shares
    unit = 1 if value.is_money else 0
    return {str(key): Quantity(Fraction(figure), unit) for key, figure in entries}


def in_words(judged: Judged) -> str:
    """A quantity or moment in Dutch notation, for a message."""
    if not isinstance(judged, Quantity):
        return write_moment(judged)
    if abs(judged.number) >= _TOO_LARGE:
        return "een getal van meer dan dertig cijfers"
    with localcontext(prec=60):
        exact = Decimal(round(judged.number * 1000)) / 1000
        if judged.unit == 1:
            return write_amount(exact.quantize(Decimal("0.01")), AmountNotation.KAAL)
        return write_number(exact.quantize(Decimal("0.001")).normalize())
