"""The parts of an ODF text, each walked into drafts."""

from collections.abc import Iterator
from functools import cached_property

from lxml import etree

from pmg_docs.model.passage import Part, Passage
from pmg_docs.readers.draft import Draft
from pmg_docs.readers.odt.changes import Changes
from pmg_docs.readers.odt.file import TextFile
from pmg_docs.readers.odt.lists import Lists
from pmg_docs.readers.odt.masters import Face, faces
from pmg_docs.readers.odt.names import attribute, kind
from pmg_docs.readers.odt.notes import Notes
from pmg_docs.readers.odt.remarks import Remarks
from pmg_docs.readers.odt.stream import Stream
from pmg_docs.readers.odt.styles import Styles
from pmg_docs.readers.places import Places

Element = etree._Element


class Walk:
    """Goes through a file part by part; the comments come after the text that they are about."""

    def __init__(self, file: TextFile) -> None:
        self._file = file
        self._notes, self._changes = Notes.of(file.body), Changes.of(file.body)
        self._remarks = Remarks()

    @cached_property
    def faces(self) -> tuple[Face, ...]:
        """Each kind of page with its headers and footers, the first page first."""
        return faces(self._file) or (("", ()),)

    def body(self) -> list[Draft]:
        """The text."""
        return self._read(self._file.body, self._file.styles, Passage(""))

    def frame(self, element: Element) -> list[Draft]:
        """One header or footer."""
        part = Part.FOOTER if kind(element).startswith("style:footer") else Part.HEADER
        return self._read(element, self._file.page_styles, Passage("", part), part.value)

    def frames(self) -> Iterator[list[Draft]]:
        """The headers and footers that are seen."""
        for element in dict.fromkeys(part for _, parts in self.faces for part in parts):
            yield self.frame(element)

    def notes(self) -> Iterator[list[Draft]]:
        """Each note, in order of number."""
        for number, body in enumerate(self._notes.elements, start=1):
            note = body.getparent()
            is_last = attribute(note, "text:note-class") == "endnote"
            place = f"{'eindnoot' if is_last else Part.NOTE.value} {number}"
            yield self._read(body, self._file.styles, Passage("", Part.NOTE), place)

    def comments(self) -> Iterator[Draft]:
        """The comments, in the order of the text that was read before."""
        for identity, annotation in list(self._remarks.elements):
            author = self._remarks.author(annotation)
            like = Passage("", Part.COMMENT, name=author)
            place = self._remarks.heard.place(identity, author)
            yield from self._read(annotation, self._file.styles, like, place)

    def _read(self, root: Element, styles: Styles, like: Passage, place: str = "") -> list[Draft]:
        stream = Stream(styles, self._notes, self._changes, self._remarks, like, Places(place),
                        Lists(styles))  # fmt: skip
        return stream.read(root)


def properties_of(file: TextFile) -> tuple[tuple[str, str], ...]:
    """The properties that programs show, as far as the file fills them in."""
    found: dict[str, str] = {}
    for element in () if file.about is None else file.about.iter(etree.Element):
        found.setdefault(kind(element), " ".join((element.text or "").split()))
    names = {"dc:title": "titel", "meta:initial-creator": "auteur", "dc:subject": "onderwerp",
             "dc:creator": "laatst gewijzigd door"}  # fmt: skip
    return tuple((told, found[name]) for name, told in names.items() if found.get(name))
