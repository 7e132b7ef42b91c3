"""The number of a heading, told from its words."""

import re

_MARKED = re.compile(r"\s*(\S{1,8})\t")
_TYPED = re.compile(
    r"\s*((?:[1-9]\d?\.)+(?:[1-9]\d?)?(?<=[.\d])|[A-Z]\.)\s+"
    r"(?!uur\b|miljoen\b|miljard\b|mln|mld|procent\b|euro\b|%)(?=\S)"
)


def label_of(text: str) -> tuple[str, str]:
    """The number in front of a heading, and the words behind it.

    A number is what a tab parts from the words, or figures with a dot among or behind them: so
    `20 gemeenten` has none.
    """
    found = _MARKED.match(text) or (_TYPED.match(text) if "." in text[:12] else None)
    return (found[1], text[found.end() :]) if found else ("", text)
