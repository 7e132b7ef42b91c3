"""A copy of a letter held against the tree that was fixed: which of its words are others.

A tree has its frame apart. A file has that in headers, boxes, or in the text, its labels before,
above or without their words, on one page or on all; it may be printed, and so be broken up by
pages. So the words of the frame may stand anywhere and as often as pages need; what is left when
they are taken out must be the words of the text, in order.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import pairwise

from pmg_docs.model.changes import Change, ChangeKind
from pmg_docs.model.passage import Part, Passage
from pmg_docs.model.sequence import matches
from pmg_docs.review.rows import Row, plain, row_changes
from pmg_docs.review.tiles import Tiles, table_heads
from pmg_docs.review.unlike import AROUND, spoken, whole_labels
from pmg_docs.review.words import edits_between

_ENOUGH = 0.5
"""The share of words of the frame from which others beside them are taken for altered ones."""
_LIKE = 0.5
_PAGE_NUMBER = re.compile(r"(pagina|blad|bladzijde) \d+( van \d+)?", re.IGNORECASE)
_MOST_PAIRS = 2_500
"""So many passages are looked for elsewhere; with more, the copy is another text."""
_TEXT = frozenset({Part.BODY, Part.NOTE})


@dataclass(frozen=True, slots=True)
class CopyChanges:
    """What a copy has other than the tree.

    `missing` are lines of the frame that it has nowhere. `is_marked` says whether it bears the
    mark of a draft, which counts as no change.
    """

    changes: tuple[Change, ...]
    missing: tuple[Passage, ...]
    is_marked: bool

    @property
    def weight(self) -> int:
        """How many words are others, to choose the tree that a copy is nearest to."""
        return sum(map(_weight, self.changes)) + len(self.missing)

    def with_missing_as_changes(self) -> "CopyChanges":
        """The same, where a line of the frame can only be gone because somebody took it out."""
        gone = (Change(ChangeKind.REMOVED, line, None) for line in self.missing)
        return replace(self, changes=(*gone, *self.changes), missing=())


def compare_copy(
    tree: Sequence[Passage], copy: Sequence[Passage], mark: str, *, has_paragraphs: bool
) -> CopyChanges:
    """Hold the passages of a copy against those of a tree.

    Args:
        tree: the passages of what was fixed.
        copy: those of the file, in reading order; comments are left aside.
        mark: what a draft says on its pages.
        has_paragraphs: whether a paragraph of the file is one for certain, as in no PDF.
    """
    return _Copy(tree, copy, mark, has_paragraphs).compare()


class _Copy:
    """One comparison: the frame and text of the tree, and the words that the file has."""

    def __init__(
        self, tree: Sequence[Passage], copy: Sequence[Passage], mark: str, has_paragraphs: bool
    ) -> None:
        tree, copy = ([_bare(passage) for passage in side] for side in (tree, copy))
        self.frame = tuple(p for p in tree if p.part is Part.FRAME)
        self.text = tuple(p for p in whole_labels(tree) if p.part in _TEXT)
        self.copy = tuple(
            p for p in whole_labels(copy)
            if p.part is not Part.COMMENT and not _PAGE_NUMBER.fullmatch(p.text)
        )  # fmt: skip
        self.said_around = spoken(p for p in self.copy if p.part in AROUND)
        again = () if has_paragraphs else tuple(table_heads(self.text))
        self.tiles = Tiles.of((*self.frame, *again), mark)
        self.has_paragraphs = has_paragraphs
        self.is_marked = False

    def compare(self) -> CopyChanges:
        found = [*self._around(), *paired([c for c in self._in_text() if not self._is_kept(c)])]
        missing = self._missing()
        changes = []
        for one in found:
            old = self._altered(one.new, missing) if one.new and not one.old else None
            missing = [line for line in missing if line is not old]
            changes.append(changed(old, one.new) if old and one.new else one)
        return CopyChanges(tuple(changes), tuple(missing), self.is_marked)

    def _around(self) -> Iterator[Change]:
        """What stands around the text, each once, and is no word of the tree."""
        text = spoken(self.text)
        row = Row.of([p for p in self.copy if p.part in AROUND and f" {plain(p)} " not in text])
        places, is_marked = self.tiles.left(row.words, 0, len(row.words))
        self.is_marked = self.is_marked or is_marked
        once = {one.text: one for one in row.only(places)}
        yield from (Change(ChangeKind.ADDED, None, one) for one in once.values())

    def _in_text(self) -> Iterator[Change]:
        """The changes in the text, when what is of the frame has been taken out of it."""
        new = Row.of([p for p in self.copy if p.part in _TEXT])
        notes = {id(p): new.find(plain(p).split()) for p in self.text if p.part is Part.NOTE}
        old = Row.of([p for p in self.text if not notes.get(id(p))])
        # A note stands at the foot of its page, at the end, or where it is referred to.
        new = new.without({place for places in notes.values() for place in places})
        taken: set[int] = set()
        last = -1, -1
        for i, j in (*matches(old.words, new.words), (len(old.words), len(new.words))):
            is_pure = i == last[0] + 1 and old.begins(i)
            for start, end in self._stretches(new, last[1] + 1, j, is_pure=is_pure):
                taken |= set(range(start, end)) - set(self._not_of_frame(new.words, start, end))
            last = i, j
        return row_changes(old, new.without(taken))

    def _stretches(
        self, new: Row, start: int, end: int, *, is_pure: bool
    ) -> Iterator[tuple[int, int]]:
        """Where the frame may stand in words that came; not within a sentence."""
        if not self.has_paragraphs:
            if start < end and (is_pure or new.begins(start)):
                yield start, end
            return
        begins = [place for place in range(start, end + 1) if new.begins(place)]
        yield from pairwise(begins)

    def _not_of_frame(self, words: Sequence[str], start: int, end: int) -> list[int]:
        """The places of words that the frame does not explain; all, when it explains few."""
        left, is_marked = self.tiles.left(words, start, end)
        if len(left) > (end - start) * _ENOUGH:
            return list(range(start, end))
        self.is_marked = self.is_marked or is_marked
        return left

    def _is_kept(self, change: Change) -> bool:
        """Whether what seems gone from the text stands in a header of the copy."""
        if change.kind is not ChangeKind.REMOVED:
            return False
        return f" {plain(change.passage)} " in self.said_around

    def _missing(self) -> list[Passage]:
        said = spoken(self.copy)
        return [p for p in dict.fromkeys(self.frame) if f" {plain(p)} " not in said]

    def _altered(self, new: Passage, missing: Sequence[Passage]) -> Passage | None:
        """The line of the frame that words came in the place of: one that is gone first."""
        for lines in (missing, self.frame):
            found = nearest(new, lines)
            if found is not None:
                return found
        return None


def changed(old: Passage, new: Passage) -> Change:
    """A line of the frame, with its label when the copy has that too, that became another."""
    labelled = replace(old, text=f"{old.label} {old.text}") if old.label else old
    old = max((old, labelled), key=lambda one: _alike(one, new))
    return Change(ChangeKind.CHANGED, old, new, edits_between(old, new))


def paired(changes: Sequence[Change]) -> list[Change]:
    """The changes, with what went and came as another in another place told as one."""
    came = [c.new for c in changes if c.new and c.kind is ChangeKind.ADDED]
    if len(came) * (len(changes) - len(came)) > _MOST_PAIRS:
        return list(changes)
    partners: dict[int, Passage] = {}
    for number, one in enumerate(changes):
        if one.old and one.kind is ChangeKind.REMOVED:
            found = nearest(one.old, [p for p in came if p not in partners.values()])
            if found is not None:
                partners[number] = found
    found_new = list(partners.values())
    return [
        _moved(one.old, partners[number]) if one.old and number in partners else one
        for number, one in enumerate(changes)
        if number in partners or one.new not in found_new
    ]


def nearest(one: Passage, others: Iterable[Passage]) -> Passage | None:
    """The passage whose words are most like those of one; None when all are too unlike."""
    found = max(others, key=lambda other: _alike(other, one), default=None)
    return found if found is not None and _alike(found, one) >= _LIKE else None


def _bare(passage: Passage) -> Passage:
    """A passage without signs that nobody sees, and with words that no fact divides.

    The two sides know where a fact begins in other ways, and programs leave marks of their own.
    """
    seen = "".join(sign for sign in passage.text if sign.isprintable())
    return replace(passage, text=" ".join(seen.split()), pieces=(), controls=())


def _moved(old: Passage, new: Passage) -> Change:
    edits = edits_between(old, new)
    return Change(ChangeKind.CHANGED if edits else ChangeKind.MOVED, old, new, edits)


def _alike(one: Passage, other: Passage) -> float:
    found = SequenceMatcher(None, plain(one), plain(other), autojunk=False)
    # The first two are upper bounds, and cost next to nothing.
    if found.real_quick_ratio() < _LIKE or found.quick_ratio() < _LIKE:
        return 0.0
    return found.ratio()


def _weight(change: Change) -> int:
    texts = (
        [t for e in change.edits if change.old and change.new
         for t in (change.old.text[e.old_start : e.old_end],
                   change.new.text[e.new_start : e.new_end])]
        or [side.text for side in (change.old, change.new) if side]
    )  # fmt: skip
    return sum(len(text.split()) for text in texts)
