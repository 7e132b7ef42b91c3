"""Who is at the keyboard, for a register that says by whom something was done."""

import getpass
import shutil
import subprocess
from pathlib import Path

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


def _tidy(name: str) -> str:
    seen = "".join(char if char.isprintable() else " " for char in name)
    return " ".join(seen.split())[:_LONGEST]


def _of_git(folder: Path) -> str:
    git = shutil.which("git")
    if git is None:
        return ""
    try:
        done = subprocess.run(  # noqa: S603 - no shell, and a fixed question
            [git, "config", "user.name"], cwd=folder, capture_output=True, timeout=_PATIENCE,
            check=False, stdin=subprocess.DEVNULL,
        )  # fmt: skip
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout.decode("utf-8", "replace")


def _of_system() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""
