"""Markdown to elements, with only the parts of Markdown that a letter knows."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache

import markdown
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension

from pmg_docs.compose.ledger import ItemMark
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.place import Place

_ROW = re.compile(r" {0,3}\|")
_PIPE = re.compile(r"(?<!\\)\|")
_TOKEN = re.compile("\ue000[^\ue001]*\ue001\\Z")
_NOTE = re.compile(r" {0,3}\[\^([^\]]+)\]:(.*)")
_ITEM = re.compile(
    r"^((?:> ?)*)( *)(?!([-*])(?: *\3){2,} *$)([-+*]|[0-9]+[.)])[ ]+(?=\S)", re.MULTILINE
)
"""A line that looks like an item of a list, and not like a rule across the page."""


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
    machine = _machine()
    machine.reset()
    lines = text.split("\n")
    for preprocessor in machine.preprocessors:
        lines = preprocessor.run(lines)
    root = machine.parser.parseDocument(lines).getroot()
    assert root is not None  # noqa: S101 - parseDocument always makes one
    for treeprocessor in machine.treeprocessors:
        replaced = treeprocessor.run(root)
        root = replaced if replaced is not None else root
    return Parsed(root, dict(_take_notes(root)))


@cache
def _machine() -> markdown.Markdown:
    """Python-Markdown with what a letter knows; making one takes longer than most texts."""
    # By name they would be looked for in the metadata of every package that is installed.
    machine = markdown.Markdown(
        extensions=[TableExtension(), SaneListExtension(), FootnoteExtension()]
    )
    machine.preprocessors.deregister("html_block")
    machine.inlinePatterns.deregister("html")
    machine.inlinePatterns.deregister("entity")
    machine.inlinePatterns.deregister("linebreak")
    machine.treeprocessors.deregister("prettify")
    return machine


def _take_notes(root: ET.Element) -> Iterator[tuple[str, ET.Element]]:
    for element in list(root):
        if element.tag == "div" and element.get("class") == "footnote":
            root.remove(element)
            for item in element.iter("li"):
                name = item.get("id", "").partition(":")[2]
                if name:
                    yield name, item


def check_tables(text: str, place: Callable[[str], Place | None]) -> Iterator[Diagnostic]:
    """A finding for each row that Markdown would drop cells from, or take for running text.

    Args:
        text: the Markdown.
        place: finds the source line that is marked in a line of it.
    """
    columns, above = 0, ""
    for line in text.split("\n"):
        if not _ROW.match(line):
            columns, above = 0, line
            continue
        cells = len(_PIPE.split(line.strip().strip("|")))
        if not columns and above.strip() and cells > 1:
            yield Diagnostic("PMG256", "Boven deze tabel ontbreekt een lege regel.", place(line),
                             hints=("Zet er een lege regel boven.",))  # fmt: skip
        columns, above = columns or cells, line
        if cells != columns and columns > 1:
            yield Diagnostic(
                "PMG257",
                f"Het aantal cellen ({cells}) is anders dan in de eerste rij ({columns}).",
                place(line), hints=("Een | die tekst is, schrijft u als \\|.",),
            )  # fmt: skip


def check_notes(
    text: str, seen: set[str], place: Callable[[str], Place | None]
) -> Iterator[Diagnostic]:
    """A finding for each footnote that is given twice, or without text.

    Args:
        text: the Markdown.
        seen: the names that the document had before; new ones are added.
        place: finds the source line that is marked in a line of it.
    """
    lines = text.split("\n")
    for line, below in zip(lines, [*lines[1:], ""], strict=True):
        found = _NOTE.match(line)
        if found is None:
            continue
        # One token is the mark of the line itself; any other stands for a fact, which is text.
        name, words = found[1], _TOKEN.sub("", found[2], count=1).strip()
        if name in seen:
            yield Diagnostic("PMG254", f"De voetnoot [^{name}] staat er twee keer.", place(line),
                             hints=("Geef elke voetnoot een eigen naam.",))  # fmt: skip
        elif not words and not below.startswith("    "):
            yield Diagnostic(
                "PMG254",
                f"De voetnoot [^{name}] heeft geen tekst.",
                place(line),
                hints=("Schrijf de tekst achter de dubbele punt.",),
            )
        seen.add(name)


def mark_items(text: str, token: Callable[[ItemMark], str]) -> str:
    """Markdown with a token in each line that looks like an item of a list.

    Markdown counts by itself and takes many such lines for running text, so `2024. Dat was …` could
    become `1. Dat was …`, or a list a paragraph. Who walks the elements holds each item against
    its token, and finds the tokens that became no item.
    """

    def marked(found: re.Match[str]) -> str:
        return found[0] + token(ItemMark(len(found[2]), found[4]))

    return _ITEM.sub(marked, text)
