"""The parts of a value that a letter can name: `looptijd.van`, `minister.ambt`."""

from collections.abc import Mapping
from decimal import Decimal

from pmg_docs.compose.fault import TemplateFault
from pmg_docs.inputs.validation import nearest
from pmg_docs.model.value import (
    AgeRange,
    Municipalities,
    Number,
    Organisation,
    Period,
    Person,
    Reference,
    TextValue,
    Value,
)


def part_of(value: Value, name: str) -> tuple[Value, str]:
    """A part of a value by its Dutch name, and its key in feiten.yaml when that differs.

    Raises:
        TemplateFault: the value has no such part.
    """
    known = _parts(value)
    if name not in known:
        raise TemplateFault(
            "PMG311", f"Dit feit heeft geen onderdeel '{name}'.", *nearest(name, known)
        )
    return known[name], (f"groepen.{name}" if isinstance(value, Municipalities) else "")


def _parts(value: Value) -> Mapping[str, Value]:
    match value:
        case Period():
            return {"van": value.start, "tot": value.end}
        case AgeRange():
            return {
                name: Number(Decimal(age))
                for name, age in (
                    ("van", value.start),
                    ("tot_en_met", value.through),
                    ("tot", value.until),
                )
                if age is not None
            }
        case Person():
            return _texts({"naam": value.name, "ambt": value.office})
        case Organisation():
            return _texts({name: ", ".join(lines) for name, lines in value.parts.items()})
        case Reference():
            return _reference(value)
        case Municipalities():
            return {group.name: Municipalities((group,)) for group in value.groups if group.name}
    return {}


def _reference(value: Reference) -> Mapping[str, Value]:
    found: dict[str, Value] = dict(
        _texts({"titel": value.title, "kenmerk": value.kenmerk, "vindplaats": value.found_at})
    )
    if value.date is not None:
        found["datum"] = value.date
    return found


def _texts(texts: Mapping[str, str]) -> Mapping[str, Value]:
    return {name: TextValue(text) for name, text in texts.items() if text}
