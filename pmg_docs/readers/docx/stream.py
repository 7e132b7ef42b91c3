"""The text of one part in reading order, whatever containers hold it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from lxml import etree

from pmg_docs.model.passage import Control, Passage, Shape
from pmg_docs.model.words import PAGE_WORD
from pmg_docs.readers.docx.fields import Fields, Instruction
from pmg_docs.readers.docx.file import child, is_on, local, value
from pmg_docs.readers.docx.looks import Looks
from pmg_docs.readers.docx.marks import control_of, mark_of
from pmg_docs.readers.docx.notes import Notes
from pmg_docs.readers.docx.numbers import Numbers
from pmg_docs.readers.docx.remarks import Remarks
from pmg_docs.readers.draft import Draft, Mark
from pmg_docs.readers.places import Places

Element = etree._Element

_SKIPPED = frozenset(
    {"delInstrText", "rPr", "sectPr", "tblPr", "trPr", "tcPr", "sdtPr", "footnoteRef",
     "endnoteRef", "annotationRef", "Fallback", "tblGrid", "rt"}
)  # fmt: skip
_SPACES = frozenset({"tab", "ptab", "br", "cr"})


@dataclass(slots=True)
class Stream:
    """Walks one part and leaves a draft of each paragraph, all like `like`.

    `aside` is what a paragraph anchors, `controls` those that are open, `removed` and `added` the
    tracked change that is open, `merging` a paragraph whose end was taken out.
    """

    numbers: Numbers
    notes: Notes
    looks: Looks
    remarks: Remarks
    like: Passage
    places: Places
    fields: Fields
    drafts: list[Draft] = field(default_factory=list)
    draft: Draft | None = None
    aside: list[Element] = field(default_factory=list)
    controls: list[Control] = field(default_factory=list)
    removed: Mark | None = None
    added: Mark | None = None
    merging: Draft | None = None

    def read(self, root: Element) -> list[Draft]:
        """A draft of each paragraph that a reader of the page sees, or saw before it went out."""
        for element in root:
            self._walk(element)
        self._let_go()
        return self.drafts

    def _walk(self, element: Element) -> None:
        name = local(element)
        if name in _SKIPPED or not name:
            return
        match name:
            case "p":
                self._paragraph(element)
            case "tbl" | "tr" | "tc":
                self._table(element, name)
            case "del" | "moveFrom":
                with self._changed(removed=mark_of(element)):
                    self._walk_all(element)
            case "ins" | "moveTo":
                with self._changed(added=mark_of(element)):
                    self._walk_all(element)
            case "sdt":
                self._control(element)
            case _:
                self._inline(element, name)

    def _inline(self, element: Element, name: str) -> None:
        if name == "r" and is_on(child(element, "rPr", "vanish")):
            self._steer(element)
        elif name == "fldSimple":
            self._simple_field(element)
        elif name == "txbxContent":
            self.aside.append(element)
        elif name == "AlternateContent":
            for choice in list(element)[:1]:
                self._walk_all(choice)
        else:
            self._leaf(element, name)

    def _walk_all(self, element: Element) -> None:
        for inner in element:
            self._walk(inner)

    def _table(self, element: Element, name: str) -> None:
        if name == "tbl":
            self._let_go()
            self.places.open_table()
            self._walk_all(element)
            self.places.close_table()
            return
        if name == "tc":
            width = value(child(element, "tcPr", "gridSpan"))
            self.places.open_cell(int(width) if width.isdecimal() else 1)
            self._walk_all(element)
            self._let_go()
            return
        gone, new = child(element, "trPr", "del"), child(element, "trPr", "ins")
        # A row that was taken out still stands there, struck through, until that is accepted.
        self.places.open_row()
        removed = None if gone is None else mark_of(gone)
        with self._changed(removed, None if new is None else mark_of(new)):
            self._walk_all(element)

    def _paragraph(self, element: Element) -> None:
        """A paragraph, then the text boxes that hang on it: they stand beside its words."""
        properties = child(element, "pPr")
        runs_on = child(properties, "rPr", "del")
        if runs_on is None:
            runs_on = child(properties, "rPr", "moveFrom")
        outer, around = self.draft, self.aside
        self.draft, self.aside = self._opened(properties, counts=runs_on is None), []
        for control in self.controls:
            self.draft.begin(control)
        for inner in element:
            if local(inner) != "pPr":
                self._walk(inner)
        made, boxes = self.draft, self.aside
        self.draft, self.aside = outer, around
        for control in self.controls:
            made.end(control)
        if self.merging is not None:
            self.merging.go_on(made)
            made, self.merging = self.merging, None
        if runs_on is None or self.removed is not None:
            self._keep(made)
        else:
            self.merging = made
        for box in boxes if self.removed is None else ():
            self._box(box)

    def _opened(self, properties: Element | None, *, counts: bool) -> Draft:
        is_counted = counts and self.removed is None
        shape = Shape.CELL if self.places.is_in_table else self.looks.shape(properties)
        like, is_quoted = self.like, self.looks.is_quotation(properties)
        if is_quoted or shape is not like.shape:
            like = replace(like, shape=shape, is_quotation=is_quoted)
        return Draft(like, self.numbers.label(properties) if is_counted else "")

    def _box(self, box: Element) -> None:
        self._let_go()
        places, self.places = self.places, self.places.open_box()
        self._walk_all(box)
        self._let_go()
        self.places = places

    def _let_go(self) -> None:
        """A paragraph without an end, with nothing behind it to go on in, ends here."""
        if self.merging is not None:
            self._keep(self.merging)
            self.merging = None

    def _keep(self, draft: Draft) -> None:
        if not draft.is_empty:
            draft.place = self.places.here()
        self.drafts.append(draft)

    def _control(self, element: Element) -> None:
        control = control_of(element)
        self.controls.append(control)
        if self.draft is not None:
            self.draft.begin(control)
        self._walk_all(element)
        if self.draft is not None:
            self.draft.end(control)
        self.controls.pop()

    def _leaf(self, element: Element, name: str) -> None:
        if name == "t" or (name == "delText" and self.removed is not None):
            self._add(element.text or "")
        elif name in _SPACES:
            self._add("\t" if name == "tab" else " ")
        elif name == "noBreakHyphen":
            self._add("\u2011")
        elif name == "sym":
            self._add(chr(int(value(element, "char") or "20", 16)))
        elif name == "pgNum":
            self._add(PAGE_WORD)
        elif name in {"fldChar", "instrText"}:
            self._add(self.fields.follow(element) if self.removed is None else "")
        elif name in {"footnoteReference", "endnoteReference"}:
            self._add(self.notes.number(element))
        elif name in {"commentRangeStart", "commentRangeEnd", "commentReference"}:
            self.remarks.follow(element, name)
        elif name != "delText":
            self._walk_all(element)

    def _add(self, text: str | int) -> None:
        """Keep text, unless it is the stored result of a field that has a word of its own."""
        if text == "" or not self.fields.shows:
            return
        if self.draft is None:
            self.drafts.append(Draft(self.like))
        draft = self.draft or self.drafts[-1]
        if self.removed is not None:
            draft.take_out(text if isinstance(text, str) else "", self.removed)
        elif isinstance(text, int):
            draft.refer(text)
        else:
            draft.add(text, self.added)
            self.remarks.heard.hear(text)

    def _steer(self, run: Element) -> None:
        """A hidden run shows nothing, but may open or close a field."""
        for element in run:
            if local(element) in {"fldChar", "instrText"} and self.removed is None:
                self._add(self.fields.follow(element))

    def _simple_field(self, element: Element) -> None:
        word = self.fields.word(value(element, "instr"))
        self.fields.opened.append(Instruction(word=word, is_shown=True))
        self._walk_all(element)
        self.fields.opened.pop()
        self._add(word)

    @contextmanager
    def _changed(self, removed: Mark | None = None, added: Mark | None = None) -> Iterator[None]:
        """While this lasts, what comes is part of a tracked change; what goes out stays out."""
        before = self.removed, self.added
        self.removed, self.added = self.removed or removed, added or self.added
        yield
        self.removed, self.added = before
