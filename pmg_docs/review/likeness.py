"""How much two passages are alike, by their words."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from pmg_docs.model.passage import Passage, Shape
from pmg_docs.review.words import words_of

_FIGURE = "#"
_SAME_FACT = 0.4
_OTHER_SHAPE = 0.15
_OTHER_COLUMN = 0.3


@dataclass(frozen=True, slots=True)
class Profile:
    """What likeness is told by: the words, the same with any figure alike, and the facts."""

    words: Counter[str]
    shapes: Counter[str]
    facts: frozenset[str]
    shape: Shape
    column: str
    size: int

    @classmethod
    def of(cls, passage: Passage) -> "Profile":
        """The profile of a passage."""
        every = words_of(passage)
        # A full stop says nothing; a cell with no more than a sign still has that.
        found = tuple(word for word in every if word.text[0].isalnum() or word.text == "€") or every
        words = Counter(word.text.casefold() for word in found)
        shapes = Counter(_FIGURE if w.text[0].isdigit() else w.text.casefold() for w in found)
        facts = frozenset(word.source for word in found if word.source)
        column = passage.place.rpartition(", ")[2] if passage.shape is Shape.CELL else ""
        return cls(words, shapes, facts, passage.shape, column, len(found))


def likeness(one: Profile, other: Profile) -> float:
    """From 0, nothing in common, to 1: the same words in whatever order.

    A figure that changed makes a passage less unlike than a word; facts that both show weigh too.
    """
    size = one.size + other.size
    if not size:
        return 1.0
    share = (_common(one.words, other.words) + _common(one.shapes, other.shapes)) / size
    if one.facts & other.facts:
        share += _SAME_FACT * (1 - share)
    if one.shape is not other.shape:
        share -= _OTHER_SHAPE
    elif one.column != other.column:
        share -= _OTHER_COLUMN
    return max(share, 0.0)


def together(profiles: Sequence[Profile]) -> Profile:
    """The profile of passages as one: that of a whole section."""
    words: Counter[str] = Counter()
    shapes: Counter[str] = Counter()
    for profile in profiles:
        words.update(profile.words)
        shapes.update(profile.shapes)
    facts = frozenset().union(*(profile.facts for profile in profiles))
    size = sum(profile.size for profile in profiles)
    return Profile(words, shapes, facts, Shape.TEXT, "", size)


def _common(one: Counter[str], other: Counter[str]) -> int:
    if len(other) < len(one):
        one, other = other, one
    return sum(min(count, other[word]) for word, count in one.items() if word in other)
