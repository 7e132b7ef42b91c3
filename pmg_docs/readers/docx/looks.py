"""What the style of a paragraph says that it is: a heading, an item, a quotation."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from pmg_docs.model.passage import Shape
from pmg_docs.readers.docx.file import child, value

Element = etree._Element

_HEADING = re.compile(r"(?:heading|kop|title heading) ?\d", re.IGNORECASE)
_QUOTATION = re.compile(r"quote|citaat", re.IGNORECASE)
_BODY_LEVEL = "9"
"""The outline level of running text (ISO/IEC 29500-1, 17.3.1.20)."""


@dataclass(frozen=True, slots=True)
class Looks:
    """Tells what paragraphs are, by the styles of a file."""

    styles: dict[str, Element]
    _known: dict[str, tuple[bool, bool]] = field(default_factory=dict)

    def shape(self, properties: Element | None) -> Shape:
        """What a paragraph with these properties looks like, outside tables."""
        level = child(properties, "outlineLvl")
        is_heading = self._of(properties)[0] if level is None else value(level) != _BODY_LEVEL
        if is_heading:
            return Shape.HEADING
        number = value(child(properties, "numPr", "numId"))
        return Shape.ITEM if number not in {"", "0"} else Shape.TEXT

    def is_quotation(self, properties: Element | None) -> bool:
        """Whether a paragraph has a style for quotations."""
        return self._of(properties)[1]

    def _of(self, properties: Element | None) -> tuple[bool, bool]:
        style = value(child(properties, "pStyle"))
        if style not in self._known:
            chain = list(self._chain(style))
            names = [name for s in chain for name in (value(child(s, "name")), value(s, "styleId"))]
            names = [*names, style]
            levels = [value(e) for s in chain
                      if (e := child(s, "pPr", "outlineLvl")) is not None]  # fmt: skip
            is_named = any(_HEADING.match(name) for name in names)
            is_heading = levels[0] != _BODY_LEVEL if levels else is_named
            self._known[style] = is_heading, any(_QUOTATION.search(name) for name in names)
        return self._known[style]

    def _chain(self, style: str) -> Iterator[Element]:
        seen: set[str] = set()
        while style in self.styles and style not in seen:
            seen.add(style)
            yield self.styles[style]
            style = value(child(self.styles[style], "basedOn"))
