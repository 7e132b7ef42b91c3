"""The measures of the page: what of a shell follows `stijl.yaml`, and the values it gets.

A shell keeps its own layout; what a style fixes for every ministry is set anew for each letter:
the page and its margins, the place of the colofon column, and the height of the first header.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Self

from lxml import etree

from pmg_docs.specs.style import Style
from pmg_docs.writers.docx.ooxml import child, in_order, put, twips, w

SLOT = "PmgBeeldmerk"
"""The paragraph style that marks the table row above the text of the first page."""

_SECTION_ORDER = in_order(
    "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders "
    "lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter "
    "docGrid printerSettings sectPrChange"
)
_LEAST = 20

SECTION_MEASURES: Mapping[str, Mapping[str, str]] = {
    "pgSz": {"w": "breedte", "h": "hoogte"},
    "pgMar": {"top": "boven", "right": "rechts", "bottom": "onder", "left": "links",
              "header": "kop", "footer": "voet"},
}  # fmt: skip
"""The measures of a section, by element and attribute."""

COLUMN_MEASURES: Mapping[str, str] = {"x": "kolom_links", "w": "kolom_breedte"}
"""The measures of the frame of the colofon that are the same on every page, by attribute."""

MARK_MEASURES: Mapping[str, str] = {"x": "merk_links", "y": "merk_boven", "w": "merk_breedte"}
"""The measures of the frame of the ministry's mark, by attribute."""


def measures(style: Style) -> dict[str, str]:
    """The values of the measures in twips, by the names that `mark_measures` writes."""
    page, mark = style.page, style.mark
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
        "merk_links": mark.left,
        "merk_boven": mark.top,
        "merk_breedte": mark.width,
        "tot_merk": page.width - page.right - page.left - style.beside_mark,
        "kolom_vanaf_tekst": page.column_left - page.left,
        "kolom_voorbij_tekst": page.width - page.right - page.column_left - page.column_width,
    }
    twentieths = {name: str(twips(value)) for name, value in values.items()}
    # The paragraph that Word wants after a table is one point high.
    room = twips(max(page.top_first - page.header, Decimal(0)))
    return twentieths | {"kop_eerste": str(max(room - _LEAST, _LEAST))}


@dataclass(frozen=True, slots=True)
class FrameStyles:
    """The ids of the styles by which the colofon column and the mark of the ministry are known."""

    column: frozenset[str]
    mark: frozenset[str]

    @classmethod
    def of(cls, roles: Iterable[tuple[str, str]]) -> Self:
        """Those ids, out of the ids of all roles."""
        ids = dict(roles)
        column = frozenset(ids[role] for role in ("colofon", "colofon_vet") if role in ids)
        return cls(column, frozenset(ids[role] for role in ("beeldmerk",) if role in ids))


def mark_measures(root: etree._Element, styles: FrameStyles, is_first: bool) -> None:
    """Put placeholders for the measures where a part of the shell depends on them."""
    for section in root.iter(w("sectPr")):
        _mark_section(section)
    if root.tag == w("hdr"):
        top = "kolom_boven" if is_first else "boven"
        _mark_frames(root, styles.column, {**COLUMN_MEASURES, "y": top})
        _mark_frames(root, styles.mark, MARK_MEASURES)
        _mark_slot(root)
    if root.tag == w("ftr"):
        _mark_indents(root)


def frames_of(root: etree._Element, styles: frozenset[str]) -> Iterator[etree._Element]:
    """The frame that holds one of these styles, of all the paragraphs that share it."""
    frames = list(root.iter(w("framePr")))
    own = {_spot(f) for f in frames if style_of(f.getparent()) in styles}
    yield from (frame for frame in frames if _spot(frame) in own)


def slot_heights(root: etree._Element) -> Iterator[etree._Element]:
    """The height of the table row above the text of the first page."""
    for row in root.iter(w("tr")):
        styles = {style_of(p) for p in row.iter(w("pPr"))}
        height = row.find(f"{w('trPr')}/{w('trHeight')}")
        if SLOT in styles and height is not None:
            yield height


def slot_indents(height: etree._Element) -> Iterator[etree._Element]:
    """The indents in that row of what is to stay clear of the ministry's mark."""
    row = next(height.iterancestors(w("tr")))
    yield from (indent for indent in row.iter(w("ind")) if indent.get(w("right")))


def footer_indents(root: etree._Element) -> Iterator[etree._Element]:
    """The indents of footer text that is set in from the margin, to stand under the colofon."""
    for indent in root.iterfind(f".//{w('pPr')}/{w('ind')}"):
        if indent.get(w("left")) or indent.get(w("start")):
            yield indent


def _mark_section(section: etree._Element) -> None:
    for tag, names in SECTION_MEASURES.items():
        values = {attribute: _value(name) for attribute, name in names.items()}
        put(section, tag, _SECTION_ORDER, **values)
    child(section, "pgMar", _SECTION_ORDER).set(w("gutter"), "0")


def _mark_frames(root: etree._Element, styles: frozenset[str], measured: Mapping[str, str]) -> None:
    for frame in list(frames_of(root, styles)):
        for attribute, name in measured.items():
            frame.set(w(attribute), _value(name))


def _mark_slot(root: etree._Element) -> None:
    for height in slot_heights(root):
        height.set(w("val"), _value("kop_eerste"))
        for indent in slot_indents(height):
            indent.set(w("right"), _value("tot_merk"))


def _mark_indents(root: etree._Element) -> None:
    for indent in footer_indents(root):
        indent.attrib.clear()
        indent.set(w("left"), _value("kolom_vanaf_tekst"))
        indent.set(w("right"), _value("kolom_voorbij_tekst"))


def _value(name: str) -> str:
    return f"{{{{ maat.{name} }}}}"


def _spot(frame: etree._Element) -> tuple[str | None, ...]:
    return tuple(frame.get(w(name)) for name in ("x", "y", "w", "xAlign", "yAlign"))


def style_of(properties: etree._Element | None) -> str | None:
    """The id of the style that a paragraph names in its properties."""
    style = properties.find(w("pStyle")) if properties is not None else None
    return style.get(w("val")) if style is not None else None
