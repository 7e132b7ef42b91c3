"""Whatever goes wrong while a letter is fixed: the old state or the new one, told in Dutch."""

import errno
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from pmg_docs.app.build import build
from pmg_docs.app.final.finalising import finalise
from pmg_docs.app.final.fixed_letters import versions_of
from pmg_docs.app.kenmerk.handing_out import find
from pmg_docs.kenmerk.register import Register
from pmg_docs.model.errors import Unreachable
from pmg_docs.workspace.folder import Workspace
from tests.builders.commands import pmg
from tests.builders.finals import KENMERK, KEPT, edit, entry, errors, fix, git, outputs, state
from tests.builders.sound import workspace

ROOT = Path(__file__).parents[3]
_ENOUGH = 60


# A folder that cannot be written


def test_a_file_where_the_folder_of_fixed_letters_should_be(tmp_path: Path):
    workspace(tmp_path)
    (tmp_path / "letters/groen/vastgesteld").write_text("in de weg")
    before = state(tmp_path)

    done = pmg(tmp_path, "finalise", "groen", "--letter", "nota")

    assert done.returncode == 3
    assert "fout PMG444" in done.stderr
    assert "vastgesteld" in done.stderr
    assert state(tmp_path) == before
    assert outputs(Workspace.at(tmp_path)) == {}


def test_a_register_that_cannot_be_written_leaves_the_old_state(tmp_path: Path):
    """The register is not to be replaced: the tree is stored, and counts for nothing."""
    place = workspace(tmp_path)
    real = os.replace

    def full(source: str, target: Path, **named: Any) -> None:
        if "_kenmerken" in str(target):
            raise OSError(errno.EROFS, os.strerror(errno.EROFS))
        real(source, target, **named)

    with pytest.MonkeyPatch.context() as patch, pytest.raises(Unreachable) as caught:
        patch.setattr(os, "replace", full)
        fix(place)

    assert [f.code for f in caught.value.findings] == ["PMG444"]
    assert entry(place).fixed == ""
    assert outputs(place) == {}
    assert errors(place) == []
    assert [f.version for f in fix(place).fixed] == [1]


@pytest.mark.parametrize("where", ["build", "build/groen"])
def test_a_file_where_the_output_should_be_leaves_a_letter_that_is_fixed(
    tmp_path: Path, where: str
):
    place = workspace(tmp_path)
    path = tmp_path / where
    path.parent.mkdir(exist_ok=True)
    path.write_text("in de weg")

    done = pmg(tmp_path, "finalise", "groen", "--letter", "nota")

    assert done.returncode == 3
    assert done.stdout.startswith(f"{KENMERK}  groen/nota  vastgesteld, versie 1\n")
    assert "fout PMG452" in done.stderr
    assert "fout PMG441" in done.stderr
    assert "pmg build groen" in done.stderr
    assert "Er is niets geschreven" not in done.stderr
    assert entry(place).fixed
    path.unlink()
    build(place, ["groen"], ["nota"])
    assert b"CONCEPT" not in outputs(place)["nota.md"]


def test_output_that_cannot_be_written_again_is_said_as_before(tmp_path: Path):
    place = workspace(tmp_path)
    fix(place)
    shutil.rmtree(tmp_path / "build")
    (tmp_path / "build").write_text("in de weg")

    with pytest.raises(Unreachable) as caught:
        fix(place)

    assert [f.code for f in caught.value.findings] == ["PMG441"]


# A full disk


class FullDisk:
    """Writes fail from the n-th on, as on a disk without room."""

    def __init__(self, room: int) -> None:
        self.room, self.count, self.real = room, 0, os.fsync

    def __call__(self, handle: int) -> None:
        self.count += 1
        if self.count > self.room:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        self.real(handle)


def test_a_disk_that_is_full_at_any_write_leaves_the_old_state_or_the_new_one(tmp_path: Path):
    for room in range(_ENOUGH):
        root = tmp_path / str(room)
        root.mkdir()
        place = workspace(root)
        before = state(root)
        disk = FullDisk(room)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(os, "fsync", disk)
            try:
                done = fix(place)
                codes = [f.code for f in done.findings if f.stops]
            except Unreachable as problem:
                done, codes = None, [f.code for f in problem.findings]
        assert errors(place) == []
        assert not list(root.rglob(".pmg-*"))
        if done is None:
            assert codes in (["PMG444"], ["PMG441"])
            assert {n: d for n, d in state(root).items() if n != KEPT} == before
            assert entry(place).fixed == ""
            assert outputs(place) == {}
        else:
            assert entry(place).fixed
            assert codes in ([], ["PMG452", "PMG441"])
            assert set(outputs(place)) in (set(), {"nota.docx", "nota.pdf", "nota.html", "nota.md",
                                                   "manifest.json"})  # fmt: skip
        fix(place)
        assert b"CONCEPT" not in outputs(place)["nota.md"]
        if codes == []:
            break
    else:
        pytest.fail("the disk was never large enough")
    assert room > 4


def test_a_disk_that_is_full_after_the_first_letter_says_which_are_fixed(tmp_path: Path):
    place = workspace(tmp_path)
    real = os.replace

    def full(source: str, target: Path, **named: Any) -> None:
        if str(target).endswith("1000.json"):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        real(source, target, **named)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "replace", full)
        done = finalise(place, "groen", ["kamerbrief", "nota"])

    assert [(f.letter, f.is_new) for f in done.fixed] == [("kamerbrief", True)]
    told = done.findings[-2:]
    assert {f.code for f in told} == {"PMG452", "PMG444"}
    [halfway] = [f for f in told if f.code == "PMG452"]
    assert "Vastgesteld: groen/kamerbrief. Nog niet vastgesteld: nota." in halfway.message
    assert errors(place) == []
    again = finalise(place, "groen", ["kamerbrief", "nota"])
    assert [(f.letter, f.is_new) for f in again.fixed] == [("kamerbrief", False), ("nota", True)]


# Two at once


def test_two_that_fix_the_same_letter_at_once_make_one_version(tmp_path: Path):
    place = workspace(tmp_path)
    code = (
        "import sys; from pathlib import Path\n"
        "from pmg_docs.app.final.finalising import finalise\n"
        "from pmg_docs.workspace.folder import Workspace\n"
        "done = finalise(Workspace.at(Path(sys.argv[1])), 'groen', ['nota'], by=sys.argv[2])\n"
        "print(done.fixed[0].version)\n"
    )
    running = [
        subprocess.Popen(
            [sys.executable, "-c", code, str(tmp_path), name], cwd=ROOT,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )
        for name in ("A", "B", "C")
    ]  # fmt: skip
    told = [one.communicate() for one in running]

    assert [one.returncode for one in running] == [0, 0, 0], told
    assert {said.strip() for said, _ in told} == {"1"}
    assert len(versions_of(place, entry(place))) == 1
    assert errors(place) == []


def test_a_number_that_is_given_while_a_letter_is_fixed_is_kept(tmp_path: Path):
    place = workspace(tmp_path)
    path = tmp_path / "letters/groen/persbericht.md"
    path.write_text(path.read_text().replace("datum:", "kenmerk: IENW/BSK-2026/1002\ndatum:"))
    both = [
        subprocess.Popen([sys.executable, str(ROOT / "cli.py"), *command], cwd=tmp_path,
                         stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        for command in (["finalise", "groen", "--letter", "nota"],
                        ["kenmerk", "assign", "groen/persbericht"])
    ]  # fmt: skip
    told = [one.communicate()[1] for one in both]

    assert [one.returncode for one in both] == [0, 0], told
    assert entry(place).fixed
    assert find(Register(place), "IENW/BSK-2026/1002").letter == "persbericht"
    assert errors(place) == []


# The clock


def clock(monkeypatch: pytest.MonkeyPatch, day: str) -> None:
    import datetime as dt

    moment = dt.datetime.fromisoformat(day).replace(tzinfo=dt.UTC)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(moment.timestamp())))


def test_a_clock_that_runs_backwards_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    clock(monkeypatch, "2026-03-01")
    place = workspace(tmp_path)
    assert "PMG238" not in {f.code for f in fix(place).findings}
    edit(place)
    clock(monkeypatch, "2026-02-01")

    done = fix(place, "verkeerd advies")

    [finding] = [f for f in done.findings if f.code == "PMG238"]
    assert "vandaag 2026-02-01" in finding.message
    assert "2026-03-01" in finding.message
    assert [f.version for f in done.fixed] == [2]
    assert errors(place) == []


def test_a_register_of_the_future_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    clock(monkeypatch, "2030-01-01")
    place = workspace(tmp_path)
    clock(monkeypatch, "2026-02-01")

    assert [f.code for f in fix(place).findings if f.code == "PMG238"] == ["PMG238"]


# Git


def test_without_git_on_the_machine_it_works_and_says_so(tmp_path: Path):
    workspace(tmp_path)

    done = pmg(tmp_path, "finalise", "groen", "--letter", "nota", PATH=str(tmp_path))

    assert done.returncode == 0
    assert "waarschuwing PMG449" in done.stderr
    assert "vastgesteld, versie 1" in done.stdout


@pytest.mark.parametrize("name", ["nota.md", "feiten.yaml"])
def test_in_the_middle_of_a_merge_conflict_nothing_is_fixed(tmp_path: Path, name: str):
    place = workspace(tmp_path)
    path = tmp_path / "letters/groen" / name
    text = path.read_text()
    git(tmp_path, "init", "-b", "main")
    git(tmp_path, "add", "letters", "styles")
    git(tmp_path, "commit", "-m", "eerst")
    line = "Stem in." if name == "nota.md" else "{bedrag: 500000"
    assert line in text
    git(tmp_path, "switch", "-c", "ander")
    path.write_text(text.replace(line, line.replace("in.", "niet in.").replace("5000", "6000")))
    git(tmp_path, "commit", "-am", "ander")
    git(tmp_path, "switch", "main")
    path.write_text(text.replace(line, line.replace("in.", "toch in.").replace("5000", "7000")))
    git(tmp_path, "commit", "-am", "hier")
    with pytest.raises(subprocess.CalledProcessError):
        git(tmp_path, "merge", "ander")
    assert "<<<<<<< " in path.read_text()
    before = state(tmp_path)

    done = pmg(tmp_path, "finalise", "groen", "--letter", "nota")

    assert done.returncode == 1, done.stdout
    assert "fout PMG188" in done.stderr
    assert state(tmp_path) == before
    assert outputs(place) == {}


def test_a_conflict_in_another_letter_is_only_said_to_be_uncommitted(tmp_path: Path):
    place = workspace(tmp_path)
    git(tmp_path, "init", "-b", "main")
    git(tmp_path, "add", "letters", "styles")
    git(tmp_path, "commit", "-m", "alles")
    (tmp_path / "letters/groen/persbericht.md").write_text("<<<<<<< HEAD\nx\n=======\ny\n")

    done = fix(place)

    assert [f.version for f in done.fixed] == [1]
    assert done.findings == ()
