"""The measures of the page: what of a shell follows `stijl.yaml`, and the values it gets.

A shell keeps its own layout; what a style fixes for every ministry is set anew for each letter:
the page and its margins, the place of the colofon column, and the height of the first header.
"""

from collections.abc import Iterable
from decimal import Decimal

from lxml import etree

from pmg_docs.specs.style import Page
from pmg_docs.writers.docx.ooxml import in_order, put, twips, w

SLOT = "PmgBeeldmerk"
"""The paragraph style that marks the table row above the text of the first page."""

_SECTION_ORDER = in_order(
    "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders "
    "lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter "
    "docGrid printerSettings sectPrChange"
)
_LEAST = 20


def measures(page: Page) -> dict[str, str]:
    """The values of the measures in twips, by the names that `mark_measures` writes."""
    values = {
        "breedte": page.width,
        "hoogte": page.height,
        "boven": page.top,
        "onder": page.bottom,
        "links": page.left,
        "rechts": page.right,
        "kop": page.header,
        "voet": page.footer,
        "kolom_links": page.column_left,
        "kolom_breedte": page.column_width,
        "kolom_boven": page.column_top,
        "kolom_vanaf_tekst": page.column_left - page.left,
        "kolom_voorbij_tekst": page.width - page.right - page.column_left - page.column_width,
    }
    twentieths = {name: str(twips(value)) for name, value in values.items()}
    # The paragraph that Word wants after a table is one point high.
    room = twips(max(page.top_first - page.header, Decimal(0)))
    return twentieths | {"kop_eerste": str(max(room - _LEAST, _LEAST))}


def column_styles(roles: Iterable[tuple[str, str]]) -> frozenset[str]:
    """The ids of the styles by which the colofon column is known, out of those of all roles."""
    return frozenset(identity for role, identity in roles if role in {"colofon", "colofon_vet"})


def mark_measures(root: etree._Element, column: frozenset[str], is_first: bool) -> None:
    """Put placeholders for the measures where a part of the shell depends on them."""
    for section in root.iter(w("sectPr")):
        _mark_section(section)
    if root.tag == w("hdr"):
        _mark_column(root, column, "kolom_boven" if is_first else "boven")
        _mark_slot(root)
    if root.tag == w("ftr"):
        _mark_indents(root)


def _mark_section(section: etree._Element) -> None:
    put(section, "pgSz", _SECTION_ORDER, w=_value("breedte"), h=_value("hoogte"))
    put(
        section, "pgMar", _SECTION_ORDER, top=_value("boven"), right=_value("rechts"),
        bottom=_value("onder"), left=_value("links"), header=_value("kop"), footer=_value("voet"),
        gutter=0,
    )  # fmt: skip


def _mark_column(root: etree._Element, column: frozenset[str], top: str) -> None:
    """Move the frame that holds the colofon, with all the paragraphs that share the frame."""
    frames = list(root.iter(w("framePr")))
    own = {_spot(f) for f in frames if _style_of(f.getparent()) in column}
    for frame in frames:
        if _spot(frame) in own:
            frame.set(w("x"), _value("kolom_links"))
            frame.set(w("y"), _value(top))
            frame.set(w("w"), _value("kolom_breedte"))


def _mark_slot(root: etree._Element) -> None:
    for row in root.iter(w("tr")):
        styles = {_style_of(p) for p in row.iter(w("pPr"))}
        height = row.find(f"{w('trPr')}/{w('trHeight')}")
        if SLOT in styles and height is not None:
            height.set(w("val"), _value("kop_eerste"))


def _mark_indents(root: etree._Element) -> None:
    """Footer text that is set in from the margin stands under the colofon column."""
    for indent in root.iterfind(f".//{w('pPr')}/{w('ind')}"):
        if indent.get(w("left")):
            indent.attrib.clear()
            indent.set(w("left"), _value("kolom_vanaf_tekst"))
            indent.set(w("right"), _value("kolom_voorbij_tekst"))


def _value(name: str) -> str:
    return f"{{{{ maat.{name} }}}}"


def _spot(frame: etree._Element) -> tuple[str | None, ...]:
    return tuple(frame.get(w(name)) for name in ("x", "y", "w", "xAlign", "yAlign"))


def _style_of(properties: etree._Element | None) -> str | None:
    style = properties.find(w("pStyle")) if properties is not None else None
    return style.get(w("val")) if style is not None else None
