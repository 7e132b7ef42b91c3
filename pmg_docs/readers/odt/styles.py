"""What styles say that changes which words are seen: hidden text, page styles, list numbers."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Self

from lxml import etree

from pmg_docs.readers.odt.names import attribute, child, kind

Element = etree._Element

_QUOTATION = re.compile(r"quot|citaat", re.IGNORECASE)


@dataclass(frozen=True)
class Styles:
    """Styles by family and name, and list styles by name; `outline` numbers the headings."""

    known: dict[tuple[str, str], Element]
    lists: dict[str, dict[int, Element]]
    outline: dict[int, Element]

    @classmethod
    def of(cls, *groups: Element | None) -> Self:
        """The styles of groups, of which a later one comes before an earlier one."""
        known: dict[tuple[str, str], Element] = {}
        lists: dict[str, dict[int, Element]] = {}
        outline: dict[int, Element] = {}
        for style in (style for group in groups if group is not None for style in group):
            name = attribute(style, "style:name")
            match kind(style):
                case "style:style":
                    known[attribute(style, "style:family"), name] = style
                case "text:list-style":
                    lists[name] = _levels(style)
                case "text:outline-style":
                    outline = _levels(style)
        return cls(known, lists, outline)

    def hides(self, family: str, name: str) -> bool:
        """Whether text in a style is not seen."""
        for style in self._chain(family, name):
            display = attribute(child(style, "style:text-properties"), "text:display")
            if display:
                return display == "none"
        return False

    def master(self, family: str, name: str) -> str:
        """The page style with which a paragraph or table begins a page; empty when it does not."""
        names = (attribute(s, "style:master-page-name") for s in self._chain(family, name))
        return next(filter(None, names), "")

    def is_quotation(self, name: str) -> bool:
        """Whether a paragraph has a style for quotations."""
        names = (
            attribute(style, key)
            for style in self._chain("paragraph", name)
            for key in ("style:name", "style:display-name")
        )
        return any(_QUOTATION.search(name) for name in names)

    def _chain(self, family: str, name: str) -> Iterator[Element]:
        """A style, and the styles that it was made from."""
        seen = set()
        while (family, name) in self.known and name not in seen:
            seen.add(name)
            yield self.known[family, name]
            name = attribute(self.known[family, name], "style:parent-style-name")


def _levels(style: Element) -> dict[int, Element]:
    return {int(attribute(level, "text:level") or 1): level for level in style if kind(level)}
