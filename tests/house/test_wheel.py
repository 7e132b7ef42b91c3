"""The wheel works as the clone does: in an empty environment, in an empty folder."""

import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def run(*command: str | Path, cwd: Path) -> str:
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "VIRTUAL"))}
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, env=environment,
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def outputs(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted((folder / "build").rglob("*"))
        if path.is_file()
    }


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment that holds the wheel and what the wheel asks for, nothing else."""
    home = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", home, ROOT,
        cwd=home)  # fmt: skip
    [wheel] = home.glob("*.whl")
    venv.create(home / "env", with_pip=True)
    run(home / "env/bin/python", "-m", "pip", "install", "--quiet", wheel, cwd=home)
    return home / "env"


def test_the_wheel_makes_the_same_documents_as_the_clone(environment: Path, tmp_path: Path):
    commands: dict[str, list[str | Path]] = {
        "wheel": [environment / "bin/pmg"],
        "clone": [sys.executable, ROOT / "cli.py"],
    }
    for name, pmg in commands.items():
        (tmp_path / name).mkdir()
        run(*pmg, "new", "proef", cwd=tmp_path / name)
        run(*pmg, "build", cwd=tmp_path / name)
        run(*pmg, "review", cwd=tmp_path / name)

    made = outputs(tmp_path / "wheel")
    assert len(made) == 6
    assert made == outputs(tmp_path / "clone")


def test_types_styles_and_example_travel_in_the_wheel(environment: Path):
    [builtin] = environment.glob("lib/python*/site-packages/pmg_docs/_builtin")

    for folder in ("templates", "styles", "letters/_voorbeeld"):
        travelled = {p.relative_to(builtin) for p in (builtin / folder).rglob("*") if p.is_file()}
        here = {p.relative_to(ROOT) for p in (ROOT / folder).rglob("*") if p.is_file()}
        assert travelled == here


def test_the_command_line_of_a_clone_does_not_land_in_the_wheel(environment: Path):
    assert list(environment.glob("lib/python*/site-packages/cli.py")) == []


def test_a_clone_uses_its_own_files_and_no_stale_copy():
    script = "from pmg_docs.workspace.folder import builtin_folder; print(builtin_folder())"

    assert run(sys.executable, "-c", script, cwd=ROOT).strip() == str(ROOT)
