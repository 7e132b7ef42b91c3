"""The nota of a sound dossier, fixed, and what came of that."""

import subprocess
from pathlib import Path

from pmg_docs.app.final.finalising import Finalised, finalise
from pmg_docs.app.kenmerk.checking import check_register
from pmg_docs.app.kenmerk.handing_out import find
from pmg_docs.kenmerk.entry import Entry
from pmg_docs.kenmerk.register import Register
from pmg_docs.workspace.folder import Workspace

KENMERK = "IENW/BSK-2026/1000"
KEPT = "letters/groen/vastgesteld/ienw_bsk-2026_1000.json"


def fix(place: Workspace, reason: str = "") -> Finalised:
    return finalise(place, "groen", ["nota"], reason=reason, by="A. Voorbeeld")


def entry(place: Workspace) -> Entry:
    return find(Register(place), KENMERK)


def edit(place: Workspace, old: str = "Stem in.", new: str = "Stem niet in.") -> None:
    path = place.root / "letters/groen/nota.md"
    assert old in path.read_text()
    path.write_text(path.read_text().replace(old, new))


def outputs(place: Workspace) -> dict[str, bytes]:
    folder = place.root / "build/groen"
    return {path.name: path.read_bytes() for path in folder.iterdir()} if folder.exists() else {}


def git(folder: Path, *arguments: str) -> None:
    names = ("-c", "user.name=proef", "-c", "user.email=proef@voorbeeld.nl")
    subprocess.run(["git", *names, *arguments], cwd=folder, capture_output=True, check=True)


def state(root: Path) -> dict[str, bytes]:
    """Every file of the letters, without the locks."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted((root / "letters").rglob("*"))
        if path.is_file() and path.name != ".pmg-bezig"
    }


def errors(place: Workspace) -> list[str]:
    return [f.code for f in check_register(place).findings if f.stops]
