"""What an engine made, in the form that Word takes and that is the same at every run."""

from collections.abc import Collection

from pmg_docs.review.redline.ends import settle_ends
from pmg_docs.review.redline.lists import number_as_labelled
from pmg_docs.review.redline.notes import order_notes
from pmg_docs.review.redline.package import Package
from pmg_docs.review.redline.runs import join_runs
from pmg_docs.review.redline.word import (
    MOVE_RANGES,
    REVISIONS,
    Element,
    delete_text,
    drop,
    is_content_mark,
    w,
)

_MOVES = {w("moveFrom"): w("del"), w("moveTo"): w("ins")}
_TAKEN_OVER = ("styles", "numbering", "theme", "fontTable", "settings")
_PROPERTIES = ("core-properties", "extended-properties")


def finish(made: Package, new: Package, author: str, moment: str) -> Package:
    """The redline with its marks in order, and with the look and properties of the new version.

    Args:
        made: what the engine made.
        new: the new version as it was given to the engine.
        author: who made the changes, as Word shows it.
        moment: when, `2026-01-15T00:00:00Z`.
    """
    done = made.copy()
    number_as_labelled(done)
    order_notes(done)
    roots = {part: done.root(part) for part in done.stories}
    for root in roots.values():
        _unmove(root)
        settle_ends(root)
        join_runs(root)
    _sign(roots.values(), author, moment)
    for part, root in roots.items():
        done.put(part, root)
    for kind in _TAKEN_OVER:
        new.give(new.document, kind, done, done.document)
    for kind in _PROPERTIES:
        new.give("", kind, done, "")
    return done


def count_marks(package: Package) -> int:
    """How many changes a reader can accept or reject."""
    return sum(1 for part in package.stories for _ in package.root(part).iter(*REVISIONS))


def _unmove(root: Element) -> None:
    """Make each move a deletion and an insertion.

    Word refuses a file in which the ranges of a move are not exactly as it writes them.
    """
    for element in list(root.iter(*MOVE_RANGES)):
        drop(element)
    for element in list(root.iter(*_MOVES)):
        went = element.tag == w("moveFrom")
        element.tag = _MOVES[str(element.tag)]
        if went and is_content_mark(element):
            delete_text(element)


def _sign(roots: Collection[Element], author: str, moment: str) -> None:
    number = 0
    for root in roots:
        number = max([number, *(_number(e) for e in root.iter(w("bookmarkStart")))])
    for root in roots:
        for mark in root.iter(*REVISIONS):
            number += 1
            mark.set(w("id"), str(number))
            mark.set(w("author"), author)
            mark.set(w("date"), moment)


def _number(element: Element) -> int:
    identity = element.get(w("id"), "")
    return int(identity) if identity.isdecimal() else 0
