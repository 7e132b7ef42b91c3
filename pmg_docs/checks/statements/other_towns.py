"""Numbers of other municipalities than those that the facts count, by the words around them."""

import re

from pmg_docs.checks.statements import words as w
from pmg_docs.checks.statements.group_cues import TOWNS
from pmg_docs.checks.statements.knowledge import Knowledge
from pmg_docs.checks.statements.scopes import is_other_time
from pmg_docs.checks.statements.sentence import Sentence
from pmg_docs.dutch.figures import Figure, FigureKind
from pmg_docs.dutch.register import municipalities

_OTHERS = re.compile(
    r"\b(?:later|daarna|overige|andere)\s+(?:nog\s+)?(?:\d+\s?|\w+\s)?gemeenten\b", re.IGNORECASE
)
_NAMELY = re.compile(r"\s(?:[\w-]+e\s)?(?:gemeenten|steden)[,:]?\s(?:namelijk\s|te weten\s|\()?")
_KINDS = re.compile(r"\s[a-z-]+e(?:\s(?:gemeenten|steden))?(?:,|\sen)\s")
_ALL_OF = re.compile(r"\b(?:de|alle)\s+$", re.IGNORECASE)
_BOUNDS = re.compile(r"\b(?:nog geen|net geen|niet meer dan|niet minder dan)\b", re.IGNORECASE)


def what_others(sentence: Sentence, known: Knowledge, figure: Figure) -> str:
    """Which other municipalities a number is of, in Dutch; empty when it is of none that shows."""
    clause = _BOUNDS.sub("", sentence.around(figure.start))
    if is_of_all(sentence, figure) and sentence.names_subject:
        # `Gouda hoort niet bij de twintig gemeenten van …`: that of all is no matter of who.
        clause = sentence.text[figure.end : sentence.clause(figure.start)[1]]
    is_else = w.NOT.occurs_in(clause) or _OTHERS.search(sentence.text) or _is_all_of_them(figure)
    has_years = any(cue.isdigit() for c in known.counts for cue in c.cues)
    if is_else or (not has_years and is_other_time(sentence, known, figure)):
        return "gemeenten van wie de feiten niets zeggen"
    if _is_of_a_kind(sentence, figure):
        return "gemeenten van één soort, naast andere"
    return "zoveel namen als erachter staan" if _is_of_names(sentence, figure) else ""


def _is_of_a_kind(sentence: Sentence, figure: Figure) -> bool:
    """Whether a number is one of several, each of a kind: `vijf grote en zes kleine gemeenten`."""
    return any(
        (_KINDS.fullmatch(sentence.text, one.end, figure.start) and figure.noun in TOWNS)
        or (one.noun in TOWNS and _KINDS.fullmatch(sentence.text, figure.end, one.start))
        for one in sentence.figures
        if one.kind is FigureKind.GETAL and one is not figure
    )


def is_of_all(sentence: Sentence, figure: Figure) -> bool:
    """Whether a number is said of all of them: `de twintig gemeenten`."""
    return _ALL_OF.search(sentence.lead(figure.start)) is not None


def _is_of_names(sentence: Sentence, figure: Figure) -> bool:
    """Whether as many names stand directly behind a number: `twee gemeenten, Gouda en Leiden`."""
    return any(
        len(one.places) == figure.high and _NAMELY.fullmatch(sentence.text, figure.end, one.start)
        for one in sentence.place_lists
    )


def _is_all_of_them(figure: Figure) -> bool:
    """Whether a number is about that of all municipalities of the country."""
    return figure.high is not None and abs(int(figure.high) - len(municipalities())) <= 20


def is_of_part(sentence: Sentence, figure: Figure) -> bool:
    """Whether a number is said of a part of others: `van de 27 doen er tien mee`."""
    before = sentence.lead(figure.start)
    return re.search(r"\b[Vv]an de \w+ gemeenten\b", before) is not None and before.endswith("er ")
