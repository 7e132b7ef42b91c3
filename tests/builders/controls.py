"""The content controls of a Word file and the store behind them, read by other means than ours."""

import io
import re
import zipfile
from dataclasses import dataclass

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FEITEN = "urn:pmg-docs:feiten:1"


@dataclass(frozen=True)
class Control:
    """A bound control: the part it stands in, its names, its words, and what it is bound to."""

    part: str
    alias: str
    tag: str
    number: str
    path: str
    store: str
    text: str
    element: etree._Element


def members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def controls(data: bytes) -> list[Control]:
    """Every content control of every part of the text."""
    found = []
    for name, xml in members(data).items():
        if re.fullmatch(r"word/(document|header\d|footer\d|footnotes)\.xml", name):
            root = etree.fromstring(xml)
            found += [_control(name, element) for element in root.iter(f"{W}sdt")]
    return found


def _control(part: str, element: etree._Element) -> Control:
    def value(path: str, attribute: str) -> str:
        inner = element.find(f"{W}sdtPr/{W}{path}")
        return "" if inner is None else inner.get(f"{W}{attribute}", "")

    return Control(
        part, value("alias", "val"), value("tag", "val"), value("id", "val"),
        value("dataBinding", "xpath"), value("dataBinding", "storeItemID"),
        shown(element), element,
    )  # fmt: skip


def shown(element: etree._Element) -> str:
    """The words of an element as a page shows them."""
    pieces = {f"{W}noBreakHyphen": "\u2011", f"{W}tab": "\t"}
    return "".join(
        pieces[str(e.tag)] if e.tag in pieces else e.text or ""
        for e in element.iter(f"{W}t", *pieces)
    )


def store(data: bytes) -> etree._Element | None:
    """The root of the store; None when the file has none."""
    item = members(data).get("customXml/item1.xml")
    return None if item is None else etree.fromstring(item)


def stored(data: bytes) -> list[tuple[str, str]]:
    """The names and words of the store, in order."""
    root = store(data)
    rows = () if root is None else root
    return [(etree.QName(e).localname, e.text or "") for e in rows]


def bound(data: bytes, control: Control) -> list[str]:
    """The words in the store that a control is bound to, as an XPath program finds them."""
    root = store(data)
    assert root is not None
    found = root.getroottree().xpath(control.path, namespaces={"f": FEITEN})
    assert isinstance(found, list)
    return [e.text or "" for e in found if isinstance(e, etree._Element)]
