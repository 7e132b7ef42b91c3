"""`pmg style check` and `pmg style sync` as an officer sees them."""

import subprocess
import sys
from pathlib import Path

from tests.app.style.test_syncing import OWN, STYLE, own_shell, workspace

ROOT = Path(__file__).parents[2]


def pmg(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(ROOT / "cli.py"), "style", *arguments], cwd=folder,
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip


def test_styles_that_agree_are_said_to(tmp_path: Path):
    done = pmg(tmp_path, "check")
    assert done.returncode == 0
    assert done.stdout.startswith("jenv, rijk: Word-sjabloon, stijlblad en lettertypen zeggen wat")
    assert "ingebouwd:templates/_delen/shell.docx" in done.stdout


def test_a_difference_is_said_taken_over_and_gone(tmp_path: Path):
    workspace(tmp_path, {"nota": own_shell(("Normal", "sz", "val", "22"))})

    red = pmg(tmp_path, "check", "eigen")
    assert red.returncode == 1
    assert "fout PMG461 styles/eigen/nota/shell.docx" in red.stderr
    assert "pmg style sync eigen" in red.stderr
    trial = pmg(tmp_path, "sync", "eigen", "--dry-run")
    assert "rollen.tekst.grootte: 9 → 11" in trial.stdout
    assert (tmp_path / STYLE).read_text(encoding="utf-8") == OWN
    done = pmg(tmp_path, "sync", "eigen")
    assert done.returncode == 0
    assert f"Overgenomen in {STYLE}" in done.stdout
    assert pmg(tmp_path, "check", "eigen").returncode == 0
    assert "niets over te nemen" in pmg(tmp_path, "sync", "eigen").stdout


def test_a_name_that_is_wrong_is_usage(tmp_path: Path):
    done = pmg(tmp_path, "check", "rijkk")
    assert done.returncode == 2
    assert "Bedoelt u rijk?" in done.stderr
    assert pmg(tmp_path, "sync").returncode == 2
    assert "Bedoelt u check?" in pmg(tmp_path, "chekc").stderr


def test_a_style_that_cannot_be_read_is_a_finding(tmp_path: Path):
    workspace(tmp_path, {}, "naam: eigen\nbreidt_uit: rijk\nrollen: {tekst: {grootte: 9.5}}\n")
    done = pmg(tmp_path, "check")
    assert done.returncode == 1
    assert "styles/eigen/stijl.yaml:3:27" in done.stderr
    assert pmg(tmp_path, "sync", "eigen").returncode == 1


def test_a_shell_that_is_damaged_is_a_finding(tmp_path: Path):
    workspace(tmp_path, {"nota": b"geen Word-bestand"})
    for command in (["check", "eigen"], ["sync", "eigen"]):
        done = pmg(tmp_path, *command)
        assert done.returncode == 1
        assert "PMG401" in done.stderr
