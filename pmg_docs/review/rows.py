"""Passages as one row of words, so that it does not matter how a file breaks them up."""

from bisect import bisect_right
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace

from pmg_docs.model.changes import Change, ChangeKind
from pmg_docs.model.passage import Passage
from pmg_docs.model.sequence import matches
from pmg_docs.review.words import edits_between, words_of


def plain(passage: Passage) -> str:
    """The words of a passage with one space between them, whatever stood there."""
    return " ".join(word.text for word in words_of(passage))


@dataclass(frozen=True, slots=True)
class Row:
    """Passages as one row of words; `starts` has the place of the first word of each."""

    passages: tuple[Passage, ...]
    words: tuple[str, ...]
    starts: tuple[int, ...]

    @classmethod
    def of(cls, passages: Sequence[Passage]) -> "Row":
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

    def find(self, words: Sequence[str]) -> range:
        """The places of these words one after the other, the last time that they are there."""
        size, wanted = len(words), tuple(words)
        for start in range(len(self.words) - size, -1, -1):
            if self.words[start] == wanted[0] and self.words[start : start + size] == wanted:
                return range(start, start + size)
        return range(0)

    def without(self, places: Container[int]) -> "Row":
        """The row less the words at these places."""
        return Row.of(self.only([n for n in range(len(self.words)) if n not in places]))

    def only(self, places: Sequence[int]) -> list[Passage]:
        """The passages with no words but those at these places, which rise."""
        runs: list[list[int]] = []
        for place in places:
            if runs and runs[-1][1] == place and not self.begins(place):
                runs[-1][1] += 1
            else:
                runs.append([place, place + 1])
        parts = ((start, self.part(start, end)) for start, end in runs)
        kept: dict[int, Passage] = {}
        for start, part in parts:
            if part is not None:
                at = bisect_right(self.starts, start) - 1
                before = kept.get(at)
                kept[at] = replace(before, text=f"{before.text} {part.text}") if before else part
        return list(kept.values())

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


def row_changes(old: Row, new: Row) -> Iterator[Change]:
    """What came, went and changed between two rows, a paragraph of the new one at a time."""
    at = 0, 0
    for end in _cuts(old, new):
        before, after = old.part(at[0], end[0]), new.part(at[1], end[1])
        at = end
        if before is None and after is None:
            continue
        if before is None or after is None:
            kind = ChangeKind.ADDED if before is None else ChangeKind.REMOVED
            yield Change(kind, before, after)
        elif plain(before) != plain(after):
            yield Change(ChangeKind.CHANGED, before, after, edits_between(before, after))


def _cuts(old: Row, new: Row) -> Iterator[tuple[int, int]]:
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
