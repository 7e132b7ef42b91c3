"""Plain text without any markup, to paste in the editor of a website or in a mail.

Words that look like one of the few signs that this writer puts there itself stay apart from it by
the kind of space that follows: an item of a list opens with a dash and a space, words that open
with a dash have a no-break space behind it; with the number of a footnote it is the other way
round. So the words of the file can be told from its signs, and nobody sees the difference.
"""

import re
from collections.abc import Iterable

from pmg_docs.model.document import (
    Area,
    Aside,
    Block,
    Cell,
    Document,
    FactText,
    Field,
    Heading,
    Line,
    ListBlock,
    NoteRef,
    Paragraph,
    Quotation,
    Signatures,
    Table,
    Text,
    walk_line,
)
from pmg_docs.specs.look import Look

_NO_BREAK = "\N{NO-BREAK SPACE}"
_STEP = "  "
_SPACE = re.compile(r"[^\S\u00a0\u202f\u2007]+")
_LIKE_MARK = re.compile(rf"{_NO_BREAK}(?=\[\d+\])")
_LIKE_BULLET = re.compile(r"^((?:\d+\. )*-)\s")
_LIKE_NOTE = re.compile(rf"^(\[\d+\]){_NO_BREAK}")


def write(document: Document, look: Look) -> bytes:  # noqa: ARG001 - plain text has no look
    """Write a document as text in UTF-8, one line a paragraph."""
    shown = document.shown_in("txt")
    frame = (
        "\n".join(line for f in shown.first_page if f.area is area for line in _field_lines(f))
        for area in Area
    )
    notes = (f"[{n.number}]{_NO_BREAK}{_blocks(n.blocks)}" for n in shown.notes)
    parts = (*frame, _blocks(shown.body), *notes)
    return ("\n\n".join(part for part in parts if part) + "\n").encode("utf-8")


def _field_lines(field: Field) -> tuple[str, ...]:
    """The lines of a field; its label stands before the only one, or above several."""
    lines = tuple(text for line in field.lines if (text := _line(line)))
    if not field.label:
        return lines
    label = _line((Text(field.label),))
    return (f"{label} {lines[0]}",) if len(lines) == 1 else (label, *lines)


def _blocks(blocks: Iterable[Block]) -> str:
    return "\n\n".join(text for block in blocks if (text := _block(block)))


def _block(block: Block) -> str:
    match block:
        case Heading():
            return _line((Text(f"{block.label} "), *block.children))
        case Paragraph():
            return _line(block.children)
        case Quotation() | Aside():
            return _blocks(block.blocks)
        case Signatures():
            pairs = (f"{_line(one.office)}\n{_line(one.name)}" for one in block.signatures)
            return "\n\n".join(pairs)
        case ListBlock():
            return _list(block)
        case Table():
            return _rows(block) if _is_plain(block) else _cells(block)


def _list(block: ListBlock) -> str:
    leads = (f"{n}. " if block.is_ordered else "- " for n in range(1, len(block.items) + 1))
    items = (lead + _item(item) for lead, item in zip(leads, block.items, strict=True))
    return "\n".join(items)


def _item(item: tuple[Block, ...]) -> str:
    """The blocks of an item right under each other, all but its first line set in."""
    first, *rest = "\n".join(text for block in item if (text := _block(block))).split("\n")
    return "\n".join((first, *(_STEP + line if line else "" for line in rest)))


def _is_plain(table: Table) -> bool:
    cells = (*table.header, *(cell for row in table.rows for cell in row))
    return all(len(cell.blocks) == 1 and isinstance(cell.blocks[0], Paragraph) for cell in cells)


def _rows(table: Table) -> str:
    """A row a line with tabs between the cells, which an editor takes for a table."""
    rows = [row for row in (table.header, *table.rows) if row]
    return "\n".join((*map(_line, table.title), *("\t".join(map(_cell, row)) for row in rows)))


def _cells(table: Table) -> str:
    """A table whose cells hold more than a line: the head of each row, then its cells."""
    heads = (*map(_line, table.title), *(_blocks(cell.blocks) for cell in table.header))
    cells = (_blocks(cell.blocks) for row in table.rows for cell in row)
    return "\n\n".join(part for part in (*heads, *cells) if part)


def _cell(cell: Cell) -> str:
    return _blocks(cell.blocks)


def _line(line: Line) -> str:
    """The words of a line, with the number of a footnote where the tree refers to one."""
    pieces = [""]
    for inline in walk_line(line):
        if isinstance(inline, NoteRef):
            pieces += [f"{_NO_BREAK}[{inline.number}]", ""]
        elif isinstance(inline, Text | FactText):
            pieces[-1] += inline.text
    pieces[::2] = [_LIKE_MARK.sub(" ", _SPACE.sub(" ", words)) for words in pieces[::2]]
    text = "".join(pieces).strip(" ")
    return _LIKE_NOTE.sub(r"\1 ", _LIKE_BULLET.sub(rf"\1{_NO_BREAK}", text))
