"""The names of directorates and the like, held against those that the facts spell."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from pmg_docs.checks.statements.judgement import Judgement
from pmg_docs.checks.statements.knowledge import Knowledge, once
from pmg_docs.checks.statements.mentions import Mention
from pmg_docs.checks.statements.sentence import Sentence
from pmg_docs.checks.statements.verdicts import agrees, contradicts
from pmg_docs.dutch.places import fold_name
from pmg_docs.model.value import Organisation, TextValue

_NUMBERED = re.compile(r"\d")
"""A postcode, box or house number is no name, and near to thousands of others."""


def judge_bodies(
    sentence: Sentence, known: Knowledge, spoken_for: list[tuple[int, int]]
) -> Iterator[Judgement]:
    """The verdict on every name of a body, right or nearly so, outside what is judged."""
    taken = list(spoken_for)
    for path, name in _names(known):
        head = name.split()[0]
        if head not in sentence.text:
            continue
        for match in re.finditer(rf"\b{re.escape(head)}\s", sentence.text):
            if any(start <= match.start() < end for start, end in taken):
                continue
            said = _as_long(sentence.text, match.start(), name)
            if fold_name(said.text) == fold_name(name):
                taken.append((said.start, said.end))
                yield agrees(said, (path,), name, "dezelfde naam", 4)
            elif _is_misspelt(said.text, name, known):
                taken.append((said.start, said.end))
                yield contradicts(said, (path,), name, "bijna dezelfde naam", 3)


@once
def _names(known: Knowledge) -> list[tuple[str, str]]:
    names = []
    for fact in known.facts:
        if isinstance(fact.value, Organisation):
            names += [
                (fact.path, line)
                for lines in fact.value.parts.values()
                for line in lines
                if " " in line and not _NUMBERED.search(line)
            ]
        elif isinstance(fact.value, TextValue) and fact.path.startswith(
            ("dg_", "directie_", "organisatie_")
        ):
            names.append((fact.path, fact.value.text))
    return sorted(names, key=lambda one: -len(one[1]))


def _as_long(text: str, start: int, name: str) -> Mention:
    """As many words from a place as the name has."""
    words = list(re.finditer(r"[\w’'-]+", text[start : start + 2 * len(name) + 20]))[
        : len(re.findall(r"[\w’'-]+", name))
    ]
    end = start + words[-1].end()
    return Mention(text[start:end], start, end, "", "", "", "")


def _is_misspelt(said: str, name: str, known: Knowledge) -> bool:
    if any(fold_name(said) == fold_name(other) for _, other in _names(known)):
        return False
    words, real = fold_name(said).split(), fold_name(name).split()
    if len(words) != len(real) or len(real) < 2:
        return False
    ratio = SequenceMatcher(None, " ".join(words[1:]), " ".join(real[1:])).ratio()
    return ratio >= 0.8
