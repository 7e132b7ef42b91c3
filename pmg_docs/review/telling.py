"""What is told: each cause once, with all that it changed in every document that it reached."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pmg_docs.model.changes import (
    Cause,
    CauseKind,
    Change,
    ChangeKind,
    Chapter,
    Comparison,
    Edit,
    InputChanges,
    Mark,
    Segment,
    Spot,
    Told,
)
from pmg_docs.review.causes import causes_of, whole
from pmg_docs.review.excerpt import excerpt, row_heads, standing

_ORDER = (
    CauseKind.FACT, CauseKind.LETTER, CauseKind.TYPE, CauseKind.TEMPLATE, CauseKind.STYLE,
    CauseKind.UNKNOWN,
)  # fmt: skip
_QUIET = frozenset({ChangeKind.RENUMBERED, ChangeKind.MOVED})


@dataclass(frozen=True, slots=True)
class Compared:
    """A document that both sides have: its name, what changed, and what its inputs differ in."""

    name: str
    comparison: Comparison
    inputs: InputChanges


def tell(documents: Sequence[Compared]) -> tuple[Chapter, ...]:
    """Bring the changes of documents together by cause.

    Facts come first, then letters, types and styles; within these the cause that was met first.
    A change whose words have more than one cause is told under the first and names the others.
    """
    chapters: dict[Cause, list[Told]] = {}
    named: dict[tuple[str, str], Cause] = {}
    for document in documents:
        dossier = document.name.rpartition("/")[0]
        heads = row_heads(document.comparison)
        for change in document.comparison.changes:
            spot = Spot(document.name, standing(change.passage, heads), change.passage.where)
            for causes, edits in _by_causes(change, document.inputs).items():
                first, *others = (_known(cause, dossier, named) for cause in causes)
                one = Told(change, edits, excerpt(change, edits), (spot,), tuple(others))
                chapters.setdefault(first, []).append(one)
    ordered = sorted(chapters, key=lambda cause: _ORDER.index(cause.kind))
    return tuple(Chapter(cause, _told_once(chapters[cause])) for cause in ordered)


def _known(cause: Cause, dossier: str, named: dict[tuple[str, str], Cause]) -> Cause:
    """A fact that only files speak of as it was met first: each writes it in its own notation."""
    if cause.kind is not CauseKind.FACT or cause.where is not None:
        return cause
    return named.setdefault((dossier, cause.name), cause)


def _by_causes(
    change: Change, inputs: InputChanges
) -> Mapping[tuple[Cause, ...], tuple[Edit, ...]]:
    """The edits of a change by what caused them; what has no edits is one as a whole."""
    if not change.edits:
        edit = whole(change)
        is_all = change.old is None or change.new is None
        return {causes_of(change, edit, inputs): (edit,) if is_all else ()}
    found: dict[tuple[Cause, ...], tuple[Edit, ...]] = {}
    for edit in change.edits:
        causes = causes_of(change, edit, inputs)
        found[causes] = (*found.get(causes, ()), edit)
    return found


def _told_once(told: Sequence[Told]) -> tuple[Told, ...]:
    """The same change in the same words once, with how often and where."""
    once: dict[tuple[object, ...], Told] = {}
    for one in told:
        change = one.change
        sides = tuple((s.text, s.label) if s else None for s in (change.old, change.new))
        key = change.kind, sides, one.edits, one.also
        known = once.get(key)
        once[key] = replace(known, spots=_spots(known.spots, one.spots[0])) if known else one
    return tuple(_in_a_row(once.values()))


def _in_a_row(told: Iterable[Told]) -> Iterator[Told]:
    """What only got another number, or another place, told together as far as it is a row."""
    waiting: Told | None = None
    for one in told:
        if waiting is not None and _goes_on(waiting, one):
            also = (Segment(Mark.SAME, "; "), *one.segments)
            waiting = replace(waiting, segments=(*waiting.segments, *also))
            continue
        if waiting is not None:
            yield waiting
        waiting = one
    if waiting is not None:
        yield waiting


def _goes_on(one: Told, other: Told) -> bool:
    if one.change.kind not in _QUIET or one.edits or other.edits:
        return False
    first, second = (
        (told.change.kind, told.change.old.section if told.change.old else "",
         [(spot.document, spot.standing) for spot in told.spots])
        for told in (one, other)
    )  # fmt: skip
    return first == second


def _spots(known: Sequence[Spot], more: Spot) -> tuple[Spot, ...]:
    for number, spot in enumerate(known):
        if (spot.document, spot.standing) == (more.document, more.standing):
            again = replace(spot, count=spot.count + 1)
            return (*known[:number], again, *known[number + 1 :])
    return (*known, more)
