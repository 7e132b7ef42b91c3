"""Gather: read what was asked for, with every finding, before anything is made of it."""

import contextlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from pmg_docs.app.dossier import DossierReport, choose_dossiers, read_dossier
from pmg_docs.app.kenmerk.sharing import shared, unsettled
from pmg_docs.app.shelf import Shelf
from pmg_docs.checks.audit import Coverage
from pmg_docs.model.diagnostic import Diagnostic, worst_first
from pmg_docs.model.errors import PmgError, Refused, Unreachable
from pmg_docs.workspace.folder import Workspace
from pmg_docs.writers import check as check_look


@dataclass(frozen=True, slots=True)
class LetterCoverage:
    """How many figures of one letter came from facts."""

    dossier: str
    letter: str
    coverage: Coverage


@dataclass(frozen=True, slots=True)
class Gathered:
    """The dossiers that were read, and every finding with its line, worst first."""

    reports: tuple[DossierReport, ...]
    findings: tuple[Diagnostic, ...]

    @property
    def is_unreachable(self) -> bool:
        """Whether a file could not be read, which weighs more than an error in another."""
        return any(report.is_unreachable for report in self.reports)

    @property
    def coverage(self) -> tuple[LetterCoverage, ...]:
        """How many figures of each letter came from facts."""
        return tuple(
            LetterCoverage(report.name, draft.letter, draft.coverage)
            for report in self.reports
            for draft in report.drafts
        )

    def refuse_errors(self) -> None:
        """Go no further when an error stands.

        Raises:
            Refused: there are errors.
            Unreachable: a file cannot be read.
        """
        if self.is_unreachable:
            raise Unreachable(self.findings)
        if any(finding.stops for finding in self.findings):
            raise Refused(self.findings)


def gather(
    workspace: Workspace,
    dossiers: Sequence[str] = (),
    letters: Sequence[str] = (),
    formats: Sequence[str] = (),
) -> Gathered:
    """Read dossiers with all that their letters need.

    Args:
        workspace: where they lie.
        dossiers: their names, or empty for all.
        letters: the letters to compose, or empty for all.
        formats: the formats to hold their look against, or empty for all that their types have.

    Raises:
        NotFound: a dossier or letter does not exist.
    """
    shelf = Shelf.of(workspace)
    reports = tuple(
        read_dossier(workspace, name, letters, shelf)
        for name in choose_dossiers(workspace, dossiers)
    )
    findings = [finding for report in reports for finding in report.findings]
    findings.extend(shared(b for report in reports for b in unsettled(report, shelf.register)))
    for draft in (draft for report in reports for draft in report.drafts):
        findings.extend(check_look(draft.document, draft.look, draft.wanted(formats)))
    return Gathered(reports, with_lines(workspace, findings))


def with_lines(workspace: Workspace, findings: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Findings worst first, each with the line that it is about."""
    return worst_first(
        replace(f, line=workspace.line_at(f.where)) if f.where and not f.line else f
        for f in findings
    )


@contextlib.contextmanager
def lines_told(workspace: Workspace) -> Iterator[None]:
    """Let what keeps a command from going on show the lines that it is about."""
    try:
        yield
    except PmgError as problem:
        raise type(problem)(with_lines(workspace, problem.findings)) from problem
