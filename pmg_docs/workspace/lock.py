"""One at a time: two builds into one folder would leave documents of both."""

import contextlib
import errno
import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.errors import Unreachable
from pmg_docs.workspace.writing import refusal

LOCK = ".pmg-bezig"
_SOON = 1
_LONGEST = 300
"""Seconds; the proof of a few hundred letters in every format."""
_PAUSE = 0.05
_CAREFUL = (
    os.O_WRONLY | os.O_CREAT | os.O_APPEND
    | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
)  # fmt: skip
"""How the lock is opened: no file elsewhere is made through a link, and no pipe waited for."""
_TAKEN = frozenset({errno.EAGAIN, errno.EWOULDBLOCK, errno.EACCES, errno.EDEADLK})


@contextlib.contextmanager
def only_one(folder: Path, on_wait: Callable[[], None]) -> Iterator[None]:
    """Hold a folder while something is written below it.

    The system lets go of the lock when the process that holds it ends, however it ends. The
    library filelock would do this too, but takes longer to load than a letter to write.

    Args:
        folder: the folder, which is made when it is not there.
        on_wait: called once, when another run holds it for longer than a second.

    Raises:
        Unreachable: another run holds it for too long, or the folder cannot be written.
    """
    path = folder / LOCK
    try:
        was_there = folder.exists()
        stream = _opened(path)
        while not (_waited_for(stream, folder, on_wait) and _is_at(stream, path)):
            stream.close()
            stream = _opened(path)
    except OSError as problem:
        raise Unreachable(refusal(problem, path)) from problem
    with stream:
        try:
            yield
        finally:
            # It goes while we hold it, so that who waits for it sees that it must open a new one.
            with contextlib.suppress(OSError):
                path.unlink()
                if not was_there:
                    folder.rmdir()


def _opened(path: Path) -> BinaryIO:
    path.parent.mkdir(parents=True, exist_ok=True)
    return os.fdopen(os.open(path, _CAREFUL, 0o666), "ab")


def _is_at(stream: BinaryIO, path: Path) -> bool:
    """Whether the file that we locked is still the one that others find."""
    try:
        return os.path.samestat(os.fstat(stream.fileno()), path.stat())
    except FileNotFoundError:
        return False


def _waited_for(stream: BinaryIO, folder: Path, on_wait: Callable[[], None]) -> bool:
    began = time.monotonic()
    has_told = False
    while not _is_ours(stream):
        waited = time.monotonic() - began
        if waited > _LONGEST:
            raise Unreachable(
                Diagnostic("PMG443", f"Een andere pmg is al minuten bezig in {folder.name}.",
                           hints=("Wacht tot die klaar is, of kies een andere map met --out.",))
            )  # fmt: skip
        if waited > _SOON and not has_told:
            on_wait()
            has_told = True
        time.sleep(_PAUSE)
    return True


def _is_ours(stream: BinaryIO) -> bool:
    """Take the lock, unless another process has it."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as problem:
        # Some network disks know no locks; there we can only go on.
        return problem.errno not in _TAKEN
    return True
