"""Two files of different kinds held against each other: a Word file and the PDF made of it.

They break the same words up otherwise: a PDF has a header on every page, plain text no cells. So
the text is compared as one row of words, and told by the paragraphs of the new file. What stands
around it on one side is enough when the other has it anywhere.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pmg_docs.model.changes import Change, ChangeKind, Comparison
from pmg_docs.model.passage import Part, Passage
from pmg_docs.review.comparing import compare
from pmg_docs.review.sequence import matches
from pmg_docs.review.words import edits_between, words_of

_AROUND = frozenset({Part.FRAME, Part.HEADER, Part.FOOTER})
_TEXT = frozenset({Part.BODY, Part.NOTE})
_PAGE_NUMBER = re.compile(r"(pagina|blad|bladzijde)\W.*", re.IGNORECASE)


def compare_unlike(old: Sequence[Passage], new: Sequence[Passage]) -> Comparison:
    """Compare two files that do not break their words up alike.

    Comments, which only some kinds have, are left aside.

    Args:
        old: the passages of the old file, in reading order.
        new: those of the new one.
    """
    sides = _whole(old), _whole(new)
    around = compare(_only_here(sides[0], sides[1]), _only_here(sides[1], sides[0]))
    texts = _Row.of(_text(sides[0], sides[1])), _Row.of(_text(sides[1], sides[0]))
    changes = (*around.changes, *_changes(*texts))
    return Comparison(tuple(old), tuple(new), (), tuple(changes))


def _whole(side: Sequence[Passage]) -> tuple[Passage, ...]:
    """The passages with the numbers before them as words, and without those of pages."""
    return tuple(
        replace(p, text=f"{p.label} {p.text}", label="", controls=()) if p.label else p
        for p in side
        if not (p.part in _AROUND and _PAGE_NUMBER.fullmatch(p.text))
    )


def _only_here(side: Sequence[Passage], other: Sequence[Passage]) -> list[Passage]:
    """What stands around the text, each once, as far as the other has it nowhere."""
    known = _spoken(p for p in other)
    once = {passage.text: passage for passage in side if passage.part in _AROUND}
    return [passage for text, passage in once.items() if f" {_plain(passage)} " not in known]


def _text(side: Sequence[Passage], other: Sequence[Passage]) -> list[Passage]:
    """The text, without what the other has around its own."""
    around = _spoken(p for p in other if p.part in _AROUND)
    text = {_plain(p) for p in other if p.part in _TEXT}
    return [
        passage
        for passage in side
        if passage.part in _TEXT
        and ((plain := _plain(passage)) in text or f" {plain} " not in around)
    ]


def _spoken(passages: Iterator[Passage]) -> str:
    return f" {' '.join(map(_plain, passages))} "


def _plain(passage: Passage) -> str:
    return " ".join(word.text for word in words_of(passage))


@dataclass(frozen=True, slots=True)
class _Row:
    """Passages as one row of words; `starts` has the place of the first word of each."""

    passages: tuple[Passage, ...]
    words: tuple[str, ...]
    starts: tuple[int, ...]

    @classmethod
    def of(cls, passages: Sequence[Passage]) -> "_Row":
        """The row of passages that have words."""
        words: list[str] = []
        starts: list[int] = []
        kept: list[Passage] = []
        for passage in passages:
            found = [word.text for word in words_of(passage)]
            if found:
                starts.append(len(words))
                kept.append(passage)
                words += found
        return cls(tuple(kept), tuple(words), tuple(starts))

    def begins(self, place: int) -> bool:
        """Whether a passage begins at a place, or the row ends there."""
        at = bisect_right(self.starts, place) - 1
        return place == len(self.words) or (at >= 0 and self.starts[at] == place)

    def part(self, start: int, end: int) -> Passage | None:
        """The words from one place to another as a passage; None when there are none."""
        if start >= end:
            return None
        first = bisect_right(self.starts, start) - 1
        texts = []
        for number in range(first, bisect_right(self.starts, end - 1)):
            passage, at = self.passages[number], self.starts[number]
            words = words_of(passage)
            low, high = max(start - at, 0), min(end - at, len(words))
            texts.append(passage.text[words[low].start : words[high - 1].end])
        whole = len(texts) == 1 and texts[0] == self.passages[first].text
        kept = self.passages[first].controls if whole else ()
        return replace(self.passages[first], text=" ".join(texts), controls=kept, revisions=())


def _changes(old: _Row, new: _Row) -> Iterator[Change]:
    at = 0, 0
    for end in _cuts(old, new):
        before, after = old.part(at[0], end[0]), new.part(at[1], end[1])
        at = end
        if before is None and after is None:
            continue
        if before is None or after is None:
            kind = ChangeKind.ADDED if before is None else ChangeKind.REMOVED
            yield Change(kind, before, after)
        elif _plain(before) != _plain(after):
            yield Change(ChangeKind.CHANGED, before, after, edits_between(before, after))


def _cuts(old: _Row, new: _Row) -> Iterator[tuple[int, int]]:
    """Where both rows can be cut between the words that are the same, a paragraph at a time."""
    last = -1, -1
    ends = len(old.words), len(new.words)
    for i, j in (*matches(old.words, new.words), ends):
        gap = last[0] + 1, last[1] + 1
        is_gap = i > gap[0] or j > gap[1]
        is_end_of_both = old.begins(gap[0]) and new.begins(gap[1])
        if is_end_of_both and gap != (0, 0):
            yield gap
        if is_gap and old.begins(i) and new.begins(j):
            yield i, j
        last = i, j
    yield ends
