"""Run a case as an officer would, in this process."""

import contextlib
import io
import os
import sys
from pathlib import Path
from typing import NamedTuple
from unittest import mock

from pmg_docs.cli import main
from tests.cases.case import DOSSIER, GOOD, Case


class Outcome(NamedTuple):
    """What came on the screen, and the exit code."""

    message: str
    exit_code: int


def lay(case: Case, root: Path) -> None:
    """Lay the good dossier in a folder, with the files of the case over it."""
    for path in GOOD.iterdir():
        _write(root / DOSSIER / path.name, path.read_bytes())
    for file in case.files:
        if file.is_absent:
            (root / file.path).unlink()
        else:
            _write(root / file.path, file.data())


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def run(case: Case, root: Path, *command: str) -> Outcome:
    """What a command says in a folder; by default the one of the case."""
    arguments = command or case.command
    screen = io.StringIO()
    before = Path.cwd()
    os.chdir(root)
    try:
        with (
            mock.patch.object(sys, "argv", list(arguments)),
            contextlib.redirect_stderr(screen),
            contextlib.redirect_stdout(io.StringIO()),
        ):
            code = _exit_code()
    finally:
        os.chdir(before)
    return Outcome(screen.getvalue().replace(str(root), "$MAP"), code)


def _exit_code() -> int:
    try:
        main()
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else 0
    return 0
