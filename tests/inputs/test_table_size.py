"""How many cells Markdown would make of a text."""

import pytest

from pmg_docs.inputs.table_size import MOST_CELLS, endless_table

WIDE = f"|{'a|' * 999}"


@pytest.mark.parametrize(
    "text",
    [
        f"{WIDE}\n|{'-|' * 999}\n" + "|b|\n" * 200,
        f"> {WIDE}\n" + "> b\n" * 200,
        "\n\n".join([f"{WIDE}\n{WIDE}\n" + "|b|\n" * 48] * 4),
    ],
    ids=["short rows", "quoted", "many tables"],
)
def test_short_rows_below_a_long_one_count_as_long_as_it(text: str):
    assert (endless_table(text) or "").endswith(WIDE)


@pytest.mark.parametrize(
    "text",
    [
        "| a | b |\n|---|---|\n" + "| c | d |\n" * 20_000,
        "a | b\n" + "woorden\n" * (MOST_CELLS + 1),
        f"{WIDE}\n\n" + "woorden\n" * (MOST_CELLS + 1),
    ],
    ids=["long", "text", "apart"],
)
def test_a_long_text_is_no_endless_table(text: str):
    assert endless_table(text) is None
