"""Writing so that a reader sees the old file or the new one, never half of either."""

import contextlib
import errno
import os
import platform
import re
import tempfile
import time
import zlib
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.errors import Unreachable
from pmg_docs.workspace.causes import cause

TEMPORARY_PREFIX = ".pmg-"
_TEMPORARY = re.compile(r"\.pmg-(?:([0-9a-f]{8})-([0-9]+)-)?[^.]+")
_A_DAY = 24 * 60 * 60
_WRITING = ("Sluit het bestand in Word, of kies een andere map met --out.",)
_HINTS = {
    errno.ENOSPC: ("Maak ruimte vrij, of kies een andere map met --out.",),
    errno.EDQUOT: ("Maak ruimte vrij, of kies een andere map met --out.",),
    errno.EEXIST: ("Haal dat bestand weg, of kies een andere map met --out.",),
    errno.ENOTDIR: ("Haal dat bestand weg, of kies een andere map met --out.",),
    errno.EISDIR: ("Haal die map weg, of kies een andere map met --out.",),
}


def write_together(
    files: Mapping[Path, bytes], accept: Callable[[Path, bytes], None]
) -> tuple[Path, ...]:
    """Write files so that either all have their new content or none was touched.

    Each file is first written under a temporary name in its own folder and read back; `accept`
    gets the target and the bytes that were read, and raises when they are not to appear. Only
    then do the files take their names. A file that already holds these bytes is left alone.
    Temporary files that a killed run left in the same folders are removed.

    Returns:
        The files whose content changed.

    Raises:
        Unreachable: a folder or file cannot be written.
    """
    staged: dict[Path, Path] = {}
    made: list[Path] = []
    target = Path()
    try:
        folders = {t.parent: t for t in files}
        for folder, target in folders.items():  # noqa: B007 - names the target when it fails
            if not folder.exists():
                made.append(folder)
        sweep(folders)
        for target, data in files.items():
            staged[target] = stage(target, data)
            accept(target, staged[target].read_bytes())
        for target in files:
            _refuse_folder(target)
        changed = tuple(t for t in files if not _holds(t, files[t]))
        for target in changed:
            os.replace(staged[target], target)  # noqa: PTH105 - the call whose atomicity we lean on
    except OSError as problem:
        raise Unreachable(refusal(problem, target)) from problem
    finally:
        for temporary in staged.values():
            temporary.unlink(missing_ok=True)
        for folder in made:
            _remove_if_empty(folder)
    return changed


def stage(target: Path, data: bytes) -> Path:
    """Write bytes under a temporary name beside their target, safe against a loss of power."""
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=temporary_prefix(), dir=target.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        share(temporary, 0o666)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def share(path: Path, mode: int) -> None:
    """Let others have the rights to what was made for its owner only: colleagues on a share."""
    mask = os.umask(0)
    os.umask(mask)
    path.chmod(mode & ~mask)


def settle(folder: Path) -> None:
    """Let a name outlive a loss of power, where the system can open a folder for that."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def sweep(folders: Iterable[Path]) -> None:
    """Remove what runs that no longer live left behind; what a living one uses stays."""
    for folder in folders:
        with contextlib.suppress(OSError):
            for entry in tuple(folder.iterdir()):
                if not entry.is_symlink() and entry.is_file() and is_left_over(entry):
                    entry.unlink(missing_ok=True)


def temporary_prefix() -> str:
    """How the name of what this run makes for a while begins, as `is_left_over` knows it."""
    return f"{TEMPORARY_PREFIX}{_this_machine()}-{os.getpid()}-"


def is_left_over(path: Path) -> bool:
    """Whether by its name a run made something for a while, and no longer lives.

    Raises:
        OSError: it cannot be looked at.
    """
    found = _TEMPORARY.fullmatch(path.name)
    if found is None:
        return False
    machine, process = found.groups()
    if machine == _this_machine() and not _lives(int(process)):
        return True
    return time.time() - path.stat().st_mtime > _A_DAY


def _this_machine() -> str:
    """A mark of this machine: on a share, a colleague's process is none of ours."""
    return f"{zlib.crc32(platform.node().encode('utf-8', 'replace')):08x}"


def _lives(process: int) -> bool:
    if os.name == "nt":  # there, signal 0 would end the process
        return True
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True


def _remove_if_empty(folder: Path) -> None:
    try:
        folder.rmdir()
    except OSError:
        return


def _refuse_folder(target: Path) -> None:
    """Stop before any file takes its name when one cannot: half of them would be new."""
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, "", str(target))


def _holds(target: Path, data: bytes) -> bool:
    try:
        return target.read_bytes() == data
    except FileNotFoundError:
        return False


def refusal(problem: OSError, target: Path) -> Diagnostic:
    """The finding for a target that cannot be written; it never names a temporary file."""
    hints = _HINTS.get(problem.errno or 0, _WRITING)
    in_the_way = next(filter(_is_no_folder, target.parents), None)
    if in_the_way is not None:
        message = f"In {in_the_way.name} kan niet worden geschreven: dat is een bestand, geen map."
        return Diagnostic("PMG441", message, hints=_HINTS[errno.EEXIST])
    shown = f"{target.parent.name}/{target.name}"
    message = f"{shown} kan niet worden geschreven ({cause(problem)})."
    return Diagnostic("PMG441", message, hints=hints)


def _is_no_folder(path: Path) -> bool:
    try:
        return path.exists() and not path.is_dir()
    except OSError:
        return False
