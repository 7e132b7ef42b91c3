"""Letters that were fixed: what went out under a number is known, and nothing else goes out.

`letters/<dossier>/vastgesteld/<kenmerk>.json` keeps the tree of every version. The register says
which of them counts: a version that it does not name was never finished.
"""

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pmg_docs.app.dossier import DossierReport, Draft
from pmg_docs.app.gathering import with_lines
from pmg_docs.dutch.dates import write_date
from pmg_docs.kenmerk.entry import Entry
from pmg_docs.kenmerk.naming import SUFFIX, file_name, identity
from pmg_docs.kenmerk.register import Register
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.document import Document
from pmg_docs.model.errors import PmgError, Refused
from pmg_docs.model.fixed import as_final, differences, sealed
from pmg_docs.model.place import Place
from pmg_docs.model.stored import document_of, to_data
from pmg_docs.model.value import Date
from pmg_docs.workspace.folder import Workspace

FOLDER = "vastgesteld"
_MOST_SHOWN = 8
_UNREADABLE = (ValueError, TypeError, KeyError, AttributeError, OverflowError, RecursionError)
"""What goes wrong in a file that is no longer what pmg wrote."""


@dataclass(frozen=True, slots=True)
class Version:
    """A letter as it went out: its words, why it was changed, and the digests of all files.

    `reason` is empty for the first version.
    """

    number: int
    day: dt.date
    by: str
    reason: str
    digest: str
    inputs: Mapping[str, str]
    outputs: Mapping[str, str]
    document: Document


def path_of(workspace: Workspace, dossier: str, kenmerk: str) -> Path:
    """Where the versions of a number are kept."""
    name = file_name(kenmerk).removesuffix(SUFFIX) + ".json"
    return workspace.dossier(dossier) / FOLDER / name


def versions_of(workspace: Workspace, entry: Entry) -> tuple[Version, ...]:
    """The versions of a number up to the one that the register names; none for an open one.

    Raises:
        Refused: PMG446, the file is not there, or somebody changed it.
        Unreachable: it cannot be read.
    """
    if not entry.fixed:
        return ()
    path = path_of(workspace, entry.dossier, entry.kenmerk)
    if not workspace.has_file(path):
        raise Refused(_altered(workspace, path, "is er niet meer"))
    try:
        data = workspace.read(path).data
    except Refused as problem:
        is_outside = not path.resolve().is_relative_to(workspace.root)
        how = "ligt buiten de werkmap" if is_outside else "is veel te groot geworden"
        raise Refused(_altered(workspace, path, how)) from problem
    try:
        whole = json.loads(data)
        known = [_version(one) for one in whole["versies"]]
        is_of_letter = (identity(whole["kenmerk"]), whole["brief"]) == (
            identity(entry.kenmerk), entry.letter)  # fmt: skip
        last = max((n for n, v in enumerate(known, start=1) if v.digest == entry.fixed), default=0)
        has_words = last and all(v.document.fingerprint == v.digest for v in known[:last])
    except _UNREADABLE as problem:
        raise Refused(_altered(workspace, path, "is niet meer te lezen")) from problem
    if not is_of_letter:
        raise Refused(_altered(workspace, path, "is van een andere brief"))
    if not has_words:
        raise Refused(_altered(workspace, path, "heeft andere woorden dan er zijn vastgesteld"))
    if [one.number for one in known[:last]] != list(range(1, last + 1)):
        raise Refused(_altered(workspace, path, "heeft de versies niet meer in hun volgorde"))
    return tuple(known[:last])


def to_json(kenmerk: str, letter: str, versions: Sequence[Version]) -> bytes:
    """The file of these versions."""
    rows = [
        {
            "versie": one.number, "datum": one.day.isoformat(), "door": one.by,
            "reden": one.reason, "vingerafdruk": one.digest, "invoer": dict(one.inputs),
            "uitvoer": dict(one.outputs), "document": to_data(one.document),
        }
        for one in versions
    ]  # fmt: skip
    whole = {"kenmerk": kenmerk, "brief": letter, "versies": rows}
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()


def entry_of(register: Register, dossier: str, draft: Draft) -> Entry | None:
    """The number that a letter bears, when the register says that it is its own."""
    kenmerk = draft.document.said_in("kenmerk")
    try:
        entry = register.at(kenmerk) if kenmerk else None
    except PmgError:
        return None  # the letter has that finding already
    if entry is None or (entry.dossier, entry.letter) != (dossier, draft.letter):
        return None
    return entry


def fixed_reports(
    workspace: Workspace, reports: Sequence[DossierReport]
) -> tuple[tuple[DossierReport, ...], tuple[Diagnostic, ...]]:
    """Dossiers with each letter that was fixed as it went out, without CONCEPT.

    Returns:
        The dossiers, and a finding for each letter that has other words now.
    """
    register = Register(workspace)
    findings: list[Diagnostic] = []
    made = []
    for report in reports:
        drafts = []
        for draft in report.drafts:
            entry = entry_of(register, report.name, draft)
            if entry is not None and entry.fixed:
                final = as_final(draft.document)
                if final.fingerprint == entry.fixed:
                    drafts.append(replace(draft, document=_as_sent(workspace, entry, final)))
                    continue
                findings.append(other_words(workspace, entry, final, place_of(report, draft)))
            drafts.append(draft)
        made.append(replace(report, drafts=tuple(drafts)))
    return tuple(made), with_lines(workspace, findings)


def as_kept(versions: Sequence[Version], final: Document) -> Document:
    """A final document as its last version was kept, when it has the same words.

    A Word file knows on which line of its letter a sentence stood. Who adds a line to the head of
    the letter afterwards, such as its status, must not get another file than the one that went out.
    """
    is_kept = versions and versions[-1].digest == final.fingerprint
    return versions[-1].document if is_kept else final


def _as_sent(workspace: Workspace, entry: Entry, final: Document) -> Document:
    try:
        return as_kept(versions_of(workspace, entry), final)
    except PmgError:
        return final  # it has the words all the same, and `pmg kenmerk check` tells what is lost


def place_of(report: DossierReport, draft: Draft) -> Place:
    """Where a letter has its kenmerk, else the letter itself."""
    letters = report.subject.letters if report.subject else ()
    places = (one.place_of("kenmerk") for one in letters if one.name == draft.letter)
    return next(places, Place(f"letters/{report.name}/{draft.letter}.md"))


def other_words(workspace: Workspace, entry: Entry, final: Document, where: Place) -> Diagnostic:
    """The finding for a letter that no longer says what went out under its number."""
    again = f"pmg finalise {entry.dossier} --letter {entry.letter} --reden '…'"
    hints: tuple[str, ...] = (f"Zet de woorden terug, of stel een nieuwe versie vast: {again}",)
    try:
        before = versions_of(workspace, entry)[-1].document
        lines = list(differences(before, final))
    except PmgError as problem:
        lines = [finding.message for finding in problem.findings]
        hints = tuple(hint for finding in problem.findings for hint in finding.hints)
    more = [f"… en nog {len(lines) - _MOST_SHOWN}"] if len(lines) > _MOST_SHOWN else []
    day = write_date(Date(entry.day))
    return Diagnostic(
        "PMG445",
        f"Onder '{entry.kenmerk}' is op {day} iets anders vastgesteld dan hier staat.",
        where,
        hints=hints,
        details=(*lines[:_MOST_SHOWN], *more),
    )


def _version(row: Mapping[str, Any]) -> Version:
    return Version(
        int(row["versie"]), dt.date.fromisoformat(row["datum"]), str(row["door"]),
        str(row["reden"]), str(row["vingerafdruk"]), _digests(row["invoer"]),
        _digests(row["uitvoer"]), sealed(document_of(row["document"])),
    )  # fmt: skip


def _digests(row: Mapping[str, Any]) -> dict[str, str]:
    return {name: str(digest) for name, digest in row.items()}


def _altered(workspace: Workspace, path: Path, how: str) -> Diagnostic:
    name = path.relative_to(workspace.root).as_posix()
    return Diagnostic(
        "PMG446",
        f"{name} {how}.",
        Place(name, 0),
        hints=("Zet het bestand terug zoals het was, bijvoorbeeld met git.",),
    )
