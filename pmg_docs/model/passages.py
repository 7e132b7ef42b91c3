"""From a tree to its passages."""

import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from itertools import count

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
    walk_line,
)
from pmg_docs.model.passage import Part, Passage, Piece, Shape

_PLAIN = Passage("")


def passages_of(document: Document) -> tuple[Passage, ...]:
    """The passages of a tree: its frame, its text, then its notes.

    A field that the first page and later ones have alike comes once. Where a passage stands is
    what its pieces say, so `place` is empty but for notes and for the cells of tables, which are
    counted as in a file.

    Args:
        document: the tree as one format shows it, or as a whole.
    """
    found: list[Passage] = []
    for field in dict.fromkeys((*document.first_page, *document.follow_on)):
        frame = Passage("", Part.FRAME, label=field.label, name=field.name)
        found += (_of_line(line, frame) for line in field.lines)
    section = ""
    tables = count(1)
    for block in document.body:
        for passage in _of_block(block, Passage("", section=section), tables):
            found.append(passage)
            if passage.shape is Shape.HEADING:
                section = f"{passage.label} {passage.text}".strip()
    for note in document.notes:
        like = Passage("", Part.NOTE, place=f"{Part.NOTE} {note.number}")
        in_note = count(1)
        found += (passage for block in note.blocks for passage in _of_block(block, like, in_note))
    return tuple(passage for passage in found if passage.text)


def passages_in(block: Block) -> Iterator[Passage]:
    """The passages of one block; a cell or paragraph without words gives one without text."""
    return _of_block(block, _PLAIN, count(1))


def tidy(text: str) -> str:
    """Text as passages hold it: form C, one space for any white space, none at either end."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def _of_block(block: Block, like: Passage, tables: Iterator[int]) -> Iterator[Passage]:
    """The passages of a block, each like the one given but for what the block itself says.

    `tables` gives the numbers of tables.
    """
    match block:
        case Heading():
            heading = replace(like, shape=Shape.HEADING, label=block.label, section="")
            yield _of_line(block.children, heading)
        case Paragraph():
            yield _of_line(block.children, like)
        case Signatures():
            for one in block.signatures:
                yield from (_of_line(line, like) for line in (one.office, one.name))
        case ListBlock():
            yield from _of_list(block, like, tables)
        case Table():
            yield from _of_table(block, like, tables)
        case Quotation() | Aside():
            is_quoted = like.is_quotation or isinstance(block, Quotation)
            for inner in block.blocks:
                yield from _of_block(inner, replace(like, is_quotation=is_quoted), tables)


def _of_list(block: ListBlock, like: Passage, tables: Iterator[int]) -> Iterator[Passage]:
    for number, item in enumerate(block.items, start=1):
        label = f"{number}." if block.is_ordered else ""
        for inner in item:
            shape = Shape.ITEM if like.shape is Shape.TEXT else like.shape
            yield from _of_block(inner, replace(like, shape=shape, label=label), tables)
            label = ""


def _of_table(table: Table, like: Passage, tables: Iterator[int]) -> Iterator[Passage]:
    inside = f"{like.place}, " if like.place else ""
    name = f"{inside}tabel {next(tables)}"
    in_table = replace(like, shape=Shape.CELL, label="")
    if table.title:
        title = replace(in_table, place=f"{name}, rij 1, kolom 1")
        yield from (_of_line(line, title) for line in table.title)
    rows = [row for row in (table.header, *table.rows) if row]
    for number, row in enumerate(rows, start=2 if table.title else 1):
        for column, cell in enumerate(row, start=1):
            cell_like = replace(in_table, place=f"{name}, rij {number}, kolom {column}")
            for inner in cell.blocks:
                yield from _of_block(inner, cell_like, tables)


def _of_line(line: Line, like: Passage) -> Passage:
    text, pieces = "", []
    for inline in walk_line(line):
        if not isinstance(inline, Text | FactText):
            continue
        words = unicodedata.normalize("NFC", inline.text)
        is_apart = words[:1].isspace() and bool(text) and not text.endswith(" ")
        tail = " " if words[-1:].isspace() and words.strip() else ""
        start = len(text) + is_apart
        text += f"{' ' * is_apart}{' '.join(words.split())}{tail}"
        if words.strip():
            fact = inline if isinstance(inline, FactText) else None
            where = inline.where if isinstance(inline, Text) else None
            pieces.append(Piece(start, len(text) - len(tail), fact, where))
    return Passage(
        text.rstrip(), like.part, like.shape, like.label, like.section, like.name, like.place,
        is_quotation=like.is_quotation, pieces=tuple(pieces),
    )  # fmt: skip
