"""The sources are spared: no output may fall on them or among them."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from pmg_docs.app.dossier import DossierReport
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.errors import Refused
from pmg_docs.workspace.folder import LETTERS, Workspace

_FOLDERS = (LETTERS, "templates", "styles")
_HISTORY = ".git"


def spare_sources(
    workspace: Workspace, reports: Sequence[DossierReport], targets: Iterable[Path]
) -> None:
    """Hold the targets of a build against the files and folders that it reads.

    Links are followed, and folders compared as the system knows them, so that no spelling of a
    path leads around this.

    Raises:
        Refused: a target is an input, or lies among the letters, templates or styles, or in what
            git keeps.
    """
    drafts = [draft for report in reports for draft in report.drafts]
    inputs = {workspace.root / file.name for draft in drafts for file in draft.inputs}
    guarded = {base / name for base in (workspace.root, workspace.builtin) for name in _FOLDERS}
    judged: dict[Path, str] = {}
    for target in targets:
        try:
            real = target.resolve()
        except (OSError, RuntimeError):
            continue  # it cannot be written either, and writing says why
        if real in inputs:
            raise Refused(_among_sources(real.relative_to(workspace.root).as_posix()))
        if _HISTORY in (*real.parts, *target.parts):
            raise Refused(_among_sources(_HISTORY))
        for folder in (real.parent, target.parent):
            if folder not in judged:
                judged[folder] = _source_around(folder, guarded)
            if judged[folder]:
                raise Refused(_among_sources(judged[folder]))


def _source_around(folder: Path, guarded: Iterable[Path]) -> str:
    """The name of the folder with sources that a folder is or lies in, or empty."""
    guarded = tuple(guarded)
    within = next((source for source in guarded if folder.is_relative_to(source)), None)
    if within is not None:
        return within.name
    present = [source for source in guarded if source.is_dir()]
    for outer in (folder, *folder.parents):
        for source in present:
            try:
                if outer.samefile(source):
                    return source.name
            except OSError:
                continue
    return ""


def _among_sources(name: str) -> Diagnostic:
    return Diagnostic(
        "PMG442",
        f"De documenten zouden in '{name}' komen, tussen of over uw eigen bestanden.",
        hints=("Kies met --out een andere map, zoals build.",),
    )
