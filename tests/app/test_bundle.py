"""A bundle holds what was fixed and nothing else, is the same every time, and replaces its own."""

import json
import os
import re
import signal
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import bagit
import jsonschema
import pytest

from pmg_docs.app.build import build
from pmg_docs.app.bundle import Asked, bundle
from pmg_docs.app.diff.folders import diff_folders
from pmg_docs.app.final.finalising import finalise
from pmg_docs.model.bundled import Audience
from pmg_docs.model.errors import NotFound, PmgError, Refused
from pmg_docs.workspace.folder import Workspace
from tests.builders.bundles import ARCHIVE, STEM, archived, copied, fixed, tree
from tests.checks.test_gate import BODY, CHAMBER, FACTS, NOTA

ROOT = Path(__file__).parents[2]
KAMER = Asked(Audience.PARLIAMENT)
BORNE = ["kenmerk", "datum", "status", "vingerafdruk"]
SCHEMA = json.loads((ROOT / "docs/bundel.schema.json").read_text())
KEPT = "letters/groen/vastgesteld/ienw_bsk-2026_1000.json"


@pytest.fixture(scope="module")
def origin(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    return fixed(tmp_path_factory.mktemp("bron"))


@pytest.fixture
def place(origin: Workspace, tmp_path: Path) -> Workspace:
    return copied(origin, tmp_path / "werk")


def manifest(folder: Path) -> Any:
    return json.loads((folder / "data/manifest.json").read_text())


def edit(place: Workspace, name: str, old: str, new: str) -> None:
    path = place.root / name
    assert old in path.read_text()
    path.write_text(path.read_text().replace(old, new))


def refused(caught: pytest.ExceptionInfo[PmgError]) -> list[str]:
    return [f.code for f in caught.value.findings if f.stops]


def stopping(done) -> list[str]:
    return [f.code for f in done.findings if f.stops]


def nothing_written(place: Workspace) -> bool:
    return not (place.root / "build/_bundel").exists()


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


# What goes to whom.


def test_parliament_gets_no_press_release(place: Workspace):
    done = bundle(place, "groen", KAMER)

    assert done.bundled is not None
    assert [one.type for one in done.bundled.letters] == ["nota", "kamerbrief"]
    assert "persbericht" not in "".join(tree(place.root / "build/_bundel/groen-kamer"))


def test_parliament_need_not_wait_for_the_press_release(tmp_path: Path):
    place = fixed(tmp_path)
    edit(place, "letters/groen/persbericht.md", "Elke gemeente", "Iedere gemeente XX")

    assert bundle(place, "groen", KAMER).is_new
    done = archived(place)
    assert "PMG445" in stopping(done)


def test_a_nota_that_shows_what_is_not_public_does_not_go_silently(tmp_path: Path):
    place = fixed(tmp_path, nota=NOTA + BODY.replace("Stem in.", "Stem in met {{ geheim }}."))

    done = bundle(place, "groen", KAMER)

    assert stopping(done) == ["PMG437"]
    assert not done.is_ready
    assert nothing_written(place)
    assert archived(place).is_new


def test_a_nota_with_words_in_a_section_that_is_not_public_does_not_go(tmp_path: Path):
    body = f"{BODY}\n## 5. Informatie die niet openbaar gemaakt kan worden\n\nDit blijft hier.\n"
    place = fixed(tmp_path, nota=NOTA + body)

    [found] = [f for f in bundle(place, "groen", KAMER).findings if f.stops]

    assert found.code == "PMG437"
    assert "onder '5. Informatie die niet openbaar gemaakt kan worden' staat tekst" in found.message
    assert found.where is not None
    assert found.where.file == "letters/groen/nota.md"


def test_why_something_is_not_public_may_be_known(tmp_path: Path):
    body = (f"{BODY}\n## 5. Informatie die niet openbaar gemaakt kan worden\n\n"
            "## 5.1 Toelichting\n\nNamen zijn weggelaten.\n")  # fmt: skip
    place = fixed(tmp_path, nota=NOTA + body)

    assert bundle(place, "groen", KAMER).is_new


def test_a_standard_part_of_the_dossier_itself_counts_as_words_of_the_letter(tmp_path: Path):
    (tmp_path / "letters/groen").mkdir(parents=True)
    (tmp_path / "letters/groen/niet_openbaar.md.j2").write_text("Dit blijft hier.\n")
    place = fixed(tmp_path)

    assert stopping(bundle(place, "groen", KAMER)) == ["PMG437"]


def test_a_letter_can_be_left_out_for_parliament(tmp_path: Path):
    place = fixed(tmp_path, nota=NOTA + BODY.replace("Stem in.", "Stem in met {{ geheim }}."))

    done = bundle(place, "groen", Asked(Audience.PARLIAMENT, without=["nota"]))

    assert done.bundled is not None
    assert [one.type for one in done.bundled.letters] == ["kamerbrief"]


def test_what_is_left_out_must_be_there(place: Workspace):
    with pytest.raises(NotFound) as caught:
        bundle(place, "groen", Asked(Audience.PARLIAMENT, without=["notta"]))

    assert refused(caught) == ["PMG154"]


def test_a_type_says_itself_that_it_goes_to_parliament(place: Workspace):
    folder = place.root / "templates/persbericht"
    folder.mkdir(parents=True)
    text = (ROOT / "templates/persbericht/soort.yaml").read_text()
    (folder / "soort.yaml").write_text(text.replace("lead: ja", "lead: ja\nnaar_kamer: ja"))

    done = bundle(place, "groen", KAMER)

    assert done.bundled is not None
    assert [one.type for one in done.bundled.letters] == ["nota", "kamerbrief", "persbericht"]


@pytest.mark.parametrize("gone", [("nota", "kamerbrief"), ("kamerbrief",)])
def test_without_a_letter_to_parliament_nothing_goes_to_it(place: Workspace, gone: list[str]):
    for name in gone:
        (place.root / f"letters/groen/{name}.md").unlink()

    assert stopping(bundle(place, "groen", KAMER)) == ["PMG436"]


# The gate.


def test_a_letter_that_was_not_fixed_keeps_the_gate_shut(place: Workspace):
    kept = place.root / "letters/_kenmerken/ienw_bsk-2026_1001.yaml"
    kept.write_text("".join(line for line in kept.read_text().splitlines(keepends=True)
                            if not line.startswith("vastgesteld")))  # fmt: skip

    done = archived(place)

    assert stopping(done) == ["PMG436"]
    assert [one.letter for one in done.letters] == ["kamerbrief", "nota", "persbericht"]
    assert nothing_written(place)


def test_a_letter_that_went_out_and_is_gone_keeps_it_shut(place: Workspace):
    (place.root / "letters/groen/persbericht.md").unlink()

    done = archived(place)

    assert stopping(done) == ["PMG436"]
    assert "groen/persbericht" in next(f.message for f in done.findings if f.stops)
    assert bundle(place, "groen", KAMER).is_new


def test_other_words_than_were_fixed_keep_it_shut(place: Workspace):
    edit(place, "letters/groen/nota.md", "Stem in.", "Stem niet in.")

    assert stopping(archived(place)) == ["PMG445"]
    assert nothing_written(place)


def test_a_stored_letter_that_somebody_changed_keeps_it_shut(place: Workspace):
    edit(place, KEPT, "Stem in.", "Stem niet in.")

    assert stopping(archived(place)) == ["PMG446"]
    assert nothing_written(place)


def test_a_fact_that_is_provisional_again_keeps_it_shut(place: Workspace):
    edit(place, "letters/groen/feiten.yaml", "bron: besluit, status: vastgesteld", "bron: besluit")

    done = archived(place)

    assert not done.is_ready
    assert nothing_written(place)


def test_a_rule_that_no_longer_holds_keeps_it_shut(place: Workspace):
    text = "  - {code: R1, regel: bijdrage == 2 * bijdrage, uitleg: Zo is het., ernst: fout}\n"
    with (place.root / "letters/groen/feiten.yaml").open("a") as file:
        file.write(f"regels:\n{text}")

    assert stopping(archived(place)) == ["R1"]
    assert nothing_written(place)


def test_a_trial_writes_nothing(place: Workspace):
    done = bundle(place, "groen", is_trial=True)

    assert done.is_ready
    assert done.bundled is None
    assert nothing_written(place)


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


# Its place.


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
