"""Footnotes and endnotes, numbered as a reader of the page sees them."""

from dataclasses import dataclass
from typing import Self

from lxml import etree

from pmg_docs.readers.docx.file import WordFile, local, value

_KINDS = {"footnoteReference": "footnote", "endnoteReference": "endnote"}
_NOT_SEEN = ("del", "moveFrom", "Fallback")

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Notes:
    """The notes in order of their first reference, endnotes after footnotes.

    `bookmarked` knows the note that stands in a bookmark, for cross-references to it.
    """

    elements: tuple[etree._Element, ...]
    numbers: dict[Key, int]
    bookmarked: dict[str, int]

    @classmethod
    def of(cls, file: WordFile) -> Self:
        """The notes that the text of a file refers to."""
        known = {
            (kind, value(note, "id")): note
            for kind in _KINDS.values()
            for note in _children(file.related(f"{kind}s"))
        }
        root = file.part(file.document)
        references = [key_of(e) for e in root.iter(etree.Element) if _is_seen(e)]
        seen = dict.fromkeys(key for key in references if key in known)
        ordered = sorted(seen, key=lambda key: key[0] == "endnote")
        numbers = {key: number for number, key in enumerate(ordered, start=1)}
        return cls(tuple(known[key] for key in ordered), numbers, _bookmarks(root, numbers))

    def number(self, reference: etree._Element) -> int:
        """The number of the note that an element refers to; 0 for a note that does not exist."""
        return self.numbers.get(key_of(reference), 0)


def key_of(reference: etree._Element) -> Key:
    """What tells a note from all others."""
    return _KINDS.get(local(reference), ""), value(reference, "id")


def _is_seen(element: etree._Element) -> bool:
    if local(element) not in _KINDS:
        return False
    return all(local(around) not in _NOT_SEEN for around in element.iterancestors())


def _bookmarks(root: etree._Element, numbers: dict[Key, int]) -> dict[str, int]:
    found: dict[str, int] = {}
    opened: list[str] = []
    for element in root.iter(etree.Element):
        if local(element) == "bookmarkStart":
            opened.append(value(element, "name"))
        elif key_of(element) in numbers:
            found.update((name, numbers[key_of(element)]) for name in opened if name not in found)
            opened.clear()
    return found


def _children(element: etree._Element | None) -> tuple[etree._Element, ...]:
    return () if element is None else tuple(element)
