"""Names in the letter's own words that are nearly those of the facts.

A published beslisnota of 2024 has `DG Ondernijning` for `DG Ondermijning`, and the name of its
programme appears in print with and without a capital. A name that a fact gives is held against the
same number of typed words: one word may be a slip of the pen away.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from pmg_docs.checks.prose import is_cited, is_typed
from pmg_docs.checks.subject import Subject, Written, warn
from pmg_docs.dutch.places import fold_name
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.fact import Fact, FactSet
from pmg_docs.model.passage import Passage
from pmg_docs.model.value import Organisation, Person, Reference, TextValue

CODES = frozenset({"PMG279", "PMG296"})

_WORD = re.compile(r"[\w’'‘-]+")
_SLIP = 0.8
_SHORTEST = 6
"""In a shorter word one letter more or less is often another word."""
_LONGEST_NAME = 12
_TITLED = re.compile(r"\b(?:[Mm]inister|[Ss]taatssecretaris|mevrouw|de heer) ([A-ZŞĲ][\w’-]+)")


@dataclass(frozen=True, slots=True)
class _Name:
    """A name of the facts: as written, its words, and the fact."""

    text: str
    words: tuple[str, ...]
    path: str


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Typed names that are a slip of the pen, or a capital, away from a name of the facts."""
    yield from misspelt_names(subject.letters, subject.facts)


def misspelt_names(letters: Iterable[Written], facts: FactSet) -> Iterator[Diagnostic]:
    """Typed names in letters or files that are nearly a name of the facts."""
    names = tuple(_names(facts))
    index = _index(names)
    surnames = {fact.value.name.split(" ")[-1] for fact in facts if isinstance(fact.value, Person)}
    for letter in letters:
        for passage in letter.passages:
            yield from _nearly(letter, passage, index)
            yield from _surnames(letter, passage, surnames)


def _names(facts: FactSet) -> Iterator[_Name]:
    for fact in facts:
        for text in _texts_of(fact):
            words = tuple(_WORD.findall(text))
            has_capital = any(word[:1].isupper() for word in words[1:])
            if 2 <= len(words) <= _LONGEST_NAME and has_capital and not re.search(r"\d", text):
                yield _Name(text, words, fact.path)


def _texts_of(fact: Fact) -> tuple[str, ...]:
    match fact.value:
        case TextValue():
            return (fact.value.text,)
        case Person():
            return (fact.value.office,)
        case Organisation():
            parts = ("ministerie", "directoraat_generaal", "directie")
            return tuple(line for part in parts for line in fact.value.parts.get(part, ()))
        case Reference():
            return (fact.value.title,)
    return ()


def _index(names: tuple[_Name, ...]) -> dict[str, list[tuple[_Name, int]]]:
    """Each name by its two longest words: when one of them is misspelt, the other still leads."""
    index: dict[str, list[tuple[_Name, int]]] = defaultdict(list)
    for name in names:
        by_length = sorted(range(len(name.words)), key=lambda n: -len(name.words[n]))
        for position in by_length[:2]:
            index[name.words[position].casefold()].append((name, position))
    return index


def _nearly(
    letter: Written, passage: Passage, index: dict[str, list[tuple[_Name, int]]]
) -> Iterator[Diagnostic]:
    words = list(_WORD.finditer(passage.text))
    told: set[tuple[int, str]] = set()
    right = {
        (first, len(name.words))
        for first, name in _windows(words, index)
        if _as_typed(words, first, name) == name.words
    }
    for first, name in _windows(words, index):
        start, end = words[first].start(), words[first + len(name.words) - 1].end()
        if (first, len(name.words)) in right or (first, name.text) in told:
            continue
        if not is_typed(passage, start, end) or is_cited(passage, start):
            continue
        found = _compared(_as_typed(words, first, name), name)
        if found:
            told.add((first, name.text))
            said = passage.text[start:end]
            yield warn(
                found, f"Hier staat {said}; volgens {name.path} is het {name.text}.",
                letter.at(passage, start, said), f"Noem het feit: {{{{ {name.path} }}}}.",
            )  # fmt: skip


def _windows(
    words: list[re.Match[str]], index: dict[str, list[tuple[_Name, int]]]
) -> Iterator[tuple[int, _Name]]:
    """Where a name could begin, as the number of a word."""
    for number, word in enumerate(words):
        for name, position in index.get(word[0].casefold(), ()):
            first = number - position
            if 0 <= first <= len(words) - len(name.words):
                yield first, name


def _as_typed(words: list[re.Match[str]], first: int, name: _Name) -> tuple[str, ...]:
    return tuple(word[0] for word in words[first : first + len(name.words)])


def _compared(typed: tuple[str, ...], name: _Name) -> str:
    """The code of what is wrong with typed words, or empty when they are right or something else.

    The first letter of a name may be a capital or not, by its place in the sentence.
    """
    own = tuple(word.casefold() for word in name.words)
    folded = tuple(word.casefold() for word in typed)
    if folded == own:
        rest = [(a, b) for a, b in zip(typed, name.words, strict=True) if a[1:] != b[1:]]
        capitals = [(a, b) for a, b in zip(typed[1:], name.words[1:], strict=True) if a != b]
        is_shouted = all(word.isupper() for word in typed)
        return "PMG296" if (rest or capitals) and not is_shouted else ""
    other = [(a, b) for a, b in zip(folded, own, strict=True) if a != b]
    if len(other) != 1:
        return ""
    [(one, right)] = other
    is_form_of = one.startswith(right) or right.startswith(one)
    if min(len(one), len(right)) < _SHORTEST or is_form_of:
        return ""
    return "PMG279" if SequenceMatcher(None, one, right).ratio() >= _SLIP else ""


def _surnames(letter: Written, passage: Passage, surnames: set[str]) -> Iterator[Diagnostic]:
    for found in _TITLED.finditer(passage.text):
        typed = found[1]
        if typed in surnames or not is_typed(passage, found.start(1), found.end(1)):
            continue
        for name in sorted(surnames):
            one, right = fold_name(typed), fold_name(name)
            alike = SequenceMatcher(None, one, right).ratio()
            half = right.split(" ")[0] == one and len(right.split(" ")) > 1
            if (one == right or alike >= _SLIP) and not half and typed != f"{name}s":
                yield warn(
                    "PMG279", f"Hier staat {typed}; volgens de feiten is het {name}.",
                    letter.at(passage, found.start(1), typed), "Noem het feit van deze persoon.",
                )  # fmt: skip
                break
