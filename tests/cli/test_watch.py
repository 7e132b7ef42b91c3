"""`pmg watch` as an officer leaves it running: a real process, real saves."""

import os
import queue
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.builders.folder import dossier

GOOD = "stijl: rijk\nfeiten:\n  bedrag: {bedrag: 500000}\n"
WRONG = "stijl: rijk\nfeiten:\n  bedrag: {bedrag: 500.000}\n"
OTHER = "stijl: rijk\nfeiten:\n  bedrag: {bedrag: 750000}\n"


class Watching:
    """A running `pmg watch`, line by line."""

    def __init__(self, root: Path, *options: str) -> None:
        self.root = root
        self.process = subprocess.Popen(
            [sys.executable, "-m", "pmg_docs", "watch", "--format", "md", *options], cwd=root,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8",
        )  # fmt: skip
        self.lines: queue.Queue[str] = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.lines.put(line.rstrip("\n"))

    def line(self, seconds: float = 20) -> str:
        return self.lines.get(timeout=seconds)

    def save(self, text: str, name: str = "letters/proef/feiten.yaml") -> None:
        (self.root / name).write_text(text, encoding="utf-8")


@pytest.fixture
def watching(tmp_path: Path) -> Iterator[Watching]:
    dossier(tmp_path, "bedrag: {bedrag: 500000}", "Het kost {{ bedrag }}.")
    running = Watching(tmp_path)
    assert running.line() == "proef: 1 bestand vernieuwd."
    yield running
    running.process.kill()
    running.process.wait()
    if running.process.stdout is not None:
        running.process.stdout.close()


def test_a_save_builds_again(watching: Watching):
    watching.save(OTHER)

    assert watching.line() == "proef: 1 bestand vernieuwd."
    assert "750.000" in (watching.root / "build/proef/nota.md").read_text(encoding="utf-8")


def test_a_mistake_is_told_in_one_line_and_the_watching_goes_on(watching: Watching):
    watching.save(WRONG)
    assert watching.line() == (
        "proef: fout PMG122 letters/proef/feiten.yaml:3:20 "
        "'500.000' is geen getal: punten zijn hier niet toegestaan."
    )

    watching.save(OTHER)
    assert watching.line() == "proef: 1 bestand vernieuwd."


def test_a_dossier_that_appears_is_built_too(watching: Watching):
    (watching.root / "letters/later").mkdir()
    nota = (watching.root / "letters/proef/nota.md").read_text(encoding="utf-8")
    watching.save(nota, "letters/later/nota.md")
    watching.save(GOOD, "letters/later/feiten.yaml")

    said = [watching.line()]
    while "later" not in said[-1]:
        said.append(watching.line())

    assert (watching.root / "build/later/nota.md").is_file()


def test_a_mistake_in_one_dossier_does_not_hold_up_another(watching: Watching):
    nota = (watching.root / "letters/proef/nota.md").read_text(encoding="utf-8")
    watching.save(WRONG)
    watching.line()
    (watching.root / "letters/ander").mkdir()
    watching.save(nota, "letters/ander/nota.md")
    watching.save(GOOD, "letters/ander/feiten.yaml")

    while watching.line() != "ander: 1 bestand vernieuwd.":
        pass


def test_a_dossier_is_built_again_when_facts_change_that_it_takes_from_another(watching: Watching):
    nota = (watching.root / "letters/proef/nota.md").read_text(encoding="utf-8")
    (watching.root / "letters/zuster").mkdir()
    watching.save(nota, "letters/zuster/nota.md")
    watching.save("gebruikt: [../proef/feiten.yaml]\nfeiten: {}\n", "letters/zuster/feiten.yaml")
    while watching.line() != "zuster: 1 bestand vernieuwd.":
        pass

    watching.save(OTHER)

    assert {watching.line(), watching.line()} == {
        "proef: 1 bestand vernieuwd.",
        "zuster: 1 bestand vernieuwd.",
    }


def test_a_folder_that_goes_and_comes_back_is_seen_again(watching: Watching):
    letters, away = watching.root / "letters", watching.root / "weg"
    letters.rename(away)
    time.sleep(1)
    shutil.copytree(away, letters)
    while watching.line() != "proef: geen bestand vernieuwd.":
        pass

    watching.save(OTHER)

    assert watching.line() == "proef: 1 bestand vernieuwd."


def test_a_style_of_a_folder_that_was_not_there_is_used(watching: Watching):
    style = watching.root / "styles/rijk/stijl.yaml"
    style.parent.mkdir(parents=True)
    style.write_text("naam: rijk\nbreidt_uit: nergens\n", encoding="utf-8")

    said = watching.line()
    while "PMG132" not in said:
        said = watching.line()

    assert "styles/rijk/stijl.yaml:2" in said


def test_waiting_takes_no_work(watching: Watching):
    def spent() -> float:
        status = (Path("/proc") / str(watching.process.pid) / "stat").read_text()
        user, system = status.rsplit(")", 1)[1].split()[11:13]
        return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")

    time.sleep(1)
    before = spent()
    time.sleep(3)

    assert spent() - before < 0.3


def test_what_is_built_does_not_start_a_build(watching: Watching):
    watching.save(OTHER)
    watching.line()

    with pytest.raises(queue.Empty):
        watching.line(3)


def test_it_ends_with_a_word(watching: Watching):
    watching.process.send_signal(signal.SIGINT)

    assert watching.line() == "Gestopt."
    assert watching.process.wait(timeout=20) == 0


def test_without_its_library_it_says_how_to_get_it(tmp_path: Path):
    dossier(tmp_path, "a: 1")
    program = (
        "import sys; sys.modules['watchfiles'] = None\nfrom pmg_docs.cli import main\nmain()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, "watch"], cwd=tmp_path, env=dict(os.environ),
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip

    assert done.returncode == 3
    assert "PMG172" in done.stderr
    assert "pip install watchfiles" in done.stderr
