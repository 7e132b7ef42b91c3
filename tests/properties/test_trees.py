"""Any tree that a letter can become is read back from Word, HTML and PDF word for word."""

from hypothesis import given, settings
from hypothesis import strategies as st

from pmg_docs.checks.proof import prove
from pmg_docs.model.document import (
    Align,
    Block,
    Cell,
    Document,
    Emphasis,
    Heading,
    Inline,
    Line,
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
from pmg_docs.readers import READERS
from pmg_docs.writers import WRITERS
from tests.builders.look import look
from tests.builders.tree import fact, gap, nota

LOOK = look()

# What a letter may hold, awkward for XML, HTML, Word and bidi alike.
texts = st.text("ab é€<>&\"'{}[]|*_#~\\/.,;:-–’ĳşא", min_size=1, max_size=8).filter(str.strip)
inlines: st.SearchStrategy[Inline] = st.recursive(
    st.one_of(texts.map(Text), texts.map(fact), st.just(gap("b"))),
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: Strong(tuple(parts))),
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: Emphasis(tuple(parts))),
        st.lists(texts.map(Text), min_size=1, max_size=2).map(
            lambda parts: Link("https://voorbeeld.nl/a?b=c&d", tuple(parts))
        ),
    ),
    max_leaves=5,
)
lines: st.SearchStrategy[Line] = st.lists(inlines, min_size=1, max_size=4).map(tuple)
paragraphs = st.builds(Paragraph, lines)
cells = st.builds(Cell, st.lists(paragraphs, max_size=2).map(tuple), st.sampled_from(Align))


@st.composite
def tables(draw: st.DrawFn) -> Table:
    width = draw(st.integers(1, 4))
    row = st.lists(cells, min_size=width, max_size=width).map(tuple)
    rows = draw(st.lists(row, min_size=1, max_size=3))
    return Table(header=draw(row), rows=tuple(rows))


blocks: st.SearchStrategy[Block] = st.recursive(
    st.one_of(paragraphs, tables(), st.builds(Heading, st.integers(1, 3), lines)),
    lambda inner: st.one_of(
        st.lists(
            st.tuples(paragraphs, inner).map(tuple), min_size=1, max_size=3
        ).map(lambda items: ListBlock(tuple(items), is_ordered=len(items) % 2 == 0)),
        st.lists(paragraphs, min_size=1, max_size=2).map(lambda p: Quotation(tuple(p))),
    ),
    max_leaves=4,
)  # fmt: skip


@st.composite
def documents(draw: st.DrawFn) -> Document:
    body = draw(st.lists(blocks, min_size=1, max_size=4))
    notes = draw(st.lists(paragraphs, max_size=2))
    marks = tuple(Paragraph((Text("zie"), NoteRef(n))) for n in range(1, len(notes) + 1))
    numbered = tuple(Note(n, (text,)) for n, text in enumerate(notes, start=1))
    return nota(*body, *marks, notes=numbered)


def assert_proven(document: Document, name: str) -> None:
    data = WRITERS[name](document.shown_in(name), LOOK)
    found = READERS[name](data)

    assert prove(document.shown_in(name), found, name, has_headers=name == "docx") == ()


@settings(max_examples=120)
@given(documents())
def test_any_tree_reads_back_from_word(document: Document):
    assert_proven(document, "docx")


@settings(max_examples=120)
@given(documents())
def test_any_tree_reads_back_from_html(document: Document):
    assert_proven(document, "html")


@settings(max_examples=40)
@given(documents())
def test_any_tree_reads_back_from_pdf(document: Document):
    assert_proven(document, "pdf")


@settings(max_examples=40)
@given(documents())
def test_the_same_tree_gives_the_same_bytes(document: Document):
    for name in ("docx", "html"):
        assert WRITERS[name](document, LOOK) == WRITERS[name](document, LOOK)
