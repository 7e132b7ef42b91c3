"""What two sequences have in common, in order, and in a time that stays within bounds.

difflib finds what a reader would call the same, but takes the product of both lengths where much is
repeated, and its cure for that (`autojunk`) throws words out. So what stands only once on each side
divides the sequences first; difflib gets what is left between, as far as that is small.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from difflib import SequenceMatcher

_LARGEST = 250_000
"""The product of lengths that difflib still takes in a few hundredths of a second."""


def matches(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[tuple[int, int]]:
    """The places of equal elements, rising on both sides.

    What is repeated in a part too large to look through is matched from both its ends only.
    """
    return list(_matched(old, new, 0, 0))


def rising(places: Sequence[int]) -> list[int]:
    """The indices of a longest sequence of places of which each is higher than the one before."""
    tails: list[int] = []
    tail_places: list[int] = []
    before: list[int] = []
    for index, place in enumerate(places):
        at = bisect_left(tail_places, place)
        before.append(tails[at - 1] if at else -1)
        if at == len(tails):
            tails.append(index)
            tail_places.append(place)
        else:
            tails[at], tail_places[at] = index, place
    found: list[int] = []
    index = tails[-1] if tails else -1
    while index >= 0:
        found.append(index)
        index = before[index]
    return found[::-1]


def _matched(
    old: Sequence[Hashable], new: Sequence[Hashable], at_old: int, at_new: int
) -> Iterator[tuple[int, int]]:
    shortest = min(len(old), len(new))
    head = next((n for n in range(shortest) if old[n] != new[n]), shortest)
    rest = shortest - head
    tail = next((n for n in range(rest) if old[-1 - n] != new[-1 - n]), rest)
    yield from ((at_old + n, at_new + n) for n in range(head))
    yield from _between(
        old[head : len(old) - tail], new[head : len(new) - tail], at_old + head, at_new + head
    )
    ends = at_old + len(old), at_new + len(new)
    yield from ((ends[0] - n, ends[1] - n) for n in range(tail, 0, -1))


def _between(
    old: Sequence[Hashable], new: Sequence[Hashable], at_old: int, at_new: int
) -> Iterator[tuple[int, int]]:
    if not old or not new:
        return
    if len(old) * len(new) <= _LARGEST:
        for block in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks():
            yield from ((at_old + block.a + n, at_new + block.b + n) for n in range(block.size))
        return
    done_old = done_new = 0
    for i, j in _anchors(old, new):
        if i < done_old or j < done_new:
            continue  # taken already from the end of the part before it
        yield from _matched(old[done_old:i], new[done_new:j], at_old + done_old, at_new + done_new)
        yield at_old + i, at_new + j
        done_old, done_new = i + 1, j + 1
    if done_old:
        yield from _matched(old[done_old:], new[done_new:], at_old + done_old, at_new + done_new)


def _anchors(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[tuple[int, int]]:
    """The places of what stands once on each side, as far as these are in the same order."""
    counts, other_counts = Counter(old), Counter(new)
    at = {one: place for place, one in enumerate(new) if other_counts[one] == 1}
    pairs = [(i, at[one]) for i, one in enumerate(old) if counts[one] == 1 and one in at]
    return [pairs[index] for index in rising([j for _, j in pairs])]
