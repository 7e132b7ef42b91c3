"""Those who sign, two beside each other, and the rule above a part that is set apart."""

from collections.abc import Sequence

from pmg_docs.specs.style import Role, Style
from pmg_docs.writers.docx.measures import hex_colour
from pmg_docs.writers.docx.ooxml import twentieths

_BESIDE = 2
_GAP = 170
_LINES_TO_SIGN = 4
_BELOW_RULE = 120


def below_office(role: Role, *, is_last: bool) -> str:
    """The properties of a name: room to sign above it, and white between two rows."""
    line = twentieths(role.leading)
    after = 0 if is_last else line
    return f'<w:keepLines/><w:spacing w:before="{_LINES_TO_SIGN * line}" w:after="{after}"/>'


def is_in_last_row(position: int, count: int) -> bool:
    """Whether who signs at a position, from 0, stands in the last row of the table."""
    return position // _BESIDE == (count - 1) // _BESIDE


def signing_table(cells: Sequence[str], width: int) -> str:
    """A table without lines that holds two cells a row; a row never runs over a page."""
    left = width // _BESIDE
    widths = (left, width - left)
    sides = f'<w:left w:w="0" w:type="dxa"/><w:right w:w="{_GAP}" w:type="dxa"/>'
    columns = "".join(f'<w:gridCol w:w="{column}"/>' for column in widths)
    rows = [cells[start : start + _BESIDE] for start in range(0, len(cells), _BESIDE)]
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{width}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f"<w:tblCellMar>{sides}</w:tblCellMar></w:tblPr><w:tblGrid>{columns}</w:tblGrid>"
        f"{''.join(_row(row, widths) for row in rows)}</w:tbl>"
    )


def rule_above(style: Style) -> str:
    """A thin line under an empty paragraph that stays with what follows."""
    line = hex_colour(style, "lijn")
    return (
        "<w:keepNext/><w:pBdr>"
        f'<w:bottom w:val="single" w:sz="4" w:space="1" w:color="{line}"/></w:pBdr>'
        f"{spacer(_BELOW_RULE)}"
    )


def spacer(after: int) -> str:
    """The spacing of a paragraph that Word wants and nobody should see, with white after it.

    Args:
        after: the white, in twentieths of a point.
    """
    return f'<w:spacing w:before="0" w:after="{after}" w:line="20" w:lineRule="exact"/>'


def _row(cells: Sequence[str], widths: tuple[int, ...]) -> str:
    padded = [*cells, *["<w:p/>"] * (_BESIDE - len(cells))]
    # Where one office takes two lines, the names still stand beside each other.
    written = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="bottom"/></w:tcPr>'
        f"{content}</w:tc>"
        for width, content in zip(widths, padded, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{written}</w:tr>"
