"""Where in a document a finding or a typed figure belongs."""

from pmg_docs.app.review.places import in_margin, typed_marks
from pmg_docs.checks.audit import TypedFigure
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.document import FactText
from pmg_docs.model.passage import Passage, Piece
from pmg_docs.model.place import Origin, Place
from pmg_docs.writers.review_page.contents import TypedMark

LETTER = "letters/proef/nota.md"
FACTS = "letters/proef/feiten.yaml"


def typed(text: str, line: int, file: str = LETTER) -> Passage:
    return Passage(text, pieces=(Piece(0, len(text), where=Place(file, line)),))


def subject(line: int) -> Passage:
    fact = FactText("Onderwerp", (Origin("brief.onderwerp", Place(LETTER, line)),))
    return Passage("Onderwerp", pieces=(Piece(0, 9, fact=fact),))


def found(where: Place | None, *passages: Passage) -> list[int]:
    """The passages that a finding at a place belongs to."""
    finding = Diagnostic("PMG999", "Er is iets.", where)
    return [passage for passage, _ in in_margin([finding], LETTER, passages, ())]


def test_a_finding_stands_beside_the_words_of_its_line():
    assert found(Place(LETTER, 9), typed("een", 7), typed("twee", 9), typed("drie", 11)) == [1]


def test_one_on_a_line_without_words_stands_beside_those_above_it():
    assert found(Place(LETTER, 10), typed("een", 7), typed("twee", 9), typed("drie", 11)) == [1]


def test_one_about_front_matter_stands_beside_what_it_gave():
    assert found(Place(LETTER, 4), subject(4), typed("een", 7)) == [0]


def test_one_above_all_words_is_about_the_letter_as_a_whole():
    assert found(Place(LETTER, 1), subject(4), typed("een", 7)) == [-1]
    assert found(Place(LETTER, 1)) == [-1]


def test_one_in_the_facts_stands_only_beside_words_of_that_very_line():
    assert found(Place(FACTS, 30), typed("cel", 30, FACTS), typed("een", 7)) == [0]
    assert found(Place(FACTS, 31), typed("cel", 30, FACTS), typed("een", 7)) == []


def test_one_elsewhere_or_nowhere_stands_beside_nothing():
    assert found(Place("styles/jenv/stijl.yaml", 7), typed("een", 7)) == []
    assert found(None, typed("een", 7)) == []


def test_one_about_a_typed_figure_stands_beside_its_mark():
    place = Place(LETTER, 7, 12)
    mark = TypedMark(1, 0, 2, place)

    finding = Diagnostic("PMG341", "Getypt.", place)
    cells = (typed("20", 7), typed("25", 7))

    assert list(in_margin([finding], LETTER, cells, [mark])) == [(1, 0)]


def test_equal_passages_each_keep_their_own_figure():
    place = Place(LETTER, 7)
    passages = (typed("er zijn 25", 7), typed("kop", 8), typed("er zijn 25", 9))
    figures = [TypedFigure(n, "er zijn 25", 8, 10, place, reason) for n, reason in
               ((0, ""), (2, "zo is het"))]  # fmt: skip

    marks = list(typed_marks(figures, passages))

    assert [(mark.passage, mark.reason) for mark in marks] == [(0, ""), (2, "zo is het")]
