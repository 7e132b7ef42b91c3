"""Dates of documents: the day of a nota, a letter or a regulation."""

import datetime as dt
import re
from collections.abc import Iterator

from pmg_docs.checks.statements.documents import KnownDocument, documents_of, speaks_of
from pmg_docs.checks.statements.judgement import Judgement
from pmg_docs.checks.statements.knowledge import Knowledge, once
from pmg_docs.checks.statements.sentence import Sentence
from pmg_docs.checks.statements.verdicts import agrees, contradicts, unknown
from pmg_docs.dutch.dates import MONTHS, write_date
from pmg_docs.dutch.figures import Figure, FigureKind
from pmg_docs.model.value import Date

_OF_MONTH = re.compile(r"\b(?:dateert|stamt|gedateerd)\s+(?:van|uit|op|in)\s+$", re.IGNORECASE)
_SURE = 1.5
_VALIDITY = re.compile(
    r"\bg(?:aat|ing)\b[^.]*\bin(?=\s+(?:op|per|vanaf|met)\b|[.,;]|$)|\b(?:vervalt|verviel|loopt|liep|eindigt|geldt|geldig|werking"
    r"|ingang|ingaat|gaat in"
    r"|afloopt|afgelopen|einddatum)\b",
    re.IGNORECASE,
)


def is_of_validity(sentence: Sentence) -> bool:
    """Whether a sentence says from when or until when something holds."""
    return _VALIDITY.search(sentence.text) is not None


def judge_dates(sentence: Sentence, known: Knowledge) -> Iterator[Judgement]:
    """The verdict on every day of a sentence that is the date of a document."""
    documents = _dated(known)
    for figure in sentence.figures:
        if figure.kind is FigureKind.MAAND and _OF_MONTH.search(sentence.lead(figure.start)):
            yield _judge_month(sentence, documents, figure)
            continue
        if figure.kind is not FigureKind.DATUM:
            continue
        if sentence.is_supposed(figure.start) or sentence.is_denied(figure.start):
            yield unknown(figure, "een wens, een voorwaarde of iets dat de zin zelf ontkent")
        elif not is_of_validity(sentence):
            yield _judge(sentence, documents, figure)


def _judge_month(sentence: Sentence, documents: list[KnownDocument], figure: Figure) -> Judgement:
    """The month that a document is said to date from."""
    spoken = max(((speaks_of(sentence, d), i) for i, d in enumerate(documents)), default=(0.0, 0))
    is_ours = spoken[0] >= _SURE and not sentence.names_another_programme
    if not is_ours or figure.days is None or sentence.is_supposed(figure.start):
        return unknown(figure, "niet te zien van welk stuk dit de maand is")
    document = documents[spoken[1]]
    first, last = figure.days
    verdict = agrees if first <= _date(document) <= last else contradicts
    path = (document.fact.path,)
    return verdict(figure, path, _day(document), "de datum van dit stuk", spoken[0] + 1)


@once
def _dated(known: Knowledge) -> list[KnownDocument]:
    return [d for d in documents_of(known) if d.date is not None]


def _judge(sentence: Sentence, documents: list[KnownDocument], figure: Figure) -> Judgement:
    scored = [(speaks_of(sentence, d) + _nearness(sentence, figure, d), d) for d in documents]
    spoken = sorted((s for s in scored if s[0] > 0), key=lambda s: -s[0])
    for certainty, document in spoken:
        if _is_day_of(figure, document) and certainty >= 0.9 and certainty >= spoken[0][0] - 1:
            return agrees(
                figure,
                (document.fact.path,),
                _day(document),
                "de datum van dit stuk",
                certainty + 1,
            )
    if not spoken or spoken[0][0] < _SURE or sentence.names_another_programme:
        return unknown(figure, "niet te zien van welk stuk dit de datum is")
    certainty, document = spoken[0]
    is_a_slip = figure.is_suspicious and isinstance(figure.value, Date)
    is_a_slip = is_a_slip and figure.value == Date(_date(document))
    if not is_a_slip and not _may_be_its_date(sentence, figure):
        return unknown(figure, "niet de datum van het stuk zelf")
    if document.title and _is_of_another_year(figure, document):
        return unknown(figure, "een ander jaar en een andere dag: misschien een ander stuk")
    return contradicts(
        figure, (document.fact.path,), _day(document), "de datum van dit stuk", certainty + 1
    )


def _is_day_of(figure: Figure, document: KnownDocument) -> bool:
    day = _date(document)
    if figure.value is None and not figure.is_suspicious:
        return figure.text.lower() == f"{day.day} {MONTHS[day.month - 1]}"
    return isinstance(figure.value, Date) and figure.value.day == day and not figure.is_suspicious


def _is_of_another_year(figure: Figure, document: KnownDocument) -> bool:
    """Whether a day is so far off that it is no slip: letters on one subject return every year."""
    day, said = _date(document), figure.value
    if not isinstance(said, Date) or said.day.year == day.year:
        return False
    return (said.day.day, said.day.month) != (day.day, day.month)


def _nearness(sentence: Sentence, figure: Figure, document: KnownDocument) -> float:
    """What speaks for a document: a date that differs in one part only, its file, its kenmerk."""
    day, said = _date(document), figure.value
    bonus = 0.0
    if said is None and figure.is_suspicious:
        month = f"{MONTHS[day.month - 1]} {day.year}"
        bonus += 0.5 if month in figure.text.lower() else 0
    if isinstance(said, Date):
        same = [said.day.day == day.day, said.day.month == day.month, said.day.year == day.year]
        bonus += 0.5 if sum(same) >= 2 else 0
    if document.paper is not None and document.paper.file in sentence.text.replace(" ", ""):
        bonus += 0.5
    if re.search(r"\bkenmerk\b", sentence.text, re.IGNORECASE) and document.noun == "nota":
        bonus += 0.5
    return bonus


_DATED = re.compile(
    r"(?<!\w)(?:van|dd\.?|d\.d\.|gedateerd|datum|gedagtekend|ondertekend|verscheen|verschenen|gestuurd|stuurde"
    r"|verstuurd|verzonden|tekende|tekenden"
    r"|gepubliceerd|getekend|dateert|uitgebracht|uitging|ging uit|aangeboden|ontving|ontvangen"
    r"|zegden?|toegezegd|gaf|brief|kenmerk|datum|dagtekening)(?!\w)",
    re.IGNORECASE,
)


_BRACKETED = re.compile(r"(?:[Rr]egeling|[Bb]rief|[Nn]ota|»|”)[^().;]{0,100}\($")
"""Directly behind the name of a document: `de regeling (3 april 2024)`."""


def _may_be_its_date(sentence: Sentence, figure: Figure) -> bool:
    """Whether the sentence dates the document, rather than something that the document tells."""
    if _BRACKETED.search(sentence.lead(figure.start)):
        return True
    return _DATED.search(sentence.text) is not None and not sentence.foreign_subject(figure.start)


def _date(document: KnownDocument) -> dt.date:
    return document.date.day if document.date else dt.date.min


def _day(document: KnownDocument) -> str:
    return write_date(Date(_date(document)), with_weekday=True)
