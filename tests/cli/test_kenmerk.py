"""`pmg kenmerk` as an officer and a program see it."""

import json
from pathlib import Path

import jsonschema

from pmg_docs.app.final.fixed_letters import versions_of
from tests.builders.commands import pmg
from tests.builders.copies import file_of, sent
from tests.builders.finals import KENMERK, KEPT, edit, entry, fix
from tests.builders.numbered import letter, numbered
from tests.builders.sound import workspace

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads((ROOT / "docs/meldingen.schema.json").read_text(encoding="utf-8"))


def test_a_number_goes_from_reserved_to_a_letter_that_is_built_with_it(tmp_path: Path):
    numbered(tmp_path)

    done = pmg(tmp_path, "kenmerk", "reserve", "dijken/nota", "--door", "A. Voorbeeld")
    assert done.returncode == 0, done.stderr
    assert done.stdout == (
        "IENW/BSK-2026/1000  gereserveerd  dijken/nota\n"
        "Zet in letters/dijken/nota.md op regel 6: kenmerk: 'IENW/BSK-2026/1000'\n"
    )
    path = tmp_path / "letters/dijken/nota.md"
    path.write_text(path.read_text().replace("=open_kenmerk", "=kenmerk:nota"))
    assert pmg(tmp_path, "kenmerk", "assign", "dijken/nota").stdout == (
        "IENW/BSK-2026/1000  toegekend  dijken/nota\n"
    )
    assert pmg(tmp_path, "kenmerk", "check").returncode == 0
    assert pmg(tmp_path, "build", "--format", "md").returncode == 0
    assert "IENW/BSK-2026/1000" in (tmp_path / "build/dijken/nota.md").read_text()


def test_a_program_gets_json(tmp_path: Path):
    numbered(tmp_path, {"dijken/nota": letter("IENW/BSK-2026/1000")})
    pmg(tmp_path, "kenmerk", "assign", "dijken/nota", "--door", "A")

    listed = json.loads(pmg(tmp_path, "kenmerk", "list", "--json").stdout)
    shown = json.loads(pmg(tmp_path, "kenmerk", "show", "IENW/BSK-2026/1000", "--json").stdout)
    checked = json.loads(pmg(tmp_path, "kenmerk", "check", "--json").stdout)

    assert shown.pop("versies") == []
    assert listed == {"kenmerken": [shown]}
    assert shown["brief"] == "nota"
    jsonschema.validate(checked, SCHEMA)
    assert checked["meldingen"] == []


def test_what_is_wrong_gives_an_exit_code(tmp_path: Path):
    numbered(tmp_path, {"dijken/nota": letter("IENW/BSK-2026/1000")})

    checked = pmg(tmp_path, "kenmerk", "check")
    assert checked.returncode == 0  # a warning
    assert checked.stdout == "Nagelezen: 0 kenmerken in het register, 1 brief.\n"
    assert pmg(tmp_path, "kenmerk", "show", "5").returncode == 2
    assert pmg(tmp_path, "kenmerk", "reserve").returncode == 2
    assert pmg(tmp_path, "kenmerk", "withdraw", "5").returncode == 1
    folder = tmp_path / "letters/_kenmerken"
    folder.mkdir()
    (folder / "5.yaml").write_text("onzin")
    assert pmg(tmp_path, "kenmerk", "check").returncode == 1
    assert pmg(tmp_path, "kenmerk", "list").returncode == 1
    assert "Bedoelt u check?" in pmg(tmp_path, "kenmerk", "chek").stderr


def test_a_copy_is_told_in_words_with_an_exit_code(tmp_path: Path):
    place = sent(tmp_path / "w")
    copy = tmp_path / "kopie.md"
    text = file_of(place, "md").read_text(encoding="utf-8")

    copy.write_text(text, encoding="utf-8")
    same = pmg(place.root, "kenmerk", "verify", str(copy))
    copy.write_text(text.replace("Stem in.", "Stem niet in."), encoding="utf-8")
    other = pmg(place.root, "kenmerk", "verify", str(copy))
    told = json.loads(pmg(place.root, "kenmerk", "verify", str(copy), "--json").stdout)
    copy.write_text("Iets heel anders.\n", encoding="utf-8")
    unknown = pmg(place.root, "kenmerk", "verify", str(copy))
    failed = pmg(place.root, "kenmerk", "verify", str(copy), "--json")
    gone = pmg(place.root, "kenmerk", "verify", str(tmp_path / "weg.pdf"))

    codes = [one.returncode for one in (same, other, unknown, failed, gone)]
    assert codes == [0, 1, 2, 2, 3]
    assert "IENW/BSK-2026/1000 is vastgesteld, ongewijzigd." in same.stdout
    assert "groen/nota van 15 januari 2026, versie 1" in same.stdout
    assert "  1. 2. Geadviseerd besluit: Stem {+niet+} in." in other.stdout
    assert (told["uitkomst"], told["kenmerk"], told["versie"]) == (
        "gewijzigd", "IENW/BSK-2026/1000", 1)  # fmt: skip
    assert [one["gemerkt"] for one in told["wijzigingen"]] == ["Stem {+niet+} in."]
    assert "PMG169" in unknown.stderr
    assert json.loads(failed.stdout)["uitkomst"] == "onbekend"
    assert "Traceback" not in gone.stderr


def test_every_version_that_was_fixed_is_shown(tmp_path: Path):
    place = workspace(tmp_path)
    fix(place)
    edit(place)
    fix(place, "verkeerd advies")
    one, two = versions_of(place, entry(place))

    shown = pmg(tmp_path, "kenmerk", "show", KENMERK)

    assert shown.stdout.split("\n")[2:-2] == [
        f"  versie 1: vastgesteld op {one.day}, door A. Voorbeeld",
        f"    vingerafdruk: {one.digest}",
        f"  versie 2: vastgesteld op {two.day}, door A. Voorbeeld",
        "    reden: verkeerd advies",
        f"    vingerafdruk: {two.digest}",
    ]
    told = json.loads(pmg(tmp_path, "kenmerk", "show", KENMERK, "--json").stdout)
    assert [v["vingerafdruk"] for v in told["versies"]] == [one.digest, two.digest]
    (tmp_path / KEPT).unlink()
    gone = pmg(tmp_path, "kenmerk", "show", KENMERK)
    assert gone.returncode == 1
    assert "PMG446" in gone.stderr


def test_a_copy_under_a_number_that_was_withdrawn_is_told_for_what_it_was(tmp_path: Path):
    place = sent(tmp_path / "w")
    refused = pmg(place.root, "kenmerk", "withdraw", KENMERK, "--reden", "vergist")
    assert refused.returncode == 1
    assert "--ook-vastgesteld" in refused.stderr
    pmg(place.root, "kenmerk", "withdraw", KENMERK, "--reden", "vergist", "--ook-vastgesteld")

    done = pmg(place.root, "kenmerk", "verify", str(file_of(place, "pdf")))

    assert f"is wat onder {KENMERK} is vastgesteld, ongewijzigd." in done.stdout
    assert "Let op: dit nummer is ingetrokken; reden: vergist" in done.stdout
