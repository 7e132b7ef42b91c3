"""Moments as an officer types them: `2024-04-04`, `2024-07` and `2024-04-04 12:30`."""

import datetime as dt
import re
from typing import Annotated

from pydantic import BeforeValidator, WithJsonSchema

from pmg_docs.inputs.shape import refuse, to_words
from pmg_docs.model.value import Date, Moment, Month, TimedMoment

_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_MONTH = re.compile(r"([0-9]{4})-([0-9]{2})")
_TIMED = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2}) ([0-9]{2}):([0-9]{2})")
_HOW = "Typ een dag als 2024-04-04 en een maand als 2024-07."


def to_date(value: object) -> Date:
    """A day."""
    if isinstance(value, Date):
        return value
    text = to_words(value)
    found = _DAY.fullmatch(text)
    if not found:
        refuse("PMG125", f"'{text[:80]}' is geen datum", _HOW)
    year, month, day = (int(part) for part in found.groups())
    try:
        return Date(dt.date(year, month, day))
    except ValueError:
        return refuse("PMG125", f"de dag {text} bestaat niet", _HOW)


def to_month(value: object) -> Month:
    """A month of a year."""
    if isinstance(value, Month):
        return value
    text = to_words(value)
    found = _MONTH.fullmatch(text)
    if not found:
        refuse("PMG125", f"'{text[:80]}' is geen maand", _HOW)
    year, month = (int(part) for part in found.groups())
    if not (1 <= month <= 12 and year >= 1):
        refuse("PMG125", f"de maand {text} bestaat niet", _HOW)
    return Month(year, month)


def to_moment(value: object) -> Moment:
    """A day or a month, whichever is typed."""
    if isinstance(value, Date | Month):
        return value
    return to_month(value) if _MONTH.fullmatch(to_words(value)) else to_date(value)


def to_timed_moment(value: object) -> TimedMoment:
    """A day with the time of day."""
    if isinstance(value, TimedMoment):
        return value
    text = to_words(value)
    found = _TIMED.fullmatch(text)
    how = "Typ dag en tijd als 2024-04-04 12:30."
    if not found:
        refuse("PMG127", f"'{text[:80]}' is geen tijdstip", how)
    day, hour, minute = to_date(found[1]).day, int(found[2]), int(found[3])
    if hour > 23 or minute > 59:
        refuse("PMG127", f"de tijd {found[2]}:{found[3]} bestaat niet", how)
    # The clock of a letter is that of the Netherlands; a fact says which day and hour, no more.
    return TimedMoment(dt.datetime.combine(day, dt.time(hour, minute)))


_SCHEMA_DAY = {"type": "string", "pattern": r"^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$"}
_SCHEMA_MONTH = {"type": "string", "pattern": r"^\d{4}-(0[1-9]|1[0-2])$"}

DateField = Annotated[Date, BeforeValidator(to_date), WithJsonSchema(_SCHEMA_DAY)]
MonthField = Annotated[Month, BeforeValidator(to_month), WithJsonSchema(_SCHEMA_MONTH)]
TimedField = Annotated[
    TimedMoment,
    BeforeValidator(to_timed_moment),
    WithJsonSchema({"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2} ([01]\d|2[0-3]):[0-5]\d$"}),
]
MomentField = Annotated[
    Moment, BeforeValidator(to_moment), WithJsonSchema({"anyOf": [_SCHEMA_DAY, _SCHEMA_MONTH]})
]
