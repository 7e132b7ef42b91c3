"""Check: read everything, write nothing."""

from collections.abc import Sequence
from dataclasses import dataclass

from pmg_docs.app.fixed_letters import fixed_reports
from pmg_docs.app.gathering import LetterCoverage, gather
from pmg_docs.model.diagnostic import Diagnostic, worst_first
from pmg_docs.workspace.folder import Workspace


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What a check came to: how many letters were read, and the findings, worst first.

    `coverage` says of each letter how many of its figures came from facts.
    """

    letters: int
    findings: tuple[Diagnostic, ...]
    is_unreachable: bool
    """Whether a file could not be read."""
    coverage: tuple[LetterCoverage, ...] = ()


def check(
    workspace: Workspace, dossiers: Sequence[str] = (), letters: Sequence[str] = ()
) -> CheckResult:
    """Check dossiers.

    Args:
        workspace: where they lie.
        dossiers: their names, or empty for all.
        letters: the letters to check, or empty for all.

    Raises:
        NotFound: a dossier or letter does not exist.
    """
    gathered = gather(workspace, dossiers, letters)
    sound = sum(len(report.drafts) for report in gathered.reports)
    _, others = fixed_reports(workspace, gathered.reports)
    findings = worst_first((*others, *gathered.findings))
    return CheckResult(sound, findings, gathered.is_unreachable, gathered.coverage)
