"""Which of the groups that the facts count a number is about."""

import re

from pmg_docs.checks.statements import words as w
from pmg_docs.checks.statements.fitting import fits
from pmg_docs.checks.statements.group_cues import named_cues
from pmg_docs.checks.statements.knowledge import Count, Knowledge, cues_in
from pmg_docs.checks.statements.sentence import Sentence
from pmg_docs.dutch.figures import Figure, FigureKind

WEAK = frozenset({"eerder", "nieuw", "geheel"})
"""Cues that as well belong to what the sentence says beside the number."""
_STRONG_EARLIER = re.compile(r"\b(?:structure\w+|eerder\w*|bestaande)\b", re.IGNORECASE)


def meant_by(counts: list[Count], cues: frozenset[str]) -> Count | None:
    """The one count that the cues point at, or None."""
    scored = sorted(
        ((len(c.cues & cues), -i) for i, c in enumerate(counts) if c.cues & cues), reverse=True
    )
    return counts[-scored[0][1]] if scored else None


def best_of(fitting: list[Count], cues: frozenset[str]) -> Count | None:
    """Of the counts that fit the one with most of the cues, a given one before a derived one."""
    return max(fitting, key=lambda c: (len(c.cues & cues), not c.is_derived), default=None)


def is_open_to(count: Count, sentence: Sentence, known: Knowledge) -> bool:
    """Whether a sum of two groups is spoken of: both their cues, or both their numbers, occur."""
    if "+" not in count.cues:
        return True
    cues = named_cues(sentence.text, known)
    has_whole = any(c.cues == {"geheel"} for c in known.counts)
    if not has_whole:
        return True
    parts = [c for c in known.counts if not c.is_derived and set(c.facts) <= set(count.facts)]
    numbers = [f for f in sentence.figures if f.kind is FigureKind.GETAL]
    said = all(any(fits(f, part.number) for f in numbers) for part in parts)
    return said or all(part.cues & cues for part in parts)


def clashes(
    best: Count, meant: Count | None, counts: list[Count], cues: frozenset[str], sentence: Sentence,
    figure: Figure,
) -> bool:  # fmt: skip
    """Whether the number is right for one group while the sentence speaks of another."""
    if meant is None:
        return _is_of_another(best, counts, cues, sentence, figure)
    if "+" in best.cues and meant.cues & cues == {"eerder"} and "geheel" not in cues:
        return _STRONG_EARLIER.search(sentence.around(figure.start)) is not None
    if meant == best or "+" in best.cues or meant.number == best.number:
        return False
    shared = meant.cues & cues
    if len(best.cues & cues) >= len(shared) or all(cue.isdigit() for cue in shared):
        return False
    if shared == {"eerder"}:
        is_new = sentence.lead(figure.start).lower().rstrip().endswith("nieuwe")
        return not is_new and _STRONG_EARLIER.search(sentence.around(figure.start)) is not None
    is_new = meant.is_derived and set(best.facts) <= set(meant.facts)
    if is_new and not best.cues & {"start", "geheel"}:
        return False
    numbers = [f for f in sentence.figures if f.kind is FigureKind.GETAL and f != figure]
    if shared <= WEAK and any(fits(f, meant.number) for f in numbers):
        return False
    return not (shared in ({"geheel"}, {"nieuw"}) and best.cues & cues_in(sentence.text))


def _is_of_another(
    best: Count, counts: list[Count], cues: frozenset[str], sentence: Sentence, figure: Figure
) -> bool:
    """Whether `de 27 gemeenten van` the subject are given the number of those before them."""
    if not best.cues or best.cues & cues or best.is_derived or not sentence.names_subject:
        return False
    has_plain = any(not c.cues and not c.is_derived for c in counts)
    return (
        has_plain and re.search(r"\bde\s+$", sentence.lead(figure.start), re.IGNORECASE) is not None
    )


def default_for(
    counts: list[Count], sentence: Sentence, figure: Figure, cues: frozenset[str]
) -> Count | None:
    """The group that a sentence means when it does not say which."""
    plain = [c for c in counts if not c.cues and not c.is_derived]
    is_ours = sentence.names_subject or sentence.names_shortly
    if plain and (
        is_ours or (sentence.has(w.RECEIVE, figure.start) and not sentence.names_programme)
    ):
        return plain[0]
    whole = [c for c in counts if c.cues == {"geheel"}]
    if whole and sentence.names_programme:
        return whole[0]
    is_new = "nieuw" in cues and not any("nieuw" in c.cues for c in counts)
    if plain and is_new and sentence.names_programme:
        return plain[0]
    is_whole = cues == {"geheel"} or sentence.has(w.FAMILIES["geheel"], figure.start)
    if sentence.names_programme and is_whole:
        summed = [c for c in counts if "+" in c.cues]
        if len(summed) == 1:
            return summed[0]
    ours = [c for c in counts if not c.is_derived]
    if len(ours) == 1 and sentence.names_programme:
        return ours[0]
    return plain[0] if plain and sentence.surroundings and _is_near(plain[0], figure) else None


def _is_near(count: Count, figure: Figure) -> bool:
    """Whether a number is so near that of a group that it can hardly be that of another."""
    return figure.high is not None and 0 < abs(figure.high - count.number) * 10 <= count.number


def is_other_year(known: Knowledge, cues: frozenset[str]) -> bool:
    """Whether the cues hold years, and none of them is that of a group of the facts."""
    years = {cue for cue in cues if cue.isdigit()}
    known_years = {cue for c in known.counts for cue in c.cues if cue.isdigit()}
    return bool(years) and bool(known_years) and not years & known_years
