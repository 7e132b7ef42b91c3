"""Reading values back from Dutch text: what was written here, and what others write.

Each function takes one value and nothing around it. It gives None when the text is not such a
value in good Dutch notation, and never guesses: `500.00` and `1.2.3` are no numbers. White space
of any kind and length counts as one space; capitals do not matter.
"""

import datetime as dt
import re
from collections.abc import Iterable
from decimal import Decimal
from unicodedata import normalize

from pmg_docs.dutch.dates import MONTHS, WEEKDAYS
from pmg_docs.dutch.lists import LastWord
from pmg_docs.dutch.numbers import rounded
from pmg_docs.dutch.numerals import read_in_words
from pmg_docs.model.value import AgeRange, Amount, Date, Moment, Month, Number, Percentage, Period

_FIGURE = (
    r"(?P<minus>[-−]?)(?P<whole>0|[1-9][0-9]{0,2}(?:\.[0-9]{3})+|[1-9][0-9]*)(?:,(?P<part>[0-9]+))?"
)
_SCALE = r"(?: (?P<scale>miljoen|mln\.?|miljard|mld\.?|mrd\.?))?"
_DASH = r"(?P<dash>,[-–—])?"
_SIGNED_AMOUNT = re.compile(rf"(?P<before>[-−]?)(?:€|eur) ?{_FIGURE}{_DASH}{_SCALE}")
_SPELLED_AMOUNT = re.compile(rf"(?P<before>){_FIGURE}{_DASH}{_SCALE} (?:euro|eur)")
_NUMBER = re.compile(_FIGURE + _SCALE)
_PERCENTAGE = re.compile(rf"{_FIGURE} ?(?:%|procent)")
_YEAR = r"(?P<year>[1-9][0-9]{3})"
_DATE = re.compile(rf"(?:(?P<weekday>[a-z]+) )?(?P<day>[1-9][0-9]?) (?P<month>[a-z]+) {_YEAR}")
_MONTH = re.compile(rf"(?P<month>[a-z]+) {_YEAR}")
_AGE = "0|[1-9][0-9]*"
_AGES = re.compile(rf"(?:van )?(?P<start>{_AGE}) (?P<word>tot en met|t/m|tot) (?P<end>{_AGE}) jaar")


def read_amount(text: str) -> Amount | None:
    """Read an amount in euros.

    Takes every notation that `amounts` writes, and `€10.000.000`, `€ 48 mln.`, `€ 5,–`,
    `500.000,- euro` and `EUR 500.000`. Cents are two digits or none.
    """
    words = _tidy(text)
    match = _SIGNED_AMOUNT.fullmatch(words) or _SPELLED_AMOUNT.fullmatch(words)
    if match is None:
        spelled = read_in_words(words.removesuffix(" euro")) if words.endswith(" euro") else None
        return None if spelled is None else Amount(Decimal(spelled))
    scale, part = match["scale"], match["part"]
    if (match["dash"] and (part or scale)) or (match["before"] and match["minus"]):
        return None
    if part and not scale and len(part) != 2:
        return None
    euros = _read_figure(match, scale)
    if euros != rounded(euros, 2):
        return None
    return Amount(-euros if match["before"] else euros)


def read_number(text: str) -> Number | None:
    """Read a number in digits (`2100`, `12.500`, `12,5`, `1,2 miljoen`) or in words.

    A number that begins with a zero too many is none: it is a code, not a count.
    """
    words = _tidy(text)
    if match := _NUMBER.fullmatch(words):
        return Number(_read_figure(match, match["scale"]))
    spelled = read_in_words(words)
    return None if spelled is None else Number(Decimal(spelled))


def read_percentage(text: str) -> Percentage | None:
    """Read a percentage: `12,5%`, `12,5 %` or `12,5 procent`."""
    match = _PERCENTAGE.fullmatch(_tidy(text))
    return Percentage(_read_figure(match)) if match else None


def read_date(text: str) -> Date | None:
    """Read a day: `4 april 2024`, with or without the weekday, which must be the right one."""
    match = _DATE.fullmatch(_tidy(text))
    if match is None or match["month"] not in MONTHS:
        return None
    month = MONTHS.index(match["month"]) + 1
    try:
        day = dt.date(int(match["year"]), month, int(match["day"]))
    except ValueError:
        return None
    if match["weekday"] not in (None, WEEKDAYS[day.weekday()]):
        return None
    return Date(day)


def read_month(text: str) -> Month | None:
    """Read a month: `juli 2024`."""
    match = _MONTH.fullmatch(_tidy(text))
    if match is None or match["month"] not in MONTHS:
        return None
    return Month(int(match["year"]), MONTHS.index(match["month"]) + 1)


def read_moment(text: str) -> Moment | None:
    """Read a day or a month."""
    return read_date(text) or read_month(text)


def read_period(text: str) -> Period | None:
    """Read a period: `juli 2024 tot juli 2027`, with or without `van` before it.

    A period "tot en met" is None: its last day is not the end that a `Period` holds, and the one
    is not made from the other. The order of the two ends is as written, also when it is wrong.
    """
    start, word, end = _tidy(text).removeprefix("van ").partition(" tot ")
    if not word:
        return None
    first, last = read_moment(start), read_moment(end)
    return Period(first, last) if first and last else None


def read_age_range(text: str) -> AgeRange | None:
    """Read ages: `8 tot en met 27 jaar`, `8 t/m 27 jaar` or `8 tot 27 jaar`."""
    match = _AGES.fullmatch(_tidy(text))
    if match is None:
        return None
    start, end = int(match["start"]), int(match["end"])
    if match["word"] == "tot":
        return AgeRange(start, until=end)
    return AgeRange(start, through=end)


def read_list(
    text: str, *, known: Iterable[str] = (), last: LastWord = "en"
) -> tuple[str, ...] | None:
    """Read the items of a list in running text: `a, b en c`.

    Args:
        text: the list and nothing around it.
        known: items that themselves hold a comma, `en` or `of`, such as `Gilze en Rijen`.
        last: the word before the last item.

    Returns:
        The items, or None when commas and last word do not make a list.
    """
    words = " ".join(text.split())
    held = sorted((item for item in known if item in words), key=len, reverse=True)
    for number, item in enumerate(held):
        words = words.replace(item, chr(_PRIVATE_USE + number))
    start, word, final = words.rpartition(f" {last} ")
    items = [*start.split(", "), final] if word else [final]
    if any(not item or "," in item or f" {last} " in item for item in items):
        return None
    return tuple(_put_back(item, held) for item in items)


_PRIVATE_USE = 0xF0000


def _put_back(item: str, held: list[str]) -> str:
    for number, original in enumerate(held):
        item = item.replace(chr(_PRIVATE_USE + number), original)
    return item


def _tidy(text: str) -> str:
    return " ".join(normalize("NFC", text).lower().split())


def _read_figure(match: re.Match[str], scale: str | None = None) -> Decimal:
    """The exact value of a matched figure; no arithmetic, so nothing is rounded."""
    exponent = 0 if not scale else 6 if scale.startswith(("miljoen", "mln")) else 9
    minus = "-" if match["minus"] else ""
    digits = f"{minus}{match['whole'].replace('.', '')}.{match['part'] or '0'}E{exponent}"
    value = format(Decimal(digits), "f")
    return Decimal(value.rstrip("0").rstrip(".") if "." in value else value)
