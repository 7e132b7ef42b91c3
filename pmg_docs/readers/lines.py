"""On which line of a text its passages stand, for a reader whose parser does not tell."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace

from pmg_docs.model.passage import Passage

_KEYS = (40, 12)
"""How many letters and figures are searched for; fewer where a mark of a note stands in between."""
_WINDOW = 100_000


def with_lines(passages: Iterable[Passage], text: str) -> Iterator[Passage]:
    """The passages with the line of the text that each begins on, searched in order.

    Only letters and figures are looked at, so that signs of markup are no hindrance; a passage
    that is not found that way keeps line 0.
    """
    starts, squeezed, length = [], [], 0
    for line in text.split("\n"):
        starts.append(length)
        squeezed.append("".join(filter(str.isalnum, line)))
        length += len(squeezed[-1])
    whole, at = "".join(squeezed), 0
    for passage in passages:
        letters = "".join(filter(str.isalnum, passage.text[: 2 * _KEYS[0]]))
        tried = (whole.find(letters[:length], at, at + _WINDOW) for length in _KEYS if letters)
        found = next((place for place in tried if place >= 0), None)
        if found is None:
            yield passage
            continue
        at = found + min(len(letters), _KEYS[1])
        yield replace(passage, line=bisect_right(starts, found))
