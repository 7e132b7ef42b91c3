"""Numbers of other things than municipalities, held against what the facts count of them."""

import re
from collections.abc import Iterator

from pmg_docs.checks.statements import words as w
from pmg_docs.checks.statements.fitting import fits, is_too_rough
from pmg_docs.checks.statements.judgement import Judgement
from pmg_docs.checks.statements.knowledge import Knowledge
from pmg_docs.checks.statements.regions import region_of
from pmg_docs.checks.statements.sentence import LINKED, Sentence
from pmg_docs.checks.statements.tallies import Tally, tallies_of
from pmg_docs.checks.statements.verdicts import agrees, contradicts, unknown
from pmg_docs.dutch.figures import Figure, FigureKind
from pmg_docs.dutch.numbers import write_number
from pmg_docs.dutch.places import fold_name

_PART_OF = re.compile(r"\s+(?:van|op)\s+(?:de|die|deze|elke)\s+\S+\s+\w|\s+(?:daarvan|ervan)\b")
_OF_ALL = re.compile(r"\bvan\s+(?:de|alle)\s+$", re.IGNORECASE)
_OTHERS = re.compile(
    r"\b(?:nog|weer|al|eerder|eerst|later|straks|andere|overige|extra|nieuwe|eerste|laatste"
    r"|gemiddeld|elk|elke|ieder|iedere|sommige|enkele|vorige?|volgende?|erbij|bij|meer|minder"
    r"|van de|van die|landelijk|nederland|wereldwijd|daarvan|waarvan|ook|alleen|pas)\b",
    re.IGNORECASE,
)
_AT = re.compile(r"[Bb]ij\s+(?=(?:[Dd]e\s+)?[A-Z])")
"""`Bij Gezonde Kantines zijn 180 scholen betrokken` names the programme, and no more of them."""
_NARROWED = re.compile(
    r"^(?:\s+\w+)?\s+(?:die|dat|waar\w*|zonder|met|voor|uit|in|op|per|bij|van|langs|rond)\s"
    r"(?P<rest>[^,;.]*)"
)


def judge_other_counts(sentence: Sentence, known: Knowledge) -> Iterator[Judgement]:
    """The verdict on every number of things that the facts count, municipalities left out."""
    tallies = tallies_of(known)
    for figure in sentence.figures if tallies else ():
        if figure.kind is not FigureKind.GETAL or not figure.noun:
            continue
        spoken = [t for t in tallies.get(fold_name(figure.noun), ()) if _is_named(sentence, t)]
        if not spoken:
            continue
        if sentence.is_supposed(figure.start) or sentence.is_denied(figure.start):
            yield unknown(figure, "een wens, een voorwaarde of iets dat de zin zelf ontkent")
        else:
            yield _judge(sentence, figure, spoken)


def _is_named(sentence: Sentence, tally: Tally) -> bool:
    return tally.beside <= set(sentence.folded.split())


def _judge(sentence: Sentence, figure: Figure, spoken: list[Tally]) -> Judgement:
    is_whole = _OF_ALL.search(sentence.lead(figure.start)) is not None
    is_part = _PART_OF.match(sentence.text, figure.end) or _is_of_some(sentence, figure)
    if is_part and not (is_whole and any(fits(figure, t.number) for t in spoken)):
        return unknown(figure, "een deel, of andere dan die van de feiten")
    years = _years_beside(sentence, figure)
    meant = [t for t in spoken if not t.year or t.year in years]
    link = sentence.link(figure.start)
    is_ours = sentence.names_programme or sentence.names_subject or sentence.surroundings > 0
    for tally in meant or ([] if years else spoken):
        is_placed = is_ours or is_whole or tally.year or not tally.is_whole or link >= LINKED
        if fits(figure, tally.number) and is_placed:
            return agrees(figure, tally.facts, write_number(tally.number), _why(tally), link)
    is_surely = sentence.names_programme or sentence.names_subject
    if not meant or not is_surely or link < LINKED or not _is_plain(sentence, figure, meant[0]):
        return unknown(figure, "niet te zien dat dit over de feiten gaat")
    tally = meant[0]
    if is_too_rough(figure, tally.number):
        return unknown(figure, "zo ruw afgerond dat het hetzelfde kan zijn")
    return contradicts(figure, tally.facts, write_number(tally.number), _why(tally), link)


def _is_of_some(sentence: Sentence, figure: Figure) -> bool:
    """Whether a number is that of each municipality, of one place, or of one region."""
    clause = sentence.around(figure.start)
    begin, end = sentence.clause(figure.start)
    places = (p for one in sentence.place_lists for p in one.places if begin <= p.start < end)
    is_each = "gemeente" in figure.per or w.EACH.occurs_in(clause)
    return is_each or any(places) or bool(region_of(sentence, figure.start))


def _is_plain(sentence: Sentence, figure: Figure, tally: Tally) -> bool:
    """Whether a sentence says of all of them together, and of nothing else, how many there are."""
    begin, end = sentence.clause(figure.start)
    start = _AT.match(sentence.text[begin:end])
    begin += start.end() if start else 0
    others = _OF_ALL.sub("", sentence.text[begin : figure.start]) + sentence.text[figure.end : end]
    narrowed = _NARROWED.match(sentence.text[figure.end : end])
    is_of_us = narrowed is None or any(
        set(name.split()) & set(fold_name(narrowed["rest"]).split())
        for name in (*sentence.topic.subject, *sentence.topic.programme)
    )
    return (
        tally.is_whole and is_of_us and not _OTHERS.search(others) and not w.NOT.occurs_in(others)
        and not w.INTEREST.occurs_in(_without(sentence.text, figure.noun))
        and not w.RETRACTED.search(sentence.text)
    )  # fmt: skip


def _without(text: str, noun: str) -> str:
    return re.sub(re.escape(noun), "", text, flags=re.IGNORECASE)


def _years_beside(sentence: Sentence, figure: Figure) -> set[int]:
    """The years of the clause, else of the sentence."""
    begin, end = sentence.clause(figure.start)
    times = [f for f in sentence.figures if f.kind.is_time and f.days]
    near = [f for f in times if begin <= f.start < end] or times
    return {f.days[0].year for f in near if f.days}


def _why(tally: Tally) -> str:
    return f"het aantal {tally.noun}{f' in {tally.year}' if tally.year else ''}"
