"""Markdown to elements, with only the parts of Markdown that a letter knows."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import markdown

from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.place import Place

_NUMBERED = re.compile(r"( *)([0-9]+)\.\s")
_BULLET = re.compile(r" *[-+*]\s")


@dataclass(frozen=True, slots=True)
class Parsed:
    """A Markdown text as elements: the root of the body, and each footnote by its name."""

    root: ET.Element
    notes: dict[str, ET.Element] = field(default_factory=dict)


def parse_markdown(text: str) -> Parsed:
    """Parse Markdown.

    Raw HTML, images by HTML, entities and indented code are no Markdown here: they stay text,
    for who walks the elements to refuse by name.
    """
    machine = markdown.Markdown(extensions=["tables", "sane_lists", "footnotes"])
    machine.preprocessors.deregister("html_block")
    machine.inlinePatterns.deregister("html")
    machine.inlinePatterns.deregister("entity")
    machine.inlinePatterns.deregister("linebreak")
    machine.treeprocessors.deregister("prettify")
    lines = text.split("\n")
    for preprocessor in machine.preprocessors:
        lines = preprocessor.run(lines)
    root = machine.parser.parseDocument(lines).getroot()
    assert root is not None  # noqa: S101 - parseDocument always makes one
    for treeprocessor in machine.treeprocessors:
        replaced = treeprocessor.run(root)
        root = replaced if replaced is not None else root
    return Parsed(root, dict(_take_notes(root)))


def _take_notes(root: ET.Element) -> Iterator[tuple[str, ET.Element]]:
    for element in list(root):
        if element.tag == "div" and element.get("class") == "footnote":
            root.remove(element)
            for item in element.iter("li"):
                name = item.get("id", "").partition(":")[2]
                if name:
                    yield name, item


def check_numbers(text: str, place: Callable[[str], Place | None]) -> Iterator[Diagnostic]:
    """A finding for each list number that is not the next one.

    Markdown counts by itself, so `2024. Dat was …` would silently become `1. Dat was …`.

    Args:
        text: the Markdown.
        place: finds the source line that is marked in a line of it.
    """
    last: dict[int, int] = {}
    after_blank = True
    for line in text.split("\n"):
        found = _NUMBERED.match(line)
        if found and (after_blank or last):
            indent, number = len(found[1]), int(found[2])
            if number != last.get(indent, 0) + 1 and number != 1:
                yield _jump(number, last.get(indent, 0) + 1, place(line))
            last = {i: n for i, n in last.items() if i < indent} | {indent: number}
        elif line.strip() and not line.startswith(" ") and not _BULLET.match(line) and after_blank:
            last = {}
        after_blank = not line.strip()


def _jump(number: int, expected: int, where: Place | None) -> Diagnostic:
    return Diagnostic(
        "PMG250",
        f"Deze regel begint met {number}. als in een lijst, maar {expected}. is aan de beurt.",
        where,
        hints=(f"Is het geen lijst, schrijf dan {number}\\. of begin de zin anders.",),
    )
