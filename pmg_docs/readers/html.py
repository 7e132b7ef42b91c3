"""The words of an HTML page, as a browser would show them."""

import re
from collections.abc import Iterator

from lxml import etree
from lxml import html as lxml_html

from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.errors import Refused
from pmg_docs.model.words import FileWords, note_word, split_words

_UNSEEN = frozenset({"head", "style", "script", "title", "template", "noscript", "nav"})
_INLINE = frozenset(
    {"a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "i", "ins", "kbd"}
    | {"mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr"}
)
_NOTE_REF, _NOTES, _BACK = "doc-noteref", "doc-endnotes", "doc-backlink"
_LIST_NUMBER = re.compile(r"-?\d+")


def read(data: bytes) -> FileWords:
    """Read the words of a page: notes apart, list numbers counted, nothing fetched.

    Raises:
        Refused: the bytes are not a page in UTF-8.
    """
    root = _parse(data)
    notes: list[tuple[str, ...]] = []
    for section in root.xpath(f"//*[@role='{_NOTES}']"):
        items = section.xpath("(.//ol)[1]/li") or section.xpath("./*")
        notes.extend(split_words("".join(_inside(item))) for item in items)
        section.drop_tree()
    return FileWords(body=split_words("".join(_text(root))), notes=tuple(notes))


def _parse(data: bytes) -> lxml_html.HtmlElement:
    try:
        text = data.decode("utf-8-sig")
        parser = lxml_html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True)
        return lxml_html.document_fromstring(text, parser=parser)
    except (UnicodeDecodeError, ValueError, etree.LxmlError) as problem:
        raise Refused(
            Diagnostic("PMG501", f"Dit is geen leesbare HTML-pagina in UTF-8 ({problem})")
        ) from problem


def _text(element: lxml_html.HtmlElement) -> Iterator[str]:
    """The text of an element, with a space wherever a browser starts a new line or cell."""
    if _is_unseen(element):
        return
    if element.get("role") == _NOTE_REF:
        number = _LIST_NUMBER.search("".join(element.itertext()))
        yield f" {note_word(int(number[0]))} " if number else ""
        return
    gap = "" if element.tag in _INLINE else " "
    yield gap
    if element.tag == "li":
        yield _number(element)
    yield from _inside(element)
    yield gap


def _inside(element: lxml_html.HtmlElement) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        yield from _text(child)
        yield child.tail or ""


def _is_unseen(element: lxml_html.HtmlElement) -> bool:
    return (
        not isinstance(element.tag, str)
        or element.tag in _UNSEEN
        or element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or element.get("role") == _BACK
    )


def _number(item: lxml_html.HtmlElement) -> str:
    """The number of a list item as a browser counts it, empty under a bullet."""
    parent = item.getparent()
    if parent is None or parent.tag != "ol":
        return ""
    number = _whole(parent.get("start"), 1) - 1
    for sibling in parent.iterchildren("li"):
        number = _whole(sibling.get("value"), number + 1)
        if sibling is item:
            break
    return f"{number}. "


def _whole(text: str | None, otherwise: int) -> int:
    return int(text) if text and _LIST_NUMBER.fullmatch(text.strip()) else otherwise
