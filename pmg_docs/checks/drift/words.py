"""Words compared as people see them, whatever a word processor made of their typography."""

import re

from pmg_docs.model.passages import tidy

_TYPOGRAPHY = str.maketrans("’‘‛′“”„″−–—‑", "''''\"\"\"\"----", "\u00ad\u200b\u200e\u200f\ufeff")
_WORD = re.compile(r"\S+")


def plain(text: str) -> str:
    """Text with one kind of quotation mark, dash and space, and without signs that nobody sees."""
    return tidy(text.translate(_TYPOGRAPHY))


def is_same(one: str, other: str) -> bool:
    """Whether two texts say the same, letter by letter."""
    return plain(one) == plain(other)


def places_of(words: str, text: str) -> list[tuple[int, int]]:
    """Where words stand in a text as whole words, whatever spaces, quotes and dashes it has.

    Returns:
        The first and the end place of each, in the text as given.
    """
    pattern = r"\s+".join(_loosely(word) for word in words.split())
    if not pattern:
        return []
    whole = re.compile(rf"(?<![\w]){pattern}(?![\w]|[.,]\d)")
    return [found.span() for found in whole.finditer(text) if not _runs_on(text, found.start())]


def _runs_on(text: str, start: int) -> bool:
    """Whether a figure only goes on here: `000` of `500.000`."""
    return text[start].isdigit() and bool(re.search(r"\d[.,]$", text[max(0, start - 2) : start]))


def _loosely(word: str) -> str:
    classes = {"'": "['’‘‛′]", '"': '["“”„″]', "-": "[-−–—‑]"}
    return "".join(classes.get(char, re.escape(char)) for char in plain(word))


def word_spans(text: str) -> list[tuple[int, int]]:
    """The first and the end place of each word of a text."""
    return [found.span() for found in _WORD.finditer(text)]
