"""The proof of a redline: accepted it is the new file, rejected the old one, in every part.

It trusts nothing but the three files: not the engine, not what was prepared for it. What it finds
is a reason to keep the redline to ourselves.
"""

import itertools
from collections import Counter
from collections.abc import Iterator

from pmg_docs.review.redline.package import Package, read_package
from pmg_docs.review.redline.resolving import Side, resolve
from pmg_docs.review.redline.telling import Teller, definitions
from pmg_docs.review.redline.word import MOVE_RANGES, PICTURE, REVISIONS, Element, Unreadable, w

_NAMED_ONCE = {
    # Word repairs or refuses a file in which two of these are the same.
    w("bookmarkStart"): w("id"),
    w("sdt"): w("id"),
    PICTURE: "id",
}
_REFILLED = frozenset({w("dataBinding")})
_LONGEST = 160


def shortcomings(redline: bytes, old: bytes, new: bytes) -> tuple[str, ...]:
    """Everything for which a redline may not be handed over, in Dutch; nothing when it is right.

    Args:
        redline: the file with tracked changes.
        old: the older file, without tracked changes.
        new: the newer file, without tracked changes.
    """
    try:
        made = read_package(redline)
        found = [
            *_differences(made, read_package(new), Side.NEW),
            *_differences(made, read_package(old), Side.OLD),
            *_marks(made),
            *_refilled(redline, made),
        ]
    except Unreadable as problem:
        return (f"het bestand deugt niet: {problem}",)
    return tuple(dict.fromkeys(found))


def resolved(package: Package, side: Side) -> Package:
    """A file with all its changes accepted or rejected.

    Raises:
        Unreadable: a mark that is not known here.
    """
    made = package.copy()
    for part in package.stories:
        root = package.root(part)
        resolve(root, side)
        made.put(part, root)
    return made


def _differences(made: Package, wanted: Package, side: Side) -> Iterator[str]:
    mine, theirs = Teller(resolved(made, side)), Teller(wanted)
    stories, originals = mine.stories(), theirs.stories()
    for name in sorted(stories.keys() | originals.keys()):
        if name not in stories:
            yield f"{side}: {name} ontbreekt"
        elif name not in originals:
            yield f"{side}: {name} is te veel"
        else:
            yield from _first_difference(f"{side}: {name}", stories[name], originals[name])
    if side is Side.NEW:
        yield from _other_styles(made, wanted, theirs.styles)


def _first_difference(name: str, mine: tuple[str, ...], theirs: tuple[str, ...]) -> Iterator[str]:
    pairs = itertools.zip_longest(mine, theirs, fillvalue="(niets)")
    for number, (one, other) in enumerate(pairs, start=1):
        if one != other:
            yield f"{name}, regel {number}: {_cut(one, other)} in plaats van {_cut(other, one)}"
            return


def _cut(text: str, other: str) -> str:
    """The part of a line where it begins to differ from another."""
    same = sum(
        1 for _ in itertools.takewhile(lambda p: p[0] == p[1], zip(text, other, strict=False))
    )
    start = max(0, same - 20)
    return f"«{'…' if start else ''}{text[start : start + _LONGEST]}»"


def _other_styles(made: Package, wanted: Package, used: set[str]) -> Iterator[str]:
    mine, theirs = definitions(made, used), definitions(wanted, used)
    for name in sorted(theirs):
        if mine.get(name) != theirs[name]:
            yield f"{Side.NEW}: de stijl {name or 'van alle tekst'} verschilt"


def _marks(made: Package) -> Iterator[str]:
    """Marks that share a number, or do not say who made them and when."""
    numbers: Counter[str] = Counter()
    named: Counter[tuple[str, str]] = Counter()
    for part in made.stories:
        for element in made.root(part).iter("*"):
            if element.tag in REVISIONS:
                numbers[element.get(w("id"), "")] += 1
                if not element.get(w("author")) or not element.get(w("date")):
                    yield f"{part}: een wijziging zonder naam of datum"
            elif element.tag in _NAMED_ONCE:
                named[str(element.tag), _identity(element)] += 1
    twice = [number for number, times in numbers.items() if times > 1 or not number.isdecimal()]
    yield from (f"het nummer {n or '(geen)'} van een wijziging is niet uniek" for n in twice)
    for (tag, identity), times in named.items():
        if times > 1 and identity:
            yield f"het nummer {identity} van {tag.rpartition('}')[2]} is niet uniek"
    yield from _loose_moves(made)


def _loose_moves(made: Package) -> Iterator[str]:
    for part in made.stories:
        for _ in made.root(part).iter(*MOVE_RANGES, w("moveFrom"), w("moveTo")):
            yield f"{part}: een verplaatsing, waar Word een bestand om kan weigeren"
            return


def _identity(element: Element) -> str:
    attribute = _NAMED_ONCE[str(element.tag)]
    if element.tag == w("sdt"):
        found = element.find(f"{w('sdtPr')}/{w('id')}")
        return "" if found is None else found.get(w("val"), "")
    return element.get(attribute, "")


def _refilled(data: bytes, made: Package) -> Iterator[str]:
    """What Word would fill in again from a store, over the tracked changes."""
    for part in made.stories:
        if next(made.root(part).iter(*_REFILLED), None) is not None:
            yield f"{part}: een koppeling met een opslag van feiten"
    if b"customXml/" in data:
        yield "er zit een opslag van feiten in het bestand"
