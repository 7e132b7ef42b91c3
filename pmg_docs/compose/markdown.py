"""Markdown to elements, with only the parts of Markdown that a letter knows."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import markdown

from pmg_docs.compose.ledger import ItemMark

_ITEM = re.compile(r"^((?:> ?)*)( *)([-+*]|[0-9]+[.)])[ ]+(?=\S)", re.MULTILINE)


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


def mark_items(text: str, token: Callable[[ItemMark], str]) -> str:
    """Markdown with a token in each line that looks like an item of a list.

    Markdown counts by itself and takes many such lines for running text, so `2024. Dat was …` could
    become `1. Dat was …`, or a list a paragraph. Who walks the elements holds each item against
    its token, and finds the tokens that became no item.
    """

    def marked(found: re.Match[str]) -> str:
        return found[0] + token(ItemMark(len(found[2]), found[3]))

    return _ITEM.sub(marked, text)
