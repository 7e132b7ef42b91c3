"""Amounts: for whom and for how long an amount is meant, and what the facts give for that."""

import re
from collections.abc import Iterator

from pmg_docs.checks.statements import words as w
from pmg_docs.checks.statements.by_year import judge_by_year
from pmg_docs.checks.statements.distributed import judge_share
from pmg_docs.checks.statements.fitting import distance, fits, is_too_rough
from pmg_docs.checks.statements.group_cues import TOWNS
from pmg_docs.checks.statements.judgement import Judgement, Verdict
from pmg_docs.checks.statements.knowledge import Knowledge, Sum
from pmg_docs.checks.statements.own_share import is_own_share, judge_percentage_of
from pmg_docs.checks.statements.scopes import (
    all_before,
    for_whom,
    is_of_a_short_year,
    is_other_time,
    sums_meant,
    sums_multiplied,
)
from pmg_docs.checks.statements.sentence import LINKED, Sentence
from pmg_docs.checks.statements.verdicts import agrees, contradicts, euros_of, unknown
from pmg_docs.dutch.figures import Approximation, Figure, FigureKind

_OTHER_UNITS = frozenset({
    "persoon", "inwoner", "jongere", "kind", "deelnemer", "uur", "dag", "week", "keer", "wijk",
    "project", "hectare", "school", "gezin", "leerling",
})  # fmt: skip
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
_OF_THAT = re.compile(r"\bvan\s+(?:de|die|deze|dit|dat)\s+$", re.IGNORECASE)
_PER_OTHER = re.compile(
    r"\bper\s+(?:inwoner|jongere|kind|leerling|deelnemer|school|wijk|gezin|uur|dag|week|keer)\b",
    re.IGNORECASE,
)
_PAYER = re.compile(r"\b(?:[Dd]e ministers|[Hh]et kabinet|[Hh]et Rijk|[Hh]et ministerie)\b")
_AS_UNIT = re.compile(r"\b[Ii]n\s+$")
_ASKED = re.compile(
    r"\b(?:vroeg(?:en)?|vraagt|vragen)\b[^,;]*\b(?:miljoen|mln|euro|ton)\b|\baangevraagde?\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"\b[Ee]erder\s+(?:\w+\s+)?(?:kreeg|kregen|ontving\w*|was|waren|ging)\b"
    r"|\b(?:kreeg|kregen|ontving\w*|was|waren)\s+(?:\w+\s+){0,3}(?:eerder|voorheen)\b"
)
_TIMES = re.compile(r"(?:\b(?:keer|maal)|×|\bx)\s*(?:€\s*)?$", re.IGNORECASE)


def judge_amounts(sentence: Sentence, known: Knowledge) -> Iterator[Judgement]:
    """The verdict on every amount of a sentence."""
    for figure in sentence.figures:
        if figure.kind is not FigureKind.BEDRAG:
            continue
        if sentence.is_supposed(figure.start) or sentence.is_denied(figure.start):
            yield unknown(figure, "een wens, een voorwaarde of iets dat de zin zelf ontkent")
        elif (own := judge_percentage_of(sentence, known, figure)) is not None:
            yield own
        elif is_own_share(sentence, figure):
            yield unknown(figure, "wat zij er zelf bij leggen")
        elif figure.approximation is Approximation.TIENTALLEN and _AS_UNIT.search(
            sentence.lead(figure.start)
        ):
            yield unknown(figure, "een eenheid, en geen bedrag")
        elif _ASKED.search(sentence.around(figure.start)):
            yield unknown(figure, "wat er is gevraagd")
        elif _is_retracted(sentence, figure) or _is_per_other(sentence, figure):
            yield unknown(figure, "ingetrokken, of per iets anders geteld")
        else:
            yield _judge(sentence, known, figure)


def _is_per_other(sentence: Sentence, figure: Figure) -> bool:
    is_before = _PER_OTHER.search(sentence.around(figure.start)) and "gemeente" not in figure.per
    return bool(set(figure.per) & _OTHER_UNITS or is_before)


def _is_retracted(sentence: Sentence, figure: Figure) -> bool:
    clause = sentence.around(figure.start)
    return w.RETRACTED.search(clause) is not None and "eerder" not in clause.lower()


def _judge(sentence: Sentence, known: Knowledge, figure: Figure) -> Judgement:
    link = sentence.link(figure.start)
    for fact, series in known.series:
        if not series.is_money:
            continue
        is_named = sentence.names_programme or sentence.names_the_programme
        found = judge_by_year(sentence, figure, fact.path, series, link if is_named else LINKED)
        if found is not None and (is_named or _is_plain_agreement(sentence, found)):
            return _or_of_the_sums(sentence, known, figure, found)
    if (share := judge_share(sentence, known, figure)) is not None:
        return share
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
    is_in_all = all_before(sentence, figure) or w.IN_ALL.occurs_in(clause)
    is_said = summed.verdict is Verdict.AGREES or (
        summed.verdict is Verdict.CONTRADICTS and (is_for_each or is_in_all)
    )
    return summed if is_said else by_year


def _is_plain_agreement(sentence: Sentence, found: Judgement) -> bool:
    """Whether a sentence without a name says what the facts say, and speaks of nothing else."""
    is_plain = sentence.foreign(0, len(sentence.text)) == 0 and w.RECEIVE.occurs_in(sentence.text)
    return found.verdict is Verdict.AGREES and bool(is_plain)


def _by_scope(sentence: Sentence, known: Knowledge, figure: Figure, link: float) -> Judgement:
    if other := _what_else(sentence, known, figure):
        return unknown(figure, other)
    sums, is_scoped = sums_meant(sentence, known, figure)
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
    is_part = _is_part(sentence, figure) and not sums_multiplied(sentence, known, figure)
    if link < LINKED or not _is_of_subject(sentence) or is_part:
        return unknown(figure, "niet te zien dat dit over de feiten gaat")
    nearest = min(sums, key=lambda s: (distance(figure, s.euros), s.is_derived))
    if sentence.foreign_subject(figure.start) or is_of_a_short_year(sentence, known, figure):
        return unknown(figure, "gaat over iets anders, of over een deel van een jaar")
    if is_too_rough(figure, nearest.euros):
        return unknown(figure, "zo ruw afgerond dat het hetzelfde kan zijn")
    return contradicts(figure, nearest.facts, _shown(nearest), why, link)


def _what_else(sentence: Sentence, known: Knowledge, figure: Figure) -> str:
    """What a clause shows to be meant that the sums are not of, or nothing."""
    clause = sentence.around(figure.start)
    if is_other_time(sentence, known, figure) or _LONG_AGO.search(clause) or _BEFORE.search(clause):
        return "gaat over een ander jaar dan de feiten"
    if _WHOLE_PROGRAMME.search(clause) and not sentence.names_subject:
        return "gaat over het hele programma"
    if _is_of_another_group(sentence, known, figure):
        return "gaat over andere gemeenten"
    return ""


def over_part_of_the_years(sentence: Sentence, known: Knowledge, figure: Figure) -> Sum | None:
    """The yearly amount of which a figure is that of the years that the sentence speaks of."""
    if "jaar" in figure.per:
        return None
    is_each, _ = for_whom(sentence, known, figure)
    for years in sentence.figures:
        if years.kind is not FigureKind.DUUR or years.noun not in {"jaar", "jaren"}:
            continue
        for one in known.sums:
            if is_each not in (None, one.is_each):
                continue
            if one.is_yearly and years.high and fits(figure, one.euros * years.high):
                return one
    return None


def _is_of_subject(sentence: Sentence) -> bool:
    """Whether a sentence speaks of what the amounts are for, not of the programme as a whole."""
    is_named = sentence.names_subject or sentence.names_shortly or bool(sentence.place_lists)
    is_for_towns = w.RECIPIENTS.occurs_in(sentence.text)
    return is_named or is_for_towns or "bijdrage" in sentence.folded


def _is_of_another_group(sentence: Sentence, known: Knowledge, figure: Figure) -> bool:
    """Whether the clause counts a group of municipalities that the amounts are not for."""
    begin, end = sentence.clause(figure.start)
    main = next((c for c in known.counts if not c.cues and not c.is_derived), None)
    counted = [f for f in sentence.figures if begin <= f.start < end and f.noun in TOWNS]
    if main is None or not counted or any(fits(f, main.number) for f in counted):
        return False
    others = [c for c in known.counts if c.cues and not c.is_derived and c.noun == main.noun]
    return any(fits(f, c.number) for f in counted for c in others)


def _is_part(sentence: Sentence, figure: Figure) -> bool:
    """Whether an amount is a part of another one, or a factor of it."""
    is_factor = _TIMES.search(sentence.lead(figure.start)) is not None
    is_of_another = any(
        other.end <= figure.start and _OF_THAT.search(sentence.lead(other.start))
        for other in sentence.figures
        if other.kind is figure.kind
    )
    return is_factor or is_of_another or _PART.search(sentence.around(figure.start)) is not None


def _why(sums: list[Sum]) -> str:
    scopes = {(s.is_each, s.is_yearly) for s in sums}
    if len(scopes) > 1:
        return "een bedrag voor de gemeenten"
    each, yearly = scopes.pop()
    whom, when = ("voor alle samen", "per gemeente")[each], ("in totaal", "per jaar")[yearly]
    return f"een bedrag {whom}, {when}"


def _shown(one: Sum) -> str:
    return euros_of(one.euros)
