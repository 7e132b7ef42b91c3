"""Who speaks in a letter: one who signs writes *ik*, more of them write *wij*.

Source: the practice of letters to the Chambers. Who is only named, «mede namens de Minister van …»,
does not sign, and stands in the first sentence.
"""

import re
from collections.abc import Iterator

from pmg_docs.checks.prose import is_cited, is_typed, sentences_of
from pmg_docs.checks.subject import Subject, SubjectLetter, warn
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.document import Signatures, plain_text

CODES = frozenset({"PMG290", "PMG291"})

_ONE = re.compile(r"\b(?:[Ii]k|[Mm]ij|[Mm]ijn)\b")
_VERB = (
    "adviseren|berichten|besluiten|bieden|danken|delen|informeren|kiezen|laten|melden|schrijven|"
    "sturen|stellen|verzoeken|vragen|willen|zenden|zullen"
)
_MORE = re.compile(rf"\b(?:[Ww]ij|[Ww]e (?={_VERB})|(?:{_VERB}) we)\b")
"""`Wat we weten` is everybody, `willen we` is who writes."""
_NAMENS = re.compile(r"\b(?:(?:[Mm]ede|[Oo]ok) n|[Nn])amens\b")


def check(subject: Subject) -> Iterator[Diagnostic]:
    """*Ik* or *wij* against who signs; who is named and signs as well, or is not named at all."""
    for letter in subject.letters:
        offices = tuple(_offices(letter))
        if not (letter.doc_type.is_signed and offices):
            continue
        yield from _pronouns(letter, len(offices))
        yield from _namens(letter, offices)


def _offices(letter: SubjectLetter) -> Iterator[str]:
    """The offices that sign, without article and comma."""
    for block in letter.document.body:
        if isinstance(block, Signatures):
            for signature in block.signatures:
                yield plain_text(signature.office).removeprefix("De ").rstrip(",")


def _pronouns(letter: SubjectLetter, signing: int) -> Iterator[Diagnostic]:
    """The first typed pronoun of the other number; the others need the same cure."""
    wrong, right = (_MORE, "ik") if signing == 1 else (_ONE, "wij")
    who = "één bewindspersoon" if signing == 1 else f"{signing} bewindspersonen"
    for passage in letter.passages:
        for found in wrong.finditer(passage.text):
            if is_typed(passage, *found.span()) and not is_cited(passage, found.start()):
                yield warn(
                    "PMG290", f"Deze brief is van {who} en schrijft dan {right}, niet {found[0]}.",
                    letter.at(passage, found.start(), found[0]),
                    "Met {{ ik_of_wij('heb ik', 'hebben wij') }} volgt de tekst de ondertekening.",
                )  # fmt: skip
                return


def _namens(letter: SubjectLetter, offices: tuple[str, ...]) -> Iterator[Diagnostic]:
    is_named = False
    for passage in letter.passages:
        for start, end in sentences_of(passage):
            found = _NAMENS.search(passage.text, start, end)
            if found is None:
                continue
            is_named = True
            rest = passage.text[found.end() : end].lower()
            for office in offices:
                if len(offices) > 1 and office.lower() in rest:
                    yield warn(
                        "PMG291", f"De {office} ondertekent en wordt ook mede namens genoemd.",
                        letter.at(passage, found.start(), found[0]),
                        "Wie mede namens wordt genoemd, tekent niet zelf: haal een van beide weg.",
                    )  # fmt: skip
    if letter.head.get("mede_namens") and not is_named:
        yield warn(
            "PMG291", "De tekst zegt niet namens wie deze brief ook is.",
            letter.place_of("mede_namens"),
            "Begin met: Mede namens {{ brief.mede_namens }} …",
        )  # fmt: skip
