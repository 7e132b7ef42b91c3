"""Bookmarks: those that a field or link leads to, by name; the others say nothing to a reader.

Engines move a bookmark within its paragraph when the words around it change, and mistake a number
that two files gave to different bookmarks for a fault.
"""

from collections.abc import Iterable

from pmg_docs.review.redline.word import Element, drop, names, w

_MARKS = names("bookmarkStart bookmarkEnd")


def wanted_anchors(roots: Iterable[Element]) -> frozenset[str]:
    """The words of fields and the targets of links, the names of bookmarks among them."""
    found: set[str] = set()
    for root in roots:
        instructions = (e.text or "" for e in root.iter(w("instrText"), w("delInstrText")))
        found.update(word.strip('"') for text in instructions for word in text.split())
        for element in root.iter(w("fldSimple"), w("hyperlink")):
            found.update((element.get(w("instr")) or "").replace('"', " ").split())
            found.add(element.get(w("anchor"), ""))
    return frozenset(found)


def keep_anchors(root: Element, wanted: frozenset[str], numbers: dict[str, int]) -> None:
    """Drop the bookmarks of a part that are not wanted, in place, and number the others by name.

    Args:
        root: the root of a part.
        wanted: what `wanted_anchors` found in both versions.
        numbers: the number of each name so far; what is new is added.
    """
    given: dict[str, str] = {}
    for mark in list(root.iter(*_MARKS)):
        identity, name = mark.get(w("id"), ""), mark.get(w("name"))
        if name is not None and name in wanted:
            given[identity] = str(numbers.setdefault(name, len(numbers) + 1))
        if identity in given:
            mark.set(w("id"), given[identity])
        else:
            drop(mark)


def renumber_anchors(root: Element, last: int) -> int:
    """Give each bookmark in a part a number of its own, in place, from the one after `last`.

    Returns:
        The last number that was given.
    """
    opened: dict[str, str] = {}
    for mark in list(root.iter(*_MARKS)):
        identity = mark.get(w("id"), "")
        if mark.tag == w("bookmarkStart"):
            last += 1
            opened[identity] = str(last)
        if identity in opened:
            mark.set(w("id"), opened[identity])
        else:
            drop(mark)
        if mark.tag == w("bookmarkEnd"):
            opened.pop(identity, None)
    return last
