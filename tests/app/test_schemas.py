import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from pmg_docs.app.new.dossier import new_dossier
from pmg_docs.app.new.letter import new_letter
from pmg_docs.app.schemas import schema_files, schemas
from pmg_docs.facts.shapes import KINDS
from pmg_docs.workspace.folder import Workspace

ROOT = Path(__file__).parents[2]
FACTS = [*ROOT.glob("letters/*/feiten.yaml"), *ROOT.glob("letters/_gedeeld/*.yaml")]
LETTERS = list(ROOT.glob("letters/*/*.md"))
TYPES = list(ROOT.glob("templates/*/soort.yaml"))
STYLES = list(ROOT.glob("styles/*/stijl.yaml"))


class Core(yaml.SafeLoader):
    """YAML as editors read it: the core schema of YAML 1.2."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012


for tag, pattern, first in (
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
    ("bool", r"true|false", "tf"),
    ("null", r"~|null|", "~n"),
):
    Core.add_implicit_resolver(
        f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), [*first, ""]
    )
Core.add_constructor("tag:yaml.org,2002:int", lambda _loader, node: int(node.value))


def faults(name: str, text: str) -> list[str]:
    checker = jsonschema.Draft7Validator(schemas()[name])
    return [error.message for error in checker.iter_errors(yaml.load(text, Core))]  # noqa: S506 - Core builds plain data only


def front_matter(path: Path) -> str:
    return path.read_text(encoding="utf-8").split("---\n")[1]


@pytest.mark.parametrize("name", schemas())
def test_a_schema_is_a_schema(name: str):
    jsonschema.Draft7Validator.check_schema(schemas()[name])


def test_the_schemas_in_the_repository_are_those_of_the_models():
    for path, data in schema_files(Workspace.at(ROOT)).items():
        assert path.read_bytes() == data, "draai: pmg new proef, en neem letters/_schema over"


@pytest.mark.parametrize("path", FACTS, ids=str)
def test_facts_that_we_read_are_not_flagged(path: Path):
    assert faults("feiten", path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", LETTERS, ids=str)
def test_letters_that_we_read_are_not_flagged(path: Path):
    assert faults("brief", front_matter(path)) == []


@pytest.mark.parametrize("path", [*TYPES, *STYLES], ids=str)
def test_types_and_styles_that_we_read_are_not_flagged(path: Path):
    name = "soort" if path.name == "soort.yaml" else "stijl"
    assert faults(name, path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "fact",
    [
        "{bedarg: 500000}",
        "{bedrag: '1.234,56'}",
        "{bedrag: 500000, getal: 3}",
        "{getal: 3, per: [jaar]}",
        "{datum: 2024-13-01}",
        "{maand: 2024-00}",
        "{periode: {van: 2024-07}}",
        "{periode: {van: 2024-07, tot: 2025-07, tot_en_met: 2026-07}}",
        "{bedrag: 5, openbaar: no}",
        "{bedrag: 5, status: zeker}",
        "{kamerstuk: {kamer: III, vergaderjaar: 2022/23, dossier: 1, nummer: 2}}",
        "{}",
        "[Almelo, Breda]",
        "500.5",
    ],
)
def test_what_we_refuse_is_flagged(fact: str):
    assert faults("feiten", f"feiten:\n  a: {fact}\n") != []


@pytest.mark.parametrize("name", ["Bedrag", "2e_bedrag", "bij-drage"])
def test_a_name_that_no_fact_can_have_is_flagged(name: str):
    assert faults("feiten", f"feiten:\n  {name}: 1\n") != []


@pytest.mark.parametrize(
    "typed",
    ["kenmerk: 5300203", "datum: =dag", "aan: [=minister]", "onderwerp: 2024", "status: concept"],
)
def test_what_may_stand_above_a_letter_is_not_flagged(typed: str):
    assert faults("brief", typed) == []


@pytest.mark.parametrize("typed", ["onderwerpen: x", "status: klaar", "aan: {a: b}"])
def test_what_may_not_stand_above_a_letter_is_flagged(typed: str):
    assert faults("brief", typed) != []


def described(schema: dict[str, Any]) -> list[tuple[str, str]]:
    parts = [schema, *schema["definitions"].values()]
    return [
        (name, field.get("description", ""))
        for part in parts
        for name, field in part.get("properties", {}).items()
    ]


@pytest.mark.parametrize("name", schemas())
def test_every_key_says_in_dutch_what_it_is(name: str):
    for key, words in described(schemas()[name]):
        assert words, key
        assert not re.search(r"\b(the|of a|which)\b", words), (key, words)


def test_every_kind_of_fact_can_be_completed():
    fact = schemas()["feiten"]["definitions"]["Feit"]

    assert set(KINDS) <= set(fact["properties"])


def test_a_new_dossier_brings_the_schemas_that_its_first_line_names(tmp_path: Path):
    folder, _ = new_dossier(tmp_path, "groen")
    new_letter(Workspace.at(tmp_path), "groen", "persbericht")

    for name, schema in (
        ("feiten.yaml", "feiten"),
        ("nota.md", "brief"),
        ("persbericht.md", "brief"),
    ):
        text = (folder / name).read_text(encoding="utf-8")
        [named] = re.findall(r"^# yaml-language-server: \$schema=(\S+)$", text, re.MULTILINE)
        assert json.loads((folder / named).read_text(encoding="utf-8")) == schemas()[schema]


def test_older_schemas_are_made_new(tmp_path: Path):
    new_dossier(tmp_path, "groen")
    stale = tmp_path / "letters/_schema/feiten.json"
    stale.write_text("{}", encoding="utf-8")

    new_dossier(tmp_path, "blauw")

    assert json.loads(stale.read_text(encoding="utf-8")) == schemas()["feiten"]
