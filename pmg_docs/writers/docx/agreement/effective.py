"""What holds for a Word style in the end: its own word, that of what it is based on, the defaults.

A style that Word or LibreOffice saved keeps only what differs from the style it is based on; other
programs write everything out, or name a typeface by its place in the theme.
"""

from collections.abc import Iterator
from copy import deepcopy

from lxml import etree

from pmg_docs.writers.docx.measures import Slot
from pmg_docs.writers.docx.ooxml import w

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
_DEFAULTS = {"pPr": "pPrDefault", "rPr": "rPrDefault"}
_OTHER_NAMES = {"left": "start", "right": "end"}
_OFF = frozenset({"0", "false", "off"})
_TOGGLES = frozenset({"b", "i", "keepNext", "keepLines", "contextualSpacing",
                      "suppressAutoHyphens"})  # fmt: skip
_BUILT_IN = {
    Slot("rPr", "sz", "val"): "20",
    Slot("rPr", "color", "val"): "auto",
    Slot("rPr", "b", "val"): "0",
    Slot("rPr", "i", "val"): "0",
    Slot("rPr", "rFonts", "ascii"): "Times New Roman",
    Slot("rPr", "rFonts", "hAnsi"): "Times New Roman",
    Slot("pPr", "spacing", "before"): "0",
    Slot("pPr", "spacing", "after"): "0",
    Slot("pPr", "spacing", "line"): "240",
    Slot("pPr", "spacing", "lineRule"): "auto",
    Slot("pPr", "ind", "left"): "0",
}
"""What Word takes where neither styles nor defaults say anything (ISO 29500-1, 17.7.5)."""


class Styles:
    """The styles of a file, asked for what holds in the end."""

    def __init__(self, root: etree._Element, theme: etree._Element | None) -> None:
        self.root = root
        self.theme = theme
        self.known = {s.get(w("styleId"), ""): s for s in root.findall(w("style"))}

    def value(self, identity: str, slot: Slot) -> str:
        """What a slot holds for a style, as Word writes it; empty when nothing says so.

        A value that is on or off is `1` or `0`.
        """
        levels = [*self._chain(identity), self._defaults()]
        elements = (level.find(f"{w(slot.group)}/{w(slot.tag)}") for level in levels)
        for element in (e for e in elements if e is not None):
            found = self.read(element, slot)
            if found is not None:
                return found
        return _BUILT_IN.get(slot, "")

    def default(self, slot: Slot) -> str:
        """What a slot holds where no style is named."""
        return self.value("", slot)

    def read(self, element: etree._Element, slot: Slot) -> str | None:
        """What an element itself says, None when it leaves that to others."""
        if slot.tag in _TOGGLES:
            return "0" if element.get(w("val")) in _OFF else "1"
        if slot.tag == "rFonts":
            themed = element.get(w(f"{slot.attribute}Theme"))
            if themed and (face := self._theme_face(themed)):
                return face
        found = element.get(w(slot.attribute))
        if found is None and slot.attribute in _OTHER_NAMES:
            found = element.get(w(_OTHER_NAMES[slot.attribute]))
        return found

    def default_style(self) -> str:
        """The id of the paragraph style of paragraphs that name none."""
        found = (
            identity
            for identity, style in self.known.items()
            if style.get(w("type")) == "paragraph" and style.get(w("default"), "0") not in _OFF
        )
        return next(found, "")

    def _chain(self, identity: str) -> Iterator[etree._Element]:
        seen: set[str] = set()
        while identity in self.known and identity not in seen:
            seen.add(identity)
            style = self.known[identity]
            yield style
            based = style.find(w("basedOn"))
            identity = "" if based is None else based.get(w("val"), "")

    def _defaults(self) -> etree._Element:
        """The defaults in the form of a style."""
        style = etree.Element(w("style"))
        for group, holder in _DEFAULTS.items():
            found = self.root.find(f"{w('docDefaults')}/{w(holder)}/{w(group)}")
            made = etree.SubElement(style, w(group))
            for element in () if found is None else found:
                made.append(deepcopy(element))
        return style

    def _theme_face(self, name: str) -> str:
        kind = "majorFont" if name.startswith("major") else "minorFont"
        if self.theme is None:
            return ""
        face = self.theme.find(f".//{{{_DRAWING}}}{kind}/{{{_DRAWING}}}latin")
        return "" if face is None else face.get("typeface", "")


def is_on(element: etree._Element | None) -> bool:
    """Whether an element that says yes or no is there and says yes."""
    return element is not None and element.get(w("val")) not in _OFF
