"""Kamerstukken, publications and kenmerken, held against the documents of the facts."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from pmg_docs.checks.statements import words as w
from pmg_docs.checks.statements.documents import (
    KnownDocument,
    documents_of,
    reference_numbers,
    speaks_of,
)
from pmg_docs.checks.statements.judgement import Judgement
from pmg_docs.checks.statements.knowledge import Knowledge
from pmg_docs.checks.statements.sentence import Sentence
from pmg_docs.checks.statements.verdicts import agrees, contradicts, unknown
from pmg_docs.dutch.citations import write_paper
from pmg_docs.dutch.figures import Figure, FigureKind, find_figures
from pmg_docs.model.value import Date, GazetteNotice, ParliamentaryPaper

_ELSEWHERE = re.compile(
    r"\b(?:artikelnummer|bestelnummer|webwinkel|ordernummer|polis\w*|bezwaar\w*|factuur\w*)\b",
    re.IGNORECASE,
)
_LONGEST_PARTED = 40
_IDENTIFIER = re.compile(r"(?:kst|KST)-(?P<file>[0-9]{5})-(?P<number>[0-9]+)")
_NUMBERED = re.compile(r"\b(?:kenmerk|nummer|geregistreerd|onder)\b", re.IGNORECASE)


def judge_papers(sentence: Sentence, known: Knowledge) -> Iterator[Judgement]:
    """The verdict on every Kamerstuk, publication and kenmerk of a sentence."""
    documents = documents_of(known)
    for figure in sentence.figures:
        if figure.kind not in (FigureKind.KAMERSTUK, FigureKind.VINDPLAATS, FigureKind.KENMERK):
            continue
        if sentence.is_supposed(figure.start) or sentence.is_denied(figure.start):
            yield unknown(figure, "een wens, een voorwaarde of iets dat de zin zelf ontkent")
        elif isinstance(figure.value, ParliamentaryPaper):
            yield _paper(sentence, documents, figure, figure.value)
        elif isinstance(figure.value, GazetteNotice):
            yield _gazette(sentence, known, documents, figure, figure.value)
        elif figure.kind is FigureKind.KENMERK:
            yield _kenmerk(sentence, known, figure)


def _paper(
    sentence: Sentence,
    documents: tuple[KnownDocument, ...],
    figure: Figure,
    said: ParliamentaryPaper,
) -> Judgement:
    papers = [(d, d.paper) for d in documents if d.paper is not None]
    for document, paper in papers:
        if _is_same(said, paper) and not figure.is_suspicious:
            return agrees(figure, (document.fact.path,), write_paper(paper), "dit Kamerstuk", 3)
    spoken = [(_certainty(sentence, d, said, p), d, p) for d, p in papers]
    if spoken:
        certainty, document, paper = max(spoken, key=lambda s: s[0])
        if certainty >= 1.9:
            return contradicts(
                figure, (document.fact.path,), write_paper(paper), "dit Kamerstuk", certainty
            )
    return unknown(figure, "een ander Kamerstuk")


def _certainty(
    sentence: Sentence, document: KnownDocument, said: ParliamentaryPaper, paper: ParliamentaryPaper
) -> float:
    """How surely a citation that differs is meant to be that of a document."""
    certainty = min(speaks_of(sentence, document), 2.0)
    days = [f.value for f in sentence.figures if isinstance(f.value, Date)]
    if document.date is not None and document.date in days:
        certainty += 1.5
    elif days:
        certainty -= 1.0
    same = [
        said.file == paper.file,
        said.number == paper.number,
        said.session == paper.session and bool(said.session),
    ]
    if said.file == paper.file and said.number == paper.number:
        certainty += 1.5
    elif sum(same) == 2 or (said.file == paper.file and not said.session):
        certainty += 0.5
    elif not any(same) and SequenceMatcher(None, said.file, paper.file).ratio() < 0.7:
        certainty -= 2.0
    return certainty


def _is_same(said: ParliamentaryPaper, paper: ParliamentaryPaper) -> bool:
    return (
        said.file == paper.file
        and said.number == paper.number
        and said.chamber in ("", paper.chamber)
        and said.session in ("", paper.session)
    )


def _gazette(
    sentence: Sentence, known: Knowledge, documents: tuple[KnownDocument, ...], figure: Figure,
    said: GazetteNotice,
) -> Judgement:  # fmt: skip
    places: list[tuple[float, str, GazetteNotice]] = [
        (speaks_of(sentence, document), document.fact.path, found.value)
        for document in documents
        for found in find_figures(document.found_at)
        if isinstance(found.value, GazetteNotice)
    ]
    places += [
        (1.0 if "regeling" in sentence.folded else 0.0, fact.path, fact.value)
        for fact in known.facts
        if isinstance(fact.value, GazetteNotice)
    ]
    for _, path, notice in places:
        if notice == said:
            return agrees(figure, (path,), figure.text, "deze vindplaats", 3)
    places.sort(key=lambda one: -one[0])
    if sentence.names_another_programme:
        return unknown(figure, "de vindplaats van iets anders")
    for certainty, path, notice in places:
        is_near = SequenceMatcher(None, notice.number, said.number).ratio() >= 0.7
        if certainty >= 1.5 or (certainty >= 1 and is_near and notice.year == said.year):
            known_as = f"{'Stb.' if notice.is_law else 'Stcrt.'} {notice.year}, {notice.number}"
            return contradicts(figure, (path,), known_as, "de vindplaats van dit stuk", certainty)
    return unknown(figure, "een andere vindplaats")


def _kenmerk(sentence: Sentence, known: Knowledge, figure: Figure) -> Judgement:
    if _ELSEWHERE.search(sentence.text) or figure.noun in _OF_OTHERS:
        return unknown(figure, "een nummer van iets anders")
    if paper := _identified(known, figure):
        return paper
    if spaced := _parted(sentence, known, figure):
        return spaced
    is_withdrawn = w.RETRACTED.search(sentence.around(figure.start)) is not None
    for name, number, fact in reference_numbers(known):
        if number and number == figure.text and not is_withdrawn:
            return agrees(figure, (fact.path,), number, f"het kenmerk van de {name}", 3)
    is_numbered = _NUMBERED.search(sentence.text) or _NOTED.search(sentence.lead(figure.start))
    if is_withdrawn or not is_numbered or not _is_of_us(sentence):
        return unknown(figure, "geen kenmerk van een stuk van dit dossier")
    return _of_document(sentence, known, figure)


def _of_document(sentence: Sentence, known: Knowledge, figure: Figure) -> Judgement:
    """A number that is none of the facts', against that of the document that the sentence names."""
    for name, number, fact in reference_numbers(known):
        if re.search(rf"\b(?:kamer|beslis)?{name}\b", sentence.text, re.IGNORECASE):
            if not number:
                return unknown(figure, "de feiten kennen dit kenmerk nog niet")
            if not _is_alike(number, figure.text) or _YOURS.search(sentence.lead(figure.start)):
                return unknown(figure, "het kenmerk van een stuk van anderen")
            return contradicts(figure, (fact.path,), number, f"het kenmerk van de {name}", 2.5)
    return unknown(figure, "geen kenmerk van een stuk van dit dossier")


def _parted(sentence: Sentence, known: Knowledge, figure: Figure) -> Judgement | None:
    """A kenmerk that was typed in parts, `530 0203`, of which a figure is the first."""
    follows = sentence.text[figure.start : figure.start + _LONGEST_PARTED]
    for name, number, fact in reference_numbers(known):
        parts = r"[ .-]?".join(map(re.escape, re.sub(r"\W", "", number)))
        if number.isdigit() and re.match(rf"{parts}(?!\w)", follows):
            return agrees(figure, (fact.path,), number, f"het kenmerk van de {name}", 3)
    return None


def _identified(known: Knowledge, figure: Figure) -> Judgement | None:
    """The identifier by which parliament publishes a Kamerstuk, `kst-28741-106`."""
    said = _IDENTIFIER.fullmatch(figure.text)
    for document in documents_of(known) if said else ():
        own = document.paper
        if said and own and (own.file, own.number) == (said["file"], said["number"]):
            return agrees(figure, (document.fact.path,), write_paper(own), "dit Kamerstuk", 3)
    return None


_NOTED = re.compile(r"\bnota\s+$", re.IGNORECASE)
_YOURS = re.compile(r"\b[Uu]w\s+(?:brief|kenmerk|referentie|schrijven)\b[^,;]{0,40}$")


def _is_alike(known: str, said: str) -> bool:
    """Whether two numbers are of one form, digits and letters at the same places but one."""
    forms = (re.sub(r"[A-Za-z]", "a", re.sub(r"[0-9]", "0", one)) for one in (known, said))
    one, other = forms
    return SequenceMatcher(None, one, other).ratio() >= _ALIKE


_ALIKE = 0.85
_OF_OTHERS = frozenset({"artikelnummer", "bestelnummer", "polisnummer"})
_OTHERS = re.compile(r"\b(?:ministerie van|gemeente \w+|provincie|politie|raad|rechtbank)\b")


def _is_of_us(sentence: Sentence) -> bool:
    return (
        _OTHERS.search(sentence.text) is None
        and re.search(r"\b[Ee]en (?:andere )?nota\b", sentence.text) is None
    )
