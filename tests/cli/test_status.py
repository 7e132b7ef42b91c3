"""`pmg status` and `pmg finalise` as an officer and a program see them."""

import json
import subprocess
import sys
from pathlib import Path

from tests.checks.test_gate import BODY, NOTA, workspace

ROOT = Path(__file__).parents[2]


def pmg(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(ROOT / "cli.py"), *arguments], cwd=folder,
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip


def test_status_is_a_checklist(tmp_path: Path):
    workspace(tmp_path, nota=(NOTA + BODY).replace("Stem in.", "Stem in met XX."))

    done = pmg(tmp_path, "status", "groen", "--letter", "nota")

    assert done.returncode == 1
    lines = done.stdout.splitlines()
    assert lines[:2] == ["groen/nota: definitief, kan zijn: concept", "  voor afgestemd:"]
    assert lines[2].startswith("    nee  niets hoeft nog te worden ingevuld: nog in te vullen: ")
    assert "    ja   het kenmerk is toegekend" in lines
    assert "    nvt  alle ondertekenaars zijn genoemd" in lines


def test_a_status_that_cannot_be_is_an_error(tmp_path: Path):
    nota = (NOTA + BODY).replace("Stem in.", "Stem in met XX.")
    workspace(tmp_path, nota=nota)

    done = pmg(tmp_path, "status")

    assert done.returncode == 1
    assert "fout PMG179 letters/groen/nota.md:3:9" in done.stderr


def test_a_program_gets_json(tmp_path: Path):
    workspace(tmp_path)

    told = json.loads(pmg(tmp_path, "status", "--json").stdout)["brieven"]

    assert {one["brief"]: one["kan_zijn"] for one in told} == {
        "kamerbrief": "definitief",
        "nota": "definitief",
        "persbericht": "definitief",
    }
    assert {"voor", "voorwaarde", "klopt", "geldt", "waarom_niet"} == set(told[0]["voorwaarden"][0])


def test_a_letter_is_fixed_corrected_and_told(tmp_path: Path):
    workspace(tmp_path)

    trial = pmg(tmp_path, "finalise", "groen", "--letter", "nota", "--dry-run")
    assert trial.returncode == 0
    assert "er is niets geschreven" in trial.stdout
    assert not (tmp_path / "build").exists()
    done = pmg(tmp_path, "finalise", "groen", "--letter", "nota", "--door", "A. Voorbeeld")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("IENW/BSK-2026/1000  groen/nota  vastgesteld, versie 1\n")
    path = tmp_path / "letters/groen/nota.md"
    path.write_text(path.read_text().replace("Stem in.", "Stem niet in."))
    refused = pmg(tmp_path, "build", "groen")
    assert refused.returncode == 1
    assert "    - Stem in.\n    + Stem niet in.\n  Tip: " in refused.stderr
    again = pmg(tmp_path, "finalise", "groen", "--letter", "nota", "--reden", "verkeerd advies")
    assert "vastgesteld, versie 2" in again.stdout
    assert pmg(tmp_path, "build", "groen").returncode == 0


def test_what_is_not_ready_is_not_fixed(tmp_path: Path):
    workspace(tmp_path, nota=(NOTA + BODY).replace("Stem in.", "Stem in met XX."))

    for more in ([], ["--dry-run"]):
        done = pmg(tmp_path, "finalise", "groen", "--letter", "nota", *more)
        assert done.returncode == 1
        assert "nee  niets hoeft nog te worden ingevuld" in done.stdout
        assert not (tmp_path / "build").exists()
