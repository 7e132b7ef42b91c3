"""Blocks as Markdown."""

from collections.abc import Iterable, Iterator
from textwrap import indent

from pmg_docs.model.document import (
    Align,
    Aside,
    Block,
    Cell,
    Heading,
    Line,
    ListBlock,
    Paragraph,
    Quotation,
    Signatures,
    Strong,
    Table,
    Text,
)
from pmg_docs.writers.markdown.line import line_text

_STEP = "    "
_RULES = {Align.LEFT: "---", Align.CENTER: ":---:", Align.RIGHT: "---:"}


def blocks_text(blocks: Iterable[Block]) -> str:
    """Blocks under each other."""
    made: list[str] = []
    before: Block | None = None
    for block in _without_asides(blocks):
        follows_list = isinstance(before, ListBlock) and before.is_ordered
        made.append(_block(block, follows_list=follows_list))
        before = block
    return "\n\n".join(part for part in made if part)


def item_text(lead: str, blocks: tuple[Block, ...]) -> str:
    """Blocks of which the first stands behind `lead` and the others under it."""
    text = blocks_text(blocks)
    if len(blocks) == 2 and isinstance(blocks[1], ListBlock) and not _is_loose(blocks):
        first, nested = blocks_text(blocks[:1]), blocks_text(blocks[1:])
        # Words with a | right above a list are read as the head of a table.
        text = first + ("\n\n" if "|" in first else "\n") + nested
    return lead + _indented(text, _STEP)


def _block(block: Block, *, follows_list: bool) -> str:
    match block:
        case Heading():
            words = line_text(block.children, in_heading=True)
            label = line_text((Text(block.label),), in_heading=True)
            return " ".join(part for part in ("#" * min(block.level + 1, 6), label, words) if part)
        case Paragraph():
            return line_text(block.children)
        case ListBlock():
            return _list(block, follows_list=follows_list)
        case Table():
            return _pipe_table(block) if _is_plain(block) else _table_as_blocks(block)
        case Quotation():
            inner = blocks_text(block.blocks)
            return "\n".join(f"> {line}".rstrip() for line in inner.split("\n"))
        case Signatures():
            lines = (line for one in block.signatures for line in (one.office, one.name))
            return "\n\n".join(map(line_text, lines))
        case Aside():
            return blocks_text(block.blocks)


def _without_asides(blocks: Iterable[Block]) -> Iterator[Block]:
    """Blocks with those of an aside among them, for a list in it may follow another."""
    for block in blocks:
        yield from block.blocks if isinstance(block, Aside) else (block,)


def _list(block: ListBlock, *, follows_list: bool) -> str:
    if follows_list and block.is_ordered:
        # Markdown would count on from the list before it: written as words, it starts anew.
        items = (f"{n}\\. {blocks_text(item)}" for n, item in enumerate(block.items, start=1))
        return "\n\n".join(items)
    leads = (f"{n}. " if block.is_ordered else "- " for n in range(1, len(block.items) + 1))
    items = (item_text(lead, item) for lead, item in zip(leads, block.items, strict=True))
    return ("\n\n" if any(map(_is_loose, block.items)) else "\n").join(items)


def _is_loose(blocks: tuple[Block, ...]) -> bool:
    """Whether an item, or one of a list inside it, holds more than a line and a list."""
    first, *others = blocks or (None,)
    return (
        not isinstance(first, Paragraph)
        or len(others) > 1
        or any(not isinstance(b, ListBlock) or any(map(_is_loose, b.items)) for b in others)
    )


def _is_plain(table: Table) -> bool:
    cells = (*table.header, *(cell for row in table.rows for cell in row))
    return not table.title and all(
        len(cell.blocks) <= 1 and all(isinstance(block, Paragraph) for block in cell.blocks)
        for cell in cells
    )


def _pipe_table(table: Table) -> str:
    columns = table.columns
    aligns = (*table.header, *table.rows[0]) if table.rows else table.header
    head = [_cell(cell) for cell in table.header] or [""] * columns
    rows = [
        [_cell(cell, bold=table.has_row_heads and i == 0) for i, cell in enumerate(row)]
        for row in table.rows
    ]
    rule = [_RULES[cell.align] for cell in aligns[:columns]]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (head, rule, *rows))


def _cell(cell: Cell, *, bold: bool = False) -> str:
    line = next((b.children for b in cell.blocks if isinstance(b, Paragraph)), ())
    return line_text(line, bold=bold, in_table=True)


def _table_as_blocks(table: Table) -> str:
    """A table that a mail cannot hold: its heads in bold, each followed by its cells."""
    parts = [line_text(line, bold=True) for line in table.title]
    parts += [blocks_text(map(_bold, cell.blocks)) for cell in table.header]
    for row in table.rows:
        for index, cell in enumerate(row):
            is_head = table.has_row_heads and index == 0
            parts.append(blocks_text(map(_bold, cell.blocks) if is_head else cell.blocks))
    return "\n\n".join(part for part in parts if part)


def _bold(block: Block) -> Block:
    if not isinstance(block, Paragraph):
        return block
    line: Line = (Strong(block.children),)
    return Paragraph(line, block.where)


def _indented(text: str, step: str) -> str:
    """All lines but the first moved to the right."""
    first, _, rest = text.partition("\n")
    return first + ("\n" + indent(rest, step) if rest else "")
