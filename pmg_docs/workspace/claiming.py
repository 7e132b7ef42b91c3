"""A file that only one can make: who comes second sees that the name is taken.

The whole content appears with the name, through a hard link to a temporary file. Where a disk knows
no links the name itself is made exclusively, and the content comes after it: who is killed in
between leaves a name without content, which nobody can claim again either.
"""

import contextlib
import errno
import os
from collections.abc import Callable, Iterator
from pathlib import Path

from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.errors import Unreachable
from pmg_docs.workspace.causes import cause
from pmg_docs.workspace.lock import only_one
from pmg_docs.workspace.writing import settle, stage, sweep

_NO_LINKS = frozenset({
    errno.EPERM, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EMLINK, errno.EXDEV,
    errno.EINVAL,
})  # fmt: skip
"""What a disk that has no hard links may say to one."""

_HINTS = ("Kijk of u in die map mag schrijven, en of er ruimte is op de schijf.",)


@contextlib.contextmanager
def alone(folder: Path, on_wait: Callable[[], None]) -> Iterator[None]:
    """Hold a folder of the workspace while a file in it changes.

    Raises:
        Unreachable: PMG444, the folder cannot be written; PMG443, another holds it for too long.
    """
    with contextlib.ExitStack() as stack:
        try:
            stack.enter_context(only_one(folder, on_wait))
        except Unreachable as problem:
            closed = [
                Diagnostic("PMG444", finding.message, hints=_HINTS)
                if finding.code == "PMG441" else finding
                for finding in problem.findings
            ]  # fmt: skip
            raise Unreachable(closed) from problem
        yield


def claim(target: Path, data: bytes) -> bool:
    """Make a file that is not there yet.

    Returns:
        Whether it is ours; False when the name is taken.

    Raises:
        Unreachable: PMG444, its folder cannot be written.
    """
    try:
        if os.path.lexists(target):
            return False
        temporary = stage(target, data)
        try:
            is_ours = _linked(temporary, target)
            if is_ours is None:
                is_ours = _made(target, data)
        finally:
            temporary.unlink(missing_ok=True)
        if is_ours:
            settle(target.parent)
    except OSError as problem:
        raise Unreachable(_closed(target, problem)) from problem
    return is_ours


def put(target: Path, data: bytes) -> None:
    """Give a file new content: a reader sees the old or the new one, whole.

    What killed runs left behind in its folder goes away.

    Raises:
        Unreachable: PMG444, it cannot be written.
    """
    try:
        sweep([target.parent])
        temporary = stage(target, data)
        try:
            os.replace(temporary, target)  # noqa: PTH105 - the call whose atomicity we lean on
        finally:
            temporary.unlink(missing_ok=True)
        settle(target.parent)
    except OSError as problem:
        raise Unreachable(_closed(target, problem)) from problem


def _linked(temporary: Path, target: Path) -> bool | None:
    """Link a file under its name: False when that is taken, None where there are no links."""
    try:
        os.link(temporary, target)
    except FileExistsError:
        # A share may do what was asked, lose its answer, and refuse the second time.
        return _is_one_file(temporary, target)
    except OSError as problem:
        if problem.errno in _NO_LINKS:
            return None
        raise
    return True


def _is_one_file(temporary: Path, target: Path) -> bool:
    try:
        return temporary.samefile(target)
    except OSError:
        return False


def _made(target: Path, data: bytes) -> bool:
    try:
        with target.open("xb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
    except FileExistsError:
        return False
    return True


def _closed(target: Path, problem: OSError) -> Diagnostic:
    return Diagnostic(
        "PMG444",
        f"{target.parent.name}/{target.name} kan niet worden geschreven ({cause(problem)}).",
        hints=_HINTS,
    )
