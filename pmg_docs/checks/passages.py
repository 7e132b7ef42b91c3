"""The text of a document passage by passage, each knowing which of its words somebody typed.

A rule reads whole sentences, yet may only blame words of the letter itself: what a fact says is
held against the register and other facts when it is read, and a fixed label is nobody's choice.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from pmg_docs.model.document import (
    Aside,
    Block,
    Document,
    FactText,
    Heading,
    Line,
    ListBlock,
    Paragraph,
    Quotation,
    Signatures,
    Table,
    Text,
    inner_blocks,
    walk_line,
)
from pmg_docs.model.place import Place

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z0-9‘“«’'(€])")
_QUOTED = re.compile(
    r"«[^»]{0,999}»|“[^”]{0,999}”|„[^”]{0,999}”|‘[^’]{0,999}’(?!\w)|\"[^\"]{0,999}\""
)
"""Words between quotation marks; a mark without its end must not cost a walk through the rest."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one origin: a fact, or where they were typed; a fixed label has neither."""

    start: int
    text: str
    fact: FactText | None = None
    where: Place | None = None

    @property
    def end(self) -> int:
        """Where the words end in the passage."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, heading, cell or footnote: its text, and the pieces that it is made of.

    No-break spaces count as spaces. `is_heading` and `is_in_table` say what it is; the words of a
    quotation are somebody else's: `is_quotation`.
    """

    text: str
    pieces: tuple[Piece, ...]
    is_heading: bool = False
    is_in_table: bool = False
    is_quotation: bool = False
    starts: tuple[int, ...] = field(default=(), repr=False)
    quoted: tuple[tuple[int, int], ...] = field(default=(), repr=False)
    """Where each piece between quotation marks begins and ends."""

    def over(self, start: int, end: int) -> tuple[Piece, ...]:
        """The pieces that a stretch of the text touches."""
        first = max(bisect_right(self.starts, start) - 1, 0)
        last = bisect_left(self.starts, end)
        return tuple(p for p in self.pieces[first:last] if p.end > start)

    def is_typed(self, start: int, end: int) -> bool:
        """Whether every word of a stretch was typed in the text of a letter or a fact's cell."""
        return all(
            piece.fact is None and piece.where is not None
            for piece in self.over(start, end)
            if self.text[max(start, piece.start) : min(end, piece.end)].strip()
        )

    def place(self, start: int) -> Place | None:
        """Where the words at a position were typed, to the line, or else where their fact is."""
        for piece in self.over(start, start + 1):
            if piece.where is not None:
                return piece.where
            if piece.fact is not None and piece.fact.origins:
                return piece.fact.origins[0].where
        return None

    @property
    def sentences(self) -> Iterator[tuple[int, int]]:
        """Where each sentence begins and ends."""
        start = 0
        for gap in _SENTENCE_END.finditer(self.text):
            yield start, gap.start()
            start = gap.end()
        yield start, len(self.text)

    def is_cited(self, start: int) -> bool:
        """Whether a position stands between quotation marks, or in a quotation."""
        number = bisect_right(self.quoted, (start,)) - 1
        return self.is_quotation or (number >= 0 and self.quoted[number][1] > start)


def passages_of(document: Document) -> tuple[Passage, ...]:
    """The passages of the text and the notes of a document, in order; the frame is no text."""
    notes = (block for note in document.notes for block in note.blocks)
    return tuple(p for block in (*document.body, *notes) for p in passages_in(block))


def passages_in(block: Block, in_table: bool = False, quoted: bool = False) -> Iterator[Passage]:
    """The passages of one block, in order.

    Args:
        block: the block.
        in_table: whether it stands in a table.
        quoted: whether it stands in a quotation.
    """
    match block:
        case Heading():
            yield _passage(block.children, is_heading=True)
        case Paragraph():
            yield _passage(block.children, is_in_table=in_table, is_quotation=quoted)
        case Signatures():
            return
        case Table() | ListBlock() | Quotation() | Aside():
            in_table = in_table or isinstance(block, Table)
            quoted = quoted or isinstance(block, Quotation)
            for inner in inner_blocks(block):
                yield from passages_in(inner, in_table, quoted)


def _passage(
    line: Line, *, is_heading: bool = False, is_in_table: bool = False, is_quotation: bool = False
) -> Passage:
    pieces: list[Piece] = []
    at = 0
    for inline in walk_line(line):
        if not isinstance(inline, Text | FactText):
            continue
        text = inline.text.replace("\u00a0", " ").replace("\u202f", " ")
        if isinstance(inline, FactText):
            pieces.append(Piece(at, text, inline))
        else:
            pieces.append(Piece(at, text, None, inline.where))
        at += len(text)
    whole = "".join(piece.text for piece in pieces)
    return Passage(
        whole, tuple(pieces), is_heading, is_in_table, is_quotation,
        tuple(piece.start for piece in pieces),
        tuple(found.span() for found in _QUOTED.finditer(whole)),
    )  # fmt: skip
