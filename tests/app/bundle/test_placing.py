"""A bundle takes the place of an older one as a whole, and of nothing that is not ours."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from pmg_docs.app.bundle import Asked, bundle
from pmg_docs.model.errors import Refused
from pmg_docs.workspace.folder import Workspace
from tests.app.bundle.told import refused
from tests.builders.bundles import ARCHIVE, archived, copied, edit, manifest, tree

ROOT = Path(__file__).parents[3]


def test_an_older_bundle_makes_room_as_a_whole(place: Workspace):
    archived(place)
    edit(place, "letters/groen/kamerbrief.md", "status: definitief", "status: verzonden")
    (place.root / ARCHIVE / "data/.DS_Store").write_bytes(b"\0")

    done = archived(place)

    assert done.is_new
    assert len(tree(place.root / ARCHIVE)) == 16
    assert manifest(place.root / ARCHIVE)["documenten"][1]["status"] == "verzonden"


def foreign_folder(target: Path) -> None:
    target.mkdir(parents=True)
    (target / "notities.txt").write_text("van mij")


def foreign_file(target: Path) -> None:
    target.parent.mkdir(parents=True)
    target.write_text("van mij")


def link(target: Path) -> None:
    target.parent.mkdir(parents=True)
    (target.parent / "elders").mkdir()
    target.symlink_to(target.parent / "elders", target_is_directory=True)


@pytest.mark.parametrize("make", [foreign_folder, foreign_file, link])
def test_what_is_not_ours_stays(place: Workspace, make):
    target = place.root / ARCHIVE
    make(target)
    before = {p: p.lstat().st_mtime_ns for p in target.parent.rglob("*")}

    with pytest.raises(Refused) as caught:
        archived(place)

    assert refused(caught) == ["PMG438"]
    assert {p: p.lstat().st_mtime_ns for p in target.parent.rglob("*")} == before


@pytest.mark.parametrize("how", ["added", "changed"])
def test_a_bundle_that_somebody_worked_in_stays(place: Workspace, how: str):
    archived(place)
    folder = place.root / ARCHIVE
    path = folder / ("data/notities.txt" if how == "added" else "data/inhoud.txt")
    path.write_text("van mij")
    edit(place, "letters/groen/kamerbrief.md", "status: definitief", "status: verzonden")

    with pytest.raises(Refused) as caught:
        archived(place)

    assert refused(caught) == ["PMG438"]
    assert path.read_text() == "van mij"


def test_a_file_of_others_under_the_name_of_the_zip_stays(place: Workspace):
    target = place.root / f"{ARCHIVE}.zip"
    foreign_file(target)

    with pytest.raises(Refused) as caught:
        bundle(place, "groen", Asked(as_zip=True))

    assert refused(caught) == ["PMG438"]
    assert target.read_text() == "van mij"


def test_no_bundle_falls_among_the_sources(place: Workspace):
    with pytest.raises(Refused) as caught:
        archived(place, place.root / "letters")

    assert refused(caught) == ["PMG442"]


_KILLED = """\
import os, signal, sys
from pathlib import Path
import pmg_docs.app.bundle.placing as p, pmg_docs.workspace.replacing as r
import pmg_docs.workspace.writing as w
from pmg_docs.app.bundle import Asked, bundle
from pmg_docs.workspace.folder import Workspace

name, moment, as_zip = sys.argv[2], sys.argv[3], sys.argv[4] == "zip"
module = {"replace_folder": p, "write_together": p, "_write": r, "_change_places": r,
          "replace": w.os}[name]
real = getattr(module, name)

def dying(*given, **named):
    if moment == "after":
        real(*given, **named)
    os.kill(os.getpid(), signal.SIGKILL)

setattr(module, name, dying)
bundle(Workspace.at(Path(sys.argv[1])), "groen", Asked(as_zip=as_zip))
"""
STEPS = [
    ("replace_folder", "before", "map"), ("_write", "after", "map"),
    ("_change_places", "before", "map"), ("_change_places", "after", "map"),
    ("replace_folder", "after", "map"), ("write_together", "before", "zip"),
    ("replace", "before", "zip"), ("replace", "after", "zip"), ("write_together", "after", "zip"),
]  # fmt: skip


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no kill on this system")
@pytest.mark.parametrize("step", STEPS, ids="-".join)
def test_a_kill_leaves_the_old_bundle_or_the_new_one(
    place: Workspace, tmp_path: Path, step: tuple[str, str, str]
):
    def state() -> dict[str, bytes]:
        return {name: data for name, data in tree(place.root / "build/_bundel").items()
                if not name.startswith(".pmg-")}  # fmt: skip

    asked = Asked(as_zip=step[2] == "zip")
    bundle(place, "groen", asked)
    old = state()
    edit(place, "letters/groen/kamerbrief.md", "status: definitief", "status: verzonden")
    other = copied(place, tmp_path / "anders")
    bundle(other, "groen", asked)
    new = tree(other.root / "build/_bundel")
    done = subprocess.run(
        [sys.executable, "-c", _KILLED, str(place.root), *step], cwd=ROOT, check=False,
        capture_output=True,
    )  # fmt: skip

    assert done.returncode == -signal.SIGKILL, done.stderr.decode()
    assert old != new
    assert state() == (new if step[1] == "after" and step[0] != "_write" else old)
    bundle(place, "groen", asked)
    assert tree(place.root / "build/_bundel") == new
