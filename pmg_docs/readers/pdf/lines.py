"""The lines that a page shows, from the stretches of text that it paints."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from pmg_docs.readers.pdf.painted import Stretch

_SAME_LINE = 0.45
_GAP = 0.18
_COLUMN = 2.5
"""How far apart words of one line stand at most, in sizes of the type; further is a column."""

_RAISED = (0.12, 0.8)
"""How high a mark of a note is raised at least, and how large it is at most."""


@dataclass(slots=True)
class PaintedLine:
    """Words that stand next to each other on a page, which counts from 1.

    `pieces` holds text, and the numbers of notes that are referred to; `height` is that of the
    page, and `bottom` where the line stands on it.
    """

    page: int
    height: float
    bottom: float
    left: float
    right: float
    size: float
    is_bold: bool
    pieces: list[str | int] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(piece for piece in self.pieces if isinstance(piece, str))


def lines_of(stretches: Iterable[Stretch], page: int, height: float) -> Iterator[PaintedLine]:
    """The lines of a page, in the order in which they are painted."""
    line: PaintedLine | None = None
    for stretch in stretches:
        if not stretch.text or (line is None and stretch.text.isspace()):
            continue
        if line is not None and _is_beside(line, stretch):
            _go_on(line, stretch)
            continue
        if stretch.text.isspace():
            continue
        if line is not None:
            yield line
        line = PaintedLine(page, height, stretch.line, stretch.left, stretch.right, stretch.size,
                           stretch.is_bold, [stretch.text])  # fmt: skip
    if line is not None:
        yield line


def _is_beside(line: PaintedLine, stretch: Stretch) -> bool:
    size = max(line.size, stretch.size)
    gap = stretch.left - line.right
    return abs(line.bottom - stretch.line) < _SAME_LINE * size and -size < gap < _COLUMN * size


def is_raised_mark(stretch: Stretch, before: Stretch) -> bool:
    """Whether a stretch is the mark of a note behind words: small figures, raised."""
    return _is_mark(stretch, before.line, before.size)


def _is_mark(stretch: Stretch, bottom: float, size: float) -> bool:
    raised, small = _RAISED
    text = stretch.text.strip()
    is_small = raised * size < stretch.line - bottom < size and stretch.size < small * size
    return is_small and text.isdecimal() and len(text) < 4


def _go_on(line: PaintedLine, stretch: Stretch) -> None:
    if _is_mark(stretch, line.bottom, line.size):
        line.pieces.append(int(stretch.text))
    else:
        gap = stretch.left - line.right > _GAP * stretch.size
        line.pieces.append(f" {stretch.text}" if gap else stretch.text)
        if stretch.text.strip():
            line.is_bold = line.is_bold and stretch.is_bold
            if stretch.size > line.size * 1.05:
                line.size, line.bottom = stretch.size, stretch.line
    line.right = max(line.right, stretch.right)
