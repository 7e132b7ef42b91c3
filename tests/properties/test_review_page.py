"""Any tree that a letter can become stands on the page for a reviewer word for word."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from pmg_docs.model.document import Document
from pmg_docs.model.passage import Passage
from pmg_docs.model.passages import passages_of
from pmg_docs.model.place import Place
from pmg_docs.writers.review_page.contents import Alterations, Altered, Paper, Replaced, TypedMark
from pmg_docs.writers.review_page.reading import ReadPaper, read_paper
from tests.builders.review_page import read_page, said_by
from tests.properties.test_trees import documents


def paper_of(document: Document) -> Paper:
    texts = passages_of(document)
    shown = [piece.fact for passage in texts for piece in passage.pieces if piece.fact]
    keys = tuple(tuple(dict.fromkeys(origin.path for origin in fact.origins)) for fact in shown)
    return Paper("nota", document, texts, keys, "0")


def read(paper: Paper) -> ReadPaper:
    names = {key: f"feit-{key}" for keys in paper.keys for key in keys}
    return read_paper(paper, 0, names, ())


def words(shown: ReadPaper) -> str:
    frame = Markup().join(line for field in shown.frame for line in field.lines)
    return said_by(read_page(f"<div>{frame}{shown.body}{shown.notes}</div>").root)


def expected(texts: tuple[Passage, ...]) -> str:
    """The words of passages; the number of a heading is one of them, that of an item is not."""
    labelled = (p.label if p.shape == "heading" else "" for p in texts)
    return "".join(f"{label}{p.text}" for label, p in zip(labelled, texts, strict=True)).replace(
        " ", ""
    )


def spans(passage: Passage) -> st.SearchStrategy[tuple[int, int]]:
    position = st.integers(0, len(passage.text))
    return st.tuples(position, position).map(lambda pair: (min(pair), max(pair)))


@settings(max_examples=60, deadline=None)
@given(documents())
def test_every_word_stands_on_the_page(document: Document):
    paper = paper_of(document)

    assert words(read(paper)) == expected(paper.passages)


@settings(max_examples=60, deadline=None)
@given(documents(), st.data())
def test_marks_change_no_word(document: Document, data: st.DataObject):
    paper = paper_of(document)
    typed, altered = [], {}
    for number, passage in enumerate(paper.passages):
        start, end = data.draw(spans(passage))
        marked = passage.text[start:end]
        if marked and marked == marked.strip() and data.draw(st.booleans()):
            typed.append(TypedMark(number, start, end, Place("letters/a/b.md", 1)))
        if data.draw(st.booleans()):
            edit = Replaced(*data.draw(spans(passage)), "oude woorden")
            altered[number] = Altered("gewijzigd", "", (edit,))
    whole = replace(paper, typed=tuple(typed), alterations=Alterations(altered))

    shown = read(whole)

    assert words(shown) == expected(paper.passages)
    frame = Markup().join(line for field in shown.frame for line in field.lines)
    page = f"{frame}{shown.body}{shown.notes}"
    assert page.count("oude woorden") == len(altered)
    assert page.count('"vlag">getypt<') == len(typed)
