"""Days that the facts name for something else than a document: `sluiting_aanvragen`."""

import datetime as dt
import re
from collections.abc import Iterator

from pmg_docs.checks.statements.documents import documents_of
from pmg_docs.checks.statements.judgement import Judgement
from pmg_docs.checks.statements.knowledge import Knowledge, once
from pmg_docs.checks.statements.sentence import LINKED, Sentence
from pmg_docs.checks.statements.verdicts import agrees, contradicts
from pmg_docs.dutch.dates import write_date
from pmg_docs.dutch.figures import Figure, FigureKind
from pmg_docs.model.value import Date

_WORDS = {
    "sluiting": re.compile(
        r"\b(?:sluit\w*|sloot|gesloten|deadline|uiterlijk|tot en met|t/m|tot"
        r"|laatste dag|termijn)\b",
        re.IGNORECASE,
    ),
    "opening": re.compile(r"\b(?:open\w*|geopend|vanaf)\b", re.IGNORECASE),
    "aanvragen": re.compile(r"\b(?:aanvra\w+|aangevraagd|loket|indienen)\b", re.IGNORECASE),
}
"""How the words of a fact's name are said; any other must be said as it stands."""
_DIRECTLY = re.compile(
    r"(?:\b(?:was|is|op|uiterlijk|voor|tot|tot en met|t/m)\b(?: de| het)?|:)\s+$", re.IGNORECASE
)
_BEFORE_DAY = re.compile(r"\b(?:tot|voor)\s+$", re.IGNORECASE)


def judge_named_days(sentence: Sentence, known: Knowledge) -> Iterator[Judgement]:
    """The verdict on each day of a sentence that has the words of such a fact's name."""
    days = _named(known)
    if not days or not (sentence.names_subject or sentence.names_programme):
        return
    for figure in sentence.figures:
        if figure.kind is not FigureKind.DATUM or not _DIRECTLY.search(sentence.lead(figure.start)):
            continue
        if sentence.is_supposed(figure.start) or sentence.is_denied(figure.start):
            continue
        link = sentence.link(figure.start)
        for path, day, words in days:
            if link >= LINKED and all(one.search(sentence.text) for one in words):
                yield _judge(sentence, figure, path, day, link)
                break


@once
def _named(known: Knowledge) -> list[tuple[str, Date, list[re.Pattern[str]]]]:
    documents = {document.fact.path for document in documents_of(known)}
    found = []
    for fact in known.facts:
        tokens = fact.path.split("_")
        if isinstance(fact.value, Date) and fact.path not in documents and _WORDS.keys() & tokens:
            words = [_WORDS.get(one) or re.compile(rf"\b{re.escape(one)}\b") for one in tokens]
            found.append((fact.path, fact.value, words))
    return found


def _judge(sentence: Sentence, figure: Figure, path: str, day: Date, link: float) -> Judgement:
    said = figure.value.day if isinstance(figure.value, Date) else None
    holds = said == day.day and not figure.is_suspicious
    if said and _BEFORE_DAY.search(sentence.lead(figure.start)):
        # `Tot 1 november` and `voor 1 november` hold when the last day is 31 October.
        holds = holds or said == day.day + dt.timedelta(days=1)
    if said is None and not figure.is_suspicious:
        holds = write_date(day).startswith(figure.text.lower())
    verdict = agrees if holds else contradicts
    return verdict(figure, (path,), write_date(day), "de dag met die naam", link)
