"""The text of one part in reading order, whatever containers hold it."""

from dataclasses import dataclass, field

from lxml import etree

from pmg_docs.model.words import PAGE_WORD, PAGES_WORD, note_word
from pmg_docs.readers.docx.file import child, is_on, local, value
from pmg_docs.readers.docx.notes import Notes
from pmg_docs.readers.docx.numbers import Numbers

Element = etree._Element

_SKIPPED = frozenset(
    {"del", "moveFrom", "delText", "delInstrText", "rPr", "sectPr", "tblPr", "trPr", "tcPr",
     "sdtPr", "footnoteRef", "endnoteRef", "Fallback", "tblGrid", "rt"}
)  # fmt: skip
_SPACES = frozenset({"tab", "ptab", "br", "cr"})


@dataclass(slots=True)
class Instruction:
    """A field that is open: what it asks for, and whether its shown result has begun."""

    text: str = ""
    word: str = ""
    is_shown: bool = False


@dataclass(slots=True)
class Stream:
    """Walks one part; `fields` are the fields that are open, `aside` what a paragraph anchors."""

    numbers: Numbers
    notes: Notes
    fields: list[Instruction] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    aside: list[Element] = field(default_factory=list)

    def text(self, root: Element) -> str:
        """All that a reader of the page sees of this part."""
        for element in root:
            self._walk(element)
        return "".join(self.pieces)

    def _walk(self, element: Element) -> None:
        name = local(element)
        if name in _SKIPPED or not name:
            return
        match name:
            case "p":
                self._paragraph(element)
            case "tr" if child(element, "trPr", "del") is not None:
                return
            case "r" if is_on(child(element, "rPr", "vanish")):
                self._steer(element)
            case "fldSimple":
                self._simple_field(element)
            case "txbxContent":
                self.aside.append(element)
            case "AlternateContent":
                for choice in list(element)[:1]:
                    self._walk_all(choice)
            case "fldChar" | "instrText":
                self._field(element)
            case _:
                self._leaf(element, name)

    def _walk_all(self, element: Element) -> None:
        for inner in element:
            self._walk(inner)

    def _paragraph(self, element: Element) -> None:
        """A paragraph, then the text boxes that hang on it: they stand beside its words."""
        outer, self.aside = self.aside, []
        self._add(f" {self.numbers.label(child(element, 'pPr'))} ")
        for inner in element:
            if local(inner) != "pPr":
                self._walk(inner)
        self._add(" ")
        for box in self.aside:
            self._walk_all(box)
        self.aside = outer

    def _leaf(self, element: Element, name: str) -> None:
        if name == "t":
            self._add(element.text or "")
        elif name in _SPACES:
            self._add(" ")
        elif name == "noBreakHyphen":
            self._add("\u2011")
        elif name == "sym":
            self._add(chr(int(value(element, "char") or "20", 16)))
        elif name == "pgNum":
            self._add(PAGE_WORD)
        elif name in {"footnoteReference", "endnoteReference"}:
            self._add(f" {note_word(self.notes.number(element))} ")
        else:
            self._walk_all(element)

    def _add(self, text: str) -> None:
        """Keep text, unless it is the stored result of a field that has a word of its own."""
        if all(f.is_shown and not f.word for f in self.fields):
            self.pieces.append(text)

    def _steer(self, run: Element) -> None:
        """A hidden run shows nothing, but may open or close a field."""
        for element in run:
            if local(element) in {"fldChar", "instrText"}:
                self._field(element)

    def _field(self, element: Element) -> None:
        kind = value(element, "fldCharType")
        if kind == "begin":
            self.fields.append(Instruction())
        elif not self.fields:
            return
        elif local(element) == "instrText":
            self.fields[-1].text += element.text or ""
        elif kind == "separate":
            self.fields[-1].word = self._word(self.fields[-1].text)
            self.fields[-1].is_shown = True
        elif kind == "end":
            ended = self.fields.pop()
            self._add(ended.word or self._word(ended.text))

    def _simple_field(self, element: Element) -> None:
        word = self._word(value(element, "instr"))
        self.fields.append(Instruction(word=word, is_shown=True))
        self._walk_all(element)
        self.fields.pop()
        self._add(word)

    def _word(self, instruction: str) -> str:
        """The word of a field that the file fills in itself; empty where its result is text."""
        match instruction.split():
            case [kind, *_] if kind.upper() == "PAGE":
                return PAGE_WORD
            case [kind, *_] if kind.upper() == "NUMPAGES":
                return PAGES_WORD
            case [kind, name, *_] if kind.upper() == "NOTEREF" and name in self.notes.bookmarked:
                return f" {note_word(self.notes.bookmarked[name])} "
            case _:
                return ""
