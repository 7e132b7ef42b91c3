"""Build: gather everything, prove every file, and only then let them appear."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pmg_docs.app.converting import convert_all
from pmg_docs.app.dossier import DossierReport, Draft
from pmg_docs.app.gathering import LetterCoverage, gather
from pmg_docs.app.manifest import MANIFEST, manifest
from pmg_docs.app.sources import spare_sources
from pmg_docs.checks.identity import prove_identity
from pmg_docs.checks.proof import prove
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.document import MADE_FROM
from pmg_docs.model.errors import NotFound, Refused
from pmg_docs.readers import READERS
from pmg_docs.readers.identity import read_identity
from pmg_docs.workspace.folder import Workspace
from pmg_docs.workspace.lock import only_one
from pmg_docs.workspace.writing import write_together
from pmg_docs.writers import FORMATS, WRITERS

OUTPUT = "build"
_WITH_HEADERS = frozenset({"docx", "odt"})


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What a build came to: the files that are there, which of them are new, and the findings.

    `coverage` says of each letter how many of its figures came from facts.
    """

    files: tuple[Path, ...]
    changed: tuple[Path, ...]
    findings: tuple[Diagnostic, ...]
    coverage: tuple[LetterCoverage, ...] = ()


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
    reports = gathered.reports
    _check_formats(formats, reports)
    target = out if out is not None else workspace.root / OUTPUT
    drafts = _targets(reports, target, formats)
    spare_sources(workspace, reports, [*drafts, *(target / r.name / MANIFEST for r in reports)])
    files = _made(drafts)

    def accept(path: Path, data: bytes) -> None:
        if path in drafts:
            draft, name = drafts[path]
            _prove(draft, name, data, f"{path.parent.name}/{path.name}")

    with only_one(target, on_wait):
        for report in reports:
            folder = target / report.name
            files[folder / MANIFEST] = manifest(
                report, folder, files, partial=bool(letters or formats)
            )
        changed = write_together(files, accept)
    return BuildResult(tuple(files), changed, gathered.findings, gathered.coverage)


def _targets(
    reports: Sequence[DossierReport], target: Path, formats: Sequence[str]
) -> dict[Path, tuple[Draft, str]]:
    """Every file to be made: of each letter the formats that its type has and that are wanted."""
    return {
        target / report.name / f"{draft.letter}.{name}": (draft, name)
        for report in reports
        for draft in report.drafts
        for name in FORMATS
        if name in draft.wanted(formats)
    }


def _made(drafts: Mapping[Path, tuple[Draft, str]]) -> dict[Path, bytes]:
    """The bytes of every file, in the order of the drafts."""
    converted = convert_all(
        {path: draft for path, (draft, name) in drafts.items() if name in MADE_FROM}
    )
    return {
        path: converted[path]
        if path in converted
        else WRITERS[name](draft.document.shown_in(name), draft.look)
        for path, (draft, name) in drafts.items()
    }


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


def _prove(draft: Draft, name: str, data: bytes, shown_as: str) -> None:
    document = draft.document.shown_in(name)
    found = READERS[name](data)
    findings = prove(document, found, shown_as, has_headers=name in _WITH_HEADERS)
    # A file that says something else may well say so of itself too.
    findings = findings or prove_identity(document, read_identity(data, name), name, shown_as)
    if findings:
        raise Refused(findings)
