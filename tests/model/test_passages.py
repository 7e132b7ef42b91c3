from pmg_docs.model.document import (
    Cell,
    FactText,
    Heading,
    ListBlock,
    Note,
    NoteRef,
    Paragraph,
    Quotation,
    Strong,
    Table,
    Text,
)
from pmg_docs.model.passage import Part, Shape
from pmg_docs.model.passages import passages_of
from pmg_docs.model.place import Origin, Place
from tests.builders.tree import nota

PLACE = Place("letters/x/nota.md", 7, 3)
FACT = FactText("€ 500.000", (Origin("bijdrage", Place("letters/x/feiten.yaml", 2, 5)),))


def test_each_piece_of_a_passage_is_the_words_it_says():
    line = (Text("Elk krijgt  ", PLACE), Strong((FACT,)), Text(" per\njaar. ", PLACE))
    (passage,) = [p for p in passages_of(nota(Paragraph(line))) if p.part is Part.BODY]
    assert passage.text == "Elk krijgt € 500.000 per jaar."
    words = [passage.text[piece.start : piece.end] for piece in passage.pieces]
    assert words == ["Elk krijgt", "€ 500.000", "per jaar."]
    assert [piece.fact for piece in passage.pieces] == [None, FACT, None]
    assert passage.where == PLACE


def test_a_passage_knows_the_section_that_it_stands_in():
    heading = Heading(2, (Text("Financiële overwegingen"),), "4.2")
    found = passages_of(nota(Paragraph((Text("Eerst."),)), heading, Paragraph((Text("Dan."),))))
    body = [p for p in found if p.part is Part.BODY]
    assert [p.section for p in body] == ["", "", "4.2 Financiële overwegingen"]


def test_equal_cells_are_each_a_passage():
    row = tuple(Cell((Paragraph((Text("nee"),)),)) for _ in range(3))
    assert [p.shape for p in passages_of(nota(Table((row,)))) if p.text == "nee"] == [
        Shape.CELL
    ] * 3


def test_an_ordered_item_has_its_number_as_label():
    items = tuple((Paragraph((Text(word),)),) for word in ("een", "twee"))
    body = [p for p in passages_of(nota(ListBlock(items, True))) if p.shape is Shape.ITEM]
    assert [(p.label, p.text) for p in body] == [("1.", "een"), ("2.", "twee")]


def test_a_note_says_its_number_and_its_mark_is_no_word():
    note = Note(1, (Paragraph((Text("Stcrt. 2024."),)),))
    tree = nota(Paragraph((Text("Zie"), NoteRef(1), Text("."))), notes=(note,))
    body, printed = (p for p in passages_of(tree) if p.part is not Part.FRAME)
    assert body.text == "Zie."
    assert (printed.part, printed.place) == (Part.NOTE, "voetnoot 1")


def test_words_inside_a_quotation_are_marked_as_such():
    (passage,) = [
        p for p in passages_of(nota(Quotation((Paragraph((Text("Ja."),)),)))) if p.text == "Ja."
    ]
    assert passage.is_quotation
