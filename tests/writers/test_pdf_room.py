"""What has no room on a page is told in time, by its words, and not as a difference of text."""

from dataclasses import replace

import pytest

from pmg_docs.checks.proof import prove
from pmg_docs.model.document import Area, Block, Document, Note, NoteRef, Table
from pmg_docs.model.errors import Refused
from pmg_docs.readers.pdf import read
from pmg_docs.writers.pdf import write
from tests.builders.look import look
from tests.builders.tree import cell, field, kamerbrief, nota, paragraph

LOOK = look(b"-")
WORDS = "Gemeenten signaleren problemen vroeg. "
TALL = WORDS * 120


def findings(document: Document) -> list[tuple[str, str]]:
    with pytest.raises(Refused) as caught:
        write(document, LOOK)
    return [(finding.code, finding.message) for finding in caught.value.findings]


def with_lines(base: Document, area: Area, count: int) -> Document:
    long = field("kopie_aan", area, *[f"Directie {n}" for n in range(count)], label="Kopie aan")
    return replace(base, first_page=(*base.first_page, long))


@pytest.mark.parametrize("area", [Area.REFERENCE, Area.ADDRESS, Area.COLOFON])
def test_a_frame_with_too_many_lines_names_the_first_that_does_not_fit(area: Area):
    ((code, message),) = findings(with_lines(kamerbrief(), area, 90))

    assert code == "PMG424"
    assert "past niet op de eerste pagina: vanaf ‘Directie " in message


@pytest.mark.parametrize("count", [60, 70, 200])
def test_a_column_that_falls_off_the_only_page_names_where(count: int):
    tree = with_lines(nota(paragraph("x")), Area.REFERENCE, count)
    try:
        found = prove(tree, read(write(tree, LOOK)), "a.pdf", has_headers=False)
    except Refused as refused:
        found = refused.findings
    (finding,) = found

    assert finding.code in {"PMG424", "PMG508"}
    assert "vanaf ‘Directie " in finding.message


def test_a_frame_that_just_fits_is_made():
    tree = with_lines(nota(paragraph("x")), Area.REFERENCE, 12)

    assert prove(tree, read(write(tree, LOOK)), "a.pdf", has_headers=False) == ()


@pytest.mark.parametrize(
    "row",
    [
        (cell("kort"), cell(TALL), cell(TALL)),
        (cell(TALL), cell(TALL), cell("kort")),
        (cell("kort"), cell("kort"), cell(TALL)),
    ],
)
def test_a_row_taller_than_a_page_is_named_by_its_words_or_made(row: tuple[object, ...]):
    table = Table((row,), header=(cell("A"), cell("B"), cell("C")))  # type: ignore[arg-type]
    tree = nota(table)
    try:
        data = write(tree, LOOK)
    except Refused as refused:
        (finding,) = refused.findings
        assert finding.code == "PMG425"
        assert "past niet op één pagina: ‘" in finding.message
    else:
        assert prove(tree, read(data), "a.pdf", has_headers=False) == ()


@pytest.mark.parametrize("note", [(), (Note(1, (paragraph("noot"),)),)])
def test_a_head_taller_than_a_page_is_named_by_its_words(note: tuple[Note, ...]):
    head = cell("Kop ", NoteRef(1), TALL) if note else cell(f"Kop {TALL}")
    tree = nota(Table(((cell("a"),),), header=(head,)), notes=note)

    assert [code for code, _ in findings(tree)] == ["PMG425"]
    assert "De kop van een tabel" in findings(tree)[0][1]


@pytest.mark.parametrize(
    "block",
    [
        Table(((cell("Doel"), cell(*[TALL] * 3)),), has_row_heads=True),
        Table(tuple((cell(str(n)), cell(WORDS), cell(WORDS)) for n in range(200))),
    ],
    ids=["CW 3.1", "veel rijen"],
)
def test_what_may_run_over_a_page_does(block: Block):
    tree = nota(paragraph("x"), block)

    assert prove(tree, read(write(tree, LOOK)), "a.pdf", has_headers=False) == ()
