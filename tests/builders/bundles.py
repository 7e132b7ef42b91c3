"""A dossier of which every letter was fixed, and bundles of it."""

import hashlib
import json
import shutil
from pathlib import Path
from typing import Any

from pmg_docs.app.bundle import Asked, Bundling, bundle
from pmg_docs.app.final.finalising import finalise
from pmg_docs.app.kenmerk.handing_out import assign
from pmg_docs.model.bundled import Audience
from pmg_docs.workspace.folder import Workspace
from tests.builders.sound import PRESS, workspace

PRESS_KENMERK = "IENW/BSK-2026/1002"
ARCHIVE = "build/_bundel/groen-archief"
STEM = "2026-01-15-nota-ienw-bsk-2026-1000-groen-in-de-buurt"


def fixed(root: Path, **changed: str) -> Workspace:
    """A dossier `groen` with a nota, a letter to the Chamber and a press release, all fixed."""
    root.mkdir(parents=True, exist_ok=True)
    press = PRESS.replace("datum: 2026-01-17", f"datum: 2026-01-17\nkenmerk: {PRESS_KENMERK}")
    place = workspace(root, **({"pers": press} | changed))
    assign(place, "groen/persbericht")
    done = finalise(place, "groen", by="A. Voorbeeld")
    assert done.files, (done.letters, done.findings)
    return place


def copied(place: Workspace, root: Path) -> Workspace:
    """The same workspace somewhere else."""
    shutil.copytree(place.root, root, dirs_exist_ok=True)
    return Workspace.at(root)


def archived(place: Workspace, out: Path | None = None) -> Bundling:
    """Its bundle for the archive."""
    return bundle(place, "groen", Asked(Audience.ARCHIVE, out=out))


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder by its path, the empty folders left out."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def manifest(folder: Path) -> Any:
    """What a bundle states of itself."""
    return json.loads((folder / "data/manifest.json").read_text())


def edit(place: Workspace, name: str, old: str, new: str) -> None:
    """Other words in a file of a workspace."""
    path = place.root / name
    assert old in path.read_text()
    path.write_text(path.read_text().replace(old, new))


def mend(folder: Path) -> None:
    """Make all checksums of a folder right again, as somebody would who means harm."""
    told = json.loads((folder / "data/manifest.json").read_text())
    for letter in told["documenten"]:
        for file in letter["bestanden"]:
            data = (folder / "data" / file["naam"]).read_bytes()
            file |= {"omvang": len(data), "sha256": hashlib.sha256(data).hexdigest()}
    (folder / "data/manifest.json").write_text(json.dumps(told))
    resum(folder)


def resum(folder: Path) -> None:
    """The same, but for what the manifest says of the letters."""
    carried = sorted(path for path in (folder / "data").rglob("*") if path.is_file())
    size = sum(path.stat().st_size for path in carried)
    info = (folder / "bag-info.txt").read_text().splitlines()
    info[-1] = f"Payload-Oxum: {size}.{len(carried)}"
    (folder / "bag-info.txt").write_text("\n".join(info) + "\n")
    for name, files in (
        ("manifest-sha256.txt", carried),
        ("tagmanifest-sha256.txt",
         [folder / n for n in ("bag-info.txt", "bagit.txt", "manifest-sha256.txt")]),
    ):  # fmt: skip
        rows = (f"{hashlib.sha256(p.read_bytes()).hexdigest()}  {p.relative_to(folder).as_posix()}"
                for p in files)  # fmt: skip
        (folder / name).write_text("\n".join(rows) + "\n")
