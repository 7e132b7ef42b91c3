"""Footnotes and endnotes, numbered as a reader of the page sees them."""

from dataclasses import dataclass
from typing import Self

from lxml import etree

from pmg_docs.readers.odt.names import attribute, child, kind, spelled

_NOT_SEEN = frozenset({"text:tracked-changes", "office:annotation", "table:covered-table-cell"})


@dataclass(frozen=True, slots=True)
class Notes:
    """The notes in order of their place in the text, endnotes after footnotes."""

    elements: tuple[etree._Element, ...]
    numbers: dict[str, int]

    @classmethod
    def of(cls, body: etree._Element) -> Self:
        """The notes of a text."""
        seen = [note for note in body.iter(spelled("text:note")) if _is_seen(note)]
        ordered = sorted(seen, key=lambda n: attribute(n, "text:note-class") == "endnote")
        bodies = (child(note, "text:note-body") for note in ordered)
        numbers = {attribute(n, "text:id"): number for number, n in enumerate(ordered, start=1)}
        return cls(tuple(body for body in bodies if body is not None), numbers)

    def number(self, element: etree._Element) -> int:
        """The number of a note, or of the note that a reference follows; 0 when there is none."""
        identity = "text:id" if kind(element) == "text:note" else "text:ref-name"
        return self.numbers.get(attribute(element, identity), 0)


def _is_seen(note: etree._Element) -> bool:
    return all(kind(around) not in _NOT_SEEN for around in note.iterancestors())
