"""What the pages of a file repeat at the top and at the bottom."""

import re
from collections import Counter

from pmg_docs.model.passage import Part
from pmg_docs.readers.pdf.lines import PaintedLine

_TOP, _BOTTOM = 0.80, 0.14
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"\s*(?:pagina|blad|bladzijde|pag\.?|p\.)?\s*\d+(?:\s*(?:van|/|-)\s*\d+)?\s*", re.IGNORECASE
)
_STEP = 6.0


class Furniture:
    """Knows which lines are no text of a page, but stand on several alike.

    At the top and bottom a number in them may differ; beside the text nothing may.
    """

    def __init__(self, lines: list[PaintedLine]) -> None:
        widths: Counter[int] = Counter()
        for line in lines:
            widths[_column(line)] += len(line.text)
        self._text = {column for column, width in widths.items() if width > len(lines) * 8}
        places = {(line.page, self._key(line)) for line in lines}
        self._pages = Counter(key for _, key in places)
        self._count = len({page for page, _ in places})

    def part(self, line: PaintedLine) -> Part | None:
        """The part that a line of furniture is of; None for a line of the text."""
        edge = _edge(line)
        if edge is Part.FOOTER and _PAGE_NUMBER.fullmatch(line.text):
            return edge
        if edge is None and _column(line) in self._text:
            return None
        # The first page is often unlike the others; of two pages both must have it.
        is_repeated = self._pages[self._key(line)] >= max(2, self._count // 2)
        return (edge or Part.HEADER) if is_repeated else None

    def _key(self, line: PaintedLine) -> tuple[str, int, int]:
        text = " ".join(line.text.split())
        shown = _DIGITS.sub("#", text) if _edge(line) else text
        return shown, round(line.bottom / _STEP), round(line.left / _STEP)


def _edge(line: PaintedLine) -> Part | None:
    if line.bottom > _TOP * line.height:
        return Part.HEADER
    return Part.FOOTER if line.bottom < _BOTTOM * line.height else None


def _column(line: PaintedLine) -> int:
    return round(line.left / (2 * _STEP))
