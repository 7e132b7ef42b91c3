"""The workspace: the folder that holds `letters/`, with the built-in types and styles behind it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.errors import NotFound, Refused, Unreachable
from pmg_docs.model.place import Place

LETTERS = "letters"
FACTS = "feiten.yaml"
BUILTIN_PREFIX = "ingebouwd:"
LARGEST_INPUT = 20 * 1024 * 1024
"""Bytes; the largest real input, a Word shell with pictures, stays far below it."""


@dataclass(frozen=True, slots=True)
class InputFile:
    """A file that was read: the name for messages and manifest, and its bytes."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Workspace:
    """The officer's folder `root` laid over the `builtin` files that came with the program."""

    root: Path
    builtin: Path

    @classmethod
    def find(cls, start: Path) -> "Workspace":
        """The nearest folder upward from `start` that holds `letters/`.

        Raises:
            NotFound: there is none.
        """
        here = start.resolve()
        for folder in (here, *here.parents):
            if (folder / LETTERS).is_dir():
                return cls.at(folder)
        raise NotFound(
            Diagnostic(
                "PMG101",
                f"In {start} en de mappen daarboven staat geen map 'letters'.",
                hints=(
                    "Ga naar de map van uw brieven, of noem die met --workspace.",
                    "Een nieuwe map begint u met: pmg new NAAM",
                ),
            )
        )

    @classmethod
    def at(cls, root: Path) -> "Workspace":
        """The workspace in `root`, whether or not it has letters yet."""
        return cls(root.resolve(), builtin_folder())

    def name_of(self, path: Path) -> str:
        """How messages and the manifest name a file: relative, with forward slashes.

        Raises:
            Refused: the file lies outside the workspace and the built-in files.
        """
        real = path.resolve()
        if real.is_relative_to(self.root):
            return real.relative_to(self.root).as_posix()
        if real.is_relative_to(self.builtin):
            return BUILTIN_PREFIX + real.relative_to(self.builtin).as_posix()
        raise Refused(
            Diagnostic(
                "PMG102",
                f"{path.name} ligt buiten de werkmap en wordt daarom niet gelezen.",
                hints=("Zet het bestand in de werkmap; een snelkoppeling naar buiten kan niet.",),
            )
        )

    def read(self, path: Path) -> InputFile:
        """Read a file of the workspace or of the built-in files.

        Raises:
            Refused: it lies outside them, or is larger than any input may be.
            Unreachable: it cannot be opened.
        """
        name = self.name_of(path)
        try:
            if path.stat().st_size > LARGEST_INPUT:
                raise Refused(
                    Diagnostic("PMG103", f"{name} is te groot om te lezen (meer dan 20 MB).")
                )
            return InputFile(name, path.read_bytes())
        except OSError as problem:
            raise Unreachable(
                Diagnostic(
                    "PMG104", f"{name} is niet te openen ({_in_dutch(problem)}).", Place(name)
                )
            ) from problem

    def find_file(self, relative: str) -> InputFile | None:
        """The file of that path in the workspace, else in the built-in files, else None."""
        parts = PurePosixPath(relative)
        if parts.is_absolute() or ".." in parts.parts:
            return None
        for base in (self.root, self.builtin):
            candidate = base / parts
            if candidate.is_file():
                return self.read(candidate)
        return None

    def folders(self, kind: str, marker: str) -> tuple[str, ...]:
        """The names under `templates/` or `styles/` that hold the file `marker`, sorted."""
        found = {
            entry.parent.name
            for base in (self.root, self.builtin)
            for entry in (base / kind).glob(f"*/{marker}")
        }
        return tuple(sorted(found))

    def dossiers(self) -> tuple[str, ...]:
        """The names of the dossiers: folders of `letters/` with facts, not beginning with `_`."""
        return tuple(sorted(folder.name for folder in self._dossier_folders()))

    def _dossier_folders(self) -> Iterator[Path]:
        for entry in (self.root / LETTERS).glob(f"*/{FACTS}"):
            if not entry.parent.name.startswith("_"):
                yield entry.parent

    def dossier(self, name: str) -> Path:
        """The folder of a dossier."""
        return self.root / LETTERS / name

    def line_at(self, place: Place) -> str:
        """The line of a file at a place, as written, or empty when that cannot be shown."""
        base = self.root
        name = place.file
        if name.startswith(BUILTIN_PREFIX):
            base, name = self.builtin, name.removeprefix(BUILTIN_PREFIX)
        path = base / name
        try:
            lines = path.read_text(encoding="utf-8-sig").splitlines()
        except (OSError, UnicodeDecodeError):
            return ""
        return lines[place.line - 1] if 0 < place.line <= len(lines) else ""


def builtin_folder() -> Path:
    """The folder that holds the built-in `templates/`, `styles/` and `letters/_voorbeeld`.

    In a wheel they lie inside the package, in a clone at the top of the repository.
    """
    package = Path(__file__).resolve().parents[1]
    packed = package / "_builtin"
    return packed if packed.is_dir() else package.parent


def _in_dutch(problem: OSError) -> str:
    if isinstance(problem, FileNotFoundError):
        return "het bestand bestaat niet"
    if isinstance(problem, PermissionError):
        return "u hebt er geen rechten voor"
    if isinstance(problem, IsADirectoryError):
        return "het is een map"
    return problem.strerror or "onbekende oorzaak"
