"""Which type a file seems to be."""

import pytest

from pmg_docs.checks.defects import recognise_type
from tests.builders.manuscript import as_text, nota_with, types

LETTER = """
Aan de Voorzitter van de Tweede Kamer

Geachte voorzitter,

Hierbij meer over bomen.

Hoogachtend,

De Minister van Natuur en Landschap,
"""
TEXTS = {
    "nota": nota_with(),
    "nota zonder woord": nota_with().replace("\nnota\n", "\n"),
    "kamerbrief": LETTER,
    "persbericht": "PERSBERICHT\n\nMeer bomen\n\nDe minister geeft geld.",
}


@pytest.mark.parametrize("name", TEXTS)
def test_a_file_is_known_by_what_it_shows(name: str):
    found = recognise_type(as_text(TEXTS[name]), types())
    assert found is not None
    assert found.name == name.split(" ")[0]


@pytest.mark.parametrize(
    "text",
    [
        "Meer bomen in de straat. De minister geeft geld aan gemeenten.",
        "In de nota staat dat er bomen komen.\n\nAanleiding\n\nHet is warm.",
    ],
)
def test_a_file_that_shows_nothing_of_a_type_is_of_none(text: str):
    assert recognise_type(as_text(text), types()) is None
