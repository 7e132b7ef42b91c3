"""Notes that stayed have one number in two versions, and both versions hold the notes of both.

Programs number notes in order, so a note in front gives every later one another number, and an
engine would compare each note with its neighbour. A note that nothing refers to is not seen.
"""

import copy
import difflib
from dataclasses import dataclass

from pmg_docs.review.redline.package import Package
from pmg_docs.review.redline.word import Element, w

_KINDS = {
    "footnotes": ("footnote", "footnoteReference"),
    "endnotes": ("endnote", "endnoteReference"),
}


def share_notes(old: Package, new: Package) -> None:
    """Number the notes of `old` as those of `new`, and give each those of the other, in place."""
    for kind, (note, reference) in _KINDS.items():
        mine, theirs = old.related(kind), new.related(kind)
        if mine and theirs:
            one, other = (_Notes(p.root(n), note) for p, n in ((old, mine), (new, theirs)))
            given = _given(one, _order(old, reference), other, _order(new, reference))
            one.renumber(given)
            _refer(old, reference, given)
            one.take(other)
            other.take(one)
            old.put(mine, one.root)
            new.put(theirs, other.root)
        elif theirs:
            new.give(new.document, kind, old, old.document)
        elif mine:
            old.give(old.document, kind, new, new.document)


def order_notes(made: Package) -> None:
    """Put the notes in the order in which the text refers to them, in place, and drop the others.

    LibreOffice takes them in that order, whatever their numbers are.
    """
    for kind, (note, reference) in _KINDS.items():
        part = made.related(kind)
        if part:
            notes = _Notes(made.root(part), note)
            known, order = notes.known(), _order(made, reference)
            for identity in known.keys() - set(order):
                notes.root.remove(known[identity])
            given = {identity: str(n) for n, identity in enumerate(order, start=1)}
            notes.renumber({identity: given.get(identity, "0") for identity in notes.known()})
            _refer(made, reference, given)
            made.put(part, notes.root)


@dataclass(slots=True)
class _Notes:
    """The notes of one kind in a file."""

    root: Element
    name: str

    def known(self) -> dict[str, Element]:
        return {
            note.get(w("id"), ""): note
            for note in self.root.iterfind(w(self.name))
            if note.get(w("type"), "normal") == "normal"
        }

    def words(self, order: list[str]) -> list[str]:
        known = self.known()
        texts = (known[i].iter(w("t")) if i in known else () for i in order)
        return [" ".join(t.text or "" for t in text) for text in texts]

    def renumber(self, given: dict[str, str]) -> None:
        for identity, note in self.known().items():
            note.set(w("id"), given[identity])
        self._sort()

    def take(self, other: "_Notes") -> None:
        """Hold the notes that only the other has too."""
        own = self.known()
        self.root.extend(copy.deepcopy(n) for i, n in other.known().items() if i not in own)
        self._sort()

    def _sort(self) -> None:
        for note in sorted(self.known().values(), key=lambda n: int(n.get(w("id"), "0"))):
            self.root.append(note)


def _given(old: _Notes, old_order: list[str], new: _Notes, new_order: list[str]) -> dict[str, str]:
    """The number that each note of the old version gets."""
    matcher = difflib.SequenceMatcher(
        None, old.words(old_order), new.words(new_order), autojunk=False
    )
    given: dict[str, str] = {}
    for _, start, end, there, until in matcher.get_opcodes():
        given.update(zip(old_order[start:end], new_order[there:until], strict=False))
    highest = max((int(i) for i in (*old.known(), *new.known())), default=0)
    for identity in old.known():
        if identity not in given:
            highest += 1
            given[identity] = str(highest)
    return given


def _order(package: Package, reference: str) -> list[str]:
    root = package.root(package.document)
    return list(dict.fromkeys(e.get(w("id"), "") for e in root.iter(w(reference))))


def _refer(package: Package, reference: str, given: dict[str, str]) -> None:
    root = package.root(package.document)
    for element in root.iter(w(reference)):
        identity = element.get(w("id"), "")
        element.set(w("id"), given.get(identity, identity))
    package.put(package.document, root)
