"""Computing with facts inside a letter: exactly, or to forty digits where a division is endless."""

from collections.abc import Sequence
from decimal import Context, Decimal, localcontext

from pmg_docs.compose.fault import TemplateFault
from pmg_docs.model.value import Amount, Date, Month, Number, Percentage, Value

_DIGITS = 40


def number_of(value: Value | Decimal) -> Decimal | None:
    """The bare number in a value: euros of an amount, 0.125 of 12,5%; None where there is none."""
    match value:
        case Decimal():
            return value
        case Amount():
            return value.euros
        case Number():
            return value.number
        case Percentage():
            return value.number / 100
    return None


def compute(sign: str, left: Value, right: Value) -> Value:
    """`left` `sign` `right`, one of `+ - * /`.

    Raises:
        TemplateFault: the two cannot be combined.
        ZeroDivisionError: division by zero.
    """
    a, b = number_of(left), number_of(right)
    if a is None or b is None:
        raise TemplateFault(
            "PMG304",
            "Met deze feiten valt niet te rekenen.",
            "Reken met bedragen, getallen en percentages.",
        )
    euros = _euros(sign, isinstance(left, Amount), isinstance(right, Amount))
    result = _exact(sign, a, b)
    return Amount(result) if euros else Number(result)


def total(figures: Sequence[Amount | Number]) -> Amount | Number:
    """All figures of one kind together, at least one."""
    result = Decimal(0)
    for figure in figures:
        result = _exact("+", result, figure.euros if isinstance(figure, Amount) else figure.number)
    return Amount(result) if isinstance(figures[0], Amount) else Number(result)


def order(left: Value, right: Value | Decimal) -> int:
    """-1, 0 or 1 as `left` comes before, with or after `right`.

    Raises:
        TemplateFault: the two cannot be compared.
    """
    if isinstance(left, Date | Month) and isinstance(right, Date | Month):
        if isinstance(left, Date) and isinstance(right, Date):
            return (left.day > right.day) - (left.day < right.day)
        one, other = Month.of(left), Month.of(right)
        return (one > other) - (one < other)
    a, b = number_of(left), number_of(right)
    if a is None or b is None:
        raise TemplateFault(
            "PMG304",
            "Deze twee zijn niet te vergelijken.",
            "Vergelijk twee bedragen, twee getallen, twee dagen of twee teksten.",
        )
    return (a > b) - (a < b)


def _euros(sign: str, left: bool, right: bool) -> bool:
    """Whether the result is money; euros times euros, or euros plus a bare number, mean nothing."""
    if sign in "+-" and left != right:
        raise TemplateFault(
            "PMG304",
            "Euro's en gewone getallen zijn niet op te tellen.",
            "Vermenigvuldig het getal eerst met een bedrag.",
        )
    if (sign == "*" and left and right) or (sign == "/" and right and not left):
        raise TemplateFault(
            "PMG304",
            "Deze berekening levert geen bedrag en geen getal op.",
            "Vermenigvuldig een bedrag met een getal, of deel het door een getal of bedrag.",
        )
    return left != right if sign in "*/" else left


def _exact(sign: str, a: Decimal, b: Decimal) -> Decimal:
    with localcontext(Context(prec=_DIGITS)):
        match sign:
            case "+":
                return a + b
            case "-":
                return a - b
            case "*":
                return a * b
        if b == 0:
            raise ZeroDivisionError
        return a / b


def is_endless(value: Value) -> bool:
    """Whether a value came from a division that does not come out, so that it must be rounded."""
    number = number_of(value)
    return number is not None and -int(number.as_tuple().exponent) > _DIGITS // 2
