"""The benchmarks run and judge; how fast anything is, they say themselves."""

import pytest

from benchmarks.__main__ import main


def test_a_target_that_is_met_is_no_failure(capsys: pytest.CaptureFixture[str]):
    assert main(["--rounds", "1", "--only", "help", "--factor", "100"]) == 0

    said = capsys.readouterr().out
    assert "help" in said
    assert "MISSED" not in said


def test_a_target_that_is_missed_is_a_failure(capsys: pytest.CaptureFixture[str]):
    assert main(["--rounds", "1", "--only", "help", "--factor", "0.001"]) == 1

    assert "MISSED" in capsys.readouterr().out
