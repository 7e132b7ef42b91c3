"""Small trees of every shape, written as Markdown and read back."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pmg_docs.model.document import (
    Block,
    Cell,
    Document,
    Emphasis,
    Inline,
    Line,
    ListBlock,
    Paragraph,
    Quotation,
    Strong,
    Table,
    Text,
)
from pmg_docs.model.words import words_of_body
from pmg_docs.readers.markdown import read
from pmg_docs.writers.markdown import write
from pmg_docs.writers.markdown.line import line_text
from tests.builders.look import look
from tests.builders.tree import cell, fact, gap, line, paragraph

LOOK = look(b"-")

texts = st.text(alphabet="a1 *_.", min_size=1, max_size=4)
inlines: st.SearchStrategy[Inline] = st.recursive(
    st.one_of(texts.map(Text), st.just(fact("a")), st.just(gap("b"))),
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: Strong(tuple(parts))),
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: Emphasis(tuple(parts))),
    ),
    max_leaves=5,
)
lines: st.SearchStrategy[Line] = st.lists(inlines, min_size=1, max_size=5).map(tuple)
words = st.sampled_from("abcdek").map(paragraph)


def lists_of(inner: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
    """Lists whose items begin with a line, as Markdown can write them."""
    item = st.tuples(words, st.lists(inner, max_size=3)).map(lambda parts: (parts[0], *parts[1]))
    items = st.lists(item, min_size=1, max_size=3).map(tuple)
    return st.builds(ListBlock, items, is_ordered=st.booleans())


blocks: st.SearchStrategy[Block] = st.recursive(
    words, lambda inner: lists_of(st.one_of(words, inner)), max_leaves=6
)


def assert_reads_back(*body: Block) -> None:
    tree = Document("nota", "rijk", "t", (), (), body)
    data = write(tree, LOOK)
    assert read(data).body == words_of_body(tree), data.decode()


@given(lines)
@settings(max_examples=500)
def test_emphasis_in_every_place_reads_back(children: Line):
    assert_reads_back(Paragraph(children), Quotation((Paragraph(children), paragraph("slot"))))


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (("2", Emphasis(line("3")), "4"), "2*3*4"),
        (("een ", Emphasis(line("twee")), " drie"), "een _twee_ drie"),
        ((Strong(line("a")), "a", Emphasis(line("a"))), "**a**a*a*"),
        ((Strong(line("a", Emphasis(line("b")))),), "**ab**"),
    ],
)
def test_emphasis_inside_a_word_gets_an_asterisk(parts: tuple[Inline | str, ...], expected: str):
    assert line_text(line(*parts)) == expected


@given(st.lists(blocks, min_size=1, max_size=3).map(tuple))
@settings(max_examples=500)
def test_nested_lists_read_back(body: tuple[Block, ...]):
    assert_reads_back(*body)
    assert_reads_back(Quotation(body), paragraph("slot"))


def test_a_loose_list_inside_a_list_keeps_its_paragraph():
    inner = ListBlock(((paragraph("b"), paragraph("k")),), is_ordered=True)

    assert_reads_back(ListBlock(((paragraph("a"), inner), (paragraph("e"),))))


def test_a_simple_table_with_an_empty_cell_stays_a_table():
    table = Table(header=(cell("k"), Cell(())), rows=((cell("a"), Cell(())), (Cell(()), cell("b"))))

    made = write(Document("nota", "rijk", "t", (), (), (table,)), LOOK).decode()

    assert made.endswith("| k |  |\n| --- | --- |\n| a |  |\n|  | b |\n")
    assert_reads_back(table)
