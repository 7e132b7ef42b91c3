import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from pmg_docs.model.errors import Unreachable
from pmg_docs.workspace import writing
from pmg_docs.workspace.writing import write_together


def nothing(_path: Path, _data: bytes) -> None:
    return


def refusal(files: dict[Path, bytes]) -> str:
    with pytest.raises(Unreachable) as caught:
        write_together(files, nothing)
    finding = caught.value.findings[0]
    assert finding.code == "PMG441"
    assert ".pmg-" not in finding.message
    return finding.message


def killed(folder: Path) -> Path:
    """A temporary file of a run that was killed."""
    script = (
        "import os, sys\nfrom pathlib import Path\nfrom pmg_docs.workspace.writing import stage\n"
        "print(stage(Path(sys.argv[1]) / 'a', b'half').name, flush=True)\nos._exit(9)\n"
    )
    done = subprocess.run([sys.executable, "-c", script, str(folder)], capture_output=True,
                          text=True, check=False)  # fmt: skip
    return folder / done.stdout.strip()


def test_what_a_killed_run_left_is_swept_away(tmp_path: Path):
    left = killed(tmp_path)
    assert left.is_file()

    write_together({tmp_path / "a": b"heel"}, nothing)

    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_what_a_living_run_uses_stays(tmp_path: Path):
    of_us = writing.stage(tmp_path / "b", b"bezig")
    of_a_colleague = tmp_path / ".pmg-00000000-1-abc"
    of_a_colleague.write_text("bezig")

    write_together({tmp_path / "a": b"heel"}, nothing)

    assert of_us.is_file()
    assert of_a_colleague.is_file()


def test_what_is_older_than_a_day_goes_whoever_made_it(tmp_path: Path):
    for name in (".pmg-00000000-1-abc", ".pmg-oud", ".pmg.instellingen"):
        (tmp_path / name).write_text("x")
        os.utime(tmp_path / name, (0, 0))

    write_together({tmp_path / "a": b"heel"}, nothing)

    assert sorted(path.name for path in tmp_path.iterdir()) == [".pmg.instellingen", "a"]


def test_a_file_in_the_way_of_a_folder_is_named(tmp_path: Path):
    (tmp_path / "uit").write_text("x")

    assert "uit" in refusal({tmp_path / "uit/proef/a": b"x"})
    assert "bestand, geen map" in refusal({tmp_path / "uit/proef/a": b"x"})


def test_a_folder_in_the_way_of_a_file_leaves_all_files_as_they_were(tmp_path: Path):
    (tmp_path / "b").mkdir()

    assert "het is een map" in refusal({tmp_path / "a": b"x", tmp_path / "b": b"y"})
    assert not (tmp_path / "a").exists()


@pytest.mark.parametrize(
    ("number", "says"),
    [(errno.ENOSPC, "de schijf is vol"), (errno.EACCES, "geen rechten"), (errno.EIO, "onbekend")],
)
def test_a_refusal_of_the_system_is_told_in_dutch(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, says: str
):
    def fail(_target: Path, _data: bytes) -> Path:
        raise OSError(number, "No space left on device", str(tmp_path / ".pmg-x"))

    monkeypatch.setattr(writing, "stage", fail)

    assert says in refusal({tmp_path / "a": b"x"})


def test_a_folder_with_a_name_too_long_is_told(tmp_path: Path):
    assert "te lang" in refusal({tmp_path / ("x" * 300) / "a": b"x"})
