"""Time grows with the length of a file only, whatever stands in it."""

import time
from pathlib import Path

import pytest

from pmg_docs.checks.defects import find_defects, recognise_type
from pmg_docs.model.passage import FileText, Passage
from tests.builders.manuscript import facts_at, types

UNITS = (
    "Almelo, ", "de de ", "€ 5.000,- en €6 ", "€ ", "bodem-kwaliteit ", "plant- onderhoud ",
    "Nissewaardt ", "TODO ", '" ', "<p <b ", "1 000 ", "Datum ", "Met deze brief ",
)  # fmt: skip


@pytest.mark.parametrize("unit", UNITS)
def test_one_line_of_the_same_words_takes_no_minutes(tmp_path: Path, unit: str):
    file = FileText("txt", (Passage((unit * (200_000 // len(unit))).strip()),))
    facts = facts_at(tmp_path)
    before = time.perf_counter()

    find_defects(file, facts, types()[0])
    recognise_type(file, types())

    assert time.perf_counter() - before < 15


def test_a_file_of_nothing_has_no_defects(tmp_path: Path):
    file = FileText("txt", (Passage("**"),))
    assert find_defects(file, facts_at(tmp_path), types()[0]) == ()
    assert recognise_type(file, types()) is None
