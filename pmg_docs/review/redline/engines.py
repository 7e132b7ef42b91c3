"""The programs that compare two Word files, behind one form: bytes in, bytes out.

Each is imported when it is called for. None of them is trusted: what comes out is proven.
"""

import contextlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from pmg_docs.workspace.causes import cause
from pmg_docs.workspace.processes import run_for

_PATIENCE = 120
"""Seconds for the program of Docxodus; a letter takes one, a hundred pages ten."""
_OWN_REFUSAL, _CANNOT_START = 1, 127
_PASSED_ON = ("PATH", "SYSTEMROOT", "WINDIR", "COMSPEC", "PATHEXT")


class Absent(Exception):
    """The engine is not installed."""


class Unable(Exception):
    """The engine cannot compare these two files, or cannot work here; says why."""


class Engine(Protocol):
    """Compares two Word files."""

    def __call__(self, old: bytes, new: bytes, author: str, moment: str) -> bytes:
        """Write the changes from `old` to `new` as tracked changes in one file.

        Raises:
            Absent: it is not installed.
            Unable: it cannot.
        """
        ...


def rdocx(old: bytes, new: bytes, author: str, moment: str) -> bytes:
    """Compare with rdocx, which tracks single words."""
    try:
        from rdocx import Document
    except ImportError as problem:
        raise Absent from problem
    try:
        document = Document.from_bytes(old)
        remarks = document.compare(Document.from_bytes(new), author, moment, granularity="word")
        made = document.to_bytes()
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as problem:  # a panic in Rust is no Exception
        raise Unable(str(problem)) from problem
    if remarks:
        raise Unable("; ".join(f"{r.location}: {r.message}" for r in remarks))
    return made


def docxodus(old: bytes, new: bytes, author: str, moment: str) -> bytes:
    """Compare with Docxodus, a program that its Python package brings along and unpacks."""
    # A space that may not break differs from one that may: without the option it does not say so.
    options = (f"--author={author}", f"--date-time={moment}", "--no-conflate-spaces")
    with tempfile.TemporaryDirectory(prefix="pmg-", ignore_cleanup_errors=True) as made:
        folder = Path(made).resolve()
        code, result = None, b""
        for program in _programs(folder / "programma"):
            code, result = _run(program, folder, (old, new), options)
            if code in (0, _OWN_REFUSAL, None):
                break  # any other end may be that of a program that was unpacked only in part
    if code != 0 or not result:
        raise Unable("het duurde te lang" if code is None else f"het eindigde met {code}")
    return result


def _programs(fresh: Path) -> Iterator[Path]:
    """The program where its package unpacked it before, or else unpacked anew."""
    try:
        from python_redlines import DocxodusEngine, EngineNotInstalledError
    except ImportError as problem:
        raise Absent from problem
    try:
        with contextlib.suppress(PermissionError, FileNotFoundError, RuntimeError):
            yield Path(DocxodusEngine().extracted_binaries_path)
        yield Path(DocxodusEngine(str(fresh)).extracted_binaries_path)
    except EngineNotInstalledError as problem:
        raise Absent from problem
    except OSError as problem:
        raise Unable(f"het programma is niet uit te pakken ({cause(problem)})") from problem


def _run(
    program: Path, folder: Path, versions: tuple[bytes, bytes], options: tuple[str, ...]
) -> tuple[int | None, bytes]:
    names = ("oud.docx", "nieuw.docx", "redline.docx")
    for name, data in zip(names, versions, strict=False):
        (folder / name).write_bytes(data)
    (folder / names[2]).unlink(missing_ok=True)
    around = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    own = {"HOME": str(folder), "TMPDIR": str(folder), "TEMP": str(folder), "TMP": str(folder),
           "TZ": "UTC", "DOTNET_CLI_TELEMETRY_OPTOUT": "1"}  # fmt: skip
    command = [str(program), *names, *options]
    try:
        code = run_for(command, folder, around | own, _PATIENCE)
    except OSError:
        return _CANNOT_START, b""
    result = folder / names[2]
    return code, result.read_bytes() if result.is_file() else b""


ENGINES: dict[str, Engine] = {"rdocx": rdocx, "Docxodus": docxodus}
"""In the order of trying: the first marks fewer words, the second takes more files."""
