"""Names of places: one way to write the apostrophe, and alphabetical order.

The order follows the sort names of the TOOI value list of municipalities: `’s-` at the front does
not count, but De, Den and Het do, so ’s-Hertogenbosch stands under the H and Den Haag under the D.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from unicodedata import combining, normalize

_APOSTROPHES = str.maketrans(dict.fromkeys("'‘’`´ʼ′‛", "’"))
_GENITIVE = re.compile(r"^’s[- ]", re.IGNORECASE)
_NOT_A_LETTER = re.compile(r"[\W_]+")


_PLAIN = {"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "þ": "th"}
"""Letters whose stroke or missing dot is no accent to Unicode, as people type them without."""


class _WithoutAccents(dict[int, int | str | None]):
    """A table for `str.translate` that drops accents; it fills itself as letters come by."""

    def __missing__(self, letter: int) -> int | str | None:
        plain = _PLAIN.get(chr(letter), letter)
        self[letter] = None if combining(chr(letter)) else plain
        return self[letter]


_WITHOUT_ACCENTS = _WithoutAccents()


def write_place(name: str) -> str:
    """Write a place name in its one form: apostrophe ’, single spaces, Unicode form C.

    Only the typing is put right: capitals and letters stay as they are.
    """
    return normalize("NFC", " ".join(name.translate(_APOSTROPHES).split()))


@lru_cache(maxsize=4096)
def fold_name(name: str) -> str:
    """What is left of a name for comparison: small letters without accents, single spaces.

    Hyphens, full stops, brackets and apostrophes count as a space: `’s-Hertogenbosch` gives
    `s hertogenbosch`, `Bergen (NH.)` gives `bergen nh`.
    """
    letters = normalize("NFKD", name.translate(_APOSTROPHES).casefold())
    bare = letters if letters.isascii() else letters.translate(_WITHOUT_ACCENTS)
    return _NOT_A_LETTER.sub(" ", bare).strip()


def sort_key(name: str) -> str:
    """The text on which a place name is sorted: `’s-` dropped, then folded.

    Words are compared one by one, so `Berg en Dal` comes before `Bergeijk`.
    """
    return fold_name(_GENITIVE.sub("", write_place(name)))


def sort_places(names: Iterable[str]) -> list[str]:
    """Place names in alphabetical order; names with the same key keep their order."""
    return sorted(names, key=sort_key)


def is_alphabetical(names: Sequence[str]) -> bool:
    """Whether place names already stand in alphabetical order."""
    keys = [sort_key(name) for name in names]
    return keys == sorted(keys)
