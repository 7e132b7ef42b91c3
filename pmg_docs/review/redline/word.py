"""The words of WordprocessingML that tracked changes are written in."""

from collections.abc import Iterator

from lxml import etree

Element = etree._Element

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def w(name: str) -> str:
    """A name of the main namespace, as lxml spells it."""
    return f"{{{W}}}{name}"


def names(text: str) -> frozenset[str]:
    """Names of the main namespace, from one string."""
    return frozenset(w(name) for name in text.split())


CONTENT_MARKS = names("ins del moveFrom moveTo")
"""Marks around what came in or went; inside properties they speak of a paragraph or a row."""
PROPERTY_CHANGES = names(
    "rPrChange pPrChange sectPrChange tblPrChange tblPrExChange tblGridChange trPrChange tcPrChange"
)
"""Marks that keep the properties as they were."""
CELL_MARKS = names("cellIns cellDel cellMerge")
MOVE_RANGES = names("moveFromRangeStart moveFromRangeEnd moveToRangeStart moveToRangeEnd")
UNKNOWN_MARKS = names(
    "customXmlInsRangeStart customXmlInsRangeEnd customXmlDelRangeStart customXmlDelRangeEnd "
    "customXmlMoveFromRangeStart customXmlMoveFromRangeEnd customXmlMoveToRangeStart "
    "customXmlMoveToRangeEnd numberingChange"
)
"""Marks of which nobody can tell here what the text was without them."""
REVISIONS = CONTENT_MARKS | PROPERTY_CHANGES | CELL_MARKS
MARKS = REVISIONS | MOVE_RANGES | UNKNOWN_MARKS | names("delText delInstrText")
"""All that a file without tracked changes does not have."""
MARKED_PROPERTIES = names("rPr trPr tcPr numPr") | {
    "{http://schemas.openxmlformats.org/officeDocument/2006/math}ctrlPr"
}
"""Properties inside which a content mark speaks of what they belong to."""
PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
LOOSE = names(
    "bookmarkStart bookmarkEnd commentRangeStart commentRangeEnd proofErr permStart permEnd"
)
"""What may stand between blocks without being one."""
_DELETED_TEXT = {w("delText"): w("t"), w("delInstrText"): w("instrText")}


class Unreadable(Exception):
    """Bytes that are no Word file, or one with marks that cannot be resolved here."""


def parse(data: bytes) -> Element:
    """The root of a part, which may come from anywhere.

    Raises:
        Unreadable: it is no XML, defines entities, or is in the strict form that no engine knows.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as problem:
        raise Unreadable("een deel is geen XML") from problem
    if root.getroottree().docinfo.internalDTD:
        raise Unreadable("een deel heeft een documenttype")
    if root.tag.startswith(f"{{{_STRICT}}}"):
        raise Unreadable("het is opgeslagen als strikt Open XML")
    return root


def serialise(root: Element) -> bytes:
    """The bytes of a part."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def is_content_mark(element: Element) -> bool:
    """Whether an element goes around words that came in or went."""
    parent = element.getparent()
    return element.tag in CONTENT_MARKS and (parent is None or parent.tag not in MARKED_PROPERTIES)


def unwrap(element: Element) -> None:
    """Put what an element holds in its place."""
    for inner in list(element):
        element.addprevious(inner)
    drop(element)


def drop(element: Element) -> None:
    """Take an element out of its parent."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def undelete_text(within: Element) -> None:
    """Make the words in deleted runs ordinary words again."""
    for element in list(within.iter(*_DELETED_TEXT)):
        element.tag = _DELETED_TEXT[element.tag]


def delete_text(within: Element) -> None:
    """Make ordinary words those of a deleted run."""
    back = {after: before for before, after in _DELETED_TEXT.items()}
    for element in list(within.iter(*back)):
        element.tag = back[element.tag]
        if element.text and element.text != element.text.strip():
            element.set(_XML_SPACE, "preserve")


def said(text: Element) -> str:
    """The words of a `w:t`: white space at its ends counts only where the file says so."""
    words = text.text or ""
    return words if text.get(_XML_SPACE) == "preserve" else words.strip(" \t\r\n")


def set_text(element: Element, text: str) -> None:
    """Give a `w:t` words, white space included."""
    element.text = text
    element.attrib.clear()
    if text != text.strip():
        element.set(_XML_SPACE, "preserve")


def paragraph_marks(paragraph: Element) -> Iterator[Element]:
    """The marks that speak of the end of a paragraph."""
    properties = paragraph.find(f"{w('pPr')}/{w('rPr')}")
    if properties is not None:
        yield from (mark for mark in properties if mark.tag in CONTENT_MARKS)


def has_content(paragraph: Element) -> bool:
    """Whether a paragraph holds more than properties and loose marks."""
    return any(
        inner.tag not in LOOSE and inner.tag != w("pPr") and inner.tag not in MOVE_RANGES
        for inner in paragraph.iterchildren(etree.Element)
    )


def next_block(element: Element) -> Element | None:
    """The block after an element, loose marks passed over."""
    following = element.getnext()
    while following is not None and (
        not isinstance(following.tag, str) or following.tag in LOOSE or following.tag in MOVE_RANGES
    ):
        following = following.getnext()
    return following
