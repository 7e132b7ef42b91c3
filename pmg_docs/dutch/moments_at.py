"""Figures of time at a place in a text: days, months, years, parts of a year, and periods.

`days` of a figure are the first and the last day that it can mean. Parts of a year are read
widely, since sources are: `begin 2024` is any day up to the end of April, and a season holds the
months that people count to it.
"""

import calendar
import datetime as dt
import re
from dataclasses import replace

from pmg_docs.dutch.dates import MONTHS, WEEKDAYS
from pmg_docs.dutch.figure import Figure, FigureKind
from pmg_docs.dutch.numeral_at import GAP, SPACE
from pmg_docs.model.value import Date, Month, Period

_SHORT = (
    "jan",
    "feb",
    "mrt",
    "apr",
    "mei",
    "jun",
    "jul",
    "aug",
    "sep",
    "sept",
    "okt",
    "nov",
    "dec",
)
_MONTH_OF = {name: number for number, name in enumerate(MONTHS, start=1)}
_MONTH_OF |= {name: number for number, name in enumerate(_SHORT[:9], start=1)}
_MONTH_OF |= {"sept": 9, "okt": 10, "nov": 11, "dec": 12}
_MONTH = rf"(?P<month>{'|'.join(MONTHS)}|(?:{'|'.join(_SHORT)})(?=\.|\s))\.?"
_YEAR = r"(?P<year>(?:19|20)[0-9]{2})(?![0-9]|[.,/][0-9]|\w)"
_WEEKDAY = rf"(?:(?P<weekday>{'|'.join(WEEKDAYS)}){SPACE})"
_DAY = re.compile(
    rf"{_WEEKDAY}?(?P<day>0?[1-9]|[12][0-9]|3[01]){SPACE}{_MONTH}(?:{SPACE}{_YEAR})?(?!\w)",
    re.IGNORECASE,
)
_NUMERIC = re.compile(
    r"(?P<day>[0-3]?[0-9])(?P<sign>[-/.])(?P<month>[01]?[0-9])(?P=sign)(?P<year>(?:19|20)[0-9]{2})(?![\w/-])"
)
_ISO = re.compile(r"(?P<year>(?:19|20)[0-9]{2})-(?P<month>[01][0-9])-(?P<day>[0-3][0-9])(?![\w-])")
_MONTH_YEAR = re.compile(rf"{_MONTH}{SPACE}{_YEAR}", re.IGNORECASE)
_PARTS = {
    "begin": (1, 4), "medio": (5, 8), "halverwege": (5, 8), "midden": (5, 8), "eind": (10, 12),
    "einde": (10, 12), "voorjaar": (3, 6), "lente": (3, 6), "zomer": (6, 9), "najaar": (9, 12),
    "herfst": (9, 12), "winter": (12, 12), "kwartaal1": (1, 3), "kwartaal2": (4, 6),
    "kwartaal3": (7, 9), "kwartaal4": (10, 12), "helft1": (1, 6), "helft2": (7, 12),
}  # fmt: skip
_ORDINAL = {"eerste": 1, "1e": 1, "tweede": 2, "2e": 2, "derde": 3, "3e": 3, "vierde": 4, "4e": 4}
_PART_YEAR = re.compile(
    rf"(?:(?P<nth>{'|'.join(_ORDINAL)}){SPACE}(?P<piece>kwartaal|helft)"
    rf"|(?P<part>begin|medio|halverwege|midden|einde?|voorjaar|lente|zomer|najaar|herfst|winter))"
    rf"(?:{SPACE}van)?(?:{SPACE}het{SPACE}jaar)?{SPACE}(?:{_MONTH}{SPACE})?{_YEAR}",
    re.IGNORECASE,
)
_YEAR_ALONE = re.compile(_YEAR)
_COUNTS = re.compile(
    rf"{SPACE}(?:euro|procent|miljoen|miljard|gemeenten|inwoners|mensen|jongeren|kinderen|banen"
    rf"|leerlingen|woningen|plekken|plaatsen|zaken|meldingen)(?!\w)|{GAP}%",
    re.IGNORECASE,
)
_JOIN = re.compile(
    rf"{SPACE}(?P<word>tot{SPACE}en{SPACE}met|t/m|tot)(?:{SPACE}(?:de|het))?{SPACE}|{GAP}[–-]{GAP}",
    re.IGNORECASE,
)
_BARE_MONTH = re.compile(rf"(?:(?P<day>[0-3]?[0-9]){SPACE})?{_MONTH}(?=\W)", re.IGNORECASE)


def time_at(text: str, start: int) -> Figure | None:
    """Read a moment, a year or a period that begins exactly at a place, or None."""
    first = _moment(text, start)
    if first is None:
        return _borrowing_period(text, start)
    join = _JOIN.match(text, first.end)
    last = _moment(text, join.end()) if join else None
    if join is None or last is None or first.days is None or last.days is None:
        return first
    return _period(text, first, last, " ".join((join["word"] or "").lower().split()))


def _borrowing_period(text: str, start: int) -> Figure | None:
    """`juli tot september 2024`: the first end has the year of the last."""
    bare = _BARE_MONTH.match(text, start)
    join = _JOIN.match(text, bare.end()) if bare else None
    last = _moment(text, join.end()) if join else None
    if bare is None or join is None or last is None or last.days is None or not bare["month"]:
        return None
    if bare["day"] and last.kind is not FigureKind.DATUM:
        return None
    year, month = last.days[0].year, _MONTH_OF[bare["month"].lower()]
    if bare["day"]:
        first = _dated(bare, start, year, month)
    else:
        first = _of_month(bare[0], start, bare.end(), year, month)
    if first.days is None:
        return None
    return _period(text, first, last, " ".join((join["word"] or "").lower().split()))


def _period(text: str, first: Figure, last: Figure, word: str) -> Figure:
    days = (first.days[0], last.days[1]) if first.days and last.days else None
    value = None
    if (
        word == "tot"
        and isinstance(first.value, Date | Month)
        and isinstance(last.value, Date | Month)
    ):
        value = Period(first.value, last.value)
    return replace(
        first, kind=FigureKind.PERIODE, text=text[first.start : last.end], end=last.end,
        value=value, days=days, noun=word, is_suspicious=first.is_suspicious or last.is_suspicious,
    )  # fmt: skip


def _moment(text: str, start: int) -> Figure | None:
    for pattern in (_DAY, _NUMERIC, _ISO):
        if (match := pattern.match(text, start)) and (found := _day(match, start)):
            return found
    if match := _MONTH_YEAR.match(text, start):
        month = _MONTH_OF[match["month"].lower()]
        return _of_month(match[0], start, match.end(), int(match["year"]), month)
    if match := _PART_YEAR.match(text, start):
        return _part(match, start)
    match = _YEAR_ALONE.match(text, start)
    if match is None or _COUNTS.match(text, match.end()):
        return None
    year = int(match["year"])
    days = (dt.date(year, 1, 1), dt.date(year, 12, 31))
    return Figure(FigureKind.JAAR, match[0], start, match.end(), days=days)


def _day(match: re.Match[str], start: int) -> Figure | None:
    month = match["month"]
    number = int(month) if month.isdigit() else _MONTH_OF[month.lower()]
    if match["year"] is None:
        return Figure(FigureKind.DATUM, match[0], start, match.end())
    return _dated(match, start, int(match["year"]), number)


def _dated(match: re.Match[str], start: int, year: int, month: int) -> Figure:
    try:
        day = dt.date(year, month, int(match["day"]))
    except ValueError:
        return Figure(FigureKind.DATUM, match[0], start, match.end(), is_suspicious=True)
    weekday = match.groupdict().get("weekday")
    is_wrong = weekday is not None and weekday.lower() != WEEKDAYS[day.weekday()]
    return Figure(
        FigureKind.DATUM, match[0], start, match.end(), Date(day), days=(day, day),
        is_suspicious=is_wrong,
    )  # fmt: skip


def _of_month(text: str, start: int, end: int, year: int, month: int) -> Figure:
    days = (dt.date(year, month, 1), _last_day(year, month))
    return Figure(FigureKind.MAAND, text, start, end, Month(year, month), days=days)


def _part(match: re.Match[str], start: int) -> Figure:
    year = int(match["year"])
    if month := match["month"]:
        number = _MONTH_OF[month.lower()]
        days = (dt.date(year, number, 1), _last_day(year, number))
    else:
        nth = match["nth"]
        name = match["part"] or f"{match['piece']}{_ORDINAL[nth.lower()]}"
        first, last = _PARTS.get(name.lower(), (1, 12))
        days = (dt.date(year, first, 1), _last_day(year, last))
    return Figure(
        FigureKind.TIJDVAK,
        match[0],
        start,
        match.end(),
        days=days,
        noun=(match["part"] or match["piece"]).lower(),
    )


def _last_day(year: int, month: int) -> dt.date:
    return dt.date(year, month, calendar.monthrange(year, month)[1])
