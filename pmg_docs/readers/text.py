"""The words of a plain text: bullets dropped, the numbers of footnotes known by their space."""

import re

from pmg_docs.model.words import FileWords, note_word, split_words
from pmg_docs.readers.utf8 import decode

_SIGNS = re.compile(r"^ *(?:- |\d+\. )+", re.MULTILINE)
_MARK = re.compile(r"\u00a0\[(\d+)\]")
_NOTE = re.compile(r"^\[\d+\]\u00a0", re.MULTILINE)


def read(data: bytes) -> FileWords:
    """Read the words of a text; its footnotes stand at the end, each behind its number.

    Raises:
        Refused: the bytes are not text in UTF-8.
    """
    text = decode(data, "tekstbestand")
    body, *notes = _NOTE.split(text)
    return FileWords(body=_words(body), notes=tuple(map(_words, notes)))


def _words(text: str) -> tuple[str, ...]:
    without = _SIGNS.sub(lambda found: found[0].replace("- ", " "), text)
    return split_words(_MARK.sub(lambda found: f" {note_word(int(found[1]))} ", without))
