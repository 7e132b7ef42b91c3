import pytest
from hypothesis import given

from pmg_docs.dutch.numerals import read_in_words, write_in_words
from tests.dutch.values import whole_numbers


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "nul"),
        (1, "één"),
        (15, "vijftien"),
        (20, "twintig"),
        (21, "eenentwintig"),
        (22, "tweeëntwintig"),
        (33, "drieëndertig"),
        (88, "achtentachtig"),
        (100, "honderd"),
        (101, "honderdeen"),
        (342, "driehonderdtweeënveertig"),
        (1000, "duizend"),
        (1001, "duizend een"),
        (2100, "tweeduizend honderd"),
        (101_000, "honderdeenduizend"),
        (500_000, "vijfhonderdduizend"),
        (1_000_000, "een miljoen"),
        (2_000_003, "twee miljoen drie"),
        (1_200_000_000, "een miljard tweehonderd miljoen"),
        (-3, "min drie"),
    ],
)
def test_a_number_in_words(number: int, words: str) -> None:
    assert write_in_words(number) == words


def test_a_million_million_is_not_written_in_words() -> None:
    with pytest.raises(ValueError, match="te groot"):
        write_in_words(10**12)


@given(whole_numbers)
def test_a_number_in_words_reads_back(number: int) -> None:
    assert read_in_words(write_in_words(number)) == number


def test_every_number_up_to_ten_thousand_reads_back() -> None:
    assert all(read_in_words(write_in_words(number)) == number for number in range(10_001))


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("Twintig", 20),
        ("Eén", 1),
        ("vijftienhonderd", 1500),
        ("één miljoen", 1_000_000),
        ("twee\u00a0miljoen", 2_000_000),
        ("twee\u0308", None),
        ("tweee\u0308ntwintig", 22),
    ],
)
def test_words_as_others_write_them(words: str, number: int | None) -> None:
    assert read_in_words(words) == number


@pytest.mark.parametrize(
    "words",
    [
        "",
        "min",
        "min nul",
        "een",
        "twintighonderd",
        "twee drie",
        "miljoen",
        "duizend duizend",
        "twee duizend",
        "drie miljoen twee miljard",
        "duizend vijftienhonderd",
        "eenduizend",
        "gemeenten",
    ],
)
def test_what_is_no_number_in_words(words: str) -> None:
    assert read_in_words(words) is None
