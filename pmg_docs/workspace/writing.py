"""Writing so that a reader sees the old file or the new one, never half of either."""

import os
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.errors import Unreachable

TEMPORARY_PREFIX = ".pmg-"


def write_together(
    files: Mapping[Path, bytes], accept: Callable[[Path, bytes], None]
) -> tuple[Path, ...]:
    """Write files so that either all have their new content or none was touched.

    Each file is first written under a temporary name in its own folder and read back; `accept`
    gets the target and the bytes that were read, and raises when they are not to appear. Only
    then do the files take their names. A file that already holds these bytes is left alone.

    Returns:
        The files whose content changed.

    Raises:
        Unreachable: a folder or file cannot be written.
    """
    staged: dict[Path, Path] = {}
    made = [folder for folder in {t.parent for t in files} if not folder.exists()]
    try:
        for target, data in files.items():
            staged[target] = _stage(target, data)
            accept(target, staged[target].read_bytes())
        changed = tuple(t for t in files if not _holds(t, files[t]))
        for target in changed:
            os.replace(staged[target], target)  # noqa: PTH105 - the call whose atomicity we lean on
    except OSError as problem:
        raise Unreachable(_refusal(problem)) from problem
    finally:
        for temporary in staged.values():
            temporary.unlink(missing_ok=True)
        for folder in made:
            _remove_if_empty(folder)
    return changed


def _stage(target: Path, data: bytes) -> Path:
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=TEMPORARY_PREFIX, dir=target.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        # mkstemp makes files that only their owner may read; colleagues on a share must too.
        mask = os.umask(0)
        os.umask(mask)
        temporary.chmod(0o666 & ~mask)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def _remove_if_empty(folder: Path) -> None:
    try:
        folder.rmdir()
    except OSError:
        return


def _holds(target: Path, data: bytes) -> bool:
    try:
        return target.read_bytes() == data
    except FileNotFoundError:
        return False


def _refusal(problem: OSError) -> Diagnostic:
    name = Path(str(problem.filename or "de uitvoermap")).name
    return Diagnostic(
        "PMG441",
        f"Er kan niet worden geschreven in {name} ({problem.strerror}).",
        hints=("Sluit het bestand in Word, of kies een andere map met --out.",),
    )
