"""The numbers before paragraphs and headings, counted as ODF counts them."""

from dataclasses import dataclass, field

from lxml import etree

from pmg_docs.readers.docx.numbers import formatted
from pmg_docs.readers.odt.names import attribute, kind
from pmg_docs.readers.odt.styles import Styles

Element = etree._Element
Counts = dict[int, int]

_FORMS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman",
          "I": "upperRoman", "": "none"}  # fmt: skip
_NUMBERED = frozenset({"text:list-level-style-number", "text:outline-level-style"})


@dataclass(frozen=True, slots=True)
class OpenList:
    """A list that is being read: its style, how deep it is, and the count, shared by levels."""

    style: str
    level: int
    counts: Counts


@dataclass(slots=True)
class Lists:
    """The lists of one stream of text, with the count so far."""

    styles: Styles
    named: dict[str, Counts] = field(default_factory=dict)
    last: dict[str, Counts] = field(default_factory=dict)
    headings: Counts = field(default_factory=dict)

    def begin(self, element: Element, outer: OpenList | None) -> OpenList:
        """Begin a list, or go on with one that stood before."""
        style = attribute(element, "text:style-name")
        if outer is not None:
            return OpenList(style or outer.style, outer.level + 1, outer.counts)
        counts: Counts = {}
        continued, own = attribute(element, "text:continue-list"), attribute(element, "xml:id")
        if continued in self.named:
            counts = self.named[continued]
        elif attribute(element, "text:continue-numbering") == "true":
            counts = self.last.get(style, counts)
        if own:
            self.named[own] = counts
        self.last[style] = counts
        return OpenList(style, 1, counts)

    def label(self, item: Element, opened: OpenList) -> str:
        """The number before an item; empty for a bullet."""
        start = attribute(item, "text:start-value")
        levels = self.styles.lists.get(opened.style, {})
        return _counted(opened.counts, opened.level, levels, start)

    def heading_label(self, heading: Element) -> str:
        """The number that the outline puts before a heading; empty where it puts none."""
        level = int(attribute(heading, "text:outline-level") or 1)
        if attribute(heading, "text:is-list-header") == "true":
            return ""
        start = attribute(heading, "text:start-value")
        return _counted(self.headings, level, self.styles.outline, start)


def _counted(counts: Counts, level: int, levels: dict[int, Element], start: str) -> str:
    """Count one further, and print what is counted."""
    if start:
        counts[level] = int(start)
    elif level in counts:
        counts[level] += 1
    else:
        counts[level] = _start(levels, level)
    for deeper in [n for n in counts if n > level]:
        del counts[deeper]
    own = levels.get(level)
    if own is None or kind(own) not in _NUMBERED or not attribute(own, "style:num-format"):
        return ""
    shown = int(attribute(own, "text:display-levels") or 1)
    numbers = [
        formatted(counts.get(n, _start(levels, n)), _form(levels, n))
        for n in range(max(1, level - shown + 1), level + 1)
    ]
    printed = ".".join(number for number in numbers if number)
    return f"{attribute(own, 'style:num-prefix')}{printed}{attribute(own, 'style:num-suffix')}"


def _form(levels: dict[int, Element], level: int) -> str:
    return _FORMS.get(attribute(levels.get(level), "style:num-format"), "decimal")


def _start(levels: dict[int, Element], level: int) -> int:
    return int(attribute(levels.get(level), "text:start-value") or 1)
