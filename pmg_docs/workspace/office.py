"""LibreOffice as a subprocess: it makes files of one kind out of those of another.

It never sees the officer's own settings, files, language or time zone, and leaves nothing behind.
What it says of itself proves little: version 7.4 looks at no more than 253 words of its command
line, gives back 243 of 342 files and ends well. So it gets no more than it can hold in one run, and
what comes back is counted.
"""

import itertools
import shutil
import sys
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.errors import Unreachable
from pmg_docs.workspace.causes import cause
from pmg_docs.workspace.office_surroundings import PROFILE, RESULTS, environment, lay_out
from pmg_docs.workspace.processes import run_for

_NAMES = ("soffice", "libreoffice")
_USUAL_PLACES = {
    "darwin": ("/Applications/LibreOffice.app/Contents/MacOS/soffice",),
    "win32": (
        r"C:\Program Files\LibreOffice\program\soffice.com",
        r"C:\Program Files (x86)\LibreOffice\program\soffice.com",
    ),
}
_NO_ROOM = "Kijk of er ruimte is in de map voor tijdelijke bestanden, en of LibreOffice zelf start."
_LOST = "Probeer het nog een keer. Gaat het weer mis, maak dan de docx en open die in LibreOffice."
_MOST_FILES = 200
"""How many files go in one run, well below what it reads of a command line."""
_TRIES = 3
"""How many files in a row may fail, each on its own, before we stop asking."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How many seconds a run may take: to start, and for each file."""

    start: float = 90
    each: float = 2

    def for_files(self, count: int) -> float:
        """The seconds for a run of so many files."""
        return self.start + self.each * count


def find_office() -> Path | None:
    """The program LibreOffice: on the path, or where the system usually has it."""
    found = next(filter(None, map(shutil.which, _NAMES)), None)
    if found:
        return Path(found).absolute()
    return next((p for p in map(Path, _USUAL_PLACES.get(sys.platform, ())) if p.is_file()), None)


def convert(
    office: Path, files: Mapping[str, bytes], source: str, target: str,
    patience: Patience = Patience(),
) -> dict[str, bytes]:  # fmt: skip
    """Let LibreOffice make a file of another kind out of each file, in one run for all.

    Many hundreds take a few runs. What does not come back is tried again, one file at a time.

    Args:
        office: the program.
        files: the files, by the name that a message gives them.
        source: the ending of their kind, `docx`.
        target: the ending of the kind that they become; each is a zip, as `odt` is.
        patience: how long it may take.

    Returns:
        The new files, by the same names and in the same order.

    Raises:
        Unreachable: PMG433, a file did not come back; PMG434, LibreOffice cannot be run.
    """
    made: dict[str, bytes] = {}
    for batch in _batches(files):
        made |= _run(office, batch, source, target, patience)[0]
    reasons: dict[str, str] = {}
    failed = 0
    for name in [name for name in files if name not in made]:
        if failed == _TRIES:
            reasons[name] = "niet meer geprobeerd"
            continue
        again, reasons[name] = _run(office, {name: files[name]}, source, target, patience)
        made |= again
        failed = 0 if again else failed + 1
    lost = [_lost(name, target, reasons[name]) for name in files if name not in made]
    if lost:
        raise Unreachable(lost)
    return {name: made[name] for name in files}


def _batches(files: Mapping[str, bytes]) -> Iterator[dict[str, bytes]]:
    waiting = iter(files.items())
    while batch := dict(itertools.islice(waiting, _MOST_FILES)):
        yield batch


def _run(
    office: Path, files: Mapping[str, bytes], source: str, target: str, patience: Patience
) -> tuple[dict[str, bytes], str]:
    """One run, with a profile of its own: what came back, and how the run ended."""
    numbers = {name: str(number) for number, name in enumerate(files, start=1)}
    try:
        with tempfile.TemporaryDirectory(prefix="pmg-", ignore_cleanup_errors=True) as made:
            folder = Path(made).resolve()
            lay_out(folder)
            for name, data in files.items():
                (folder / f"{numbers[name]}.{source}").write_bytes(data)
            command = [
                str(office), f"-env:UserInstallation={(folder / PROFILE).as_uri()}",
                "--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck",
                "--convert-to", target, "--outdir", RESULTS,
                *(f"{number}.{source}" for number in numbers.values()),
            ]  # fmt: skip
            code = run_for(command, folder, environment(folder), patience.for_files(len(files)))
            found = _whole(folder / RESULTS, numbers, target)
    except OSError as problem:
        raise Unreachable(
            Diagnostic("PMG434", f"LibreOffice kan hier niet werken ({cause(problem)}).",
                       hints=(_NO_ROOM,))
        ) from problem  # fmt: skip
    return found, "het duurde te lang" if code is None else f"het eindigde met {code}"


def _whole(folder: Path, numbers: Mapping[str, str], target: str) -> dict[str, bytes]:
    """The files that came back whole: the end of a zip says that nothing is lacking before it."""
    paths = {name: folder / f"{number}.{target}" for name, number in numbers.items()}
    return {name: path.read_bytes() for name, path in paths.items() if _is_whole(path)}


def _is_whole(path: Path) -> bool:
    return path.is_file() and zipfile.is_zipfile(path)


def _lost(name: str, target: str, reason: str) -> Diagnostic:
    return Diagnostic(
        "PMG433",
        f"LibreOffice maakte geen {target} voor {name} ({reason}).",
        hints=(_LOST,),
    )
