"""`pmg bundle` as an officer sees it."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from pmg_docs.workspace.folder import Workspace
from tests.builders.bundles import ARCHIVE, STEM, archived, copied, fixed, tree
from tests.builders.commands import pmg
from tests.builders.numbered import numbered
from tests.validators import axe

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def origin(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    return fixed(tmp_path_factory.mktemp("bron"))


@pytest.fixture
def place(origin: Workspace, tmp_path: Path) -> Path:
    return copied(origin, tmp_path / "werk").root


def test_a_bundle_is_made_and_made_again_and_looked_at(place: Path, tmp_path: Path):
    first, again = pmg(place, "bundle", "groen"), pmg(place, "bundle", "groen")

    assert (first.returncode, again.returncode) == (0, 0)
    assert first.stdout.startswith(f"{ARCHIVE}  voor het archief\n  {STEM}.docx\n")
    assert "3 stukken, 9 bestanden." in first.stdout
    assert again.stdout.startswith(f"{ARCHIVE}  stond er al zo\n")

    shutil.copytree(place / ARCHIVE, tmp_path / "kopie")
    done = pmg(tmp_path, "bundle", "--verify", "kopie")
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[0] == (
        "kopie is heel: 3 stukken, 9 bestanden, voor het archief, precies zoals gebundeld."
    )


def test_beside_the_register_it_is_said_that_the_words_are_known(place: Path):
    pmg(place, "bundle", "groen", "--zip", "--voor", "kamer", "--zonder", "nota")

    done = pmg(place, "bundle", "--verify", "build/_bundel/groen-kamer.zip")

    assert done.returncode == 0
    assert "Het register hier kent van 1 van de 1 stukken die woorden." in done.stdout


def test_two_at_once_leave_one_bundle_that_is_whole(place: Path):
    command = [sys.executable, str(ROOT / "cli.py"), "bundle", "groen"]
    running = [subprocess.Popen(command, cwd=place, stdout=subprocess.DEVNULL) for _ in range(3)]

    assert [one.wait(60) for one in running] == [0, 0, 0]
    assert [path.name for path in (place / ARCHIVE).parent.iterdir()] == ["groen-archief"]
    assert pmg(place, "bundle", "--verify", ARCHIVE).returncode == 0


def test_a_copy_that_was_changed_is_told(place: Path):
    pmg(place, "bundle", "groen")
    (place / ARCHIVE / f"data/{STEM}.pdf").write_bytes(b"anders")

    done = pmg(place, "bundle", "--verify", ARCHIVE)

    assert done.returncode == 1
    assert f"fout PMG528 data/{STEM}.pdf" in done.stderr
    assert done.stdout == f"{ARCHIVE} is niet meer wat er is gebundeld.\n"


def test_what_stands_in_the_way_is_the_checklist(tmp_path: Path):
    numbered(tmp_path)

    done = pmg(tmp_path, "bundle", "dijken")

    assert done.returncode == 1
    assert "dijken/nota: concept, kan zijn: afgestemd" in done.stdout
    assert "    nee  het kenmerk is toegekend" in done.stdout
    assert done.stdout.endswith("Nog niet te bundelen: er is niets geschreven.\n")
    assert "PMG436" in done.stderr
    assert "pmg finalise dijken --letter nota" in done.stderr
    assert not (tmp_path / "build").exists()


def test_a_trial_says_that_all_may_go(place: Path):
    done = pmg(place, "bundle", "groen", "--dry-run")

    assert done.returncode == 0
    assert done.stdout.endswith(
        "Alles kan worden gebundeld voor het archief; er is niets geschreven.\n"
    )
    assert not (place / "build/_bundel").exists()


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ([], 2), (["groen", "--verify", "x"], 2), (["groen", "--voor", "jan"], 2),
        (["groen", "--zonder", "nota"], 2), (["groem"], 2), (["--verify", "x"], 2),
        (["--verify", "letters"], 3), (["groen", "--voor", "kamer", "--zonder", "x"], 2),
    ],
)  # fmt: skip
def test_what_cannot_be_asked_is_told(place: Path, arguments: list[str], code: int):
    done = pmg(place, "bundle", *arguments)

    assert done.returncode == code
    assert done.stderr.startswith("fout PMG")
    assert "Traceback" not in done.stderr


def test_words_of_a_copy_move_no_cursor(place: Path):
    pmg(place, "bundle", "groen")
    path = place / ARCHIVE / "data/manifest.json"
    path.write_text(path.read_text().replace('"Groen in de buurt"', r'"\u001b[2Jweg"', 1))

    done = pmg(place, "bundle", "--verify", ARCHIVE)

    assert "\x1b" not in done.stdout + done.stderr
    assert done.returncode == 1


def test_the_table_of_contents_is_a_page_for_everybody(origin: Workspace, tmp_path: Path):
    """The one that is handed over, in a browser: axe, narrow and wide, dark, by keyboard."""
    made = copied(origin, tmp_path / "a")
    archived(made)
    page = made.root / ARCHIVE / "data/inhoud.html"

    assert axe.findings([page]) == {page: []}


def test_every_link_of_the_table_of_contents_leads_to_a_file(origin: Workspace, tmp_path: Path):
    from lxml import html

    made = copied(origin, tmp_path / "a")
    archived(made)
    folder = made.root / ARCHIVE / "data"
    page = html.fromstring((folder / "inhoud.html").read_bytes())
    links = [a.get("href", "") for a in page.iterfind(".//main//a")]

    assert len(links) == 9
    assert set(links) == set(tree(folder)) - {"inhoud.html", "inhoud.txt", "manifest.json"}
    text = (folder / "inhoud.txt").read_text()
    assert all(link in text for link in links)
