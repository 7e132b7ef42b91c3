"""The measures of the paper of a shell: its sections, the colofon column, the first header."""

from collections.abc import Iterator
from decimal import Decimal

from lxml import etree

from pmg_docs.specs.style import Style
from pmg_docs.writers.docx.agreement.measure import MILLIMETRE, Measure
from pmg_docs.writers.docx.agreement.opened import OpenedShell, TextPart
from pmg_docs.writers.docx.measures import millimetres
from pmg_docs.writers.docx.ooxml import twips, w
from pmg_docs.writers.docx.page import (
    COLUMN_MEASURES,
    MARK_MEASURES,
    SECTION_MEASURES,
    FrameStyles,
    footer_indents,
    frames_of,
    measures,
    slot_heights,
    style_of,
)

Sides = dict[str, int | None]

_ANCHORED = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
ANCHOR = f"{{{_ANCHORED}}}anchor"
_EMU = 635
"""English Metric Units in a twentieth of a point: 914400 in an inch, of 1440 twentieths."""
_LINE_AFTER_TABLE = 20


def page_measures(shell: OpenedShell, style: Style) -> Iterator[Measure]:
    """The measures of `pagina`, wherever the shell has them."""
    wanted = {name: int(value) for name, value in measures(style).items()}
    found: dict[str, int] = {}
    for section in shell.sections():
        for tag, names in SECTION_MEASURES.items():
            for attribute, name in names.items():
                element = section.find(w(tag))
                raw = None if element is None else whole(element.get(w(attribute)))
                found.setdefault(name, wanted[name] if raw is None else raw)
                yield _measure(name, "Het papier", raw, wanted[name])
    for part in shell.frame:
        if part.is_header:
            yield from _column(part, style, wanted)
            yield from _slot(part, style, found)
            yield from _mark(part, style)
        else:
            yield from _footer(part, found, wanted)


def column_boxes(part: TextPart, style: Style) -> Iterator[tuple[etree._Element, Sides]]:
    """The frames and text boxes that hold the colofon, each with its sides in twips."""
    column = FrameStyles.of((name, role.word) for name, role in style.roles.items()).column
    yield from _boxes(part, column)


def mark_boxes(part: TextPart, style: Style) -> Iterator[tuple[etree._Element, Sides]]:
    """The frames and text boxes that hold the mark of the ministry."""
    mark = FrameStyles.of((name, role.word) for name, role in style.roles.items()).mark
    yield from _boxes(part, mark)


def _boxes(part: TextPart, styles: frozenset[str]) -> Iterator[tuple[etree._Element, Sides]]:
    for frame in frames_of(part.root, styles):
        yield frame, {side: whole(frame.get(w(side))) for side in ("x", "y", "w")}
    for anchor in part.root.iter(ANCHOR):
        if any(style_of(p) in styles for p in anchor.iter(w("pPr"))):
            yield anchor, _anchored(anchor)


def _anchored(anchor: etree._Element) -> Sides:
    """The place of a text box, which LibreOffice makes of a frame when it saves one."""
    sides: Sides = {"x": None, "y": None, "w": None}
    for side, tag in (("x", "positionH"), ("y", "positionV")):
        position = anchor.find(f"{{{_ANCHORED}}}{tag}")
        offset = None if position is None else position.find(f"{{{_ANCHORED}}}posOffset")
        if position is not None and position.get("relativeFrom") == "page" and offset is not None:
            sides[side] = _from_emu(offset.text)
    extent = anchor.find(f"{{{_ANCHORED}}}extent")
    sides["w"] = None if extent is None else _from_emu(extent.get("cx"))
    return sides


def _column(part: TextPart, style: Style, wanted: dict[str, int]) -> Iterator[Measure]:
    is_first = part.kind == "first"
    names = {**COLUMN_MEASURES, "y": "kolom_boven" if is_first else "boven"}
    where = f"De kolom van het colofon in {part.title}"
    seen: set[tuple[int | None, ...]] = set()
    for _, sides in column_boxes(part, style):
        spot = tuple(sides.values())
        if spot in seen:
            continue
        seen.add(spot)
        for side, name in names.items():
            # On follow-on pages the column begins where the text does: the paper says where.
            follows = side == "y" and not is_first
            yield _measure(name, where, sides[side], wanted[name], is_source=not follows)


def _mark(part: TextPart, style: Style) -> Iterator[Measure]:
    """The frame of the ministry's mark; a shell that holds its own logo has none."""
    wanted = measures(style)
    where = f"Het beeldmerk in {part.title}"
    for sides in {tuple(sides.items()) for _, sides in mark_boxes(part, style)}:
        for side, found in sides:
            name = MARK_MEASURES[side]
            key = name.removeprefix("merk_")
            yield _measure(key, where, found, int(wanted[name]), group="beeldmerk")


def _slot(part: TextPart, style: Style, found: dict[str, int]) -> Iterator[Measure]:
    wanted = int(measures(style)["kop_eerste"]) + twips(style.page.header) + _LINE_AFTER_TABLE
    for height in slot_heights(part.root) if part.kind == "first" else ():
        row = whole(height.get(w("val")))
        room = None if row is None else row + found["kop"] + _LINE_AFTER_TABLE
        yield _measure("boven_eerste", "De eerste pagina", room, wanted)


def _footer(part: TextPart, found: dict[str, int], wanted: dict[str, int]) -> Iterator[Measure]:
    where = f"{part.title[0].upper()}{part.title[1:]}"
    for indent in footer_indents(part.root):
        left = whole(indent.get(w("left")) or indent.get(w("start"))) or 0
        right = whole(indent.get(w("right")) or indent.get(w("end"))) or 0
        start = found["links"] + left
        width = found["breedte"] - found["rechts"] - right - start
        yield _measure("kolom_links", where, start, wanted["kolom_links"], is_source=False)
        yield _measure("kolom_breedte", where, width, wanted["kolom_breedte"], is_source=False)


def _measure(
    name: str,
    where: str,
    found: int | None,
    wanted: int,
    *,
    is_source: bool = True,
    group: str = "pagina",
) -> Measure:
    has = None if found is None else millimetres(found)
    return Measure(
        (group, name), where, has, millimetres(wanted), "mm", "niets", MILLIMETRE, is_source
    )


def whole(raw: str | None) -> int | None:
    """A count of twentieths of a point, None when there is none."""
    try:
        return None if raw is None else round(Decimal(raw))
    except (ArithmeticError, ValueError):
        return None


def _from_emu(raw: str | None) -> int | None:
    count = whole(raw)
    return None if count is None else round(count / _EMU)
