"""The ends of paragraphs at the end of a text, cell or note, where no mark may stand.

A mark on the end of a paragraph says that it joins the next one, or did so before. The last
paragraph has no next: Word leaves an empty paragraph there, or refuses the file. So the mark goes
to the paragraph before, and the last one gets the properties that the joined paragraph must have,
with those of the other version as its tracked change.
"""

import copy
from collections.abc import Iterator

from lxml import etree

from pmg_docs.review.redline.word import (
    CONTENT_MARKS,
    LOOSE,
    Element,
    drop,
    names,
    next_block,
    paragraph_marks,
    w,
)

_HOLDERS = names("body tc hdr ftr footnote endnote txbxContent")
_NOTES = names("footnote endnote")
_WHOLE = names("cellIns cellDel") | CONTENT_MARKS
_APART = names("rPr sectPr pPrChange")


def settle_ends(root: Element) -> None:
    """Take the marks from the ends of last paragraphs, in place; a row that goes whole keeps them.

    Args:
        root: a part in which all that came is in `w:ins` and all that went in `w:del`.
    """
    for holder in root.iter(*_HOLDERS):
        last = _last(holder)
        if last is not None and _state(last) and not _goes_whole(holder):
            _settle(last, is_note=holder.tag in _NOTES)


def _settle(last: Element, *, is_note: bool) -> None:
    chain = [last, *_before(last)]
    state = _state(last)
    at = next((n for n, p in enumerate(chain) if _state(p) != state), None)
    if at is not None:
        _shift(chain[at], chain[at - 1], last)
    elif is_note:
        _set_mark(last, None)


def _shift(partner: Element, after: Element, last: Element) -> None:
    """Let the end of `partner` be that of `last`; `after` is the paragraph behind `partner`."""
    mark = next(paragraph_marks(last))
    if mark.tag == w("ins"):
        set_looks(last, look_of(last), look_before(partner), signature(mark))
    else:
        set_looks(last, look_of(partner), look_before(last), signature(mark))
    _set_mark(last, None)
    if not _state(partner):
        _set_mark(partner, mark)
        return
    # Its end was there in one version only, and that of the last in the other: it is in neither.
    at = 1 if after.find(w("pPr")) is not None else 0
    for inner in reversed([i for i in partner if i.tag != w("pPr")]):
        after.insert(at, inner)
    drop(partner)


def _last(holder: Element) -> Element | None:
    paragraphs = holder.findall(w("p"))
    if not paragraphs:
        return None
    following = next_block(paragraphs[-1])
    return paragraphs[-1] if following is None or following.tag == w("sectPr") else None


def _before(paragraph: Element) -> Iterator[Element]:
    """The paragraphs before one, the nearest first, up to a table."""
    for element in paragraph.itersiblings(preceding=True):
        if element.tag == w("p"):
            yield element
        elif element.tag not in LOOSE:
            return


def _goes_whole(holder: Element) -> bool:
    for around in (holder, *holder.iterancestors()):
        for name in ("trPr", "tcPr"):
            properties = around.find(w(name))
            if properties is not None and any(e.tag in _WHOLE for e in properties):
                return True
    return False


def _state(paragraph: Element) -> str:
    return next((str(mark.tag) for mark in paragraph_marks(paragraph)), "")


def _set_mark(paragraph: Element, mark: Element | None) -> None:
    for own in list(paragraph_marks(paragraph)):
        drop(own)
    if mark is None:
        return
    properties = _child(paragraph, "pPr", 0)
    look = properties.find(w("rPr"))
    if look is None:
        look = properties.makeelement(w("rPr"), {}, None)
        later = [n for n, e in enumerate(properties) if e.tag in _APART]
        properties.insert(later[0] if later else len(properties), look)
    look.insert(0, copy.deepcopy(mark))


def _child(parent: Element, name: str, at: int) -> Element:
    found = parent.find(w(name))
    if found is None:
        found = parent.makeelement(w(name), {}, None)
        parent.insert(at, found)
    return found


def look_of(paragraph: Element) -> list[Element]:
    """The properties of a paragraph in the new version."""
    properties = paragraph.find(w("pPr"))
    inner = () if properties is None else properties
    return [copy.deepcopy(e) for e in inner if e.tag not in _APART]


def look_before(paragraph: Element) -> list[Element]:
    """Those in the old version."""
    change = paragraph.find(f"{w('pPr')}/{w('pPrChange')}")
    if change is None:
        return look_of(paragraph)
    return [copy.deepcopy(e) for e in change.iterfind(f"{w('pPr')}/*")]


def signature(mark: Element) -> dict[str, str]:
    """Who made a change, and when."""
    return {str(name): str(value) for name, value in mark.attrib.items()}


def set_looks(
    paragraph: Element, now: list[Element], before: list[Element], signed: dict[str, str]
) -> None:
    """Give a paragraph properties, and those of the old version as a tracked change."""
    if _told(look_of(paragraph)) == _told(now) and _told(look_before(paragraph)) == _told(before):
        return
    properties = _child(paragraph, "pPr", 0)
    kept = [e for e in properties if e.tag in _APART and e.tag != w("pPrChange")]
    for inner in list(properties):
        properties.remove(inner)
    properties.extend([*now, *kept])
    if _told(now) != _told(before):
        change = properties.makeelement(w("pPrChange"), signed, None)
        change.append(change.makeelement(w("pPr"), {}, None))
        change[0].extend(before)
        properties.append(change)


def _told(properties: list[Element]) -> list[bytes]:
    return sorted(etree.tostring(e, method="c14n", with_tail=False) for e in properties)
