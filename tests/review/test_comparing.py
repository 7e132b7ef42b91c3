"""What became of each passage."""

import time
from dataclasses import replace
from random import Random

import pytest

from pmg_docs.model.changes import Change, ChangeKind
from pmg_docs.model.passage import Part, Passage, Shape
from pmg_docs.review import compare
from tests.builders.passages import cell, heading, passage

A = passage("De ministers ondersteunen gemeenten bij hun aanpak van jeugdcriminaliteit.")
B = passage("Het geld gaat naar jongerenwerk, scholen en toeleiding naar werk.")
C = passage("De evaluatie verschijnt in het najaar van het derde jaar.")


def told(*changes: Change) -> list[tuple[ChangeKind, str]]:
    return [(change.kind, change.passage.text) for change in changes]


def of(old: list[Passage], new: list[Passage]) -> list[tuple[ChangeKind, str]]:
    return told(*compare(old, new).changes)


def test_the_same_passages_have_no_changes():
    assert compare([A, B, C], [A, B, C]).is_same


def test_a_changed_word_is_a_change_of_its_passage():
    new = replace(B, text=B.text.replace("scholen", "buurten"), pieces=())

    assert of([A, B, C], [A, new, C]) == [(ChangeKind.CHANGED, new.text)]


def test_what_came_and_what_went_is_told_where_it_stands():
    assert of([A, C], [A, B, C]) == [(ChangeKind.ADDED, B.text)]
    assert of([A, B, C], [A, C]) == [(ChangeKind.REMOVED, B.text)]


def test_what_went_is_told_before_what_came_in_its_place():
    assert of([A, B, C], [A, heading("Iets heel anders"), C]) == [
        (ChangeKind.REMOVED, B.text),
        (ChangeKind.ADDED, "Iets heel anders"),
    ]


def test_a_paragraph_that_stands_elsewhere_has_moved():
    assert of([A, B, C], [B, C, A]) == [(ChangeKind.MOVED, A.text)]


def test_a_paragraph_that_moved_to_another_section_is_followed():
    one, two = heading("Aanleiding"), heading("Kernpunten")

    assert of([one, A, B, two, C], [one, A, two, C, B]) == [(ChangeKind.MOVED, B.text)]


def test_a_paragraph_that_moved_and_changed_is_told_once_with_its_words():
    one, two = heading("Aanleiding"), heading("Kernpunten")
    later = replace(B, text=B.text.replace("scholen", "buurten"), pieces=())

    [change] = compare([one, A, B, two, C], [one, A, two, C, later]).changes
    assert (change.kind, change.is_of_words) == (ChangeKind.MOVED, True)


def test_a_section_that_moved_moves_with_all_that_stands_in_it():
    one, two, three = heading("Aanleiding"), heading("Kernpunten"), heading("Vervolg")

    assert of([one, A, two, B, three, C], [two, B, one, A, three, C]) in (
        [(ChangeKind.MOVED, "Aanleiding"), (ChangeKind.MOVED, A.text)],
        [(ChangeKind.MOVED, "Kernpunten"), (ChangeKind.MOVED, B.text)],
    )


def test_a_section_that_came_in_leaves_the_others_alone():
    one, two, new = heading("Aanleiding"), heading("Kernpunten"), heading("Krachtenveld")

    assert of([one, A, two, C], [one, A, new, B, two, C]) == [
        (ChangeKind.ADDED, "Krachtenveld"),
        (ChangeKind.ADDED, B.text),
    ]


def test_a_section_with_another_heading_is_the_same_section():
    assert of([heading("Juridische overwegingen"), A, B], [heading("De wet"), A, B]) == [
        (ChangeKind.CHANGED, "De wet")
    ]


def test_the_same_sentence_in_two_sections_is_kept_apart():
    one, two = heading("Aanleiding"), heading("Kernpunten")
    none = passage("Geen.")

    assert of([one, none, two, none], [one, none, two, passage("Wel iets.")]) == [
        (ChangeKind.REMOVED, "Geen."),
        (ChangeKind.ADDED, "Wel iets."),
    ]


def test_items_that_got_another_number_are_renumbered_and_nothing_else():
    items = [passage(text, shape=Shape.ITEM, label=f"{n}.") for n, text in
             enumerate(("Lees de nota.", "Stem in.", "Teken de brief."), start=1)]  # fmt: skip
    first = passage("Bel eerst de directie.", shape=Shape.ITEM, label="1.")
    later = [first, *(replace(item, label=f"{n}.") for n, item in enumerate(items, start=2))]

    assert of(items, later) == [
        (ChangeKind.ADDED, first.text),
        *((ChangeKind.RENUMBERED, item.text) for item in items),
    ]


def test_a_changed_cell_is_that_cell_though_no_word_is_the_same():
    old = [cell("Jaar", 1, 1), cell("Wie", 1, 2), cell("2024", 2, 1), cell("Almelo", 2, 2)]
    new = [*old[:3], cell("Breda", 2, 2)]

    assert of(old, new) == [(ChangeKind.CHANGED, "Breda")]


def test_a_row_that_came_in_is_two_cells_that_came_in():
    rows = [cell("Almelo", 1, 1), cell("€ 5", 1, 2), cell("Breda", 2, 1), cell("€ 7", 2, 2)]
    more = [*rows[:2], cell("Assen", 2, 1), cell("€ 6", 2, 2), cell("Breda", 3, 1),
            cell("€ 7", 3, 2)]  # fmt: skip

    assert of(rows, more) == [(ChangeKind.ADDED, "Assen"), (ChangeKind.ADDED, "€ 6")]


def test_a_field_of_the_frame_is_held_against_the_field_of_its_name():
    def frame(name: str, text: str) -> Passage:
        return replace(passage(text, part=Part.FRAME), name=name)

    old = [frame("datum", "4 april 2024"), frame("kenmerk", "5300203")]
    new = [frame("datum", "4 april 2024"), frame("kenmerk", "NCTV-99")]

    assert of(old, new) == [(ChangeKind.CHANGED, "NCTV-99")]


def test_a_heading_that_became_text_is_another_shape_with_the_same_words():
    one, two = heading("Aanleiding"), replace(heading("Kernpunten"), shape=Shape.TEXT)

    assert of([one, A, heading("Kernpunten"), B], [one, A, two, B]) == [
        (ChangeKind.RESHAPED, "Kernpunten")
    ]


def test_a_note_that_changed_is_found():
    note = passage("Stcrt. 2024, 12052.", part=Part.NOTE, place="voetnoot 1")
    later = passage("Stcrt. 2025, 12052.", part=Part.NOTE, place="voetnoot 1")

    assert of([A, note], [A, later]) == [(ChangeKind.CHANGED, later.text)]


def test_the_same_input_gives_the_same_comparison():
    old, new = [A, B, C, A], [C, A, B]

    assert compare(old, new) == compare(list(old), list(new))


def paragraphs(random: Random, count: int) -> list[Passage]:
    words = [f"woord{n}" for n in range(3000)]
    return [Passage(" ".join(random.choice(words) for _ in range(40))) for _ in range(count)]


@pytest.mark.parametrize("how", ["changed", "shuffled", "other"])
def test_a_hundred_pages_take_a_bounded_time(how: str):
    """A hundred pages: what is quadratic takes minutes here, not seconds."""
    random = Random(7)  # noqa: S311 - words, not secrets
    old = paragraphs(random, 1500)
    new = paragraphs(random, 1500)
    if how == "changed":
        new = [replace(one, text=f"{one.text} erbij") for one in old]
    if how == "shuffled":
        new = random.sample(old, len(old))
    began = time.process_time()

    changes = compare(old, new).changes

    assert len(changes) >= 1400
    assert time.process_time() - began < 15


def test_one_paragraph_of_fifty_thousand_words_takes_a_bounded_time():
    random = Random(7)  # noqa: S311 - words, not secrets
    words = [f"w{n}" for n in range(40)]
    old, new = (Passage(" ".join(random.choice(words) for _ in range(50_000))) for _ in "ab")
    began = time.process_time()

    assert len(compare([old], [new]).changes) == 1
    assert time.process_time() - began < 15
