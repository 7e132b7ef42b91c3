"""What `pmg diff --against` says, writes and returns."""

import json
from pathlib import Path

import jsonschema
import pytest

from pmg_docs.app.final.finalising import finalise
from pmg_docs.workspace.folder import Workspace
from tests.builders.repository import changed
from tests.builders.sound import workspace
from tests.cli.test_diff import SCHEMA, pmg, typed

FACTS_FILE, NOTA_FILE = "letters/groen/feiten.yaml", "letters/groen/nota.md"


@pytest.fixture
def sent(tmp_path: Path) -> Workspace:
    """A dossier outside git of which the nota was fixed."""
    place = workspace(tmp_path)
    finalise(place, "groen", ["nota"], by="A. Voorbeeld")
    return place


def test_it_says_what_changed_since_and_exits_one(sent: Workspace):
    changed(sent.root, FACTS_FILE, "500000", "600000")

    done = pmg(sent.root, "groen", "--against", "verzonden", "--letter", "nota")
    said = typed(done.stdout)
    assert said.startswith("groen/nota. Vergeleken: wat op ")
    assert "Feit bijdrage: € 500.000 → € 600.000" in said
    assert "wordt: Elke gemeente krijgt € {+600.000,-+}." in said
    assert "zegt nu 'definitief'" in typed(done.stderr)
    assert done.returncode == 1


def test_nothing_that_changed_is_zero(sent: Workspace):
    done = pmg(sent.root, "letters/groen/nota.md", "--against", "vastgesteld")

    assert done.stdout.endswith("Geen verschillen.\n")
    assert (done.returncode, done.stderr) == (0, "")


def test_a_program_gets_them_in_the_form_of_the_schema(sent: Workspace):
    changed(sent.root, FACTS_FILE, "500000", "600000")

    done = pmg(sent.root, "--against", "verzonden", "--json")
    whole = json.loads(done.stdout)
    jsonschema.validate(whole, SCHEMA)
    assert "PMG485" in done.stdout
    assert done.returncode == 1


@pytest.mark.parametrize("form", ["html", "markdown"])
def test_a_page_and_a_text_for_a_merge_request_tell_it_too(sent: Workspace, form: str):
    changed(sent.root, NOTA_FILE, "Stem in.", "Stem zeker in.")

    done = pmg(sent.root, "groen", "--against", "verzonden", "--format", form)
    assert "zeker" in done.stdout
    assert "IENW/BSK-2026/1000" in done.stdout
    assert done.returncode == 1


def test_a_redline_says_that_it_was_proven(sent: Workspace):
    changed(sent.root, NOTA_FILE, "Stem in.", "Stem zeker in.")

    done = pmg(sent.root, "groen", "--letter", "nota", "--against", "verzonden", "--format", "docx",
               "--out", "wijzigingen.docx")  # fmt: skip
    assert "wijzigingen in groen/nota; bewezen" in done.stdout
    assert done.returncode == 1
    assert (sent.root / "wijzigingen.docx").read_bytes().startswith(b"PK")


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["--against", "gisteren"], 2, "PMG100"),
        (["--against", "verzonden", "--from", "HEAD"], 2, "PMG197"),
        (["--against", "verzonden", "--to", "HEAD"], 2, "PMG197"),
        (["--against", "verzonden", "--letter", "persbericht"], 2, "PMG485"),
        (["--against", "verzonden", "--letter", "nietes"], 2, "PMG193"),
        (["nietes", "--against", "verzonden"], 2, "PMG152"),
    ],
)
def test_what_cannot_be_compared_has_its_code(
    sent: Workspace, arguments: list[str], code: int, words: str
):
    done = pmg(sent.root, *arguments)
    assert (done.returncode, done.stdout) == (code, "")
    assert words in done.stderr


def test_a_kept_tree_that_somebody_changed_is_three(sent: Workspace):
    kept = "letters/groen/vastgesteld/ienw_bsk-2026_1000.json"
    changed(sent.root, kept, "Stem in.", "Stem uit.")

    done = pmg(sent.root, "groen", "--letter", "nota", "--against", "verzonden")
    assert "PMG446" in done.stderr
    assert done.returncode == 3
