"""The numbers that Word puts before paragraphs, counted as Word counts them."""

import re
from dataclasses import dataclass, field, replace
from typing import Self

from lxml import etree

from pmg_docs.readers.docx.file import WordFile, child, local, value

Element = etree._Element

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
          (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


@dataclass(slots=True)
class Numbers:
    """The list definitions of a file, with the count so far in one stream of text."""

    styles: dict[str, Element] = field(default_factory=dict)
    lists: dict[str, Element] = field(default_factory=dict)
    abstracts: dict[str, Element] = field(default_factory=dict)
    counts: dict[str, dict[int, int]] = field(default_factory=dict)
    started: set[tuple[str, int]] = field(default_factory=set)

    @classmethod
    def of(cls, file: WordFile) -> Self:
        """The definitions of a file, before anything was counted."""
        styles, lists = file.related("styles"), file.related("numbering")
        return cls(
            _by(styles, "style", "styleId"),
            _by(lists, "num", "numId"),
            _by(lists, "abstractNum", "abstractNumId"),
        )

    def afresh(self) -> Self:
        """The same definitions for another stream, with nothing counted."""
        return replace(self, counts={}, started=set())

    def label(self, properties: Element | None) -> str:
        """The number before a paragraph with these properties; empty for a bullet or none."""
        number, level = self._place(properties)
        found = self.lists.get(number)
        if found is None:
            return ""
        identity = value(child(found, "abstractNumId"))
        levels = self._levels(found, identity)
        if level not in levels:
            return ""
        counted = self._count(number, identity, level, levels)
        return _printed(level, levels, counted)

    def _place(self, properties: Element | None) -> tuple[str, int]:
        """The list and level of a paragraph: its own, or those of its style."""
        own = child(properties, "numPr")
        style = value(child(properties, "pStyle"))
        number = value(child(own, "numId"))
        level = value(child(own, "ilvl"))
        while not number and style in self.styles:
            inherited = child(self.styles[style], "pPr", "numPr")
            number = value(child(inherited, "numId"))
            level = level or value(child(inherited, "ilvl")) or self._linked(number, style)
            style = value(child(self.styles[style], "basedOn"))
        return number, int(level or 0)

    def _linked(self, number: str, style: str) -> str:
        levels = self._levels_of(number)
        return next((str(n) for n, e in levels.items() if value(child(e, "pStyle")) == style), "")

    def _levels_of(self, number: str) -> dict[int, Element]:
        found = self.lists.get(number)
        return {} if found is None else self._levels(found, value(child(found, "abstractNumId")))

    def _levels(self, number: Element, identity: str) -> dict[int, Element]:
        abstract = self.abstracts.get(identity)
        linked = value(child(abstract, "numStyleLink"))
        if linked in self.styles:
            other = value(child(self.styles[linked], "pPr", "numPr", "numId"))
            abstract = self.abstracts.get(value(child(self.lists.get(other), "abstractNumId")))
        levels = {_level(e): e for e in _named(abstract, "lvl")}
        for override in _named(number, "lvlOverride"):
            own = child(override, "lvl")
            if own is not None:
                levels[_level(override)] = own
        return levels

    def _count(
        self, number: str, identity: str, level: int, levels: dict[int, Element]
    ) -> dict[int, int]:
        """Count one further; a list that starts anew does so where it is first used."""
        counts = self.counts.setdefault(identity, {})
        restart = self._restart(number, level)
        if restart is not None:
            counts[level] = restart
        elif level in counts:
            counts[level] += 1
        else:
            counts[level] = _start(levels, level)
        for deeper in [n for n in counts if n > level and not _runs_on(levels, n)]:
            del counts[deeper]
        for higher in range(level):
            counts.setdefault(higher, _start(levels, higher))
        return counts

    def _restart(self, number: str, level: int) -> int | None:
        if (number, level) in self.started:
            return None
        self.started.add((number, level))
        for override in _named(self.lists[number], "lvlOverride"):
            start = child(override, "startOverride")
            if _level(override) == level and start is not None:
                return int(value(start))
        return None


def _printed(level: int, levels: dict[int, Element], counts: dict[int, int]) -> str:
    form = value(child(levels[level], "numFmt")) or "decimal"
    if form == "bullet":
        return ""

    def replaced(found: re.Match[str]) -> str:
        place = int(found[1]) - 1
        own = value(child(levels.get(place), "numFmt")) or "decimal"
        return formatted(counts.get(place, 1), own)

    return re.sub(r"%([1-9])", replaced, value(child(levels[level], "lvlText")))


def formatted(number: int, form: str) -> str:
    """A number in one of Word's forms; a form that is not known here is shown in digits."""
    match form:
        case "lowerLetter" | "upperLetter" if number > 0:
            letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
            return letter.upper() if form == "upperLetter" else letter
        case "lowerRoman" | "upperRoman" if number > 0:
            roman = _roman(number)
            return roman.upper() if form == "upperRoman" else roman
        case "decimalZero":
            return f"{number:02d}"
        case "none":
            return ""
        case _:
            return str(number)


def _roman(number: int) -> str:
    letters = ""
    for size, letter in _ROMAN:
        letters += letter * (number // size)
        number %= size
    return letters


def _start(levels: dict[int, Element], level: int) -> int:
    return int(value(child(levels.get(level), "start")) or 1)


def _runs_on(levels: dict[int, Element], level: int) -> bool:
    return value(child(levels.get(level), "lvlRestart")) == "0"


def _level(element: Element) -> int:
    return int(value(element, "ilvl") or 0)


def _named(element: Element | None, name: str) -> list[Element]:
    return [] if element is None else [e for e in element if local(e) == name]


def _by(root: Element | None, name: str, attribute: str) -> dict[str, Element]:
    return {value(e, attribute): e for e in _named(root, name)}
