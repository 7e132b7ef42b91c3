"""The comments in the margin of a Word file, with the words that each of them is about."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Self

from lxml import etree

from pmg_docs.readers.docx.file import WordFile, local, value

_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment: who made it, the element that holds its words, and what it is about."""

    author: str
    element: etree._Element
    about: str

    @property
    def place(self) -> str:
        """Where it stands, in Dutch."""
        by = f" van {self.author}" if self.author else ""
        return f"opmerking{by} bij ‘{self.about}’" if self.about else f"opmerking{by}"


@dataclass(slots=True)
class Remarks:
    """The comments of a file by their number, and what was heard of the words they are about."""

    comments: dict[str, etree._Element] = field(default_factory=dict)
    heard: dict[str, list[str]] = field(default_factory=dict)
    opened: dict[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, file: WordFile) -> Self:
        """The comments of a file, before anything was read."""
        root = file.related("comments")
        found = () if root is None else (e for e in root if local(e) == "comment")
        return cls({value(comment, "id"): comment for comment in found})

    def follow(self, element: etree._Element, name: str) -> None:
        """Follow the beginning, the end or the sign of a comment in the text."""
        identity = value(element, "id")
        self.heard.setdefault(identity, [])
        if name == "commentRangeStart":
            self.opened[identity] = 0
        elif name == "commentRangeEnd":
            self.opened.pop(identity, None)

    def hear(self, text: str) -> None:
        """Words that every open comment is about."""
        for identity, length in list(self.opened.items()):
            if length <= _LONGEST:
                self.heard[identity].append(text[: 2 * _LONGEST])
                self.opened[identity] += len(text)
            else:
                del self.opened[identity]

    def all(self) -> Iterator[Remark]:
        """The comments in the order of the text, then those that no text refers to."""
        for identity in dict.fromkeys((*self.heard, *self.comments)):
            if identity in self.comments:
                comment = self.comments[identity]
                about = " ".join("".join(self.heard.get(identity, ())).split())
                cut = f"{about[:_LONGEST].rstrip()}…" if len(about) > _LONGEST else about
                yield Remark(value(comment, "author"), comment, cut)
