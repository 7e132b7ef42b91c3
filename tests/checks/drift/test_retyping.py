import pytest

from pmg_docs.checks.drift.retyping import has_value_of, retyped
from pmg_docs.model.passage import Piece

OLD = "Elke gemeente krijgt € 500.000,- per jaar, voor ten hoogste 3 jaar."
AMOUNT = Piece(21, 32)


@pytest.mark.parametrize(
    ("new", "words"),
    [
        ("Elke gemeente krijgt een half miljoen euro per jaar, voor ten hoogste 3 jaar.",
         "een half miljoen euro"),
        ("Elke gemeente krijgt € 600.000,- per jaar, voor ten hoogste 3 jaar.", "€ 600.000,-"),
        ("Alle gemeenten krijgen 600.000 euro per jaar, voor ten hoogste 3 jaar.", "600.000 euro"),
        ("Elke gemeente krijgt niets.", None),
        ("Elke gemeente krijgt per jaar, voor ten hoogste 3 jaar.", None),
    ],
)  # fmt: skip
def test_the_words_in_the_place_of_a_fact_are_found(new: str, words: str | None):
    place = retyped(OLD, AMOUNT, new)

    assert (new[slice(*place)] if place else None) == words


def test_a_fact_at_the_end_loses_no_full_stop_to_it():
    new = "Het begint in juli 2025."
    place = retyped("Het begint in juli 2024.", Piece(14, 23), new)

    assert place and new[slice(*place)] == "juli 2025"


@pytest.mark.parametrize(
    ("words", "text", "has"),
    [
        ("€ 500.000,-", "een half miljoen euro", True),
        ("€ 500.000,-", "0,5 miljoen euro", True),
        ("€ 500.000,-", "50.000 euro", False),
        ("20", "twintig", True),
        ("4 april 2024", "donderdag 4 april 2024", True),
        ("Ministerie", "Ministerie", False),
    ],
)
def test_a_value_is_known_in_another_notation(words: str, text: str, has: bool):
    assert has_value_of(words, text) is has
