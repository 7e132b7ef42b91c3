"""How a type shows each kind of value, when the letter asks for nothing else."""

from decimal import Decimal

from pmg_docs.compose.fault import TemplateFault
from pmg_docs.dutch.amounts import AmountNotation, write_amount
from pmg_docs.dutch.citations import write_notice, write_paper
from pmg_docs.dutch.dates import (
    write_age_range,
    write_moment,
    write_period,
    write_timed_moment,
)
from pmg_docs.dutch.lists import write_list
from pmg_docs.dutch.numbers import NBSP, write_number, write_percentage
from pmg_docs.dutch.numerals import write_in_words
from pmg_docs.dutch.persons import write_in_press
from pmg_docs.model.document import FactText
from pmg_docs.model.place import Origin
from pmg_docs.model.value import (
    AgeRange,
    Amount,
    Contact,
    Date,
    Distribution,
    Gap,
    GazetteNotice,
    Month,
    Municipalities,
    Number,
    Organisation,
    ParliamentaryPaper,
    Percentage,
    Period,
    Person,
    Quote,
    Reference,
    Series,
    TextValue,
    TimedMoment,
    Value,
)
from pmg_docs.specs.doc_type import Notation, NumberForm, PersonForm


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
        case TimedMoment():
            return write_timed_moment(value)
        case Period():
            return write_period(value)
        case AgeRange():
            return write_age_range(value)
        case Person():
            return write_person(value, notation.person)
    return _write_names(value)


_CALLED = {
    "bedrag": "een bedrag", "getal": "een getal", "percentage": "een percentage",
    "gemeenten": "gemeenten", "leeftijd": "leeftijden", "cw31": "een tabel CW 3.1",
    "datum": "een dag", "citaat": "een citaat", "contact": "een contact",
    "kamerstuk": "een Kamerstuk", "tijdstip": "een tijdstip", "open": "nog open",
}  # fmt: skip


def called(value: Value) -> str:
    """What an officer calls a kind of value, with its article: `een bedrag`."""
    return _CALLED.get(value.kind, f"een {value.kind}")


def write_person(person: Person, form: PersonForm) -> str:
    """A person in one of the forms that a type or letter can ask for.

    Raises:
        TemplateFault: name or office do not lend themselves to the form of press texts.
    """
    match form:
        case PersonForm.AMBT:
            return person.office
        case PersonForm.AMBT_EN_NAAM:
            return f"{person.office}, {person.name}"
        case PersonForm.PERS:
            try:
                return write_in_press(person.name, person.office)
            except ValueError as problem:
                raise TemplateFault(
                    "PMG326", f"Deze persoon is niet te noemen als in een persbericht: {problem}.",
                    "Gebruik | ambt of .naam, of pas naam en ambt aan in feiten.yaml.",
                ) from None  # fmt: skip


def _write_names(value: Value) -> str:
    match value:
        case Municipalities():
            if len(value.names) < value.count:
                raise TemplateFault(
                    "PMG321", "Van deze gemeenten zijn niet alle namen bekend.",
                    "Gebruik | aantal, of noem één groep: gemeenten.naam_van_de_groep.",
                )  # fmt: skip
            return write_list(value.names)
        case Organisation():
            first = next(iter(value.parts.values()), ())
            return " ".join(first)
        case Contact():
            return ", ".join(contact_parts(value).values())
        case Gap():
            return f"[nog open: {value.what}]"
    return _write_document(value)


def contact_parts(value: Contact) -> dict[str, str]:
    """What is known of whom to call, under the names of feiten.yaml; a number is never broken."""
    parts = {
        "naam": value.name,
        "functie": value.role,
        "telefoon": value.telephone.replace(" ", NBSP),
        "email": value.email,
    }
    return {name: part for name, part in parts.items() if part}


def _write_document(value: Value) -> str:
    match value:
        case Reference():
            return value.title
        case ParliamentaryPaper():
            return write_paper(value)
        case GazetteNotice():
            return write_notice(value)
        case Quote():
            return value.words
        case Series() | Distribution():
            one = "[2025]" if isinstance(value, Series) else "['Almelo']"
            raise TemplateFault(
                "PMG325", f"Een {value.kind} heeft geen eigen vorm in een zin.",
                f"Schrijf {{{{ tabel(naam) }}}}, {{{{ naam.totaal }}}} of {{{{ naam{one} }}}}.",
            )  # fmt: skip
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
    """A value for programs, else empty.

    A decimal number with a point, a date or moment of ISO 8601, or the identifier under which
    officielebekendmakingen.nl keeps a publication: `kst-28741-106`, `stcrt-2024-12052`.
    """
    match value:
        case Amount():
            return _plain(value.euros)
        case Number() | Percentage():
            return _plain(value.number)
        case Date():
            return value.day.isoformat()
        case Month():
            return f"{value.year:04d}-{value.month:02d}"
        case TimedMoment():
            return value.at.isoformat(timespec="minutes")
        case ParliamentaryPaper(chamber="II") if "(" not in value.file:
            return f"kst-{value.file.replace(' ', '-')}-{value.number}"
        case GazetteNotice():
            return f"{'stb' if value.is_law else 'stcrt'}-{value.year}-{value.number}"
    return ""


def _plain(number: Decimal) -> str:
    """Equal numbers look the same, however they were computed: no closing zeros, no `-0`."""
    digits = f"{number:f}"
    digits = digits.rstrip("0").rstrip(".") if "." in digits else digits
    return "0" if digits == "-0" else digits
