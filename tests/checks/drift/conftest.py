import shutil
from pathlib import Path

import pytest

from tests.builders.came_back import Made

ROOT = Path(__file__).parents[3]
DOSSIER = "pmg-2024-flexibele-uitvraag"


@pytest.fixture(scope="session")
def nota() -> Made:
    """The nota of 2024, as it lies here."""
    return Made.of(ROOT, DOSSIER, "nota")


@pytest.fixture(scope="session")
def kamerbrief() -> Made:
    return Made.of(ROOT, DOSSIER, "kamerbrief")


@pytest.fixture
def own_nota(tmp_path: Path) -> Made:
    """The same nota in a folder of its own, to change its dossier."""
    shutil.copytree(ROOT / "letters", tmp_path / "letters")
    return Made.of(tmp_path, DOSSIER, "nota")
