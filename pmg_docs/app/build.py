"""Build: gather everything, prove every file, and only then let them appear."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from pmg_docs.app.dossier import DossierReport
from pmg_docs.app.final.fixed_letters import fixed_reports
from pmg_docs.app.gathering import LetterCoverage, gather
from pmg_docs.app.rendering import render
from pmg_docs.checks.rules import RULE_CODES
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.errors import NotFound, Refused
from pmg_docs.workspace.folder import Workspace
from pmg_docs.writers import FORMATS

OUTPUT = "build"


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What a build came to: the files that are there, which of them are new, and the findings.

    `coverage` says of each letter how many of its figures came from facts.
    """

    files: tuple[Path, ...]
    changed: tuple[Path, ...]
    findings: tuple[Diagnostic, ...]
    coverage: tuple[LetterCoverage, ...] = ()
    own_rules: int = 0
    """How many rules of their own the dossiers were held against, before anything was made."""
    our_rules: int = len(RULE_CODES)


def build(
    workspace: Workspace,
    dossiers: Sequence[str] = (),
    letters: Sequence[str] = (),
    formats: Sequence[str] = (),
    out: Path | None = None,
    on_wait: Callable[[], None] = lambda: None,
) -> BuildResult:
    """Build the documents of dossiers.

    Args:
        workspace: where they lie.
        dossiers: their names, or empty for all.
        letters: the letters to build, or empty for all.
        formats: file name endings, or empty for every format that the types have.
        out: the output folder, by default `build/` in the workspace.
        on_wait: called once when another build is busy in that folder.

    Returns:
        The files and the warnings.

    Raises:
        Refused: errors stand, or the output would fall among the sources; nothing was written.
        NotFound: a dossier or letter does not exist, or no letter has an asked format.
        Unreachable: something cannot be read or written, or a part of the system is missing.
    """
    gathered = gather(workspace, dossiers, letters, formats)
    gathered.refuse_errors()
    _check_formats(formats, gathered.reports)
    reports, others = fixed_reports(workspace, gathered.reports)
    if others:
        raise Refused((*others, *gathered.findings))
    target = out if out is not None else workspace.root / OUTPUT
    rendering = render(workspace, reports, target, formats)
    written = rendering.write(partial=bool(letters or formats), on_wait=on_wait)
    changed = tuple(path for path, is_new in written.items() if is_new)
    own_rules = sum(len(report.facts.rules) for report in reports if report.facts)
    return BuildResult(tuple(written), changed, gathered.findings, gathered.coverage, own_rules)


def _check_formats(formats: Sequence[str], reports: Sequence[DossierReport]) -> None:
    possible = {name for report in reports for draft in report.drafts for name in draft.possible}
    known = [name for name in FORMATS if name in possible]
    wrong = [name for name in formats if name not in known]
    if wrong:
        raise NotFound(
            Diagnostic("PMG155", f"Geen van deze brieven wordt gemaakt als {name}.",
                       hints=(f"Mogelijk zijn: {', '.join(known)}.",))
            for name in wrong
        )  # fmt: skip
