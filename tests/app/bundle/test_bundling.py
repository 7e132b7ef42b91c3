"""A bundle holds what was fixed and nothing else, and is the same every time."""

import json
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import bagit
import jsonschema
import pytest

from pmg_docs.app.build import build
from pmg_docs.app.bundle import Asked, bundle
from pmg_docs.app.diff.folders import diff_folders
from pmg_docs.app.final.finalising import finalise
from pmg_docs.model.bundled import Audience
from pmg_docs.workspace.folder import Workspace
from tests.builders.bundles import ARCHIVE, STEM, archived, copied, edit, fixed, manifest, tree
from tests.builders.sound import BODY, CHAMBER, FACTS, NOTA

ROOT = Path(__file__).parents[3]
BORNE = ["kenmerk", "datum", "status", "vingerafdruk"]
SCHEMA = json.loads((ROOT / "docs/bundel.schema.json").read_text())


# What is in it.


def test_every_letter_goes_along_under_its_official_name(place: Workspace):
    done = archived(place)

    assert done.is_new
    names = set(tree(place.root / ARCHIVE / "data"))
    assert {f"{STEM}.docx", f"{STEM}.pdf", f"{STEM}.html"} <= names
    assert len(names) == 9 + 3
    assert all(re.fullmatch(r"[a-z0-9-]+\.[a-z]+", name) for name in names)


def test_the_files_are_those_that_were_made_when_the_letter_was_fixed(place: Workspace):
    archived(place)

    for ending in ("docx", "pdf", "html"):
        bundled = place.root / ARCHIVE / f"data/{STEM}.{ending}"
        assert bundled.read_bytes() == (place.root / f"build/groen/nota.{ending}").read_bytes()


def test_it_is_a_bag_to_the_library_of_congress(place: Workspace):
    archived(place)

    bag = bagit.Bag(str(place.root / ARCHIVE))
    assert bag.validate()
    assert bag.info["External-Identifier"] == [f"IENW/BSK-2026/100{n}" for n in range(3)]


def test_any_system_can_check_its_sums(place: Workspace):
    archived(place)

    for name in ("manifest-sha256.txt", "tagmanifest-sha256.txt"):
        done = subprocess.run(
            ["sha256sum", "--check", "--strict", name], cwd=place.root / ARCHIVE,
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stdout


def test_the_manifest_says_what_each_document_is(place: Workspace):
    archived(place)

    told = manifest(place.root / ARCHIVE)
    jsonschema.validate(told, SCHEMA)
    nota = told["documenten"][0]
    register = (place.root / "letters/_kenmerken/ienw_bsk-2026_1000.yaml").read_text()
    assert (nota["soort"], nota["kenmerk"], nota["datum"], nota["status"], nota["versie"]) == (
        "nota", "IENW/BSK-2026/1000", "2026-01-15", "definitief", 1,
    )  # fmt: skip
    assert nota["vingerafdruk"] in register
    assert [file["formaat"] for file in nota["bestanden"]] == [
        "Office Open XML", "PDF/A-3a", "HTML",
    ]  # fmt: skip
    assert all(file["draagt"] == BORNE for file in nota["bestanden"])


def test_parliament_gets_its_own_letter_first_and_the_archive_the_oldest(place: Workspace):
    def kinds(audience: Audience) -> list[str]:
        bundle(place, "groen", Asked(audience))
        told = manifest(place.root / f"build/_bundel/groen-{audience.value}")
        return [one["soort"] for one in told["documenten"]]

    assert kinds(Audience.ARCHIVE)[:2] == ["nota", "kamerbrief"]
    assert kinds(Audience.PARLIAMENT) == ["kamerbrief", "nota"]


def test_a_letter_that_was_sent_says_so(place: Workspace):
    edit(place, "letters/groen/kamerbrief.md", "status: definitief", "status: verzonden")
    archived(place)

    told = manifest(place.root / ARCHIVE)["documenten"]
    assert [one["status"] for one in told] == ["definitief", "verzonden", "definitief"]


def test_a_bundle_says_nothing_that_its_documents_do_not(tmp_path: Path):
    place = fixed(tmp_path, feiten=FACTS.replace("bron: besluit,", "bron: besluit, toelichting: "
                                                 "Geheimzinnig,"))  # fmt: skip
    edit(place, "letters/groen/nota.md", "Stem in.", "Stem niet in.")
    finalise(place, "groen", ["nota"], reason="Verkeerdeadvies", by="Ambtenares")
    archived(place)

    files = tree(place.root / ARCHIVE)
    own = {name: data for name, data in files.items() if "-ienw-" not in name}
    assert len(own) == 7
    words = ("Geheimzinnig", "Verkeerdeadvies", "Ambtenares", "Voorbeeld", "besluit van",
             str(tmp_path), "letters/", "bijdrage")  # fmt: skip
    for name, data in own.items():
        for word in words:
            assert word.encode().lower() not in data.lower(), (name, word)
    assert manifest(place.root / ARCHIVE)["documenten"][0]["versie"] == 2


# Files that come out otherwise.


def newer_style(place: Workspace) -> None:
    with (place.root / "styles/water/stijl.yaml").open("a") as file:
        file.write("kleuren: {accent: '#7a1f1f'}\n")


def test_the_bytes_of_then_go_along_while_they_are_there(place: Workspace):
    archived(place)
    before = tree(place.root / ARCHIVE)
    newer_style(place)

    done = archived(place)

    assert [f.code for f in done.findings if f.code == "PMG439"] == []
    assert tree(place.root / ARCHIVE) == before


def test_a_file_that_is_made_anew_is_told_and_marked(place: Workspace):
    newer_style(place)
    build(place)

    done = archived(place)

    told = [f for f in done.findings if f.code == "PMG439"]
    assert told
    assert not any(f.stops for f in told)
    marked = [file["naam"] for one in manifest(place.root / ARCHIVE)["documenten"]
              for file in one["bestanden"] if file["opnieuw_gemaakt"]]  # fmt: skip
    assert len(marked) == len(told)
    assert f"{STEM}.html" in marked


# The same again.


def test_a_second_run_writes_nothing(place: Workspace):
    archived(place)
    folder = place.root / ARCHIVE
    before = {path: path.stat().st_ino for path in folder.rglob("*")}

    done = archived(place)

    assert not done.is_new
    assert {path: path.stat().st_ino for path in folder.rglob("*")} == before


_ELSEWHERE = """\
import sys
from pathlib import Path
import pmg_docs.workspace.clock as clock
from pmg_docs.app.bundle import Asked, bundle
from pmg_docs.workspace.folder import Workspace
for as_zip in (False, True):
    bundle(Workspace.at(Path(sys.argv[1])), "groen", Asked(as_zip=as_zip))
"""


def test_folder_locale_time_zone_and_user_do_not_show(origin: Workspace, tmp_path: Path):
    made = []
    for name, surroundings in {
        "een": {"TZ": "Pacific/Auckland", "LC_ALL": "C", "PYTHONHASHSEED": "1", "USER": "a"},
        "Twee én drie": {"TZ": "America/New_York", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "2",
                         "USER": "b"},
    }.items():  # fmt: skip
        place = copied(origin, tmp_path / name)
        done = subprocess.run(
            [sys.executable, "-c", _ELSEWHERE, str(place.root)], cwd=ROOT, check=False,
            capture_output=True, env={**os.environ, **surroundings}, umask=0o077,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr.decode()
        made.append(tree(place.root / "build/_bundel"))

    assert made[0] == made[1]


def test_another_day_gives_the_same_bytes(place: Workspace, monkeypatch: pytest.MonkeyPatch):
    import datetime as dt

    from pmg_docs.workspace import clock

    archived(place)
    before = tree(place.root / ARCHIVE)
    monkeypatch.setattr(clock, "today", lambda: dt.date(2031, 5, 6))

    assert not archived(place).is_new
    assert tree(place.root / ARCHIVE) == before


def test_a_zip_holds_the_same_bag_in_a_folder_of_its_own(place: Workspace, tmp_path: Path):
    archived(place)
    done = bundle(place, "groen", Asked(as_zip=True))

    assert done.path is not None
    assert done.path.name == "groen-archief.zip"
    with zipfile.ZipFile(done.path) as archive:
        archive.extractall(tmp_path / "uit")
    assert tree(tmp_path / "uit/groen-archief") == tree(place.root / ARCHIVE)
    assert not bundle(place, "groen", Asked(as_zip=True)).is_new


def test_bundles_are_no_documents_of_a_build(origin: Workspace, place: Workspace):
    archived(place)

    told = diff_folders(origin.root / "build", place.root / "build").differences

    assert (told.added, told.removed, told.compared) == ((), (), 3)


# Awkward names.


def test_a_ministry_with_awkward_names(tmp_path: Path):
    subject = "De ’s-Gravenhaagse Ĳ-commissie: שלום & <groen> voor Straße, ‘ş’ en €"
    chamber = CHAMBER.replace("Groen in de buurt", f'"{subject}"')
    place = fixed(tmp_path, kamer=chamber, nota=NOTA.replace(
        "Groen in de buurt", "x" * 90) + BODY)  # fmt: skip

    archived(place)

    folder = place.root / ARCHIVE
    assert bagit.Bag(str(folder)).validate()
    names = [one["bestanden"][0]["naam"] for one in manifest(folder)["documenten"]]
    assert names[1] == (
        "2026-01-16-kamerbrief-ienw-bsk-2026-1001-"
        "de-s-gravenhaagse-ij-commissie-slvm-groen-voor-strasse-s-en.docx"
    )
    assert names[0].endswith(f"-{'x' * 60}.docx")
    page = (folder / "data/inhoud.html").read_text()
    assert "&lt;groen&gt;" in page
    assert subject in manifest(folder)["documenten"][1]["onderwerp"]


def test_two_letters_that_come_to_one_name_both_go_along(tmp_path: Path):
    place = fixed(tmp_path, pers=CHAMBER.replace("BSK-2026/1001", "bsk-2026/1002"))

    done = archived(place)

    assert done.bundled is not None
    assert len({file.name for file in done.bundled.files}) == 9
