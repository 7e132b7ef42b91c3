"""What an editor with the common YAML extension tells an officer, before pmg is run."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from pmg_docs.app.new.dossier import new_dossier
from tests.editor.server import ROOT, LanguageServer

FACTS = "letters/groen/feiten.yaml"
HEAD = "letters/groen/brief.yaml"
FACTS_LINE = "# yaml-language-server: $schema=../_schema/feiten.json\n"
HEAD_LINE = "# yaml-language-server: $schema=../_schema/brief.json\n"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LanguageServer]:
    root = tmp_path_factory.mktemp("werkmap")
    new_dossier(root, "groen")
    running = LanguageServer(root)
    yield running
    running.close()


def facts(line: str) -> str:
    return f"{FACTS_LINE}feiten:\n  {line}\n"


def test_an_unknown_kind_is_flagged(server: LanguageServer):
    said = server.flagged(FACTS, facts("budget: {bedarg: 500000}"))

    assert any("bedarg" in message for message in said)


@pytest.mark.parametrize(
    "line",
    ["dag: {datum: 2024-13-01}", "budget: {bedrag: '1.234,56'}", "a: {bedrag: 5, openbaar: no}"],
)
def test_a_value_that_cannot_be_is_flagged(server: LanguageServer, line: str):
    assert server.flagged(FACTS, facts(line)) != []


def test_a_sound_fact_is_not_flagged(server: LanguageServer):
    assert server.flagged(FACTS, facts("budget: {bedrag: 500000, per: [jaar]}")) == []


def test_the_kinds_of_fact_are_completed(server: LanguageServer):
    text = f"{FACTS_LINE}feiten:\n  budget:\n    \n"

    found = server.completions(FACTS, text, 3, 4)

    assert {"bedrag", "datum", "gemeenten", "periode", "kamerstuk", "cw31"} <= set(found)


def test_what_stands_above_a_letter_is_completed(server: LanguageServer):
    found = server.completions(HEAD, f"{HEAD_LINE}soort: nota\non\n", 2, 2)

    assert {"onderwerp", "ondertekenaars"} <= set(found)


def test_a_mistake_above_a_letter_is_flagged(server: LanguageServer):
    assert server.flagged(HEAD, f"{HEAD_LINE}onderwerpen: x\n") != []


def test_a_key_explains_itself_in_dutch(server: LanguageServer):
    said = server.hover(FACTS, facts("budget: {bedrag: 500000}"), 2, 13)

    assert "Bedrag in euro" in said
    assert "500000" in said


@pytest.mark.parametrize("path", sorted(ROOT.glob("letters/*/feiten.yaml")), ids=str)
def test_our_own_facts_are_not_flagged(server: LanguageServer, path: Path):
    assert server.flagged(FACTS, path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", sorted(ROOT.glob("letters/*/*.md")), ids=str)
def test_our_own_letters_are_not_flagged(server: LanguageServer, path: Path):
    head = path.read_text(encoding="utf-8").split("---\n")[1]

    assert server.flagged(HEAD, head) == []
