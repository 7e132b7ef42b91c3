"""Words that stand on pages again and again, to be told from the words of the text."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pmg_docs.model.passage import Passage, Shape
from pmg_docs.review.rows import plain


@dataclass(frozen=True, slots=True)
class Tiles:
    """The lines and labels of a frame as rows of words, by their first, the longest first."""

    rows: Mapping[str, Sequence[tuple[str, ...]]]
    mark: tuple[str, ...]

    @classmethod
    def of(cls, frame: Sequence[Passage], mark: str) -> "Tiles":
        """Those of a frame, and the mark of a draft."""
        known = {tuple(plain(p).split()) for p in frame}
        known |= {tuple(plain(replace(p, text=p.label)).split()) for p in frame if p.label}
        known.add((mark,))
        rows: dict[str, list[tuple[str, ...]]] = {}
        for row in sorted(known, key=len, reverse=True):
            if row:
                rows.setdefault(row[0], []).append(row)
        return cls(rows, (mark,))

    def left(self, words: Sequence[str], start: int, end: int) -> tuple[list[int], bool]:
        """The places of words of no tile, and whether the mark is among the others."""
        left: list[int] = []
        is_marked = False
        while start < end:
            known = self.rows.get(words[start], ())
            fits = (row for row in known if _is_at(words, start, end, row))
            row = next(fits, ())
            left += [] if row else [start]
            is_marked = is_marked or row == self.mark
            start += len(row) or 1
        return left, is_marked


def _is_at(words: Sequence[str], start: int, end: int, row: Sequence[str]) -> bool:
    return start + len(row) <= end and tuple(words[start : start + len(row)]) == row


def table_heads(text: Sequence[Passage]) -> Iterator[Passage]:
    """The heads of tables, which a page repeats: the first row, and the one below a title."""
    places = {passage.place for passage in text}
    for passage in text:
        table, _, rest = passage.place.partition(", rij ")
        has_title = f"{table}, rij 1, kolom 2" not in places
        if passage.shape is Shape.CELL and (
            rest.startswith("1,") or (has_title and rest.startswith("2,"))
        ):
            yield passage
