"""Fifty processes at once, a tenth of them killed: no number twice, none lost unseen."""

import sys
from pathlib import Path

import pytest

from benchmarks import reserving
from benchmarks.reserving import Outcome, reserve_at_once
from pmg_docs.app.kenmerk.checking import check_register
from pmg_docs.workspace import claiming
from pmg_docs.workspace.folder import Workspace
from tests.builders.folder import write_tree

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="it splits into processes")


def reported(root: Path, outcome: Outcome) -> set[str]:
    """The reservations that nobody uses, when each number that was returned is on a letter."""
    files = {
        f"letters/werk/brief{n}.md": f"---\nsoort: nota\nkenmerk: '{number}'\n---\n"
        for n, number in enumerate(outcome.returned)
    }
    write_tree(root, {**files, "letters/werk/feiten.yaml": "stijl: proef\n"})
    report = check_register(Workspace.at(root))
    assert {finding.code for finding in report.findings} == {"PMG228"}
    return {finding.message.split("'")[1] for finding in report.findings}


def test_no_number_is_returned_twice_and_what_a_killed_process_claimed_is_told(tmp_path: Path):
    outcome = reserve_at_once(tmp_path, 50, 2000)

    assert outcome.twice == ()
    assert len(outcome.returned) >= 45 * 40
    assert outcome.registered.issuperset(outcome.returned)
    assert len(outcome.lost) >= outcome.died
    assert reported(tmp_path, outcome) == outcome.lost


def test_a_claim_that_is_not_exclusive_returns_numbers_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """The load can fail: it does with a claim that looks first and writes then."""
    text = Path(claiming.__file__).read_text(encoding="utf-8")
    assert "os.link(temporary, target)" in text
    write_tree(tmp_path, {"careless.py": text.replace("os.link(", "os.replace(")})
    start = (
        f"import sys\nsys.path.insert(0, {str(tmp_path)!r})\nimport careless\n"
        "from pmg_docs.workspace import claiming\nclaiming.claim = careless.claim\n"
    )
    monkeypatch.setattr(reserving, "_LAUNCHER", start + reserving._LAUNCHER)

    assert reserve_at_once(tmp_path, 50, 1000).twice
