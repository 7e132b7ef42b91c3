"""What is inside a Word or ODF file beside its words: pictures and styles."""

import hashlib
from collections.abc import Iterator
from itertools import zip_longest

from pmg_docs.readers.archive import DAMAGE, open_members

_PICTURES = ("word/media/", "Pictures/", "media/")
_STYLES = frozenset({"word/styles.xml", "styles.xml", "word/theme/theme1.xml"})


def changed_members(old: bytes, new: bytes, format_name: str) -> Iterator[str]:
    """The pictures and styles that are not the same in two files, in Dutch.

    Args:
        old: the old file, which could be read.
        new: the new one.
        format_name: the kind of both.
    """
    if format_name not in {"docx", "odt"}:
        return
    before, after = _members(old), _members(new)
    gone, come = _pictures(before, after), _pictures(after, before)
    for one, other in zip_longest(gone, come):
        if one is None:
            yield f"afbeelding {other} nieuw"
        elif other is None:
            yield f"afbeelding {one} vervallen"
        else:
            by = f" door {other}" if one != other else ""
            yield f"afbeelding {one} vervangen{by}"
    if any(before.get(name) != after.get(name) for name in _STYLES):
        yield "de stijlen van het bestand (lettertypen, maten, kleuren)"


def _members(data: bytes) -> dict[str, str]:
    """The digests of the members that count; none for a file that is too large to look into."""
    try:
        found = open_members(data, lambda name: name.startswith(_PICTURES) or name in _STYLES)
    except DAMAGE:
        return {}
    return {name: hashlib.sha256(member).hexdigest() for name, member in sorted(found.items())}


def _pictures(members: dict[str, str], other: dict[str, str]) -> list[str]:
    """The names of the pictures that the other file does not have under any name."""
    known = {digest for name, digest in other.items() if name.startswith(_PICTURES)}
    return [
        name.rpartition("/")[2]
        for name, digest in members.items()
        if name.startswith(_PICTURES) and digest not in known
    ]
