"""Watch: build again at every save, and go on after a mistake."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from types import ModuleType

from pmg_docs.app.build import BuildResult, build
from pmg_docs.app.dossier import choose_dossiers
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.errors import PmgError, Unreachable
from pmg_docs.workspace.folder import LETTERS, Workspace

QUICK_FORMATS = ("docx", "html", "md")
"""What is ready before an officer looks up; a PDF takes longer."""
_SOURCES = (LETTERS, "templates", "styles")
_PAUSE = 300
"""Milliseconds of rest after a save: an editor may write a file in several steps."""


@dataclass(frozen=True, slots=True)
class Round:
    """One time of building: of which dossiers, and what came of it."""

    dossiers: tuple[str, ...]
    outcome: BuildResult | PmgError


def watch(
    workspace: Workspace,
    dossiers: Sequence[str] = (),
    formats: Sequence[str] = QUICK_FORMATS,
    stop: Event | None = None,
) -> Iterator[Round]:
    """Build dossiers now, and again each time that something changes that they are made of.

    Args:
        workspace: where they lie.
        dossiers: their names, or empty for all, also those that are still to come.
        formats: the formats to make.
        stop: ends the watching when it is set.

    Raises:
        NotFound: a dossier does not exist.
        Unreachable: watchfiles is not installed, or the folders are gone.
    """
    watchfiles = _watchfiles()
    yield _round(workspace, choose_dossiers(workspace, dossiers), formats)
    folders = [workspace.root / name for name in _SOURCES if (workspace.root / name).is_dir()]
    changes = watchfiles.watch(
        *folders, debounce=_PAUSE, step=50, stop_event=stop, raise_interrupt=True
    )
    for changed in changes:
        affected = _affected(workspace, dossiers, [Path(path) for _, path in changed])
        if affected:
            yield _round(workspace, affected, formats)


def _round(workspace: Workspace, dossiers: Sequence[str], formats: Sequence[str]) -> Round:
    try:
        return Round(tuple(dossiers), build(workspace, dossiers, formats=formats))
    except PmgError as problem:
        return Round(tuple(dossiers), problem)


def _affected(
    workspace: Workspace, dossiers: Sequence[str], changed: Sequence[Path]
) -> tuple[str, ...]:
    """The dossiers to build again: the one that was changed, or all when it may concern all."""
    known = workspace.dossiers()
    wanted = [name for name in known if not dossiers or name in dossiers]
    letters = workspace.root / LETTERS
    owners = {
        path.relative_to(letters).parts[0] if path.is_relative_to(letters) and path != letters
        else "" for path in changed
    }  # fmt: skip
    if owners <= set(known):
        return tuple(name for name in wanted if name in owners)
    return tuple(wanted)


def _watchfiles() -> ModuleType:
    try:
        import watchfiles
    except ImportError as problem:
        raise Unreachable(
            Diagnostic("PMG172", "Voor pmg watch ontbreekt een onderdeel: watchfiles.",
                       hints=("Installeer het met: pip install 'pmg-docs[watch]'",))
        ) from problem  # fmt: skip
    return watchfiles
