import json
import subprocess
from pathlib import Path

import jsonschema
import pytest

from tests.builders.folder import dossier, write_tree
from tests.cli.test_cli import BODY, FACTS, pmg

SCHEMA = json.loads(
    (Path(__file__).parents[2] / "docs/meldingen.schema.json").read_text(encoding="utf-8")
)
WRONG = "bedrag: {bedrag: 500.000}"
RULE = "regels:\n  - {code: R1, regel: bedrag > 0, uitleg: Er is geld.}\n"


def findings(done: subprocess.CompletedProcess[str]) -> dict[str, object]:
    said: dict[str, object] = json.loads(done.stdout)
    jsonschema.validate(said, SCHEMA)
    return said


def test_a_check_of_a_sound_dossier_says_how_many_letters_it_read(tmp_path: Path):
    dossier(tmp_path, FACTS, BODY)

    done = pmg(tmp_path, "check")

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        "1 brief nagelezen: geen fouten.\n100% van de cijfers komt uit de feiten (1 van 1).\n"
    )


def test_a_check_says_of_each_letter_how_many_figures_came_from_facts(tmp_path: Path):
    waived = "Er zijn 20 clubs. {# cijfer: 20, want het is een citaat #}"
    dossier(tmp_path, FACTS, f"{BODY}\n\nEr zijn 30 scholen.\n\n{waived}")

    done = pmg(tmp_path, "check")

    counts = "33% van de cijfers komt uit de feiten (1 van 3; 1 getypt en 1 getypt met een reden)"
    assert done.returncode == 0
    assert done.stdout == (f"1 brief nagelezen: geen fouten.\n  proef/nota: {counts}\n{counts}.\n")


def test_letters_without_figures_have_no_share_from_facts(tmp_path: Path):
    dossier(tmp_path, FACTS, "Er is geld.")

    assert pmg(tmp_path, "check").stdout == "1 brief nagelezen: geen fouten.\n"


def test_a_program_gets_the_figures_of_each_letter(tmp_path: Path):
    dossier(tmp_path, FACTS, f"{BODY}\n\nEr zijn 30 scholen.")

    said = findings(pmg(tmp_path, "check", "--json"))

    one = {"dossier": "proef", "brief": "nota", "cijfers": 2, "uit_feiten": 1, "ontheven": 0}
    assert said["dekking"] == [one]


def test_a_check_writes_nothing(tmp_path: Path):
    dossier(tmp_path, FACTS, BODY)
    before = sorted(tmp_path.rglob("*"))

    pmg(tmp_path, "check")

    assert sorted(tmp_path.rglob("*")) == before


def test_a_program_gets_findings_in_the_published_form(tmp_path: Path):
    dossier(tmp_path, WRONG, BODY)

    done = pmg(tmp_path, "check", "--json")

    assert done.returncode == 1
    assert done.stderr == ""
    said = findings(done)
    assert said["fouten"] == 1
    assert said["meldingen"] == [
        {
            "code": "PMG122",
            "ernst": "fout",
            "melding": "'500.000' is geen getal: punten zijn hier niet toegestaan.",
            "bestand": "letters/proef/feiten.yaml",
            "regel": 3,
            "kolom": 20,
            "plaats": "",
            "tekst": "  bedrag: {bedrag: 500.000}",
            "details": [],
            "tips": ["Typ 500000, zonder punten."],
        }
    ]


@pytest.mark.parametrize(("arguments", "code"), [(["geen-dossier"], 2), (["--letter", "brief"], 2)])
def test_a_program_also_hears_what_is_not_there(tmp_path: Path, arguments: list[str], code: int):
    dossier(tmp_path, FACTS, BODY)

    done = pmg(tmp_path, "check", "--json", *arguments)

    assert done.returncode == code
    assert findings(done)["fouten"] == 1


def test_a_program_hears_that_there_is_no_workspace(tmp_path: Path):
    done = pmg(tmp_path, "check", "--json")

    assert done.returncode == 2
    assert findings(done)["fouten"] == 1


@pytest.mark.parametrize("code", ["PMG122", "pmg122"])
def test_a_code_is_explained(tmp_path: Path, code: str):
    done = pmg(tmp_path, "check", "--explain", code)

    assert done.returncode == 0
    assert done.stdout.startswith("PMG122 Een getal dat niet te lezen is\n")
    assert "500000" in done.stdout


def test_a_rule_of_a_dossier_is_explained(tmp_path: Path):
    dossier(tmp_path, FACTS, BODY)
    path = tmp_path / "letters/proef/feiten.yaml"
    write_tree(tmp_path, {"letters/proef/feiten.yaml": path.read_text() + RULE})

    said = pmg(tmp_path, "check", "--explain", "R1").stdout

    assert "Er is geld." in said
    assert "bedrag > 0" in said
    assert "letters/proef/feiten.yaml:5" in said


def test_a_rule_is_explained_from_each_dossier_that_has_it_as_the_dossier_weighs_it(tmp_path: Path):
    weighed = "ernst:\n  R1: {ernst: waarschuwing, reden: Dat volgt nog.}\n"
    facts = f"stijl: rijk\nfeiten:\n  bedrag: 1\n{RULE}"
    write_tree(
        tmp_path,
        {"letters/een/feiten.yaml": facts, "letters/twee/feiten.yaml": f"{facts}{weighed}"},
    )

    said = pmg(tmp_path, "check", "--explain", "r1").stdout

    assert "R1 een regel van een (fout)" in said
    assert "R1 een regel van twee (waarschuwing)" in said


def test_an_unknown_code_names_the_nearest(tmp_path: Path):
    done = pmg(tmp_path, "check", "--explain", "PMG12")

    assert done.returncode == 2
    assert "PMG12" in done.stderr
    assert "Bedoelt u PMG" in done.stderr
