import pytest

from pmg_docs.checks.drift.words import is_same, places_of
from pmg_docs.model.baseline import sentence_digest


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("’s-Hertogenbosch", "'s-Hertogenbosch"),
        ("€\u00a0500.000,-", "€ 500.000,-"),
        ("“zo”", '"zo"'),
        ("van 8–27", "van 8-27"),
    ],
)
def test_typography_is_no_difference(one: str, other: str):
    assert is_same(one, other)
    assert sentence_digest(one) == sentence_digest(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1,5 miljoen", "15 miljoen"),
        ("1.500 euro", "1500 euro"),
        ("-5 procent", "5 procent"),
        ("1/2 deel", "12 deel"),
        ("om 9:30 uur", "om 930 uur"),
        ("100 %", "100"),
    ],
)
def test_another_figure_is_another_sentence(one: str, other: str):
    assert sentence_digest(one) != sentence_digest(other)
    assert not is_same(one, other)


@pytest.mark.parametrize(
    ("words", "text", "count"),
    [
        ("20", "De 20 gemeenten", 1),
        ("20", "in 2024 en 120", 0),
        ("500", "€ 500.000,-", 0),
        ("000", "€ 500.000,-", 0),
        ("€ 500.000,-", "samen €\u00a0500.000,- en € 500.000,-.", 2),
        ("B&W <Co>", "de firma B&W <Co>, te", 1),
        ("שלום", "zegt שלום.", 1),
        ("", "niets", 0),
    ],
)
def test_words_are_found_whole(words: str, text: str, count: int):
    assert len(places_of(words, text)) == count
