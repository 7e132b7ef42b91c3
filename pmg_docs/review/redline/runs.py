"""Runs of words, cut no finer than their look asks for."""

from lxml import etree

from pmg_docs.review.redline.word import CONTENT_MARKS, Element, drop, is_content_mark, names, w

_PLAIN = names("rPr t delText tab noBreakHyphen softHyphen")
_TEXTS = names("t delText")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def join_runs(root: Element) -> None:
    """Join marks of one kind that touch, and runs of one look that touch, in place."""
    for mark in [m for m in root.iter(*CONTENT_MARKS) if is_content_mark(m)]:
        _join_marks(mark)
    for run in list(root.iter(w("r"))):
        _join_to_previous(run)
    for run in list(root.iter(w("r"))):
        _join_texts(run)


def _join_marks(mark: Element) -> None:
    before = mark.getprevious()
    if before is None or before.tag != mark.tag or not is_content_mark(before):
        return
    before.extend(list(mark))
    drop(mark)
    # What was joined is gone from the list of marks: the next one must find its neighbour.
    mark.clear()


def _join_to_previous(run: Element) -> None:
    properties = run.find(w("rPr"))
    if properties is not None and len(properties) == 0:
        run.remove(properties)
    before = run.getprevious()
    if before is None or before.tag != run.tag or not (_is_plain(before) and _is_plain(run)):
        return
    if _look(before) != _look(run):
        return
    # The earlier run goes, so that the next one finds the whole as its neighbour.
    at = 0 if run.find(w("rPr")) is None else 1
    for inner in reversed([i for i in before if i.tag != w("rPr")]):
        run.insert(at, inner)
    drop(before)


def _is_plain(run: Element) -> bool:
    return all(inner.tag in _PLAIN for inner in run)


def _look(run: Element) -> bytes:
    properties = run.find(w("rPr"))
    return b"" if properties is None else etree.tostring(properties, method="c14n")


def _join_texts(run: Element) -> None:
    for text in [inner for inner in run if inner.tag in _TEXTS]:
        before = text.getprevious()
        if before is not None and before.tag == text.tag:
            words = _words(before) + _words(text)
            text.text = words
            text.attrib.clear()
            if words != words.strip():
                text.set(_SPACE, "preserve")
            drop(before)


def _words(text: Element) -> str:
    words = text.text or ""
    return words if text.get(_SPACE) == "preserve" else words.strip(" \t\r\n")
