"""What an engine made, in the form that Word takes and that is the same at every run."""

from collections.abc import Collection

from pmg_docs.review.redline.anchors import renumber_anchors
from pmg_docs.review.redline.dress import settle_dress
from pmg_docs.review.redline.ends import settle_ends
from pmg_docs.review.redline.lists import number_as_labelled
from pmg_docs.review.redline.looks import settle_looks
from pmg_docs.review.redline.notes import order_notes
from pmg_docs.review.redline.package import Package
from pmg_docs.review.redline.preparing import Pair
from pmg_docs.review.redline.runs import join_runs
from pmg_docs.review.redline.word import (
    MOVE_RANGES,
    PICTURE,
    REVISIONS,
    Element,
    delete_text,
    drop,
    is_content_mark,
    w,
)

_MOVES = {w("moveFrom"): w("del"), w("moveTo"): w("ins")}
_NOTES = frozenset({w("footnotes"), w("endnotes")})
_TAKEN_OVER = ("styles", "numbering", "theme", "fontTable", "settings")
_PROPERTIES = ("core-properties", "extended-properties")


def finish(made: Package, pair: Pair, author: str, moment: str, *, mend: bool) -> Package:
    """The redline with its marks in order, and with the look and properties of the new version.

    Args:
        made: what the engine made.
        pair: the two versions as they were given to the engine.
        author: who made the changes, as Word shows it.
        moment: when, `2026-01-15T00:00:00Z`.
        mend: whether to put right the looks whose change the engine left out.
    """
    done = made.copy()
    number_as_labelled(done)
    order_notes(done)
    roots = {part: done.root(part) for part in done.stories}
    signature = {w("id"): "0", w("author"): author, w("date"): moment}
    for part, root in roots.items():
        _simplify(root)
        settle_ends(root)
        join_runs(root)
        if mend and part in pair.old.parts and part in pair.new.parts:
            _mend(root, pair.old.root(part), pair.new.root(part), signature)
    _sign(roots.values(), author, moment)
    for part, root in roots.items():
        done.put(part, root)
    for kind in _TAKEN_OVER:
        pair.new.give(pair.new.document, kind, done, done.document)
    for kind in _PROPERTIES:
        pair.new.give("", kind, done, "")
    return done


def count_marks(package: Package) -> int:
    """How many changes a reader can accept or reject."""
    return sum(1 for part in package.stories for _ in package.root(part).iter(*REVISIONS))


def has_framed_marks(package: Package) -> bool:
    """Whether a change stands in a frame, where LibreOffice 7 shows no changes."""
    return any(
        next(paragraph.iter(*REVISIONS), None) is not None
        for part in package.stories
        for paragraph in package.root(part).iter(w("p"))
        if paragraph.find(f"{w('pPr')}/{w('framePr')}") is not None
    )


def _mend(root: Element, old: Element, new: Element, signature: dict[str, str]) -> None:
    if root.tag in _NOTES:
        return  # their order is that of the redline
    settle_looks(root, old, new, signature)
    settle_dress(root, old, new, signature)
    join_runs(root)


def _simplify(root: Element) -> None:
    """Make each move a deletion and an insertion, and drop what repeats a number as it was.

    Word refuses a file in which the ranges of a move are not exactly as it writes them, and has
    no use for the number that a paragraph had (`w:numberingChange`).
    """
    for element in list(root.iter(*MOVE_RANGES, w("numberingChange"))):
        drop(element)
    for element in list(root.iter(*_MOVES)):
        went = element.tag == w("moveFrom")
        element.tag = _MOVES[str(element.tag)]
        if went and is_content_mark(element):
            delete_text(element)


def _sign(roots: Collection[Element], author: str, moment: str) -> None:
    number = 0
    for root in roots:
        number = renumber_anchors(root, number)
    for root in roots:
        for picture in root.iter(PICTURE):
            number += 1
            picture.set("id", str(number))
        for mark in root.iter(*REVISIONS):
            number += 1
            mark.set(w("id"), str(number))
            mark.set(w("author"), author)
            mark.set(w("date"), moment)
