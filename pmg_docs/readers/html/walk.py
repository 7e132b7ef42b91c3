"""Walks a page, however deep it is, and leaves a draft of each block."""

import re
from dataclasses import dataclass, field, replace
from typing import cast

from lxml import etree

from pmg_docs.model.passage import Part, Passage, Shape
from pmg_docs.readers.draft import MOST_PASSAGES, Draft, Mark
from pmg_docs.readers.html.sight import Sight
from pmg_docs.readers.places import Places
from pmg_docs.readers.refusals import too_much

Element = etree._Element

_INLINE = frozenset(
    {"a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "i", "ins", "kbd"}
    | {"mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr"}
    | {"font", "big", "tt", "strike", "nobr", "acronym", "label"}
)
_BLOCKS = frozenset(
    {"address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details"}
    | {"dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form"}
    | {"h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "main"}
    | {"ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr"}
    | {"ul"}
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_CELLS = frozenset({"td", "th", "caption"})
_PARTS = {"header": Part.HEADER, "footer": Part.FOOTER}
_ARTICLES = frozenset({"article", "main", "section", "blockquote", "figure"})
_NOTE_REF = "doc-noteref"
_NUMBER = re.compile(r"-?\d{1,9}")


@dataclass(frozen=True, slots=True)
class _Around:
    """What the elements around some words make of them."""

    like: Passage
    inserted: Mark | None = None
    deleted: Mark | None = None
    is_in_article: bool = False


@dataclass(slots=True)
class Walk:
    """Goes through the elements in the order of the page.

    `stack` holds what each element around makes of the words inside it, `draft` is the block that
    is open, `label` the number of an item whose first words are still to come.
    """

    sight: Sight
    like: Passage
    places: Places
    drafts: list[Draft] = field(default_factory=list)
    draft: Draft | None = None
    label: str = ""
    line: int = 0
    counts: list[int] = field(default_factory=list)
    stack: list[_Around] = field(default_factory=list)
    seen: list[bool] = field(default_factory=list)
    is_after_break: bool = False

    @property
    def _around(self) -> _Around:
        return self.stack[-1]

    def read(self, root: Element) -> list[Draft]:
        """A draft of each block inside an element that has words."""
        self.stack = [_Around(self.like)]
        walk = etree.iterwalk(root, events=("start", "end"))
        for event, element in walk:
            if element is root:
                self._add(element.text or "" if event == "start" else "")
            elif event == "end":
                self._leave(element)
                self._add(element.tail or "")
            elif self._enter(element):
                self._add(element.text or "")
            else:
                walk.skip_subtree()
        self._break()
        return self.drafts

    def _enter(self, element: Element) -> bool:
        """Begin an element; says whether there is something to see inside it."""
        around = self._around
        self.stack.append(around)
        self.seen.append(False)
        if element.get("role") == _NOTE_REF:
            self._refer(element)
            return False
        if not isinstance(element.tag, str) or self.sight.hides(element):
            return False
        tag = element.tag
        self.line = cast("int | None", element.sourceline) or self.line
        self.seen[-1] = True
        if tag in _BLOCKS:
            self._break()
            around = self._begun(element, tag, around)
        elif tag in {"ins", "del"} and self.sight.follows_changes:
            around = _changed(element, tag, around)
        elif tag not in _INLINE:
            self._gap(tag)
        self.stack[-1] = around
        return True

    def _begun(self, element: Element, tag: str, around: _Around) -> _Around:
        like = around.like
        if tag in _HEADINGS:
            like = replace(like, shape=Shape.HEADING)
        elif tag in _CELLS:
            like = replace(like, shape=Shape.CELL)
        elif tag == "blockquote":
            like = replace(like, is_quotation=True)
        elif tag in _PARTS and like.part is Part.BODY and not around.is_in_article:
            like = replace(like, part=_PARTS[tag])
        elif tag == "li":
            self._item(element)
            like = replace(like, shape=Shape.ITEM) if like.shape is Shape.TEXT else like
        self._place(element, tag)
        is_in_article = around.is_in_article or tag in _ARTICLES
        if like is around.like and is_in_article is around.is_in_article:
            return around
        return replace(around, like=like, is_in_article=is_in_article)

    def _place(self, element: Element, tag: str) -> None:
        if tag == "table":
            self.places.open_table()
        elif tag == "tr":
            self.places.open_row()
        elif tag in {"td", "th"}:
            self.places.open_cell(_whole(element.get("colspan"), 1))
        elif tag in {"ol", "ul"}:
            self.counts.append(_whole(element.get("start"), 1) - 1)

    def _item(self, element: Element) -> None:
        self._flush_label()
        parent = element.getparent()
        if parent is not None and parent.tag == "ol" and self.counts:
            self.counts[-1] = _whole(element.get("value"), self.counts[-1] + 1)
            self.label = f"{self.counts[-1]}."

    def _leave(self, element: Element) -> None:
        self.stack.pop()
        if not self.seen.pop():
            return
        tag = element.tag
        if tag not in _BLOCKS:
            if tag not in _INLINE and tag != "br":
                self._gap(tag)
            return
        self._break()
        if tag == "li":
            self._flush_label()
        elif tag == "table":
            self.places.close_table()
        elif tag in {"ol", "ul"}:
            self.counts.pop()

    def _opened(self) -> Draft:
        if self.draft is None:
            self.draft = Draft(self._around.like, self.label, line=self.line)
            self.label = ""
        return self.draft

    def _add(self, text: str) -> None:
        if not text or (self.draft is None and text.isspace()):
            return
        self.is_after_break = self.is_after_break and text.isspace()
        if self._around.deleted is not None:
            self._opened().take_out(text, self._around.deleted)
        else:
            self._opened().add(text, self._around.inserted)

    def _gap(self, tag: str) -> None:
        """Part words; a second line break in a row begins a new block, as the eye sees it.

        In the head of a page, where addresses stand, every line break does.
        """
        if self.draft is None:
            return
        is_head = self._around.like.part is not Part.BODY
        if tag == "br" and (self.is_after_break or is_head):
            self._break()
        else:
            self.draft.add(" ")
            self.is_after_break = tag == "br"

    def _refer(self, element: Element) -> None:
        number = _NUMBER.search("".join(map(str, element.itertext())))
        if number:
            self._opened().refer(int(number[0]))

    def _break(self) -> None:
        if self.draft is not None:
            if not self.draft.is_empty:
                self.draft.place = self.places.here()
            self.drafts.append(self.draft)
            self.draft = None
            if len(self.drafts) > MOST_PASSAGES:
                raise too_much()

    def _flush_label(self) -> None:
        """An item without words still shows its number."""
        if self.label:
            self.drafts.append(self._opened())
            self.draft = None


def _changed(element: Element, tag: str, around: _Around) -> _Around:
    mark = Mark("", (element.get("datetime") or "")[:10])
    return replace(around, inserted=mark) if tag == "ins" else replace(around, deleted=mark)


def _whole(text: str | None, otherwise: int) -> int:
    return int(text) if text and _NUMBER.fullmatch(text.strip()) else otherwise
