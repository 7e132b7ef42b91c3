"""A build that asks for odt: one run of LibreOffice, and the same rules as for every other file."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from pmg_docs.app.build import build
from pmg_docs.app.gathering import gather
from pmg_docs.model.errors import NotFound, Refused, Unreachable
from pmg_docs.readers.odt import read
from pmg_docs.workspace import office
from pmg_docs.workspace.folder import Workspace
from pmg_docs.workspace.processes import run_for
from tests.builders import office as fake
from tests.builders.folder import HEAD, SECTIONS, codes, dossier, nota_text, write_tree
from tests.builders.odf import odt, p
from tests.builders.office import pretend
from tests.cli.test_surroundings import pmg

FACTS = "bedrag: {bedrag: 500000}\n"
BODY = "Het kost {{ bedrag }} per jaar."
TYPE = """\
naam: vrij
omschrijving: Een proef
formaten: [{formats}]
velden:
  onderwerp: {{plaats: titel}}
  datum: {{plaats: kenmerken, label: Datum}}
"""


def outputs(root: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (root / "build").rglob("*.*")}


def of_type(root: Path, formats: str, more: str = "") -> Workspace:
    """A workspace with one letter of a type that has these formats."""
    letter = "---\nsoort: vrij\nonderwerp: Een proef\ndatum: 2026-01-15\n---\n\nTekst.\n"
    write_tree(root, {
        "letters/proef/feiten.yaml": "stijl: rijk\nfeiten: {a: 1}\n",
        "letters/proef/brief.md": letter,
        "templates/vrij/soort.yaml": TYPE.format(formats=formats) + more,
    })  # fmt: skip
    return Workspace.at(root)


@pytest.fixture
def absent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path / "leeg"))
    monkeypatch.setattr(office, "_USUAL_PLACES", {})


def pretended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, does: str) -> None:
    monkeypatch.setenv("PATH", str(pretend(tmp_path / "bin", does).parent))


def test_odt_is_made_only_when_it_is_asked_for(tmp_path: Path):
    workspace = dossier(tmp_path, FACTS, BODY)

    build(workspace, formats=["odt"])

    assert sorted(outputs(tmp_path)) == ["manifest.json", "nota.odt"]
    assert "500.000,-" in read(outputs(tmp_path)["nota.odt"]).body
    manifest = json.loads(outputs(tmp_path)["manifest.json"])
    assert list(manifest["documenten"]["nota"]["uitvoer"]) == ["nota.odt"]


@pytest.mark.usefixtures("absent")
def test_without_libreoffice_odt_is_refused_with_the_command_that_installs_it(tmp_path: Path):
    with pytest.raises(Unreachable) as caught:
        build(dossier(tmp_path, FACTS, BODY), formats=["docx", "odt"])

    assert codes(caught.value.findings) == ["PMG432"]
    assert "install" in caught.value.findings[0].hints[0]
    assert not (tmp_path / "build").exists()


@pytest.mark.usefixtures("absent")
def test_without_libreoffice_the_other_files_are_made(tmp_path: Path):
    build(dossier(tmp_path, FACTS, BODY), formats=["docx", "html", "md"])

    assert "nota.docx" in outputs(tmp_path)


def test_a_type_can_list_odt(tmp_path: Path):
    build(of_type(tmp_path, "docx, odt"))

    assert sorted(outputs(tmp_path)) == ["brief.docx", "brief.odt", "manifest.json"]


def test_a_type_can_have_odt_and_no_word_file(tmp_path: Path):
    build(of_type(tmp_path, "odt"))

    assert sorted(outputs(tmp_path)) == ["brief.odt", "manifest.json"]


def test_a_type_without_word_and_odt_cannot_be_asked_for_odt(tmp_path: Path):
    with pytest.raises(NotFound) as caught:
        build(of_type(tmp_path, "html, md"), formats=["odt"])

    assert codes(caught.value.findings) == ["PMG155"]


def test_the_word_shell_is_held_against_a_letter_that_only_becomes_odt(tmp_path: Path):
    workspace = of_type(tmp_path, "odt")
    shell = tmp_path / "styles/rijk/vrij/shell.docx"
    shell.parent.mkdir(parents=True)
    shell.write_bytes(b"geen Word")

    assert codes(gather(workspace).findings) == ["PMG401"]


@pytest.mark.parametrize("out", ["docx", "odt"])
def test_odt_leaves_out_what_word_leaves_out_and_what_is_left_out_of_odt(tmp_path: Path, out: str):
    build(of_type(tmp_path, "docx, odt", f"weglaten: {{datum: [{out}]}}\n"), formats=["odt"])

    found = read(outputs(tmp_path)["brief.odt"])
    assert "2026" not in {word for run in (found.body, *found.first) for word in run}


def test_what_is_left_out_of_odt_stays_in_word(tmp_path: Path):
    workspace = of_type(tmp_path, "docx, odt", "weglaten: {datum: [odt]}\n")

    assert build(workspace).findings == ()
    assert len(outputs(tmp_path)) == 3


def test_all_letters_of_all_dossiers_go_in_one_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    workspace = dossier(tmp_path, FACTS, BODY)
    write_tree(tmp_path, {
        "letters/ander/feiten.yaml": "stijl: rijk\nfeiten: {a: 1}\n",
        "letters/ander/nota.md": nota_text("Tekst.").replace("2026-1", "2026-2"),
        "letters/ander/tweede.md": HEAD.replace("2026-1", "2026-3") + SECTIONS.format(body="Meer."),
    })  # fmt: skip
    runs = []

    def counted(command: list[str], *rest: Any) -> int | None:
        runs.append(command)
        return run_for(command, *rest)

    monkeypatch.setattr(office, "run_for", counted)

    build(workspace, formats=["odt"])

    assert len(runs) == 1
    assert len(list((tmp_path / "build").rglob("*.odt"))) == 3


def test_a_file_that_does_not_come_back_stops_the_build_with_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    pretended(tmp_path, monkeypatch, fake.NOTHING)

    with pytest.raises(Unreachable) as caught:
        build(dossier(tmp_path, FACTS, BODY), formats=["odt", "md"])

    assert codes(caught.value.findings) == ["PMG433"]
    assert "proef/nota" in caught.value.findings[0].message
    assert not (tmp_path / "build").exists()


def test_a_file_that_says_something_else_never_appears(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("pmg_docs.writers.odt.finish", lambda *_: odt(p("Iets anders.")))

    with pytest.raises(Refused) as caught:
        build(dossier(tmp_path, FACTS, BODY), formats=["odt"])

    assert codes(caught.value.findings) == ["PMG502"]
    assert not list((tmp_path / "build").rglob("*"))


def test_a_second_build_changes_nothing(tmp_path: Path):
    workspace = dossier(tmp_path, FACTS, "1. een\n2. twee\n\nEn:\n\n- drie\n\n{{ bedrag }}")
    build(workspace, formats=["odt"])

    assert build(workspace, formats=["odt"]).changed == ()


def test_no_language_clock_user_or_home_changes_a_byte(tmp_path: Path):
    root = tmp_path / "map van ’s-Hertogenbosch (kopie)"
    dossier(root, FACTS, "1. een\n2. twee\n\nEn:\n\n- drie\n\n{{ bedrag }}")
    build(Workspace.at(root), formats=["odt"])
    before = outputs(root)

    done = pmg(
        root, "build", "--format", "odt", LC_ALL="tr_TR.UTF-8", LANG="tr_TR.UTF-8", USER="piet",
        HOME="/proc/hier/mag/niets", TZ="Asia/Tokyo", SOURCE_DATE_EPOCH="0", PYTHONHASHSEED="7",
    )  # fmt: skip

    assert done.returncode == 0, done.stderr
    assert "ongewijzigd" in done.stdout
    assert outputs(root) == before


def test_it_works_without_a_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("HOME", raising=False)

    build(dossier(tmp_path, FACTS, BODY), formats=["odt"])

    assert "nota.odt" in outputs(tmp_path)


def test_the_command_says_what_is_missing_and_leaves_with_three(tmp_path: Path):
    dossier(tmp_path, FACTS, BODY)
    empty = tmp_path / "leeg"
    empty.mkdir()

    done = pmg(tmp_path, "build", "--format", "odt", PATH=str(empty))

    assert done.returncode == 3
    assert "fout PMG432" in done.stderr
    assert "LibreOffice" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("asked", "code", "told"),
    [(signal.SIGINT, 130, "Afgebroken; er is niets half geschreven.\n"), (signal.SIGTERM, 143, "")],
)
def test_who_is_asked_to_stop_ends_libreoffice_first(
    tmp_path: Path, asked: signal.Signals, code: int, told: str
):
    dossier(tmp_path, FACTS, BODY)
    program = pretend(tmp_path / "bin", fake.HANG)
    environment = {**os.environ, "PATH": str(program.parent), "TMPDIR": str(tmp_path / "tijdelijk")}
    (tmp_path / "tijdelijk").mkdir()
    with subprocess.Popen(
        [sys.executable, "-m", "pmg_docs", "build", "--format", "odt"], cwd=tmp_path,
        env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        encoding="utf-8",
    ) as running:  # fmt: skip
        until = time.monotonic() + 30
        while not program.with_name("diary").exists() and time.monotonic() < until:
            time.sleep(0.05)
        running.send_signal(asked)
        _, said = running.communicate(timeout=30)

    assert (running.returncode, said) == (code, told)
    started = json.loads(program.with_name("diary").read_text())["process"]
    assert not Path(f"/proc/{started}/cmdline").exists()
    assert list((tmp_path / "tijdelijk").iterdir()) == []
