import pytest

from pmg_docs.checks.audit.columns import FACT, Columns
from pmg_docs.model.place import Place

WHERE = Place("letters/proef/nota.md", 1)


def columns(*lines: str) -> Columns:
    return Columns(lambda _: list(lines))


def column(line: str, printed: str, words: str) -> int:
    """The column of a stretch of printed text, of which `words` are the first."""
    start = printed.index(words)
    return columns(line).find(WHERE, printed, start, start + len(words)).column


@pytest.mark.parametrize(
    ("line", "printed"),
    [
        ("Er zijn 20 gemeenten.", "Er zijn 20 gemeenten."),
        ("Er zijn **20** gemeenten.", "20"),
        ("Er zijn *in 2023* al 20 gemeenten.", " al 20 gemeenten."),
        (r"Er zijn \20 gemeenten.", "Er zijn 20 gemeenten."),
        ("Er zijn\u00a020 gemeenten.", "Er zijn 20 gemeenten."),
        ("[site](https://x.nl/20) met 20 gemeenten.", " met 20 gemeenten."),
        ("Dit is {{ uitgaven[20] }} of 20 jaar.", f"Dit is {FACT} of 20 jaar."),
        ("{# 20 #} Er zijn 20 gemeenten.", " Er zijn 20 gemeenten."),
        ("Noot[^20] en 20 gemeenten.", " en 20 gemeenten."),
        ("In 2020 zijn er 20 gemeenten.", "In 2020 zijn er 20 gemeenten."),
    ],
)
def test_the_column_is_that_of_the_word_as_it_is_typed(line: str, printed: str):
    start = printed.replace("2020", "____").index("20")

    found = columns(line).find(WHERE, printed, start, start + 2).column

    assert line[found - 1 :].startswith("20")
    assert line[:found].count("20") == line[: line.rindex("20")].count("20")


def test_two_equal_figures_on_a_line_have_each_their_own_column():
    line = "Er zijn 20 gemeenten en 20 scholen."
    finder = columns(line)

    found = [finder.find(WHERE, line, at, at + 2).column for at in (8, 24)]

    assert found == [9, 25]


def test_equal_figures_with_equal_surroundings_are_told_apart_by_their_turn():
    finder = columns("*20* en *20* en *20*")

    assert [finder.find(WHERE, "20", 0, 2).column for _ in range(4)] == [2, 10, 18, 2]


def test_of_two_branches_the_printed_one_is_meant():
    line = "{% if x %}30 en 20{% else %}20 scholen{% endif %}."

    assert column(line, "20 scholen.", "20") == line.rindex("20") + 1


def test_a_figure_that_is_broken_over_two_lines_begins_on_the_first():
    assert column("Dat is 500.000", "Dat is 500.000", "500.000") == 8


def test_a_text_between_braces_is_found_there():
    assert column('Dat is {{ "500.000" }} euro.', "500.000", "500.000") == 12


def test_a_text_that_was_set_elsewhere_is_found_where_it_is_set():
    finder = columns("Dat is {{ n }}.", '{% set n = "twintig" %}')

    assert finder.find(WHERE, "twintig", 0, 7) == Place(WHERE.file, 2, 13)


def test_a_word_that_is_nowhere_is_told_at_its_line():
    assert columns("Niets.").find(WHERE, "20", 0, 2) == WHERE


def test_a_place_past_the_end_of_a_file_is_told_as_it_is():
    past = Place(WHERE.file, 9)

    assert columns("Niets.").find(past, "20", 0, 2) == past
