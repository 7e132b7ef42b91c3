"""The parts of a Word file, each walked into drafts."""

from collections.abc import Iterator
from functools import cached_property

from lxml import etree

from pmg_docs.model.passage import Part, Passage
from pmg_docs.readers.docx.fields import Fields
from pmg_docs.readers.docx.file import WordFile, local
from pmg_docs.readers.docx.looks import Looks
from pmg_docs.readers.docx.notes import Notes
from pmg_docs.readers.docx.numbers import Numbers
from pmg_docs.readers.docx.remarks import Remarks
from pmg_docs.readers.docx.sections import Face, faces
from pmg_docs.readers.docx.stream import Stream
from pmg_docs.readers.draft import Draft
from pmg_docs.readers.places import Places


class Walk:
    """Goes through a file part by part; the comments come after the text that they are about."""

    def __init__(self, file: WordFile) -> None:
        self._file = file
        self._notes, self._numbers = Notes.of(file), Numbers.of(file)
        self._looks, self._remarks = Looks(self._numbers.styles), Remarks.of(file)

    @cached_property
    def faces(self) -> tuple[Face, ...]:
        """Each kind of page with the names of its headers and footers, the first page first."""
        return faces(self._file) or (("", ()),)

    def body(self) -> list[Draft]:
        """The text."""
        return self._read(self._file.part(self._file.document), Passage(""))

    def frame(self, name: str) -> list[Draft]:
        """One header or footer."""
        root = self._file.part(name)
        part = Part.FOOTER if local(root) == "ftr" else Part.HEADER
        return self._read(root, Passage("", part), part.value)

    def frames(self) -> Iterator[list[Draft]]:
        """The headers and footers that are seen."""
        for name in dict.fromkeys(name for _, names in self.faces for name in names):
            yield self.frame(name)

    def notes(self) -> Iterator[list[Draft]]:
        """Each note, in order of number."""
        for number, element in enumerate(self._notes.elements, start=1):
            kind = "eindnoot" if local(element) == "endnote" else Part.NOTE.value
            yield self._read(element, Passage("", Part.NOTE), f"{kind} {number}")

    def comments(self) -> Iterator[Draft]:
        """The comments, in the order of the text that was read before."""
        for remark in self._remarks.all():
            like = Passage("", Part.COMMENT, name=remark.author)
            yield from self._read(remark.element, like, remark.place)

    def _read(self, root: etree._Element, like: Passage, place: str = "") -> list[Draft]:
        fields = Fields(self._notes.bookmarked)
        stream = Stream(self._numbers.afresh(), self._notes, self._looks, self._remarks, like,
                        Places(place), fields)  # fmt: skip
        return stream.read(root)
