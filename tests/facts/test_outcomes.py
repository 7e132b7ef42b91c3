"""What both sides of a rule come to."""

from pathlib import Path

import pytest

from pmg_docs.facts.rules import Outcome, outcome
from tests.builders.facts import facts

FACTS = """
budget: {bedrag: 1500}
prijs: {bedrag: 500}
drie: 3
nul: 0
gat: {open: het bedrag}
einde: {datum: 2027-07-01}
"""


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("budget == drie * prijs", Outcome("€ 1.500", "€ 1.500", True)),
        ("budget < prijs", Outcome("€ 1.500", "€ 500", False)),
        ("einde == einde", Outcome("1 juli 2027", "1 juli 2027", True)),
        ("gat == prijs", Outcome()),
        ("drie / nul == drie", Outcome(holds=False)),
    ],
)
def test_both_sides_are_told_in_words(tmp_path: Path, rule: str, expected: Outcome):
    read = facts(tmp_path, FACTS, f"regels: [{{code: R1, regel: {rule}, uitleg: Klopt}}]\n")

    told = outcome(read.rules[0], read)

    words = (told.left.replace("\xa0", " "), told.right.replace("\xa0", " "), told.holds)
    assert words == (expected.left, expected.right, expected.holds)
