"""Where the sentences of a text begin and end."""

import re

LONGEST = 5000
"""No sentence is longer, in characters: what has no end is cut at a white space."""

_END = re.compile(
    r"(?:[.!?…][’”\"')»]{0,2})\s+(?=[A-ZÀ-Þ0-9‘“«\"'(’])|\n[ \t]*\n\s*|\n(?=[ \t]*[-*•#|>]\s)"
)
_ABBREVIATION = re.compile(
    r"(?:\b(?:mln|mld|mrd|nr|art|blz|p|ca|circa|stcrt|stb|trb|jl|dd|mr|drs|dr|ir|ing|prof|mw|dhr|bijv|bv|resp|evt"
    r"|o\.a|m\.b\.t|t\.a\.v|d\.w\.z|i\.v\.m|enz|etc|zgn|nl|max|min|kamerst|tel|jan|feb|mrt|apr|aug|sept?|okt|nov|dec)|\b[^\W\d_](?:\.[^\W\d_])*)$",
    re.IGNORECASE,
)  # fmt: skip


def split_sentences(text: str) -> tuple[tuple[int, int], ...]:
    """The first and the end place of each sentence, white space around it left out.

    A full stop after an abbreviation or an initial ends no sentence; an empty line and the begin
    of a list item do.
    """
    found: list[tuple[int, int]] = []
    start = 0
    for match in _END.finditer(text):
        if text[match.start()] == "." and _is_abbreviation(text, match.start()):
            continue
        _add(found, text, start, match.end())
        start = match.end()
    _add(found, text, start, len(text))
    return tuple(found)


def around(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentence, or sentences, begin and end that hold `text[start:end]`."""
    touched = [s for s in split_sentences(text) if s[0] < max(end, start + 1) and start < s[1]]
    return (touched[0][0], touched[-1][1]) if touched else (0, len(text))


def _is_abbreviation(text: str, stop: int) -> bool:
    return _ABBREVIATION.search(text[max(0, stop - 12) : stop]) is not None


def _add(found: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while end - start > LONGEST:
        space = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        cut = space if space > 0 else start + LONGEST
        found.append((start, cut))
        start = cut
        while start < end and text[start].isspace():
            start += 1
    if start < end:
        found.append((start, end))
