"""`pmg kenmerk` as an officer and a program see it."""

import json
import subprocess
import sys
from pathlib import Path

import jsonschema

from tests.builders.numbered import letter, numbered

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads((ROOT / "docs/meldingen.schema.json").read_text(encoding="utf-8"))


def pmg(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(ROOT / "cli.py"), *arguments], cwd=folder,
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip


def test_a_number_goes_from_reserved_to_a_letter_that_is_built_with_it(tmp_path: Path):
    numbered(tmp_path)

    done = pmg(tmp_path, "kenmerk", "reserve", "dijken/nota", "--door", "A. Voorbeeld")
    assert done.returncode == 0, done.stderr
    assert done.stdout == (
        "IENW/BSK-2026/1000  gereserveerd  dijken/nota\n"
        "Zet bovenaan letters/dijken/nota.md: kenmerk: 'IENW/BSK-2026/1000'\n"
    )
    path = tmp_path / "letters/dijken/nota.md"
    path.write_text(path.read_text().replace("=open_kenmerk", "=kenmerk:nota"))
    assert pmg(tmp_path, "kenmerk", "assign", "dijken/nota").stdout == (
        "IENW/BSK-2026/1000  toegekend  dijken/nota\n"
    )
    assert pmg(tmp_path, "kenmerk", "check").returncode == 0
    assert pmg(tmp_path, "build", "--format", "md").returncode == 0
    assert "IENW/BSK-2026/1000" in (tmp_path / "build/dijken/nota.md").read_text()


def test_a_program_gets_json(tmp_path: Path):
    numbered(tmp_path, {"dijken/nota": letter("IENW/BSK-2026/1000")})
    pmg(tmp_path, "kenmerk", "assign", "dijken/nota", "--door", "A")

    listed = json.loads(pmg(tmp_path, "kenmerk", "list", "--json").stdout)
    shown = json.loads(pmg(tmp_path, "kenmerk", "show", "IENW/BSK-2026/1000", "--json").stdout)
    checked = json.loads(pmg(tmp_path, "kenmerk", "check", "--json").stdout)

    assert listed == {"kenmerken": [shown]}
    assert shown["brief"] == "nota"
    jsonschema.validate(checked, SCHEMA)
    assert checked["meldingen"] == []


def test_what_is_wrong_gives_an_exit_code(tmp_path: Path):
    numbered(tmp_path, {"dijken/nota": letter("IENW/BSK-2026/1000")})

    assert pmg(tmp_path, "kenmerk", "check").returncode == 0  # a warning
    assert pmg(tmp_path, "kenmerk", "show", "5").returncode == 2
    assert pmg(tmp_path, "kenmerk", "reserve").returncode == 2
    assert pmg(tmp_path, "kenmerk", "withdraw", "5").returncode == 1
    folder = tmp_path / "letters/_kenmerken"
    folder.mkdir()
    (folder / "5.yaml").write_text("onzin")
    assert pmg(tmp_path, "kenmerk", "check").returncode == 1
    assert pmg(tmp_path, "kenmerk", "list").returncode == 1
    assert "Bedoelt u check?" in pmg(tmp_path, "kenmerk", "chek").stderr
