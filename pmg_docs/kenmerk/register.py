"""The register: one small file for each number, `letters/_kenmerken/<name>.yaml`."""

from collections.abc import Set
from dataclasses import dataclass, field
from pathlib import Path

from pmg_docs.kenmerk.entry import Entry, read_entry
from pmg_docs.kenmerk.naming import SUFFIX, file_name
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.errors import PmgError
from pmg_docs.workspace.folder import LETTERS, Workspace

FOLDER = "_kenmerken"


@dataclass(slots=True)
class Register:
    """The register of a workspace, of which each file is read at most once.

    It shows the register as it was when it was asked; whoever changes something asks a new one.
    """

    workspace: Workspace
    _known: dict[str, Entry | None] = field(default_factory=dict)
    _unsound: dict[str, tuple[Diagnostic, ...]] | None = None

    @property
    def folder(self) -> Path:
        """Where the files stand."""
        return self.workspace.root / LETTERS / FOLDER

    def path_of(self, kenmerk: str) -> Path:
        """The file of a number, whether or not it is there."""
        return self.folder / file_name(kenmerk)

    def at(self, kenmerk: str) -> Entry | None:
        """What the register knows of a number; None when it does not know it.

        Raises:
            Refused: its file holds errors.
            Unreachable: its file cannot be read.
        """
        name = file_name(kenmerk)
        if name not in self._known:
            path = self.folder / name
            is_there = self.workspace.has_file(path)
            self._known[name] = read_entry(self.workspace.read(path)) if is_there else None
        return self._known[name]

    def entries(self) -> tuple[Entry, ...]:
        """Every number whose file is sound, by the names of their files."""
        self._read_all()
        return tuple(entry for _, entry in sorted(self._known.items()) if entry is not None)

    def faults(self) -> tuple[Diagnostic, ...]:
        """What is wrong with the other files, and with what else lies among them."""
        self._read_all()
        return tuple(finding for found in (self._unsound or {}).values() for finding in found)

    def looked_at(self) -> frozenset[str]:
        """The names of the files that were read so far and are sound, and of those not there."""
        return frozenset(self._known)

    def faults_besides(self, names: Set[str]) -> tuple[Diagnostic, ...]:
        """What is wrong with files of other names than these, each read once."""
        found: list[Diagnostic] = []
        for path in self.workspace.entries(self.folder):
            if path.name not in names and not _is_no_entry(path):
                found += self._faults_of(path)
        return tuple(found)

    def of_letter(self, dossier: str, letter: str) -> tuple[Entry, ...]:
        """Every number that is or was of a letter, withdrawn ones included."""
        return tuple(e for e in self.entries() if (e.dossier, e.letter) == (dossier, letter))

    def names(self) -> frozenset[str]:
        """The names of the files of every number, sound or not."""
        return self.workspace.names(self.folder)

    def _read_all(self) -> None:
        if self._unsound is not None:
            return
        unsound: dict[str, tuple[Diagnostic, ...]] = {}
        for path in self.workspace.entries(self.folder):
            if _is_no_entry(path):
                continue
            if faults := self._faults_of(path):
                unsound[path.name] = faults
        self._unsound = unsound

    def _faults_of(self, path: Path) -> tuple[Diagnostic, ...]:
        """What is wrong with a file; one that is sound is known from then on."""
        if path.suffix != SUFFIX:
            return (self._stray(path),)
        try:
            if self._known.get(path.name) is None:
                self._known[path.name] = read_entry(self.workspace.read(path))
        except PmgError as problem:
            return problem.findings
        return ()

    def _stray(self, path: Path) -> Diagnostic:
        return Diagnostic(
            "PMG226",
            f"In de map {FOLDER} hoort geen {path.name}.",
            hints=("Elk kenmerk heeft daar één bestand, dat eindigt op .yaml.",),
        )


def _is_no_entry(path: Path) -> bool:
    """Whether a file among the numbers is none of the register's business."""
    return path.name.startswith(".") or path.name.casefold() == "readme.md"
