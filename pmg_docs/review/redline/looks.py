"""The properties of paragraphs, put right where an engine left out that they changed."""

import copy

from pmg_docs.review.redline.ends import look_of, set_looks
from pmg_docs.review.redline.resolving import Side, resolve
from pmg_docs.review.redline.word import Element, w

_MARK = "pmg"


def settle_looks(root: Element, old: Element, new: Element, signature: dict[str, str]) -> None:
    """Give each paragraph of a redline the properties of both versions, in place.

    Nothing is done where the paragraphs are not those of the two versions, one by one: the proof
    says why.

    Args:
        root: a part with tracked changes.
        old: the same part in the old version.
        new: the same part in the new version.
        signature: the attributes of a tracked change.
    """
    paragraphs = list(root.iter(w("p")))
    for number, paragraph in enumerate(paragraphs):
        paragraph.set(_MARK, str(number))
    now, before = _wanted(root, new, Side.NEW), _wanted(root, old, Side.OLD)
    for paragraph in paragraphs:
        mark = str(paragraph.attrib.pop(_MARK, ""))
        after, first = now.get(mark), before.get(mark)
        if after is not None and first is not None:
            set_looks(paragraph, look_of(after), look_of(first), signature)


def _wanted(root: Element, version: Element, side: Side) -> dict[str, Element]:
    """The paragraph of a version that each paragraph becomes, by its number."""
    made = copy.deepcopy(root)
    resolve(made, side)
    numbers = [str(p.get(_MARK, "")) for p in made.iter(w("p"))]
    paragraphs = list(version.iter(w("p")))
    if len(numbers) != len(paragraphs):
        return {}
    return dict(zip(numbers, paragraphs, strict=True))
