"""Doctor: what is installed, what is missing, and the one command that mends it."""

import importlib.util
import os
import platform
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from pmg_docs import __version__
from pmg_docs.app.installing import OFFICE, PANGO, command_for
from pmg_docs.app.listing import list_styles, list_types
from pmg_docs.model.errors import NotFound, PmgError
from pmg_docs.specs.style import Style
from pmg_docs.workspace.folder import Workspace
from pmg_docs.workspace.office import find_office
from pmg_docs.writers.pdf.engine import require_pango


class State(StrEnum):
    """How a part of the installation is."""

    GOOD = "in orde"
    MISSING = "ontbreekt"
    OPTIONAL = "niet nodig"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the installation: its name, its state, what it is for or what is wrong, its cure.

    The cure is the command that installs what is missing, or empty.
    """

    name: str
    state: State
    told: str
    cure: str = ""


@dataclass(frozen=True, slots=True)
class Examination:
    """Every part that was looked at."""

    parts: tuple[Part, ...]

    @property
    def is_healthy(self) -> bool:
        """Whether nothing that is needed is missing."""
        return all(part.state is not State.MISSING for part in self.parts)

    @property
    def cures(self) -> tuple[str, ...]:
        """The commands that install what is needed and missing."""
        return tuple(p.cure for p in self.parts if p.state is State.MISSING and p.cure)


def examine(start: Path) -> Examination:
    """Look at the installation.

    Args:
        start: the folder where the officer stands.

    Raises:
        Unreachable: that folder is gone, or cannot be read.
    """
    return Examination(
        (*_program(), *_workspace(start), _pango(), _libreoffice(), _watchfiles(), _locale())
    )


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
        dossiers = "1 dossier" if count == 1 else f"{count} dossiers"
        yield Part("werkmap", State.GOOD, f"{workspace.root} ({dossiers})")
        yield _output(workspace.root / "build")
    try:
        types, styles = list_types(workspace), list_styles(workspace)
    except PmgError as problem:
        first = problem.findings[0]
        told = f"{first.message} ({first.where})" if first.where else first.message
        yield Part("soorten en stijlen", State.MISSING, told)
    else:
        told = f"{len(types)} soorten en {len(styles)} stijlen"
        yield Part("soorten en stijlen", State.GOOD, told)
        yield _fonts(styles)


def _output(folder: Path) -> Part:
    nearest = next(path for path in (folder, *folder.parents) if path.exists())
    if nearest.is_dir() and os.access(nearest, os.W_OK | os.X_OK):
        return Part("uitvoer", State.GOOD, str(folder))
    return Part("uitvoer", State.MISSING, f"in {nearest} mag u niet schrijven; kies een map: --out")


def _fonts(styles: Sequence[Style]) -> Part:
    """Reading a style has shown that its files are there; here we see that it names them."""
    lacking = [style.name for style in styles if "normaal" not in style.typeface.files]
    if lacking:
        told = f"in stijl.yaml van {', '.join(lacking)} staat er geen voor de pdf"
        return Part("lettertypen", State.MISSING, told)
    embedded = sorted({Path(style.typeface.files["normaal"]).stem for style in styles})
    named = sorted({style.typeface.word for style in styles})
    told = f"{', '.join(embedded)} in de pdf; Word gebruikt {', '.join(named)} van de lezer"
    return Part("lettertypen", State.GOOD, told)


def _pango() -> Part:
    try:
        require_pango()
    except PmgError:
        told = "zet de tekst van een pdf; de andere bestanden kunnen zonder"
        return Part("Pango", State.MISSING, told, command_for(PANGO))
    return Part("Pango", State.GOOD, "pdf kan worden gemaakt")


def _libreoffice() -> Part:
    found = find_office()
    if found:
        return Part("LibreOffice", State.GOOD, f"{found}; odt kan worden gemaakt")
    told = "alleen voor odt; de andere bestanden kunnen zonder"
    return Part("LibreOffice", State.OPTIONAL, told, command_for(OFFICE))


def _watchfiles() -> Part:
    if importlib.util.find_spec("watchfiles"):
        return Part("watchfiles", State.GOOD, "pmg watch kan")
    return Part("watchfiles", State.OPTIONAL, "alleen voor pmg watch", "pip install watchfiles")


def _locale() -> Part:
    told = f"{sys.getfilesystemencoding()}; de documenten hangen er niet van af"
    return Part("taalinstelling", State.GOOD, told)
