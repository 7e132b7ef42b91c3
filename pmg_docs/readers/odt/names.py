"""The names of ODF, as its own documentation spells them: `text:p`, `style:master-page-name`."""

from lxml import etree

_ODF = "urn:oasis:names:tc:opendocument:xmlns:"
_SPACES = {
    prefix: f"{_ODF}{name}:1.0"
    for prefix, name in (("office", "office"), ("text", "text"), ("table", "table"),
                         ("style", "style"), ("draw", "drawing"))
} | {
    "svg": f"{_ODF}svg-compatible:1.0",
    "xml": "http://www.w3.org/XML/1998/namespace",
    "dc": "http://purl.org/dc/elements/1.1/",
    "meta": f"{_ODF}meta:1.0",
}  # fmt: skip
_PREFIXES = {space: prefix for prefix, space in _SPACES.items()}


def kind(element: etree._Element) -> str:
    """The name of an element; without a prefix when it is none of ODF, empty for a comment."""
    tag = element.tag
    space, _, name = tag.removeprefix("{").rpartition("}") if isinstance(tag, str) else ("", "", "")
    return f"{_PREFIXES[space]}:{name}" if space in _PREFIXES else name


def attribute(element: etree._Element | None, name: str) -> str:
    """An attribute, or empty when it is not there."""
    return "" if element is None else element.get(spelled(name), "")


def spelled(name: str) -> str:
    """A name as lxml spells it."""
    prefix, _, local = name.partition(":")
    return f"{{{_SPACES[prefix]}}}{local}"


def child(element: etree._Element | None, name: str) -> etree._Element | None:
    """The first child of that name."""
    return None if element is None else element.find(spelled(name))
