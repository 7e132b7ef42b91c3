"""Paragraphs, out of the lines of a file that does not say where they begin and end."""

import re
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise
from statistics import median

from pmg_docs.model.passage import Part, Passage, Shape
from pmg_docs.readers.draft import Draft
from pmg_docs.readers.headings import label_of
from pmg_docs.readers.pdf.lines import PaintedLine
from pmg_docs.readers.pdf.signs import NUMBER, SIGN

_STOPS = re.compile(r"[.!?:;][\"'’”)]*\s*$")
_ALIKE = 0.08
_COLUMN = 12.0
_NEAR = 8
_NARROW = 14
"""How narrow a column is, in sizes of its type, in which line ends say nothing."""

_SMALL_WORDS = frozenset(
    {"en", "of", "van", "de", "het", "een", "voor", "met", "in", "op", "te", "der"}
)
_LONGEST_HEADING = 150


class Paragraphs:
    """Tells which lines belong together, by how the file as a whole is set."""

    def __init__(self, lines: list[PaintedLine]) -> None:
        sizes: Counter[float] = Counter()
        columns: Counter[int] = Counter()
        for line in lines:
            sizes[round(line.size, 1)] += len(line.text)
            columns[round(line.left / _COLUMN)] += len(line.text)
        letters = columns.total()
        self._main = {column for column, count in columns.items() if count > 0.15 * letters}
        self._size = sizes.most_common(1)[0][0] if sizes else 10.0
        steps = [
            before.bottom - line.bottom
            for before, line in pairwise(lines)
            if before.page == line.page and _is_alike(before, line)
            and 0 < before.bottom - line.bottom < 2.5 * line.size
        ]  # fmt: skip
        self._step = median(steps) if steps else 1.2 * self._size
        self._edges = {id(line): _edge_near(lines, at) for at, line in enumerate(lines)}

    def of(self, lines: Iterable[PaintedLine]) -> list[list[PaintedLine]]:
        """The lines of each paragraph, in the order in which they begin."""
        found: list[list[PaintedLine]] = []
        last: dict[tuple[int, int], list[PaintedLine]] = {}
        opened: list[PaintedLine] = []
        for line in lines:
            kind = round(line.left / _COLUMN), round(line.size)
            above = last.get(kind, [])
            if opened and self._goes_on(opened, line):
                pass
            elif above and above[-1].page == line.page - 1 and self._runs_over(above[-1], line):
                opened = above
            else:
                opened = []
                found.append(opened)
            opened.append(line)
            last[kind] = opened
        return found

    def _goes_on(self, paragraph: list[PaintedLine], line: PaintedLine) -> bool:
        before = paragraph[-1]
        if not _is_alike(before, line) or SIGN.match(line.text) or _begins_note(line):
            return False
        if before.page != line.page or line.bottom > before.bottom:
            return before.page == line.page and self._runs_over(before, line)
        step = before.bottom - line.bottom
        if step > 1.25 * max(self._step, 1.1 * line.size) or step < 0.5 * line.size:
            return False
        if line.left > before.right or line.right < before.left:
            return False
        is_indented = line.left > before.left + 0.7 * line.size
        is_hanging = len(paragraph) == 1 and SIGN.match(before.text) is not None
        if is_indented and not is_hanging and before.left <= paragraph[0].left + 1:
            return False
        return self._is_full(before, line)

    def _is_full(self, before: PaintedLine, line: PaintedLine) -> bool:
        """Whether the first word of a line did not fit behind the line before it."""
        first = line.text.split(maxsplit=1)[:1] or [""]
        width = (line.right - line.left) / max(len(line.text.strip()), 1)
        edge = max(self._edges.get(id(before), before.right), line.right)
        if edge - before.left < _NARROW * before.size:
            return first[0][:1].islower() or before.text.split()[-1:][0] in _SMALL_WORDS
        return before.right + width * (len(first[0]) + 1) > edge - 0.6 * width

    def _runs_over(self, before: PaintedLine, line: PaintedLine) -> bool:
        """Whether a paragraph goes on at the top of another page or column."""
        if not _is_alike(before, line) or _STOPS.search(before.text):
            return False
        return line.text.lstrip()[:1].islower() or before.text.rstrip().endswith(("-", ","))

    def draft(self, paragraph: list[PaintedLine], part: Part) -> Draft:
        """The draft of a paragraph: its lines, with line ends between them."""
        first = paragraph[0]
        like = Passage("", part, page=first.page, place=f"bladzijde {first.page}")
        draft = Draft(like)
        for number, line in enumerate(paragraph):
            if number:
                draft.add("\n")
            for piece in line.pieces:
                if isinstance(piece, int):
                    draft.refer(piece)
                else:
                    draft.add(piece)
        if part is Part.BODY:
            self._shape(draft, paragraph)
        return draft

    def _shape(self, draft: Draft, paragraph: list[PaintedLine]) -> None:
        first, text = paragraph[0], " ".join(line.text for line in paragraph)
        note = NUMBER.match(text) if first.size < 0.95 * self._size else None
        sign = SIGN.match(text)
        if note and first.bottom < 0.4 * first.height:
            draft.cut(note.end())
            place = f"{Part.NOTE} {note[1]}"
            draft.like = Passage("", Part.NOTE, page=first.page, place=place)
        elif self._is_heading(paragraph, text):
            draft.like = Passage("", shape=Shape.HEADING, page=first.page, place=draft.like.place)
        elif sign:
            draft.cut(sign.end())
            draft.like = Passage("", shape=Shape.ITEM, page=first.page, place=draft.like.place,
                                 label=sign[2] or "")  # fmt: skip

    def _is_heading(self, paragraph: list[PaintedLine], text: str) -> bool:
        if len(text) > _LONGEST_HEADING or len(paragraph) > 3:
            return False
        if round(paragraph[0].left / _COLUMN) not in self._main:
            return False
        is_large = all(line.size > 1.12 * self._size for line in paragraph)
        is_bold = all(line.is_bold for line in paragraph) and not _STOPS.search(text)
        return is_large or (is_bold and (len(paragraph) == 1 or bool(label_of(text)[0])))


def _edge_near(lines: list[PaintedLine], at: int) -> float:
    """Where the longest of the lines around one ends, of those that begin below each other."""
    own = lines[at]
    near = lines[max(0, at - _NEAR) : at + _NEAR + 1]
    return max(line.right for line in near
               if line.page == own.page and _is_alike(line, own)
               and abs(line.left - own.left) < 3 * own.size)  # fmt: skip


def _is_alike(one: PaintedLine, other: PaintedLine) -> bool:
    return one.is_bold == other.is_bold and abs(one.size - other.size) <= _ALIKE * max(
        one.size, other.size
    )


def _begins_note(line: PaintedLine) -> bool:
    return bool(line.pieces) and isinstance(line.pieces[0], int)
