"""Plain text to paste: nothing but the words, and every word."""

import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pmg_docs.model.document import (
    Document,
    Heading,
    Link,
    ListBlock,
    Note,
    NoteRef,
    Quotation,
    Strong,
    Table,
)
from pmg_docs.model.words import words_of_body, words_of_notes
from pmg_docs.readers.text import read
from pmg_docs.writers.text import write
from tests.builders.look import look
from tests.builders.tree import cell, kamerbrief, line, nota, paragraph, persbericht

LOOK = look(b"-")
SIGNS = "- [1]2. \u00a0\u2028\t" + string.punctuation + "aZ é €’"
texts = st.text(alphabet=SIGNS, min_size=1, max_size=14).filter(lambda t: bool(t.strip()))


def written(document: Document) -> str:
    return write(document, LOOK).decode()


def body(*blocks: object, notes: tuple[Note, ...] = ()) -> Document:
    return Document("nota", "rijk", "t", (), (), tuple(blocks), notes)  # type: ignore[arg-type]


@given(texts, texts)
@settings(max_examples=400, deadline=None)
def test_any_text_reads_back_in_every_place(one: str, two: str) -> None:
    document = body(
        Heading(1, line(one), label="1."),
        paragraph(one, NoteRef(1), two),
        paragraph(NoteRef(1), one, Strong(line(two))),
        ListBlock(((paragraph(one), ListBlock(((paragraph(two),),))), (paragraph(two),))),
        ListBlock(((ListBlock(((paragraph(one),),)),), (paragraph(one),)), is_ordered=True),
        Quotation((paragraph(one), paragraph(two))),
        Table(rows=((cell(one), cell(two)),), header=(cell(two), cell("k"))),
        Table(rows=((cell(one), cell(two, one)),), title=(line(one),), has_row_heads=True),
        notes=(Note(1, (paragraph(one), paragraph(two))),),
    )
    found = read(write(document, LOOK))
    assert found.body == words_of_body(document)
    assert found.notes == words_of_notes(document)


def test_a_press_release_opens_with_its_title_and_no_sender() -> None:
    assert written(persbericht()).startswith(
        "persbericht\n20 gemeenten extra gesteund in aanpak van jeugdcriminaliteit\n\n"
        "Datum 4 april 2024\n\n20 gemeenten krijgen"
    )


@pytest.mark.parametrize("words", ["CONCEPT", "Retouradres", "Tweede Kamer", "Turfmarkt"])
def test_status_sender_and_address_are_left_out(words: str) -> None:
    assert words not in written(kamerbrief())


def test_date_subject_and_kenmerk_stand_behind_their_labels() -> None:
    made = written(kamerbrief())
    assert made.startswith("Datum 7 juli 2023\nBetreft Brede preventieaanpak")
    assert "\n\nOns kenmerk 4760711\nBijlagen 2\n\nGeachte voorzitter,\n" in made


def test_a_paragraph_is_one_line() -> None:
    assert written(body(paragraph("een\ntwee  drie"))) == "een twee drie\n"


def test_a_heading_stands_on_a_line_of_its_own() -> None:
    assert "\n\n4.2 Financiële overwegingen\n\n" in written(nota())


def test_lists_have_a_dash_or_a_number() -> None:
    assert "- eerste punt\n  1. binnen een\n  2. binnen twee\n- tweede punt\n" in written(nota())


def test_a_simple_table_has_tabs_between_its_cells() -> None:
    assert "\n\nJaar\tBedrag\n2025\t€ 143\n\n" in written(nota())


def test_a_table_with_long_cells_has_the_head_of_each_row_above_them() -> None:
    assert "\n\n1. Doel\n\nEerste alinea.\n\nTweede alinea | met streep.\n\n" in written(nota())


def test_there_is_no_markup() -> None:
    made = written(
        body(paragraph(Strong(line("nadruk")), " op ", Link("https://x.nl", line("dit"))))
    )
    assert made == "nadruk op dit\n"


def test_names_stand_under_their_offices() -> None:
    made = written(kamerbrief())
    assert "\n\nDe Minister voor Rechtsbescherming,\nF.M. Weerwind\n\n" in made


def test_notes_stand_at_the_end() -> None:
    made = written(kamerbrief())
    assert "Staatscourant\u00a0[1]." in made
    assert made.endswith("\n\n[1]\u00a0Stcrt. 2024, 12052.\n\n"
                         "[2]\u00a0Kamerstukken II 2022/23, 28741, nr. 106.\n")  # fmt: skip


def test_an_empty_item_keeps_its_place() -> None:
    made = written(body(ListBlock(((), (paragraph("b"),)), is_ordered=True)))
    assert made == "1. \n2. b\n"
