"""What was fixed of a letter: its words without CONCEPT, sealed with their fingerprint.

Words are compared, not files: who adds a remark to the facts, or renders with a newer version,
changes nothing that anybody received.
"""

import json
from collections.abc import Iterator
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import zip_longest

from pmg_docs.model.digest import digest_of
from pmg_docs.model.document import Document
from pmg_docs.model.passages import passages_of
from pmg_docs.model.seal import FINAL, Seal

STATUS = "status"
"""The field that says CONCEPT."""

_LONGEST = 160
_BEFORE = 40


def as_final(document: Document) -> Document:
    """A document as it goes out: no page says CONCEPT, and its files say that they are final."""
    first, later = (
        tuple(f for f in fields if f.name != STATUS)
        for fields in (document.first_page, document.follow_on)
    )
    known = tuple(dict.fromkeys((*document.known_fields, STATUS)))
    return sealed(replace(document, first_page=first, follow_on=later, known_fields=known))


def sealed(document: Document) -> Document:
    """A document that went out, with the seal that its words, as they stand, give it."""
    return replace(document, seal=Seal(FINAL, fingerprint(document)))


def fingerprint(document: Document) -> str:
    """The digest of all words of a document in order, those of headers and notes included."""
    words = [
        (p.part.value, p.shape.value, p.name, p.label, p.text) for p in passages_of(document)
    ]  # fmt: skip
    text = json.dumps(words, ensure_ascii=False, separators=(",", ":"))
    return digest_of(text.encode())


def differences(before: Document, after: Document) -> Iterator[str]:
    """What was taken out (`- …`) and came in (`+ …`), passage by passage, in order.

    A long passage begins shortly before its first other word: a list of 300 names in which the
    last one changed must not look the same on both lines.
    """
    old, new = (_lines(document) for document in (before, after))
    matcher = SequenceMatcher(a=old, b=new, autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind != "equal":
            taken, come = old[a:b], new[c:d]
            starts = [_same_at_first(*pair) for pair in zip(taken, come, strict=False)]
            yield from (f"- {_from(*one)}" for one in zip_longest(taken, starts[: b - a]))
            yield from (f"+ {_from(*one)}" for one in zip_longest(come, starts[: d - c]))


def _same_at_first(one: str, other: str) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((n for n, (a, b) in pairs if a != b), min(len(one), len(other)))


def _from(line: str, start: int | None) -> str:
    if len(line) <= _LONGEST:
        return line
    first = line.rfind(" ", 0, max((start or 0) - _BEFORE, 0)) + 1
    last = first + _LONGEST
    return f"{'… ' if first else ''}{line[first:last]}{'…' if last < len(line) else ''}"


def _lines(document: Document) -> list[str]:
    return [" ".join(filter(None, (p.label, p.text))) for p in passages_of(document)]
