"""What somebody typed in the place of a fact, and whether it still says the same."""

from difflib import SequenceMatcher

from pmg_docs.checks.drift.words import word_spans
from pmg_docs.dutch.figures import Figure, find_figures
from pmg_docs.model.passage import Piece

_CLOSING = ".,;:!?)»”’\"'"


def retyped(old: str, piece: Piece, new: str) -> tuple[int, int] | None:
    """Where the words stand that came in the place of those of a fact.

    Args:
        old: the sentence as it was.
        piece: the words of the fact in it.
        new: the sentence as it is.

    Returns:
        The first and the end place in the new sentence; None when nothing came in their place, or
        when so much changed around it that it cannot be told.
    """
    olds, news = word_spans(old), word_spans(new)
    first = next((i for i, (_, end) in enumerate(olds) if end > piece.start), len(olds))
    last = next((i for i, (start, _) in enumerate(olds) if start >= piece.end), len(olds))
    matcher = SequenceMatcher(
        None, [old[a:b] for a, b in olds], [new[a:b] for a, b in news], autojunk=False
    )
    same = {
        block.a + step: block.b + step
        for block in matcher.get_matching_blocks()
        for step in range(block.size)
    }
    before = max((word for word in same if word < first), default=-1)
    after = min((word for word in same if word >= last), default=len(olds))
    begin = same[before] + 1 if before >= 0 else 0
    stop = same[after] if after < len(olds) else len(news)
    if stop <= begin:
        return None
    return _words_of(
        new,
        news[begin][0],
        news[stop - 1][1],
        old[piece.start : piece.end],
        is_exact=before == first - 1 and after == last,
    )


def _words_of(
    new: str, start: int, end: int, was: str, *, is_exact: bool
) -> tuple[int, int] | None:
    """The words of the fact within a stretch that changed."""
    if not is_exact:
        figures = [f for f in find_figures(new[start:end]) if f.kind.is_statement]
        if len(figures) != 1:
            return None
        return start + figures[0].start, start + figures[0].end
    while end > start and new[end - 1] in _CLOSING and not was.endswith(new[end - 1]):
        end -= 1
    return (start, end) if end > start else None


def has_value_of(words: str, text: str) -> bool:
    """Whether a text holds the value that these words have, in whatever notation."""
    meant = find_figures(words)
    if len(meant) != 1:
        return False
    return any(_is_alike(meant[0], figure) for figure in find_figures(text))


def _is_alike(one: Figure, other: Figure) -> bool:
    if one.value is not None and one.value == other.value:
        return True
    is_number = one.low is not None and one.low == one.high
    is_kind = one.kind is other.kind
    return is_number and is_kind and (one.low, one.high) == (other.low, other.high)
