"""Build: gather everything, prove every file, and only then let them appear."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pmg_docs.app.dossier import DossierReport, Draft, choose_dossiers, read_dossier
from pmg_docs.checks.proof import prove
from pmg_docs.model.diagnostic import Diagnostic, worst_first
from pmg_docs.model.errors import Refused
from pmg_docs.readers import READERS
from pmg_docs.workspace.folder import Workspace
from pmg_docs.workspace.writing import write_together
from pmg_docs.writers import WRITERS

MANIFEST = "manifest.json"
OUTPUT = "build"
_WITH_HEADERS = frozenset({"docx"})


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What a build came to: the files that are there, which of them are new, and the findings."""

    files: tuple[Path, ...]
    changed: tuple[Path, ...]
    findings: tuple[Diagnostic, ...]


def build(
    workspace: Workspace,
    dossiers: Sequence[str] = (),
    letters: Sequence[str] = (),
    formats: Sequence[str] = (),
    out: Path | None = None,
) -> BuildResult:
    """Build the documents of dossiers.

    Args:
        workspace: where they lie.
        dossiers: their names, or empty for all.
        letters: the letters to build, or empty for all.
        formats: file name endings, or empty for every format.
        out: the output folder, by default `build/` in the workspace.

    Returns:
        The files and the warnings.

    Raises:
        Refused: errors stand; nothing was written.
        NotFound: a dossier or letter does not exist.
        Unreachable: something cannot be read or written, or a part of the system is missing.
    """
    reports = [read_dossier(workspace, name, letters)
               for name in choose_dossiers(workspace, dossiers)]  # fmt: skip
    findings = _with_lines(workspace, (f for report in reports for f in report.findings))
    if any(finding.stops for finding in findings):
        raise Refused(findings)
    target = out if out is not None else workspace.root / OUTPUT
    wanted = [name for name in WRITERS if not formats or name in formats]
    partial = bool(letters) or len(wanted) < len(WRITERS)
    files: dict[Path, bytes] = {}
    drafts: dict[Path, tuple[Draft, str]] = {}
    for report in reports:
        folder = target / report.name
        for draft in report.drafts:
            for name in wanted:
                path = folder / f"{draft.letter}.{name}"
                files[path] = WRITERS[name](draft.document.shown_in(name), draft.look)
                drafts[path] = draft, name
        files[folder / MANIFEST] = _manifest(report, folder, files, partial=partial)

    def accept(path: Path, data: bytes) -> None:
        if path in drafts:
            draft, name = drafts[path]
            _prove(draft, name, data, f"{path.parent.name}/{path.name}")

    changed = write_together(files, accept)
    return BuildResult(tuple(files), changed, findings)


def _prove(draft: Draft, name: str, data: bytes, shown_as: str) -> None:
    document = draft.document.shown_in(name)
    found = READERS[name](data)
    findings = prove(document, found, shown_as, has_headers=name in _WITH_HEADERS)
    if findings:
        raise Refused(findings)


def _manifest(
    report: DossierReport, folder: Path, files: Mapping[Path, bytes], *, partial: bool
) -> bytes:
    """What each document was made of and became; no time, user or path of a machine in it."""
    known: dict[str, Any] = _known_documents(folder / MANIFEST) if partial else {}
    for draft in report.drafts:
        earlier = known.get(draft.letter, {}).get("uitvoer", {})
        outputs = {
            path.name: _digest(data)
            for path, data in files.items()
            if path.parent == folder and path.stem == draft.letter
        }
        known[draft.letter] = {
            "soort": draft.document.type,
            "stijl": draft.document.style,
            "feiten": list(draft.facts),
            "invoer": {file.name: _digest(file.data) for file in draft.inputs},
            "uitvoer": dict(sorted({**earlier, **outputs}.items())),
        }
    whole = {"dossier": report.name, "documenten": dict(sorted(known.items()))}
    return (json.dumps(whole, ensure_ascii=False, indent=2) + "\n").encode()


def _known_documents(path: Path) -> dict[str, Any]:
    try:
        known = json.loads(path.read_text(encoding="utf-8"))["documenten"]
    except (OSError, ValueError, KeyError, TypeError):
        return {}
    return known if isinstance(known, dict) else {}


def _digest(data: bytes) -> str:
    return "sha256:" + hashlib.sha256(data).hexdigest()


def _with_lines(workspace: Workspace, findings: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    return worst_first(
        replace(f, line=workspace.line_at(f.where)) if f.where and not f.line else f
        for f in findings
    )
