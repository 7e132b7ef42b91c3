"""Kenmerken: the number of a letter or nota, held against those that the facts have."""

import re
from difflib import SequenceMatcher

from pmg_docs.checks.statements import words as w
from pmg_docs.checks.statements.documents import documents_of, reference_numbers, speaks_of
from pmg_docs.checks.statements.judgement import Judgement
from pmg_docs.checks.statements.knowledge import Knowledge
from pmg_docs.checks.statements.sentence import Sentence
from pmg_docs.checks.statements.verdicts import agrees, contradicts, unknown
from pmg_docs.dutch.citations import write_paper
from pmg_docs.dutch.figures import Figure

_ELSEWHERE = re.compile(
    r"\b(?:artikelnummer|bestelnummer|webwinkel|ordernummer|polis\w*|bezwaar\w*|factuur\w*)\b",
    re.IGNORECASE,
)
_LONGEST_PARTED = 40
_IDENTIFIER = re.compile(r"(?:(?:kst|KST)-)?(?P<file>[0-9]{5})-(?P<number>[0-9]{1,4})")
_NUMBERED = re.compile(r"\b(?:kenmerk|referentie|nummer|geregistreerd|onder)\b", re.IGNORECASE)


def judge_kenmerk(sentence: Sentence, known: Knowledge, figure: Figure) -> Judgement:
    """The verdict on a kenmerk: that of the document that the sentence names, or a slip in one."""
    if _ELSEWHERE.search(sentence.text) or figure.noun in _OF_OTHERS:
        return unknown(figure, "een nummer van iets anders")
    if paper := _identified(sentence, known, figure):
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
    if found := _slip(sentence, known, figure):
        return found
    return unknown(figure, "geen kenmerk van een stuk van dit dossier")


def _slip(sentence: Sentence, known: Knowledge, figure: Figure) -> Judgement | None:
    """A number that names no document and is one of the facts' but for a slip of the pen.

    Numbers follow each other, so one that differs at its end alone may be that of another letter,
    unless the sentence speaks of the dossier.
    """
    if _YOURS.search(sentence.lead(figure.start)) or _IN_WORDS.search(sentence.text) is None:
        return None
    is_of_dossier = sentence.names_subject or sentence.names_programme
    for name, number, fact in reference_numbers(known):
        slips = _slips(number, figure.text)
        if slips and (is_of_dossier or min(slips) < len(number) - _SERIAL or len(slips) > 1):
            return contradicts(figure, (fact.path,), number, f"het kenmerk van de {name}", 2)
    return None


def _slips(known: str, said: str) -> list[int]:
    """Where a number differs by one character, or by two near ones that changed places."""
    if len(known) != len(said) or len(known) < _LONG_NUMBER:
        return []
    unlike = [
        place for place, (one, other) in enumerate(zip(known, said, strict=True)) if one != other
    ]
    if len(unlike) == 1:
        return unlike
    is_swap = len(unlike) == 2 and unlike[1] - unlike[0] <= _SWAPPED
    one, other = ([text[place] for place in unlike] for text in (known, said))
    is_swap = is_swap and one == other[::-1]
    return unlike if is_swap else []


def _parted(sentence: Sentence, known: Knowledge, figure: Figure) -> Judgement | None:
    """A kenmerk that was typed in parts, `530 0203`, of which a figure is the first."""
    follows = sentence.text[figure.start : figure.start + _LONGEST_PARTED]
    for name, number, fact in reference_numbers(known):
        parts = r"[ .-]?".join(map(re.escape, re.sub(r"\W", "", number)))
        if number.isdigit() and re.match(rf"{parts}(?!\w)", follows):
            return agrees(figure, (fact.path,), number, f"het kenmerk van de {name}", 3)
    return None


def _identified(sentence: Sentence, known: Knowledge, figure: Figure) -> Judgement | None:
    """The identifier by which parliament publishes a Kamerstuk, `kst-28741-106` or `28741-106`."""
    said = _IDENTIFIER.fullmatch(figure.text)
    for document in documents_of(known) if said else ():
        own = document.paper
        if not (said and own and own.file == said["file"]):
            continue
        if own.number == said["number"]:
            return agrees(figure, (document.fact.path,), write_paper(own), "dit Kamerstuk", 3)
        if document.title and speaks_of(sentence, document) >= _NAMED:
            path = (document.fact.path,)
            return contradicts(figure, path, write_paper(own), "dit Kamerstuk", _NAMED)
    return None


_NAMED = 1.5
"""How surely a title must be meant before another number is wrong."""
_SERIAL = 1
_SWAPPED = 2
"""How far apart two digits stand that changed places."""
_LONG_NUMBER = 7
_IN_WORDS = re.compile(r"\b(?:kenmerk|referentie)\b", re.IGNORECASE)
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
