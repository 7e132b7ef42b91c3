"""What was named on the command line: which of it are dossiers, and which are files."""

import difflib
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pmg_docs.app.composed import letters_of
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.errors import NotFound, PmgError
from pmg_docs.workspace.causes import ABSENT
from pmg_docs.workspace.folder import FACTS, Workspace


@dataclass(frozen=True, slots=True)
class Named:
    """The dossiers and the files that were named, each once, in the order of naming."""

    dossiers: tuple[str, ...]
    files: tuple[Path, ...]


def sort_out(workspace: Workspace, arguments: Sequence[str]) -> Named:
    """Tell dossiers from files: what stands there as a file is a file, all else a dossier.

    A name that looks like neither stays among the dossiers, so that it is refused as one.

    Raises:
        NotFound: something looks like a file and is not there, or is a folder, or is a letter or
            the facts of a dossier themselves.
    """
    known = workspace.dossiers()
    dossiers: list[str] = []
    files: dict[Path, Path] = {}
    wrong: list[Diagnostic] = []
    for argument in dict.fromkeys(arguments):
        path = Path(argument)
        if _is_there(path):
            wrong += _own_source(workspace, path, known)
            files.setdefault(_real(path), path)
        elif argument in known:
            dossiers.append(argument)
        elif problem := _neither(workspace, path, argument, known):
            wrong.append(problem)
        else:
            dossiers.append(argument)
    if wrong:
        raise NotFound(wrong)
    return Named(tuple(dossiers), tuple(files.values()))


def _is_there(path: Path) -> bool:
    """Whether something that is no folder stands there, or may stand there out of our sight."""
    try:
        return not stat.S_ISDIR(path.stat().st_mode)
    except OSError as problem:
        return problem.errno not in ABSENT or path.is_symlink()


def _real(path: Path) -> Path:
    try:
        return path.resolve()
    except (OSError, RuntimeError):
        return path


def _own_source(workspace: Workspace, path: Path, known: Sequence[str]) -> Iterator[Diagnostic]:
    """A letter is checked by its dossier: its text is not what a reader gets to see."""
    real = _real(path)
    name = real.parent.name
    if name not in known or real.parent != _real(workspace.dossier(name)):
        return
    is_letter = real in (_real(letter) for letter in letters_of(workspace, name))
    if is_letter or real.name == FACTS:
        only = f" --letter {real.stem}" if is_letter else ""
        yield Diagnostic(
            "PMG159",
            f"'{path}' is van het dossier '{name}' zelf.",
            hints=(f"Lees het na met: pmg check {name}{only}",),
        )


def _neither(
    workspace: Workspace, path: Path, argument: str, known: Sequence[str]
) -> Diagnostic | None:
    """What is wrong with a name that is no file and no dossier; None when it is like a dossier."""
    dossier = next(iter(difflib.get_close_matches(path.name, known, n=1)), "")
    if path.is_dir():
        own = path.name if path.name in known else dossier
        hint = f"Bedoelt u het dossier {own}?" if own else ""
        return Diagnostic(
            "PMG157", f"'{argument}' is een map, en geen dossier.",
            hints=tuple(filter(None, (hint, f"Noem de bestanden zelf: pmg check {path}/*"))),
        )  # fmt: skip
    near = _nearest_file(workspace, path)
    if not (near or path.suffix or len(path.parts) > 1):
        return None
    hints = [f"Bedoelt u het bestand {near}?"] if near else []
    hints += [f"Bedoelt u het dossier {dossier}?"] if dossier else []
    return Diagnostic(
        "PMG156", f"'{argument}' is geen bestand en geen dossier.",
        hints=tuple(hints) or ("Kijk of de naam en de map kloppen.",),
    )  # fmt: skip


def _nearest_file(workspace: Workspace, path: Path) -> str:
    """The file of that folder with the name that is most alike, or empty."""
    try:
        names = [entry.name for entry in workspace.entries(path.parent) if not entry.is_dir()]
    except (PmgError, OSError):
        return ""
    alike = {name.casefold(): name for name in names}
    near = difflib.get_close_matches(path.name.casefold(), alike, n=1)
    return (path.parent / alike[near[0]]).as_posix() if near else ""
