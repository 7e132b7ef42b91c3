"""The files of a workspace as they were at a revision, for as long as they are read."""

import contextlib
import os
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.errors import Unreachable
from pmg_docs.workspace.causes import cause
from pmg_docs.workspace.folder import LETTERS, Workspace
from pmg_docs.workspace.git import Repository

SOURCES = (LETTERS, "templates", "styles")
_FORBIDDEN = frozenset({"..", ".", "", ".git"})


@contextlib.contextmanager
def at_revision(repository: Repository, commit: str) -> Iterator[Workspace]:
    """A workspace that holds what a commit has of the letters, types and styles.

    Raises:
        Unreachable: git cannot give them, or there is no room to put them.
    """
    blobs = repository.files(commit, SOURCES)
    data = repository.contents(blobs)
    links = frozenset(blob.path for blob in blobs if blob.is_link)
    with _laid_out(data, links) as workspace:
        yield workspace


@contextlib.contextmanager
def in_dress_of(letters: Workspace, other: Workspace) -> Iterator[Workspace]:
    """A workspace with the letters of one state, and the types and styles of another.

    Raises:
        Unreachable: there is no room to put them.
    """
    own, others = (sources(workspace) for workspace in (letters, other))
    mixed = {name: data for name, data in own.items() if name.startswith(f"{LETTERS}/")}
    mixed |= {name: data for name, data in others.items() if not name.startswith(f"{LETTERS}/")}
    with _laid_out(mixed) as workspace:
        yield workspace


@contextlib.contextmanager
def _laid_out(
    files: Mapping[str, bytes], links: frozenset[str] = frozenset()
) -> Iterator[Workspace]:
    try:
        with tempfile.TemporaryDirectory(prefix="pmg-", ignore_cleanup_errors=True) as made:
            root = Path(made).resolve()
            # Links last: nothing may be written through one.
            for name in sorted(files, key=lambda name: name in links):
                _put(root, name, files[name], is_link=name in links)
            yield Workspace.at(root)
    except OSError as problem:
        raise Unreachable(
            Diagnostic("PMG192", f"De eerdere versie is niet neer te zetten ({cause(problem)}).",
                       hints=("Kijk of er ruimte is in de map voor tijdelijke bestanden.",))
        ) from problem  # fmt: skip


def sources(workspace: Workspace) -> dict[str, bytes]:
    """Every file of the letters, types and styles of a workspace, by name."""
    found: dict[str, bytes] = {}
    for source in SOURCES:
        for folder, _, names in os.walk(workspace.root / source):
            for name in names:
                path = Path(folder) / name
                with contextlib.suppress(OSError):
                    if path.is_file():
                        found[path.relative_to(workspace.root).as_posix()] = path.read_bytes()
    return found


def _put(root: Path, name: str, data: bytes, *, is_link: bool) -> None:
    parts = PurePosixPath(name).parts
    if _FORBIDDEN & set(parts):
        return  # no program but an ill-willed one writes such a name
    path = root.joinpath(*parts)
    path.parent.mkdir(parents=True, exist_ok=True)
    if is_link:
        with contextlib.suppress(OSError):  # where there are no links, nothing can be read there
            path.symlink_to(os.fsdecode(data))
    else:
        path.write_bytes(data)
