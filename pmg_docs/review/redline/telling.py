"""What a Word file says, in lines that can be compared: the words, their look, tables and notes.

Numbers, names of parts and the way in which runs are cut differ between programs and say nothing;
a footnote is told where it is referred to, a picture by its content, a list by its definition.
Content controls are see-through: a redline has none.
"""

import hashlib
from collections.abc import Iterator

from pmg_docs.review.redline.anchors import wanted_anchors
from pmg_docs.review.redline.numbering import Numbering
from pmg_docs.review.redline.package import Package
from pmg_docs.review.redline.word import Element, R, W, names, said, w

_SEE_THROUGH = names("sdt sdtContent customXml smartTag")
_PROPERTIES = names("pPr rPr tblPr tblPrEx tblGrid trPr tcPr")
_STYLES = names("pStyle rStyle tblStyle basedOn link")
_LOOK_OF_A_STYLE = names("basedOn link pPr rPr tblPr trPr tcPr tblStylePr pPrDefault rPrDefault")
_UNSAID = _PROPERTIES | names(
    "bookmarkStart bookmarkEnd sdtPr sdtEndPr customXmlPr smartTagPr proofErr permStart permEnd "
    "lastRenderedPageBreak commentRangeStart commentRangeEnd commentReference annotationRef "
    "rsid rsids"
)
_TEXTS = {w("tab"): "\t", w("cr"): "\n", w("noBreakHyphen"): "\u2011", w("softHyphen"): "\u00ad"}
_NOTES = {w("footnoteReference"): "footnotes", w("endnoteReference"): "endnotes"}
_FRAME = {w("headerReference"): "koptekst", w("footerReference"): "voettekst"}
_ON = frozenset({"1", "true", "on"})
_OF_A_PROGRAM = ("rsid", "paraId", "textId", "anchorId", "editId")
_DEFAULTS = frozenset({("cols", "num", "1")})
"""What an engine writes out and the file left unsaid."""
_COUNTED = frozenset({"docPr", "cNvPr", "shape", "shapetype"})

Piece = tuple[str, str]
"""The look of words, and the words."""


class Teller:
    """Tells the parts of one file that has no tracked changes; `styles` are those it met."""

    def __init__(self, package: Package) -> None:
        lists = package.related("numbering")
        self.package = package
        self.roots = {part: package.root(part) for part in package.stories}
        self.numbering = Numbering.of(package.root(lists) if lists else None)
        self.part = package.document
        self.anchors = wanted_anchors(self.roots.values())
        self.names = _style_names(package)
        self.styles: set[str] = set()

    def stories(self) -> dict[str, tuple[str, ...]]:
        """Each part that is seen, by a name that an officer knows, as lines."""
        root = self.roots[self.package.document]
        told = {"tekst": tuple(self._blocks(next(iter(root.iterfind(w("body"))), None)))}
        for number, section in enumerate(root.iter(w("sectPr")), start=1):
            for reference in (e for e in section if e.tag in _FRAME):
                name = f"{_FRAME[reference.tag]} {number} ({reference.get(w('type'), 'default')})"
                link = self.package.link(self.part, reference.get(f"{{{R}}}id", ""))
                told[name] = self._elsewhere(link.target if link else "")
        return told

    def told_style(self, style: Element) -> str:
        """A style, or the defaults, by what they say of the look of words."""
        return " ".join(sorted(self._property(e) for e in style if e.tag in _LOOK_OF_A_STYLE))

    def _elsewhere(self, part: str) -> tuple[str, ...]:
        if part not in self.roots:
            return ("ontbreekt",)
        here, self.part = self.part, part
        lines = tuple(self._blocks(self.roots[part]))
        self.part = here
        return lines

    def _blocks(self, container: Element | None, depth: int = 0) -> Iterator[str]:
        margin = "  " * depth
        for element in () if container is None else container.iterchildren("*"):
            if element.tag in _SEE_THROUGH:
                yield from self._blocks(element, depth)
            elif element.tag == w("p"):
                yield margin + self._paragraph(element)
            elif element.tag == w("tbl"):
                yield from self._table(element, depth)
            elif element.tag not in _UNSAID:
                yield margin + self._whole(element)

    def _table(self, table: Element, depth: int) -> Iterator[str]:
        margin = "  " * depth
        rows = list(_flat(table, w("tr")))
        look = self._look(table, "tblPr") + self._look(table, "tblGrid")
        yield f"{margin}tabel met {len(rows)} rijen {look}"
        for number, row in enumerate(rows, start=1):
            cells = list(_flat(row, w("tc")))
            look = self._look(row, "tblPrEx") + self._look(row, "trPr")
            yield f"{margin}rij {number} met {len(cells)} cellen {look}"
            for place, cell in enumerate(cells, start=1):
                yield f"{margin}cel {place} {self._look(cell, 'tcPr')}"
                yield from self._blocks(cell, depth + 1)

    def _paragraph(self, paragraph: Element) -> str:
        told, look = [], ""
        for piece, text in self._pieces(paragraph):
            if piece != look and text:
                told.append(f"<{piece}>")
                look = piece
            told.append(text)
        marks = (mark.get(w("name"), "") for mark in paragraph.iter(w("bookmarkStart")))
        anchors = " ".join(sorted(f"#{name} " for name in marks if name in self.anchors))
        return f"alinea {anchors}{self._look(paragraph, 'pPr')}: {''.join(told)}"

    def _pieces(self, container: Element) -> Iterator[Piece]:
        for element in container.iterchildren("*"):
            if element.tag in _SEE_THROUGH:
                yield from self._pieces(element)
            elif element.tag == w("r"):
                look = self._look(element, "rPr")
                yield from ((look, self._said(inner)) for inner in element.iterchildren("*"))
            elif element.tag in (w("hyperlink"), w("fldSimple")):
                inner = list(self._pieces(element))
                if inner:
                    yield "", f"⟨{self._opening(element)}⟩"
                    yield from inner
                    yield "", "⟨/⟩"
            elif element.tag not in _UNSAID:
                yield "", self._whole(element)

    def _said(self, element: Element) -> str:
        if element.tag == w("t"):
            return said(element)
        if element.tag in _TEXTS and not element.attrib:
            return _TEXTS[element.tag]
        if element.tag in _NOTES:
            return self._note(element)
        return "" if element.tag in _UNSAID else self._whole(element)

    def _note(self, reference: Element) -> str:
        part = self.package.related(_NOTES[reference.tag])
        identity = reference.get(w("id"))
        notes = self.roots.get(part, ())
        found = next((note for note in notes if note.get(w("id")) == identity), None)
        if found is None:
            return "[noot ontbreekt]"
        here, self.part = self.part, part
        lines = " / ".join(self._blocks(found))
        self.part = here
        return f"[noot {reference.get(w('customMarkFollows'), '')} {lines}]"

    def _look(self, element: Element, name: str) -> str:
        """The properties of an element, in no order; none at all when they say nothing."""
        found = element.find(w(name))
        if found is None:
            return ""
        inner = list(map(self._property, found.iterchildren("*")))
        kept = inner if name == "tblGrid" else sorted(inner)
        return " ".join(filter(None, kept))

    def _property(self, element: Element) -> str:
        if element.tag in _UNSAID and element.tag not in _PROPERTIES:
            return ""
        if element.tag == w("numPr"):
            return self._list(element)
        if element.tag in _STYLES:
            return self._styled(element)
        if element.tag == w("rPr"):
            inner = " ".join(sorted(filter(None, map(self._property, element))))
            return f"einde({inner})" if inner else ""
        return self._whole(element)

    def _styled(self, element: Element) -> str:
        """A style by its name: Word gives it an id of its own language."""
        identity = element.get(w("val"), "")
        name = self.names.get(identity, identity)
        self.styles.add(name)
        return f"{_bare(str(element.tag))} {name}"

    def _list(self, element: Element) -> str:
        level, number = element.find(w("ilvl")), element.find(w("numId"))
        depth = "0" if level is None else level.get(w("val"), "0")
        identity = "" if number is None else number.get(w("val"), "")
        return f"{self.numbering.told(identity, self._whole)} niveau {depth}"

    def _whole(self, element: Element) -> str:
        """An element as it is, with all that is in it."""
        if element.tag in _UNSAID and element.tag not in _PROPERTIES:
            return ""
        if element.tag in _FRAME:
            return ""  # told apart, in whatever order a section names them
        if element.tag == w("p"):
            return self._paragraph(element)
        if element.tag == w("tbl"):
            return " / ".join(self._table(element, 0))
        inner = "".join(map(self._whole, element.iterchildren("*")))
        text = (element.text or "").strip() if len(element) == 0 else ""
        return f"{{{self._opening(element)}{inner}{text}}}"

    def _opening(self, element: Element) -> str:
        name = _bare(str(element.tag))
        pairs = sorted(filter(None, (self._attribute(name, *pair) for pair in _pairs(element))))
        return " ".join([name, *pairs])

    def _attribute(self, owner: str, name: str, value: str) -> str:
        bare = _bare(name)
        if bare.startswith(_OF_A_PROGRAM) or (bare == "id" and owner in _COUNTED):
            return ""
        if bare == "spid" or name == "{http://www.w3.org/XML/1998/namespace}space":
            return ""
        if name.startswith(f"{{{R}}}"):
            return f"{bare}={self._linked(value)}"
        if (name == f"{{{W}}}val" and value in _ON) or (owner, bare, value) in _DEFAULTS:
            return ""
        return f"{bare}={value}"

    def _linked(self, identity: str) -> str:
        """What a link leads to: an address, or the content of a part."""
        link = self.package.link(self.part, identity)
        if link is None:
            return "ontbreekt"
        if link.is_external:
            return link.target
        return hashlib.sha256(self.package.parts[link.target]).hexdigest()


def definitions(package: Package, wanted: set[str]) -> dict[str, str]:
    """The styles of these names, with those that they build on, as lines; and the defaults."""
    part = package.related("styles")
    if not part:
        return {}
    root, teller = package.root(part), Teller(package)
    teller.part = part
    known = {teller.names.get(s.get(w("styleId"), ""), ""): s for s in root.iterfind(w("style"))}
    found: dict[str, str] = {}
    waiting = set(wanted) | {n for n, e in known.items() if e.get(w("default")) in _ON}
    while waiting:
        name = waiting.pop()
        if name in known and name not in found:
            found[name] = teller.told_style(known[name])
            waiting |= teller.styles
    defaults = root.find(w("docDefaults"))
    return found | {"": "" if defaults is None else teller.told_style(defaults)}


def _style_names(package: Package) -> dict[str, str]:
    part = package.related("styles")
    found = {}
    for style in package.root(part).iterfind(w("style")) if part else ():
        name = style.find(w("name"))
        identity = style.get(w("styleId"), "")
        found[identity] = identity if name is None else name.get(w("val"), "").lower()
    return found


def _flat(container: Element, tag: str) -> Iterator[Element]:
    """The children of a name, those inside content controls included."""
    for element in container.iterchildren("*"):
        if element.tag in _SEE_THROUGH:
            yield from _flat(element, tag)
        elif element.tag == tag:
            yield element


def _pairs(element: Element) -> Iterator[tuple[str, str]]:
    return ((str(name), str(value)) for name, value in element.attrib.items())


def _bare(name: str) -> str:
    return name.rpartition("}")[2]
