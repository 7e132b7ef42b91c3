"""LibreOffice as a subprocess: counted, bounded, and with nothing left of it."""

import contextlib
import json
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

import pytest

from pmg_docs.model.errors import Unreachable
from pmg_docs.workspace import office
from pmg_docs.workspace.office import Patience, convert, find_office
from pmg_docs.writers import WRITERS
from tests.builders import office as fake
from tests.builders.look import look
from tests.builders.office import pretend
from tests.builders.tree import nota

FILES = {"een/nota": b"een", "twee/nota": b"twee", "drie/nota": b"drie"}
SOON = Patience(start=1.5, each=0)


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for temporary files of our own, to see what stays behind."""
    folder = tmp_path / "tijdelijk"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    return folder


def diary(program: Path) -> list[dict[str, Any]]:
    lines = program.with_name("diary").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    status = Path(f"/proc/{process}/stat")
    return not status.exists() or status.read_text().rpartition(")")[2].split()[0] != "Z"


def soon_gone(process: int) -> bool:
    until = time.monotonic() + 5
    while lives(process) and time.monotonic() < until:
        time.sleep(0.05)
    return not lives(process)


def test_a_batch_is_one_run_and_comes_back_in_order(tmp_path: Path):
    program = pretend(tmp_path / "bin", fake.EVERY_FILE)

    assert list(convert(program, FILES, "docx", "odt")) == list(FILES)
    assert [run["files"] for run in diary(program)] == [["1.docx", "2.docx", "3.docx"]]


def test_more_files_than_a_command_line_holds_take_a_few_runs(tmp_path: Path):
    program = pretend(tmp_path / "bin", fake.NO_MORE_THAN_IT_READS)
    many = {f"brief{n}": str(n).encode() for n in range(342)}

    assert list(convert(program, many, "docx", "odt")) == list(many)
    assert [len(run["files"]) for run in diary(program)] == [200, 142]


def test_what_a_run_left_out_is_tried_again_one_at_a_time(tmp_path: Path):
    program = pretend(tmp_path / "bin", fake.HALF_OF_THEM)

    assert list(convert(program, FILES, "docx", "odt")) == list(FILES)
    assert [len(run["files"]) for run in diary(program)] == [3, 1]


def test_what_never_comes_back_is_named_although_the_program_says_all_is_well(tmp_path: Path):
    program = pretend(tmp_path / "bin", fake.NEVER_THE_SECOND)

    with pytest.raises(Unreachable) as caught:
        convert(program, FILES, "docx", "odt")

    assert [f.code for f in caught.value.findings] == ["PMG433"]
    assert "twee/nota" in caught.value.findings[0].message
    assert [len(run["files"]) for run in diary(program)] == [3, 1]


def test_after_a_crash_the_rest_is_tried_again_and_a_crash_each_time_is_told(tmp_path: Path):
    assert (
        convert(pretend(tmp_path / "bin", fake.CRASH), FILES, "docx", "odt").keys() == FILES.keys()
    )

    with pytest.raises(Unreachable) as caught:
        convert(pretend(tmp_path / "niets", fake.NOTHING), FILES, "docx", "odt")

    assert [f.code for f in caught.value.findings] == ["PMG433"] * 3
    assert "77" in caught.value.findings[0].message


def test_a_program_that_can_make_nothing_is_not_asked_for_ever(tmp_path: Path):
    program = pretend(tmp_path / "bin", fake.NOTHING)
    many = {f"brief{n}": b"x" for n in range(50)}

    with pytest.raises(Unreachable) as caught:
        convert(program, many, "docx", "odt")

    assert len(caught.value.findings) == 50
    assert [len(run["files"]) for run in diary(program)] == [50, 1, 1, 1]


def test_a_program_that_hangs_is_ended_and_what_it_made_is_kept(tmp_path: Path):
    program = pretend(tmp_path / "bin", fake.HANG)
    two = {"een": b"een", "twee": b"twee"}

    assert convert(program, two, "docx", "odt", SOON).keys() == two.keys()
    assert all(soon_gone(run["process"]) for run in diary(program))


def test_a_program_that_hangs_each_time_is_told_to_take_too_long(tmp_path: Path):
    program = pretend(tmp_path / "bin", fake.HANG_WITH_A_CHILD)

    with pytest.raises(Unreachable) as caught:
        convert(program, {"een": b"een"}, "docx", "odt", SOON)

    assert "duurde te lang" in caught.value.findings[0].message
    assert soon_gone(int(Path(f"{program.with_name('diary')}.child").read_text()))


def test_a_child_that_a_program_leaves_behind_is_ended(tmp_path: Path):
    program = pretend(tmp_path / "bin", fake.LEAVE_A_CHILD)

    convert(program, {"een": b"een"}, "docx", "odt")

    assert soon_gone(int(Path(f"{program.with_name('diary')}.child").read_text()))


def test_half_a_file_counts_as_none(tmp_path: Path):
    with pytest.raises(Unreachable) as caught:
        convert(pretend(tmp_path / "bin", fake.HALF_A_FILE), {"een": b"een"}, "docx", "odt")

    assert [f.code for f in caught.value.findings] == ["PMG433"]


@pytest.mark.parametrize("does", [fake.EVERY_FILE, fake.CRASH, fake.NOTHING, fake.HANG])
def test_nothing_temporary_stays_behind(tmp_path: Path, temporary: Path, does: str):
    with contextlib.suppress(Unreachable):
        convert(pretend(tmp_path / "bin", does), {"een": b"een"}, "docx", "odt", SOON)

    assert list(temporary.iterdir()) == []


def test_an_interruption_ends_it_and_leaves_nothing(tmp_path: Path, temporary: Path):
    program = pretend(tmp_path / "bin", fake.HANG)

    def interrupt() -> None:
        until = time.monotonic() + 10
        while not program.with_name("diary").exists() and time.monotonic() < until:
            time.sleep(0.05)
        os.kill(os.getpid(), signal.SIGINT)

    threading.Thread(target=interrupt).start()
    with pytest.raises(KeyboardInterrupt):
        convert(program, {"een": b"een"}, "docx", "odt")

    assert soon_gone(diary(program)[0]["process"])
    assert list(temporary.iterdir()) == []


def test_the_time_that_a_run_may_take_grows_with_the_files():
    patience = Patience()

    assert patience.for_files(342) > 342 * 2
    assert patience.for_files(1) < 120


def test_each_run_has_a_profile_of_its_own_in_a_folder_of_ours(tmp_path: Path, temporary: Path):
    program = pretend(tmp_path / "bin", fake.HALF_OF_THEM)
    convert(program, FILES, "docx", "odt")

    profiles = [run["profile"] for run in diary(program)]
    assert len(set(profiles)) == len(profiles) == 2
    assert all(temporary.name in profile for profile in profiles)


def test_it_knows_nothing_of_the_officer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    for name, told in (("USER", "piet"), ("HOME", "/home/piet"), ("LANG", "tr_TR.UTF-8"),
                       ("TZ", "Asia/Tokyo"), ("XDG_CONFIG_HOME", "/home/piet/.config"),
                       ("http_proxy", "http://proxy")):  # fmt: skip
        monkeypatch.setenv(name, told)
    program = pretend(tmp_path / "bin", fake.EVERY_FILE)
    convert(program, {"een": b"een"}, "docx", "odt")

    known = diary(program)[0]["environment"]
    assert not {"USER", "LANG", "XDG_CONFIG_HOME", "http_proxy"} & known.keys()
    assert known["TZ"] == "UTC"
    assert "piet" not in " ".join(known.values()).replace(os.environ["PATH"], "")


def test_the_program_is_found_on_the_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    program = pretend(tmp_path / "bin’s map", fake.EVERY_FILE)
    monkeypatch.setenv("PATH", str(program.parent))

    assert find_office() == program


def test_the_program_is_found_where_a_system_usually_has_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    program = pretend(tmp_path / "Program Files", fake.EVERY_FILE)
    monkeypatch.setenv("PATH", str(tmp_path / "leeg"))
    monkeypatch.setattr(office, "_USUAL_PLACES", {sys.platform: ("/nergens", str(program))})

    assert find_office() == program


def test_a_program_that_is_nowhere_is_not_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(office, "_USUAL_PLACES", {})

    assert find_office() is None


def test_a_program_that_cannot_be_started_is_told(tmp_path: Path):
    program = tmp_path / "soffice"
    program.write_text("geen programma")

    with pytest.raises(Unreachable) as caught:
        convert(program, {"een": b"een"}, "docx", "odt")

    assert [f.code for f in caught.value.findings] == ["PMG434"]


def test_a_full_disk_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "bestaat niet"))

    with pytest.raises(Unreachable) as caught:
        convert(pretend(tmp_path / "bin", fake.EVERY_FILE), {"een": b"een"}, "docx", "odt")

    assert [f.code for f in caught.value.findings] == ["PMG434"]


def test_another_libreoffice_that_is_open_is_no_hindrance(tmp_path: Path):
    program = find_office()
    assert program is not None
    with subprocess.Popen(
        [program, f"-env:UserInstallation={(tmp_path / 'ander').as_uri()}", "--headless",
         "--norestore", "--accept=pipe,name=pmg-proef;urp"], start_new_session=True,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    ) as other:  # fmt: skip
        try:
            until = time.monotonic() + 60
            while not (tmp_path / "ander/user").exists() and time.monotonic() < until:
                time.sleep(0.1)
            made = convert(program, {"nota": WRITERS["docx"](nota(), look())}, "docx", "odt")
        finally:
            os.killpg(other.pid, signal.SIGKILL)

    assert made["nota"].startswith(b"PK")


def test_a_folder_with_an_awkward_name_is_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    awkward = tmp_path / "map van ’s-Hertogenbosch (2e % kopie)"
    awkward.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(awkward))
    program = find_office()
    assert program is not None

    made = convert(program, {"nota": WRITERS["docx"](nota(), look())}, "docx", "odt")

    assert made["nota"].startswith(b"PK")
    assert list(awkward.iterdir()) == []
