"""The walls of the house hold, and a hole in one is seen."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    return subprocess.run(
        command, cwd=folder, capture_output=True, text=True, check=False,
        env={"PYTHONPATH": str(folder), "PATH": "/usr/bin:/bin"},
    )  # fmt: skip


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    shutil.copytree(ROOT / "pmg_docs", tmp_path / "pmg_docs",
                    ignore=shutil.ignore_patterns("__pycache__"))  # fmt: skip
    return tmp_path


@pytest.mark.parametrize(
    ("module", "line"),
    [
        ("pmg_docs/checks/proof.py", "import pmg_docs.writers"),
        ("pmg_docs/dutch/lists.py", "import pmg_docs.facts.rules"),
        ("pmg_docs/app/new/dossier.py", "import typer"),
        ("pmg_docs/compose/composing.py", "import docx"),
        ("pmg_docs/model/place.py", "import pydantic"),
        ("pmg_docs/nieuw.py", "import pmg_docs.model"),
    ],
)
def test_a_planted_violation_fails(copy: Path, module: str, line: str):
    path = copy / module
    path.write_text((path.read_text() if path.exists() else "") + f"\n{line}\n")

    done = lint(copy)

    assert done.returncode == 1
    assert module.removesuffix(".py").replace("/", ".") in done.stdout


def test_the_layers_hold(copy: Path):
    assert lint(copy).returncode == 0
