"""A dossier of which every letter was fixed, and bundles of it."""

import shutil
from pathlib import Path

from pmg_docs.app.bundle import Asked, Bundling, bundle
from pmg_docs.app.final.finalising import finalise
from pmg_docs.app.kenmerk.handing_out import assign
from pmg_docs.model.bundled import Audience
from pmg_docs.workspace.folder import Workspace
from tests.checks.test_gate import PRESS, workspace

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
