"""By which words a stretch of text, or a number in it, points at one group of municipalities."""

import re

from pmg_docs.checks.statements.knowledge import Knowledge, cues_in, once
from pmg_docs.checks.statements.sentence import Sentence
from pmg_docs.dutch.figures import Figure, FigureKind
from pmg_docs.dutch.places import fold_name

TOWNS = frozenset(
    [
        "gemeenten",
        "gemeente",
        "steden",
        "deelnemers",
        "plaatsen",
        "gemeentes",
        "nieuwkomers",
        "toetreders",
    ]
)
"""What people call the municipalities that take part."""
TO = re.compile(r"\s+(?:gemeenten\s+)?naar\s", re.IGNORECASE)
"""Behind the first of two numbers: `van 15 naar 27 gemeenten`."""
_MORE = re.compile(r"\s+meer\b(?!\s+dan)", re.IGNORECASE)
_NEW_ONES = re.compile(r"\s+nieuwe(?:\s+(?:krijg\w+|ontvang\w+|zijn|kwamen|komen|doen)|[,.])")
_STARTS_FROM = re.compile(r"\b[Vv]an\s+$")
_GROWS_TO = re.compile(r"\bnaar\s+$")
_FROM = re.compile(r"\bvan\s+(?:de\s+)?$", re.IGNORECASE)
_OF_ALL = re.compile(r"\bvan\s+(?:de|alle|die|deze)\s+$", re.IGNORECASE)


def cues_of_number(sentence: Sentence, known: Knowledge, figure: Figure) -> frozenset[str]:
    """What a sentence says of the group that a number counts."""
    text = sentence.text
    if _FROM.search(text[: figure.start]) and TO.match(text, figure.end):
        return frozenset({"start"})
    if re.search(r"\bnaar\s+$", text[: figure.start]) and re.search(
        r"\bvan\s+\S+(?: gemeenten)? naar\s+$", text[: figure.start]
    ):
        return frozenset({"geheel"})
    if side := _apart(sentence, figure):
        return frozenset({side})
    if figure.noun not in TOWNS and _NEW_ONES.match(text, figure.end):
        return frozenset({"nieuw"})
    if figure.noun not in TOWNS and _MORE.match(text, figure.end):
        return frozenset({"nieuw"})
    if _OF_ALL.search(text[: figure.start]) and figure.noun in TOWNS and "+" not in text:
        return frozenset({"geheel"})
    if figure.noun not in TOWNS:
        after = re.split(
            r"[,;.]|\ben de\b|\bmaken\b|\bstaat\b", text[figure.end : figure.end + 45]
        )[0]
        local = named_cues(text[max(0, figure.start - 12) : figure.start] + after, known)
        if local:
            return local
    adjective = re.match(r"\s+(\w+e)\s+(?:gemeenten|steden)", text[figure.end :])
    if adjective and (told := named_cues(adjective[1], known) & {"start", "eerder"}):
        return told
    own = _without_loose(sentence, figure)
    return named_cues(own, known) or named_cues(text, known) or named_cues(sentence.before, known)


def _apart(sentence: Sentence, figure: Figure) -> str:
    """Which side of `van 15 gaat het programma naar 27` a number is on, or nothing."""
    numbers = [f for f in sentence.figures if f.kind is FigureKind.GETAL]
    begun = [f for f in numbers if _STARTS_FROM.search(sentence.text[: f.start])]
    grown = [f for f in numbers if _GROWS_TO.search(sentence.text[: f.start])]
    if not begun or not grown or begun[0].start > grown[-1].start:
        return ""
    return "start" if figure in begun else "geheel" if figure in grown else ""


def _without_loose(sentence: Sentence, figure: Figure) -> str:
    """The clause without what belongs to the other numbers in it."""
    begin, end = sentence.clause(figure.start)
    clause = list(sentence.text[begin:end])
    for other in sentence.figures:
        is_loose = other.kind is FigureKind.GETAL and other.noun not in TOWNS
        if is_loose and begin <= other.start < end and other != figure:
            tail = re.match(r"\s+(?:van (?:het )?)?[\w]+", sentence.text[other.end :])
            stop = other.end + (tail.end() if tail else 0)
            clause[other.start - begin : stop - begin] = " " * (min(stop, end) - other.start)
    return "".join(clause)


def named_cues(text: str, known: Knowledge) -> frozenset[str]:
    """The cues of a stretch of text: word families, years, and names that facts spell out."""
    folded = f" {fold_name(text)} "
    named = set()
    for cue, path, head in _spelled(known):
        if path in folded or (head and head in folded):
            named.add(cue)
    return cues_in(text) | frozenset(named)


@once
def _spelled(known: Knowledge) -> list[tuple[str, str, str]]:
    """Of each fact that is a text its cue, its name, and how its words begin when that tells."""
    heads = {path: " ".join(spelled.split()[:2]) for path, spelled in known.spelled.items()}
    return [
        (f"@{path}", f" {path} ", f" {head} " if len(head) > 8 else "")
        for path, head in heads.items()
    ]
