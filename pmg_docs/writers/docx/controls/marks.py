"""Words on their way through a shell that still know which of them came from facts.

A template fills in text, and a content control is more than text. So the words of a fact are marked
where Jinja writes them out, and nowhere before: to the shell they are plain words, that it may
compare, join or write in capitals. The marks are code points that are no characters (Unicode 23.7);
no input can hold them (`inputs.text`), and a mark that lost its other half is dropped.
"""

import re
from collections.abc import Iterable, Iterator

from markupsafe import escape

_OPEN, _BEGIN, _CLOSE = "\ufde0", "\ufde1", "\ufde2"
_ZERO = 0xFDD0
_MARKED = re.compile(f"{_OPEN}([\ufdd0-\ufddf]+){_BEGIN}([^{_OPEN}{_CLOSE}]*){_CLOSE}")
_STRAY = re.compile(rb"\xef\xb7[\x90-\xaf]")

MARK = _OPEN

Piece = tuple[str, int | None]
"""Words, and the number of their fact if they are of one."""


class Marked(str):
    """Words of which some belong to facts; marked when they become XML."""

    __slots__ = ("_pieces",)

    _pieces: tuple[Piece, ...]

    def __new__(cls, pieces: Iterable[Piece]) -> "Marked":
        """Words made of pieces."""
        kept = tuple(pieces)
        made = super().__new__(cls, "".join(text for text, _ in kept))
        made._pieces = kept
        return made

    def __html__(self) -> str:
        """The words as Jinja and MarkupSafe write them out."""
        return "".join(_written(text, number) for text, number in self._pieces)

    def upper(self) -> str:
        """The words in capitals."""
        return self._dressed(super().upper())

    def lower(self) -> str:
        """The words without capitals."""
        return self._dressed(super().lower())

    def capitalize(self) -> str:
        """The words with a capital in front."""
        return self._dressed(super().capitalize())

    def _dressed(self, text: str) -> str:
        """Other words, letter for letter those of the same facts, or plain when they are not."""
        if len(text) != len(self):
            return text
        return Marked(_cut(text, self._pieces))


def joined(glue: str, words: Iterable[str]) -> Marked:
    """Words behind each other with glue between them; empty ones are left out."""
    pieces: list[Piece] = []
    for one in filter(None, words):
        if pieces:
            pieces.append((glue, None))
        pieces.extend(one._pieces if isinstance(one, Marked) else [(one, None)])
    return Marked(pieces)


def split_marked(text: str) -> Iterator[Piece]:
    """The words of marked text, those of facts apart."""
    end = 0
    for found in _MARKED.finditer(text):
        yield text[end : found.start()], None
        yield found[2], int("".join(f"{ord(char) - _ZERO:x}" for char in found[1]), 16)
        end = found.end()
    yield text[end:], None


def without_marks(data: bytes) -> bytes:
    """A part, in UTF-8, without marks that no content control came of."""
    return _STRAY.sub(b"", data)


def _written(text: str, number: int | None) -> str:
    if number is None:
        return escape(text)
    digits = "".join(chr(_ZERO + int(digit, 16)) for digit in f"{number:x}")
    return f"{_OPEN}{digits}{_BEGIN}{escape(text)}{_CLOSE}"


def _cut(text: str, pieces: tuple[Piece, ...]) -> Iterator[Piece]:
    end = 0
    for piece, number in pieces:
        yield text[end : end + len(piece)], number
        end += len(piece)
