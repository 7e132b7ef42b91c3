"""Two states of a document held against each other: what stayed, moved, came, went and changed."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from pmg_docs.model.changes import Change, ChangeKind, Comparison
from pmg_docs.model.passage import Part, Passage, Shape
from pmg_docs.model.sequence import matches, rising
from pmg_docs.review.alignment import Pair, best_elsewhere, in_order
from pmg_docs.review.likeness import Profile, likeness, together
from pmg_docs.review.words import edits_between

_AROUND = frozenset({Part.FRAME, Part.HEADER, Part.FOOTER})
_LIKE = 0.4
"""How much alike two passages are at least that are told as one that changed."""
_LIKE_SECTIONS = 0.5
_LIKE_ELSEWHERE = 0.75
"""The same for passages that stand in different places."""
_FEWEST_WORDS = 3
"""So many words are no chance: such a passage that vanishes here and turns up there has moved."""
_BARELY = 0.05


def compare(old: Sequence[Passage], new: Sequence[Passage]) -> Comparison:
    """Compare two states of a document.

    Passages are aligned by section, then by likeness; what is left over and stands elsewhere has
    moved.

    Args:
        old: the passages of the old state, in reading order.
        new: those of the new one.
    """
    return _Comparing(tuple(old), tuple(new)).compare()


class _Comparing:
    """One comparison: the passages, and what likeness is told by, of both sides."""

    def __init__(self, old: tuple[Passage, ...], new: tuple[Passage, ...]) -> None:
        self.sides = old, new
        self.texts = [passage.text for passage in old], [passage.text for passage in new]
        self._profiles: tuple[list[Profile], list[Profile]] | None = None

    @property
    def profiles(self) -> tuple[list[Profile], list[Profile]]:
        """The profiles of both sides, made when the first is asked for."""
        if self._profiles is None:
            old, new = self.sides
            self._profiles = [Profile.of(one) for one in old], [Profile.of(one) for one in new]
        return self._profiles

    def compare(self) -> Comparison:
        old, new = self.sides
        pairs = list(self._pairs())
        pairs += self._moved(pairs)
        pairs.sort(key=lambda pair: pair[1])
        return Comparison(old, new, tuple(pairs), tuple(_in_same_words(list(self._changes(pairs)))))

    def _pairs(self) -> Iterator[Pair]:
        """The pairs that keep their order: around the text, in it, in notes and in comments."""
        if self.texts[0] == self.texts[1] and all(
            one.part is other.part for one, other in zip(*self.sides, strict=True)
        ):
            yield from ((place, place) for place in range(len(self.texts[0])))
            return
        for part in (_AROUND, {Part.NOTE}, {Part.COMMENT}):
            olds, news = (
                [place for place, passage in enumerate(side) if passage.part in part]
                for side in self.sides
            )
            yield from self._in_order(olds, news)
        yield from self._in_sections()

    def _in_order(self, old: Sequence[int], new: Sequence[int]) -> list[Pair]:
        if not old or not new:
            return []
        if [self.texts[0][i] for i in old] == [self.texts[1][j] for j in new]:
            return list(zip(old, new, strict=True))
        is_one = len(old) == len(new)
        return in_order(
            old, new, self.texts, self.profiles,
            lambda i, j, alike: self._worth(i, j, alike, is_one=is_one),
        )  # fmt: skip

    def _worth(self, i: int, j: int, alike: float, *, is_one: bool) -> float:
        old, new = self.sides[0][i], self.sides[1][j]
        if old.name and new.name:
            return max(alike, _BARELY) if old.name == new.name else 0.0
        is_same_cell = (
            old.shape is new.shape is Shape.CELL
            and is_one
            and old.place.rpartition(", ")[2] == new.place.rpartition(", ")[2]
        )
        if is_same_cell:
            return max(alike, _BARELY)
        return alike if alike >= _LIKE else 0.0

    def _in_sections(self) -> Iterator[Pair]:
        olds, news = _sections(self.sides[0]), _sections(self.sides[1])
        keys = [
            [_title(side[section[0]]) if section else "" for section in sections]
            for side, sections in zip(self.sides, (olds, news), strict=True)
        ]
        same = matches(*keys)
        left_old = [n for n in range(len(olds)) if n not in {i for i, _ in same}]
        left_new = [n for n in range(len(news)) if n not in {j for _, j in same}]
        same += self._same_elsewhere(keys, left_old, left_new)
        done_old, done_new = {i for i, _ in same}, {j for _, j in same}
        same += self._like_sections(
            {n: olds[n] for n in left_old if n not in done_old and olds[n]},
            {n: news[n] for n in left_new if n not in done_new and news[n]},
        )
        for i, j in same:
            yield from self._in_section(olds[i], news[j])

    def _same_elsewhere(
        self, keys: Sequence[Sequence[str]], old: Sequence[int], new: Sequence[int]
    ) -> list[Pair]:
        """The sections that only changed places."""
        having: dict[str, list[int]] = defaultdict(list)
        for j in new:
            having[keys[1][j]].append(j)
        return [(i, having[keys[0][i]].pop(0)) for i in old if having.get(keys[0][i])]

    def _like_sections(self, old: dict[int, list[int]], new: dict[int, list[int]]) -> list[Pair]:
        """The sections that got another heading."""
        if not old or not new:
            return []
        before = {n: together([self.profiles[0][i] for i in section]) for n, section in old.items()}
        after = {n: together([self.profiles[1][j] for j in section]) for n, section in new.items()}
        scored = sorted(
            (
                (likeness(one, other), i, j)
                for i, one in before.items()
                for j, other in after.items()
            ),
            key=lambda found: (-found[0], found[1], found[2]),
        )
        pairs: list[Pair] = []
        for score, i, j in scored:
            is_free = all(i != one and j != other for one, other in pairs)
            if score >= _LIKE_SECTIONS and is_free:
                pairs.append((i, j))
        return pairs

    def _in_section(self, old: Sequence[int], new: Sequence[int]) -> Iterator[Pair]:
        heads = [bool(s) and self.sides[n][s[0]].shape is Shape.HEADING
                 for n, s in enumerate((old, new))]  # fmt: skip
        if all(heads):
            yield old[0], new[0]
            old, new = old[1:], new[1:]
        yield from self._in_order(old, new)

    def _moved(self, pairs: Sequence[Pair]) -> list[Pair]:
        """The pairs of what is left over: the same words elsewhere, then words that are alike."""
        olds, news = self._left(pairs)
        if not olds or not news:
            return []
        having: dict[str, list[int]] = defaultdict(list)
        for j in news:
            having[self.texts[1][j]].append(j)
        found = []
        for i in olds:
            text = self.texts[0][i]
            if having.get(text) and self._is_worth_moving(i, having[text][0]):
                found.append((i, having[text].pop(0)))
        olds, news = self._left([*pairs, *found])
        enough = [i for i in olds if self.profiles[0][i].size > 2 * _FEWEST_WORDS]
        return [*found, *best_elsewhere(enough, news, self.profiles, _LIKE_ELSEWHERE)]

    def _is_worth_moving(self, i: int, j: int) -> bool:
        old, new = self.sides[0][i], self.sides[1][j]
        is_near = old.section == new.section and old.part is new.part
        return is_near or len(old.text.split()) >= _FEWEST_WORDS

    def _left(self, pairs: Sequence[Pair]) -> tuple[list[int], list[int]]:
        done_old, done_new = {i for i, _ in pairs}, {j for _, j in pairs}
        return (
            [i for i in range(len(self.sides[0])) if i not in done_old],
            [j for j in range(len(self.sides[1])) if j not in done_new],
        )

    def _changes(self, pairs: Sequence[Pair]) -> Iterator[Change]:
        old, new = self.sides
        kept = {pairs[index] for index in rising([i for i, _ in pairs])}
        partner = {j: i for i, j in pairs}
        gone = self._left(pairs)[0]
        following = iter([*sorted(kept, key=lambda pair: pair[1]), (len(old), len(new))])
        ahead = next(following)
        for j, passage in enumerate(new):
            # What was taken out is told before what came in its place.
            while gone and gone[0] < ahead[0]:
                yield Change(ChangeKind.REMOVED, old[gone.pop(0)], None)
            i = partner.get(j)
            if i is None:
                yield Change(ChangeKind.ADDED, None, passage)
            else:
                yield from _change(old[i], passage, is_kept=(i, j) in kept)
            if j == ahead[1]:
                ahead = next(following)
        yield from (Change(ChangeKind.REMOVED, old[i], None) for i in gone)


def _in_same_words(changes: Sequence[Change]) -> Iterator[Change]:
    """The changes, with a passage that was only cut in two, or joined to the next, told as that."""
    skipped = False
    for one, other in zip_longest(changes, changes[1:]):
        if skipped:
            skipped = False
            continue
        kind = _cut_or_joined(one, other) if other is not None else None
        changed = one if one.kind is ChangeKind.CHANGED else other
        if kind is None or changed is None:
            yield one
            continue
        skipped = True
        yield Change(kind, changed.old, changed.new)


def _cut_or_joined(one: Change, other: Change) -> ChangeKind | None:
    """What two changes behind each other come to, when no word came or went."""
    by_kind = {change.kind: change for change in (one, other)}
    changed = by_kind.pop(ChangeKind.CHANGED, None)
    if changed is None or len(changed.edits) != 1 or len(by_kind) != 1:
        return None
    if changed.old is None or changed.new is None:
        return None
    [edit] = changed.edits
    taken = changed.old.text[edit.old_start : edit.old_end].strip()
    brought = changed.new.text[edit.new_start : edit.new_end].strip()
    [(kind, whole)] = by_kind.items()
    if kind is ChangeKind.ADDED and (taken, brought) == (whole.passage.text, ""):
        return ChangeKind.SPLIT
    if kind is ChangeKind.REMOVED and (taken, brought) == ("", whole.passage.text):
        return ChangeKind.JOINED
    return None


def _change(old: Passage, new: Passage, *, is_kept: bool) -> Iterator[Change]:
    edits = edits_between(old, new) if old.text != new.text else ()
    is_elsewhere = not is_kept or (old.part is not new.part and not {old.part, new.part} <= _AROUND)
    if is_elsewhere and not (old.part in _AROUND and new.part in _AROUND):
        yield Change(ChangeKind.MOVED, old, new, edits)
    elif edits:
        yield Change(ChangeKind.CHANGED, old, new, edits)
    elif old.shape is not new.shape:
        yield Change(ChangeKind.RESHAPED, old, new)
    elif old.label != new.label:
        yield Change(ChangeKind.RENUMBERED, old, new)


def _sections(side: Sequence[Passage]) -> list[list[int]]:
    """The places of the text by section; the first, which may be empty, has no heading."""
    sections: list[list[int]] = [[]]
    for place, passage in enumerate(side):
        if passage.part is Part.BODY:
            if passage.shape is Shape.HEADING:
                sections.append([])
            sections[-1].append(place)
    return sections


def _title(passage: Passage) -> str:
    return passage.text.casefold() if passage.shape is Shape.HEADING else ""
