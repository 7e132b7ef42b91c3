"""The parts of a value that a letter can name: `looptijd.van`, `uitgaven[2025]`."""

from collections.abc import Mapping
from decimal import Decimal

from pmg_docs.compose.arithmetic import total
from pmg_docs.compose.fault import TemplateFault
from pmg_docs.dutch.dates import write_time
from pmg_docs.dutch.persons import write_surname
from pmg_docs.dutch.register import Municipality, find
from pmg_docs.inputs.validation import nearest
from pmg_docs.model.value import (
    AgeRange,
    Amount,
    Contact,
    Date,
    Distribution,
    GazetteNotice,
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

_KEYS = {"achternaam": "naam"}
"""Parts that are made from a part with another name in feiten.yaml."""


def part_of(value: Value, name: str) -> tuple[Value, str]:
    """A part of a value by its Dutch name, and its key in feiten.yaml when that differs.

    Raises:
        TemplateFault: the value has no such part.
    """
    if isinstance(value, Series | Distribution):
        return _of_figures(value, name)
    if isinstance(value, Person) and name == "achternaam":
        return TextValue(surname_of(value)), _KEYS[name]
    known = _parts(value)
    if name not in known:
        raise TemplateFault(
            "PMG311", f"Dit feit heeft geen onderdeel '{name}'.", *_hints(value, name, known)
        )
    return known[name], (f"groepen.{name}" if isinstance(value, Municipalities) else "")


def entries_of(value: Series | Distribution) -> Mapping[str, Amount | Number]:
    """The figures of a series or distribution, by year or name."""
    entries = value.years if isinstance(value, Series) else value.shares
    shape = Amount if value.is_money else Number
    return {str(key): shape(figure) for key, figure in entries}


def entry_of(value: Series | Distribution, key: str) -> tuple[Amount | Number, str]:
    """One figure, and the key under which it stands there: `Den Haag` for `'s-Gravenhage`.

    Raises:
        TemplateFault: there is none of that year or name.
    """
    known = entries_of(value)
    if key not in known and isinstance(value, Distribution) and value.is_by_municipality:
        found = find(key)
        key = found.name if isinstance(found, Municipality) else key
    if key not in known:
        raise TemplateFault(
            "PMG328", f"Deze {value.kind} heeft geen '{key[:60]}'.", *nearest(key, known)
        )
    return known[key], key


def sum_of(value: Series | Distribution) -> Amount | Number:
    """All figures together, exactly.

    Raises:
        TemplateFault: a series goes on for ever, so that its years have no meaningful sum.
    """
    if isinstance(value, Series) and value.structural_from is not None:
        raise TemplateFault(
            "PMG327", f"Deze reeks loopt vanaf {value.structural_from} door en heeft geen totaal.",
            "Tel de jaren op die u bedoelt: {{ naam[2024] + naam[2025] }}.",
        )  # fmt: skip
    return total(list(entries_of(value).values()))


def surname_of(person: Person) -> str:
    """The surname of a person.

    Raises:
        TemplateFault: the name does not show where it begins.
    """
    try:
        return write_surname(person.name)
    except ValueError:
        raise TemplateFault(
            "PMG326", f"In '{person.name}' is niet te zien waar de achternaam begint.",
            "Schrijf in feiten.yaml voorletters: F.M. Weerwind.",
        ) from None  # fmt: skip


def _of_figures(value: Series | Distribution, name: str) -> tuple[Value, str]:
    if name == "totaal":
        return sum_of(value), ""
    known = _years(value) if isinstance(value, Series) else {}
    known |= {key: (figure, "") for key, figure in entries_of(value).items()}
    if name in known:
        return known[name]
    raise TemplateFault(
        "PMG311", f"Dit feit heeft geen onderdeel '{name}'.", *nearest(name, ("totaal", *known))
    )


def _years(value: Series) -> dict[str, tuple[Value, str]]:
    """What is known by another name than its year, with the key of that year in feiten.yaml."""
    entries = entries_of(value)
    first, last = str(value.years[0][0]), str(value.years[-1][0])
    known: dict[str, tuple[Value, str]] = {
        "eerste": (entries[first], first),
        "laatste": (entries[last], last),
        "eerste_jaar": (Number(Decimal(first)), first),
        "laatste_jaar": (Number(Decimal(last)), last),
    }
    if value.structural_from is not None:
        known["structureel_vanaf"] = (Number(Decimal(value.structural_from)), last)
    return known


def _parts(value: Value) -> Mapping[str, Value]:
    match value:
        case Period():
            return {"van": value.start, "tot": value.end}
        case AgeRange():
            return _numbers({"van": value.start, "tot_en_met": value.through, "tot": value.until})
        case TimedMoment():
            return {"datum": Date(value.at.date()), "tijd": TextValue(write_time(value))}
        case Person():
            return _texts({"naam": value.name, "ambt": value.office})
        case Organisation():
            return _texts({name: ", ".join(lines) for name, lines in value.parts.items()})
        case Contact():
            return _texts({"naam": value.name, "functie": value.role,
                           "telefoon": value.telephone, "email": value.email})  # fmt: skip
        case Quote():
            return _texts({"tekst": value.words, "spreker": value.speaker})
        case Municipalities():
            return {group.name: Municipalities((group,)) for group in value.groups if group.name}
    return _document(value)


def _document(value: Value) -> Mapping[str, Value]:
    match value:
        case Reference():
            given = {"titel": value.title, "kenmerk": value.kenmerk, "vindplaats": value.found_at}
            paper: dict[str, Value] = {} if value.paper is None else {"kamerstuk": value.paper}
            return {**_texts(given), **_date(value.date), **paper}
        case ParliamentaryPaper():
            given = {"kamer": value.chamber, "vergaderjaar": value.session, "dossier": value.file,
                     "nummer": value.number, "titel": value.title}  # fmt: skip
            return {**_texts(given), **_date(value.date)}
        case GazetteNotice():
            return {**_numbers({"jaar": value.year}), **_texts({"nummer": value.number})}
    return {}


def _texts(texts: Mapping[str, str]) -> dict[str, Value]:
    return {name: TextValue(text) for name, text in texts.items() if text}


def _numbers(numbers: Mapping[str, int | None]) -> dict[str, Value]:
    return {name: Number(Decimal(n)) for name, n in numbers.items() if n is not None}


def _date(date: Date | None) -> dict[str, Value]:
    return {} if date is None else {"datum": date}


def _hints(value: Value, name: str, known: Mapping[str, Value]) -> tuple[str, ...]:
    if isinstance(value, Percentage) and name == "bedrag":
        return ("Schrijf in feiten.yaml waarvan dit een deel is: van: naam_van_een_bedrag.",)
    return nearest(name, known)
