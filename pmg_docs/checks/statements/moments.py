"""From when and until when: periods, starts and ends, held against the periods of the facts."""

import datetime as dt
import re
from collections.abc import Iterator

from pmg_docs.checks.statements import words as w
from pmg_docs.checks.statements.dates import is_of_validity
from pmg_docs.checks.statements.judgement import Judgement
from pmg_docs.checks.statements.knowledge import Knowledge
from pmg_docs.checks.statements.passage import LINKED, Passage
from pmg_docs.checks.statements.timespans import Days, days_of, overlap, span_of
from pmg_docs.checks.statements.verdicts import agrees, contradicts, unknown
from pmg_docs.dutch.dates import write_moment, write_period
from pmg_docs.dutch.figures import Figure, FigureKind, find_figures
from pmg_docs.model.fact import Fact
from pmg_docs.model.value import Period, TextValue

_UNTIL = re.compile(r"\b(?P<word>tot en met|t/m|tot aan|tot|eindigt (?:op|in)|vervalt (?:op|in|per)|afloopt (?:op|in)|eindigen in|eindigen op|stopt (?:op|in))(?: de| het)?\s+$", re.IGNORECASE)
_FROM = re.compile(r"\b(?:vanaf|sinds|met ingang van|ingang van|per|gaat in op|in werking (?:\w+ )?op|(?:begint|start|starten|beginnen) (?:op|in))(?: de| het| begin)?\s+$", re.IGNORECASE)
_ENDS = re.compile(r"\b(?:vervalt|verviel|eindigt|eindigen|afloopt|loopt af|lopen af|loopt [^.,]{0,30}\baf|houdt op|stopt|einde|einddatum)\b", re.IGNORECASE)
_BEGINS = re.compile(r"\b(?:begint|beginnen|start|starten|gaat in|ging in|ingaat|in werking|ingang|startdatum|voor het eerst|eerste bijdragen?)\b", re.IGNORECASE)
_VERB_BEFORE = re.compile(
    r"\b(?:begint|beginnen|start|starten|eindigt|eindigen|stopt|stoppen|vervalt|verviel)\s+(?:weer\s+)?(?:in|op|per)(?: de| het)?\s+$",
    re.IGNORECASE,
)
_EXPECTED = re.compile(r"\b(?:verwachting|verwacht|vermoedelijk|gepland|planning)\b", re.IGNORECASE)
_STRUCTURAL = re.compile(r"\bstructure\w+\b", re.IGNORECASE)


def judge_moments(passage: Passage, known: Knowledge) -> Iterator[Judgement]:
    """The verdict on every period, and every moment that begins or ends one."""
    for figure in passage.figures:
        if not figure.kind.is_time or figure.days is None or passage.is_in_title(figure):
            continue
        if passage.is_hypothetical or passage.is_denied(figure.start):
            yield unknown(figure, "een wens, een voorwaarde of iets dat de zin zelf ontkent")
            continue
        found = _structural(passage, known, figure) or _start(passage, known, figure)
        found = found or _period(passage, known, figure)
        if found is not None:
            yield found


def _structural(passage: Passage, known: Knowledge, figure: Figure) -> Judgement | None:
    """`Vanaf 2025 structureel` against the year from which a series returns every year."""
    before = passage.text[: figure.start]
    becomes = re.search(r"\b[Ii]n\s+$", before) and re.search(r"\bwordt|worden\b", passage.text)
    if figure.kind is not FigureKind.JAAR or not (_FROM.search(before) or becomes):
        return None
    if not _STRUCTURAL.search(passage.text) or figure.days is None or passage.link(figure.start) < 1.5:
        return None
    if any(f.kind is FigureKind.BEDRAG for f in passage.figures):
        return None
    for fact, series in known.series:
        if series.structural_from is None:
            continue
        year, link = figure.days[0].year, passage.link(figure.start)
        verdict = agrees if year == series.structural_from else contradicts
        said = f"structureel vanaf {series.structural_from}"
        return verdict(figure, (fact.path,), said, "vanaf wanneer het structureel is", link)
    return None


def _start(passage: Passage, known: Knowledge, figure: Figure) -> Judgement | None:
    """A start that a fact gives in words, `begin 2024`."""
    if not w.FAMILIES["start"].search(passage.text) or figure.days is None:
        return None
    placed = {cue for c in known.counts for cue in c.cues if cue.isdigit()}
    if str(figure.days[0].year) in placed:
        return None
    for fact in known.facts:
        days = span_of(fact.value) if isinstance(fact.value, TextValue) else None
        if days is None or not w.FAMILIES["start"].search(fact.path.replace("_", " ")):
            continue
        if not _is_of_start(passage, known, fact):
            continue
        link = max(passage.link(figure.start), LINKED)
        assert isinstance(fact.value, TextValue)
        verdict = agrees if _within(days, figure.days) else contradicts
        return verdict(figure, (fact.path,), fact.value.text, "wanneer zij beginnen", link)
    return None


def _is_of_start(passage: Passage, known: Knowledge, fact: Fact) -> bool:
    """Whether a sentence speaks of those whose start the fact gives, not of others."""
    tokens = set(fact.path.split("_")) - {"start", "van", "de"}
    is_new = "nieuwe" in tokens
    new = {n for g in known.groups if not g.cues & {"start", "geheel"} for n in g.names}
    places = [p for one in passage.place_lists for p in one.places]
    if places and is_new:
        return all(set(p.names) & new for p in places)
    says_new = w.FAMILIES["nieuw"].search(passage.text) or _EXPECTED.search(passage.text)
    return bool(w.RECIPIENTS.search(passage.text) and (says_new or not is_new)) or (
        bool(says_new) and (passage.names_programme or passage.names_subject)
    )


def _within(known: Days, said: Days) -> bool:
    """Whether what is said holds, or is held by, what is known."""
    return (said[0] <= known[0] and known[1] <= said[1]) or overlap(known, said)


def _period(passage: Passage, known: Knowledge, figure: Figure) -> Judgement | None:
    periods = _spoken_periods(passage, known)
    side = _side(passage, figure)
    if not periods or side is None:
        return None
    link = passage.link(figure.start)
    if "regeling" in passage.folded and is_of_validity(passage):
        link += 1
    is_plain = link >= 0.5 and passage.foreign(0, len(passage.text)) == 0
    if link < LINKED and not is_plain:
        return unknown(figure, "niet te zien dat dit over de looptijd gaat")
    for fact, period in periods:
        if _holds(passage, figure, period, side):
            return agrees(figure, (fact.path,), _said(period, side), "de looptijd", link)
    if link < LINKED:
        return unknown(figure, "niet te zien dat dit over de looptijd gaat")
    if figure.kind is FigureKind.JAAR and side == "start" and not w.RECEIVE.search(passage.text):
        return unknown(figure, "niet te zien dat dit over de looptijd gaat")
    fact, period = periods[0]
    return contradicts(figure, (fact.path,), _said(period, side), "de looptijd", link)


def _spoken_periods(passage: Passage, known: Knowledge) -> list[tuple[Fact, Period]]:
    """The periods that a sentence can mean: that of the regulation where it names that."""
    periods = [(f, f.value) for f in known.facts if isinstance(f.value, Period)]
    if "regeling" in passage.folded.split():
        named = [p for p in periods if "regeling" in p[0].path]
        return named or periods
    plain = [p for p in periods if "regeling" not in p[0].path]
    if isinstance(plain, list) and plain and any(f.kind is FigureKind.DATUM for f in passage.figures):
        return periods
    return plain or periods


def _side(passage: Passage, figure: Figure) -> str | None:
    if figure.kind is FigureKind.PERIODE:
        return "both"
    before = passage.text[: figure.start]
    if _VERB_BEFORE.search(before):
        return "end" if _ENDS.search(before[-40:]) else "start"
    if re.search(r"\btussen\s+$", before, re.IGNORECASE):
        return "start"
    if re.search(r"\btussen\s+(?:\w+\s+){1,3}en\s+$", before, re.IGNORECASE):
        return "end"
    if _UNTIL.search(before):
        return "end"
    if _FROM.search(before):
        return "start"
    if _ENDS.search(passage.text) and re.search(r"\b(?:op|in|per)(?: de| het)?\s+$", before):
        return "end"
    if re.match(r"\s+(?:vervalt|eindigt|loopt|stopt)", passage.text[figure.end :]):
        return "end"
    if figure.kind is not FigureKind.JAAR and _ENDS.search(passage.text) != _BEGINS.search(passage.text):
        ends, begins = _ENDS.search(passage.text), _BEGINS.search(passage.text)
        if bool(ends) is not bool(begins):
            return "end" if ends else "start"
    if re.search(r"\b[Oo]p\s+$|\b[Ii]n\s+$|\b[Pp]er\s+$", before) and _BEGINS.search(passage.text):
        return "start"
    return None


def _holds(passage: Passage, figure: Figure, period: Period, side: str) -> bool:
    assert figure.days is not None
    starts, ends = days_of(period.start), days_of(period.end)
    if side == "both":
        parts = [find_figures(part) for part in _JOINED.split(figure.text)]
        if len(parts) == 2 and all(len(p) == 1 and p[0].days for p in parts):
            return _both_hold(figure, parts[0][0], parts[1][0], starts, ends)
        first = (figure.days[0], figure.days[0])
        last = (figure.days[1], figure.days[1])
        if figure.noun in ("tot en met", "t/m", ""):
            last = (last[0], last[1] + dt.timedelta(days=1))
        is_year = _is_whole_years(figure)
        if is_year:
            return starts[0].year == first[0].year and ends[0].year == figure.days[1].year
        return overlap(first, starts) and overlap(last, ends)
    if side == "start":
        return overlap(figure.days, starts)
    before = passage.text[: figure.start]
    if re.search(r"\b(?:tot en met|t/m)(?: de| het)?\s+$", before, re.IGNORECASE) and figure.kind is not FigureKind.JAAR:
        next_day = figure.days[1] + dt.timedelta(days=1)
        return ends[0] <= next_day <= ends[1]
    return overlap(figure.days, ends)


_JOINED = re.compile(r"\s+(?:tot en met|t/m|tot)\s+|\s*[–-]\s*")


def _both_hold(figure: Figure, first: Figure, last: Figure, starts: Days, ends: Days) -> bool:
    assert first.days is not None
    assert last.days is not None
    if figure.noun in ("tot en met", "t/m") and last.kind is not FigureKind.JAAR:
        next_day = last.days[1] + dt.timedelta(days=1)
        return overlap(first.days, starts) and ends[0] <= next_day <= ends[1]
    return overlap(first.days, starts) and overlap(last.days, ends)


def _is_whole_years(figure: Figure) -> bool:
    assert figure.days is not None
    first, last = figure.days
    return (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)


def _said(period: Period, side: str) -> str:
    if side == "both":
        return write_period(period)
    return f"tot {write_moment(period.end)}" if side == "end" else f"vanaf {write_moment(period.start)}"
