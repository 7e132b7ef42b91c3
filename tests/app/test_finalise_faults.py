"""Whatever goes wrong while a letter is fixed: the old state or the new one, told in Dutch."""

import errno
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pmg_docs.app.build import build
from pmg_docs.app.final.finalising import finalise
from pmg_docs.app.final.fixed_letters import versions_of
from pmg_docs.app.final.status import status
from pmg_docs.app.kenmerk.checking import check_register
from pmg_docs.app.kenmerk.handing_out import find
from pmg_docs.kenmerk.register import Register
from pmg_docs.model.errors import Refused, Unreachable
from pmg_docs.workspace.folder import Workspace
from tests.app.test_finalise import KENMERK, KEPT, edit, entry, fix, git, outputs
from tests.checks.test_gate import say, workspace

ROOT = Path(__file__).parents[2]
REGISTER = "letters/_kenmerken/ienw_bsk-2026_1000.yaml"
_ENOUGH = 60


def pmg(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(ROOT / "cli.py"), *arguments], cwd=folder, capture_output=True,
        text=True, encoding="utf-8", check=False, env={**os.environ, **environment},
    )  # fmt: skip


def state(root: Path) -> dict[str, bytes]:
    """Every file of the letters, without the locks."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted((root / "letters").rglob("*"))
        if path.is_file() and path.name != ".pmg-bezig"
    }


def errors(place: Workspace) -> list[str]:
    return [f.code for f in check_register(place).findings if f.stops]


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


# What was stored, changed by somebody


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


# What only another letter needs


def test_a_letter_that_cannot_be_read_stops_no_other_one(tmp_path: Path):
    place = workspace(tmp_path)
    (tmp_path / "letters/groen/persbericht.md").write_text("geen gegevens\n")

    assert [f.letter for f in finalise(place, "groen", ["kamerbrief"]).fixed] == ["kamerbrief"]
    with pytest.raises(Refused) as caught:
        finalise(place, "groen", ["persbericht"])
    assert [f.code for f in caught.value.findings] == ["PMG141"]
    with pytest.raises(Refused):
        finalise(place, "groen")


def test_a_nota_that_cannot_be_read_keeps_the_letter_after_it(tmp_path: Path):
    place = workspace(tmp_path)
    (tmp_path / "letters/groen/nota.md").write_text("geen gegevens\n")

    done = finalise(place, "groen", ["kamerbrief"])

    assert (done.is_ready, done.fixed) == (False, ())


# The head and what is fixed agree


def test_a_draft_that_is_ready_is_told_to_say_so(tmp_path: Path):
    place = workspace(tmp_path)
    say(place, "nota", "afgestemd")

    for trial in (True, False):
        done = finalise(place, "groen", ["nota"], is_trial=trial)
        [finding] = done.findings
        assert (finding.code, str(finding.where)) == ("PMG450", "letters/groen/nota.md:3:9")
        assert "op regel 3 van: status: definitief" in finding.hints[0]
        assert (done.is_ready, done.fixed) == (False, ())
    assert entry(place).fixed == ""


def test_a_letter_that_was_sent_and_fixed_may_be_corrected_without_another_head(tmp_path: Path):
    place = workspace(tmp_path)
    fix(place)
    say(place, "nota", "verzonden")
    assert status(place, ["groen"], ["nota"]).findings == ()
    edit(place)
    [finding] = status(place, ["groen"], ["nota"]).findings
    assert finding.code == "PMG179"

    assert [f.version for f in fix(place, "verkeerd advies").fixed] == [2]
    assert status(place, ["groen"], ["nota"]).findings == ()
