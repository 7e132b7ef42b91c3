"""What is said of a difference in Dutch, alike on a terminal, on a page and in a merge request."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import replace

from pmg_docs.dutch.dates import write_moment
from pmg_docs.dutch.lists import write_list
from pmg_docs.model.changes import (
    Cause,
    CauseKind,
    ChangeKind,
    Chapter,
    Differences,
    Mark,
    Segment,
    Spot,
    Told,
)
from pmg_docs.model.passage import Shape
from pmg_docs.model.value import Date

_CALLED = {
    CauseKind.FACT: "Feit",
    CauseKind.LETTER: "Brief",
    CauseKind.TYPE: "Soort",
    CauseKind.TEMPLATE: "Sjabloon",
    CauseKind.STYLE: "Huisstijl",
}
_SHAPES = {Shape.HEADING: "een kop", Shape.TEXT: "tekst", Shape.ITEM: "een punt in een lijst",
           Shape.CELL: "een cel van een tabel"}  # fmt: skip
NOT_RECORDED = "nog niet vastgelegd in git"
LONG_TO_NAME = 6
"""More documents than this are counted, and named one by one at their changes."""


def counted(number: int, one: str, more: str) -> str:
    """A number with its noun: `1 document`, `3 documenten`."""
    return f"{number} {one if number == 1 else more}"


def compared(differences: Differences, dossier: str = "") -> str:
    """What was held against what, and in which dossier when it is one."""
    within = f"Dossier {dossier}. " if dossier else ""
    return f"{within}Vergeleken: {differences.old} met {differences.new}."


def outcome(differences: Differences) -> str:
    """How much is different, in one or two sentences."""
    documents = counted(differences.compared, "document", "documenten")
    if not differences.compared and differences.is_same and not differences.is_whole:
        return "Er kon niets worden vergeleken."
    if differences.is_same and not differences.is_whole:
        return f"Geen verschillen in {documents}, maar niet alles kon worden vergeleken."
    if differences.is_same:
        return f"Geen verschillen: {documents} gelijk."
    reached = {name for chapter in differences.chapters for name in chapter.documents}
    changes = sum(spot.count for chapter in differences.chapters
                  for one in chapter.told for spot in one.spots)  # fmt: skip
    said = []
    if changes:
        causes = [c for c in differences.chapters if c.cause.kind is not CauseKind.UNKNOWN]
        by = f" door {counted(len(causes), 'oorzaak', 'oorzaken')}" if causes else ""
        within = f" in {len(reached)} van {documents}" if differences.compared > 1 else ""
        said.append(f"{counted(changes, 'wijziging', 'wijzigingen')}{by}{within}.")
    else:
        said.append(f"In {documents} is geen woord anders.")
    for names, word in ((differences.added, "nieuw"), (differences.removed, "vervallen")):
        if names:
            said.append(f"{counted(len(names), 'document', 'documenten').capitalize()} {word}.")
    return " ".join(said)


def title(cause: Cause) -> str:
    """The name of a cause, with what became of it where that is short."""
    if cause.kind is CauseKind.UNKNOWN:
        return "Wijzigingen in de tekst"
    called = f"{_CALLED[cause.kind]} {cause.name}"
    if cause.kind is not CauseKind.FACT or cause.segments:
        return called
    if not cause.old:
        return f"Nieuw feit {cause.name}: {cause.new}"
    return (
        f"{called}: {cause.old} → {cause.new}" if cause.new else f"{called} vervallen: {cause.old}"
    )


def source(cause: Cause) -> str:
    """Where a cause stands and who made it, or empty when neither is known."""
    place = cause.where
    is_titled = place is not None and place.file == cause.name
    parts = []
    if place is not None and not is_titled:
        parts.append(f"{place.file}, regel {place.line}" if place.line else place.file)
    if cause.commit is not None:
        commit = cause.commit
        parts.append(f"{commit.author}, {_day(commit.day)}: {commit.subject} ({commit.identity})")
    elif not cause.is_recorded:
        parts.append(NOT_RECORDED)
    return "; ".join(parts)


def reached(chapter: Chapter) -> str:
    """The documents that a cause reached."""
    names = chapter.documents
    if len(names) > LONG_TO_NAME:
        return f"in {len(names)} documenten"
    return f"in {write_list(names)}"


def kind(told: Told) -> str:
    """What became of a passage, when it is more than that words in it changed; else empty."""
    change = told.change
    old, new = change.old, change.new
    match change.kind:
        case ChangeKind.ADDED | ChangeKind.REMOVED:
            return str(change.kind)
        case ChangeKind.MOVED if old and old.section and old.section != change.passage.section:
            return f"verplaatst, eerst onder {old.section}"
        case ChangeKind.MOVED:
            return "verplaatst"
        case ChangeKind.RENUMBERED if old and new:
            return f"hernummerd van {old.label or 'geen'} naar {new.label or 'geen'}"
        case ChangeKind.RESHAPED if old and new:
            return f"was {_SHAPES[old.shape]}, is nu {_SHAPES[new.shape]}"
    return ""


def spot_of(spot: Spot) -> str:
    """Where a change stands."""
    times = f" ({spot.count} keer)" if spot.count > 1 else ""
    where = f"{spot.document}: {spot.standing}" if spot.standing else spot.document
    return f"{where}{times}"


def line_of(spot: Spot) -> str:
    """The line of the source that a change stands on, or empty."""
    return f"{spot.where.file}:{spot.where.line}" if spot.where and spot.where.line else ""


def others(causes: Sequence[Cause]) -> str:
    """The causes that had a part in the same words; empty for none."""
    if not causes:
        return ""
    return (
        f"Hierin telt ook mee: {write_list([title(cause).partition(':')[0] for cause in causes])}."
    )


def sides(segments: Iterable[Segment]) -> tuple[tuple[Segment, ...], tuple[Segment, ...]]:
    """A sentence before and after: what stayed stands in both."""
    both = tuple(segments)
    return (
        tuple(one for one in both if one.mark not in {Mark.NEW, Mark.NEW_ELSEWHERE}),
        tuple(one for one in both if one.mark not in {Mark.OLD, Mark.OLD_ELSEWHERE}),
    )


def in_one(segments: Iterable[Segment]) -> tuple[Segment, ...]:
    """A sentence as it is, with what went and came for this cause."""
    return tuple(one for one in segments if one.mark is not Mark.OLD_ELSEWHERE)


def one_dossier(differences: Differences) -> tuple[str, Differences]:
    """The dossier that all documents are of, and the differences without its name everywhere.

    Empty, and the differences as they are, when the documents are of more than one.
    """
    names = {
        *differences.added, *differences.removed,
        *(name for chapter in differences.chapters for name in chapter.documents),
        *(name for look in differences.looks for name in look.documents),
    }  # fmt: skip
    dossiers = {name.rpartition("/")[0] for name in names}
    if len(dossiers) != 1 or dossiers == {""}:
        return "", differences
    [dossier] = dossiers
    return dossier, replace(
        differences,
        chapters=tuple(
            replace(chapter, told=tuple(
                replace(told, spots=tuple(map(_short_spot, told.spots))) for told in chapter.told
            ))
            for chapter in differences.chapters
        ),
        looks=tuple(replace(look, documents=_short(look.documents)) for look in differences.looks),
        added=_short(differences.added),
        removed=_short(differences.removed),
    )  # fmt: skip


def _short(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(name.rpartition("/")[2] for name in names)


def _short_spot(spot: Spot) -> Spot:
    dossier, _, name = spot.document.rpartition("/")
    where = spot.where
    inside = f"letters/{dossier}/"
    if where is not None and where.file.startswith(inside):
        where = replace(where, file=where.file.removeprefix(inside))
    return replace(spot, document=name, where=where)


def _day(iso: str) -> str:
    return write_moment(Date(dt.date.fromisoformat(iso))).replace("\xa0", " ") if iso else ""
