import re
import subprocess
import sys
from pathlib import Path

import pytest

from pmg_docs.app import doctor
from pmg_docs.app.doctor import State, examine
from tests.builders.folder import dossier, write_tree
from tests.cli.test_surroundings import NO_PANGO

ROOT = Path(__file__).parents[2]


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


def test_the_fonts_that_a_pdf_embeds_are_named(tmp_path: Path):
    told = {part.name: part.told for part in examine(dossier(tmp_path, "a: 1").root).parts}

    assert told["lettertypen"].startswith("DejaVuSans in de pdf")


def test_a_style_without_a_font_for_the_pdf_is_told(tmp_path: Path):
    dossier(tmp_path, "a: 1")
    rijk = (ROOT / "styles/rijk/stijl.yaml").read_text(encoding="utf-8")
    bare, count = re.subn(r"^  bestanden:\n(    .*\n)+", "  bestanden: {}\n", rijk, flags=re.M)
    assert count == 1
    write_tree(tmp_path, {"styles/rijk/stijl.yaml": bare})

    part = next(part for part in examine(tmp_path).parts if part.name == "lettertypen")

    assert part.state is State.MISSING
    assert "rijk" in part.told


def test_output_that_has_no_folder_to_go_to_is_told(tmp_path: Path):
    dossier(tmp_path, "a: 1")
    (tmp_path / "build").write_text("dit is geen map", encoding="utf-8")

    assert states(tmp_path)["uitvoer"] is State.MISSING


def test_what_is_missing_and_not_needed_has_its_own_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("PATH", str(tmp_path))

    part = next(part for part in examine(tmp_path).parts if part.name == "LibreOffice")

    assert "install" in part.cure
    assert examine(tmp_path).cures == ()


def test_a_missing_pango_is_named_with_the_one_command(tmp_path: Path):
    dossier(tmp_path, "a: 1")
    done = subprocess.run(
        [sys.executable, "-c", NO_PANGO, "doctor"], cwd=tmp_path, capture_output=True, text=True,
        encoding="utf-8", check=False,
    )  # fmt: skip

    assert done.returncode == 3
    assert done.stdout.startswith("  in orde     pmg: ")
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
