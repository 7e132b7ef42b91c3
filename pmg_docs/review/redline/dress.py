"""The look of words, put right where an engine left out that it changed."""

import copy
import itertools
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from pmg_docs.review.redline.resolving import Side, resolve
from pmg_docs.review.redline.word import Element, drop, names, set_text, w

_MARK = "pmg"
_TEXTS = names("t delText")

Look = tuple[bytes, ...]
"""The properties of a run, in no order."""


@dataclass(frozen=True, slots=True)
class _Spot:
    """A letter or other sign of a text, the run that it stands in, and the look of that."""

    sign: str
    run: Element
    look: Look


def settle_dress(root: Element, old: Element, new: Element, signature: dict[str, str]) -> None:
    """Give each run of a redline the look that its words have in both versions, in place.

    Nothing is done where the words are not those of the two versions, one by one: the proof says
    why.

    Args:
        root: a part with tracked changes.
        old: the same part in the old version.
        new: the same part in the new version.
        signature: the attributes of a tracked change.
    """
    runs = list(root.iter(w("r")))
    for number, run in enumerate(runs):
        run.set(_MARK, str(number))
    now, before = _wanted(root, new, Side.NEW), _wanted(root, old, Side.OLD)
    for run in runs:
        mark = str(run.attrib.pop(_MARK, ""))
        if now is not None and before is not None:
            after, first = now.get(mark, []), before.get(mark, [])
            _dress(run, list(zip(after or first, first or after, strict=False)), signature)


def _wanted(root: Element, version: Element, side: Side) -> dict[str, list[Look]] | None:
    """The look that each sign of a run has in a version, by the number of the run."""
    made = copy.deepcopy(root)
    resolve(made, side)
    mine, theirs = list(_spots(made)), list(_spots(version))
    if [spot.sign for spot in mine] != [spot.sign for spot in theirs]:
        return None
    found: dict[str, list[Look]] = {}
    for spot, wanted in zip(mine, theirs, strict=True):
        found.setdefault(str(spot.run.get(_MARK, "")), []).append(wanted.look)
    return found


def _spots(root: Element) -> Iterator[_Spot]:
    for run in root.iter(w("r")):
        look = _look(run.find(w("rPr")))
        for sign in itertools.chain.from_iterable(map(_signs, run)):
            yield _Spot(sign, run, look)


def _signs(inner: Element) -> Iterator[str]:
    if inner.tag in _TEXTS:
        yield from inner.text or ""
    elif inner.tag != w("rPr"):
        yield str(inner.tag)


def _look(properties: Element | None) -> Look:
    inner = () if properties is None else properties
    return tuple(sorted(_told(e) for e in inner if e.tag != w("rPrChange")))


def _told(element: Element) -> bytes:
    return etree.tostring(element, method="c14n", with_tail=False)


def _look_before(run: Element) -> Look:
    change = run.find(f"{w('rPr')}/{w('rPrChange')}")
    return _look(run.find(w("rPr")) if change is None else change.find(w("rPr")))


def _dress(run: Element, looks: list[tuple[Look, Look]], signature: dict[str, str]) -> None:
    """Cut a run where the look of its words changes, and give each piece its own."""
    if set(looks) <= {(_look(run.find(w("rPr"))), _look_before(run))}:
        return
    pieces = list(_cut(run))
    at = 0
    for (after, first), group in itertools.groupby(looks):
        size = len(list(group))
        made = run.makeelement(w("r"), {}, None)
        made.extend([p for p in (_properties(run, after, first, signature),) if p is not None])
        made.extend(pieces[at : at + size])
        at += size
        run.addprevious(made)
    drop(run)


def _cut(run: Element) -> Iterator[Element]:
    """What a run holds, one sign at a time."""
    for inner in [e for e in run if e.tag != w("rPr")]:
        if inner.tag not in _TEXTS:
            yield inner
            continue
        for char in inner.text or "":
            piece = inner.makeelement(inner.tag, {}, None)
            set_text(piece, char)
            yield piece


def _properties(
    run: Element, after: Look, first: Look, signature: dict[str, str]
) -> Element | None:
    if not after and not first:
        return None
    made = run.makeelement(w("rPr"), {}, None)
    made.extend(_in_order(after))
    if after != first:
        change = made.makeelement(w("rPrChange"), signature, None)
        change.append(change.makeelement(w("rPr"), {}, None))
        change[0].extend(_in_order(first))
        made.append(change)
    return made


def _in_order(look: Look) -> list[Element]:
    return sorted(map(etree.fromstring, look), key=lambda e: _ORDER.get(str(e.tag), len(_ORDER)))


_NAMES = (
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof "
    "snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd "
    "fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath"
)
_ORDER = {w(name): place for place, name in enumerate(_NAMES.split())}
"""The order that the schema asks for (ISO/IEC 29500-1, CT_RPr)."""
