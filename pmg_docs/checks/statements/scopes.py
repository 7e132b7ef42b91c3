"""For whom and for how long an amount is meant, by the words around it."""

import re
from dataclasses import replace

from pmg_docs.checks.statements import words as w
from pmg_docs.checks.statements.fitting import fits
from pmg_docs.checks.statements.knowledge import Knowledge, Sum, once
from pmg_docs.checks.statements.sentence import Sentence
from pmg_docs.checks.statements.timespans import span_of
from pmg_docs.dutch.figures import Figure, FigureKind

_TOTAL_BEFORE = re.compile(
    r"(?:in totaal|totaal van|totale bedrag van|totaal)\s+(?:\w+\s)?$", re.IGNORECASE
)
_OF_OURSELVES = re.compile(r"\b(?:je|we|wij|ons|onze|u)\b", re.IGNORECASE)
_IN_A_YEAR = re.compile(r"\s+(?:in|voor)\s+20[0-9]{2}\b")
_TIMES = re.compile(r"\s*(?:keer|maal|×|x)\s*(?:€\s*)?", re.IGNORECASE)
_EVERY_YEAR = re.compile(r"\s+(?:lang|achtereen|achter elkaar)\b")
"""Behind a number of years: `drie jaar lang 500.000 euro` is so much a year, or in all."""
_TOGETHER = re.compile(r"\b(?:bij elkaar|samen|opgeteld|tezamen)\b", re.IGNORECASE)
"""All municipalities together, or all years: where a year was spoken of it may be either."""


def sums_meant(sentence: Sentence, known: Knowledge, figure: Figure) -> tuple[list[Sum], bool]:
    """The sums that an amount can be: for each or all, for a year, a month or the whole time."""
    if factors := sums_multiplied(sentence, known, figure):
        return factors, True
    each, count = for_whom(sentence, known, figure)
    yearly = _yearly(sentence, figure)
    sums = [s for s in known.sums if each is None or s.is_each is each]
    if count > 1:
        several = [
            replace(s, euros=s.euros * count, is_derived=True) for s in known.sums if s.is_each
        ]
        sums = several if each is False else [*sums, *several]
    if yearly is None:
        return sums, each is not None
    if parts := _parts_of_a_year(sentence, figure):
        years = [s for s in sums if s.is_yearly]
        return [replace(s, euros=s.euros / parts, is_derived=True) for s in years], True
    return [s for s in sums if s.is_yearly is yearly], True


def sums_multiplied(sentence: Sentence, known: Knowledge, figure: Figure) -> list[Sum]:
    """Of `twintig keer 500.000 euro` what each gets, if there are twenty; or what a year gives."""
    main = next((c for c in known.counts if not c.cues and not c.is_derived), None)
    for other in sentence.figures:
        if not _TIMES.fullmatch(sentence.text, other.end, figure.start):
            continue
        if main and fits(other, main.number):
            return [s for s in known.sums if s.is_each]
        if known.years and fits(other, known.years[0]):
            return [s for s in known.sums if s.is_yearly]
    return []


def for_whom(sentence: Sentence, known: Knowledge, figure: Figure) -> tuple[bool | None, int]:
    """Whether an amount is for each municipality (None: not said), and for how many named ones."""
    clause = sentence.around(figure.start)
    begin, end = sentence.clause(figure.start)
    if "gemeente" in figure.per or w.EACH.occurs_in(clause):
        return True, 1
    named = [p for one in sentence.place_lists for p in one.places]
    in_clause = [p for p in named if begin <= p.start < end] or (
        named if not w.RECIPIENTS.occurs_in(clause) else []
    )
    ours = [p for p in in_clause if set(p.names) & known.places]
    amounts = [f for f in sentence.figures if f.kind is figure.kind and begin <= f.start < end]
    if len(ours) == len(in_clause) == len(amounts) > 1:
        return True, 1
    if ours and len(ours) == len(in_clause):
        if w.ALL.occurs_in(clause) and len(ours) > 1:
            return False, len(ours)
        return (True, 1) if len(ours) == 1 else (True, len(ours))
    if w.ALL.occurs_in(clause) or all_before(sentence, figure):
        return False, 1
    if len(in_clause) == 1 and not ours:
        return None, 1
    if w.RECIPIENTS.occurs_in(clause):
        return None, 1
    if w.EACH.occurs_in(sentence.text):
        return (None if _is_each_of_another(sentence, figure) else True), 1
    if _OF_OURSELVES.search(clause):
        return None, 1
    return (False, 1) if sentence.names_subject or sentence.names_programme else (None, 1)


def _is_each_of_another(sentence: Sentence, figure: Figure) -> bool:
    """Whether `per gemeente` belongs to another amount: `10 miljoen, ofwel 5 ton per gemeente`."""
    others = (f for f in sentence.figures if f.kind is figure.kind and f != figure)
    return any(
        "gemeente" in other.per or w.EACH.occurs_in(sentence.around(other.start))
        for other in others
    )


def all_before(sentence: Sentence, figure: Figure) -> bool:
    """Whether the words directly before an amount say that it is a total."""
    return _TOTAL_BEFORE.search(sentence.lead(figure.start)) is not None


def _parts_of_a_year(sentence: Sentence, figure: Figure) -> int:
    """Into how many parts a year goes of which an amount is that of one; 0 when of no part."""
    for unit, (parts, family) in w.PARTS_OF_A_YEAR.items():
        if unit in figure.per or (not figure.per and sentence.has(family, figure.start)):
            return parts
    return 0


def _yearly(sentence: Sentence, figure: Figure) -> bool | None:
    if "jaar" in figure.per or _parts_of_a_year(sentence, figure):
        return True
    if _TOTAL_BEFORE.search(sentence.text[max(0, figure.start - 30) : figure.start]):
        return False
    clause = sentence.around(figure.start)
    if w.PER_YEAR.occurs_in(clause) or _IN_A_YEAR.match(sentence.text, figure.end):
        return True
    begin, end = sentence.clause(figure.start)
    lasting = [f for f in sentence.figures if f.kind is FigureKind.DUUR and begin <= f.start < end]
    if any(_EVERY_YEAR.match(sentence.text, f.end) for f in lasting):
        return None
    says_yearly, says_all = w.PER_YEAR.occurs_in(sentence.text), w.IN_ALL.occurs_in(sentence.text)
    if says_yearly and not lasting and _TOGETHER.search(clause):
        return None
    if lasting or w.IN_ALL.occurs_in(clause):
        return False
    return False if says_all and not says_yearly else None


def is_other_time(sentence: Sentence, known: Knowledge, figure: Figure) -> bool:
    """Whether the clause names a year that lies outside every period of the facts."""
    begin, end = sentence.clause(figure.start)
    spans = _periods(known)
    years = {
        f.days[0].year
        for f in sentence.figures
        if f.kind.is_time and f.days and begin <= f.start < end and not sentence.is_in_title(f)
    }
    return bool(years and spans) and not any(
        first <= year <= last for year in years for first, last in spans
    )


def is_of_a_short_year(sentence: Sentence, known: Knowledge, figure: Figure) -> bool:
    """Whether the clause names a first or last year of which the facts hold a part only."""
    begin, end = sentence.clause(figure.start)
    short = _short_years(known)
    return any(
        f.days and f.days[0].year in short
        for f in sentence.figures
        if f.kind is FigureKind.JAAR and begin <= f.start < end and not sentence.is_in_title(f)
    )


@once
def _short_years(known: Knowledge) -> frozenset[int]:
    spans = [span for f in known.facts if (span := span_of(f.value)) is not None]
    begun = {first.year for first, _ in spans if (first.month, first.day) != (1, 1)}
    ended = {last.year for _, last in spans if (last.month, last.day) != (12, 31)}
    return frozenset(begun | ended)


@once
def _periods(known: Knowledge) -> list[tuple[int, int]]:
    return [
        (span[0].year, span[1].year) for f in known.facts if (span := span_of(f.value)) is not None
    ]
