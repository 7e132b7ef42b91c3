"""No text makes a rule slow: time grows with its length and no faster."""

import time
from pathlib import Path

import pytest

from tests.builders.subject import told

LINES = [
    "Aa ",
    "Almelo en ",
    "Almelo, ",
    "A",
    "« ",
    "ABC DEF ",
    "de 19 gemeenten ",
    "met deze brief ",
    "Kamerstukken II 2022/23, 28741, nr. 105 ",
    "schrijft ",
]


@pytest.mark.parametrize("words", LINES)
def test_one_line_of_the_same_words_takes_no_minutes(tmp_path: Path, words: str):
    """Half a second for a tenth of a megabyte, and room for a slow machine."""
    before = time.perf_counter()

    told(tmp_path, nota="Hier: " + words * (100_000 // len(words)))

    assert time.perf_counter() - before < 10
