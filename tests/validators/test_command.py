"""`python -m tests.validators`, with which a folder is validated."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.validators import __main__ as command
from tests.validators import openxml


def folder(root: Path, *endings: str) -> Path:
    for ending in endings:
        (root / f"nota{ending}").write_text("geen nota")
    return root


def clean(files: Sequence[Path]) -> dict[Path, list[str]]:
    return {file: [] for file in files}


def test_a_folder_of_sound_files_passes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setattr(command, "VALIDATORS", {".docx": (("een", clean), ("twee", clean))})

    assert command.main(folder(tmp_path, ".docx")) == 0
    assert [line.split() for line in capsys.readouterr().out.splitlines()] == [
        ["een", "1", "docx", "0", "findings"],
        ["twee", "1", "docx", "0", "findings"],
    ]


def test_a_finding_is_named_with_its_file_and_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setattr(command, "VALIDATORS", {".docx": (("audit", openxml.audit),)})

    assert command.main(folder(tmp_path, ".docx")) == 1
    assert f"{tmp_path / 'nota.docx'}: openxml-audit:" in capsys.readouterr().out


def test_a_folder_in_which_a_kind_is_missing_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setattr(command, "VALIDATORS", dict.fromkeys((".docx", ".pdf"), (("x", clean),)))

    assert command.main(folder(tmp_path, ".docx")) == 1
    assert "no .pdf" in capsys.readouterr().err
