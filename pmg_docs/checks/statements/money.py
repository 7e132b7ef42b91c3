"""Amounts: for whom and for how long an amount is meant, and what the facts give for that."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from pmg_docs.checks.statements import words as w
from pmg_docs.checks.statements.fitting import distance, fits
from pmg_docs.checks.statements.judgement import Judgement, Verdict
from pmg_docs.checks.statements.knowledge import Knowledge, Sum, once
from pmg_docs.checks.statements.sentence import LINKED, Sentence
from pmg_docs.checks.statements.timespans import span_of
from pmg_docs.checks.statements.verdicts import agrees, contradicts, unknown
from pmg_docs.dutch.amounts import AmountNotation, write_amount
from pmg_docs.dutch.figures import Approximation, Figure, FigureKind
from pmg_docs.model.value import Series

_OTHER_UNITS = frozenset({
    "persoon", "inwoner", "jongere", "kind", "deelnemer", "uur", "dag", "week", "keer", "wijk",
    "project", "hectare", "school", "gezin", "leerling",
})  # fmt: skip
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
_TOTAL_BEFORE = re.compile(
    r"(?:in totaal|totaal van|totale bedrag van|totaal)\s+(?:\w+\s)?$", re.IGNORECASE
)
_WHOLE_PROGRAMME = re.compile(
    r"\b(?:hele|heel|gehele|totale|complete)\s+(?:programma|Preventie)", re.IGNORECASE
)
_LONG_AGO = re.compile(
    r"\b(?:vorig jaar|vorige jaren|destijds|toen nog|indertijd|voorheen|vroeger|jarenlang)\b",
    re.IGNORECASE,
)
_MULTIPLIED = re.compile(r"\b(?:keer|maal)\b|×")
_PART = re.compile(
    r"\b(?:daarvan|waarvan|hiervan|een deel|restant|resterende|overige|deze week)\b", re.IGNORECASE
)
_PAYER = re.compile(r"\b(?:[Dd]e ministers|[Hh]et kabinet|[Hh]et Rijk|[Hh]et ministerie)\b")
_OWN_SHARE = re.compile(
    r"\b(?:leg|betaal|steek|steken|invest|draag|dragen|financier)\w*\b[^,;.]{0,30}\bzelf\s+"
    r"(?:(?!als|van)\w+\s+){0,2}$",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"\b(?:vroeg(?:en)?|vraagt|vragen)\b[^,;]*\b(?:miljoen|mln|euro|ton)\b|\baangevraagde?\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"\b[Ee]erder\s+(?:\w+\s+)?(?:kreeg|kregen|ontving\w*|was|waren|ging)\b"
    r"|\b(?:kreeg|kregen|ontving\w*|was|waren)\s+(?:\w+\s+){0,3}(?:eerder|voorheen)\b"
)
_ROUNDED = frozenset({Approximation.RUIM, Approximation.BIJNA, Approximation.ONGEVEER})
_TOO_ROUND = 1.25
"""As a factor: who writes `ruim 30 miljoen` of 36 rounds badly, and may speak of the same."""
_TIMES = re.compile(r"(?:keer|maal|×|x)\s*(?:€\s*)?$", re.IGNORECASE)


def judge_amounts(sentence: Sentence, known: Knowledge) -> Iterator[Judgement]:
    """The verdict on every amount of a sentence."""
    for figure in sentence.figures:
        if figure.kind is not FigureKind.BEDRAG:
            continue
        if sentence.is_hypothetical or sentence.is_denied(figure.start):
            yield unknown(figure, "een wens, een voorwaarde of iets dat de zin zelf ontkent")
        elif _OWN_SHARE.search(sentence.lead(figure.start)):
            yield unknown(figure, "wat zij er zelf bij leggen")
        elif _ASKED.search(sentence.around(figure.start)):
            yield unknown(figure, "wat er is gevraagd")
        elif _is_retracted(sentence, figure) or set(figure.per) & _OTHER_UNITS:
            yield unknown(figure, "ingetrokken, of per iets anders geteld")
        else:
            yield _judge(sentence, known, figure)


def _is_retracted(sentence: Sentence, figure: Figure) -> bool:
    clause = sentence.around(figure.start)
    return w.RETRACTED.search(clause) is not None and "eerder" not in clause.lower()


def _judge(sentence: Sentence, known: Knowledge, figure: Figure) -> Judgement:
    link = sentence.link(figure.start)
    for fact, series in known.series:
        if not series.is_money:
            continue
        is_named = sentence.names_programme or sentence.names_the_programme
        found = _by_year(sentence, figure, fact.path, series, link if is_named else LINKED)
        if found is not None and (is_named or _is_plain_agreement(sentence, found)):
            return _or_of_the_sums(sentence, known, figure, found)
    if not known.sums:
        return unknown(figure, "de feiten noemen hiervoor geen bedrag")
    return _by_scope(sentence, known, figure, link)


def _or_of_the_sums(
    sentence: Sentence, known: Knowledge, figure: Figure, by_year: Judgement
) -> Judgement:
    """What a series says of an amount, or where it says nothing the sum that is just that much."""
    if by_year.verdict is not Verdict.UNKNOWN or not known.sums:
        return by_year
    summed = _by_scope(sentence, known, figure, sentence.link(figure.start))
    clause = sentence.around(figure.start)
    is_for_each = "gemeente" in figure.per or w.EACH.occurs_in(clause)
    is_in_all = _all_before(sentence, figure) or w.IN_ALL.occurs_in(clause)
    is_said = summed.verdict is Verdict.AGREES or (
        summed.verdict is Verdict.CONTRADICTS and (is_for_each or is_in_all)
    )
    return summed if is_said else by_year


def _is_plain_agreement(sentence: Sentence, found: Judgement) -> bool:
    """Whether a sentence without a name says what the facts say, and speaks of nothing else."""
    is_plain = sentence.foreign(0, len(sentence.text)) == 0 and w.RECEIVE.occurs_in(sentence.text)
    return found.verdict is Verdict.AGREES and bool(is_plain)


def _by_scope(sentence: Sentence, known: Knowledge, figure: Figure, link: float) -> Judgement:
    clause = sentence.around(figure.start)
    if is_other_time(sentence, known, figure) or _LONG_AGO.search(clause) or _BEFORE.search(clause):
        return unknown(figure, "gaat over een ander jaar dan de feiten")
    if _WHOLE_PROGRAMME.search(sentence.around(figure.start)) and not sentence.names_subject:
        return unknown(figure, "gaat over het hele programma")
    sums, is_scoped = _meant(sentence, known, figure)
    if not sums:
        return unknown(figure, "de feiten noemen hiervoor geen bedrag")
    why = _why(sums)
    fitting = [s for s in sums if fits(figure, s.euros, is_derived=s.is_derived)]
    begin, end = sentence.clause(figure.start)
    is_scoped = is_scoped or _PAYER.search(sentence.text) is not None
    is_sum = _MULTIPLIED.search(sentence.text) is not None
    if is_sum and not fitting:
        fitting = [s for s in known.sums if fits(figure, s.euros, is_derived=s.is_derived)]
    is_plain = sentence.foreign(begin, end) == 0 and (
        is_sum or (is_scoped and w.RECEIVE.occurs_in(sentence.text))
    )
    if fitting and (link >= LINKED or is_plain):
        return agrees(figure, fitting[0].facts, _shown(fitting[0]), why, link)
    if (summed := over_part_of_the_years(sentence, known, figure)) is not None:
        return agrees(figure, summed.facts, _shown(summed), why, link)
    if link < LINKED or not _is_of_subject(sentence) or _is_part(sentence, figure):
        return unknown(figure, "niet te zien dat dit over de feiten gaat")
    nearest = min(sums, key=lambda s: (distance(figure, s.euros), s.is_derived))
    if figure.approximation in _ROUNDED and distance(figure, nearest.euros) <= _TOO_ROUND:
        return unknown(figure, "zo ruw afgerond dat het hetzelfde kan zijn")
    return contradicts(figure, nearest.facts, _shown(nearest), why, link)


def over_part_of_the_years(sentence: Sentence, known: Knowledge, figure: Figure) -> Sum | None:
    """The yearly amount of which a figure is that of the years that the sentence speaks of."""
    for years in sentence.figures:
        if years.kind is not FigureKind.DUUR or years.noun not in {"jaar", "jaren"}:
            continue
        for one in known.sums:
            if one.is_yearly and years.high and fits(figure, one.euros * years.high):
                return one
    return None


def _is_of_subject(sentence: Sentence) -> bool:
    """Whether a sentence speaks of what the amounts are for, not of the programme as a whole."""
    is_named = sentence.names_subject or sentence.names_shortly or bool(sentence.place_lists)
    is_for_towns = w.RECIPIENTS.occurs_in(sentence.text)
    return is_named or is_for_towns or "bijdrage" in sentence.folded


def _is_part(sentence: Sentence, figure: Figure) -> bool:
    """Whether an amount is a part of another one, or a factor of it."""
    is_factor = _TIMES.search(sentence.lead(figure.start)) is not None
    return is_factor or _PART.search(sentence.around(figure.start)) is not None


def _meant(sentence: Sentence, known: Knowledge, figure: Figure) -> tuple[list[Sum], bool]:
    """The sums that an amount can be: for each or all, for a year, a month or the whole time."""
    each, count = _for_each(sentence, known, figure)
    yearly = _yearly(sentence, figure)
    sums = [s for s in known.sums if each is None or s.is_each is each]
    if count > 1:
        several = [
            replace(s, euros=s.euros * count, is_derived=True) for s in known.sums if s.is_each
        ]
        sums = several if each is False else [*sums, *several]
    if yearly is None:
        return sums, each is not None
    if _monthly(sentence, figure):
        months = [s for s in sums if s.is_yearly]
        return [replace(s, euros=s.euros / 12, is_derived=True) for s in months], True
    return [s for s in sums if s.is_yearly is yearly], True


def _for_each(sentence: Sentence, known: Knowledge, figure: Figure) -> tuple[bool | None, int]:
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
    if ours and len(ours) == len(in_clause):
        if w.ALL.occurs_in(clause) and len(ours) > 1:
            return False, len(ours)
        return (True, 1) if len(ours) == 1 else (True, len(ours))
    if w.ALL.occurs_in(clause) or _all_before(sentence, figure):
        return False, 1
    if w.RECIPIENTS.occurs_in(clause):
        return None, 1
    if w.EACH.occurs_in(sentence.text):
        return True, 1
    return (False, 1) if sentence.names_subject or sentence.names_programme else (None, 1)


def _all_before(sentence: Sentence, figure: Figure) -> bool:
    return _TOTAL_BEFORE.search(sentence.lead(figure.start)) is not None


def _monthly(sentence: Sentence, figure: Figure) -> bool:
    return "maand" in figure.per or (not figure.per and sentence.has(w.PER_MONTH, figure.start))


def _yearly(sentence: Sentence, figure: Figure) -> bool | None:
    if "jaar" in figure.per or _monthly(sentence, figure):
        return True
    if _TOTAL_BEFORE.search(sentence.text[max(0, figure.start - 30) : figure.start]):
        return False
    clause = sentence.around(figure.start)
    if w.PER_YEAR.occurs_in(clause):
        return True
    begin, end = sentence.clause(figure.start)
    lasts = any(f.kind is FigureKind.DUUR and begin <= f.start < end for f in sentence.figures)
    if lasts or w.IN_ALL.occurs_in(clause):
        return False
    says_yearly, says_all = w.PER_YEAR.occurs_in(sentence.text), w.IN_ALL.occurs_in(sentence.text)
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


@once
def _periods(known: Knowledge) -> list[tuple[int, int]]:
    return [
        (span[0].year, span[1].year) for f in known.facts if (span := span_of(f.value)) is not None
    ]


def _by_year(
    sentence: Sentence, figure: Figure, path: str, series: Series, link: float
) -> Judgement | None:
    """An amount against a series: the figure of its year, or the difference of two years."""
    if link < LINKED:
        return None
    values = dict(series.years)
    years = _years_near(sentence, figure)
    if _is_on_top(sentence, figure):
        return _difference(figure, path, values, years, link)
    given = [_of_year(series, year) for year in years[:1]]
    if not years:
        is_known = [v for v in values.values() if fits(figure, v)]
        if is_known:
            return agrees(figure, (path,), _euros(is_known[0]), "bedrag van het programma", link)
        last = values.get(series.structural_from or 0)
        if last is not None and sentence.has(w.PER_YEAR):
            return contradicts(figure, (path,), _euros(last), "bedrag per jaar", link)
        return unknown(figure, "geen jaar genoemd")
    value = given[0]
    if len(set(years)) > 1 and not _has_year_beside(sentence, figure):
        value = next((v for y in years if (v := _of_year(series, y)) and fits(figure, v)), None)
    if value is None:
        return unknown(figure, f"de feiten noemen geen bedrag voor {years[0]}")
    why = f"het bedrag van het programma in {years[0]}"
    if fits(figure, value):
        return agrees(figure, (path,), _euros(value), why, link)
    return contradicts(figure, (path,), _euros(value), why, link)


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
            return agrees(figure, (path,), _euros(difference), "het verschil tussen de jaren", link)
        return unknown(figure, "niet te zien tussen welke jaren")
    difference = abs(named[0] - named[1])
    why = "het verschil tussen twee jaren"
    if fits(figure, difference, is_derived=True):
        return agrees(figure, (path,), _euros(difference), why, link)
    return contradicts(figure, (path,), _euros(difference), why, link)


def _years_near(sentence: Sentence, figure: Figure) -> list[int]:
    """The years of the sentence, those of the same clause first, the nearest first."""
    begin, end = sentence.clause(figure.start)
    times = [f for f in sentence.figures if f.kind.is_time and f.days]
    near = [f for f in times if begin <= f.start < end] or times
    near.sort(key=lambda f: min(abs(f.start - figure.end), abs(figure.start - f.end)))
    return [f.days[0].year for f in near if f.days]


def _of_year(series: Series, year: int) -> Decimal | None:
    values = dict(series.years)
    if series.structural_from is not None and year >= series.structural_from:
        return series.years[-1][1]
    return values.get(year)


def _why(sums: list[Sum]) -> str:
    scopes = {(s.is_each, s.is_yearly) for s in sums}
    if len(scopes) > 1:
        return "een bedrag voor de gemeenten"
    each, yearly = scopes.pop()
    whom, when = ("voor alle samen", "per gemeente")[each], ("in totaal", "per jaar")[yearly]
    return f"een bedrag {whom}, {when}"


def _shown(one: Sum) -> str:
    return _euros(one.euros)


def _euros(euros: Decimal) -> str:
    return write_amount(euros.quantize(Decimal(1)), AmountNotation.EURO)
