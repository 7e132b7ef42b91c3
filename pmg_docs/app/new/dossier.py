"""New: start a dossier from the example that comes with the program."""

import re
from pathlib import Path

from pmg_docs.app.schemas import schema_files
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.errors import NotFound, Refused
from pmg_docs.model.place import Place
from pmg_docs.specs.loading import load_style
from pmg_docs.workspace.folder import LETTERS, Workspace
from pmg_docs.workspace.writing import write_together

EXAMPLE = "_voorbeeld"
_LONGEST = 60
_SAFE = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-_")


def new_dossier(
    start: Path, name: str, programme: str = "", style: str = ""
) -> tuple[Path, tuple[Path, ...]]:
    """Make a dossier in the workspace around `start`, or in `start` itself when there is none.

    Args:
        start: the folder where the officer stands, or the workspace.
        name: the name of the folder to make.
        programme: the name of the programme, or empty to keep that of the example.
        style: the house style, or empty to keep that of the example.

    Returns:
        The folder of the dossier and the files in it.

    Raises:
        Refused: the name is no good for a folder, or is taken.
        Unreachable: the folder cannot be written.
    """
    if not 1 <= len(name) <= _LONGEST or not set(name) <= _SAFE or name.startswith(("_", "-")):
        raise Refused(
            Diagnostic("PMG161", f"'{name[:60]}' kan geen naam van een dossier zijn.",
                       hints=("Gebruik hooguit 60 kleine letters, cijfers en streepjes.",))
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
    if style:
        load_style(workspace, style, Place(style, 0))
    files = {
        folder / path.relative_to(example): _with(path.read_bytes(), programme, style)
        for path in sorted(example.rglob("*"))
        if path.is_file()
    }
    written = write_together({**schema_files(workspace), **files}, lambda _path, _data: None)
    return folder, tuple(path for path in written if path in files)


def _with(data: bytes, programme: str, style: str) -> bytes:
    """A file of the example with the officer's own programme and style in it."""
    text = data.decode("utf-8")
    if style:
        text = re.sub(r"(?m)^stijl: .*$", lambda _: f"stijl: {style}", text)
    if programme:
        quoted = "'" + programme.replace("'", "''") + "'"
        text = re.sub(r"(?m)^( *)programma: .*$", lambda m: f"{m[1]}programma: {quoted}", text)
        text = text.replace("onderwerp: Start van Groen in de Buurt", "onderwerp: =programma")
    return text.encode()
