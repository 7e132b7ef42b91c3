"""Other programs: started apart from us, and never left behind."""

import contextlib
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import FrameType
from typing import NoReturn

_LAST_WAIT = 5
"""Seconds in which the system takes away a process that was ended."""


def run_for(
    command: Sequence[str], folder: Path, environment: Mapping[str, str], seconds: float
) -> int | None:
    """Run a program that says nothing and is asked nothing, with all that it starts itself.

    Whatever happens, Ctrl-C and a request to end included, nothing of it runs on afterwards.

    Args:
        command: the program and its arguments.
        folder: where it stands.
        environment: all that it may know of the machine.
        seconds: how long it may take.

    Returns:
        Its exit code, negative when a signal ended it, or None when its time was up.

    Raises:
        OSError: it cannot be started.
    """
    with _asked_to_end_in_order():
        return _waited_for(command, folder, environment, seconds)


def _waited_for(
    command: Sequence[str], folder: Path, environment: Mapping[str, str], seconds: float
) -> int | None:
    process = subprocess.Popen(  # noqa: S603 - no shell, and our own names of files
        command, cwd=folder, env=dict(environment), stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
        creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
    )  # fmt: skip
    try:
        return process.wait(seconds)
    except subprocess.TimeoutExpired:
        return None
    finally:
        _end_all(process)


@contextlib.contextmanager
def _asked_to_end_in_order() -> Iterator[None]:
    """Let a request to end (SIGTERM) come as an exception, which by itself it does not."""
    if threading.current_thread() is not threading.main_thread():
        yield  # only there can a signal be heeded
        return
    before = signal.signal(signal.SIGTERM, _leave)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before if before is not None else signal.SIG_DFL)


def _leave(number: int, _frame: FrameType | None) -> NoReturn:
    raise SystemExit(128 + number)


def _end_all(process: subprocess.Popen[bytes]) -> None:
    """End a process with its children; a launcher may have ended before what it launched."""
    if sys.platform == "win32":
        if process.poll() is None:
            killer = Path(os.environ.get("SYSTEMROOT", r"C:\Windows"), "System32", "taskkill.exe")
            subprocess.run(  # noqa: S603 - the system's own program
                [killer, "/F", "/T", "/PID", str(process.pid)], check=False, capture_output=True
            )
    else:
        # On macOS a group of which all have ended may not be signalled.
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(_LAST_WAIT)
