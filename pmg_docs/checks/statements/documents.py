"""The documents that the facts know, and which of them a sentence speaks of."""

import re
from dataclasses import dataclass

from pmg_docs.checks.statements.knowledge import Knowledge, once
from pmg_docs.checks.statements.sentence import Sentence
from pmg_docs.dutch.places import fold_name
from pmg_docs.model.fact import Fact
from pmg_docs.model.value import Date, Gap, ParliamentaryPaper, PolicyChoice, Reference, TextValue

_NOUNS = {
    "nota": re.compile(r"\b(?:beslis)?nota\b", re.IGNORECASE),
    "brief": re.compile(r"\b(?:\w*kamer|voortgangs|halfjaar)?brief\b", re.IGNORECASE),
    "regeling": re.compile(r"\b\w*regeling\b", re.IGNORECASE),
    "persbericht": re.compile(r"\b(?:pers|nieuws)bericht\b", re.IGNORECASE),
    "rapportage": re.compile(r"\b\w*rapportage\b", re.IGNORECASE),
}
_INDEFINITE = re.compile(r"\b(?:een|andere|oude|eerdere)\s+(?:\w+e\s+)?$", re.IGNORECASE)
_PROMISES = re.compile(r"toe(?:ge)?zeg\w*|\bzegden?\b|zegde", re.IGNORECASE)
_PROMISED = re.compile(r"toegezegd[^.]*?\{\{\s*(\w+)")
_SMALL = frozenset(
    re.findall(
        r"\S+", "en of van de het een ter specifieke in voor over uitkering 2022 2023 2024 2025"
    )
)


@dataclass(frozen=True)
class KnownDocument:
    """A document: the nouns it goes by, its title, and what the facts say of it."""

    fact: Fact
    noun: str
    title: str = ""
    date: Date | None = None
    paper: ParliamentaryPaper | None = None
    found_at: str = ""
    is_promise: bool = False

    @property
    def words(self) -> frozenset[str]:
        """The telling words of its title."""
        return frozenset(fold_name(self.title).split()) - _SMALL


@once
def documents_of(known: Knowledge) -> tuple[KnownDocument, ...]:
    """Every document that the facts know by a date, a number or a place of publication."""
    promised = {
        name
        for fact in known.facts
        if isinstance(fact.value, PolicyChoice)
        for cell in fact.value.cells.values()
        for name in _PROMISED.findall(cell)
    }
    return tuple(
        document
        for fact in known.facts
        if (document := _document(fact, is_promise=fact.path in promised)) is not None
    )


def _document(fact: Fact, *, is_promise: bool) -> KnownDocument | None:
    match fact.value:
        case Date() as date:
            tokens = fact.path.split("_")
            noun = next((n for n in _NOUNS if n in tokens or f"kamer{n}" in tokens), "")
            return KnownDocument(fact, noun, date=date) if noun else None
        case Reference(title=title, date=date, paper=paper, found_at=found_at):
            return KnownDocument(
                fact, _noun_of(fact, title), title, date, paper, found_at, is_promise
            )
        case ParliamentaryPaper(title=title, date=date) as paper:
            return KnownDocument(fact, _noun_of(fact, title), title, date, paper, "", is_promise)
    return None


def _noun_of(fact: Fact, title: str) -> str:
    head = fold_name(title).split()[:1]
    if head and head[0] in _NOUNS:
        return head[0]
    return next((n for n in _NOUNS if n in fact.path), "brief")


def speaks_of(sentence: Sentence, document: KnownDocument) -> float:
    """How surely a sentence speaks of a document: 2 is sure, 0 not at all."""
    noun = _NOUNS.get(document.noun)
    found = noun.search(sentence.text) if noun else None
    certainty = _certainty_of_title(sentence, document) if document.title else 0.0
    if document.is_promise and _PROMISES.search(sentence.text):
        certainty += 1.5
    if found is None:
        return certainty
    certainty += 0.25 if _INDEFINITE.search(sentence.lead(found.start())) else 1.0
    if not document.title and (sentence.names_subject or _subject_word(sentence)):
        certainty += 1.0
    if document.title and document.noun == "regeling" and sentence.names_subject:
        certainty += 1.0
    return certainty


def _certainty_of_title(sentence: Sentence, document: KnownDocument) -> float:
    """What the words of its title say: all of them in order, or a good part of them."""
    words = document.words & set(sentence.folded.split())
    share = len(words) / max(1, len(document.words))
    quoted = 0.5 if words and re.search(r"[«“‘\"]", sentence.text) else 0.0
    if fold_name(document.title) in sentence.folded:
        return 2.0 + quoted
    return (1.5 * share if share >= 0.3 else 0.0) + quoted


def _subject_word(sentence: Sentence) -> bool:
    last = {subject.split()[-1] for subject in sentence.topic.subject}
    return bool(last & set(sentence.folded.split()))


@once
def reference_numbers(known: Knowledge) -> tuple[tuple[str, str, Fact], ...]:
    """The kenmerken of the facts: of which document, the number (empty when open), the fact."""
    found = []
    for fact in known.facts:
        kind, _, document = fact.path.partition("_")
        if kind != "kenmerk" or not document:
            continue
        if isinstance(fact.value, TextValue):
            found.append((document, fact.value.text, fact))
        elif isinstance(fact.value, Gap):
            found.append((document, "", fact))
    return tuple(found)
