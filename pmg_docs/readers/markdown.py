"""The words of a Markdown file, as it looks once rendered; raw HTML is text here."""

import html
import string
from collections.abc import Iterator
from typing import cast
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import footnotes

from pmg_docs.model.words import FileWords, note_word, split_words
from pmg_docs.readers.utf8 import decode

_INLINE = frozenset({"a", "code", "em", "strong", "sup", "span", "img"})
_PLACEHOLDERS = str.maketrans({"\N{START OF TEXT}": None, "\N{END OF TEXT}": None})


def read(data: bytes) -> FileWords:
    """Read the words of a Markdown file: notes apart, list numbers counted.

    Raises:
        Refused: the bytes are not text in UTF-8.
    """
    text = decode(data, "Markdown-bestand")
    root = _tree(text)
    notes = _take_notes(root)
    return FileWords(body=split_words("".join(_text(root))), notes=notes)


def _tree(text: str) -> Element:
    """The elements that Python-Markdown makes of a text, before they become HTML."""
    parser = Markdown(extensions=["tables", "footnotes", "sane_lists"])
    parser.preprocessors.deregister("html_block")
    for pattern in ("html", "entity"):
        parser.inlinePatterns.deregister(pattern)
    parser.ESCAPED_CHARS = list(string.punctuation)
    lines = text.translate(_PLACEHOLDERS).split("\n")
    for preprocessor in parser.preprocessors:
        lines = preprocessor.run(lines)
    root = cast("Element", parser.parser.parseDocument(lines).getroot())
    for processor in parser.treeprocessors:
        changed = processor.run(root)
        if changed is not None:
            root = changed
    return root


def _take_notes(root: Element) -> tuple[tuple[str, ...], ...]:
    """The words of each note in order of number, taken out of the tree."""
    found: dict[int, tuple[str, ...]] = {}
    for parent in list(root.iter()):
        for section in [child for child in parent if child.get("class") == "footnote"]:
            for item in section.iter("li"):
                name = item.get("id", "").removeprefix("fn:")
                if name:
                    number = int(name) if name.isdecimal() else len(found) + 1
                    found[number] = split_words("".join(_inside(item)))
            parent.remove(section)
    return tuple(found[number] for number in sorted(found))


def _text(element: Element, lead: str = "") -> Iterator[str]:
    classes = element.get("class", "")
    if classes == "footnote-backref":
        return
    if classes == "footnote-ref":
        number = element.get("href", "").removeprefix("#fn:")
        yield f" {note_word(int(number))} " if number.isdecimal() else f" [^{number}] "
        return
    gap = "" if element.tag in _INLINE else " "
    yield gap + lead
    yield from _inside(element)
    yield gap


def _inside(element: Element) -> Iterator[str]:
    yield _plain(element.text or "", element.tag)
    number = int(element.get("start", "1")) if element.tag == "ol" else 0
    for child in element:
        is_item = element.tag == "ol" and child.tag == "li"
        yield from _text(child, f"{number}. " if is_item else "")
        number += 1
        yield _plain(child.tail or "", element.tag)


def _plain(text: str, tag: str) -> str:
    text = text.replace(footnotes.NBSP_PLACEHOLDER, " ")
    # Python-Markdown writes code in its escaped form and everything else as it is.
    return html.unescape(text) if tag == "code" else text
