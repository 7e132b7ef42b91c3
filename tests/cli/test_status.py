"""`pmg status` and `pmg finalise` as an officer and a program see them."""

import json
from pathlib import Path

from pmg_docs.dutch.dates import write_date
from pmg_docs.model.value import Date
from pmg_docs.workspace.clock import today
from tests.builders.commands import pmg
from tests.builders.finals import edit, fix
from tests.builders.sound import BODY, FACTS, NOTA, workspace

RULE = "regels:\n  - {code: R9, regel: bijdrage < geheim, uitleg: Veel}\n"


def test_status_is_a_checklist(tmp_path: Path):
    workspace(tmp_path, nota=(NOTA + BODY).replace("Stem in.", "Stem in met XX."))

    done = pmg(tmp_path, "status", "groen", "--letter", "nota")

    assert done.returncode == 1
    lines = done.stdout.splitlines()
    assert lines[:2] == ["groen/nota: definitief, kan zijn: concept", "  voor afgestemd:"]
    assert lines[2].startswith("    nee  niets hoeft nog te worden ingevuld: nog in te vullen: ")
    assert "    ja   het kenmerk is toegekend" in lines
    assert "    nvt  alle ondertekenaars zijn genoemd" in lines


def test_a_status_that_cannot_be_is_an_error(tmp_path: Path):
    nota = (NOTA + BODY).replace("Stem in.", "Stem in met XX.")
    workspace(tmp_path, nota=nota)

    done = pmg(tmp_path, "status")

    assert done.returncode == 1
    assert "fout PMG179 letters/groen/nota.md:3:9" in done.stderr


def test_an_error_is_named_at_what_it_stops(tmp_path: Path):
    workspace(tmp_path, feiten=FACTS + RULE)

    lines = pmg(tmp_path, "status", "groen", "--letter", "nota").stdout.splitlines()

    assert any(
        line.startswith("    nee  er staan geen fouten: R9 (letters/groen/") for line in lines
    )


def test_a_program_gets_json(tmp_path: Path):
    workspace(tmp_path)

    told = json.loads(pmg(tmp_path, "status", "--json").stdout)["brieven"]

    assert {one["brief"]: one["kan_zijn"] for one in told} == {
        "kamerbrief": "definitief",
        "nota": "definitief",
        "persbericht": "definitief",
    }
    assert {"voor", "voorwaarde", "klopt", "geldt", "waarom_niet"} == set(told[0]["voorwaarden"][0])


def test_a_letter_is_fixed_corrected_and_told(tmp_path: Path):
    workspace(tmp_path)

    trial = pmg(tmp_path, "finalise", "groen", "--letter", "nota", "--dry-run")
    assert trial.returncode == 0
    assert "er is niets geschreven" in trial.stdout
    assert not (tmp_path / "build").exists()
    done = pmg(tmp_path, "finalise", "groen", "--letter", "nota", "--door", "A. Voorbeeld")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("IENW/BSK-2026/1000  groen/nota  vastgesteld, versie 1\n")
    path = tmp_path / "letters/groen/nota.md"
    path.write_text(path.read_text().replace("Stem in.", "Stem niet in."))
    refused = pmg(tmp_path, "build", "groen")
    assert refused.returncode == 1
    assert "    - Stem in.\n    + Stem niet in.\n  Tip: " in refused.stderr
    again = pmg(tmp_path, "finalise", "groen", "--letter", "nota", "--reden", "verkeerd advies")
    assert "vastgesteld, versie 2" in again.stdout
    assert pmg(tmp_path, "build", "groen").returncode == 0


def test_who_fixes_a_letter_hears_what_comes_before_sending_it(tmp_path: Path):
    workspace(tmp_path)
    path = tmp_path / "letters/groen/nota.md"

    first = pmg(tmp_path, "finalise", "groen", "--letter", "nota").stdout.splitlines()[-1]
    text = path.read_text().replace("status: definitief", "status: verzonden")
    path.write_text(text.replace("Stem in.", "Stem niet in."))
    again = pmg(tmp_path, "finalise", "groen", "--letter", "nota", "--reden", "advies")

    file = "letters/groen/nota.md"
    assert first == f"Gaat de brief uit, zet dan in {file}: status: verzonden"
    assert again.stdout.splitlines()[-1] == (
        f"In {file} staat al status: verzonden; verstuur ook deze versie, of zet er zolang: "
        "status: definitief"
    )


def test_what_is_not_ready_is_not_fixed(tmp_path: Path):
    workspace(tmp_path, nota=(NOTA + BODY).replace("Stem in.", "Stem in met XX."))

    for more in ([], ["--dry-run"]):
        done = pmg(tmp_path, "finalise", "groen", "--letter", "nota", *more)
        assert done.returncode == 1
        assert "nee  niets hoeft nog te worden ingevuld" in done.stdout
        assert not (tmp_path / "build").exists()


def test_what_was_fixed_is_told_with_its_number_and_version(tmp_path: Path):
    place = workspace(tmp_path)
    fix(place)
    fixed = f"  vastgesteld op {write_date(Date(today()))} onder IENW/BSK-2026/1000, versie 1"

    same = pmg(tmp_path, "status", "groen", "--letter", "nota")
    edit(place)
    other = pmg(tmp_path, "status", "groen", "--letter", "nota")

    assert same.stdout.splitlines()[:2] == ["groen/nota: definitief, kan zijn: verzonden", fixed]
    line = other.stdout.splitlines()[1]
    assert line == f"{fixed}; er staat nu iets anders"
    assert "    nee  zij is vastgesteld" in other.stdout
    assert "zet de woorden terug, of: pmg finalise groen --letter nota --reden '…'" in other.stdout
    [told] = json.loads(pmg(tmp_path, "status", "groen", "--letter", "nota", "--json").stdout)[
        "brieven"
    ]
    assert told["vastgesteld"] == {
        "kenmerk": "IENW/BSK-2026/1000", "datum": today().isoformat(), "versie": 1,
        "ongewijzigd": False,
    }  # fmt: skip


def test_a_long_list_is_shortened_unless_all_is_asked(tmp_path: Path):
    names = [f"een_feit_met_een_heel_lange_naam_{number}" for number in range(12)]
    facts = "".join(f"  {name}: {{tekst: groen}}\n" for name in names)
    shown = " ".join(f"{{{{ {name} }}}}" for name in names)
    workspace(tmp_path, feiten=FACTS + facts, nota=(NOTA + BODY).replace("Stem in.", shown))

    short = pmg(tmp_path, "status", "groen", "--letter", "nota").stdout
    whole = pmg(tmp_path, "status", "groen", "--letter", "nota", "--all").stdout

    assert "en nog 8 (alles: --all)" in short
    assert all(name in whole for name in names)
    told = pmg(tmp_path, "status", "groen", "--letter", "nota", "--json").stdout
    assert all(name in told for name in names)


def test_from_a_new_letter_to_one_that_was_sent(tmp_path: Path):
    workspace(tmp_path)
    path = tmp_path / "letters/groen/persbericht.md"
    path.write_text(path.read_text().replace("status: definitief\n", ""))
    number = "IENW/BSK-2026/1002"

    def say(old: str, new: str) -> None:
        path.write_text(path.read_text().replace(old, new))

    letter = ("groen", "--letter", "persbericht")
    assert pmg(tmp_path, "kenmerk", "assign", "groen/persbericht", number).returncode == 0
    say("datum:", f"kenmerk: {number}\ndatum:")
    trial = pmg(tmp_path, "finalise", *letter, "--dry-run")
    assert (trial.returncode, "status: definitief" in trial.stderr) == (1, True)
    say("soort: persbericht", "soort: persbericht\nstatus: definitief")
    assert pmg(tmp_path, "finalise", *letter, "--dry-run").returncode == 0
    done = pmg(tmp_path, "finalise", *letter)
    assert "zet dan in letters/groen/persbericht.md: status: verzonden" in done.stdout
    say("status: definitief", "status: verzonden")
    early = pmg(tmp_path, "status", *letter)
    assert (early.returncode, "kamerbrief is nog niet verzonden" in early.stdout) == (1, True)
    assert pmg(tmp_path, "finalise", "groen", "--letter", "kamerbrief").returncode == 0
    chamber = tmp_path / "letters/groen/kamerbrief.md"
    chamber.write_text(chamber.read_text().replace(": definitief", ": verzonden"))
    last = pmg(tmp_path, "status", *letter)
    assert (last.returncode, last.stderr) == (0, "")
    assert last.stdout.startswith("groen/persbericht: verzonden\n")
