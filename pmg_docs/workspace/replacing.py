"""A whole folder that appears, or takes the place of an older one, in one step."""

import contextlib
import ctypes
import os
import shutil
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from pmg_docs.model.errors import Unreachable
from pmg_docs.workspace.writing import is_left_over, refusal, settle, share, temporary_prefix

_EXCHANGE = 2
"""The flag by which `renameat2` (Linux) and `renameatx_np` (macOS) let two names change places."""
_HERE = {"linux": -100, "darwin": -2}
_CALLS = {"linux": "renameat2", "darwin": "renameatx_np"}


def replace_folder(target: Path, files: Mapping[str, bytes]) -> None:
    """Let a folder hold these files and nothing else.

    All of it is first written beside it. Where the system can let two names change places, who is
    killed leaves the old folder or the new one; elsewhere there is a moment in which both have
    another name, and the next run puts it right. The caller has seen that what stands there may go.

    Args:
        target: the folder; the one that it lies in must be there.
        files: the bytes of each file, by its path with forward slashes.

    Raises:
        Unreachable: PMG441, it cannot be written.
    """
    made = Path()
    try:
        made = Path(tempfile.mkdtemp(prefix=temporary_prefix(), dir=target.parent))
        share(made, 0o777)
        for name, data in files.items():
            _write(made / PurePosixPath(name), data)
        settle(made)
        if os.path.lexists(target):
            _change_places(made, target)
        else:
            made.rename(target)
        settle(target.parent)
    except OSError as problem:
        raise Unreachable(refusal(problem, target)) from problem
    finally:
        if made != Path():
            shutil.rmtree(made, ignore_errors=True)
    sweep_folders(target.parent)


def sweep_folders(folder: Path) -> None:
    """Remove the folders that runs that no longer live left behind."""
    with contextlib.suppress(OSError):
        for entry in tuple(folder.iterdir()):
            if not entry.is_symlink() and entry.is_dir() and is_left_over(entry):
                shutil.rmtree(entry, ignore_errors=True)


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def _change_places(made: Path, target: Path) -> None:
    """Let the new folder have the name of the old one, which is then under that of the new one."""
    if _exchanged(made, target):
        return
    old = made.with_name(made.name + "oud")
    target.rename(old)
    try:
        made.rename(target)
    except OSError:
        old.rename(target)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _exchanged(one: Path, other: Path) -> bool:
    """Let two names change places, where the system and its disk can."""
    call = _CALLS.get(sys.platform)
    if call is None:
        return False
    try:
        exchange = getattr(ctypes.CDLL(None, use_errno=True), call)
    except (OSError, AttributeError):
        return False
    here = _HERE[sys.platform]
    return bool(exchange(here, os.fsencode(one), here, os.fsencode(other), _EXCHANGE) == 0)
