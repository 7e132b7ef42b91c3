"""Ages that are not the target group's: of people who were counted, or of one project."""

import re

from pmg_docs.checks.statements.sentence import Sentence
from pmg_docs.dutch.figures import Figure, FigureKind
from pmg_docs.dutch.places import fold_name
from pmg_docs.model.value import AgeRange

_PEOPLE_OF = re.compile(
    r"\s(?:\w+\s)?[a-z]+(?:en|s)\s(?:van|tot|onder|boven|tussen|vanaf|tot en met)\s(?:de\s)?"
)
_PROJECT = re.compile(
    r"\b(?:project|cursus|training|groepje|coach|meisjes|jongens)\b", re.IGNORECASE
)


def names_us_next(sentence: Sentence, figure: Figure) -> bool:
    """Whether the dossier's subject follows: `de vijfjarige flexibele uitvraag` is nobody's age."""
    after = fold_name(sentence.text[figure.end : figure.end + 60])
    topic = sentence.topic
    return any(after.startswith(name) for name in (*topic.subject, *topic.programme))


def is_of_so_many(sentence: Sentence, figure: Figure) -> bool:
    """Whether so many people are told to be of an age: `zestien jongeren onder de 18`."""
    return any(
        other.kind is FigureKind.GETAL
        and other.end < figure.start
        and _PEOPLE_OF.fullmatch(sentence.text, other.end, figure.start)
        for other in sentence.figures
    )


def is_of_some(sentence: Sentence, figure: Figure, ages: AgeRange) -> bool:
    """Whether a range within that of the facts is told of one place or project."""
    last = ages.through if ages.through is not None else (ages.until or 1) - 1
    if figure.low is None or figure.high is None or figure.low == figure.high:
        return False
    begin, end = sentence.clause(figure.start)
    is_placed = any(begin <= one.start < end for one in sentence.place_lists)
    is_within = ages.start <= figure.low and figure.high <= last + 1
    return is_within and (is_placed or _PROJECT.search(sentence.text) is not None)
