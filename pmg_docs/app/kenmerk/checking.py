"""The register held against the letters: each number of one letter, each letter its own."""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from pmg_docs.app.final.fixed_letters import versions_of
from pmg_docs.app.gathering import with_lines
from pmg_docs.app.kenmerk.bearing import Bearing, Bearings
from pmg_docs.app.kenmerk.sharing import shared
from pmg_docs.kenmerk.entry import Entry, EntryStatus
from pmg_docs.kenmerk.holding import unfit, withdrawing
from pmg_docs.kenmerk.naming import identity
from pmg_docs.kenmerk.register import Register
from pmg_docs.model.diagnostic import Diagnostic, Severity
from pmg_docs.model.errors import PmgError, Unreachable
from pmg_docs.workspace.clock import today
from pmg_docs.workspace.folder import Workspace


@dataclass(frozen=True, slots=True)
class RegisterReport:
    """What a look at the register came to: how many numbers and letters, and the findings."""

    numbers: int
    letters: int
    findings: tuple[Diagnostic, ...]
    is_unreachable: bool = False


def check_register(workspace: Workspace) -> RegisterReport:
    """Hold every number against every letter of the workspace.

    Raises:
        Unreachable: the letters cannot be listed.
    """
    register = Register(workspace)
    known, unread = _read(Bearings(workspace, register))
    borne = [bearing for bearing in known.values() if bearing is not None]
    entries = register.entries()
    findings = [
        *register.faults(),
        *(finding for problem in unread for finding in problem.findings),
        *shared(_unsettled(borne, entries)),
        *_second_numbers(entries),
        *_future(entries),
        *_altered(workspace, entries),
        *_of_letters(entries, borne),
    ]
    used = {identity(bearing.kenmerk) for bearing in borne}
    for entry in entries:
        findings.extend(_unused(entry, known, used))
    is_unreachable = any(isinstance(problem, Unreachable) for problem in unread)
    return RegisterReport(len(entries), len(known), with_lines(workspace, findings), is_unreachable)


def _read(bearings: Bearings) -> tuple[dict[str, Bearing | None], list[PmgError]]:
    """Every letter by its name, None for one that cannot be read, and why that is."""
    known: dict[str, Bearing | None] = {}
    unread: list[PmgError] = []
    for dossier, path in bearings.letters():
        known[f"{dossier}/{path.stem}"] = None
        try:
            known[f"{dossier}/{path.stem}"] = bearings.of(dossier, path)
        except PmgError as problem:
            unread.append(problem)
    return known, unread


def _unsettled(borne: Sequence[Bearing], entries: Sequence[Entry]) -> Iterator[Bearing]:
    """Letters with a number of which the register does not say whose it is."""
    settled = {identity(entry.kenmerk) for entry in entries if entry.letter}
    return (b for b in borne if b.kenmerk and identity(b.kenmerk) not in settled)


def _second_numbers(entries: Sequence[Entry]) -> Iterator[Diagnostic]:
    """Letters to which two branches or machines each gave a number."""
    first: dict[str, Entry] = {}
    for entry in (e for e in entries if e.is_live and e.letter):
        other = first.setdefault(entry.letter_name, entry)
        if other is not entry:
            yield Diagnostic(
                "PMG176",
                f"De brief {entry.letter_name} heeft ook het kenmerk '{other.kenmerk}'.",
                entry.where,
                hints=(f"Trek er een in, met: {withdrawing(entry)}",),
            )


def _altered(workspace: Workspace, entries: Sequence[Entry]) -> Iterator[Diagnostic]:
    """What was fixed under a number and is no longer there as it was."""
    for entry in entries:
        try:
            versions_of(workspace, entry)
        except PmgError as problem:
            yield from problem.findings


def _future(entries: Sequence[Entry]) -> Iterator[Diagnostic]:
    day = today()
    for entry in entries:
        if entry.day > day:
            yield Diagnostic(
                "PMG238",
                f"Dit is van {entry.day}, en volgens de klok is het vandaag {day}.",
                entry.where,
                Severity.WAARSCHUWING,
                hints=("Kijk of de klok van deze computer goed staat.",),
            )


def _of_letters(entries: Sequence[Entry], borne: Sequence[Bearing]) -> Iterator[Diagnostic]:
    """Letters with a number that is not theirs, or that the register does not know."""
    known = {identity(entry.kenmerk): entry for entry in entries}
    for bearing in (b for b in borne if b.kenmerk):
        entry = known.get(identity(bearing.kenmerk))
        if entry is None:
            yield Diagnostic(
                "PMG239",
                f"Het kenmerk '{bearing.kenmerk}' staat niet in het register.",
                bearing.where,
                Severity.WAARSCHUWING,
                hints=(f"Zet het erin, met: pmg kenmerk assign {bearing.name}",),
            )
        elif wrong := unfit(entry, bearing.dossier, bearing.letter, bearing.where):
            yield wrong


def _unused(
    entry: Entry, known: Mapping[str, Bearing | None], used: Set[str]
) -> Iterator[Diagnostic]:
    """A number that its letter does not bear, or that no letter bears at all."""
    if not entry.is_live:
        return
    is_reserved = entry.status is EntryStatus.GERESERVEERD
    if not entry.letter:
        if identity(entry.kenmerk) not in used:
            yield _reservation(entry, "geen brief gebruikt het")
        return
    why = _why_not(entry, known)
    if why and is_reserved:
        yield _reservation(entry, why)
    elif why:
        yield Diagnostic(
            "PMG227",
            f"Het kenmerk '{entry.kenmerk}' is toegekend, maar {why}.",
            entry.where,
            hints=(f"Zet bovenaan die brief: kenmerk: '{entry.kenmerk}'",
                   f"Gaat de brief niet door, trek het nummer dan in: {withdrawing(entry)}"),
        )  # fmt: skip


def _why_not(entry: Entry, known: Mapping[str, Bearing | None]) -> str:
    """Why a letter is not seen to bear its number; empty when it does, or cannot be read."""
    if entry.letter_name not in known:
        return f"de brief {entry.letter_name} bestaat niet (meer)"
    bearing = known[entry.letter_name]
    if bearing is None or identity(bearing.kenmerk) == identity(entry.kenmerk):
        return ""
    borne = f"het kenmerk '{bearing.kenmerk}'" if bearing.kenmerk else "nog geen kenmerk"
    return f"op {entry.letter_name} staat {borne}"


def _reservation(entry: Entry, why: str) -> Diagnostic:
    return Diagnostic(
        "PMG228",
        f"Het kenmerk '{entry.kenmerk}' is gereserveerd (door {entry.by}, {entry.day}), "
        f"maar {why}.",
        entry.where,
        Severity.WAARSCHUWING,
        hints=(f"Gebruik het, of trek het in: {withdrawing(entry)}",),
    )
