"""Finalise: the only way to files without CONCEPT, and to know for good what went out.

Everything is made and proven first. Then the tree is stored, and last the register names it: from
that one moment the letter is fixed. Who is killed before it left nothing that counts; who is killed
after it has only to build again.
"""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pmg_docs.app.build import OUTPUT
from pmg_docs.app.dossier import DossierReport, Draft
from pmg_docs.app.fixed_letters import (
    Version,
    as_kept,
    entry_of,
    other_words,
    path_of,
    place_of,
    to_json,
    versions_of,
)
from pmg_docs.app.gathering import gather, lines_told
from pmg_docs.app.rendering import Rendering, render
from pmg_docs.app.status import LetterStatus, status
from pmg_docs.kenmerk.entry import Entry, EntryStatus
from pmg_docs.kenmerk.register import Register
from pmg_docs.model.diagnostic import Diagnostic, Severity
from pmg_docs.model.document import Document
from pmg_docs.model.errors import Refused
from pmg_docs.model.fixed import as_final
from pmg_docs.workspace.claiming import alone, put
from pmg_docs.workspace.clock import today
from pmg_docs.workspace.folder import Workspace
from pmg_docs.workspace.officer import is_committed, officer

_FINAL = ("definitief", "verzonden")


@dataclass(frozen=True, slots=True)
class Fixed:
    """A letter that is fixed now; `is_new` says whether it was not before."""

    kenmerk: str
    letter: str
    version: int
    is_new: bool


@dataclass(frozen=True, slots=True)
class Finalised:
    """What came of it: how far each letter is and, when all may go, what was fixed and made."""

    letters: tuple[LetterStatus, ...]
    findings: tuple[Diagnostic, ...]
    fixed: tuple[Fixed, ...] = ()
    files: tuple[Path, ...] = ()

    @property
    def is_ready(self) -> bool:
        """Whether every letter may be final."""
        sound = not any(finding.stops for finding in self.findings)
        return sound and all(letter.may_be in _FINAL for letter in self.letters)


@dataclass(frozen=True, slots=True)
class _Plan:
    """What is to be fixed of one letter: its number, its versions so far, and its words."""

    draft: Draft
    entry: Entry
    versions: tuple[Version, ...]
    final: Document

    @property
    def digest(self) -> str:
        return self.final.fingerprint

    @property
    def is_new(self) -> bool:
        return self.entry.fixed != self.digest


def finalise(
    workspace: Workspace,
    dossier: str,
    letters: Sequence[str] = (),
    *,
    reason: str = "",
    by: str = "",
    is_trial: bool = False,
    on_wait: Callable[[], None] = lambda: None,
) -> Finalised:
    """Fix the letters of a dossier and make their files without CONCEPT.

    Args:
        workspace: where it lies.
        dossier: its name.
        letters: the letters, or empty for all.
        reason: why a letter that was fixed before is changed.
        by: who does it.
        is_trial: whether only to say how far each letter is.
        on_wait: called once when another holds the register or the output.

    Returns:
        How far each letter is; nothing was fixed when one of them is not ready.

    Raises:
        NotFound: there is no such dossier or letter.
        Refused: errors stand, a letter has no number of its own, or it has other words than were
            fixed and there is no reason.
        Unreachable: something cannot be read or written.
    """
    report = status(workspace, [dossier], letters)
    found = Finalised(report.letters, report.findings)
    if is_trial or not found.is_ready:
        return found
    gathered = gather(workspace, [dossier], letters)
    gathered.refuse_errors()
    [read] = gathered.reports
    with lines_told(workspace):
        plans = [_plan(workspace, read, draft, reason) for draft in read.drafts]
    finals = replace(read, drafts=tuple(replace(p.draft, document=p.final) for p in plans))
    rendering = render(workspace, [finals], workspace.root / OUTPUT, ())
    rendering.prove()
    remarks = tuple(_uncommitted(workspace, plans))
    _fix(workspace, plans, rendering, reason, by, on_wait)
    written = rendering.write(partial=bool(letters), on_wait=on_wait)
    fixed = tuple(
        Fixed(p.entry.kenmerk, p.draft.letter, len(p.versions) + p.is_new, p.is_new) for p in plans
    )
    return Finalised(report.letters, (*gathered.findings, *remarks), fixed, tuple(written))


def _plan(workspace: Workspace, report: DossierReport, draft: Draft, reason: str) -> _Plan:
    entry = entry_of(Register(workspace), report.name, draft)
    if entry is None or entry.status is not EntryStatus.TOEGEKEND:
        name = f"{report.name}/{draft.letter}"
        raise Refused(
            Diagnostic(
                "PMG448",
                f"De brief {name} heeft geen kenmerk dat haar is toegekend.",
                place_of(report, draft),
                hints=(f"Geef haar er een, met: pmg kenmerk assign {name}",),
            )
        )
    versions = versions_of(workspace, entry)
    plan = _Plan(draft, entry, versions, as_kept(versions, as_final(draft.document)))
    if plan.is_new and entry.fixed and not reason.strip():
        raise Refused(other_words(workspace, entry, plan.final, place_of(report, draft)))
    return plan


def _fix(
    workspace: Workspace,
    plans: Sequence[_Plan],
    rendering: Rendering,
    reason: str,
    by: str,
    on_wait: Callable[[], None],
) -> None:
    """Store each tree and let the register name it; that last step is what counts."""
    who, register = officer(workspace.root, by), Register(workspace)
    with alone(register.folder, on_wait):
        _refuse_changed(register, plans)
        for plan in (p for p in plans if p.is_new):
            version = _version(plan, rendering, reason if plan.versions else "", who)
            entry, letter = plan.entry, plan.draft.letter
            path = path_of(workspace, entry.dossier, entry.kenmerk)
            put(path, to_json(entry.kenmerk, letter, (*plan.versions, version)))
            marked = replace(entry, day=version.day, by=who, fixed=plan.digest)
            put(register.path_of(entry.kenmerk), marked.to_yaml())


def _refuse_changed(register: Register, plans: Sequence[_Plan]) -> None:
    for plan in plans:
        if register.at(plan.entry.kenmerk) != plan.entry:
            raise Refused(
                Diagnostic(
                    "PMG447",
                    f"Het kenmerk '{plan.entry.kenmerk}' is intussen door een ander veranderd.",
                    plan.entry.where,
                    hints=("Kijk wat er nu staat, en doe het nog een keer.",),
                )
            )


def _version(plan: _Plan, rendering: Rendering, reason: str, who: str) -> Version:
    outputs = {
        path.name: _digest(data)
        for path, data in rendering.files.items()
        if path.stem == plan.draft.letter
    }
    inputs = {file.name: _digest(file.data) for file in plan.draft.inputs}
    number = len(plan.versions) + 1
    return Version(
        number, today(), who, reason.strip(), plan.digest, inputs, outputs, plan.final
    )  # fmt: skip


def _uncommitted(workspace: Workspace, plans: Sequence[_Plan]) -> list[Diagnostic]:
    """What to say when git cannot give back later what the letters were made of."""
    names = [f.name for p in plans for f in p.draft.inputs if (workspace.root / f.name).is_file()]
    committed = is_committed(workspace.root, tuple(dict.fromkeys(names)))
    if committed:
        return []
    why = (
        "Deze map staat niet in git" if committed is None
        else "Niet alles waar deze brief van is gemaakt, is vastgelegd in git"
    )  # fmt: skip
    return [
        Diagnostic(
            "PMG449", f"{why}; de woorden zelf zijn wel bewaard.", None, Severity.WAARSCHUWING,
            hints=("Leg feiten en brieven vast in git, dan blijft ook te zien hoe zij ontstond.",),
        )
    ]  # fmt: skip


def _digest(data: bytes) -> str:
    return "sha256:" + hashlib.sha256(data).hexdigest()
