"""Amounts held against a series: that of a year, or the difference of two years."""

import re
from decimal import Decimal

from pmg_docs.checks.statements import words as w
from pmg_docs.checks.statements.fitting import fits
from pmg_docs.checks.statements.judgement import Judgement
from pmg_docs.checks.statements.sentence import LINKED, Sentence
from pmg_docs.checks.statements.verdicts import agrees, contradicts, euros_of, unknown
from pmg_docs.dutch.figures import Figure
from pmg_docs.model.value import Series

_ON_TOP_AFTER = re.compile(
    r"\s*(?:per jaar\s+|structureel\s+|jaarlijks\s+)?(?:méér|meer|hoger|minder|lager|extra bij"
    r"|erbij|bij|bovenop|boven)(?!\w)",
    re.IGNORECASE,
)
_ON_TOP_BEFORE = re.compile(
    r"(?:groeit|groeide|stijgt|steeg|stijging|verhoogd|verschil|toename|gegroeid|gestegen|neemt)\b[^,;]{0,40}\b(?:met|is)\s+"
    r"(?:\w+\s)?$",
    re.IGNORECASE,
)
_COMPARED = re.compile(
    r"\b(?:sinds|ten opzichte van|vergeleken met|in vergelijking met|dan in|t\.o\.v\.)"
    r"\s+(?:\w+\s)?$",
    re.IGNORECASE,
)
"""Before a year that an amount is compared with, and not the one that it is of."""


def judge_by_year(
    sentence: Sentence, figure: Figure, path: str, series: Series, link: float
) -> Judgement | None:
    """An amount against a series: the figure of its year, or the difference of two years."""
    if link < LINKED:
        return None
    values = dict(series.years)
    if _is_on_top(sentence, figure):
        return _difference(figure, path, values, _years_near(sentence, figure), link)
    years = _years_near(sentence, figure, with_compared=False)
    given = [_of_year(series, year) for year in years[:1]]
    if not years:
        is_known = [v for v in values.values() if fits(figure, v)]
        if is_known:
            return agrees(figure, (path,), euros_of(is_known[0]), "bedrag van het programma", link)
        last = values.get(series.structural_from or 0)
        is_whole = not _is_of_a_place(sentence, figure)
        if last is not None and sentence.has(w.PER_YEAR) and is_whole:
            return contradicts(figure, (path,), euros_of(last), "bedrag per jaar", link)
        return unknown(figure, "geen jaar genoemd")
    value = given[0]
    if len(set(years)) > 1 and not _has_year_beside(sentence, figure):
        value = next((v for y in years if (v := _of_year(series, y)) and fits(figure, v)), None)
    if value is None:
        return unknown(figure, f"de feiten noemen geen bedrag voor {years[0]}")
    why = f"het bedrag van het programma in {years[0]}"
    if fits(figure, value):
        return agrees(figure, (path,), euros_of(value), why, link)
    if _is_of_a_place(sentence, figure):
        return unknown(figure, "het bedrag van één gemeente")
    return contradicts(figure, (path,), euros_of(value), why, link)


def _is_of_a_place(sentence: Sentence, figure: Figure) -> bool:
    """Whether the clause names a municipality: a series is of all of them together."""
    begin, end = sentence.clause(figure.start)
    return any(begin <= one.start < end for one in sentence.place_lists)


def _has_year_beside(sentence: Sentence, figure: Figure) -> bool:
    begin, end = sentence.clause(figure.start)
    return any(f.kind.is_time and begin <= f.start < end for f in sentence.figures)


def _is_on_top(sentence: Sentence, figure: Figure) -> bool:
    after = _ON_TOP_AFTER.match(sentence.text, figure.end)
    tail = sentence.around(figure.start).rstrip(' .!?’"')
    is_split = re.search(r"(?:komt|kwam|komen|krijgt|gaat)\b", sentence.text) and re.search(
        r"\b(?:er)?bij$", tail
    )
    return bool(
        after
        or is_split
        or _ON_TOP_BEFORE.search(sentence.text[max(0, figure.start - 80) : figure.start])
    )


def _difference(
    figure: Figure,
    path: str,
    values: dict[int, Decimal],
    years: list[int],
    link: float,
) -> Judgement:
    named = [values[y] for y in dict.fromkeys(years) if y in values]
    if len(named) < 2:
        named = list(values.values()) if len(values) == 2 else []
        difference = abs(named[0] - named[1]) if named else None
        if difference is not None and fits(figure, difference, is_derived=True):
            return agrees(
                figure, (path,), euros_of(difference), "het verschil tussen de jaren", link
            )
        return unknown(figure, "niet te zien tussen welke jaren")
    difference = abs(named[0] - named[1])
    why = "het verschil tussen twee jaren"
    if fits(figure, difference, is_derived=True):
        return agrees(figure, (path,), euros_of(difference), why, link)
    return contradicts(figure, (path,), euros_of(difference), why, link)


def _years_near(sentence: Sentence, figure: Figure, *, with_compared: bool = True) -> list[int]:
    """The years of the sentence, those of the same clause first, the nearest first."""
    begin, end = sentence.clause(figure.start)
    times = [f for f in sentence.figures if f.kind.is_time and f.days]
    if not with_compared:
        times = [f for f in times if not _COMPARED.search(sentence.lead(f.start))]
    near = [f for f in times if begin <= f.start < end] or times
    if (own := _own_of(sentence, figure, near, begin, end)) is not None:
        near.remove(own)
        near.insert(0, own)
        return [f.days[0].year for f in near if f.days]
    near.sort(key=lambda f: min(abs(f.start - figure.end), abs(figure.start - f.end)))
    return [f.days[0].year for f in near if f.days]


def _of_year(series: Series, year: int) -> Decimal | None:
    values = dict(series.years)
    if series.structural_from is not None and year >= series.structural_from:
        return series.years[-1][1]
    return values.get(year)


def _own_of(
    sentence: Sentence, figure: Figure, times: list[Figure], begin: int, end: int
) -> Figure | None:
    """The year of an amount where a clause has as many amounts as years, each with its own."""
    amounts = [f for f in sentence.figures if f.kind is figure.kind and begin <= f.start < end]
    if len(amounts) < 2 or len(amounts) != len(times):
        return None
    ordered = sorted(times, key=lambda f: f.start)
    return ordered[amounts.index(figure)]
