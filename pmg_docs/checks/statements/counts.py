"""Numbers of municipalities: which group a number counts, and how many the facts have in it."""

import re
from collections.abc import Iterator
from decimal import Decimal

from pmg_docs.checks.statements import words as w
from pmg_docs.checks.statements.fitting import fits
from pmg_docs.checks.statements.group_choice import (
    WEAK,
    best_of,
    clashes,
    default_for,
    is_open_to,
    is_other_year,
    meant_by,
)
from pmg_docs.checks.statements.group_cues import TO, TOWNS, cues_of_number, named_cues
from pmg_docs.checks.statements.judgement import Judgement
from pmg_docs.checks.statements.knowledge import Knowledge
from pmg_docs.checks.statements.other_towns import is_of_all, is_of_part, what_others
from pmg_docs.checks.statements.regions import number_in, region_of
from pmg_docs.checks.statements.rest_of_list import judge_rest
from pmg_docs.checks.statements.sentence import LINKED, Sentence
from pmg_docs.checks.statements.verdicts import agrees, contradicts, unknown
from pmg_docs.dutch.figures import Approximation, Figure, FigureKind
from pmg_docs.dutch.numbers import write_number

_LOOSE = frozenset(
    {
        "",
        "nieuwe",
        "eerdere",
        "andere",
        "overige",
        "extra",
        "bestaande",
        "eerste",
        "oude",
        "huidige",
        "plus",
        "is",
        "maakt",
        "maken",
        "daarvan",
        "begonnen",
        "kwamen",
        "startten",
        "waren",
    }
)
_PART_OF = re.compile(
    r"\s+van\s+(?:de|die|deze)\s+(?:\w+\s)?[\w]+\s+(?:gemeenten|steden)|\s+(?:daarvan|ervan)\b"
)
_COMPARED = re.compile(r"\s+(?:gemeenten\s+)?(?:meer|minder)\s+dan\b")
_TOLD = re.compile(
    r"\baantal\b|\bworden er\b|\bzijn het er\b"
    r"|\b(?:dat|nu|samen) zijn er\b|\bzijn er samen\b",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"\bgemeenten\b[^()]{0,60}\($", re.IGNORECASE)
_NEW_ONES = re.compile(r"\s+nieuwe\s+gemeenten\b")
_JOINS = re.compile(r"\bsluit(?:en)?\b[^.;]{0,80}\baan\b|\baangesloten\b|\berbij\b")
_WIDE = frozenset(
    {
        Approximation.MINSTENS,
        Approximation.MEER_DAN,
        Approximation.HOOGUIT,
        Approximation.MINDER_DAN,
        Approximation.TIENTALLEN,
    }
)


def judge_counts(sentence: Sentence, known: Knowledge) -> Iterator[Judgement]:
    """The verdict on every number of municipalities in a sentence."""
    for figure in sentence.figures:
        if figure.kind is not FigureKind.GETAL or not _counts_towns(sentence, figure):
            continue
        if sentence.is_supposed(figure.start) or sentence.is_denied(figure.start):
            yield unknown(figure, "een wens, een voorwaarde of iets dat de zin zelf ontkent")
        elif _FROM_AMONG.search(sentence.lead(figure.start)) and not TO.match(
            sentence.text, figure.end
        ):
            yield unknown(figure, "een deel, of gemeenten die iets anders deden")
        elif sentence.has(w.INTEREST, figure.start) or w.RETRACTED_ONLY.occurs_in(
            sentence.around(figure.start)
        ):
            yield unknown(figure, "gemeenten die iets anders deden")
        elif _COMPARED.match(sentence.text, figure.end):
            yield unknown(figure, "een verschil")
        elif (beside_names := judge_rest(sentence, known, figure)) is not None:
            yield beside_names
        elif _PART_OF.match(sentence.text, figure.end):
            yield _judge_part(sentence, known, figure)
        else:
            yield _judge(sentence, known, figure)


def _counts_towns(sentence: Sentence, figure: Figure) -> bool:
    if figure.noun in TOWNS:
        return True
    is_loose = figure.noun in _LOOSE or re.search(r"\ber\s+$", sentence.lead(figure.start))
    return bool(is_loose) and w.RECIPIENTS.occurs_in(f"{sentence.before} {sentence.text}")


def _judge_part(sentence: Sentence, known: Knowledge, figure: Figure) -> Judgement:
    """A part of the municipalities: right when it is a group that the sentence names."""
    cues = named_cues(sentence.text[figure.end :], known)
    groups = [c for c in known.counts if c.noun == "gemeenten" and c.cues & cues]
    best = best_of([c for c in groups if fits(figure, c.number) and "geheel" not in c.cues], cues)
    if best is None:
        return unknown(figure, "een deel waarover de feiten niets zeggen")
    return agrees(figure, best.facts, write_number(best.number), _why(cues), LINKED)


def _judge(sentence: Sentence, known: Knowledge, figure: Figure) -> Judgement:
    counts = [c for c in known.counts if c.noun == "gemeenten"]
    cues = cues_of_number(sentence, known, figure)
    fitting = [c for c in counts if fits(figure, c.number) and is_open_to(c, sentence, known)]
    meant = meant_by([c for c in counts if "+" not in c.cues], cues)
    if figure.approximation in _WIDE:
        target = meant or default_for(counts, sentence, figure, cues)
        fitting = [c for c in fitting if c == target]
    link = sentence.link(figure.start)
    best = best_of(fitting, cues)
    is_new = _NEW_ONES.match(sentence.text, figure.end) is not None
    is_open = not is_new if best is None else not best.cues & cues
    if is_other_year(known, cues) and is_open:
        return unknown(figure, "gaat over een ander jaar dan de feiten")
    if best is not None and not clashes(best, meant, counts, cues, sentence, figure):
        if link < 1:
            return unknown(figure, "niet te zien dat dit over de feiten gaat")
        return agrees(figure, best.facts, write_number(best.number), _why(cues), link)
    is_told = figure.noun in TOWNS or _is_told(sentence, figure)
    target = meant or (default_for(counts, sentence, figure, cues) if is_told else None)
    if other := what_others(sentence, known, figure):
        return unknown(figure, other)
    if is_of_part(sentence, figure) and not (meant and meant.cues & cues - WEAK):
        return unknown(figure, "een deel waarover de feiten niets zeggen")
    if target is None or link < LINKED or not _says_so(sentence, cues):
        return unknown(figure, "niet te zien welke gemeenten dit zijn")
    if not is_of_all(sentence, figure) and (region := region_of(sentence, figure.start)):
        return _judge_region(sentence, known, figure, region)
    return contradicts(figure, target.facts, write_number(target.number), _why(cues), link)


def _is_told(sentence: Sentence, figure: Figure) -> bool:
    """Whether a number without a noun is told to be that of the municipalities."""
    before = sentence.lead(figure.start)
    return _TOLD.search(sentence.text) is not None or _BRACKETED.search(before) is not None


def _judge_region(sentence: Sentence, known: Knowledge, figure: Figure, region: str) -> Judgement:
    """The municipalities of one province, counted in the lists of the facts."""
    for group in known.groups:
        number = number_in(group, region)
        if number and fits(figure, Decimal(number)):
            link = sentence.link(figure.start)
            return agrees(figure, group.facts, str(number), "de gemeenten in die provincie", link)
    return unknown(figure, "de gemeenten van één streek")


_FROM_AMONG = re.compile(
    r"\b(?:wethouders?|burgemeesters?|ambtenaren|raadsleden|jongeren|inwoners|bestuurders|vertegenwoordigers|colleges"
    r"|professionals|agenten|scholen|gasten|mensen|gezinnen)\s+(?:\w+\s+)?(?:uit|van|in)\s+$",
    re.IGNORECASE,
)


def _says_so(sentence: Sentence, cues: frozenset[str]) -> bool:
    """Whether a sentence says that so many take part, are chosen or receive."""
    text = sentence.text
    families = (w.RECEIVE, w.FAMILIES["start"], w.FAMILIES["keuze"], w.FAMILIES["nieuw"])
    says = any(family.occurs_in(text) for family in families)
    says = says or any(cue.isdigit() for cue in cues) or _JOINS.search(text) is not None
    return says or sentence.names_programme or sentence.names_subject


def _why(cues: frozenset[str]) -> str:
    said = ", ".join(sorted(cue.lstrip("@") for cue in cues))
    return f"een aantal gemeenten ({said})" if said else "een aantal gemeenten"
