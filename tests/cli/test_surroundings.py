"""The machine around us: full, shut, slow, killed, twice at once; nothing is lost or half made."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from pmg_docs.workspace.lock import LOCK
from tests.builders.folder import dossier, nota_text

FACTS = "bedrag: {bedrag: 500000}"
BODY = "Het kost {{ bedrag }}."
FORMATS = ("--format", "docx", "--format", "html", "--format", "md")
IS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0

KILLED = """
import os, signal, sys
left = int(sys.argv.pop(1))
def count(event, arguments):
    global left
    if event in {"os.rename", "os.remove", "os.mkdir", "tempfile.mkstemp"} or (
        event == "open" and isinstance(arguments[1], str) and set(arguments[1]) & set("wax+")
    ):
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
from pmg_docs.cli import main
sys.addaudithook(count)
main()
"""
"""pmg, killed at the so-manieth time that it touches the disk."""

NO_PANGO = """
import cffi, sys
def dlopen(self, name, *rest):
    raise OSError(f"cannot load library {name!r}")
cffi.FFI.dlopen = dlopen
from pmg_docs.cli import main
main()
"""
"""pmg where the system has none of the libraries that set text."""


def pmg(
    folder: Path, *arguments: str, program: tuple[str, ...] = ("-m", "pmg_docs"), **more: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *program, *arguments], cwd=folder, env={**os.environ, **more},
        capture_output=True, text=True, encoding="utf-8", check=False, timeout=120,
    )  # fmt: skip


def outputs(root: Path) -> dict[str, bytes]:
    files = (p for p in (root / "build").rglob("*") if p.is_file())
    return {p.relative_to(root / "build").as_posix(): p.read_bytes() for p in files}


def amount(root: Path, euros: int) -> None:
    """Give the letter another amount, so that every document changes."""
    path = root / "letters/proef/feiten.yaml"
    path.write_text(f"stijl: rijk\nfeiten:\n  bedrag: {{bedrag: {euros}}}\n", encoding="utf-8")


def test_a_build_that_is_killed_leaves_whole_files(tmp_path: Path):
    dossier(tmp_path, FACTS, BODY)
    pmg(tmp_path, "build", *FORMATS)
    earlier = outputs(tmp_path)
    amount(tmp_path, 750000)
    killed = 0
    for moment in range(1, 60):
        done = pmg(tmp_path, str(moment), "build", *FORMATS, program=("-c", KILLED))
        if done.returncode == 0:
            break
        assert done.returncode == -signal.SIGKILL
        killed += 1
        found = {k: v for k, v in outputs(tmp_path).items() if not Path(k).name.startswith(".")}
        assert found.keys() == earlier.keys()
        if moment == 1:
            later = outputs_of_a_fresh_build(tmp_path)
        assert all(data in (earlier[name], later[name]) for name, data in found.items())

    assert killed > len(earlier)
    assert outputs(tmp_path) == later


def outputs_of_a_fresh_build(root: Path) -> dict[str, bytes]:
    pmg(root, "build", *FORMATS, "--out", "elders")
    fresh = (p for p in (root / "elders").rglob("*") if p.is_file())
    return {p.relative_to(root / "elders").as_posix(): p.read_bytes() for p in fresh}


def test_a_new_dossier_that_is_killed_can_be_made_again(tmp_path: Path):
    for moment in (1, 2, 3):
        pmg(tmp_path, str(moment), "new", "groen", program=("-c", KILLED))
        leftovers = [p for p in tmp_path.rglob("*") if p.is_file() and not p.name.startswith(".")]
        assert leftovers == []

    assert pmg(tmp_path, "new", "groen").returncode == 0
    assert not list((tmp_path / "letters/groen").glob(".pmg-*"))


def test_two_builds_at_once_leave_the_documents_of_one(tmp_path: Path):
    roots = [tmp_path / "een", tmp_path / "twee"]
    for root, euros in zip(roots, (100000, 200000), strict=True):
        dossier(root, FACTS, BODY)
        amount(root, euros)
    whole = []
    for root in roots:
        pmg(root, "build", *FORMATS)
        whole.append(outputs(root))
    shared = tmp_path / "samen"
    for _ in range(5):
        running = [
            subprocess.Popen(
                [sys.executable, "-m", "pmg_docs", "build", "-q", *FORMATS, "--out", str(shared)],
                cwd=root,
            )
            for root in roots
        ]
        assert [process.wait(timeout=120) for process in running] == [0, 0]
        files = (p for p in shared.rglob("*") if p.is_file())
        found = {p.relative_to(shared).as_posix(): p.read_bytes() for p in files}
        assert found in whole


def test_a_build_that_waits_for_another_says_so(tmp_path: Path):
    dossier(tmp_path, FACTS, BODY)
    hold = (
        "from pathlib import Path; from pmg_docs.workspace.lock import only_one\n"
        "with only_one(Path('build'), lambda: None):\n    print('ja', flush=True); input()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", hold], cwd=tmp_path, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        text=True,
    ) as other:  # fmt: skip
        assert other.stdout is not None
        other.stdout.readline()
        with subprocess.Popen(
            [sys.executable, "-m", "pmg_docs", "build", *FORMATS], cwd=tmp_path,
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, encoding="utf-8",
        ) as waiting:  # fmt: skip
            assert waiting.stderr is not None
            said = waiting.stderr.readline()
            other.communicate("klaar\n")
            assert waiting.wait(timeout=60) == 0

    assert said == "Een andere pmg is bezig in deze map; even wachten.\n"


def test_the_lock_of_a_killed_build_stops_nobody(tmp_path: Path):
    dossier(tmp_path, FACTS, BODY)
    (tmp_path / "build").mkdir()
    (tmp_path / "build" / LOCK).touch()

    began = time.monotonic()
    done = pmg(tmp_path, "build", "--format", "md")

    assert (done.returncode, done.stderr) == (0, "")
    assert time.monotonic() - began < 30


@pytest.fixture
def full_disk(tmp_path: Path) -> Iterator[Path]:
    if not IS_ROOT:
        pytest.skip("alleen root kan hier een kleine schijf maken")
    disk = tmp_path / "vol"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=12k", "tmpfs", str(disk)], check=False,
        capture_output=True,
    )  # fmt: skip
    if mounted.returncode != 0:
        pytest.skip("hier is geen schijf te maken")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def test_a_full_disk_is_told_and_keeps_what_was_there(tmp_path: Path, full_disk: Path):
    dossier(tmp_path, FACTS, BODY)
    (full_disk / "proef").mkdir()
    (full_disk / "proef/nota.docx").write_bytes(b"eerder")

    done = pmg(tmp_path, "build", "--format", "docx", "--out", str(full_disk))

    assert done.returncode == 3
    assert "PMG441" in done.stderr
    assert "de schijf is vol" in done.stderr
    assert "--out" in done.stderr
    assert (full_disk / "proef/nota.docx").read_bytes() == b"eerder"
    assert [p.name for p in (full_disk / "proef").iterdir()] == ["nota.docx"]


def test_a_folder_that_may_not_be_written_is_told(tmp_path: Path):
    dossier(tmp_path, FACTS, BODY)
    shut = Path("/proc/pmg-uitvoer") if IS_ROOT else tmp_path / "dicht/uit"
    if not IS_ROOT:
        shut.parent.mkdir(mode=0o500)

    done = pmg(tmp_path, "build", "--format", "md", "--out", str(shut))

    assert done.returncode == 3
    assert "PMG441" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_path_with_spaces_and_an_apostrophe_is_a_path(tmp_path: Path):
    root = tmp_path / "map van ’s-Hertogenbosch, 2e versie (kopie)"
    dossier(root, FACTS, BODY)

    done = pmg(root, "build", "--out", "uit voer’s", *FORMATS)

    assert done.returncode == 0, done.stderr
    assert (root / "uit voer’s/proef/nota.docx").is_file()


def test_a_very_long_path_is_told(tmp_path: Path):
    dossier(tmp_path, FACTS, BODY)
    deep = tmp_path.joinpath(*["m" * 200] * 25)

    done = pmg(tmp_path, "build", "--format", "md", "--out", str(deep))

    assert done.returncode == 3
    assert "de naam is te lang" in done.stderr


def test_a_letter_that_is_a_link_out_of_the_workspace_is_not_read(tmp_path: Path):
    root = tmp_path / "werk"
    dossier(root, FACTS, BODY)
    outside = tmp_path / "buiten.md"
    outside.write_text(nota_text("Geheim."), encoding="utf-8")
    (root / "letters/proef/nota.md").unlink()
    (root / "letters/proef/nota.md").symlink_to(outside)

    done = pmg(root, "build", "--format", "md")

    assert done.returncode == 1
    assert "PMG102" in done.stderr
    assert not (root / "build").exists()


def test_without_pango_a_pdf_is_refused_with_the_command_that_mends_it(tmp_path: Path):
    dossier(tmp_path, FACTS, BODY)

    done = pmg(tmp_path, "build", program=("-c", NO_PANGO))

    assert done.returncode == 3
    assert "PMG431" in done.stderr
    assert "apt-get install" in done.stderr
    assert not (tmp_path / "build").exists()


def test_without_pango_the_other_formats_are_made(tmp_path: Path):
    dossier(tmp_path, FACTS, BODY)

    done = pmg(tmp_path, "build", *FORMATS, program=("-c", NO_PANGO))

    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("moment", ["-86400", "0", "315532799", "99999999999999999999", "morgen"])
def test_no_clock_changes_or_stops_a_build(tmp_path: Path, moment: str):
    dossier(tmp_path, FACTS, BODY)

    done = pmg(tmp_path, "build", *FORMATS, SOURCE_DATE_EPOCH=moment)

    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("moment", ["0", "99999999999999999999", "morgen"])
def test_no_clock_stops_a_new_letter(tmp_path: Path, moment: str):
    done = pmg(tmp_path, "new", "groen", "--letter", "persbericht", SOURCE_DATE_EPOCH=moment)

    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("locale", ["C", "POSIX", "tr_TR.UTF-8", "bestaat_niet"])
def test_no_locale_changes_a_byte(tmp_path: Path, locale: str):
    dossier(tmp_path, FACTS, BODY)
    pmg(tmp_path, "build", *FORMATS)
    before = outputs(tmp_path)

    done = pmg(tmp_path, "build", *FORMATS, LC_ALL=locale, LANG=locale, PYTHONUTF8="0")

    assert done.returncode == 0, done.stderr
    assert outputs(tmp_path) == before


def test_an_interruption_is_told_in_one_line(tmp_path: Path):
    dossier(tmp_path, FACTS, BODY)
    interrupted = (
        "import pmg_docs.app.build as b\ndef stop(*a): raise KeyboardInterrupt\nb.build = stop\n"
        "from pmg_docs.cli import main\nmain()\n"
    )
    done = pmg(tmp_path, "build", program=("-c", interrupted))

    assert done.returncode == 130
    assert done.stderr == "Afgebroken; er is niets half geschreven.\n"


def test_our_own_fault_is_told_even_where_no_log_can_be_written(tmp_path: Path):
    dossier(tmp_path, FACTS, BODY)
    broken = (
        "import tempfile\n"
        "def no(*a, **k): raise OSError('vol')\n"
        "import pmg_docs.app.build as b\n"
        "def fail(*a): raise RuntimeError('x')\n"
        "b.build = fail\ntempfile.NamedTemporaryFile = no\n"
        "from pmg_docs.cli import main\nmain()\n"
    )
    done = pmg(tmp_path, "build", program=("-c", broken))

    assert done.returncode == 70
    assert "dat ligt aan ons" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_new_dossier_that_cannot_be_built_is_said_to_be_there(tmp_path: Path):
    (tmp_path / "letters").mkdir()
    (tmp_path / "build").write_text("een bestand", encoding="utf-8")

    done = pmg(tmp_path, "new", "groen")

    assert done.returncode == 3
    assert "PMG441" in done.stderr
    assert "Het dossier 'groen' staat er" in done.stderr
    assert "niets geschreven" not in done.stderr
