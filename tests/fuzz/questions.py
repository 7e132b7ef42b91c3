"""What must hold for any input: a result or findings, in bounded time, and each finding sound."""

import contextlib
import signal
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import FrameType
from typing import NoReturn

from hypothesis import currently_in_test_context, event

from pmg_docs.app.gathering import gather
from pmg_docs.inputs.located import parse
from pmg_docs.inputs.text import decode
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.errors import PmgError
from pmg_docs.readers import READERS
from pmg_docs.workspace.folder import InputFile, Workspace
from pmg_docs.writers.docx.shell import open_shell
from tests.builders.look import look
from tests.fuzz.kinds import FACTS, LETTERS

_SECONDS = 20
_ROLES = tuple((name, role.word) for name, role in look().style.roles.items())


class TooSlow(Exception):
    """An input kept us busy for longer than an officer would wait."""


@contextlib.contextmanager
def soon() -> Iterator[None]:
    """Stop what takes too long."""

    def stop(_signal: int, _frame: FrameType | None) -> NoReturn:
        raise TooSlow

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(_SECONDS)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def yaml_is_read_or_refused(data: bytes) -> None:
    with soon(), _refusals("yaml"):
        file = InputFile("feiten.yaml", data)
        parse(file.name, decode(file))


def facts_are_read_or_refused(data: bytes) -> None:
    _dossier_is_read_or_refused({"feiten.yaml": data, "nota.md": LETTERS[0].encode()})


def a_letter_is_read_or_refused(data: bytes) -> None:
    _dossier_is_read_or_refused({"feiten.yaml": FACTS[0].encode(), "nota.md": data})


def a_shell_is_opened_or_refused(data: bytes) -> None:
    with soon(), _refusals("schil"):
        open_shell.__wrapped__(data, "shell.docx", _ROLES)


def a_file_is_read_back_or_refused(name: str, data: bytes) -> None:
    with soon(), _refusals(name):
        READERS[name](data)


def _dossier_is_read_or_refused(files: dict[str, bytes]) -> None:
    with soon(), tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for name, data in files.items():
            path = root / "letters/proef" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        with _refusals("dossier"):
            found = gather(Workspace.at(root), formats=("docx", "html"))
            _are_sound(found.findings)


@contextlib.contextmanager
def _refusals(what: str) -> Iterator[None]:
    try:
        yield
    except PmgError as problem:
        _are_sound(problem.findings)
        _note(f"{what}: {problem.findings[0].code}")
    else:
        _note(f"{what}: gelezen")


def _note(outcome: str) -> None:
    """Let `pytest --hypothesis-show-statistics` tell how often each outcome came."""
    if currently_in_test_context():
        event(outcome)


def _are_sound(findings: Iterable[Diagnostic]) -> None:
    for finding in findings:
        assert finding.message.strip()
        assert "\n" not in finding.message
        assert not any(0xE000 <= ord(char) <= 0xF8FF for char in finding.message), finding
        if finding.where is not None:
            assert finding.where.line >= 0
            assert finding.where.column >= 1
