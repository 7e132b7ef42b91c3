"""All changes accepted, or all rejected: what a file with tracked changes says either way.

Apart from the engines on purpose: it proves what they made. It does what Word is known to do, and
where that is not known it refuses. The end of the last paragraph of a text, cell or note cannot
go: a mark on it leaves an empty paragraph behind, and the proof sees that.
"""

from enum import StrEnum

from lxml import etree

from pmg_docs.review.redline.word import (
    CELL_MARKS,
    CONTENT_MARKS,
    MARKED_PROPERTIES,
    MARKS,
    MOVE_RANGES,
    PROPERTY_CHANGES,
    UNKNOWN_MARKS,
    Element,
    Unreadable,
    drop,
    has_content,
    is_content_mark,
    names,
    next_block,
    paragraph_marks,
    undelete_text,
    unwrap,
    w,
)


class Side(StrEnum):
    """Which of the two versions is wanted."""

    NEW = "nieuw"
    """All changes accepted."""
    OLD = "oud"
    """All changes rejected."""


_GOES = {Side.NEW: names("del moveFrom cellDel"), Side.OLD: names("ins moveTo cellIns")}
_KEPT_APART = {
    # What the schema leaves out of the properties that a change keeps was not changed by it.
    w("pPrChange"): names("rPr sectPr"),
    w("sectPrChange"): names("headerReference footerReference"),
    w("rPrChange"): CONTENT_MARKS,
    w("trPrChange"): CONTENT_MARKS,
    w("tcPrChange"): CELL_MARKS,
}
_SPOKEN_FOR = MARKED_PROPERTIES - names("trPr tcPr")
_WRAPPERS = names("sdt sdtContent customXml smartTag hyperlink")


def resolve(root: Element, side: Side) -> None:
    """Accept or reject every change in a part, in place.

    Args:
        root: the root of a part: a text, header, footer, or all footnotes.
        side: which version is wanted.

    Raises:
        Unreadable: a mark whose meaning is not known here, or one that is left over.
    """
    _refuse_unknown(root)
    _choose_properties(root, side)
    _choose_content(root, side)
    for mark in list(root.iter(*MOVE_RANGES)):
        drop(mark)
    # Before the tables: nobody knows that Word joins paragraphs over a table that goes too.
    _choose_paragraphs(root, side)
    _choose_rows(root, side)
    _choose_cells(root, side)
    left = next(root.iter(*MARKS), None)
    if left is not None:
        raise Unreadable(f"er blijft een wijziging over ({etree.QName(left).localname})")


def is_tracked(root: Element) -> bool:
    """Whether a part holds a tracked change."""
    return next(root.iter(*MARKS), None) is not None


def _refuse_unknown(root: Element) -> None:
    unknown = next(root.iter(*UNKNOWN_MARKS), None)
    if unknown is not None:
        name = etree.QName(unknown).localname
        raise Unreadable(f"er staat een wijziging in die hier niet bekend is ({name})")


def _choose_properties(root: Element, side: Side) -> None:
    for change in list(root.iter(*PROPERTY_CHANGES)):
        properties = change.getparent()
        drop(change)
        if side is Side.OLD and properties is not None:
            _put_back(properties, change)
    for mark in list(root.iter(w("numPr"))):
        _choose_numbering(mark, side)


def _put_back(properties: Element, change: Element) -> None:
    apart = _KEPT_APART.get(change.tag, frozenset())
    kept = [inner for inner in properties if inner.tag in apart]
    for inner in list(properties):
        properties.remove(inner)
    before = next(iter(change), None)
    old = [] if before is None else [inner for inner in before if inner.tag not in apart]
    if before is not None:
        properties.attrib.clear()
        properties.attrib.update(before.attrib)
    leads = change.tag in names("rPrChange sectPrChange")
    properties.extend([*kept, *old] if leads else [*old, *kept])


def _choose_numbering(numbering: Element, side: Side) -> None:
    """A paragraph that came into a list (`w:numPr/w:ins`) was in none before."""
    for mark in [inner for inner in numbering if inner.tag in CONTENT_MARKS]:
        drop(mark)
        if mark.tag in _GOES[side]:
            drop(numbering)


def _choose_rows(root: Element, side: Side) -> None:
    for row in list(root.iter(w("tr"))):
        marks = [m for m in row.iterfind(f"{w('trPr')}/*") if m.tag in CONTENT_MARKS]
        for mark in marks:
            drop(mark)
        if any(mark.tag in _GOES[side] for mark in marks):
            _drop_whole(row)
    _drop_empty(root)


def _choose_cells(root: Element, side: Side) -> None:
    for cell in list(root.iter(w("tc"))):
        for mark in [m for m in cell.iterfind(f"{w('tcPr')}/*") if m.tag in CELL_MARKS]:
            drop(mark)
            if mark.tag == w("cellMerge"):
                _merge(cell, mark, side)
            elif mark.tag in _GOES[side]:
                _drop_whole(cell)
    for row in list(root.iter(w("tr"))):
        if next(row.iter(w("tc")), None) is None:
            _drop_whole(row)
    _drop_empty(root)


def _merge(cell: Element, mark: Element, side: Side) -> None:
    state = mark.get(w("vMerge" if side is Side.NEW else "vMergeOrig"))
    properties = cell.find(w("tcPr"))
    if properties is None:
        return
    for merged in properties.findall(w("vMerge")):
        properties.remove(merged)
    if state is not None:
        made = etree.SubElement(properties, w("vMerge"))
        made.set(w("val"), "restart" if state == "rest" else "continue")


def _drop_whole(element: Element) -> None:
    """Take out an element, with the wrappers that held nothing else."""
    parent = element.getparent()
    drop(element)
    while parent is not None and parent.tag in _WRAPPERS and not _holds(parent):
        element, parent = parent, parent.getparent()
        drop(element)


def _holds(wrapper: Element) -> bool:
    if wrapper.tag == w("sdt"):
        return wrapper.find(w("sdtContent")) is not None
    return any(not str(inner.tag).endswith("Pr") for inner in wrapper)


def _drop_empty(root: Element) -> None:
    for table in list(root.iter(w("tbl"))):
        if next(table.iter(w("tr")), None) is None:
            _drop_whole(table)


def _choose_content(root: Element, side: Side) -> None:
    for mark in [m for m in root.iter(*CONTENT_MARKS) if is_content_mark(m)]:
        if mark.tag in _GOES[side]:
            _drop_whole(mark)
        else:
            undelete_text(mark)
            unwrap(mark)


def _choose_paragraphs(root: Element, side: Side) -> None:
    """Join each paragraph whose end goes to the next one, whose properties then count."""
    for paragraph in list(root.iter(w("p"))):
        marks = list(paragraph_marks(paragraph))
        for mark in marks:
            drop(mark)
        if any(mark.tag in _GOES[side] for mark in marks):
            _join(paragraph)
    for element in list(root.iter(*_SPOKEN_FOR)):
        for mark in [inner for inner in element if inner.tag in CONTENT_MARKS]:
            drop(mark)


def _join(paragraph: Element) -> None:
    following = next_block(paragraph)
    if following is not None and following.tag == w("p"):
        at = 1 if following.find(w("pPr")) is not None else 0
        for inner in reversed([i for i in paragraph if i.tag != w("pPr")]):
            following.insert(at, inner)
        drop(paragraph)
    elif not has_content(paragraph) and following is not None and following.tag == w("tbl"):
        _drop_whole(paragraph)
