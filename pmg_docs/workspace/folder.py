"""The workspace: the folder that holds `letters/`, with the built-in types and styles behind it."""

import os
import re
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.errors import NotFound, Refused, Unreachable
from pmg_docs.model.place import Place
from pmg_docs.model.printable import printable
from pmg_docs.workspace.causes import ABSENT, cause

LETTERS = "letters"
FACTS = "feiten.yaml"
BUILTIN_PREFIX = "ingebouwd:"
_LINE_END = re.compile(r"\r\n|\r|\n")
LARGEST_INPUT = 20 * 1024 * 1024
"""Bytes; the largest real input, a Word shell with pictures, stays far below it."""


@dataclass(frozen=True, slots=True)
class InputFile:
    """A file that was read: the name for messages and manifest, and its bytes."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Workspace:
    """The officer's folder `root` laid over the `builtin` files that came with the program.

    `supposed` are files that are read as if they held other bytes, by their real path.
    """

    root: Path
    builtin: Path
    supposed: Mapping[Path, bytes] = field(default_factory=dict, hash=False)

    @classmethod
    def find(cls, start: Path) -> "Workspace":
        """The nearest folder upward from `start` that holds `letters/`.

        Raises:
            NotFound: there is none.
            Unreachable: `start` itself is gone.
        """
        here = _resolved(start)
        for folder in (here, *here.parents):
            if (folder / LETTERS).is_dir():
                return cls.at(folder)
        raise NotFound(
            Diagnostic(
                "PMG101",
                f"In {here} en de mappen daarboven staat geen map 'letters'.",
                hints=(
                    "Ga naar de map van uw brieven, of noem die met --workspace.",
                    "Een nieuwe map begint u met: pmg new NAAM",
                ),
            )
        )

    @classmethod
    def around(cls, start: Path) -> "Workspace":
        """The workspace around a folder, or that folder itself when there is none."""
        try:
            return cls.find(start)
        except NotFound:
            return cls.at(start)

    @classmethod
    def at(cls, root: Path) -> "Workspace":
        """The workspace in `root`, whether or not it has letters yet.

        Raises:
            Unreachable: `root` is gone, or a link that leads to itself.
        """
        return cls(_resolved(root), builtin_folder())

    def supposing(self, files: Mapping[str, bytes]) -> "Workspace":
        """The same workspace as it would be if files held other bytes; nothing is written.

        Args:
            files: the bytes of each file, by its name in messages.
        """
        return replace(self, supposed={self.root / name: data for name, data in files.items()})

    def name_of(self, path: Path) -> str:
        """How messages and the manifest name a file: relative, with forward slashes.

        Raises:
            Refused: the file lies outside the workspace and the built-in files, or has a name that
                no manifest can hold.
            Unreachable: it is a link that leads to itself.
        """
        real = _resolved(path)
        if (name := _beneath(real, self.root)) is not None:
            return _utf8(name)
        if (name := _beneath(real, self.builtin)) is not None:
            return BUILTIN_PREFIX + name
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
        if self.supposed and (data := self.supposed.get(_resolved(path))) is not None:
            return InputFile(name, data)
        return _read(path, name)

    def read_anywhere(self, path: Path) -> InputFile:
        """Read a file that the officer names, wherever it lies.

        Inside the workspace it is named as any other file, elsewhere as it was typed.

        Raises:
            Refused: it is larger than any input may be.
            Unreachable: it cannot be opened.
        """
        return _read(path, self.shown_name(path))

    def shown_name(self, path: Path) -> str:
        """How messages name a file that the officer named, also one outside the workspace."""
        real = _resolved(path.parent) / path.name
        is_inside = real.is_relative_to(self.root)
        name = (real.relative_to(self.root) if is_inside else path).as_posix()
        return printable(_encodable(name))

    def find_file(self, relative: str) -> InputFile | None:
        """The file of that path in the workspace, else in the built-in files, else None.

        Raises:
            Refused, Unreachable: it is there and cannot be read.
        """
        parts = PurePosixPath(relative)
        if parts.is_absolute() or ".." in parts.parts:
            return None
        for base in (self.root, self.builtin):
            candidate = base / parts
            if self.has_file(candidate):
                return self.read(candidate)
        return None

    def has_file(self, path: Path) -> bool:
        """Whether a file stands there.

        Raises:
            Unreachable: that cannot be seen, for want of rights.
        """
        try:
            return stat.S_ISREG(path.stat().st_mode)
        except OSError as problem:
            if problem.errno in ABSENT:
                return False
            raise Unreachable(_closed(self._shown(path), cause(problem))) from problem

    def entries(self, folder: Path) -> tuple[Path, ...]:
        """What a folder holds, sorted by name; nothing when there is no such folder.

        Raises:
            Unreachable: it cannot be listed.
        """
        try:
            return tuple(sorted(folder.iterdir()))
        except OSError as problem:
            if problem.errno in ABSENT:
                return ()
            raise Unreachable(_closed(self._shown(folder), cause(problem))) from problem

    def names(self, folder: Path) -> frozenset[str]:
        """The names of what a folder holds, of which there may be many thousands.

        Raises:
            Unreachable: it cannot be listed.
        """
        try:
            return frozenset(os.listdir(folder))  # noqa: PTH208 - paths would cost as much again
        except OSError as problem:
            if problem.errno in ABSENT:
                return frozenset()
            raise Unreachable(_closed(self._shown(folder), cause(problem))) from problem

    def _shown(self, path: Path) -> str:
        for base in (self.root, self.builtin):
            if path.is_relative_to(base):
                return _encodable(path.relative_to(base).as_posix())
        return _encodable(path.name)

    def folders(self, kind: str, marker: str) -> tuple[str, ...]:
        """The names under `templates/` or `styles/` that hold the file `marker`, sorted."""
        found = {
            entry.name
            for base in (self.root, self.builtin)
            for entry in self.entries(base / kind)
            if self.has_file(entry / marker)
        }
        return tuple(sorted(found))

    def dossiers(self) -> tuple[str, ...]:
        """The names of the dossiers: folders of `letters/` with facts; none begins with `_`.

        Raises:
            Unreachable: `letters/` cannot be listed.
        """
        return tuple(sorted(folder.name for folder in self._dossier_folders()))

    def _dossier_folders(self) -> Iterator[Path]:
        for entry in self.entries(self.root / LETTERS):
            if not entry.name.startswith(("_", ".")) and _may_be_there(entry / FACTS):
                yield entry

    def dossier(self, name: str) -> Path:
        """The folder of a dossier."""
        return self.root / LETTERS / name

    def has_folder(self, name: str) -> bool:
        """Whether `letters/` holds a folder of that name."""
        return any(e.name == name and e.is_dir() for e in self.entries(self.root / LETTERS))

    def line_at(self, place: Place) -> str:
        """The line of a file at a place, as written, or empty when that cannot be shown."""
        base = self.root
        name = place.file
        if name.startswith(BUILTIN_PREFIX):
            base, name = self.builtin, name.removeprefix(BUILTIN_PREFIX)
        path = base / name
        try:
            if not path.is_file():
                return ""
            data = self.supposed.get(path) or path.read_bytes()
            lines = _LINE_END.split(data.decode("utf-8-sig"))
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


def _read(path: Path, name: str) -> InputFile:
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise Unreachable(_closed(name, "het is een map"))
        if not stat.S_ISREG(status.st_mode):
            # A pipe or device would keep us waiting for ever.
            raise Unreachable(_closed(name, "het is geen gewoon bestand"))
        if status.st_size > LARGEST_INPUT:
            raise Refused(
                Diagnostic(
                    "PMG103",
                    f"{name} is te groot om te lezen (meer dan 20 MB).",
                    hints=("Maak het kleiner; vaak zit er een grote afbeelding in.",),
                )
            )
        return InputFile(name, path.read_bytes())
    except OSError as problem:
        raise Unreachable(_closed(name, cause(problem))) from problem


def _closed(name: str, why: str) -> Diagnostic:
    return Diagnostic(
        "PMG104",
        f"{name} is niet te openen ({why}).",
        Place(name),
        hints=("Kijk of het bestand er staat en of u het mag lezen.",),
    )


def _resolved(path: Path) -> Path:
    """The real path of a file.

    Raises:
        Unreachable: a link leads to itself, or the folder where we stand was removed.
    """
    try:
        return path.resolve()
    except RuntimeError as problem:
        why = "de snelkoppeling verwijst naar zichzelf"
        raise Unreachable(_closed(_encodable(path.name), why)) from problem
    except OSError as problem:
        raise Unreachable(
            Diagnostic("PMG104", "De map waarin u staat, is er niet meer.",
                       hints=("Ga naar een andere map.",))
        ) from problem  # fmt: skip


def _beneath(path: Path, folder: Path) -> str | None:
    """The path of a file from a folder on, or None when it does not lie in there."""
    try:
        return path.relative_to(folder).as_posix()
    except ValueError:
        return None


def _may_be_there(path: Path) -> bool:
    """Whether a file, or a link to one, stands there, or may stand there out of our sight."""
    try:
        path.lstat()
    except OSError as problem:
        return problem.errno not in ABSENT
    return True


def _utf8(name: str) -> str:
    shown = _encodable(name)
    if shown != name:
        raise Refused(
            Diagnostic("PMG115", f"De naam {shown} is niet opgeslagen als UTF-8.",
                       hints=("Geef de map of het bestand een andere naam.",))
        )  # fmt: skip
    return name


def _encodable(name: str) -> str:
    return name.encode("utf-8", "backslashreplace").decode("utf-8")
