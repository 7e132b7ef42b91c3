"""What was left to fill in, and a letter that calls itself by another name."""

from pathlib import Path

import pytest

from tests.builders.subject import letter_text, told

LEFT = {
    "een TODO": "Dat kost TODO euro.",
    "kruisjes": "Het kenmerk is XXX.",
    "nader te bepalen": "De datum is n.t.b. en komt nog.",
    "PM": "Voor de uitvoering: PM.",
    "haken": "Dat zegt [naam] vandaag.",
    "het begin van een brief": "[Schrijf hier wat de Kamer verder kan verwachten.]",
    "een opdracht in een zin": "Stem in met [schrijf hier waarmee].",
    "een begin zonder haken": "Schrijf hier wat de lezer verder moet weten.",
}
FILLED = {
    "maal": "Dat is 3 x 500 euro, in bedragen x 1 miljoen.",
    "een PM-post": "De begroting kent een PM-post.",
    "gewone woorden": "De naam volgt uit de wet; de datum is bekend.",
    "haken met tekst": "Hij [de minister] zei dat.",
    "een oproep": "Schrijf hier een reactie op, of schrijf hier uw naam en wat er is.",
    "een bron": "Dat staat [hier] en [in de brief van 4 april].",
    "een feit dat open is": "Het kenmerk is {{ gat }}.",
}
GAP = "gat: {open: het kenmerk}"


@pytest.mark.parametrize("case", LEFT)
def test_a_placeholder_in_the_text_is_told(tmp_path: Path, case: str):
    [found] = told(tmp_path, GAP, nota=LEFT[case])

    assert found.code == "PMG288"
    assert found.where is not None
    assert found.where.line == 11


@pytest.mark.parametrize("case", FILLED)
def test_words_that_only_look_like_one_are_left_alone(tmp_path: Path, case: str):
    assert told(tmp_path, GAP, nota=FILLED[case]) == []


@pytest.mark.parametrize("value", ["x", "n.t.b.", "TODO", "PM", "XXX", "'?'", "...",
                                   "nog in te vullen", "Schrijf hier het onderwerp"])  # fmt: skip
def test_a_fact_that_is_a_placeholder_is_told(tmp_path: Path, value: str):
    [found] = told(tmp_path, f"nummer: {{tekst: {value}}}", nota="Tekst.")

    assert found.code == "PMG288"
    assert found.where is not None
    assert found.where.file == "letters/proef/feiten.yaml"


def test_a_placeholder_above_a_letter_is_told(tmp_path: Path):
    [found] = told(tmp_path, nota=letter_text("nota", "Tekst.", dossiernummer="x"))

    assert found.code == "PMG288"
    assert found.where is not None
    assert found.where.file == "letters/proef/nota.md"


SELVES = {
    "nota": "Met deze brief informeren wij de Kamer.",
    "kamerbrief": "In deze nota leest u meer.",
    "persbericht": "Met deze brief wordt de Kamer geïnformeerd.",
}
OWN = {
    "nota": "Met deze nota vraag ik u. De brief is klaar; in deze brief staat alles.",
    "kamerbrief": "Met deze brief krijgt u alles. De nota is bijgevoegd; in deze nota staat meer.",
    "persbericht": "In dit persbericht staat alles.",
}


@pytest.mark.parametrize("kind", SELVES)
def test_a_letter_that_calls_itself_something_else_is_told(tmp_path: Path, kind: str):
    [found] = told(tmp_path, **{kind: SELVES[kind]})

    assert found.code == "PMG289"
    assert kind in found.message


@pytest.mark.parametrize("kind", OWN)
def test_its_own_name_and_another_that_was_named_are_left_alone(tmp_path: Path, kind: str):
    assert told(tmp_path, **{kind: OWN[kind]}) == []
