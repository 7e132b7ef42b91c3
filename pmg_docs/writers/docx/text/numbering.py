"""Lists that Word numbers itself, each ordered list starting at one again."""

from decimal import Decimal

from lxml import etree

from pmg_docs.writers.docx.ooxml import W, parse, serialise, twips, w

LEVELS = 9
_BULLETS = ("•", "–", "•")
_EMPTY = f'<w:numbering xmlns:w="{W}"/>'.encode()


class Numbering:
    """Hands out list numbers, and adds their definitions to the numbering part of a shell."""

    def __init__(self, existing: bytes | None, indent: Decimal) -> None:
        self._root = parse(existing or _EMPTY)
        self._indent = twips(indent)
        self._abstract = _after(self._root, "abstractNum", "abstractNumId")
        self._bullets = _after(self._root, "num", "numId", least=1)
        self._starts: list[int] = []

    @property
    def bullets(self) -> int:
        """The number of all bulleted lists: nothing in them counts."""
        return self._bullets

    def start(self, level: int) -> int:
        """A new number for an ordered list at a level, so that it does not count on."""
        self._starts.append(level)
        return self._bullets + len(self._starts)

    def indent(self, level: int) -> int:
        """How far the text of a level is set in, in twentieths of a point."""
        return self._indent * (level + 1)

    def xml(self) -> bytes:
        """The numbering part with the lists handed out so far."""
        first = self._root.find(w("num"))
        position = len(self._root) if first is None else self._root.index(first)
        for offset, is_ordered in enumerate((False, True)):
            self._root.insert(position + offset, self._definition(offset, is_ordered))
        last = self._root.findall(w("num"))
        position = self._root.index(last[-1]) + 1 if last else position + 2
        self._root.insert(position, self._number(self._bullets, self._abstract))
        for offset, level in enumerate(self._starts, start=1):
            number = self._number(self._bullets + offset, self._abstract + 1)
            override = _sub(number, "lvlOverride", ilvl=level)
            _sub(override, "startOverride", val=1)
            self._root.insert(position + offset, number)
        return serialise(self._root)

    def _definition(self, offset: int, is_ordered: bool) -> etree._Element:
        element = self._root.makeelement(w("abstractNum"), {}, None)
        element.set(w("abstractNumId"), str(self._abstract + offset))
        _sub(element, "multiLevelType", val="multilevel")
        for level in range(LEVELS):
            inner = _sub(element, "lvl", ilvl=level)
            _sub(inner, "start", val=1)
            _sub(inner, "numFmt", val="decimal" if is_ordered else "bullet")
            text = f"%{level + 1}." if is_ordered else _BULLETS[level % len(_BULLETS)]
            _sub(inner, "lvlText", val=text)
            _sub(inner, "lvlJc", val="left")
            _sub(_sub(inner, "pPr"), "ind", left=self.indent(level), hanging=self._indent)
        return element

    def _number(self, number: int, abstract: int) -> etree._Element:
        element = self._root.makeelement(w("num"), {}, None)
        element.set(w("numId"), str(number))
        _sub(element, "abstractNumId", val=abstract)
        return element


def _after(root: etree._Element, name: str, attribute: str, least: int = 0) -> int:
    used = [int(e.get(w(attribute), "0")) for e in root.findall(w(name))]
    return max([least - 1, *used]) + 1


def _sub(parent: etree._Element, name: str, **attributes: str | int) -> etree._Element:
    element = etree.SubElement(parent, w(name))
    for attribute, value in attributes.items():
        element.set(w(attribute), str(value))
    return element
