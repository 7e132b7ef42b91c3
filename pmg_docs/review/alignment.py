"""Which passage became which: by what is the same, then by what is alike, in order."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from pmg_docs.model.sequence import matches, rising
from pmg_docs.review.likeness import Profile, likeness

Pair = tuple[int, int]
Worth = Callable[[int, int, float], float]

_LARGEST = 4_000
"""The product of lengths up to which everything is held against everything."""
_BAND = 12
"""How far from its own place a passage is looked for in a part that is larger."""
_RARE, _COMMON = 4, 12
"""A passage is looked for by so many of its rarest words, as far as no more passages have them."""
_SURE = 0.6


def in_order(
    old: Sequence[int],
    new: Sequence[int],
    texts: tuple[Sequence[str], Sequence[str]],
    profiles: tuple[Sequence[Profile], Sequence[Profile]],
    worth: Worth,
) -> list[Pair]:
    """Pair passages without changing their order.

    Args:
        old: the places of the old ones to pair.
        new: those of the new ones.
        texts: the words of all passages, old and new.
        profiles: their profiles.
        worth: what two are worth as a pair that are so much alike and not the same; 0 when they
            are none.
    """
    same = matches([texts[0][i] for i in old], [texts[1][j] for j in new])
    pairs = [(old[i], new[j]) for i, j in same]
    for olds, news in _gaps(same, len(old), len(new)):
        pairs += _alike([old[i] for i in olds], [new[j] for j in news], profiles, worth)
    return sorted(pairs, key=lambda pair: pair[1])


def best_elsewhere(
    old: Sequence[int],
    new: Sequence[int],
    profiles: tuple[Sequence[Profile], Sequence[Profile]],
    least: float,
) -> list[Pair]:
    """Pair passages wherever they stand, each with the one most like it, if it is enough alike."""
    candidates = _candidates(old, new, profiles)
    scored = sorted(
        ((likeness(profiles[0][i], profiles[1][j]), i, j) for i, js in candidates for j in js),
        key=lambda found: (-found[0], found[1], found[2]),
    )
    taken_old, taken_new, pairs = set[int](), set[int](), list[Pair]()
    for score, i, j in scored:
        if score >= least and i not in taken_old and j not in taken_new:
            pairs.append((i, j))
            taken_old.add(i)
            taken_new.add(j)
    return pairs


def _candidates(
    old: Sequence[int], new: Sequence[int], profiles: tuple[Sequence[Profile], Sequence[Profile]]
) -> Iterator[tuple[int, list[int]]]:
    """For each old passage the new ones that have one of its rarest words."""
    having: dict[str, list[int]] = defaultdict(list)
    for j in new:
        for word in profiles[1][j].words:
            having[word].append(j)
    for i in old:
        places = sorted((having[word] for word in profiles[0][i].words if word in having), key=len)
        rare = (few for few in places[:_RARE] if len(few) <= _COMMON)
        if found := sorted({j for few in rare for j in few}):
            yield i, found


def _gaps(same: Sequence[Pair], old: int, new: int) -> Iterator[tuple[range, range]]:
    at_old = at_new = 0
    for i, j in (*same, (old, new)):
        if i > at_old and j > at_new:
            yield range(at_old, i), range(at_new, j)
        at_old, at_new = i + 1, j + 1


def _alike(
    old: Sequence[int],
    new: Sequence[int],
    profiles: tuple[Sequence[Profile], Sequence[Profile]],
    worth: Worth,
) -> list[Pair]:
    if len(old) * len(new) <= _LARGEST:
        return _best_path(old, new, profiles, worth, max(len(old), len(new)))
    found = sorted(best_elsewhere(old, new, profiles, _SURE))
    found = [found[index] for index in rising([j for _, j in found])]
    at_old, at_new = ({place: n for n, place in enumerate(places)} for places in (old, new))
    anchors = [(at_old[i], at_new[j]) for i, j in found]
    pairs = list(found)
    for olds, news in _gaps(anchors, len(old), len(new)):
        reach = _BAND if len(olds) * len(news) > _LARGEST else max(len(olds), len(news))
        pairs += _best_path([old[i] for i in olds], [new[j] for j in news], profiles, worth, reach)
    return pairs


def _best_path(
    old: Sequence[int],
    new: Sequence[int],
    profiles: tuple[Sequence[Profile], Sequence[Profile]],
    worth: Worth,
    reach: int,
) -> list[Pair]:
    """The pairs in order that are together most alike; `reach` is how far from the diagonal."""
    wide = len(new)
    best: list[dict[int, float]] = [defaultdict(float) for _ in range(len(old) + 1)]
    taken: set[Pair] = set()
    for i in range(1, len(old) + 1):
        middle = i * wide // len(old)
        low, high = max(1, middle - reach), min(wide, middle + reach)
        row, above = best[i], best[i - 1]
        for j in range(low, high + 1):
            alike = likeness(profiles[0][old[i - 1]], profiles[1][new[j - 1]])
            score = worth(old[i - 1], new[j - 1], alike)
            skipped = max(above[j], row[j - 1])
            if score and above[j - 1] + score > skipped:
                row[j] = above[j - 1] + score
                taken.add((i, j))
            else:
                row[j] = skipped
    return _walked_back(best, taken, old, new)


def _walked_back(
    best: Sequence[dict[int, float]], taken: set[Pair], old: Sequence[int], new: Sequence[int]
) -> list[Pair]:
    pairs = []
    i, j = len(old), len(new)
    while i and j:
        if (i, j) in taken:
            pairs.append((old[i - 1], new[j - 1]))
            i, j = i - 1, j - 1
        elif best[i - 1].get(j, 0.0) >= best[i].get(j - 1, 0.0):
            i -= 1
        else:
            j -= 1
    return pairs[::-1]
