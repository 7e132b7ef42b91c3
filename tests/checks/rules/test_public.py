"""What is not public, in a document that is."""

from pathlib import Path

import pytest

from tests.builders.subject import letter_text, told

FACTS = """
geheim: {bedrag: 12345, openbaar: nee}
open_bedrag: {bedrag: 12345}
keer: 2
lijn: {contact: {naam: Woordvoering, telefoon: 070 123 45 67}, openbaar: nee}
"""


@pytest.mark.parametrize("kind", ["kamerbrief", "persbericht"])
@pytest.mark.parametrize("words", ["{{ geheim }}", "{{ geheim * keer }}", "{{ geheim | voluit }}"])
def test_a_fact_that_is_not_public_stops_a_public_document(tmp_path: Path, kind: str, words: str):
    [found] = told(tmp_path, FACTS, **{kind: f"Er is {words} beschikbaar."})

    assert found.code == "PMG299"
    assert found.stops
    assert found.where is not None
    assert found.where.file == f"letters/proef/{kind}.md"


def test_it_may_stand_in_a_nota(tmp_path: Path):
    assert told(tmp_path, FACTS, nota="Er is {{ geheim }} beschikbaar.") == []


def test_a_public_fact_may_stand_anywhere(tmp_path: Path):
    assert told(tmp_path, FACTS, kamerbrief="Er is {{ open_bedrag }} beschikbaar.") == []


def test_the_note_for_editors_is_not_for_publication(tmp_path: Path):
    assert (
        told(tmp_path, FACTS, persbericht=letter_text("persbericht", "T.", contact="=lijn")) == []
    )


def test_the_front_matter_counts(tmp_path: Path):
    facts = "titel: {tekst: Een geheim plan, openbaar: nee}"

    [found] = told(tmp_path, facts, kamerbrief=letter_text("kamerbrief", "T.", onderwerp="=titel"))

    assert found.code == "PMG299"
    assert found.where is not None
    assert found.where.line == 4


def test_a_dossier_may_weigh_it_with_a_reason(tmp_path: Path):
    rest = "ernst: {PMG299: {ernst: waarschuwing, reden: Vanaf morgen is het openbaar.}}\n"

    [found] = told(tmp_path, FACTS, rest, kamerbrief="Er is {{ geheim }} beschikbaar.")

    assert not found.stops
