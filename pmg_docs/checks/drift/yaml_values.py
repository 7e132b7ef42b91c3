"""Words that somebody typed over a fact, as that fact would be typed in feiten.yaml."""

import re
from decimal import Decimal

from pmg_docs.dutch.reading import (
    read_age_range,
    read_amount,
    read_date,
    read_list,
    read_month,
    read_number,
    read_percentage,
    read_period,
)
from pmg_docs.dutch.register import municipalities
from pmg_docs.model.value import AgeRange, Date, Month, Period

_PLAIN = re.compile(r"[A-Za-zÀ-ɏ][\w.()/’-]*(?: [\w.()/’-]+)*")
_MEANT_OTHERWISE = frozenset({"ja", "nee", "true", "false", "yes", "no", "null", "on", "off"})
_SCALAR = re.compile(r"""'(?:[^']|'')*'|"(?:[^"\\]|\\.)*"|[^#\s,{}\[\]][^#,{}\[\]]*""")
_BLOCK_SCALAR = re.compile(r"""'(?:[^']|'')*'|"(?:[^"\\]|\\.)*"|[^#\s](?:[^#]|(?<=\S)#)*""")


def yaml_value(kind: str, text: str) -> str | None:
    """A value of a kind as it is typed behind its key: `550000`, `2024-07`, `{van: …, tot: …}`.

    Args:
        kind: the kind of the fact (`bedrag`).
        text: what somebody typed in its place.

    Returns:
        None when these words are no such value in good notation.
    """
    match kind:
        case "bedrag":
            amount = read_amount(text)
            return yaml_figure(amount.euros) if amount else None
        case "getal":
            number = read_number(text)
            return yaml_figure(number.number) if number else None
        case "percentage":
            share = read_percentage(text)
            return yaml_figure(share.number) if share else None
        case "datum":
            return _moment(read_date(text))
        case "maand":
            return _moment(read_month(text))
        case "periode":
            return _period(read_period(text))
        case "leeftijd":
            return _ages(read_age_range(text))
        case "gemeenten":
            return _names(text)
        case "tekst" | "kenmerk":
            return as_scalar(text)
    return None


def as_scalar(text: str) -> str:
    """Words as a YAML scalar, between quotes unless they can be nothing but words."""
    words = " ".join(text.split())
    if _PLAIN.fullmatch(words) and words.casefold() not in _MEANT_OTHERWISE:
        return words
    return "'" + words.replace("'", "''") + "'"


def with_scalar(line: str, column: int, value: str) -> str | None:
    """A line of YAML with another scalar from a column on, counted from 1; None without one."""
    before, rest = line[: column - 1], line[column - 1 :]
    is_flow = before.count("{") + before.count("[") > before.count("}") + before.count("]")
    found = (_SCALAR if is_flow else _BLOCK_SCALAR).match(rest)
    if found is None or rest[:1] in {"|", ">", "{", "["} or found[0].endswith(":"):
        return None
    if re.match(r"[\w-]+:(?:\s|$)", rest):  # a key: the fact is more than one scalar
        return None
    old = found[0].rstrip()
    new = f"'{value}'" if _needs_quotes(value, old, is_flow=is_flow) else value
    return f"{before}{new}{rest[len(old) :]}"


def _needs_quotes(value: str, old: str, *, is_flow: bool) -> bool:
    if value[:1] in {"'", '"'}:
        return False
    return old[:1] in {"'", '"'} or (is_flow and bool(set(",[]{}") & set(value)))


def yaml_figure(number: Decimal) -> str:
    """A number as it is typed: without points, with a comma before decimals."""
    digits = f"{number:f}"
    digits = digits.rstrip("0").rstrip(".") if "." in digits else digits
    return digits.replace(".", ",")


def _moment(moment: Date | Month | None) -> str | None:
    match moment:
        case Date():
            return moment.day.isoformat()
        case Month():
            return f"{moment.year:04d}-{moment.month:02d}"
    return None


def _period(period: Period | None) -> str | None:
    if period is None:
        return None
    return f"{{van: {_moment(period.start)}, tot: {_moment(period.end)}}}"


def _ages(ages: AgeRange | None) -> str | None:
    if ages is None:
        return None
    last = f"tot_en_met: {ages.through}" if ages.through is not None else f"tot: {ages.until}"
    return f"{{van: {ages.start}, {last}}}"


def _names(text: str) -> str | None:
    known = [one.name for one in municipalities() if re.search(r",| en | of ", one.name)]
    names = read_list(text, known=known)
    return f"[{', '.join(map(as_scalar, names))}]" if names else None
