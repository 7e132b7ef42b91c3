"""What is said of a difference in Dutch, alike on a terminal, on a page and in a merge request."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from pmg_docs.dutch.dates import write_moment
from pmg_docs.dutch.lists import write_list
from pmg_docs.model.changes import (
    Cause,
    CauseKind,
    ChangeKind,
    Chapter,
    Differences,
    LookChange,
    Mark,
    Segment,
    Spot,
    Told,
)
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.passage import Part, Shape
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
JOINED = "-"
"""What a Word file puts between the names of facts that gave one figure together."""
NOT_RECORDED = "nog niet vastgelegd in git"
LONGEST_VALUES = 160
"""Characters of a fact before and after together that still make a title."""
LONG_TO_NAME = 6
"""More documents than this are counted, and named one by one at their changes."""


def counted(number: int, one: str, more: str) -> str:
    """A number with its noun: `1 document`, `3 documenten`."""
    return f"{number} {one if number == 1 else more}"


def compared(differences: Differences, called: str = "") -> str:
    """What was held against what, and what that is of when it is one thing."""
    within = f"{called}. " if called else ""
    return f"{within}Vergeleken: {differences.old} met {differences.new}."


def outcome(differences: Differences) -> str:
    """How much is different, in one or two sentences."""
    documents = counted(differences.compared, "document", "documenten")
    if not differences.compared and differences.is_same and not differences.is_whole:
        return "Er kon niets worden vergeleken."
    if differences.is_same and not differences.is_whole:
        return f"Geen verschillen in {documents}, maar niet alles kon worden vergeleken."
    if differences.is_same:
        return f"Geen verschillen{f': {documents} gelijk' * (differences.compared > 1)}."
    reached = {name for chapter in differences.chapters for name in chapter.documents}
    changes = sum(spot.count for chapter in differences.chapters
                  for one in chapter.told for spot in one.spots)  # fmt: skip
    said = []
    if changes:
        causes = [c for c in differences.chapters if c.cause.kind is not CauseKind.UNKNOWN]
        by = f" door {counted(len(causes), 'oorzaak', 'oorzaken')}" if causes else ""
        within = f" in {len(reached)} van {documents}" if differences.compared > 1 else ""
        said.append(f"{counted(changes, 'wijziging', 'wijzigingen')}{by}{within}.")
    elif differences.compared:
        said.append(f"In {documents} is geen woord anders.")
    for names, word in ((differences.added, "nieuw"), (differences.removed, "vervallen")):
        if names:
            said.append(f"{counted(len(names), 'document', 'documenten').capitalize()} {word}.")
    return " ".join(said)


def title(cause: Cause) -> str:
    """The name of a cause, with what became of it where that is short."""
    if cause.kind is CauseKind.UNKNOWN:
        return "Wijzigingen in de tekst"
    names = cause.name.split(JOINED) if cause.kind is CauseKind.FACT else [cause.name]
    called = f"{_CALLED[cause.kind]}{'en' * (len(names) > 1)} {write_list(names)}"
    if cause.kind is not CauseKind.FACT or cause.segments:
        return called
    is_long = len(cause.old) + len(cause.new) > LONGEST_VALUES
    if not cause.old:
        return f"Nieuw feit {cause.name}{'' if is_long else f': {cause.new}'}"
    if not cause.new:
        return f"{called} vervallen{'' if is_long else f': {cause.old}'}"
    return called if is_long else f"{called}: {cause.old} → {cause.new}"


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
    """The documents that a cause reached; empty when there is only one to speak of."""
    names = [name for name in chapter.documents if name]
    return f"in {_listed(names)}" if names else ""


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
        case ChangeKind.RENUMBERED:
            return "ander opschrift" if change.passage.part is Part.FRAME else "hernummerd"
        case ChangeKind.RESHAPED if old and new:
            return f"was {_SHAPES[old.shape]}, is nu {_SHAPES[new.shape]}"
    return ""


def spot_of(spot: Spot) -> str:
    """Where a change stands."""
    times = f" ({spot.count} keer)" if spot.count > 1 else ""
    return f"{': '.join(filter(None, (spot.document, spot.standing)))}{times}".strip()


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


def shortened(differences: Differences) -> tuple[str, Differences]:
    """What all documents have in common, and the differences without that everywhere.

    That is the name of their dossier, or of the one document that was compared; empty, and the
    differences as they are, when they have nothing in common.
    """
    names = {
        *differences.added, *differences.removed,
        *(name for chapter in differences.chapters for name in chapter.documents),
        *(name for look in differences.looks for name in look.documents),
    }  # fmt: skip
    if len(names) == 1 and differences.compared == 1 and not differences.added:
        [name] = names
        return name, _renamed(differences, {name: ""})
    dossiers = {name.rpartition("/")[0] for name in names}
    if len(dossiers) != 1 or dossiers == {""}:
        return "", differences
    [dossier] = dossiers
    return dossier, _renamed(differences, {name: name.rpartition("/")[2] for name in names})


def look(change: LookChange) -> str:
    """What looks otherwise, and in which documents."""
    names = [name for name in change.documents if name]
    return f"{change.what} (in {_listed(names)})" if names else change.what


def silent(cause: Cause) -> str:
    """A fact that changed without a word in a document that did."""
    return " ".join(filter(None, (title(cause), f"({source(cause)})" if source(cause) else "")))


def finding(found: Diagnostic) -> str:
    """What could not be compared, or must be told, with what to do about it."""
    return " ".join((found.message, *found.hints))


def _listed(names: Sequence[str]) -> str:
    """Names of documents, counted when they are many."""
    return f"{len(names)} documenten" if len(names) > LONG_TO_NAME else write_list(names)


def _renamed(differences: Differences, names: Mapping[str, str]) -> Differences:
    def of(documents: Iterable[str]) -> tuple[str, ...]:
        return tuple(names[name] for name in documents)

    chapters = tuple(
        replace(chapter, told=tuple(
            replace(told, spots=tuple(_short_spot(spot, names) for spot in told.spots))
            for told in chapter.told
        ))
        for chapter in differences.chapters
    )  # fmt: skip
    return replace(
        differences,
        chapters=chapters,
        looks=tuple(replace(one, documents=of(one.documents)) for one in differences.looks),
        added=of(differences.added),
        removed=of(differences.removed),
    )


def _short_spot(spot: Spot, names: Mapping[str, str]) -> Spot:
    where = spot.where
    inside = f"letters/{spot.document.rpartition('/')[0]}/"
    if where is not None and where.file.startswith(inside):
        where = replace(where, file=where.file.removeprefix(inside))
    return replace(spot, document=names[spot.document], where=where)


def _day(iso: str) -> str:
    return write_moment(Date(dt.date.fromisoformat(iso))).replace("\xa0", " ") if iso else ""
