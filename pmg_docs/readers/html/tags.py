"""Tags that the parser would not get through: it compares each attribute with all before it."""

import re
from collections.abc import Iterator

MOST_ATTRIBUTES = 10_000
"""No page has a hundred in one tag; to compare so many takes the parser a tenth of a second."""

_BEGIN = re.compile(r"<(?:!--|[a-zA-Z](?:[^>\"']++|\"[^\"]*+\"?|'[^']*+'?)*+)")
_RAW = re.compile(r"<(script|style)(?![\w-])", re.IGNORECASE)
_ENDS = {name: re.compile(f"</{name}", re.IGNORECASE) for name in ("script", "style")}
_QUOTED = re.compile(r"\"[^\"]*+\"?|'[^']*+'?")
_BETWEEN = re.compile(r"[\s/\"]+")
"""What ends an attribute: white space, a slash, or a value between quotation marks."""


def has_monstrous_tag(text: str) -> bool:
    """Whether a tag of a page has more attributes than `MOST_ATTRIBUTES`."""
    return any(
        len(tag) > 2 * MOST_ATTRIBUTES
        and len(_BETWEEN.findall(_QUOTED.sub('"', tag))) > MOST_ATTRIBUTES
        for tag in _tags(text)
    )


def _tags(text: str) -> Iterator[str]:
    """The opening tags of a page, each up to its `>`; comments, scripts and styles hold none."""
    at = 0
    while found := _BEGIN.search(text, at):
        at = found.end()
        raw = _RAW.match(found[0])
        if found[0] == "<!--":
            end = text.find("-->", at)
            at = end if end >= 0 else len(text)
        elif raw is not None:
            close = _ENDS[raw[1].lower()].search(text, at)
            at = close.start() if close else len(text)
        yield found[0]
