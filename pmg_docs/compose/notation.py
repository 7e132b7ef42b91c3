"""How a type shows each kind of value, when the letter asks for nothing else."""

from pmg_docs.compose.fault import TemplateFault
from pmg_docs.dutch.amounts import AmountNotation, write_amount
from pmg_docs.dutch.dates import write_age_range, write_moment, write_period
from pmg_docs.dutch.lists import write_list
from pmg_docs.dutch.numbers import write_number, write_percentage
from pmg_docs.dutch.numerals import write_in_words
from pmg_docs.model.document import FactText
from pmg_docs.model.place import Origin
from pmg_docs.model.value import (
    AgeRange,
    Amount,
    Date,
    Gap,
    Month,
    Municipalities,
    Number,
    Organisation,
    Percentage,
    Period,
    Person,
    Reference,
    TextValue,
    Value,
)
from pmg_docs.specs.doc_type import Notation, NumberForm


def show(value: Value, origins: tuple[Origin, ...], notation: Notation) -> FactText:
    """A value as a type shows it.

    Raises:
        TemplateFault: values of this kind have no form of their own in running text.
    """
    return FactText(
        text=write_value(value, notation),
        origins=origins,
        kind=value.kind,
        machine=machine_form(value),
        is_open=isinstance(value, Gap),
    )


def write_value(value: Value, notation: Notation) -> str:
    """The words for a value in a type's own notation."""
    match value:
        case Amount():
            return write_amount(value.euros, AmountNotation(notation.amount.value))
        case Number():
            return _write_count(value, notation)
        case Percentage():
            return write_percentage(value.number)
        case TextValue():
            return value.text
        case Date() | Month():
            return write_moment(value)
        case Period():
            return write_period(value)
        case AgeRange():
            return write_age_range(value)
    return _write_names(value)


def _write_names(value: Value) -> str:
    match value:
        case Municipalities():
            if len(value.names) < value.count:
                raise TemplateFault(
                    "PMG321", "Van deze gemeenten zijn niet alle namen bekend.",
                    "Gebruik | aantal, of noem één groep: gemeenten.naam_van_de_groep.",
                )  # fmt: skip
            return write_list(value.names)
        case Person():
            return value.office
        case Organisation():
            first = next(iter(value.parts.values()), ())
            return " ".join(first)
        case Reference():
            return value.title
        case Gap():
            return f"[nog open: {value.what}]"
    raise TemplateFault(
        "PMG322", "Een onderbouwing (CW 3.1) staat in een tabel, niet in een zin.",
        "Schrijf op een eigen regel: {{ tabel(naam) }}",
    )  # fmt: skip


def _write_count(value: Number, notation: Notation) -> str:
    whole = value.number == value.number.to_integral_value()
    if notation.number is NumberForm.WOORDEN and whole and 0 <= value.number <= 20:
        return write_in_words(int(value.number))
    return write_number(value.number)


def machine_form(value: Value) -> str:
    """A value for programs: a decimal number with a point, an ISO date, else empty."""
    match value:
        case Amount():
            return f"{value.euros:f}"
        case Number() | Percentage():
            return f"{value.number:f}"
        case Date():
            return value.day.isoformat()
        case Month():
            return f"{value.year:04d}-{value.month:02d}"
    return ""
