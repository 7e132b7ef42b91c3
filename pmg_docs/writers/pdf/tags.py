"""What the words of a laid out page are: a tree of tags, read by software that reads aloud.

The tree follows the page's HTML and not its boxes, so that a paragraph, a list or a table that
runs over a page is one, and what a page repeats is none. ISO 32000-1, 14.8.4 names the tags.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

GROUPS: Mapping[str, str] = {
    "main": "Part", "article": "Art", "section": "Sect", "aside": "Sect", "header": "Sect",
    "footer": "Sect", "blockquote": "BlockQuote",
}  # fmt: skip
"""Elements that hold blocks and no words of their own."""

BLOCKS: Mapping[str, str] = {
    "p": "P", "h1": "H1", "h2": "H2", "h3": "H3", "h4": "H4", "h5": "H5", "h6": "H6",
    "ul": "L", "ol": "L", "dl": "L", "table": "Table", "thead": "THead", "tbody": "TBody",
    "tfoot": "TFoot", "tr": "TR", "th": "TH", "td": "TD", "caption": "Caption",
}  # fmt: skip

_ITEMS = frozenset({"li", "dt", "dd"})
_PLAIN_BLOCKS = frozenset({"html", "body", "div", "address", "figure", "form", "fieldset", "nav"})
_HEADINGS = frozenset({"H1", "H2", "H3", "H4", "H5", "H6"})
_PICTURES = frozenset({"img", "{http://www.w3.org/2000/svg}svg"})
_HOLDS_NO_NOTES = frozenset({"TH", "TR", "THead", "TFoot", "TBody", "Lbl", "LI", "L"})
_GROUPING = frozenset({*GROUPS.values(), "Document"})
_KEPT_WHEN_EMPTY = frozenset({"TR", "TH", "TD"})
_HOLDS_NOTES = _GROUPING | {"TD", "LBody"}
_NUMBERING = {"ol": "Decimal", "ul": "Disc", "dl": "None"}
_SCOPES = {"row": "Row", "rowgroup": "Row"}

TAG = "data-tag"
"""The attribute by which a printed page says what HTML has no word for."""


@dataclass(slots=True, eq=False)
class Mark:
    """A stretch of painted words, or a picture; `mcid` is its number once it is painted."""

    page: int
    box: Any
    mcid: int | None = None


@dataclass(slots=True, eq=False)
class Tag:
    """An element of the structure: what it is, what it holds, and what is to be known of it.

    `owner` says whose the `attributes` are (`List`, `Table`), `key` is by what others refer to it,
    and `links` are the pages and boxes that a reader may click.
    """

    kind: str
    parent: "Tag | None" = None
    kids: list["Tag | Mark"] = field(default_factory=list)
    attributes: dict[str, Any] = field(default_factory=dict)
    owner: str = ""
    alt: str = ""
    key: str = ""
    links: list[tuple[int, Any]] = field(default_factory=list)

    def add(self, kind: str, at: int | None = None) -> "Tag":
        """A new tag inside this one, at the end or at a place."""
        made = Tag(kind, self)
        self.kids.insert(len(self.kids) if at is None else at, made)
        return made

    def marks(self) -> Iterator[Mark]:
        """Every mark inside, in the order of reading."""
        for kid in self.kids:
            if isinstance(kid, Mark):
                yield kid
            else:
                yield from kid.marks()

    def is_shown(self) -> bool:
        """Whether it has anything to say, or must be there for the sake of a table."""
        return self.kind in _KEPT_WHEN_EMPTY or any(
            kid.mcid is not None if isinstance(kid, Mark) else kid.is_shown() for kid in self.kids
        )


class Tagger:
    """Makes the tags of one page of HTML from the boxes that it was laid out in."""

    def __init__(self, html: Any) -> None:
        from weasyprint.formatting_structure import boxes

        self._boxes = boxes
        self.root = Tag("Document")
        self.marks: dict[Any, Mark] = {}
        self.has_transparent_words = False
        self._parents = {child: parent for parent in html.iter() for child in parent}
        self._tags: dict[Any, Tag] = {html: self.root}
        self._heads: dict[Any, int] = {}
        self._loose: dict[Any, Tag] = {}
        self._levels: list[str] = []
        self._page = 0
        self._transparent = 0

    def read(self, page: int, box: Any) -> None:
        """Take the words of a page, counted from 0, in the order in which they are read."""
        self._page = page
        self._walk(box)

    def _walk(self, box: Any) -> None:
        box = getattr(box, "_box", box)
        is_transparent = box.style["opacity"] < 1
        self._transparent += is_transparent
        self._read(box)
        self._transparent -= is_transparent

    def _read(self, box: Any) -> None:
        boxes = self._boxes
        element, tag = box.element, _name(box.element)
        if isinstance(box, boxes.MarginBox) or self._is_repeated(tag, element):
            return
        if tag in _PICTURES and isinstance(box, boxes.ReplacedBox):
            self._picture(box)
        elif isinstance(box, boxes.TextBox):
            self._words(box)
        else:
            if tag in {"th", "td"}:
                self._tag(element)
            elif tag == "a" and element.get("href") and not isinstance(box, boxes.LineBox):
                self._tag(element).links.append((self._page, box))
            for child in getattr(box, "children", ()):
                self._walk(child)

    def _is_repeated(self, tag: str, element: Any) -> bool:
        """Whether this is the head or foot of a table that stood on a page before."""
        is_head = tag in {"thead", "tfoot"}
        return is_head and self._heads.setdefault(element, self._page) != self._page

    def _picture(self, box: Any) -> None:
        alt = box.element.get("alt", "")
        title = box.element.find("{http://www.w3.org/2000/svg}title")
        if title is not None:
            alt = title.text or ""
        # A picture that has nothing to say, says so with an empty description.
        if alt or "alt" not in box.element.attrib:
            figure = self._holder(box.element).add("Figure")
            figure.alt = " ".join(alt.split())
            self._mark(box, figure)

    def _words(self, box: Any) -> None:
        if box.text:
            self.has_transparent_words |= self._transparent > 0
            is_bullet = box.element_tag.endswith(("::before", "::marker"))
            item = self._item_above(box.element) if is_bullet else None
            self._mark(box, self._label(item) if item else self._holder(box.element))

    def _mark(self, box: Any, tag: Tag) -> None:
        self.marks[box] = mark = Mark(self._page, box)
        tag.kids.append(mark)

    def _item_above(self, element: Any) -> Tag | None:
        """The body of the list item or note that an element is in, if any."""
        while element is not None and not (_name(element) == "li" or element.get(TAG) == "Note"):
            element = self._parents.get(element)
        return None if element is None else self._tag(element)

    def _label(self, item: Tag) -> Tag:
        """The label of the item of a list, or of a note, before all that it holds."""
        holder = item if item.kind == "Note" or item.parent is None else item.parent
        first = holder.kids[0] if holder.kids else None
        return first if isinstance(first, Tag) and first.kind == "Lbl" else holder.add("Lbl", at=0)

    def _holder(self, element: Any) -> Tag:
        """The tag that words standing directly in an element belong to."""
        while element not in self._tags and _is_plain_inline(element):
            element = self._parents[element]
        tag = self._tag(element)
        if not (_name(element) in _PLAIN_BLOCKS or tag.kind in _GROUPING):
            return tag
        # Words must be in a paragraph, and here the page has none around them.
        if not tag.kids or tag.kids[-1] is not self._loose.get(element):
            self._loose[element] = tag.add("P")
        return self._loose[element]

    def _tag(self, element: Any) -> Tag:
        """The tag of an element, or of the nearest around it that has one."""
        if element not in self._tags:
            self._tags[element] = self._made(element)
        return self._tags[element]

    def _made(self, element: Any) -> Tag:
        name, parent, own = _name(element), self._parents[element], element.get(TAG)
        if own == "Note":
            return self._note(element)
        if own == "Lbl" and (item := self._item_above(parent)):
            return self._label(item)
        if own == "Reference" or (name == "a" and element.get("href")):
            return self._holder(parent).add("Reference" if own == "Reference" else "Link")
        if name in _ITEMS:
            return self._item(name, self._tag(parent))
        kind = GROUPS.get(name) or BLOCKS.get(name)
        if kind is None:
            return self._tag(parent)
        tag = self._tag(parent).add(self._level(kind) if kind in _HEADINGS else kind)
        if kind == "L":
            tag.owner, tag.attributes = "List", {"ListNumbering": f"/{_NUMBERING[name]}"}
        elif kind in {"TH", "TD"}:
            tag.owner, tag.attributes = "Table", dict(_cell(element, is_head=kind == "TH"))
        return tag

    def _level(self, kind: str) -> str:
        """The level of a heading among those before it; none may be passed over (ISO 14289-1)."""
        while self._levels and self._levels[-1] >= kind:
            self._levels.pop()
        self._levels.append(kind)
        return f"H{len(self._levels)}"

    def _item(self, name: str, around: Tag) -> Tag:
        """The body of an item; a term is its label, and what is said of it stands beside that."""
        last = around.kids[-1] if around.kids else None
        if name == "dd" and isinstance(last, Tag) and last.kind == "LI":
            body = last.kids[-1]
            return body if isinstance(body, Tag) and body.kind == "LBody" else last.add("LBody")
        return around.add("LI").add("Lbl" if name == "dt" else "LBody")

    def _note(self, element: Any) -> Tag:
        """A note, after the block that refers to it: within, it would be read amid the words."""
        around = self._parents[element]
        while around in self._parents and _name(around) not in (BLOCKS.keys() | _ITEMS):
            around = self._parents[around]
        block = self._tag(around)
        while block.parent and (block.kind in _HOLDS_NO_NOTES or _is_in_head(block)):
            block = block.parent
        if block.kind in _HOLDS_NOTES or block.parent is None:
            note = block.add("Note")
        else:
            beside = block.parent.kids
            at = beside.index(block) + 1
            while at < len(beside) and getattr(beside[at], "kind", "") == "Note":
                at += 1
            note = block.parent.add("Note", at)
        note.key = element.get("id", "")
        return note


def _name(element: Any) -> str:
    return element.tag if element is not None and isinstance(element.tag, str) else ""


def _is_plain_inline(element: Any) -> bool:
    """Whether an element only dresses the words of the one around it."""
    name = _name(element)
    has_tag = name in GROUPS or name in BLOCKS or name in _ITEMS or name in _PLAIN_BLOCKS
    return not (has_tag or element.get(TAG) or (name == "a" and element.get("href")))


def _is_in_head(tag: Tag) -> bool:
    while tag.parent is not None and tag.kind not in {"TH", "Table"}:
        tag = tag.parent
    return tag.kind == "TH"


def _cell(element: Any, *, is_head: bool) -> Iterator[tuple[str, Any]]:
    if is_head:
        yield "Scope", f"/{_SCOPES.get(element.get('scope', ''), 'Column')}"
    for attribute, name in (("colspan", "ColSpan"), ("rowspan", "RowSpan")):
        if (
            element.get(attribute, "1").isdecimal()
            and (span := int(element.get(attribute, "1"))) > 1
        ):
            yield name, span
