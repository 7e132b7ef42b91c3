"""The fields of a file: a label with its value beside or below it.

Source: the frame of the beslisnota and the Kamerbrief, with `Ons kenmerk` and `Datum` on every
page. The beslisnota of 4 April 2024 on Preventie met Gezag went out with `Dossiernummer x`.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from pmg_docs.checks.defects.manuscript import Manuscript
from pmg_docs.checks.rules.form import is_left_open
from pmg_docs.checks.subject import refute, warn
from pmg_docs.dutch.reading import read_date
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.passage import Part, Passage, Shape

_OWN_NUMBER = ("Ons kenmerk", "Onze referentie", "Kenmerk")
_LABELS = (
    *_OWN_NUMBER,
    "Uw kenmerk",
    "Uw referentie",
    "Datum",
    "Dossiernummer",
    "Zaaknummer",
    "Projectnaam",
    "Onderwerp",
    "Betreft",
    "Contactpersoon",
    "Telefoon",
    "E-mail",
    "Kopie aan",
    "Auteur",
    "Versie",
)
_LABEL = re.compile(rf"({'|'.join(map(re.escape, _LABELS))})(?:\s*:\s*|\s+|$)(.*)")
_NUMBER = re.compile(r"(?=\S*\d)\S+(?: \S+)?")
_NOTHING = re.compile(r"[-–—]+")
"""A dash says that there is none, and is no gap."""
_NEAR = 8
"""Passages between a date and a kenmerk that stand in one and the same frame."""


@dataclass(frozen=True, slots=True)
class LabelledValue:
    """A label with its value, the passage that holds the value, and its number among all."""

    label: str
    value: str
    passage: Passage
    number: int


def open_fields(text: Manuscript) -> Iterator[Diagnostic]:
    """A label of which the value was left to fill in."""
    told: set[tuple[str, str]] = set()
    for one in open_values(text):
        if (one.label, one.value) not in told:
            told.add((one.label, one.value))
            yield warn(
                "PMG288", f"Hier moet nog iets worden ingevuld: {one.label} {one.value}.",
                text.at(one.passage, 0, one.value), "Vul het in, of laat het veld weg.",
            )  # fmt: skip


def open_values(text: Manuscript) -> Iterator[LabelledValue]:
    """The values that nobody means; a page that repeats a field repeats its value."""
    for one in _fields(text):
        if is_left_open(one.value) and not _NOTHING.fullmatch(one.value):
            yield one


def differing_fields(text: Manuscript) -> Iterator[Diagnostic]:
    """A kenmerk or date of the file itself that is not the same on each page."""
    fields = list(_fields(text))
    numbers = [f for f in fields if f.label in _OWN_NUMBER and _NUMBER.fullmatch(f.value)]
    days = [
        f for f in fields
        if f.label == "Datum" and read_date(f.value) and _is_in_frame(f, numbers)
    ]  # fmt: skip
    yield from _differing(text, numbers, "PMG385", "kenmerk")
    yield from _differing(text, days, "PMG386", "datum")


def _fields(text: Manuscript) -> Iterator[LabelledValue]:
    """Each label with its value: beside it, behind it, or in the next passage of that part."""
    pairs = zip_longest(text.everything, text.everything[1:])
    for number, (passage, after) in enumerate(pairs):
        if passage.part is Part.NOTE:
            continue
        if passage.label.rstrip(" :") in _LABELS:
            yield LabelledValue(passage.label.rstrip(" :"), passage.text, passage, number)
            continue
        found = _LABEL.fullmatch(passage.text)
        if found is None:
            continue
        label, value = found.groups()
        if value:
            yield LabelledValue(label, value, passage, number)
        elif after is not None and after.part is passage.part and not _LABEL.fullmatch(after.text):
            yield LabelledValue(label, after.text, after, number)


def _is_in_frame(day: LabelledValue, numbers: Sequence[LabelledValue]) -> bool:
    """Whether a date is that of the file, and not one of a list of meetings."""
    if day.passage.part in (Part.HEADER, Part.FOOTER):
        return True
    is_beside = any(abs(day.number - one.number) <= _NEAR for one in numbers)
    return is_beside and day.passage.shape is not Shape.CELL


def _differing(
    text: Manuscript, fields: Sequence[LabelledValue], code: str, what: str
) -> Iterator[Diagnostic]:
    counted = Counter(one.value for one in fields)
    if len(counted) < 2:
        return
    usual = next(one.value for one in fields if counted[one.value] == max(counted.values()))
    told: set[str] = {usual}
    for one in fields:
        if one.value not in told:
            told.add(one.value)
            yield refute(
                code, f"Het {what} is hier {one.value}, en elders in dit stuk {usual}."
                if what == "kenmerk" else
                f"De {what} is hier {one.value}, en elders in dit stuk {usual}.",
                text.at(one.passage, 0, one.value),
                f"Zet op elke bladzijde {'hetzelfde' if what == 'kenmerk' else 'dezelfde'} {what}.",
            )  # fmt: skip
