"""Check: read everything, write nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pmg_docs.app.check.arguments import sort_out
from pmg_docs.app.final.fixed_letters import fixed_reports
from pmg_docs.app.gathering import Gathered, LetterCoverage, gather, with_lines
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.workspace.folder import Workspace

if TYPE_CHECKING:
    from pmg_docs.app.check.files import FileReport


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What a check came to: how many letters were read, and the findings, worst first.

    `coverage` says of each letter how many of its figures came from facts; `files` what came of
    each file that was named.
    """

    letters: int
    findings: tuple[Diagnostic, ...]
    is_unreachable: bool
    """Whether a file could not be read."""
    coverage: tuple[LetterCoverage, ...] = ()
    files: tuple["FileReport", ...] = ()

    @property
    def is_unplaced(self) -> bool:
        """Whether it could not be told of a file what to hold it against."""
        return any(file.is_unplaced for file in self.files)


def check(
    workspace: Workspace,
    arguments: Sequence[str] = (),
    letters: Sequence[str] = (),
    dossier: str = "",
) -> CheckResult:
    """Check dossiers, and files against the facts of one.

    Args:
        workspace: where the dossiers lie.
        arguments: names of dossiers and paths of files, or empty for all dossiers.
        letters: the letters to check, or empty for all.
        dossier: what to hold the files against, or empty when each is to tell that itself.

    Raises:
        NotFound: a dossier, letter or file does not exist.
    """
    named = sort_out(workspace, arguments)
    gathered = Gathered((), ())
    if named.dossiers or not named.files:
        gathered = gather(workspace, named.dossiers, letters)
    reports: tuple[FileReport, ...] = ()
    if named.files:
        from pmg_docs.app.check.files import check_files

        reports = check_files(workspace, named.files, dossier)
    _, others = fixed_reports(workspace, gathered.reports)
    found = (*others, *gathered.findings, *(one for report in reports for one in report.findings))
    return CheckResult(
        sum(len(report.drafts) for report in gathered.reports),
        with_lines(workspace, found),
        gathered.is_unreachable or any(report.is_unreachable for report in reports),
        gathered.coverage,
        reports,
    )
