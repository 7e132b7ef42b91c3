"""Who is at the keyboard, for a register that says by whom something was done."""

import getpass
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from pmg_docs.model.printable import printable

_PATIENCE = 5
_LONGEST = 80
_NOBODY = "onbekend"


def officer(folder: Path, given: str = "") -> str:
    """A name: the one that was given, else that of git, else that of the user of this machine.

    Args:
        folder: where git is asked, since a folder may have a name of its own.
        given: a name that goes before all others.

    Returns:
        One line of at most 80 characters, without signs that cannot be seen.
    """
    return _tidy(given) or _tidy(_of_git(folder)) or _tidy(_of_system()) or _NOBODY


def is_committed(folder: Path, names: Sequence[str]) -> bool | None:
    """Whether git keeps files as they are now; None where there is no git.

    Args:
        folder: the workspace.
        names: the files, as seen from there.
    """
    said = _asked(folder, "status", "--porcelain", "--ignored", "--", *names)
    return None if said is None else not said.strip()


def _tidy(name: str) -> str:
    return " ".join(printable(name, " ").split())[:_LONGEST]


def _of_git(folder: Path) -> str:
    return (_asked(folder, "config", "user.name") or b"").decode("utf-8", "replace")


def _asked(folder: Path, *question: str) -> bytes | None:
    """What git answers; None when it does not, or is not there."""
    git = shutil.which("git")
    if git is None:
        return None
    try:
        done = subprocess.run(  # noqa: S603 - no shell, and a fixed question
            [git, *question], cwd=folder, capture_output=True, timeout=_PATIENCE, check=False,
            stdin=subprocess.DEVNULL,
        )  # fmt: skip
    except (OSError, subprocess.SubprocessError):
        return None
    return None if done.returncode else done.stdout


def _of_system() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""
