"""The vocabulary of WordprocessingML: names, measures, and the order its schema asks for."""

from decimal import Decimal
from html import escape

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def in_order(names: str) -> tuple[str, ...]:
    """The names of elements in the order of their schema, from one string."""
    return tuple(names.split())


STYLE_ORDER = in_order(
    "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed "
    "qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr"
)
PARAGRAPH_ORDER = in_order(
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers "
    "pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE "
    "autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents "
    "suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle "
    "rPr sectPr pPrChange"
)
RUN_ORDER = in_order(
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof "
    "snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd "
    "fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath"
)


def w(name: str) -> str:
    """A name of the main namespace, as lxml spells it."""
    return f"{{{W}}}{name}"


def r(name: str) -> str:
    """A name of the relationships namespace, as lxml spells it."""
    return f"{{{R}}}{name}"


def twips(millimetres: Decimal) -> int:
    """Millimetres in twentieths of a point."""
    return round(millimetres * 1440 / Decimal("25.4"))


def twentieths(points: Decimal) -> int:
    """Points in twentieths of a point."""
    return round(points * 20)


def xml_text(text: str) -> str:
    """Text as it stands in an element or attribute; a line break or tab counts as a space."""
    return escape(text.replace("\r", " ").replace("\n", " ").replace("\t", " "))


def parse(data: bytes) -> etree._Element:
    """Parse a part without entities, network or other surprises.

    Raises:
        etree.XMLSyntaxError: the part is damaged.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    return etree.fromstring(data, parser)


def serialise(root: etree._Element) -> bytes:
    """The bytes of a part."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def child(parent: etree._Element, name: str, order: tuple[str, ...]) -> etree._Element:
    """The child of that name, made at the place the schema gives it when it is not there yet."""
    found = parent.find(w(name))
    if found is not None:
        return found
    made = parent.makeelement(w(name), {}, None)
    later = {w(follower) for follower in order[order.index(name) + 1 :]}
    for position, sibling in enumerate(parent):
        if sibling.tag in later:
            parent.insert(position, made)
            return made
    parent.append(made)
    return made


def put(
    parent: etree._Element, name: str, order: tuple[str, ...], **attributes: str | int
) -> etree._Element:
    """Give a parent this child with exactly these attributes."""
    element = child(parent, name, order)
    element.attrib.clear()
    for attribute, value in attributes.items():
        element.set(w(attribute), str(value))
    return element


def unwrap(element: etree._Element) -> None:
    """Put what an element holds in its place."""
    parent = element.getparent()
    if parent is None:
        return
    for inner in list(element):
        element.addprevious(inner)
    parent.remove(element)
