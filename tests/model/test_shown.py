from dataclasses import replace

from pmg_docs.model.document import Document, FactText
from pmg_docs.model.place import Origin, Place
from pmg_docs.model.shown import shown_facts
from tests.builders.tree import fact, nota, paragraph

HERE = Place("feiten.yaml", 3, 3)


def bare(*texts: FactText) -> Document:
    return replace(nota(*(paragraph(text) for text in texts)), first_page=(), follow_on=())


def test_one_fact_in_two_notations_is_shown_twice_and_repeated_words_once():
    amount, million = fact("500.000 euro", "bijdrage"), fact("een half miljoen", "bijdrage")

    shown = shown_facts(bare(amount, million, amount))

    assert [(one.name, one.text) for one in shown] == [
        ("bijdrage", "500.000 euro"), ("bijdrage", "een half miljoen"),
    ]  # fmt: skip


def test_words_of_two_facts_carry_both_names():
    both = FactText("€ 1.000", (Origin("aantal", HERE), Origin("bijdrage", HERE)), "bedrag", "1000")

    assert [one.name for one in shown_facts(bare(both))] == ["aantal-bijdrage"]
