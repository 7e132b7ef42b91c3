"""Whatever stands in a line, Markdown reads back the same words."""

import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pmg_docs.model.document import (
    Cell,
    Document,
    Emphasis,
    Heading,
    Link,
    ListBlock,
    Note,
    NoteRef,
    Paragraph,
    Quotation,
    Strong,
    Table,
    Text,
)
from pmg_docs.model.words import words_of_body, words_of_notes
from pmg_docs.readers.markdown import read
from pmg_docs.writers.markdown import write
from pmg_docs.writers.markdown.line import line_text
from tests.builders.look import look
from tests.builders.tree import cell, line, paragraph

SIGNS = string.punctuation + "aZ1 é €’\u00a0"
texts = st.text(alphabet=SIGNS, min_size=1, max_size=14).filter(lambda t: bool(t.strip()))
words = texts.map(Text)
inlines = st.one_of(
    words,
    words.map(lambda text: Strong((text,))),
    texts.map(lambda t: Emphasis((Text(f"a{t}z"),))),
    texts.map(lambda t: Link("https://example.nl/a_b", (Text(t),))),
    st.just(NoteRef(1)),
)
NOTES = (Note(1, (paragraph("1. noot"), paragraph("*tweede*"))),)
LOOK = look(b"-")


def document(*body: object) -> Document:
    return Document("nota", "rijk", "t", (), (), tuple(body), NOTES)  # type: ignore[arg-type]


def assert_reads_back(*body: object) -> None:
    tree = document(*body)
    data = write(tree, LOOK)
    found = read(data)
    assert found.body == words_of_body(tree), data.decode()


@given(texts)
@settings(max_examples=400, deadline=None)
def test_a_text_reads_back_in_every_place(text: str) -> None:
    table = Table(rows=((cell(text), cell(text)),), header=(cell("k"), cell(text)))
    assert_reads_back(
        Heading(1, line(text), label="1."),
        paragraph(text, NoteRef(1)),
        ListBlock(((paragraph(text),), (paragraph("b"), paragraph(text)))),
        paragraph(text),
        ListBlock(((paragraph(text), ListBlock(((paragraph(text),),))),), is_ordered=True),
        Quotation((paragraph(text), paragraph("slot"))),
        table,
        Table(rows=((cell(text), cell(text, "meer")),), title=(line(text),), has_row_heads=True),
    )


@given(st.lists(texts, min_size=2, max_size=3), st.sampled_from([Strong, Emphasis]))
@settings(max_examples=200, deadline=None)
def test_signs_at_the_seams_of_inlines_read_back(parts: list[str], dress: type[Strong]) -> None:
    assert_reads_back(
        paragraph(parts[0], NoteRef(1), parts[-1]),
        paragraph(NoteRef(1), parts[0]),
        paragraph(parts[0], Link("https://example.nl/a_b", line(parts[1])), parts[-1], NoteRef(1)),
        paragraph(f"{parts[0]} ", dress(line("een", " ", "twee")), f" {parts[-1]}"),
    )


@pytest.mark.parametrize(
    "text",
    [
        "€ 500.000,-", "4 april 2024", "DG-plan (2024)", "Kamerstukken II 2022/23, 28741, nr. 106",
        "R&D", "a_b", "[nog open: het kenmerk]", "5 < 6", "’s-Hertogenbosch - Den Haag", "20%",
        "{{ x }}", "artikel 3.1", "wat #2 is", "let op!", "ja/nee + meer", "2024.",
    ],
)  # fmt: skip
def test_ordinary_words_get_no_backslash(text: str) -> None:
    assert line_text(line(f"Tekst {text}")) == f"Tekst {text}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024. Dat was", r"2024\. Dat was"),
        ("1) eerst", r"1\) eerst"),
        ("- punt", r"\- punt"),
        ("+ punt", r"\+ punt"),
        ("# kop", r"\# kop"),
        ("> citaat", r"\> citaat"),
        ("---", r"\---"),
        ("*x*", r"\*x\*"),
        ("_x_", r"\_x\_"),
        ("`x`", r"\`x\`"),
        ("<b>", r"\<b>"),
        ("&amp;", r"\&amp;"),
        ("[^1]", r"\[^1]"),
        ("[a](b)", r"\[a](b)"),
        ("[a]: b", r"\[a]: b"),
        ("a\\b", r"a\\b"),
        ("~~weg~~", r"\~\~weg\~\~"),
    ],
)
def test_signs_get_a_backslash(text: str, expected: str) -> None:
    assert line_text(line(text)) == expected


def test_an_exclamation_mark_does_not_turn_a_link_into_an_image() -> None:
    made = line_text(line("Let op!", Link("https://example.nl", line("hier"))))
    assert made == r"Let op\![hier](https://example.nl)"


def test_a_pipe_is_escaped_in_a_table_only() -> None:
    assert line_text(line("a | b")) == "a | b"
    assert line_text(line("a | b"), in_table=True) == r"a \| b"


def test_a_second_numbered_list_counts_from_one() -> None:
    one = ListBlock(((Paragraph(line("a")),),), is_ordered=True)
    assert_reads_back(one, one)


def test_notes_read_back_with_all_their_paragraphs() -> None:
    tree = document(paragraph("x", NoteRef(1)))
    assert read(write(tree, LOOK)).notes == words_of_notes(tree)


def test_an_empty_cell_keeps_its_column() -> None:
    tree = document(
        Table(rows=((Cell((paragraph(""),)), cell("b")),), header=(cell("k"), cell("l")))
    )
    assert "|  | b |" in write(tree, LOOK).decode()
