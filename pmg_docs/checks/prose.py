"""The prose of a document: the passages whose words somebody can be asked to mend.

A check reads whole sentences, yet may only blame words that were typed: what a fact says is held
against the register and other facts when it is read, and a fixed label is nobody's choice. In a
file of others everything was typed.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from pmg_docs.model.document import Document, Signatures
from pmg_docs.model.passage import Part, Passage, Piece, Shape
from pmg_docs.model.passages import passages_of
from pmg_docs.model.place import Place

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z0-9‘“«’'(€])")
_QUOTED = re.compile(
    r"«[^»]{0,999}»|“[^”]{0,999}”|„[^”]{0,999}”|‘[^’]{0,999}’(?!\w)|\"[^\"]{0,999}\""
)
"""Words between quotation marks; a mark without its end must not cost a walk through the rest."""


def front_and_prose_of(document: Document) -> tuple[Passage, ...]:
    """The fields of the first page, then the prose: the text, without who signs, and the notes."""
    body = tuple(block for block in document.body if not isinstance(block, Signatures))
    return tuple(map(_unlabelled, passages_of(replace(document, body=body, follow_on=()))))


def prose_of(passages: Iterable[Passage]) -> tuple[Passage, ...]:
    """The prose among the passages of a document, in order; the frame is none."""
    return tuple(p for p in passages if p.part is not Part.FRAME)


def _unlabelled(passage: Passage) -> Passage:
    """A heading `20 gemeenten doen mee` has no label 20: a passage in which that is a word."""
    first = passage.pieces[0] if passage.pieces else None
    is_sentence = passage.shape is Shape.HEADING and passage.label.isdigit()
    if not (is_sentence and first and first.where and passage.text[:1].islower()):
        return passage
    width = len(passage.label) + 1
    moved = [replace(p, start=p.start + width, end=p.end + width) for p in passage.pieces]
    text = f"{passage.label} {passage.text}"
    return replace(passage, text=text, label="", pieces=(replace(moved[0], start=0), *moved[1:]))


def pieces_in(passage: Passage, start: int, end: int) -> tuple[Piece, ...]:
    """The pieces that a stretch of the text touches."""
    first = bisect_right(passage.pieces, start, key=lambda piece: piece.end)
    last = bisect_left(passage.pieces, end, key=lambda piece: piece.start)
    return passage.pieces[first:last]


def words_of(passage: Passage, piece: Piece) -> str:
    """The words of a piece of a passage."""
    return passage.text[piece.start : piece.end]


def is_typed(passage: Passage, start: int, end: int) -> bool:
    """Whether every word of a stretch was typed in the text of a letter or a fact's cell."""
    return all(
        piece.fact is None and piece.where is not None for piece in pieces_in(passage, start, end)
    )


def place_at(passage: Passage, start: int) -> Place | None:
    """Where the words at a position were typed, to the line, or else where their fact is."""
    for piece in pieces_in(passage, start, start + 1):
        if piece.where is not None:
            return piece.where
        if piece.fact is not None and piece.fact.origins:
            return piece.fact.origins[0].where
    return None


def sentences_of(passage: Passage) -> Iterator[tuple[int, int]]:
    """Where each sentence begins and ends."""
    start = 0
    for gap in _SENTENCE_END.finditer(passage.text):
        yield start, gap.start()
        start = gap.end()
    yield start, len(passage.text)


def is_cited(passage: Passage, start: int) -> bool:
    """Whether a position stands between quotation marks, or in a quotation."""
    quoted = _quoted(passage.text)
    number = bisect_right(quoted, (start,)) - 1
    return passage.is_quotation or (number >= 0 and quoted[number][1] > start)


@lru_cache(maxsize=256)
def _quoted(text: str) -> tuple[tuple[int, int], ...]:
    return tuple(found.span() for found in _QUOTED.finditer(text))


def is_heading(passage: Passage) -> bool:
    """Whether a passage is a heading."""
    return passage.shape is Shape.HEADING


def is_in_table(passage: Passage) -> bool:
    """Whether a passage stands in a table."""
    return passage.shape is Shape.CELL
