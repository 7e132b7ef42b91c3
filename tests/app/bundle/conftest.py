import shutil
from pathlib import Path

import pytest

from pmg_docs.app.bundle import Asked, bundle
from pmg_docs.workspace.folder import Workspace
from tests.builders.bundles import ARCHIVE, archived, copied, fixed


@pytest.fixture(scope="package")
def origin(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    return fixed(tmp_path_factory.mktemp("bron"))


@pytest.fixture
def place(origin: Workspace, tmp_path: Path) -> Workspace:
    return copied(origin, tmp_path / "werk")


@pytest.fixture(scope="package")
def bundled(origin: Workspace, tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    place = copied(origin, tmp_path_factory.mktemp("bundel"))
    archived(place)
    bundle(place, "groen", Asked(as_zip=True))
    return place


@pytest.fixture
def copy(bundled: Workspace, tmp_path: Path) -> Path:
    """A copy of the bundle, far from any workspace."""
    return Path(shutil.copytree(bundled.root / ARCHIVE, tmp_path / "Kopie van stukken"))


@pytest.fixture
def packed(bundled: Workspace) -> bytes:
    return (bundled.root / f"{ARCHIVE}.zip").read_bytes()
