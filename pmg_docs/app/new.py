"""New: start a dossier from the example that comes with the program."""

from pathlib import Path

from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.errors import NotFound, Refused
from pmg_docs.workspace.folder import LETTERS, Workspace
from pmg_docs.workspace.writing import write_together

EXAMPLE = "_voorbeeld"
_SAFE = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-_")


def new_dossier(start: Path, name: str) -> tuple[Path, tuple[Path, ...]]:
    """Make a dossier in the workspace around `start`, or in `start` itself when there is none.

    Args:
        start: the folder where the officer stands, or the workspace.
        name: the name of the folder to make.

    Returns:
        The folder of the dossier and the files in it.

    Raises:
        Refused: the name is no good for a folder, or is taken.
        Unreachable: the folder cannot be written.
    """
    if not name or not set(name) <= _SAFE or name.startswith(("_", "-")):
        raise Refused(
            Diagnostic("PMG161", f"'{name[:60]}' kan geen naam van een dossier zijn.",
                       hints=("Gebruik kleine letters, cijfers en streepjes, zoals mijn-plan.",))
        )  # fmt: skip
    try:
        workspace = Workspace.find(start)
    except NotFound:
        workspace = Workspace.at(start)
    folder = workspace.dossier(name)
    if folder.exists():
        raise Refused(
            Diagnostic("PMG162", f"Het dossier '{name}' bestaat al.",
                       hints=("Kies een andere naam, of werk verder in die map.",))
        )  # fmt: skip
    example = workspace.builtin / LETTERS / EXAMPLE
    files = {
        folder / path.relative_to(example): path.read_bytes()
        for path in sorted(example.rglob("*"))
        if path.is_file()
    }
    return folder, write_together(files, lambda _path, _data: None)
