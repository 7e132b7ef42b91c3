"""Municipalities that a letter names in its own words, held against the register.

A list in `feiten.yaml` is held against it when it is read. Here are the names that somebody typed:
in a list of names of which most are municipalities, or after the word *gemeente*. A name alone says
little, since many are also a village, a river or a surname.

Source: the TOOI value list of municipalities, which also gives the order (`’s-` at the front does
not count, De, Den and Het do).
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache, lru_cache
from itertools import pairwise

from pmg_docs.checks.prose import is_typed, pieces_in, place_at
from pmg_docs.checks.subject import Subject, Written, warn
from pmg_docs.dutch.dates import write_date
from pmg_docs.dutch.lists import write_list
from pmg_docs.dutch.places import fold_name, is_alphabetical
from pmg_docs.dutch.register import (
    FormerMunicipality,
    Municipality,
    find,
    municipalities,
    nearest,
    successors_today,
)
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.fact import FactSet
from pmg_docs.model.passage import Passage
from pmg_docs.model.value import Date, Municipalities

CODES = frozenset({"PMG245", "PMG246", "PMG247", "PMG248", "PMG249"})

_WORD = r"(?:[’'‘]s[- ])?[A-ZÀ-ÞĲ][\w’'-]*+"
_JOINT = r"(?:(?:aan|bij|en|op|in|ter|den|de|a/d) ){0,3}"
_NAME = rf"{_WORD}(?: {_JOINT}{_WORD}){{0,6}}+(?: \([A-Z][\w.-]*+\))?"
_LIST = re.compile(rf"(?<![\w’'-]){_NAME}(?:, {_NAME})++(?:,? (?:en|of) {_NAME})?")
"""Possessive, so that a line of nothing but capitals takes no longer than another."""

_AFTER_WORD = re.compile(rf"\b[Gg]emeente ({_WORD}(?: {_WORD})*)")
_SLIP = 0.85
_LEAST_IN_ORDER = 6
"""Of five names in any order, one in seven lists has all but one in its place by chance."""
_LEAST = 3
"""A list of fewer names says too little of what it is a list of."""


@dataclass(frozen=True, slots=True)
class _Named:
    """A name in a list, and where it stands in its passage."""

    text: str
    start: int


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Names that are former, unknown or double, in no order, or two names for one municipality."""
    yield from misnamed_municipalities(subject.letters, subject.facts)


def misnamed_municipalities(letters: Iterable[Written], facts: FactSet) -> Iterator[Diagnostic]:
    """What is wrong with the municipalities that letters or files name."""
    declared = {fact.value.names for fact in facts if isinstance(fact.value, Municipalities)}
    for letter in letters:
        for passage in letter.passages:
            for names in _lists(passage):
                yield from _in_list(letter, passage, names, declared)
            yield from _after_the_word(letter, passage)
        yield from _two_names(letter)


def _lists(passage: Passage) -> Iterator[list[_Named]]:
    """The lists of municipalities in a passage that are not wholly the value of a fact."""
    for found in _LIST.finditer(passage.text):
        touched = pieces_in(passage, found.start(), found.end())
        if touched and all(p.fact and p.fact.kind == "gemeenten" for p in touched):
            continue
        names = list(_split(found[0], found.start()))
        known = sum(isinstance(find(name.text), Municipality) for name in names)
        if len(names) >= _LEAST and known >= max(2, 0.6 * len(names)):
            yield names


def typed_lists(passage: Passage) -> Iterator[tuple[int, list[str]]]:
    """The municipalities of each list in a passage that is typed as a whole, with its place."""
    for names in _lists(passage):
        if is_typed(passage, names[0].start, names[-1].start + len(names[-1].text)):
            found = [getattr(find(name.text), "name", name.text) for name in names]
            yield names[0].start, found


def _split(text: str, at: int) -> Iterator[_Named]:
    """The names of a list; `en` parts two names unless one municipality is called so.

    The words of the sentence before the first name are dropped: `Vooral Rotterdam`.
    """
    for number, part in enumerate(re.finditer(r"[^,]+", text)):
        said = part[0].lstrip()
        start = at + part.end() - len(said)
        for word in ("en ", "of "):
            if said.startswith(word):
                said, start = said.removeprefix(word), start + len(word)
        if number == 0:
            lead = _before_name(said)
            said, start = said[lead:], start + lead
        yield from _joined(said, start)


def _before_name(said: str) -> int:
    """How many characters come before a name that the register knows; 0 when there is none."""
    starts = [0, *(space.end() for space in re.finditer(" ", said))]
    return next((start for start in starts if find(said[start:]) is not None), 0)


def _joined(said: str, start: int) -> Iterator[_Named]:
    """Names with `en` between them, the longest that the register knows first."""
    joints = [joint.start() for joint in re.finditer(" en ", said)]
    ends = [len(said), *reversed(joints)] if joints else [len(said)]
    end = next((e for e in ends if find(said[:e]) is not None), joints[0] if joints else len(said))
    yield _Named(said[:end], start)
    if end < len(said):
        rest = end + len(" en ")
        yield from _joined(said[rest:], start + rest)


def _in_list(
    letter: Written,
    passage: Passage,
    names: list[_Named],
    declared: set[tuple[str, ...]],
) -> Iterator[Diagnostic]:
    seen: dict[str, str] = {}
    for name in names:
        found = find(name.text)
        if isinstance(found, Municipality):
            if found.name in seen and is_typed(passage, name.start, name.start + len(name.text)):
                yield warn(
                    "PMG247", f"{found.name} staat twee keer in deze opsomming.",
                    letter.at(passage, name.start, name.text), "Haal een van beide weg.",
                )  # fmt: skip
            seen.setdefault(found.name, name.text)
        else:
            yield from _not_in_register(letter, passage, name, found)
    yield from _order(letter, passage, names, list(seen), declared)


def _not_in_register(
    letter: Written, passage: Passage, name: _Named, found: object
) -> Iterator[Diagnostic]:
    if not is_typed(passage, name.start, name.start + len(name.text)):
        return
    where = letter.at(passage, name.start, name.text)
    if isinstance(found, FormerMunicipality):
        heirs = write_list([heir.name for heir in successors_today(found)] or ["onbekend"])
        yield warn(
            "PMG245", f"De gemeente {found.name} bestaat niet meer (laatste dag: "
            f"{write_date(Date(found.last_day))}).", where, f"Zij ging op in: {heirs}.",
        )  # fmt: skip
    elif found is None and (close := _misspelt(name.text)):
        yield warn(
            "PMG246", f"'{name.text[:60]}' is geen gemeente.", where,
            f"Bedoelt u {close}?",
        )  # fmt: skip


@lru_cache(maxsize=4096)
def _misspelt(name: str) -> str:
    """The municipality that a name is a slip of the pen for, or empty: it may be another place."""
    close = nearest(name, 1)
    alike = SequenceMatcher(None, fold_name(name), fold_name(close[0])).ratio() if close else 0
    return close[0] if alike >= _SLIP else ""


def _order(
    letter: Written,
    passage: Passage,
    names: list[_Named],
    read: list[str],
    declared: set[tuple[str, ...]],
) -> Iterator[Diagnostic]:
    """An order that is neither that of the register nor that of a list in the facts.

    One name out of its place is a slip; a list in wholly another order, as of size, is how somebody
    wanted it.
    """
    is_meant = any(read == [name for name in order if name in read] for order in declared)
    if len(read) < _LEAST_IN_ORDER or is_meant or is_alphabetical(read):
        return
    early, late = next(pair for pair in pairwise(read) if not is_alphabetical(pair))
    if not any(is_alphabetical([n for n in read if n != name]) for name in (early, late)):
        return
    first = next(name for name in names if getattr(find(name.text), "name", "") == late)
    if is_typed(passage, first.start, first.start + len(first.text)):
        yield warn(
            "PMG248", f"Deze opsomming staat op alfabet, maar {early} staat voor {late}.",
            letter.at(passage, first.start, first.text),
            f"Zet {late} voor {early}, of maak er een feit van met volgorde: zoals_gegeven.",
        )  # fmt: skip


def _after_the_word(letter: Written, passage: Passage) -> Iterator[Diagnostic]:
    for found in _AFTER_WORD.finditer(passage.text):
        words = found[1].split(" ")
        tried = (" ".join(words[:n]) for n in range(len(words), 0, -1))
        named = next((find(name) for name in tried if find(name) is not None), None)
        name = named.name if isinstance(named, FormerMunicipality) else ""
        if name and fold_name(found[1]).startswith(fold_name(name)):
            yield from _not_in_register(
                letter, passage, _Named(" ".join(words[: len(name.split())]), found.start(1)), named
            )


def _two_names(letter: Written) -> Iterator[Diagnostic]:
    """Den Haag and ’s-Gravenhage in one document: one municipality that looks like two."""
    folded = [f" {fold_name(passage.text)} " for passage in letter.passages]
    whole = " ".join(folded)
    for name, key, other, other_key in _pairs():
        if f" {key} " in whole and f" {other_key} " in whole:
            number = next(n for n, text in enumerate(folded) if f" {other_key} " in text)
            passage = letter.passages[number]
            yield warn(
                "PMG249", f"{name} en {other} zijn dezelfde gemeente.",
                place_at(passage, 0) or letter.at(passage, 0, other),
                f"Schrijf in één stuk steeds {name}.",
            )  # fmt: skip


@cache
def _pairs() -> tuple[tuple[str, str, str, str], ...]:
    """Each municipality with another name that does not hold its own: both, and both folded."""
    return tuple(
        (municipality.name, key, other, other_key)
        for municipality in municipalities()
        for other in dict.fromkeys((municipality.official_name, *municipality.aliases))
        if (key := fold_name(municipality.name)) not in (other_key := fold_name(other))
        and other_key not in key
        and "(" not in other
    )
