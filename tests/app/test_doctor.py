import subprocess
import sys
from pathlib import Path

import pytest

from pmg_docs.app import doctor
from pmg_docs.app.doctor import State, examine
from tests.builders.folder import dossier
from tests.cli.test_surroundings import NO_PANGO


def states(root: Path) -> dict[str, State]:
    return {part.name: part.state for part in examine(root).parts}


def test_a_whole_installation_is_healthy(tmp_path: Path):
    dossier(tmp_path, "a: 1")

    examination = examine(tmp_path)

    assert examination.is_healthy
    assert examination.cures == ()
    assert {"pmg", "Python", "werkmap", "uitvoer", "Pango", "soorten en stijlen"} <= set(
        states(tmp_path)
    )


def test_outside_a_workspace_nothing_that_is_needed_is_missing(tmp_path: Path):
    assert states(tmp_path)["werkmap"] is State.OPTIONAL
    assert examine(tmp_path).is_healthy


def test_a_missing_pango_is_named_with_the_one_command(tmp_path: Path):
    dossier(tmp_path, "a: 1")
    done = subprocess.run(
        [sys.executable, "-c", NO_PANGO, "doctor"], cwd=tmp_path, capture_output=True, text=True,
        encoding="utf-8", check=False,
    )  # fmt: skip

    assert done.returncode == 3
    assert "ontbreekt   Pango" in done.stdout
    assert done.stdout.count("libpango-1.0-0") == 1
    assert "Alles wat nodig is" not in done.stdout


def test_a_missing_libreoffice_is_no_illness(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PATH", str(tmp_path))

    assert states(tmp_path)["LibreOffice"] is State.OPTIONAL
    assert doctor.examine(tmp_path).is_healthy


def test_a_style_that_cannot_be_read_is_told(tmp_path: Path):
    dossier(tmp_path, "a: 1")
    style = tmp_path / "styles/eigen/stijl.yaml"
    style.parent.mkdir(parents=True)
    style.write_text("naam: eigen\nbreidt_uit: eigen\n", encoding="utf-8")

    examination = examine(tmp_path)

    assert not examination.is_healthy
