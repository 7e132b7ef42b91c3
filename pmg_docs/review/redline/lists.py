"""One set of list definitions for two versions, in which a list that stayed keeps its number.

Programs hand out numbers in order, so one list more gives every later list another number, and
each of its items would count as changed.
"""

import copy
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from pmg_docs.review.redline.package import Package
from pmg_docs.review.redline.word import Element, w

_LAST_LEVEL = "8"
_FIRST_LABEL = 10000
"""Labels start here; no list starts its ninth level at such a number."""

_Words = dict[str, Counter[str]]


def share_lists(old: Package, new: Package) -> None:
    """Give both versions the lists of both, in place; those of `old` may get another number."""
    mine, theirs = old.related("numbering"), new.related("numbering")
    if not mine and not theirs:
        return
    if theirs and mine:
        root = new.root(theirs)
        changed = _Merging(old.root(mine), root).numbers(_items(old), _items(new))
        new.put(theirs, root)
        _renumber(old, changed)
    elif mine:
        old.give(old.document, "numbering", new, new.document)
    new.give(new.document, "numbering", old, old.document)


def label_lists(package: Package) -> Package:
    """A copy in which each list bears its own number where nobody sees it.

    An engine may give a list of the new version a number of its own. The label goes with it: the
    number at which the ninth level would start.
    """
    made, part = package.copy(), package.related("numbering")
    if part:
        root = made.root(part)
        for identity, element in _lists(root).items():
            if identity.isdecimal() and _label(element) is None:
                override = etree.SubElement(element, w("lvlOverride"), {w("ilvl"): _LAST_LEVEL})
                start = etree.SubElement(override, w("startOverride"))
                start.set(w("val"), str(_FIRST_LABEL + int(identity)))
        made.put(part, root)
    return made


def number_as_labelled(made: Package) -> None:
    """Give each list in what an engine made the number that its label says, in place."""
    part = made.related("numbering")
    given = {}
    for identity, element in _lists(made.root(part)).items() if part else ():
        label = _label(element)
        if label is not None and label > _FIRST_LABEL:
            given[identity] = str(label - _FIRST_LABEL)
    _renumber(made, given)


def _label(element: Element) -> int | None:
    for override in element.iterfind(w("lvlOverride")):
        if override.get(w("ilvl")) == _LAST_LEVEL:
            start = override.find(w("startOverride"))
            return 0 if start is None else int(start.get(w("val"), "0"))
    return None


@dataclass(slots=True)
class _Merging:
    """Brings the lists of `old` into `new`, the roots of two parts with definitions."""

    old: Element
    new: Element

    def numbers(self, old_items: _Words, new_items: _Words) -> dict[str, str]:
        """The number that each list of the old version gets."""
        mine, theirs = _lists(self.old), _lists(self.new)
        levels = self._levels()
        given: dict[str, str] = {}
        for identity in sorted(mine, key=lambda i: -sum(old_items.get(i, Counter()).values())):
            free = [n for n in theirs if n not in given.values()]
            alike = [n for n in free if self._same(mine[identity], theirs[n], levels)]
            words = old_items.get(identity, Counter())
            best = max(
                alike,
                key=lambda n: ((words & new_items.get(n, Counter())).total(), n == identity),
                default=None,
            )
            given[identity] = best or self._add(mine[identity], levels)
        return given

    def _levels(self) -> dict[str, str]:
        """The number that each definition of levels gets; one that is not there yet is added."""
        theirs = {_bare(e): e.get(w("abstractNumId"), "") for e in _abstracts(self.new)}
        given: dict[str, str] = {}
        for element in _abstracts(self.old):
            identity, told = element.get(w("abstractNumId"), ""), _bare(element)
            if told not in theirs:
                added = copy.deepcopy(element)
                theirs[told] = _unused(e.get(w("abstractNumId"), "") for e in _abstracts(self.new))
                added.set(w("abstractNumId"), theirs[told])
                at = max((self.new.index(e) for e in _abstracts(self.new)), default=-1)
                self.new.insert(at + 1, added)
            given[identity] = theirs[told]
        return given

    def _same(self, mine: Element, theirs: Element, levels: dict[str, str]) -> bool:
        overrides = [_bare(e) for e in mine.iterfind(w("lvlOverride"))]
        return (
            levels.get(_abstract_of(mine)) == _abstract_of(theirs)
            and [_bare(e) for e in theirs.iterfind(w("lvlOverride"))] == overrides
        )

    def _add(self, element: Element, levels: dict[str, str]) -> str:
        added = copy.deepcopy(element)
        number = _unused(_lists(self.new))
        added.set(w("numId"), number)
        reference = added.find(w("abstractNumId"))
        if reference is not None:
            reference.set(w("val"), levels.get(_abstract_of(element), ""))
        at = max((self.new.index(e) for e in self.new.iterfind(w("num"))), default=None)
        self.new.insert(len(self.new) if at is None else at + 1, added)
        return number


def _items(package: Package) -> _Words:
    """The words of the items of each list."""
    found: _Words = {}
    for part in package.stories:
        for number in package.root(part).iter(w("numId")):
            paragraph = next(number.iterancestors(w("p")), None)
            if paragraph is not None:
                words = "".join(t.text or "" for t in paragraph.iter(w("t"))).split()
                found.setdefault(number.get(w("val"), ""), Counter()).update(words)
    return found


def _renumber(package: Package, given: dict[str, str]) -> None:
    styles = package.related("styles")
    for part in (*package.stories, *([styles] if styles else ())):
        root = package.root(part)
        for number in root.iter(w("numId")):
            identity = number.get(w("val"), "")
            number.set(w("val"), given.get(identity, identity))
        package.put(part, root)


def _lists(root: Element) -> dict[str, Element]:
    return {e.get(w("numId"), ""): e for e in root.iterfind(w("num"))}


def _abstracts(root: Element) -> list[Element]:
    return root.findall(w("abstractNum"))


def _abstract_of(number: Element) -> str:
    reference = number.find(w("abstractNumId"))
    return "" if reference is None else reference.get(w("val"), "")


def _bare(element: Element) -> str:
    """A definition without the numbers that only tell it from others in its file."""
    made = copy.deepcopy(element)
    if w("abstractNumId") in made.attrib:
        del made.attrib[w("abstractNumId")]
    for name in ("nsid", "tmpl"):
        for inner in made.findall(w(name)):
            made.remove(inner)
    for inner in made.iter("*"):
        inner.tail = None
        for attribute in list(inner.attrib):
            if str(attribute).rpartition("}")[2] in {"restartNumberingAfterBreak", "tplc"}:
                del inner.attrib[attribute]
    return etree.tostring(made, method="c14n").decode()


def _unused(taken: "Iterator[str] | dict[str, Element]") -> str:
    return str(max((int(number) for number in taken if number.isdecimal()), default=0) + 1)
