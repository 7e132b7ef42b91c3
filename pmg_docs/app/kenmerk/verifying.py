"""Verify: whether a copy of a letter, however it came here, says what went out under its number.

The copy is known by its words. Its kenmerk says where to look first, and no more: somebody may have
altered just that.
"""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from pmg_docs.app.diff.files import bytes_of
from pmg_docs.app.final.fixed_letters import Version, versions_of
from pmg_docs.app.kenmerk.comparing import compared
from pmg_docs.app.kenmerk.false_claims import false_claims
from pmg_docs.kenmerk.entry import Entry, EntryStatus
from pmg_docs.kenmerk.naming import identity
from pmg_docs.kenmerk.register import Register
from pmg_docs.model.diagnostic import Diagnostic, Severity
from pmg_docs.model.digest import digest_of
from pmg_docs.model.errors import NotFound, PmgError, Refused, Unreachable
from pmg_docs.model.passage import FileText, Part, Passage
from pmg_docs.model.passages import passages_of
from pmg_docs.readers import read_text
from pmg_docs.review.copies import CopyChanges
from pmg_docs.review.likeness import Profile, likeness, together
from pmg_docs.workspace.folder import Workspace

_BORNE = 0.5
_FOUND = 0.6
"""How much alike a copy and a letter are at least: when it bears that number, and when not."""
_SHORTEST = 5
"""A shorter number may stand in a file for many other things."""


class Outcome(StrEnum):
    """What a copy proved to be, in the word that a program reads."""

    SAME = "ongewijzigd"
    CHANGED = "gewijzigd"
    CONCEPT = "concept"


@dataclass(frozen=True, slots=True)
class Verified:
    """A copy and the version that it is of.

    `last` is the newest version under that number. `is_very_file` says whether the copy is, byte
    for byte, a file that was made then. `changes` have the words that are others, `missing` the
    lines of the frame that a format without headers does not have.
    """

    name: str
    entry: Entry
    version: Version
    last: Version
    outcome: Outcome
    changes: CopyChanges
    remarks: tuple[Diagnostic, ...] = ()
    is_very_file: bool = False


@dataclass(frozen=True, slots=True)
class _Letter:
    entry: Entry
    versions: tuple[Version, ...]


def verify(workspace: Workspace, path: Path) -> Verified:
    """Say of what went out a file is a copy, and whether its words are the same.

    Args:
        workspace: where the register and the letters that were fixed lie.
        path: the file, of any kind that can be read.

    Raises:
        NotFound: PMG169, it is no copy of anything that was fixed here.
        Unreachable: it cannot be read, or what it may be a copy of cannot.
    """
    data = bytes_of(path)
    read = _read(data, path.name)
    name = workspace.shown_name(path)
    register = Register(workspace)
    remarks = (*read.remarks, *_tracked(read, name))
    entries = register.entries()
    text = _whole(read)
    broken = list(register.faults())
    # What it names is looked at first: to read all that was ever fixed takes long.
    named = [entry for entry in entries if _bears(text, entry.kenmerk)]
    for some in (named, [entry for entry in entries if entry not in named]):
        letters = _letters(workspace, some, broken)
        if very := _very_file(letters, data):
            nothing = CopyChanges((), (), is_marked=False)
            return _verified(name, *very, nothing, remarks, is_very_file=True)
        letter = _nearest(letters, read)
        if letter is not None:
            found = _verified(name, letter, *_held(letter, read), (*remarks, *broken))
            words = found.version.digest if found.outcome is Outcome.SAME else ""
            claims = false_claims(data, read.format, name, words)
            return replace(found, remarks=(*found.remarks, *claims))
    if broken:
        raise Unreachable(broken)
    raise NotFound(_unknown(named, name))


def _verified(
    name: str,
    letter: _Letter,
    version: Version,
    changes: CopyChanges,
    remarks: tuple[Diagnostic, ...],
    *,
    is_very_file: bool = False,
) -> Verified:
    outcome = (
        Outcome.CHANGED if changes.changes
        else Outcome.CONCEPT if changes.is_marked
        else Outcome.SAME
    )  # fmt: skip
    last = letter.versions[-1]
    return Verified(
        name, letter.entry, version, last, outcome, changes, remarks, is_very_file
    )  # fmt: skip


def _read(data: bytes, name: str) -> FileText:
    try:
        return read_text(data, name)
    except Refused as refused:
        raise Unreachable(refused.findings) from refused


def _letters(
    workspace: Workspace, entries: Sequence[Entry], broken: list[Diagnostic]
) -> list[_Letter]:
    """The letters that were fixed under numbers; what keeps one from being known is added."""
    found = []
    for entry in entries:
        try:
            if versions := versions_of(workspace, entry):
                found.append(_Letter(entry, versions))
        except PmgError as problem:
            broken += problem.findings
    return found


def _very_file(letters: Sequence[_Letter], data: bytes) -> tuple[_Letter, Version] | None:
    """The newest version of which a file is one that was made then."""
    digest = digest_of(data)
    made = (
        (letter, version)
        for letter in letters
        for version in reversed(letter.versions)
        if digest in version.outputs.values()
    )
    return next(made, None)


def _nearest(letters: Sequence[_Letter], read: FileText) -> _Letter | None:
    """The letter whose words the file has: of those that it names if it can be, else of all."""
    profile = _profile(read.passages)
    scored = [
        (max(likeness(profile, _profile(passages_of(v.document))) for v in one.versions), one)
        for one in letters
    ]
    for text, least in ((_head(read), _BORNE), (_whole(read), _BORNE), ("", _FOUND)):
        fit = [(score, one) for score, one in scored
               if score >= least and (not text or _bears(text, one.entry.kenmerk))]  # fmt: skip
        if fit:
            return max(fit, key=lambda one: one[0])[1]
    return None


def _held(letter: _Letter, read: FileText) -> tuple[Version, CopyChanges]:
    """The version that the words of a file are nearest to; the newest of those that are equal."""
    held = ((version, compared(version.document, read)) for version in reversed(letter.versions))
    return min(held, key=lambda one: one[1].weight)


def _profile(passages: Sequence[Passage]) -> Profile:
    said = [p for p in passages if p.part in (Part.BODY, Part.NOTE)]
    return together([Profile.of(replace(p, pieces=(), controls=())) for p in said])


def _head(read: FileText) -> str:
    edges = (p.text for p in read.passages if p.part in (Part.HEADER, Part.FOOTER))
    return identity("\n".join((*edges, *(value for _, value in read.properties))))


def _whole(read: FileText) -> str:
    texts = (*(p.text for p in read.passages), *(words for *_, words in read.store))
    return f"{identity(' '.join(texts))} {_head(read)}"


def _bears(text: str, kenmerk: str) -> bool:
    return re.search(rf"(?<![\w-]){re.escape(identity(kenmerk))}(?![\w-])", text) is not None


def _tracked(read: FileText, name: str) -> Iterator[Diagnostic]:
    if any(passage.revisions for passage in read.passages):
        yield Diagnostic(
            "PMG170",
            f"In {name} zijn wijzigingen bijgehouden; gelezen alsof zij zijn aanvaard.",
            severity=Severity.WAARSCHUWING,
            hints=("Wat er dan staat, is vergeleken met wat is vastgesteld.",),
        )


def _unknown(named: Sequence[Entry], name: str) -> Diagnostic:
    """The finding for a file that is no copy, with what is known of the numbers in it."""
    hints = [_about(entry) for entry in named if len(entry.kenmerk) >= _SHORTEST][:3]
    return Diagnostic(
        "PMG169",
        f"{name} is hier niet bekend: het heeft niet de woorden van een brief die is vastgesteld.",
        hints=(*hints, "Welke brieven zijn vastgesteld, zegt: pmg kenmerk list"),
    )


def _about(entry: Entry) -> str:
    if entry.status is EntryStatus.INGETROKKEN:
        return f"Het noemt {entry.kenmerk}, een nummer dat is ingetrokken."
    if not entry.fixed:
        return f"Het noemt {entry.kenmerk}, waaronder nog niets is vastgesteld."
    return f"Het noemt {entry.kenmerk}, maar heeft andere woorden dan daaronder zijn vastgesteld."


def day_of(version: Version) -> dt.date:
    """The day that a version bears: that of the letter, or else when it was fixed."""
    try:
        return dt.date.fromisoformat(version.document.day)
    except ValueError:
        return version.day
