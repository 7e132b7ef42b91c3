"""What is to stay together on a page, in every format that has pages."""

from math import ceil

from pmg_docs.model.document import (
    Block,
    Cell,
    Heading,
    ListBlock,
    Paragraph,
    Quotation,
    Signatures,
    Table,
    inner_blocks,
    plain_text,
)

_CHARACTERS_IN_LINE = 45
_MOST_LINES = 8
_MOST_LINES_OF_TABLE = 12


def is_short(row: tuple[Cell, ...]) -> bool:
    """Whether a row has so few lines that to break it over a page would only hinder a reader.

    A longer one may run over a page, or the white above it would be as large as the row.
    """
    return all(sum(map(_lines, cell.blocks)) <= _MOST_LINES for cell in row)


def is_small(table: Table) -> bool:
    """Whether a table is to stay on one page as a whole: half of it would tell half the sums."""
    heights = [max(sum(map(_lines, cell.blocks)) for cell in row) for row in table.rows if row]
    return sum(heights) <= _MOST_LINES_OF_TABLE


def leads_in(block: Block, following: tuple[Block, ...]) -> bool:
    """Whether a block announces what follows, or stands above where people sign.

    A page with nothing but a greeting and signatures could be put under any letter.
    """
    match following:
        case (Signatures(), *_) | (Paragraph(role="groet"), Signatures(), *_):
            return True
        case (ListBlock() | Table() | Quotation(), *_) if isinstance(block, Paragraph):
            return plain_text(block.children).rstrip().endswith(":")
    return False


def _lines(block: Block) -> int:
    if isinstance(block, Heading | Paragraph):
        return max(1, ceil(len(plain_text(block.children)) / _CHARACTERS_IN_LINE))
    if isinstance(block, Signatures):
        return _MOST_LINES
    return sum(map(_lines, inner_blocks(block)))
