"""Watch: build again at every save, and go on after a mistake."""

import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from pmg_docs.app.build import BuildResult, build
from pmg_docs.app.dossier import choose_dossiers
from pmg_docs.facts.reading import read_facts
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.errors import PmgError, Unreachable
from pmg_docs.workspace.folder import LETTERS, Workspace

QUICK_FORMATS = ("docx", "html", "md")
"""What is ready before an officer looks up; a PDF takes longer."""
_SOURCES = (LETTERS, "templates", "styles")
_REST = 100
"""Milliseconds without a change after which a save is done: an editor may write in steps."""
_TURN = 400
"""Milliseconds after which we look whether a whole folder came or went."""


@dataclass(frozen=True, slots=True)
class Round:
    """One time of building: of which dossier, or of what else, and what came of it."""

    name: str
    outcome: BuildResult | PmgError


def watch(
    workspace: Workspace, dossiers: Sequence[str] = (), formats: Sequence[str] = QUICK_FORMATS
) -> Iterator[Round]:
    """Build dossiers now, and again each time that something changes that they are made of.

    Each dossier is built on its own, so that a mistake in one does not hold up another.

    Args:
        workspace: where they lie.
        dossiers: their names, or empty for all, also those that are still to come.
        formats: the formats to make.

    Raises:
        NotFound: a dossier does not exist.
        Unreachable: watchfiles is not installed, or the system watches no more files.
    """
    watchfiles = _watchfiles()
    choose_dossiers(workspace, dossiers)
    for changed in _changes(workspace, watchfiles):
        try:
            affected = _affected(workspace, dossiers, changed)
        except PmgError as problem:
            yield Round(LETTERS, problem)
            continue
        for name in affected:
            yield Round(name, _outcome(workspace, name, formats))


def _outcome(workspace: Workspace, name: str, formats: Sequence[str]) -> BuildResult | PmgError:
    try:
        return build(workspace, [name], formats=formats)
    except PmgError as problem:
        return problem


def _changes(workspace: Workspace, watchfiles: ModuleType) -> Iterator[frozenset[Path]]:
    """The paths that changed; all folders at the start, and when one of them came or went.

    The watching begins before the first are given, so that no save falls between.
    """
    while True:
        folders = _folders(workspace)
        if not folders:
            time.sleep(_TURN / 1000)
            continue
        is_new = True
        for changed in _turns(watchfiles, folders):
            if _folders(workspace) != folders:
                break
            if is_new:
                yield frozenset(folders)
            elif changed:
                yield frozenset(changed)
            is_new = False


def _turns(watchfiles: ModuleType, folders: Iterable[Path]) -> Iterator[set[Path]]:
    try:
        for changed in watchfiles.watch(
            *folders, step=_REST, rust_timeout=_TURN, yield_on_timeout=True,
            ignore_permission_denied=True,
        ):  # fmt: skip
            yield {Path(path) for _, path in changed}
    except FileNotFoundError:
        return  # a folder went just now
    except (OSError, RuntimeError) as problem:
        raise Unreachable(
            Diagnostic("PMG173", "Uw computer kan niet nog meer bestanden in de gaten houden.",
                       hints=("Typ: WATCHFILES_FORCE_POLLING=1 pmg watch",))
        ) from problem  # fmt: skip


def _folders(workspace: Workspace) -> dict[Path, tuple[int, int]]:
    """The folders with sources that are there; one that is made anew is another."""
    found = {}
    for path in (workspace.root / name for name in _SOURCES):
        try:
            status = path.stat()
        except OSError:
            continue
        found[path] = (status.st_dev, status.st_ino)
    return found


def _affected(
    workspace: Workspace, dossiers: Sequence[str], changed: frozenset[Path]
) -> tuple[str, ...]:
    """The dossiers to build again: those that were changed or use what was, or else all."""
    wanted = choose_dossiers(workspace, dossiers)
    known = workspace.dossiers()
    folders = [workspace.dossier(name) for name in known]
    if not all(any(path.is_relative_to(folder) for folder in folders) for path in changed):
        return wanted
    return tuple(name for name in wanted if _is_made_of(workspace, name, changed))


def _is_made_of(workspace: Workspace, name: str, changed: frozenset[Path]) -> bool:
    """Whether a dossier holds a file or takes facts from it; so too when that cannot be told."""
    if any(path.is_relative_to(workspace.dossier(name)) for path in changed):
        return True
    facts = {path for path in changed if path.suffix == ".yaml"}
    if not facts:
        return False
    try:
        _, files = read_facts(workspace, name)
    except PmgError:
        return True
    return any(workspace.root / file.name in facts for file in files)


def _watchfiles() -> ModuleType:
    try:
        import watchfiles
    except ImportError as problem:
        raise Unreachable(
            Diagnostic("PMG172", "Voor pmg watch ontbreekt een onderdeel: watchfiles.",
                       hints=("Installeer het met: pip install watchfiles",))
        ) from problem  # fmt: skip
    return watchfiles
