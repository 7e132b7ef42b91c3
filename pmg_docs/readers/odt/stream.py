"""The text of one part in reading order, whatever containers hold it."""

from dataclasses import dataclass, field

from lxml import etree

from pmg_docs.model.words import PAGE_WORD, PAGES_WORD, note_word
from pmg_docs.readers.odt.lists import Lists, OpenList
from pmg_docs.readers.odt.names import attribute, kind, spelled
from pmg_docs.readers.odt.notes import Notes
from pmg_docs.readers.odt.styles import Styles

Element = etree._Element

_SKIPPED = frozenset(
    {"text:tracked-changes", "office:annotation", "office:forms", "office:scripts",
     "text:sequence-decls", "text:variable-decls", "text:user-field-decls", "text:number",
     "text:dde-connection-decls", "text:ruby-text", "text:script", "text:note-citation",
     "table:covered-table-cell", "svg:title", "svg:desc", "draw:image", "draw:object",
     "draw:object-ole", "draw:plugin", "draw:applet"}
)  # fmt: skip
_SPACES = frozenset({"text:s", "text:tab", "text:line-break"})
_WORDS = {"text:page-number": PAGE_WORD, "text:page-count": PAGES_WORD}
_HIDDEN_PARAGRAPH = spelled("text:hidden-paragraph")
_FOLDED = frozenset({"collapse", "filter"})


@dataclass(slots=True)
class Stream:
    """Walks one part; `lists` are those that are open, `aside` what a paragraph anchors."""

    styles: Styles
    notes: Notes
    numbers: Lists
    lists: list[OpenList] = field(default_factory=list)
    label: str = ""
    pieces: list[str] = field(default_factory=list)
    aside: list[Element] = field(default_factory=list)

    @classmethod
    def over(cls, styles: Styles, notes: Notes) -> "Stream":
        """A stream in which nothing was counted yet."""
        return cls(styles, notes, Lists(styles))

    def text(self, root: Element) -> str:
        """All that a reader of the page sees of this part."""
        self._walk_all(root)
        for box in self.aside:
            self._walk_all(box)
        return "".join(self.pieces)

    def _walk_all(self, element: Element) -> None:
        for inner in element:
            self._walk(inner)

    def _walk(self, element: Element) -> None:
        """Read a block; text between blocks is no text of the page."""
        name = kind(element)
        if not name or name in _SKIPPED or _is_hidden(element):
            return
        match name:
            case "text:p" | "text:h":
                self._paragraph(element, name)
            case "text:list":
                self._list(element)
            case "table:table-row" if attribute(element, "table:visibility") in _FOLDED:
                return
            case "draw:text-box":
                self.aside.append(element)
            case _:
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
        hidden = self.styles.hides("paragraph", attribute(element, "text:style-name"))
        if hidden or any(_is_hidden(e) for e in element.iter(_HIDDEN_PARAGRAPH)):
            return
        outer, self.aside = self.aside, []
        # What hangs on a paragraph is no item of the list that it is in.
        lists, self.lists = self.lists, []
        self.pieces.append(f" {label} ")
        self._inline(element)
        self.pieces.append(" ")
        for box in self.aside:
            self._walk_all(box)
        self.aside, self.lists = outer, lists

    def _inline(self, element: Element) -> None:
        self.pieces.append(element.text or "")
        for inner in element:
            self._leaf(inner, kind(inner))
            self.pieces.append(inner.tail or "")

    def _leaf(self, element: Element, name: str) -> None:
        if not name or name in _SKIPPED or _is_hidden(element):
            return
        if name in _SPACES:
            self.pieces.append(" ")
        elif name in _WORDS:
            self.pieces.append(_WORDS[name])
        elif name in {"text:note", "text:note-ref"}:
            self.pieces.append(f" {note_word(self.notes.number(element))} ")
        elif name == "draw:text-box":
            self.aside.append(element)
        elif name in {"text:p", "text:h", "text:list"}:
            self._walk(element)  # in a shape
        elif name == "text:span" and self._hides(element):
            return
        else:
            self._inline(element)

    def _hides(self, span: Element) -> bool:
        return self.styles.hides("text", attribute(span, "text:style-name"))


def _is_hidden(element: Element) -> bool:
    """Whether an element says of itself that it is not seen."""
    display = attribute(element, "text:display") or attribute(element, "table:display")
    if display == "condition" or not display:
        return attribute(element, "text:is-hidden") == "true"
    return display in {"none", "false"}
