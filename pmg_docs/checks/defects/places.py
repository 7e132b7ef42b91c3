"""Municipalities of the facts that a file misspells outside a list.

Source: the TOOI value list of municipalities. A list of municipalities is held against it as a
whole; here is a name by itself, that is one or two letters off one that the facts name.
"""

import re
from collections.abc import Iterator

from pmg_docs.checks.defects.manuscript import Manuscript
from pmg_docs.checks.prose import is_cited
from pmg_docs.checks.subject import warn
from pmg_docs.dutch.places import fold_name
from pmg_docs.dutch.register import find
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.fact import FactSet
from pmg_docs.model.passage import Passage
from pmg_docs.model.value import Municipalities

_NAME = re.compile(r"(?<![\w’'-])[A-ZÀ-ÞĲ][\w’'-]*(?![\w’'-])")
_SHORTEST, _LONG = 6, 9
_PLACED = re.compile(r"\b(?:[Ii]n|[Uu]it|[Tt]e|[Nn]aar|[Gg]emeenten?|[Ss]tad)\s$")
_FORMS = re.compile(r"(?:s|se|er|ers|aar|aars|aren|naar|naars|naren|enaar|enaars|ense)$")
"""What makes an inhabitant, or what is from there, of the name of a town."""


def misspelt_places(text: Manuscript, facts: FactSet) -> Iterator[Diagnostic]:
    """Names that are nearly that of a municipality of the facts, and no name themselves."""
    known = {
        fold_name(name): (name, fact.path)
        for fact in facts
        if isinstance(fact.value, Municipalities)
        for name in fact.value.names
    }
    told: set[str] = set()
    for passage in text.passages:
        for found in _NAME.finditer(passage.text):
            typed = fold_name(found[0])
            if len(typed) < _SHORTEST or typed in told or typed in known:
                continue
            meant = _meant(typed, known)
            if not meant or find(found[0]) or not _is_a_place(passage, found, typed):
                continue
            told.add(typed)
            name, path = known[meant]
            yield warn(
                "PMG279", f"Hier staat {found[0]}; volgens {path} is het {name}.",
                text.at(passage, found.start(), found[0]), f"Bedoelt u {name}?",
            )  # fmt: skip


def _meant(typed: str, known: dict[str, tuple[str, str]]) -> str:
    """The name that a word is a slip of the pen for, or empty."""
    for name in known:
        reach = 2 if min(len(name), len(typed)) >= _LONG else 1
        is_near = name[0] == typed[0] and abs(len(name) - len(typed)) <= reach
        if is_near and not _is_form_of(typed, name) and steps(typed, name, reach) <= reach:
            return name
    return ""


def _is_form_of(typed: str, name: str) -> bool:
    """`Leidse` and `Almelose` are no slips of the pen."""
    ending = _FORMS.search(typed)
    return ending is not None and name.startswith(typed[: min(ending.start(), len(name) - 2)])


def _is_a_place(passage: Passage, found: re.Match[str], typed: str) -> bool:
    """Whether a word is used as the name of a town; a long name can hardly be anything else."""
    before = passage.text[max(0, found.start() - 12) : found.start()]
    if is_cited(passage, found.start()):
        return False
    return len(typed) >= _LONG or _PLACED.search(before) is not None


def steps(one: str, other: str, most: int) -> int:
    """How many letters are added, left out, changed or swapped; more than `most` is not counted."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, start=1):
        before, last, row = row, before, [i]
        for j, b in enumerate(other, start=1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if last and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return row[-1]
