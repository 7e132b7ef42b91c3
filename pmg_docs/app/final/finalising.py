"""Finalise: the only way to files without CONCEPT, and to know for good what went out.

Everything is made and proven first. Then the tree is stored, and last the register names it: from
that one moment the letter is fixed. Who is killed before it left nothing that counts; who is killed
after it has only to build again.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pmg_docs.app.build import OUTPUT
from pmg_docs.app.dossier import DossierReport, Draft
from pmg_docs.app.final.fixed_letters import (
    Version,
    as_kept,
    entry_of,
    other_words,
    path_of,
    place_of,
    to_json,
    versions_of,
)
from pmg_docs.app.final.ready import how_ready
from pmg_docs.app.final.status import LetterProgress
from pmg_docs.app.gathering import gather, lines_told
from pmg_docs.app.rendering import Rendering, render
from pmg_docs.kenmerk.entry import Entry, EntryStatus
from pmg_docs.kenmerk.register import Register
from pmg_docs.model.diagnostic import Diagnostic, Severity
from pmg_docs.model.digest import digest_of
from pmg_docs.model.document import Document
from pmg_docs.model.errors import Refused, Unreachable
from pmg_docs.model.fixed import as_final
from pmg_docs.model.seal import FINAL_OR_SENT
from pmg_docs.workspace.claiming import alone, put
from pmg_docs.workspace.clock import today
from pmg_docs.workspace.folder import Workspace
from pmg_docs.workspace.officer import is_committed, officer


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

    letters: tuple[LetterProgress, ...]
    findings: tuple[Diagnostic, ...]
    fixed: tuple[Fixed, ...] = ()
    files: tuple[Path, ...] = ()

    @property
    def is_ready(self) -> bool:
        """Whether every letter may be final."""
        sound = not any(finding.stops for finding in self.findings)
        return sound and all(letter.may_be in FINAL_OR_SENT for letter in self.letters)

    @property
    def is_halfway(self) -> bool:
        """Whether letters were fixed, and something then kept their files from being made."""
        return bool(self.fixed) and any(finding.stops for finding in self.findings)


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
        Unreachable: something cannot be read or written, and nothing was fixed.
    """
    found = Finalised(*how_ready(workspace, dossier, letters))
    if not found.is_ready:
        return found
    gathered = gather(workspace, [dossier], letters)
    gathered.refuse_errors()
    [read] = gathered.reports
    try:
        with lines_told(workspace):
            plans = [_plan(workspace, read, draft, reason) for draft in read.drafts]
    except Refused as problem:
        if not is_trial:
            raise
        return replace(found, findings=problem.findings)
    if is_trial:
        return found
    finals = replace(read, drafts=tuple(replace(p.draft, document=p.final) for p in plans))
    rendering = render(workspace, [finals], workspace.root / OUTPUT, ())
    rendering.prove()
    remarks = (*gathered.findings, *_uncommitted(workspace, plans), *_early(plans))
    fixed, trouble = _fix(workspace, plans, rendering, reason, by, on_wait)
    files: tuple[Path, ...] = ()
    if not trouble:
        files, trouble = _written(rendering, fixed, partial=bool(letters), on_wait=on_wait)
    if trouble:
        trouble = (_halfway(dossier, fixed, plans), *trouble)
    return Finalised(found.letters, (*remarks, *trouble), fixed, files)


def _written(
    rendering: Rendering, fixed: Sequence[Fixed], *, partial: bool, on_wait: Callable[[], None]
) -> tuple[tuple[Path, ...], tuple[Diagnostic, ...]]:
    """The files, or what kept them from being written after letters were fixed."""
    try:
        return tuple(rendering.write(partial=partial, on_wait=on_wait)), ()
    except Unreachable as problem:
        if not any(one.is_new for one in fixed):
            raise
        return (), problem.findings


def _plan(workspace: Workspace, report: DossierReport, draft: Draft, reason: str) -> _Plan:
    entry = entry_of(Register(workspace), report.name, draft)
    if entry is None or entry.status is not EntryStatus.TOEGEKEND:
        raise Refused(_numberless(report, draft))
    versions = versions_of(workspace, entry)
    plan = _Plan(draft, entry, versions, as_kept(versions, as_final(draft.document)))
    if plan.is_new and entry.fixed and not reason.strip():
        raise Refused(other_words(workspace, entry, plan.final, place_of(report, draft)))
    return plan


def _numberless(report: DossierReport, draft: Draft) -> Diagnostic:
    """The finding for a letter without a number under which it can be fixed."""
    name = f"{report.name}/{draft.letter}"
    hints: tuple[str, ...] = (f"Geef haar er een, met: pmg kenmerk assign {name}",)
    if not draft.document.said_in("kenmerk"):
        hints = (
            f"Geef haar het nummer dat u kreeg, met: pmg kenmerk assign {name} KENMERK",
            "Zet het daarna bovenaan de brief, achter kenmerk:",
        )
    return Diagnostic(
        "PMG448",
        f"De brief {name} heeft geen kenmerk dat haar is toegekend.",
        place_of(report, draft),
        hints=hints,
    )


def _fix(
    workspace: Workspace,
    plans: Sequence[_Plan],
    rendering: Rendering,
    reason: str,
    by: str,
    on_wait: Callable[[], None],
) -> tuple[tuple[Fixed, ...], tuple[Diagnostic, ...]]:
    """Store each tree and let the register name it; that last step is what counts.

    Returns:
        The letters that are fixed now, and what kept the others from it after the first.
    """
    who, register = officer(workspace.root, by), Register(workspace)
    done: list[Fixed] = []
    with alone(register.folder, on_wait):
        news = [_is_still_new(register, plan) for plan in plans]
        try:
            for plan, is_new in zip(plans, news, strict=True):
                if is_new:
                    version = _version(plan, rendering, reason if plan.versions else "", who)
                    _store(workspace, register, plan, version)
                number = len(plan.versions) + plan.is_new
                done.append(Fixed(plan.entry.kenmerk, plan.draft.letter, number, is_new))
        except Unreachable as problem:
            if not any(one.is_new for one in done):
                raise
            return tuple(done), problem.findings
    return tuple(done), ()


def _store(workspace: Workspace, register: Register, plan: _Plan, version: Version) -> None:
    entry, letter = plan.entry, plan.draft.letter
    path = path_of(workspace, entry.dossier, entry.kenmerk)
    put(path, to_json(entry.kenmerk, letter, (*plan.versions, version)))
    marked = replace(entry, day=version.day, by=version.by, fixed=plan.digest)
    put(register.path_of(entry.kenmerk), marked.to_yaml())


def _is_still_new(register: Register, plan: _Plan) -> bool:
    """Whether a letter is yet to be fixed, now that nobody else can do so.

    Raises:
        Refused: somebody changed what the register says in the meantime.
    """
    now = register.at(plan.entry.kenmerk)
    if now == plan.entry:
        return plan.is_new
    if now is not None and replace(now, day=plan.entry.day, by=plan.entry.by) == replace(
        plan.entry, fixed=plan.digest
    ):
        return False  # a colleague fixed the very same words
    raise Refused(
        Diagnostic(
            "PMG447",
            f"Het kenmerk '{plan.entry.kenmerk}' is intussen door een ander veranderd.",
            plan.entry.where,
            hints=("Kijk wat er nu staat, en doe het nog een keer.",),
        )
    )


def _halfway(dossier: str, fixed: Sequence[Fixed], plans: Sequence[_Plan]) -> Diagnostic:
    """The finding for letters that were fixed, while what had to come after it failed."""
    done = ", ".join(f"{dossier}/{one.letter}" for one in fixed)
    open_ones = [plan.draft.letter for plan in plans[len(fixed) :]]
    left = f" Nog niet vastgesteld: {', '.join(open_ones)}." if open_ones else ""
    again = f"pmg finalise {dossier}" if open_ones else f"pmg build {dossier}"
    return Diagnostic(
        "PMG452",
        f"Vastgesteld: {done}.{left} De bestanden zonder CONCEPT zijn nog niet gemaakt.",
        hints=(f"Los op wat hieronder staat, en geef dan: {again}",),
    )


def _early(plans: Sequence[_Plan]) -> Iterator[Diagnostic]:
    """A clock that runs behind: what was done before lies in its future."""
    for plan in plans:
        latest = max((plan.entry.day, *(version.day for version in plan.versions)))
        if plan.is_new and latest > today():
            yield Diagnostic(
                "PMG238",
                f"Volgens de klok is het vandaag {today()}, maar bij '{plan.entry.kenmerk}' staat "
                f"al iets van {latest}.",
                plan.entry.where,
                Severity.WAARSCHUWING,
                hints=("Kijk of de klok van deze computer goed staat.",),
            )


def _version(plan: _Plan, rendering: Rendering, reason: str, who: str) -> Version:
    outputs = {
        path.name: digest_of(data)
        for path, data in rendering.files.items()
        if path.stem == plan.draft.letter
    }
    inputs = {file.name: digest_of(file.data) for file in plan.draft.inputs}
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
