"""The programs that compare two Word files, behind one form: bytes in, bytes out.

Each is imported when it is called for. None of them is trusted: what comes out is proven.
"""

import contextlib
import importlib.util
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from pmg_docs.review.redline.package import read_package
from pmg_docs.review.redline.word import w
from pmg_docs.workspace.causes import cause
from pmg_docs.workspace.processes import run_for

_PATIENCE = 120
"""Seconds; a letter takes either less than one, a hundred pages three. Time never decides which
engine is used for a letter: the same versions must give the same bytes on a slow machine."""
_LONG, _MOST_LABOUR = 300, 2_000_000
"""rdocx takes a time that grows with the square of the words of a paragraph."""
_NAMES = ("oud.docx", "nieuw.docx", "redline.docx")
_RDOCX = """\
import sys
from pathlib import Path
from rdocx import Document
old, new = (Document.from_bytes(Path(n).read_bytes()) for n in ('oud.docx', 'nieuw.docx'))
try:
    said = [f'{r.location}: {r.message}' for r in
            old.compare(new, sys.argv[1], sys.argv[2], granularity='word')]
except Exception as problem:
    said = [str(problem)]
if said:
    Path('reden.txt').write_text('; '.join(said), encoding='utf-8')
    sys.exit(1)
Path('redline.docx').write_bytes(old.to_bytes())
"""
"""A process of its own: it can be ended when it takes too long, and may break without us."""
_OWN_REFUSAL, _CANNOT_START = 1, 127
_PASSED_ON = ("PATH", "SYSTEMROOT", "WINDIR", "COMSPEC", "PATHEXT", "PYTHONPATH")


class Absent(Exception):
    """The engine is not installed."""


class Unable(Exception):
    """The engine cannot compare these two files, or cannot work here; says why."""


class Engine(Protocol):
    """Compares two Word files."""

    def __call__(self, old: bytes, new: bytes, author: str, moment: str, /) -> bytes:
        """Write the changes from `old` to `new` as tracked changes in one file.

        Raises:
            Absent: it is not installed.
            Unable: it cannot.
        """
        ...


def rdocx(old: bytes, new: bytes, author: str, moment: str) -> bytes:
    """Compare with rdocx, which tracks single words; long paragraphs take it long."""
    if importlib.util.find_spec("rdocx") is None:
        raise Absent
    if max(map(_labour, (old, new))) > _MOST_LABOUR:
        raise Unable("er staan te veel lange alinea's in")
    with tempfile.TemporaryDirectory(prefix="pmg-", ignore_cleanup_errors=True) as made:
        folder = Path(made).resolve()
        command = [sys.executable, "-c", _RDOCX, author, moment]
        code, result = _run(command, folder, (old, new), _PATIENCE)
        reason = folder / "reden.txt"
        said = reason.read_text(encoding="utf-8") if reason.is_file() else _ended(code)
    if code != 0 or not result:
        raise Unable(said)
    return result


def docxodus(old: bytes, new: bytes, author: str, moment: str) -> bytes:
    """Compare with Docxodus, a program that its Python package brings along and unpacks."""
    # A space that may not break differs from one that may: without the option it does not say so.
    options = [f"--author={author}", f"--date-time={moment}", "--no-conflate-spaces"]
    with tempfile.TemporaryDirectory(prefix="pmg-", ignore_cleanup_errors=True) as made:
        folder = Path(made).resolve()
        code, result = None, b""
        for program in _programs(folder / "programma"):
            command = [str(program), *_NAMES, *options]
            code, result = _run(command, folder, (old, new), _PATIENCE)
            if code in (0, _OWN_REFUSAL, None):
                break  # any other end may be that of a program that was unpacked only in part
    if code != 0 or not result:
        raise Unable(_ended(code))
    return result


def _labour(version: bytes) -> int:
    package = read_package(version)
    paragraphs = package.root(package.document).iter(w("p"))
    counts = (len("".join(t.text or "" for t in p.iter(w("t"))).split()) for p in paragraphs)
    return sum(count**2 for count in counts if count > _LONG)


def _programs(fresh: Path) -> Iterator[Path]:
    """The program where its package unpacked it before, or else unpacked anew."""
    try:
        from python_redlines import DocxodusEngine, EngineNotInstalledError
    except ImportError as problem:
        raise Absent from problem
    try:
        kept: Path | None = None
        with contextlib.suppress(OSError, RuntimeError):  # nowhere to keep it, or no home at all
            kept = Path(DocxodusEngine().extracted_binaries_path)
        if kept is not None:
            yield kept
        yield Path(DocxodusEngine(str(fresh)).extracted_binaries_path)
    except EngineNotInstalledError as problem:
        raise Absent from problem
    except OSError as problem:
        raise Unable(f"het programma is niet uit te pakken ({cause(problem)})") from problem


def _run(
    command: list[str], folder: Path, versions: tuple[bytes, bytes], seconds: float
) -> tuple[int | None, bytes]:
    """Run a program on two files in its folder: how it ended, and the file that it made there."""
    result = folder / _NAMES[2]
    result.unlink(missing_ok=True)
    for name, data in zip(_NAMES, versions, strict=False):
        (folder / name).write_bytes(data)
    around = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    own = {"HOME": str(folder), "TMPDIR": str(folder), "TEMP": str(folder), "TMP": str(folder),
           "TZ": "UTC", "PYTHONUTF8": "1"}  # fmt: skip
    try:
        code = run_for(command, folder, around | own, seconds)
    except OSError:
        return _CANNOT_START, b""
    return code, result.read_bytes() if result.is_file() else b""


def _ended(code: int | None) -> str:
    return "het duurde te lang" if code is None else f"het eindigde met {code}"


ENGINES: dict[str, Engine] = {"rdocx": rdocx, "Docxodus": docxodus}
"""In the order of trying: the first marks fewer words, the second takes more files."""
