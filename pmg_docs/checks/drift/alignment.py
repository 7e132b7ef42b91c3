"""Which sentence of a file was which, by where it stands and then by its words."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from pmg_docs.model.sequence import rising

_ALIKE = 0.5
"""Sentences that share less of their words are two."""
_SHARED = 0.15
"""Those that share less than this are not looked at any closer."""
_MOST_PAIRS = 4000
_REACH = 4
_MOST_WORDS = 200
"""What a sentence goes on to say after so many words no longer counts; no text is too slow."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """What became of the sentences of a baseline, by their numbers in it and in the file.

    `pairs` are sentences that changed, `added` and `removed` those without a counterpart, `moved`
    those that stand elsewhere. `before` gives of each sentence that was added the last one of the
    baseline that stands before it, or -1.
    """

    pairs: tuple[tuple[int, int], ...]
    added: tuple[int, ...]
    removed: tuple[int, ...]
    moved: tuple[tuple[int, int], ...]
    before: Mapping[int, int]


def align(
    matches: Sequence[int | None],
    count: int,
    old_words: Mapping[int, str],
    new_words: Sequence[str],
) -> Alignment:
    """Align the sentences of a file with those of its baseline.

    Args:
        matches: of each sentence of the file the number of the one in the baseline that it is, or
            None. A repeated sentence is matched as often as it stands there.
        count: how many sentences the baseline has.
        old_words: what is still known of their words, by number.
        new_words: the words of each sentence of the file.
    """
    first = _first_of_each(matches)
    spine = [first[index] for index in rising([old for old, _ in first])]
    pairs: list[tuple[int, int]] = []
    added: list[int] = []
    removed: list[int] = []
    seen = {old for old in matches if old is not None}
    for (old_from, new_from), (old_to, new_to) in pairwise(
        [(-1, -1), *spine, (count, len(matches))]
    ):
        olds = [old for old in range(old_from + 1, old_to) if old not in seen]
        news = [new for new in range(new_from + 1, new_to) if matches[new] is None]
        found = sorted(_pairs(olds, news, old_words, new_words))
        pairs += found
        removed += sorted(set(olds) - {old for old, _ in found})
        added += sorted(set(news) - {new for _, new in found})
    on_spine = set(spine)
    moved = tuple(pair for pair in first if pair not in on_spine)
    return Alignment(
        tuple(pairs), tuple(added), tuple(removed), moved, _befores(added, spine, pairs)
    )


def _first_of_each(matches: Sequence[int | None]) -> list[tuple[int, int]]:
    found: dict[int, int] = {}
    for new, old in enumerate(matches):
        if old is not None:
            found.setdefault(old, new)
    return list(found.items())


def _pairs(
    olds: Sequence[int],
    news: Sequence[int],
    old_words: Mapping[int, str],
    new_words: Sequence[str],
) -> Iterator[tuple[int, int]]:
    """Between two sentences that did not change: which one became which."""
    if len(olds) == len(news) == 1:
        yield olds[0], news[0]
        return
    scored = sorted(
        ((score, old, new) for score, old, new in _scores(olds, news, old_words, new_words)
         if score >= _ALIKE),
        key=lambda item: (-item[0], item[1], item[2]),
    )  # fmt: skip
    used_old: set[int] = set()
    used_new: set[int] = set()
    for _, old, new in scored:
        if old not in used_old and new not in used_new:
            used_old.add(old)
            used_new.add(new)
            yield old, new
    # Of what it said nothing is known any longer, but it stood here.
    unknown = [old for old in olds if old not in old_words]
    left = [new for new in news if new not in used_new]
    yield from zip(unknown, left, strict=False)


def _scores(
    olds: Sequence[int],
    news: Sequence[int],
    old_words: Mapping[int, str],
    new_words: Sequence[str],
) -> Iterator[tuple[float, int, int]]:
    is_large = len(olds) * len(news) > _MOST_PAIRS
    bags = {new: set(_first_words(new_words[new])) for new in news}
    for place, old in enumerate(olds):
        if old not in old_words:
            continue
        words = _first_words(old_words[old])
        bag = set(words)
        around = news
        if is_large:
            middle = place * len(news) // len(olds)
            around = news[max(0, middle - _REACH) : middle + _REACH + 1]
        for new in around:
            shared = 2 * len(bag & bags[new]) / max(1, len(bag) + len(bags[new]))
            if shared >= _SHARED:
                matcher = SequenceMatcher(None, words, _first_words(new_words[new]), autojunk=False)
                yield max(matcher.ratio(), shared * 0.9), old, new


def _first_words(text: str) -> list[str]:
    return text.casefold().split(maxsplit=_MOST_WORDS)[:_MOST_WORDS]


def _befores(
    added: Sequence[int], spine: Sequence[tuple[int, int]], pairs: Sequence[tuple[int, int]]
) -> dict[int, int]:
    known = sorted((new, old) for old, new in (*spine, *pairs))
    news = [new for new, _ in known]
    found: dict[int, int] = {}
    for new in added:
        place = bisect_left(news, new)
        found[new] = known[place - 1][1] if place else -1
    return found
