"""The fields of Word: an instruction, and the result that was stored when it last ran."""

from dataclasses import dataclass, field

from lxml import etree

from pmg_docs.model.words import PAGE_WORD, PAGES_WORD
from pmg_docs.readers.docx.file import local, value


@dataclass(slots=True)
class Instruction:
    """A field that is open: what it asks for, and whether its shown result has begun."""

    text: str = ""
    word: str | int = ""
    is_shown: bool = False


@dataclass(slots=True)
class Fields:
    """The fields that are open in a stream; `bookmarked` are the notes that bookmarks stand at.

    A word is what a field is read as whatever its stored result; a number is that of a note.
    """

    bookmarked: dict[str, int]
    opened: list[Instruction] = field(default_factory=list)

    @property
    def shows(self) -> bool:
        """Whether text that comes now is seen, and is not the result of a field with a word."""
        return all(f.is_shown and not f.word for f in self.opened)

    def follow(self, element: etree._Element) -> str | int:
        """Follow a `fldChar` or `instrText`; gives the word of a field that it ends."""
        kind = value(element, "fldCharType")
        if kind == "begin":
            self.opened.append(Instruction())
        elif not self.opened:
            return ""
        elif local(element) == "instrText":
            self.opened[-1].text += element.text or ""
        elif kind == "separate":
            self.opened[-1].word = self.word(self.opened[-1].text)
            self.opened[-1].is_shown = True
        elif kind == "end":
            ended = self.opened.pop()
            return ended.word or self.word(ended.text)
        return ""

    def word(self, instruction: str) -> str | int:
        """The word of a field that the file fills in itself; empty where its result is text."""
        match instruction.split():
            case [kind, *_] if kind.upper() == "PAGE":
                return PAGE_WORD
            case [kind, *_] if kind.upper() == "NUMPAGES":
                return PAGES_WORD
            case [kind, name, *_] if kind.upper() == "NOTEREF":
                return self.bookmarked.get(name, "")
            case _:
                return ""
