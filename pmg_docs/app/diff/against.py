"""Dossiers as they are, held against what went out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from pmg_docs.app.composed import letters_of
from pmg_docs.app.diff.assembling import assemble
from pmg_docs.app.diff.dossiers import WORKING_TREE
from pmg_docs.app.diff.fixed_side import fixed_letter, last_fixed, without_status
from pmg_docs.app.diff.sides import Outcome, Side, side_of
from pmg_docs.app.diff.state import Against
from pmg_docs.app.dossier import choose_dossiers
from pmg_docs.app.final.fixed_letters import Version, versions_of
from pmg_docs.app.shelf import Shelf
from pmg_docs.dutch.dates import write_moment
from pmg_docs.dutch.lists import write_list
from pmg_docs.kenmerk.entry import Entry
from pmg_docs.kenmerk.register import Register
from pmg_docs.letter.reading import LetterStatus
from pmg_docs.model.diagnostic import Diagnostic, Severity
from pmg_docs.model.errors import NotFound, PmgError, Unreachable
from pmg_docs.model.value import Date
from pmg_docs.workspace.folder import Workspace
from pmg_docs.workspace.git import Repository
from pmg_docs.workspace.history import History

_Name = tuple[str, str]
_FEW = 3


@dataclass(frozen=True, slots=True)
class _Kept:
    """What is kept of the letters that were asked for, and what stands in the way of others.

    `never` are the letters that are there and were never fixed.
    """

    versions: dict[_Name, tuple[Entry, Version]] = field(default_factory=dict)
    findings: list[Diagnostic] = field(default_factory=list)
    never: list[str] = field(default_factory=list)


def diff_against(
    workspace: Workspace, dossiers: Sequence[str], letters: Sequence[str], state: Against
) -> Outcome:
    """Compare letters with what was fixed of them last.

    No file says that a letter was sent but the letter itself, by its status of today. Both states
    are therefore the tree that was fixed; a letter that was to be sent and does not say so is told.

    Args:
        workspace: where they lie; it need not be in git.
        dossiers: their names, or empty for all.
        letters: the letters to compare, or empty for all.
        state: what they are held against.

    Raises:
        NotFound: there is no such dossier or letter; PMG485, none of them was ever fixed.
        Unreachable: something cannot be read.
    """
    register = Register(workspace)
    fixed = last_fixed(register.entries())
    here = _here(workspace, _wanted(workspace, dossiers, fixed), fixed)
    _refuse_unknown(letters, here)
    asked = {name: entry for name, entry in here.items() if not letters or name[1] in letters}
    kept = _read(workspace, asked)
    kept.findings.extend(register.faults())
    if not kept.versions and not kept.findings:
        raise NotFound(_never(kept.never, state))
    new = _today(workspace, kept)
    old = Side(_called(kept, state))
    shelf = Shelf.of(workspace)
    for (dossier, letter), (_, version) in kept.versions.items():
        name = f"{dossier}/{letter}"
        old.letters[name] = fixed_letter(name, version, new.letters.get(name), shelf)
    old.remarks.extend(kept.findings)
    if state is Against.SENT:
        old.remarks.extend(_not_said_sent(new))
    if kept.never:
        old.remarks.append(_never(kept.never, state, Severity.WAARSCHUWING))
    return assemble(old, new, _history(workspace), "")


def _wanted(
    workspace: Workspace, names: Sequence[str], fixed: Mapping[_Name, Entry]
) -> tuple[str, ...]:
    """The dossiers that were asked for; one that is gone can be, if anything of it was fixed."""
    gone = {dossier for dossier, _ in fixed} - set(workspace.dossiers())
    known = [name for name in names if name not in gone]
    if names and not known:
        return tuple(dict.fromkeys(names))
    if not names and gone and not workspace.dossiers():
        return tuple(sorted(gone))
    chosen = choose_dossiers(workspace, known)
    return tuple(dict.fromkeys((*chosen, *(gone.intersection(names) if names else sorted(gone)))))


def _here(
    workspace: Workspace, dossiers: Iterable[str], fixed: Mapping[_Name, Entry]
) -> dict[_Name, Entry | None]:
    """Every letter that is there or was fixed, in order, with its number when it was."""
    found: dict[_Name, Entry | None] = {}
    for dossier in dossiers:
        there = {path.stem for path in letters_of(workspace, dossier)}
        stems = sorted(there | {stem for name, stem in fixed if name == dossier})
        found |= {(dossier, stem): fixed.get((dossier, stem)) for stem in stems}
    return found


def _refuse_unknown(letters: Sequence[str], here: Iterable[_Name]) -> None:
    known = sorted({stem for _, stem in here})
    if wrong := [name for name in letters if name not in known]:
        raise NotFound(
            Diagnostic("PMG193", f"Geen van deze dossiers heeft of had een brief '{name}'.",
                       hints=(f"Er zijn: {', '.join(known) or 'geen brieven'}.",))
            for name in wrong
        )  # fmt: skip


def _read(workspace: Workspace, asked: Mapping[_Name, Entry | None]) -> _Kept:
    kept = _Kept()
    for (dossier, letter), entry in asked.items():
        if entry is None:
            kept.never.append(f"{dossier}/{letter}")
            continue
        try:
            kept.versions[dossier, letter] = entry, versions_of(workspace, entry)[-1]
        except PmgError as problem:
            kept.findings.extend(problem.findings)
    return kept


def _today(workspace: Workspace, kept: _Kept) -> Side:
    """The letters of today of which something is kept."""
    side = Side(WORKING_TREE)
    for dossier in dict.fromkeys(dossier for dossier, _ in kept.versions):
        stems = [letter for name, letter in kept.versions if name == dossier]
        part = side_of(workspace, WORKING_TREE, [dossier], stems)
        side.letters.update({name: without_status(one) for name, one in part.letters.items()})
        side.broken.update(part.broken)
    return side


def _called(kept: _Kept, state: Against) -> str:
    if len(kept.versions) != 1:
        return f"wat is {state}"
    [(entry, version)] = kept.versions.values()
    day = write_moment(Date(version.day)).replace("\xa0", " ")
    again = f", versie {version.number}" if version.number > 1 else ""
    return f"wat op {day} is vastgesteld onder {entry.kenmerk}{again}"


def _not_said_sent(new: Side) -> Iterator[Diagnostic]:
    """What to say of letters of today that do not say that they were sent."""
    by_status: dict[LetterStatus, list[str]] = {}
    for name, letter in new.letters.items():
        status = letter.composed.letter.front.status if letter.composed else LetterStatus.VERZONDEN
        if status is not LetterStatus.VERZONDEN:
            by_status.setdefault(status, []).append(name)
    for status, names in by_status.items():
        says = "zegt" if len(names) == 1 else "zeggen"
        yield Diagnostic(
            "PMG485",
            f"{_listed(names)} {says} nu '{status}' en niet 'verzonden'.",
            severity=Severity.WAARSCHUWING,
            hints=("Vergeleken is met wat het laatst is vastgesteld.",),
        )


def _never(names: Sequence[str], state: Against, severity: Severity = Severity.FOUT) -> Diagnostic:
    if not names:
        return Diagnostic(
            "PMG485",
            f"Hier is nog niets {state}.",
            severity=severity,
            hints=("Een brief stelt u vast met: pmg finalise DOSSIER",),
        )
    are = "is" if len(names) == 1 else "zijn"
    dossiers = {name.partition("/")[0] for name in names}
    of = min(dossiers) if len(dossiers) == 1 else "DOSSIER"
    return Diagnostic(
        "PMG485",
        f"{_listed(names)} {are} nog nooit vastgesteld.",
        severity=severity,
        hints=(f"Er is dus niets om mee te vergelijken; vaststellen gaat met: pmg finalise {of}",),
    )


def _listed(names: Sequence[str]) -> str:
    return write_list(names) if len(names) <= _FEW else f"{len(names)} brieven"


def _history(workspace: Workspace) -> History | None:
    try:
        return History(Repository.around(workspace.root))
    except Unreachable:
        return None
