"""A folder that appears as a whole: who is killed leaves the old one or the new one."""

import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from pmg_docs.model.errors import Unreachable
from pmg_docs.workspace import replacing
from pmg_docs.workspace.replacing import replace_folder
from tests.builders.bundles import tree

ROOT = Path(__file__).parents[2]
OLD, NEW = {"a.txt": b"oud", "data/b.txt": b"oud"}, {"a.txt": b"nieuw", "data/c/d.txt": b"x"}
_KILLED = """\
import os, signal, sys
from pathlib import Path
import pmg_docs.workspace.replacing as r

name, number = sys.argv[2], int(sys.argv[3])
module = r if hasattr(r, name) else r.shutil
real, count = getattr(module, name), 0

def dying(*given, **named):
    global count
    count += 1
    if count == number:
        os.kill(os.getpid(), signal.SIGKILL)
    return real(*given, **named)

setattr(module, name, dying)
r.replace_folder(Path(sys.argv[1]), {"a.txt": b"nieuw", "data/c/d.txt": b"x"})
"""
STEPS = {
    "before the first file": ("_write", 1, OLD),
    "before the last file": ("_write", 2, OLD),
    "before it takes its place": ("_change_places", 1, OLD),
    "after it took its place": ("settle", 2, NEW),
    "before the old one goes": ("rmtree", 1, NEW),
}


def test_a_folder_appears_with_what_is_below_it(tmp_path: Path):
    replace_folder(tmp_path / "map", NEW)

    assert tree(tmp_path / "map") == NEW
    assert [path.name for path in tmp_path.iterdir()] == ["map"]


def test_an_older_folder_makes_room_as_a_whole(tmp_path: Path):
    replace_folder(tmp_path / "map", OLD)
    replace_folder(tmp_path / "map", NEW)

    assert tree(tmp_path / "map") == NEW
    assert [path.name for path in tmp_path.iterdir()] == ["map"]


def test_colleagues_may_read_it(tmp_path: Path):
    mask = os.umask(0o022)
    try:
        replace_folder(tmp_path / "map", OLD)
    finally:
        os.umask(mask)

    assert stat.S_IMODE((tmp_path / "map").stat().st_mode) == 0o755


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no kill on this system")
@pytest.mark.parametrize("step", STEPS)
def test_a_kill_leaves_the_old_folder_or_the_new_one(tmp_path: Path, step: str):
    target = tmp_path / "map"
    replace_folder(target, OLD)
    name, number, wanted = STEPS[step]

    done = subprocess.run(
        [sys.executable, "-c", _KILLED, str(target), name, str(number)],
        cwd=ROOT, capture_output=True, check=False,
    )  # fmt: skip

    assert done.returncode == -signal.SIGKILL, done.stderr.decode()
    assert tree(target) == wanted
    replace_folder(target, NEW)
    assert tree(target) == NEW
    assert [path.name for path in tmp_path.iterdir()] == ["map"]


def test_it_works_where_two_names_cannot_change_places(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(replacing, "_exchanged", lambda *_: False)
    replace_folder(tmp_path / "map", OLD)
    replace_folder(tmp_path / "map", NEW)

    assert tree(tmp_path / "map") == NEW
    assert [path.name for path in tmp_path.iterdir()] == ["map"]


def test_the_old_folder_comes_back_when_the_new_one_cannot_take_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    replace_folder(tmp_path / "map", OLD)
    real = Path.rename

    def failing(path: Path, target: Path) -> Path:
        if target.name == "map" and not path.name.endswith("oud"):
            raise PermissionError(13, "")
        return real(path, target)

    monkeypatch.setattr(replacing, "_exchanged", lambda *_: False)
    monkeypatch.setattr(Path, "rename", failing)
    with pytest.raises(Unreachable) as caught:
        replace_folder(tmp_path / "map", NEW)

    assert [f.code for f in caught.value.findings] == ["PMG441"]
    assert tree(tmp_path / "map") == OLD


def test_what_is_not_of_a_dead_run_stays(tmp_path: Path):
    (tmp_path / ".pmg-notities").mkdir()
    (tmp_path / "andere").mkdir()

    replace_folder(tmp_path / "map", NEW)

    assert {path.name for path in tmp_path.iterdir()} == {".pmg-notities", "andere", "map"}
