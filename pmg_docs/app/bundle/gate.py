"""The gate of a bundle: every letter in it was fixed, says the same today, and is sound."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pmg_docs.app.composed import choose_letters
from pmg_docs.app.dossier import DossierReport, Draft
from pmg_docs.app.final.fixed_letters import (
    Version,
    entry_of,
    fixed_reports,
    place_of,
    versions_of,
)
from pmg_docs.app.final.status import LetterProgress, statuses
from pmg_docs.app.gathering import gather, with_lines
from pmg_docs.checks.outward import goes_to_parliament, not_public
from pmg_docs.kenmerk.naming import identity
from pmg_docs.kenmerk.register import Register
from pmg_docs.model.bundled import Audience
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.errors import PmgError
from pmg_docs.model.seal import FINAL, FINAL_OR_SENT
from pmg_docs.workspace.folder import Workspace

FORMATS = ("docx", "pdf", "html")
"""What parliament and the archive get of each letter."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A dossier before the gate.

    `report` holds the letters that go along, as they went out; `versions` has the version of each
    that counts, by its name.
    """

    report: DossierReport
    letters: tuple[LetterProgress, ...]
    versions: dict[str, Version]
    findings: tuple[Diagnostic, ...]

    @property
    def is_ready(self) -> bool:
        """Whether nothing stands in the way."""
        sound = not any(finding.stops for finding in self.findings)
        return sound and all(letter.may_be in FINAL_OR_SENT for letter in self.letters)

    def status_of(self, letter: str) -> str:
        """How far a letter is that was fixed: `definitief`, or further when it says so."""
        says = next(one.status for one in self.letters if one.letter == letter)
        return says if says in FINAL_OR_SENT else FINAL


def judge(
    workspace: Workspace, dossier: str, audience: Audience, without: Sequence[str] = ()
) -> Judged:
    """Read a dossier and hold it against the gate.

    Args:
        workspace: where it lies.
        dossier: its name.
        audience: for whom the bundle is.
        without: letters that are left out of it.

    Raises:
        NotFound: there is no such dossier, or no such letter.
        Unreachable: something cannot be read.
    """
    if without:
        choose_letters(workspace, dossier, without)
    gathered = gather(workspace, [dossier])
    if gathered.is_unreachable:
        gathered.refuse_errors()
    [whole] = gathered.reports
    chosen = _chosen(whole, audience, without)
    drafts = tuple(draft for draft in whole.drafts if draft.letter in chosen)
    [report], others = fixed_reports(workspace, [replace(whole, drafts=drafts)])
    versions, unfixed = _versions(workspace, report)
    found = [f for f in gathered.findings if not _is_of_others(f, whole, chosen)]
    found += [*others, *unfixed]
    if audience is Audience.PARLIAMENT and whole.subject is not None:
        found += [f for one in whole.subject.letters if one.name in chosen
                  for f in not_public(one, whole.subject)]  # fmt: skip
    if audience is Audience.ARCHIVE and whole.subject is not None:
        found += _gone(workspace, whole)
    if not _brings(whole, audience, chosen) and not any(finding.stops for finding in found):
        found.append(_nothing(dossier, audience))
    letters = statuses(workspace, whole, tuple(chosen)) if chosen else ()
    return Judged(report, letters, versions, with_lines(workspace, found))


def _chosen(report: DossierReport, audience: Audience, without: Sequence[str]) -> frozenset[str]:
    letters = report.subject.letters if report.subject else ()
    return frozenset(
        one.name
        for one in letters
        if one.name not in without and (audience is Audience.ARCHIVE or goes_to_parliament(one))
    )


def _brings(report: DossierReport, audience: Audience, chosen: frozenset[str]) -> bool:
    """Whether there is anything to bundle; what goes to parliament goes with a letter to it."""
    letters = report.subject.letters if report.subject else ()
    return any(
        one.name in chosen and (audience is Audience.ARCHIVE or one.is_to_parliament)
        for one in letters
    )


def _is_of_others(finding: Diagnostic, report: DossierReport, chosen: frozenset[str]) -> bool:
    """Whether a finding is of a letter that does not go along."""
    letters = report.subject.letters if report.subject else ()
    files = {one.file for one in letters if one.name not in chosen}
    return finding.where is not None and finding.where.file in files


def _versions(
    workspace: Workspace, report: DossierReport
) -> tuple[dict[str, Version], list[Diagnostic]]:
    """The version of each letter that the register names, and a finding for each without."""
    register = Register(workspace)
    versions: dict[str, Version] = {}
    findings: list[Diagnostic] = []
    for draft in report.drafts:
        entry = entry_of(register, report.name, draft)
        if entry is None or not entry.fixed:
            findings.append(_not_fixed(report, draft))
            continue
        try:
            versions[draft.letter] = versions_of(workspace, entry)[-1]
        except PmgError as problem:
            findings += problem.findings
    return versions, [*findings, *_without_files(report)]


def _gone(workspace: Workspace, report: DossierReport) -> Iterator[Diagnostic]:
    """A finding for each letter that went out and is no longer in its dossier."""
    borne = {identity(draft.document.said_in("kenmerk")) for draft in report.drafts}
    for entry in Register(workspace).entries():
        went_out = entry.dossier == report.name and entry.fixed and entry.is_live
        is_read = entry.letter not in report.failed  # else it has findings of its own
        if went_out and is_read and identity(entry.kenmerk) not in borne:
            yield Diagnostic(
                "PMG436",
                f"Onder {entry.kenmerk} is {entry.letter_name} vastgesteld, maar geen brief van "
                "dit dossier heeft dat kenmerk nog.",
                entry.where,
                hints=("Zet de brief terug zoals zij was, bijvoorbeeld met git.",),
            )


def _without_files(report: DossierReport) -> Iterator[Diagnostic]:
    for draft in report.drafts:
        if not draft.wanted(FORMATS):
            yield Diagnostic(
                "PMG436",
                f"De brief {report.name}/{draft.letter} heeft geen docx, pdf of html.",
                place_of(report, draft),
                hints=("Zet er een bij 'formaten' in soort.yaml.",),
            )


def _not_fixed(report: DossierReport, draft: Draft) -> Diagnostic:
    name = f"{report.name}/{draft.letter}"
    return Diagnostic(
        "PMG436",
        f"De brief {name} is nog niet vastgesteld.",
        place_of(report, draft),
        hints=(f"Stel haar vast: pmg finalise {report.name} --letter {draft.letter}",),
    )


def _nothing(dossier: str, audience: Audience) -> Diagnostic:
    if audience is Audience.ARCHIVE:
        why, hint = "staat geen brief om te bundelen", "Schrijf er een, en stel haar vast."
    else:
        why = "gaat geen brief naar de Kamer, en zonder brief gaat er niets anders heen"
        hint = "Dat is een brief met ondertekening die bij 'aan' een Kamer noemt."
    return Diagnostic("PMG436", f"In het dossier '{dossier}' {why}.", hints=(hint,))
