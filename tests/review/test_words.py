"""Which words of a passage changed, each change within one source."""

import pytest

from pmg_docs.model.passage import Passage
from pmg_docs.review.words import applied, edits_between, words_of
from tests.builders.passages import passage


def changed(old: Passage, new: Passage) -> list[tuple[str, str]]:
    edits = edits_between(old, new)
    assert applied(old.text, edits, new.text) == new.text
    return [(old.text[e.old_start : e.old_end], new.text[e.new_start : e.new_end]) for e in edits]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("De kat zit.", "De hond zit.", [("kat", "hond")]),
        ("€ 500.000,- per jaar", "€ 600.000,- per jaar", [("500.000,-", "600.000,-")]),
        ("op 4 april 2024", "op 5 april 2024", [("4", "5")]),
        ("een twee drie", "een drie", [("twee ", "")]),
        ("een drie", "een twee drie", [("", "twee ")]),
        ("10 % meer", "10% meer", [("10 %", "10%")]),
        ("a ,b", "a, b", [(" ", ""), ("", " ")]),
        ("gelijk", "gelijk", []),
        ("", "nieuw", [("", "nieuw")]),
        ("’s-Hertogenbosch", "’s-Gravenhage", [("s-Hertogenbosch", "s-Gravenhage")]),
        ("de shalom שלום", "de shalom", [(" שלום", "")]),
    ],
)
def test_only_the_words_that_changed_are_an_edit(
    old: str, new: str, expected: list[tuple[str, str]]
):
    assert changed(Passage(old), Passage(new)) == expected


def test_a_text_with_hardly_a_word_in_common_is_replaced_as_a_whole():
    old = Passage("De gemeenten vragen het geld zelf aan bij de minister.")
    new = Passage("Alle scholen krijgen bericht van hun bestuur voor de zomer.")

    assert changed(old, new) == [(old.text, new.text)]


def test_two_facts_side_by_side_are_an_edit_each():
    old = passage("Er zijn {aantal|20} {wat|scholen} bij.")
    new = passage("Er zijn {aantal|24} {wat|gemeenten} bij.")

    assert changed(old, new) == [("20", "24"), ("scholen", "gemeenten")]


def test_a_typed_word_beside_a_fact_is_an_edit_of_its_own():
    old = passage("Er komt bijna {bedrag|5} euro.")
    new = passage("Er komt ruim {bedrag|6} euro.")

    assert changed(old, new) == [("bijna", "ruim"), ("5", "6")]


def test_a_short_word_between_two_rewritten_parts_does_not_stay_behind():
    old = Passage("Wij vragen u snel te beslissen de brief spoedig te tekenen voor de zomer.")
    new = Passage("Wij vragen u vandaag nog akkoord de stukken na lezing terug voor de zomer.")

    assert len(changed(old, new)) == 1


def test_a_word_never_reaches_over_two_sources():
    assert [word.text for word in words_of(passage("{a|10}-{b|20}"))] == ["10", "-", "20"]
