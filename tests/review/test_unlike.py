"""Files of different kinds say the same in other paragraphs."""

from pmg_docs.model.changes import ChangeKind
from pmg_docs.model.passage import Part
from pmg_docs.review.unlike import compare_unlike
from tests.builders.passages import cell, heading, passage

WORD = [
    passage("nota"),
    heading("Aanleiding", "1."),
    passage("De ministers ondersteunen twintig gemeenten."),
    passage("Dat gebeurt vanaf juli."),
    cell("Almelo", 1, 1),
    cell("€ 5", 1, 2),
    passage("Datum", part=Part.HEADER),
    passage("4 april 2024", part=Part.HEADER),
    passage("Pagina {pagina} van {totaal}", part=Part.FOOTER),
]
PDF = [
    passage("4 april 2024", part=Part.HEADER),
    passage("nota Datum 4 april 2024"),
    passage("1. Aanleiding De ministers ondersteunen twintig"),
    passage("gemeenten. Dat gebeurt vanaf juli."),
    passage("Almelo € 5"),
    passage("4 april 2024", part=Part.HEADER),
    passage("Pagina 1 van 2", part=Part.FOOTER),
    passage("Pagina 2 van 2", part=Part.FOOTER),
]


def test_the_same_words_in_other_paragraphs_are_no_change():
    assert compare_unlike(WORD, WORD).is_same
    assert compare_unlike(WORD, [*PDF[:1], passage("nota"), passage("Datum", part=Part.HEADER),
                                 *PDF[2:]]).is_same  # fmt: skip


def test_a_changed_word_is_told_in_the_paragraph_of_the_new_file():
    new = [*PDF[2:3], passage("gemeenten. Dat gebeurt vanaf mei."), *PDF[4:5]]
    old = WORD[1:6]

    [change] = compare_unlike(old, new).changes
    [edit] = change.edits
    assert change.kind is ChangeKind.CHANGED
    assert change.new is not None
    assert change.new.text[edit.new_start : edit.new_end] == "mei"


def test_a_paragraph_that_only_one_has_came_or_went_as_a_whole():
    more = [*WORD[:4], passage("Dit staat er nieuw bij."), *WORD[4:]]

    [came] = compare_unlike(WORD, more).changes
    [went] = compare_unlike(more, WORD).changes
    assert (came.kind, came.passage.text) == (ChangeKind.ADDED, "Dit staat er nieuw bij.")
    assert (went.kind, went.passage.text) == (ChangeKind.REMOVED, "Dit staat er nieuw bij.")


def test_a_changed_header_is_found_though_it_stands_on_every_page():
    later = [passage("5 april 2024", part=Part.HEADER) if "4 april" in one.text else one
             for one in PDF if "Datum" not in one.text]  # fmt: skip
    before = [one for one in PDF if "Datum" not in one.text]

    [change] = compare_unlike(before, later).changes
    assert change.passage.text == "5 april 2024"
