"""What was left to fill in, and a letter that calls itself by the name of another type.

Both stand in a beslisnota that was published in 2024: `Dossiernummer x`, and «Met deze brief» in a
nota.
"""

import re
from collections.abc import Iterator

from pmg_docs.checks.prose import is_cited, is_typed
from pmg_docs.checks.subject import Subject, Written, warn
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.fact import Fact, FactSet
from pmg_docs.model.passage import Passage
from pmg_docs.model.value import Contact, Person, PolicyChoice, Reference, TextValue

CODES = frozenset({"PMG288", "PMG289"})

_WHOLE = re.compile(
    r"[xX]{1,5}|\?+|\.{2,}|…|-+|p\.?m\.?|t\.?b\.?d\.?|n\.?t\.?b\.?|n\.?n\.?b\.?|todo|invullen|"
    r"nader te bepalen|nog in te vullen|volgt|nog niet bekend|naam|lorem ipsum.*",
    re.IGNORECASE,
)
"""What nobody means as a value, when it is all that stands there."""

_BEGIN = re.compile(r"\[?(?:Schrijf|Noem|Vul) hier\b[^\[\]]{0,200}\]?")
"""What `pmg new` puts where the facts know nothing."""

_OWN_WORDS = "Zet er uw eigen woorden voor in de plaats, zonder de haken."

_INSIDE = re.compile(
    r"\b(?:TODO|TBD|XX+|xxx+)\b|\bn\.(?:t|n)\.b\.|(?<![\w€] )\bPM\b(?![-\w])|"
    r"\[(?:\.{2,}|…|invullen|naam|datum|bedrag|aantal|kenmerk|x+)\]|\b[Ll]orem ipsum\b|"
    r"<(?:invullen|naam|datum|bedrag|aantal|kenmerk|nummer|x+)(?: [a-z ]{1,40})?>|"
    r"\[(?:[Ss]chrijf|[Nn]oem|[Vv]ul) hier\b[^\[\]]{0,200}\]|"
    r"\bSchrijf hier (?:het onderwerp|in enkele zinnen wat er verandert|wie er meedoen|"
    r"wat (?:de Kamer verder kan verwachten|de lezer verder moet weten|er is bereikt))\b"
)
"""Also the sentences with which a letter begins (`begin.md`), with and without their brackets."""

_SELF = re.compile(
    r"\b(?:[Mm]et|[Ii]n|[Bb]ij|[Mm]iddels|[Vv]ia|[Dd]oor middel van) (?:deze|dit) "
    r"(brief|[Kk]amerbrief|nota|beslisnota|persbericht|nieuwsbericht|rapportage)\b"
)
_REACH = 600
"""Characters before it in which another letter may have been named."""
_OF_PARLIAMENT = frozenset({"brief", "kamerbrief"})
_OF_NOTA = frozenset({"nota", "beslisnota"})
_OF_PRESS = frozenset({"persbericht", "nieuwsbericht"})


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Placeholders in facts, front matter and text; a name that is that of another type."""
    yield from _in_facts(subject.facts)
    for letter in subject.letters:
        for lines in letter.head.values():
            for line in lines:
                if not line.fact_path and is_left_open(line.text):
                    yield warn(
                        "PMG288", f"Hier moet nog iets worden ingevuld: {line.text}.", line.where,
                        _OWN_WORDS if "hier" in line.text else
                        "Maak er een feit van met open: zo blijft het zichtbaar open in de brief.",
                    )  # fmt: skip
        for passage in letter.passages:
            yield from placeholders(letter, passage)
            yield from self_references(letter, passage)


def _in_facts(facts: FactSet) -> Iterator[Diagnostic]:
    for fact in facts:
        for text in _texts_of(fact):
            if is_left_open(text):
                yield warn(
                    "PMG288", f"In het feit {fact.path} moet nog iets worden ingevuld: {text}.",
                    fact.where, f"Schrijf: {fact.path}: {{open: wat er nog komt}}.",
                )  # fmt: skip


def _texts_of(fact: Fact) -> tuple[str, ...]:
    match fact.value:
        case TextValue():
            return (fact.value.text,)
        case Person():
            return (fact.value.name, fact.value.office)
        case Reference():
            return (fact.value.title, fact.value.kenmerk)
        case Contact():
            return (fact.value.name, fact.value.telephone, fact.value.email)
        case PolicyChoice():
            return ()  # the rows of the table are held as such
    return ()


def is_left_open(text: str) -> bool:
    """Whether a whole value is one that nobody means: `x`, `n.t.b.`, `volgt`."""
    value = text.strip()
    return _WHOLE.fullmatch(value) is not None or _BEGIN.fullmatch(value) is not None


def placeholders(letter: Written, passage: Passage) -> Iterator[Diagnostic]:
    """What was left to fill in among the words of a passage."""
    for found in _INSIDE.finditer(passage.text):
        if is_typed(passage, found.start(), found.end()):
            yield warn(
                "PMG288", f"Hier moet nog iets worden ingevuld: {found[0]}.",
                letter.at(passage, found.start(), found[0]),
                _OWN_WORDS if "hier" in found[0] else
                "Noem een feit; weet u het nog niet, maak dan een feit met open.",
            )  # fmt: skip


def _own_names(letter: Written) -> frozenset[str]:
    """What a letter may call itself; empty for a type of which that is not known."""
    if letter.is_to_parliament:
        return _OF_PARLIAMENT
    if letter.is_nota:
        return _OF_NOTA
    if letter.is_for_the_press:
        return _OF_PRESS
    name = letter.doc_type.name if letter.doc_type else ""
    return frozenset({"rapportage"}) if name.endswith("rapportage") else frozenset()


def self_references(letter: Written, passage: Passage) -> Iterator[Diagnostic]:
    """`Met deze brief` in a nota, unless the sentence before it speaks of a letter."""
    own = _own_names(letter)
    for found in _SELF.finditer(passage.text):
        name = found[1].lower()
        kin = next((k for k in (_OF_PARLIAMENT, _OF_NOTA, _OF_PRESS) if name in k), {name})
        before = passage.text[max(0, found.start() - _REACH) : found.start()].lower()
        if not (own and letter.doc_type) or name in own or any(word in before for word in kin):
            continue
        if is_typed(passage, found.start(), found.end()) and not is_cited(passage, found.start()):
            yield warn(
                "PMG289", f"Hier staat {found[0]}, maar dit is een {letter.doc_type.name}.",
                letter.at(passage, found.start(), found[0]),
                "Noem dit stuk bij zijn eigen naam, of zeg welk ander stuk u bedoelt.",
            )  # fmt: skip
