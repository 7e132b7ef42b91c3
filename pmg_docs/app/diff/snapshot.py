"""The files of a workspace as they were at a revision, for as long as they are read."""

import contextlib
import os
import tempfile
from collections.abc import Iterator
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
    try:
        with tempfile.TemporaryDirectory(prefix="pmg-", ignore_cleanup_errors=True) as made:
            root = Path(made).resolve()
            # Links last: nothing may be written through one.
            for blob in sorted(blobs, key=lambda blob: blob.is_link):
                _put(root, blob.path, data[blob.path], is_link=blob.is_link)
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
