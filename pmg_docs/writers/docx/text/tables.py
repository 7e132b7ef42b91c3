"""The frame of a table: widths, borders, rows that repeat on each page."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Self

from pmg_docs.model.document import Paragraph, Table, plain_text
from pmg_docs.specs.style import Style
from pmg_docs.writers.docx.measures import hex_colour
from pmg_docs.writers.docx.ooxml import xml_text

_MARGIN = 85
_EDGES = ("top", "left", "bottom", "right", "insideH", "insideV")


@dataclass(frozen=True, slots=True)
class Grid:
    """The columns of a table, in twentieths of a point."""

    widths: tuple[int, ...]
    has_row_heads: bool
    has_heads: bool

    @classmethod
    def of(cls, table: Table, room: int) -> Self:
        """Divide the room as the table asks, or evenly."""
        columns = table.columns
        parts = table.widths if len(table.widths) == columns else (1,) * columns
        edges = [room * sum(parts[:n]) // sum(parts) for n in range(columns + 1)]
        widths = tuple(after - before for before, after in pairwise(edges))
        return cls(widths, table.has_row_heads, bool(table.title or table.header))

    def room(self, column: int) -> int:
        """The room for text in a cell of that column."""
        return self.widths[column] - 2 * _MARGIN

    def cell(self, column: int, content: str, shade: str) -> str:
        """A cell of one column."""
        return _cell(self.widths[column], content, _shading(shade))

    def title_cell(self, content: str, shade: str) -> str:
        """A cell over all columns."""
        span = f'<w:gridSpan w:val="{len(self.widths)}"/>' if len(self.widths) > 1 else ""
        return _cell(sum(self.widths), content, span + _shading(shade))


def row(cells: str, *, is_repeated: bool = False, is_whole: bool = False) -> str:
    """A row; one that repeats on each page stays whole, any other only on request."""
    properties = "<w:cantSplit/>" if is_repeated or is_whole else ""
    properties += "<w:tblHeader/>" if is_repeated else ""
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{cells}</w:tr>"


def spoken_name(block: Table) -> str:
    """What a screen reader calls a table: by its title, its columns, or else its first row."""
    if block.title:
        return ". ".join(plain_text(line) for line in block.title)
    cells = block.header or block.rows[0]
    heads = (plain_text(b.children) for c in cells for b in c.blocks if isinstance(b, Paragraph))
    return ", ".join(filter(str.strip, heads))


def table(grid: Grid, rows: list[str], style: Style, name: str) -> str:
    """A table of rows, with thin lines, and a name that only a screen reader says."""
    line = hex_colour(style, "lijn")
    borders = "".join(
        f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="{line}"/>' for edge in _EDGES
    )
    sides = "".join(
        f'<w:{side} w:w="{width}" w:type="dxa"/>'
        for side, width in (("top", 40), ("left", _MARGIN), ("bottom", 20), ("right", _MARGIN))
    )
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in grid.widths)
    look = (
        f'<w:tblLook w:val="{_look(grid)}" w:firstRow="{int(grid.has_heads)}" w:lastRow="0" '
        f'w:firstColumn="{int(grid.has_row_heads)}" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
    )
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(grid.widths)}" w:type="dxa"/>'
        f"<w:tblBorders>{borders}</w:tblBorders>"
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{sides}</w:tblCellMar>{look}'
        f'<w:tblCaption w:val="{xml_text(name)}"/>'
        f'<w:tblDescription w:val="{_size(len(rows), len(grid.widths))}"/></w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def _size(rows: int, columns: int) -> str:
    counted = ((rows, "rij", "rijen"), (columns, "kolom", "kolommen"))
    return ", ".join(f"{count} {one if count == 1 else many}" for count, one, many in counted)


def _cell(width: int, content: str, properties: str) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{properties}</w:tcPr>{content}</w:tc>'


def _shading(shade: str) -> str:
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{shade}"/>' if shade else ""


def _look(grid: Grid) -> str:
    return f"{0x0600 | 0x0020 * grid.has_heads | 0x0080 * grid.has_row_heads:04X}"
