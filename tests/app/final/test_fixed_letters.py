"""What was stored of a letter, or of its number, and is no longer that: it is told."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pmg_docs.app.final.status import status
from tests.builders.commands import pmg
from tests.builders.finals import KEPT, edit, errors, fix, state
from tests.builders.sound import workspace

REGISTER = "letters/_kenmerken/ienw_bsk-2026_1000.yaml"


def _renumbered(whole: Any) -> Any:
    return {**whole, "versies": whole["versies"][::-1]}


def _of_another(whole: Any) -> Any:
    return {**whole, "brief": "kamerbrief"}


STORED: dict[str, Callable[[str], str]] = {
    "cut off": lambda text: text[: len(text) // 2],
    "empty": lambda _: "",
    "in another order": lambda text: json.dumps(_renumbered(json.loads(text))),
    "of another letter": lambda text: json.dumps(_of_another(json.loads(text))),
    "nested deep": lambda _: '{"versies": ' + "[" * 100_000 + "]" * 100_000 + "}",
    "a tree nested deep": lambda text: text.replace(
        '"body": [', '"body": ' + "[" * 900 + "]" * 900 + ', "toen": [', 1),
    "a number": lambda _: "7",
    "in conflict": lambda text: f"<<<<<<< HEAD\n{text}=======\n{text}>>>>>>> ander\n",
    "binary": lambda _: "\x00\x01\x02",
}  # fmt: skip


@pytest.mark.parametrize("how", STORED)
def test_a_stored_letter_that_is_no_longer_that_is_told_and_nothing_more_is_fixed(
    tmp_path: Path, how: str
):
    place = workspace(tmp_path)
    fix(place)
    edit(place)
    fix(place, "verkeerd advies")
    path = tmp_path / KEPT
    path.write_text(STORED[how](path.read_text()))
    edit(place, "Stem niet in.", "Stem toch in.")
    before = state(tmp_path)

    done = pmg(tmp_path, "finalise", "groen", "--letter", "nota", "--reden", "toch")

    assert done.returncode == 1, done.stderr
    assert "fout PMG446" in done.stderr
    assert "Traceback" not in done.stderr
    assert state(tmp_path) == before
    assert errors(place) == ["PMG446"]
    assert "PMG446" in {f.code for f in status(place).findings}


def test_a_stored_letter_of_200_mb_is_told_without_reading_it(tmp_path: Path):
    place = workspace(tmp_path)
    fix(place)
    with (tmp_path / KEPT).open("r+b") as stream:
        stream.truncate(200_000_000)

    assert errors(place) == ["PMG446"]
    assert [f.code for f in status(place).findings if f.code == "PMG446"] == ["PMG446"]


@pytest.mark.parametrize("nonsense", ["{", "", "kenmerk: [a]\n", "\x00", "- 1\n"])
def test_a_register_file_that_is_nonsense_is_told_by_status_and_keeps_a_letter_open(
    tmp_path: Path, nonsense: str
):
    place = workspace(tmp_path)
    (tmp_path / REGISTER).write_text(nonsense)
    before = state(tmp_path)

    for command in (["status", "groen", "--letter", "nota"], ["finalise", "groen"]):
        done = pmg(tmp_path, *command)
        assert done.returncode == 1
        assert REGISTER in done.stderr
    assert pmg(tmp_path, "status", "groen", "--letter", "kamerbrief").returncode == 0
    assert state(tmp_path) == before
    assert errors(place)


def test_a_register_file_that_is_nonsense_and_of_no_letter_is_a_warning_of_status(tmp_path: Path):
    place = workspace(tmp_path)
    path = tmp_path / "letters/_kenmerken/5.yaml"
    path.write_text("{")

    [finding] = status(place).findings
    assert (finding.where.file if finding.where else "", finding.stops) == (
        "letters/_kenmerken/5.yaml", False)  # fmt: skip
    assert status(place, ["groen"]).findings == ()
