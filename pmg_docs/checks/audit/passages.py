"""A document as passages of text, in which it is known what was typed and what a fact gave."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from pmg_docs.checks.audit.columns import FACT
from pmg_docs.model.document import (
    Block,
    Document,
    FactText,
    Heading,
    Inline,
    Line,
    Paragraph,
    Signatures,
    Table,
    Text,
    inner_blocks,
    walk_line,
)
from pmg_docs.model.place import Place

_OWN = "brief."
_PROSE = frozenset({"onderwerp", "projectnaam", "bijlagen", "voor"})
"""The front matter that is prose. A date, kenmerk, address or telephone number is given there, and
nowhere else: that is where it belongs."""
_LETTERS = "letters/"
"""Words in other folders are the fixed words of a type."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a passage, `passage.text[start:end]`.

    `where` is the line on which a letter or a cell of a fact has it typed; None for the words of a
    fact and for the fixed words of a type.
    """

    start: int
    end: int
    where: Place | None
    is_fact: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, heading, cell or line of the front matter, as it is printed.

    `typed` is its text with `FACT` for every character that a fact gave; it is equally long.
    """

    text: str
    typed: str
    pieces: tuple[Piece, ...]

    def pieces_in(self, start: int, end: int) -> tuple[Piece, ...]:
        """The pieces that a stretch of the text touches."""
        first = bisect_right(self.pieces, start, key=lambda piece: piece.end)
        last = bisect_left(self.pieces, end, key=lambda piece: piece.start)
        return self.pieces[first:last]


def passages(document: Document) -> Iterator[Passage]:
    """Every passage of a document: typed front matter that is prose, the text, the notes."""
    for field in document.first_page:
        for line in field.lines:
            if any(isinstance(i, FactText) and _is_typed(i) for i in line):
                yield _passage(line)
    for block in (*document.body, *(b for note in document.notes for b in note.blocks)):
        yield from _of_block(block)


def _of_block(block: Block) -> Iterator[Passage]:
    match block:
        case Heading():
            yield _passage(_unlabelled(block))
        case Paragraph():
            yield _passage(block.children)
        case Signatures():
            return
        case _:
            if isinstance(block, Table):
                yield from (_passage(line) for line in block.title)
            for inner in inner_blocks(block):
                yield from _of_block(inner)


def _unlabelled(heading: Heading) -> Line:
    """The words of a heading; `20 gemeenten doen mee` is no heading with the label 20."""
    first = heading.children[0] if heading.children else None
    is_typed = isinstance(first, Text) and first.where is not None
    if (
        is_typed
        and isinstance(first, Text)
        and heading.label.isdigit()
        and first.text[:1].islower()
    ):
        return (Text(f"{heading.label} {first.text}", first.where), *heading.children[1:])
    return heading.children


def _passage(line: Line) -> Passage:
    pieces: list[Piece] = []
    text: list[str] = []
    typed: list[str] = []
    end = 0
    for inline in walk_line(line):
        words = _words(inline)
        if not words:
            continue
        where, is_fact = _source(inline)
        pieces.append(Piece(end, end + len(words), where, is_fact))
        text.append(words)
        typed.append(FACT * len(words) if is_fact else words)
        end += len(words)
    return Passage("".join(text), "".join(typed), tuple(pieces))


def _words(inline: Inline) -> str:
    return inline.text if isinstance(inline, Text | FactText) else ""


def _source(inline: Inline) -> tuple[Place | None, bool]:
    if isinstance(inline, FactText):
        return (inline.origins[0].where, False) if _is_typed(inline) else (None, True)
    where = inline.where if isinstance(inline, Text) else None
    is_typed = where is not None and where.file.startswith(_LETTERS)
    return (where if is_typed else None), False


def _is_typed(words: FactText) -> bool:
    """Whether words came from prose that the front matter gives, and not from a fact."""
    paths = [origin.path for origin in words.origins]
    return bool(paths) and all(
        path.startswith(_OWN) and path.removeprefix(_OWN) in _PROSE for path in paths
    )
