"""The comments in the margin of a Word file."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Self

from lxml import etree

from pmg_docs.readers.docx.file import WordFile, local, value
from pmg_docs.readers.margin import Heard


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment: who made it, the element that holds its words, and where it stands."""

    author: str
    element: etree._Element
    place: str


@dataclass(slots=True)
class Remarks:
    """The comments of a file by their number, and what was heard of the words they are about."""

    comments: dict[str, etree._Element] = field(default_factory=dict)
    heard: Heard = field(default_factory=Heard)
    order: dict[str, None] = field(default_factory=dict)

    @classmethod
    def of(cls, file: WordFile) -> Self:
        """The comments of a file, before anything was read."""
        root = file.related("comments")
        found = () if root is None else (e for e in root if local(e) == "comment")
        return cls({value(comment, "id"): comment for comment in found})

    def follow(self, element: etree._Element, name: str) -> None:
        """Follow the beginning, the end or the sign of a comment in the text."""
        identity = value(element, "id")
        self.order[identity] = None
        if name == "commentRangeStart":
            self.heard.begin(identity)
        elif name == "commentRangeEnd":
            self.heard.end(identity)

    def all(self) -> Iterator[Remark]:
        """The comments in the order of the text, then those that no text refers to."""
        for identity in dict.fromkeys((*self.order, *self.comments)):
            if identity in self.comments:
                comment = self.comments[identity]
                author = value(comment, "author")
                yield Remark(author, comment, self.heard.place(identity, author))
