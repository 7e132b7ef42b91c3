"""From when and until when: periods, starts and ends, held against the periods of the facts."""

import datetime as dt
import re
from collections.abc import Iterator

from pmg_docs.checks.statements import words as w
from pmg_docs.checks.statements.dates import is_of_validity
from pmg_docs.checks.statements.fitting import fits
from pmg_docs.checks.statements.judgement import Judgement
from pmg_docs.checks.statements.knowledge import Knowledge
from pmg_docs.checks.statements.sentence import LINKED, Sentence
from pmg_docs.checks.statements.timespans import Days, days_of, overlap, span_of
from pmg_docs.checks.statements.verdicts import agrees, contradicts, unknown
from pmg_docs.dutch.dates import write_moment, write_period
from pmg_docs.dutch.figures import Figure, FigureKind, find_figures
from pmg_docs.dutch.named_places import find_place_lists
from pmg_docs.model.fact import Fact
from pmg_docs.model.value import Date, Month, Period, TextValue

_UNTIL = re.compile(
    r"\b(?P<word>tot en met|t/m|tot aan|tot|eindigt (?:op|in)|vervalt (?:op|in|per)"
    r"|afloopt (?:op|in)|eindigen in|eindigen op|stopt (?:op|in))(?: de| het)?\s+$",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"\b(?:vanaf|sinds|met ingang van|ingang van|per|gaat in op|in werking (?:\w+ )?op"
    r"|(?:begint|start|starten|beginnen) (?:op|in))(?: de| het| begin)?\s+$",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"\b(?:vervalt|verviel|eindigt|eindigen|eindigde|afloopt|loopt af|lopen af"
    r"|loopt [^.,]{0,30}\baf"
    r"|houdt\b[^.,]{0,60}\bop|stopt|einde|einddatum)\b",
    re.IGNORECASE,
)
_BEGINS = re.compile(
    r"\b(?:begint|beginnen|begon|begonnen|start|starten|startt?en?|startte|van start"
    r"|gaat in|ging in|ging op [^.,]{0,20} in|ingaat"
    r"|in werking|ingang|startdatum"
    r"|voor het eerst|eerste bijdragen?)\b",
    re.IGNORECASE,
)
_VERB_BEFORE = re.compile(
    r"\b(?:begint|beginnen|begon|begonnen|start|starten|startten|startte|eindigt|eindigen"
    r"|eindigde|stopt|stoppen|vervalt|verviel)\s+(?:weer\s+)?(?:in|op|per)(?: de| het)?\s+$",
    re.IGNORECASE,
)
_FIRST_OF_TWO = re.compile(r"\btussen\s+$", re.IGNORECASE)
_SECOND_OF_TWO = re.compile(r"\btussen\s+(?:\w+\s+){1,3}en\s+$", re.IGNORECASE)
_THROUGH = re.compile(r"\b(?:tot en met|t/m)(?: de| het)?\s+$", re.IGNORECASE)
_LAST_IN = re.compile(
    r"\b(?:eindigt|eindigen|stopt|stoppen|afloopt|vervalt)\s+in(?: de| het)?\s+$", re.IGNORECASE
)
_LATE = re.compile(r"(?:eind|ultimo)\b", re.IGNORECASE)
_EXPECTED = re.compile(r"\b(?:verwachting|verwacht|vermoedelijk|gepland|planning)\b", re.IGNORECASE)
_STRUCTURAL = re.compile(r"\bstructure\w+\b", re.IGNORECASE)


def judge_moments(sentence: Sentence, known: Knowledge) -> Iterator[Judgement]:
    """The verdict on every period, and every moment that begins or ends one."""
    for figure in sentence.figures:
        if not figure.kind.is_time or figure.days is None or sentence.is_in_title(figure):
            continue
        if sentence.is_supposed(figure.start) or sentence.is_denied(figure.start):
            yield unknown(figure, "een wens, een voorwaarde of iets dat de zin zelf ontkent")
            continue
        found = _structural(sentence, known, figure) or _start(sentence, known, figure)
        found = found or _period(sentence, known, figure)
        if found is not None:
            yield found


def _structural(sentence: Sentence, known: Knowledge, figure: Figure) -> Judgement | None:
    """`Vanaf 2025 structureel` against the year from which a series returns every year."""
    before = sentence.lead(figure.start)
    becomes = re.search(r"\b[Ii]n\s+$", before) and re.search(r"\bwordt|worden\b", sentence.text)
    if figure.kind is not FigureKind.JAAR or not (_FROM.search(before) or becomes):
        return None
    if (
        not _STRUCTURAL.search(sentence.text)
        or figure.days is None
        or sentence.link(figure.start) < 1.5
    ):
        return None
    if any(f.kind is FigureKind.BEDRAG for f in sentence.figures):
        return None
    for fact, series in known.series:
        if series.structural_from is None:
            continue
        year, link = figure.days[0].year, sentence.link(figure.start)
        verdict = agrees if year == series.structural_from else contradicts
        said = f"structureel vanaf {series.structural_from}"
        return verdict(figure, (fact.path,), said, "vanaf wanneer het structureel is", link)
    return None


def _start(sentence: Sentence, known: Knowledge, figure: Figure) -> Judgement | None:
    """A start that a fact gives in words, `begin 2024`."""
    if not w.FAMILIES["start"].occurs_in(sentence.text) or figure.days is None:
        return None
    placed = {cue for c in known.counts for cue in c.cues if cue.isdigit()}
    if str(figure.days[0].year) in placed and not _is_to_come(sentence, figure):
        return None
    if sentence.foreign_subject(figure.start):
        return None
    for fact in known.facts:
        days = span_of(fact.value) if isinstance(fact.value, TextValue) else None
        if days is None or not w.FAMILIES["start"].occurs_in(fact.path.replace("_", " ")):
            continue
        if not _is_of_start(sentence, known, fact):
            continue
        link = max(sentence.link(figure.start), LINKED)
        verdict = agrees if _within(days, figure.days) else contradicts
        spelled = fact.value.text if isinstance(fact.value, TextValue) else ""
        return verdict(figure, (fact.path,), spelled, "wanneer zij beginnen", link)
    return None


def _is_to_come(sentence: Sentence, figure: Figure) -> bool:
    """Whether a part of a year is expected: then it is no more than a year that tells a group."""
    return figure.kind is FigureKind.TIJDVAK and _EXPECTED.search(sentence.text) is not None


def _is_of_start(sentence: Sentence, known: Knowledge, fact: Fact) -> bool:
    """Whether a sentence speaks of those whose start the fact gives, not of others."""
    tokens = set(fact.path.split("_")) - {"start", "van", "de"}
    is_new = "nieuwe" in tokens
    new = {n for g in known.groups if not g.cues & {"start", "geheel"} for n in g.names}
    places = [p for one in sentence.place_lists for p in one.places]
    if places and is_new:
        return all(set(p.names) & new for p in places)
    says_new = w.FAMILIES["nieuw"].occurs_in(sentence.text) or _EXPECTED.search(sentence.text)
    return bool(w.RECIPIENTS.occurs_in(sentence.text) and (says_new or not is_new)) or (
        bool(says_new) and (sentence.names_programme or sentence.names_subject)
    )


def _within(known: Days, said: Days) -> bool:
    """Whether what is said holds, or is held by, what is known."""
    return (said[0] <= known[0] and known[1] <= said[1]) or overlap(known, said)


def _period(sentence: Sentence, known: Knowledge, figure: Figure) -> Judgement | None:
    periods = _spoken_periods(sentence, known)
    side = _side(sentence, figure)
    if not periods or side is None or figure.days is None:
        return None
    link = sentence.link(figure.start)
    if "regeling" in sentence.folded and is_of_validity(sentence):
        link += 1
        link += 1 if _is_a_slip_of(figure, periods) else 0
    is_plain = link >= 0.5 and sentence.foreign(0, len(sentence.text)) == 0
    if link < LINKED and not is_plain:
        return unknown(figure, "niet te zien dat dit over de looptijd gaat")
    for fact, period in periods:
        if _holds(sentence, figure, figure.days, period, side):
            return agrees(figure, (fact.path,), _said(period, side), "de looptijd", link)
    if link < LINKED or _goes_on_of_others(sentence, known):
        return unknown(figure, "niet te zien dat dit over de looptijd gaat")
    if (
        figure.kind is FigureKind.JAAR
        and side == "start"
        and not w.RECEIVE.occurs_in(sentence.text)
        and not _begins_itself(sentence)
    ):
        return unknown(figure, "niet te zien dat dit over de looptijd gaat")
    if (named := _day_of_a_fact(known, figure)) is not None:
        return agrees(figure, (named.path,), figure.text, "een datum van de feiten", link)
    fact, period = periods[0]
    return contradicts(figure, (fact.path,), _said(period, side), "de looptijd", link)


def _begins_itself(sentence: Sentence) -> bool:
    """Whether the subject of the dossier is what begins: `de flexibele uitvraag begon in 2023`."""
    if sentence.place_lists:
        return False
    for name in map(re.escape, sentence.topic.subject):
        first = rf"(?:^|de |het |looptijd van (?:de )?){name} (?:\w+ )?{_BEGIN} "
        if re.search(rf"{first}|{_BEGIN} (?:de |het )?{name}$", sentence.folded):
            return True
    return False


_BEGIN = "(?:begint|begon|start|startte|gaat|ging)"


def _is_a_slip_of(figure: Figure, periods: list[tuple[Fact, Period]]) -> bool:
    """Whether a day differs from an end of a period in one part only: its day, month or year."""
    ends = [end for _, period in periods for end in (period.start, period.end)]
    said = figure.value.day if isinstance(figure.value, Date) else None
    return said is not None and any(
        sum((said.day == e.day.day, said.month == e.day.month, said.year == e.day.year)) == 2
        for e in ends
        if isinstance(e, Date)
    )


def _day_of_a_fact(known: Knowledge, figure: Figure) -> Fact | None:
    """The fact that gives this very day or month, of something else than the period."""
    dated = ((f, f.value) for f in known.facts if isinstance(f.value, Date | Month))
    return next((fact for fact, value in dated if days_of(value) == figure.days), None)


def _goes_on_of_others(sentence: Sentence, known: Knowledge) -> bool:
    """Whether the sentence before spoke of other municipalities, and this one names no subject.

    It counted a group that the facts tell apart, or named only municipalities of which they know
    nothing.
    """
    if sentence.names_subject or sentence.names_programme:
        return False
    places = {n for one in find_place_lists(sentence.before) for p in one.places for n in p.names}
    counted = [f for f in find_figures(sentence.before) if f.noun == "gemeenten"]
    told = [c for f in counted for c in known.counts if fits(f, c.number) and c.noun == f.noun]
    is_of_group = bool(told) and all(c.cues for c in told)
    return is_of_group or (bool(places) and not places & known.places)


def _spoken_periods(sentence: Sentence, known: Knowledge) -> list[tuple[Fact, Period]]:
    """The periods that a sentence can mean: that of the regulation where it names that."""
    periods = [(f, f.value) for f in known.facts if isinstance(f.value, Period)]
    if "regeling" in sentence.folded.split():
        named = [p for p in periods if "regeling" in p[0].path]
        return named or periods
    plain = [p for p in periods if "regeling" not in p[0].path]
    if (
        isinstance(plain, list)
        and plain
        and any(f.kind is FigureKind.DATUM for f in sentence.figures)
    ):
        return periods
    return plain or periods


def _side(sentence: Sentence, figure: Figure) -> str | None:
    """Which end of a period a figure gives: `start`, `end`, `both`, or None when it gives none."""
    if figure.kind is FigureKind.PERIODE:
        return "both"
    before = sentence.lead(figure.start)
    if _VERB_BEFORE.search(before):
        return "end" if _ENDS.search(before[-40:]) else "start"
    is_end = _SECOND_OF_TWO.search(before) or _UNTIL.search(before)
    if is_end or re.match(r"\s+(?:vervalt|eindigt|loopt|stopt)", sentence.text[figure.end :]):
        return "end"
    if _FIRST_OF_TWO.search(before) or _FROM.search(before):
        return "start"
    return _side_by_verb(sentence, figure)


def _side_by_verb(sentence: Sentence, figure: Figure) -> str | None:
    ends, begins = _ENDS.search(sentence.text), _BEGINS.search(sentence.text)
    is_placed = re.search(
        r"\b(?:op|in|per)(?: de| het)?\s+$", sentence.lead(figure.start), re.IGNORECASE
    )
    if figure.kind is FigureKind.JAAR and not is_placed:
        return None
    if ends and (is_placed or not begins):
        return "end"
    return "start" if begins else None


def _holds(sentence: Sentence, figure: Figure, said: Days, period: Period, side: str) -> bool:
    """Whether the days that a figure can mean hold the start, the end, or both of a period."""
    starts, ends = days_of(period.start), days_of(period.end)
    if side == "both":
        return _both_hold(figure, said, starts, ends)
    if side == "start":
        return overlap(said, starts)
    before = sentence.lead(figure.start)
    if _LAST_IN.search(before) or _LATE.match(figure.text):
        # What ends in December, or is over by the end of a year, has its last day there.
        return overlap(said, ends) or said[0] <= ends[0] - dt.timedelta(days=1) <= said[1]
    is_through = _THROUGH.search(before) is not None
    return _end_holds(said, ends, figure.kind, is_through=is_through)


def _end_holds(said: Days, ends: Days, kind: FigureKind, *, is_through: bool) -> bool:
    """Whether an end holds; "tot en met" a day, month or year holds the day before the end."""
    last = ends[0] - dt.timedelta(days=1)
    if is_through and kind is FigureKind.JAAR:
        return said[0] <= last <= said[1]
    if is_through:
        return ends[0] <= said[1] + dt.timedelta(days=1) <= ends[1]
    return overlap(said, ends)


_JOINED = re.compile(r"\s+(?:tot en met|t/m|tot)\s+|\s*[–-]\s*")


def _both_hold(figure: Figure, said: Days, starts: Days, ends: Days) -> bool:
    is_through = figure.noun in ("tot en met", "t/m")
    parts = [found for part in _JOINED.split(figure.text) for found in find_figures(part)]
    if len(parts) == 2 and parts[0].days and parts[1].days:
        return overlap(parts[0].days, starts) and _end_holds(
            parts[1].days, ends, parts[1].kind, is_through=is_through
        )
    first, last = (said[0], said[0]), (said[1], said[1])
    return overlap(first, starts) and _end_holds(last, ends, figure.kind, is_through=is_through)


def _said(period: Period, side: str) -> str:
    if side == "both":
        return write_period(period)
    return (
        f"tot {write_moment(period.end)}"
        if side == "end"
        else f"vanaf {write_moment(period.start)}"
    )
