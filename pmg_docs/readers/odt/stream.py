"""The text of one part in reading order, whatever containers hold it."""

from dataclasses import dataclass, field, replace

from lxml import etree

from pmg_docs.model.passage import Control, Passage, Shape
from pmg_docs.model.words import PAGE_WORD, PAGES_WORD
from pmg_docs.readers.draft import Draft
from pmg_docs.readers.odt.changes import Changes
from pmg_docs.readers.odt.lists import Lists, OpenList
from pmg_docs.readers.odt.names import attribute, kind, spelled
from pmg_docs.readers.odt.notes import Notes
from pmg_docs.readers.odt.remarks import Remarks
from pmg_docs.readers.odt.styles import Styles
from pmg_docs.readers.places import Places

Element = etree._Element

_SKIPPED = frozenset(
    {"text:tracked-changes", "office:forms", "office:scripts",
     "text:sequence-decls", "text:variable-decls", "text:user-field-decls", "text:number",
     "text:dde-connection-decls", "text:ruby-text", "text:script", "text:note-citation",
     "svg:title", "svg:desc", "draw:image", "draw:object",
     "draw:object-ole", "draw:plugin", "draw:applet"}
)  # fmt: skip
_SPACES = {"text:s": " ", "text:tab": "\t", "text:line-break": " "}
_WORDS = {"text:page-number": PAGE_WORD, "text:page-count": PAGES_WORD}
_HIDDEN_PARAGRAPH = spelled("text:hidden-paragraph")
_FOLDED = frozenset({"collapse", "filter"})
_TABLES = frozenset(
    {"table:table", "table:table-row", "table:table-cell", "table:covered-table-cell"}
)
_SHAPES = frozenset(
    {"draw:custom-shape", "draw:rect", "draw:ellipse", "draw:circle", "draw:polygon",
     "draw:polyline", "draw:path", "draw:line", "draw:connector", "draw:regular-polygon",
     "draw:caption"}
)  # fmt: skip
"""What may hold paragraphs of its own beside those of the text (ODF 1.3, 10.3)."""

_CHANGES = frozenset({"text:change", "text:change-start", "text:change-end"})


@dataclass(slots=True)
class Stream:
    """Walks one part and leaves a draft of each paragraph, all like `like`.

    `lists` are those that are open, `label` the number of an item that is still to come, `aside`
    what a paragraph anchors.
    """

    styles: Styles
    notes: Notes
    changes: Changes
    remarks: Remarks
    like: Passage
    places: Places
    numbers: Lists
    lists: list[OpenList] = field(default_factory=list)
    label: str = ""
    drafts: list[Draft] = field(default_factory=list)
    draft: Draft | None = None
    aside: list[Element] = field(default_factory=list)

    def read(self, root: Element) -> list[Draft]:
        """A draft of each paragraph that a reader of the page sees."""
        self._walk_all(root)
        for box in self.aside:
            self._box(box)
        return self.drafts

    def _walk_all(self, element: Element) -> None:
        for inner in element:
            self._walk(inner)

    def _walk(self, element: Element) -> None:
        """Read a block; text between blocks is no text of the page."""
        name = kind(element)
        if not name or name in _SKIPPED or _is_hidden(element):
            return
        if name in {"text:p", "text:h"}:
            self._paragraph(element, name)
        elif name == "text:list":
            self._list(element)
        elif name in _TABLES:
            self._table(element, name)
        elif name in _CHANGES:
            self._change(element, name)
        elif name == "office:annotation":
            self.remarks.begin(element)
        elif name == "draw:text-box":
            self.aside.append(element)
        else:
            self._walk_all(element)

    def _table(self, element: Element, name: str) -> None:
        if name == "table:table":
            self.places.open_table()
            self._walk_all(element)
            self.places.close_table()
        elif name == "table:table-row":
            if attribute(element, "table:visibility") not in _FOLDED:
                self.places.open_row()
                self._walk_all(element)
        else:
            self.places.open_cell()
            if name == "table:table-cell":
                self._walk_all(element)

    def _list(self, element: Element) -> None:
        opened = self.numbers.begin(element, self.lists[-1] if self.lists else None)
        self.lists.append(opened)
        for item in element:
            first = next((inner for inner in item if kind(inner)), None)
            # An item that only holds a deeper list shows no number of its own.
            if kind(item) == "text:list-item" and first is not None and kind(first) != "text:list":
                self.label = self.numbers.label(item, opened)
            self._walk_all(item)
            self.label = ""
        self.lists.pop()

    def _paragraph(self, element: Element, name: str) -> None:
        """A paragraph, then the text boxes that hang on it: they stand beside its words."""
        label, self.label = self.label, ""
        if name == "text:h" and not self.lists:
            label = self.numbers.heading_label(element)
        style = attribute(element, "text:style-name")
        hidden = self.styles.hides("paragraph", style)
        if hidden or any(_is_hidden(e) for e in element.iter(_HIDDEN_PARAGRAPH)):
            return
        outer, around = self.draft, self.aside
        self.draft, self.aside = self._opened(name, label, style), []
        # What hangs on a paragraph is no item of the list that it is in.
        lists, self.lists = self.lists, []
        self._inline(element)
        if not self.draft.is_empty:
            self.draft.place = self.places.here()
        self.drafts.append(self.draft)
        boxes, self.aside, self.draft = self.aside, around, outer
        for box in boxes:
            self._box(box)
        self.lists = lists

    def _opened(self, name: str, label: str, style: str) -> Draft:
        shape = Shape.ITEM if self.lists else Shape.TEXT
        if name == "text:h":
            shape = Shape.HEADING
        if self.places.is_in_table:
            shape = Shape.CELL
        is_quoted = self.styles.is_quotation(style)
        return Draft(replace(self.like, shape=shape, is_quotation=is_quoted), label)

    def _box(self, box: Element) -> None:
        places, self.places = self.places, self.places.open_box()
        self._walk_all(box)
        self.places = places

    def _inline(self, element: Element) -> None:
        self._add(element.text or "")
        for inner in element:
            self._leaf(inner, kind(inner))
            self._add(inner.tail or "")

    def _leaf(self, element: Element, name: str) -> None:
        if not name or name in _SKIPPED or _is_hidden(element):
            return
        if name in _SPACES or name in _WORDS:
            self._add(_SPACES.get(name, "") or _WORDS[name])
        elif name in {"text:note", "text:note-ref"} and self.draft is not None:
            self.draft.refer(self.notes.number(element))
        elif name in _CHANGES:
            self._change(element, name)
        elif name == "office:annotation":
            self.remarks.begin(element)
        elif name == "office:annotation-end":
            self.remarks.end(element)
        elif name == "draw:text-box" or name in _SHAPES:
            self.aside.append(element)
        elif name == "content-control":
            self._control(element)
        elif not (name == "text:span" and self._hides(element)):
            self._inline(element)

    def _control(self, element: Element) -> None:
        """A content control; ODF has no word for one, LibreOffice writes it in its own."""
        names = {str(key).rpartition("}")[2]: str(said) for key, said in element.attrib.items()}
        control = Control(0, 0, names.get("alias") or names.get("tag", ""))
        if self.draft is not None:
            self.draft.begin(control)
        self._inline(element)
        if self.draft is not None:
            self.draft.end(control)

    def _change(self, element: Element, name: str) -> None:
        identity = attribute(element, "text:change-id")
        if name == "text:change-start":
            self.changes.start(identity)
        elif name == "text:change-end":
            self.changes.end(identity)
        elif self.draft is not None:
            self.draft.take_out(*self.changes.taken_out(identity))

    def _add(self, text: str) -> None:
        if text and self.draft is not None:
            self.draft.add(text, self.changes.added)
            self.remarks.heard.hear(text)

    def _hides(self, span: Element) -> bool:
        return self.styles.hides("text", attribute(span, "text:style-name"))


def _is_hidden(element: Element) -> bool:
    """Whether an element says of itself that it is not seen."""
    display = attribute(element, "text:display") or attribute(element, "table:display")
    if display == "condition" or not display:
        return attribute(element, "text:is-hidden") == "true"
    return display in {"none", "false"}
