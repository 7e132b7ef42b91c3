"""Kamerstukken, publications and kenmerken, held against the documents of the facts."""

from collections.abc import Iterator
from difflib import SequenceMatcher

from pmg_docs.checks.statements.documents import (
    KnownDocument,
    documents_of,
    speaks_of,
)
from pmg_docs.checks.statements.judgement import Judgement
from pmg_docs.checks.statements.knowledge import Knowledge
from pmg_docs.checks.statements.reference_marks import judge_kenmerk
from pmg_docs.checks.statements.sentence import Sentence
from pmg_docs.checks.statements.verdicts import agrees, contradicts, unknown
from pmg_docs.dutch.citations import write_paper
from pmg_docs.dutch.figures import Figure, FigureKind, find_figures
from pmg_docs.model.value import Date, GazetteNotice, ParliamentaryPaper


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
            yield judge_kenmerk(sentence, known, figure)


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
        # Within a file numbers go on over the years, so one is of one paper only.
        certainty += 1.5 if said.chamber not in ("", paper.chamber) else 2.5
    elif all(same[1:]) and sorted(said.file) == sorted(paper.file):
        certainty += 2.0
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
