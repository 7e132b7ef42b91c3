"""Doctor: what is installed, what is missing, and the one command that mends it."""

import importlib.util
import os
import platform
import shutil
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from pmg_docs import __version__
from pmg_docs.app.listing import list_styles, list_types
from pmg_docs.model.errors import NotFound, PmgError
from pmg_docs.workspace.folder import Workspace
from pmg_docs.writers.pdf.engine import require_pango

_PANGO = {
    "apt": ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0"),
    "brew": ("pango",),
}
_OFFICE = {"apt": ("libreoffice-writer-nogui",), "brew": ("--cask libreoffice",)}


class State(StrEnum):
    """How a part of the installation is."""

    GOOD = "in orde"
    MISSING = "ontbreekt"
    OPTIONAL = "niet nodig"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the installation: its name, its state, and what it is for or what is wrong."""

    name: str
    state: State
    told: str
    packages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Examination:
    """Every part that was looked at, and the commands that install what is missing."""

    parts: tuple[Part, ...]
    cures: tuple[str, ...]

    @property
    def is_healthy(self) -> bool:
        """Whether nothing that is needed is missing."""
        return all(part.state is not State.MISSING for part in self.parts)


def examine(start: Path) -> Examination:
    """Look at the installation.

    Args:
        start: the folder where the officer stands.
    """
    parts = (*_program(), *_workspace(start), _pango(), _libreoffice(), _watchfiles(), _locale())
    return Examination(parts, tuple(_cures(parts)))


def _program() -> Iterator[Part]:
    yield Part("pmg", State.GOOD, __version__)
    yield Part("Python", State.GOOD, platform.python_version())


def _workspace(start: Path) -> Iterator[Part]:
    try:
        workspace = Workspace.find(start)
    except NotFound:
        yield Part("werkmap", State.OPTIONAL, "hier staat nog geen map letters; pmg new maakt die")
        workspace = Workspace.at(start)
    else:
        count = len(workspace.dossiers())
        yield Part("werkmap", State.GOOD, f"{workspace.root} ({count} dossiers)")
        yield _output(workspace.root / "build")
    try:
        types, styles = list_types(workspace), list_styles(workspace)
    except PmgError as problem:
        yield Part("soorten en stijlen", State.MISSING, problem.findings[0].message)
    else:
        told = f"{len(types)} soorten en {len(styles)} stijlen"
        yield Part("soorten en stijlen", State.GOOD, told)


def _output(folder: Path) -> Part:
    nearest = next(path for path in (folder, *folder.parents) if path.exists())
    if os.access(nearest, os.W_OK | os.X_OK):
        return Part("uitvoer", State.GOOD, str(folder))
    return Part("uitvoer", State.MISSING, f"in {nearest} mag u niet schrijven; kies een map: --out")


def _pango() -> Part:
    try:
        require_pango()
    except PmgError:
        told = "zet de tekst van een pdf; de andere bestanden kunnen zonder"
        return Part("Pango", State.MISSING, told, _PANGO[_manager()])
    return Part("Pango", State.GOOD, "pdf kan worden gemaakt")


def _libreoffice() -> Part:
    found = shutil.which("soffice") or shutil.which("libreoffice")
    if found:
        return Part("LibreOffice", State.GOOD, found)
    told = "alleen om Word-bestanden te bekijken zonder Word"
    return Part("LibreOffice", State.OPTIONAL, told, _OFFICE[_manager()])


def _watchfiles() -> Part:
    if importlib.util.find_spec("watchfiles"):
        return Part("watchfiles", State.GOOD, "pmg watch kan")
    told = "alleen voor pmg watch; installeer met: pip install 'pmg-docs[watch]'"
    return Part("watchfiles", State.OPTIONAL, told)


def _locale() -> Part:
    told = f"{sys.getfilesystemencoding()}; de documenten hangen er niet van af"
    return Part("taalinstelling", State.GOOD, told)


def _cures(parts: Sequence[Part]) -> Iterator[str]:
    """One command for what is needed; what is not needed is left to the officer."""
    packages = [p for part in parts if part.state is State.MISSING for p in part.packages]
    if packages:
        names = " ".join(packages)
        install = {"apt": "sudo apt-get install --yes", "brew": "brew install"}[_manager()]
        yield f"{install} {names}"


def _manager() -> str:
    return "brew" if sys.platform == "darwin" else "apt"
