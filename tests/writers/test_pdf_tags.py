"""What software that reads aloud is told: what each part is, once, whatever page it stands on."""

from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from pmg_docs.model.document import (
    Block,
    Cell,
    Document,
    Heading,
    Link,
    ListBlock,
    Note,
    NoteRef,
    Quotation,
    Table,
)
from pmg_docs.model.errors import Refused
from pmg_docs.specs.look import Asset
from pmg_docs.writers.pdf import write
from tests.builders.look import look
from tests.builders.pdf import Element, structure
from tests.builders.tree import cell, kamerbrief, line, nota, paragraph, persbericht

LOOK = look(b"-")
LONG = "Gemeenten signaleren problemen vroeg. " * 60
SUBJECT = (
    "Brede preventieaanpak van georganiseerde en ondermijnende jeugdcriminaliteit en de gemeenten "
    "die daarbij steun krijgen"
)
PIXEL = (
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADh"
    "gGAWjR9awAAAABJRU5ErkJggg=="
)


def tags(*body: Block, notes: tuple[Note, ...] = ()) -> Element:
    """The structure of the text of a nota."""
    return text(nota(*body, notes=notes))


def text(document: Document) -> Element:
    (main,) = structure(write(document, LOOK)).each("Part")
    return main


def with_picture(attributes: str) -> bytes:
    page = f'<html lang="nl"><title>t</title><main><p>a</p><img src="{PIXEL}" {attributes}></main>'
    return write(nota(), replace(LOOK, page=Asset("page.html.j2", page.encode())))


def outlines(data: bytes) -> list[Any]:
    def titles(items: list[Any]) -> list[Any]:
        return [titles(i) if isinstance(i, list) else i.title for i in items]

    return titles(PdfReader(BytesIO(data)).outline)


def test_a_paragraph_that_runs_over_a_page_is_one():
    assert tags(*[paragraph(LONG)] * 3).outline() == ("Part", ["P"] * 3)


def test_a_list_that_runs_over_pages_is_one():
    items = tuple((paragraph(LONG),) for _ in range(4))
    (found,) = tags(ListBlock(items)).kids

    assert found.outline() == ("L", [("LI", ["Lbl", ("LBody", ["P"])])] * 4)


def test_each_item_has_its_number_as_its_label():
    inner = ListBlock(((paragraph("b"),),))
    found = tags(ListBlock(((paragraph("a"), inner),), is_ordered=True))

    item = ("LI", ["Lbl", ("LBody", ["P"])])
    assert found.outline() == ("Part", [("L", [("LI", ["Lbl", ("LBody", ["P", ("L", [item])])])])])
    assert [each.about["ListNumbering"] for each in found.each("L")] == ["Decimal", "Disc"]


def test_a_list_without_numbers_or_bullets_says_so():
    data = write(nota(), LOOK)
    column = next(structure(data).each("Sect"))

    assert [each.about["ListNumbering"] for each in column.each("L")] == ["None", "None"]


def test_the_heads_of_a_table_say_what_they_are_the_head_of():
    table = Table(
        ((cell("1. Doel"), cell("Iets")), (cell("2. Instrument"), Cell(()))),
        title=(line("Beleidskeuze"), line("CW 3.1")),
        has_row_heads=True,
    )
    found = tags(table)

    row = ("TR", [("TH", ["P"]), ("TD", ["P"])])
    empty = ("TR", [("TH", ["P"]), "TD"])
    head = ("THead", [("TR", [("TH", ["P", "P"])])])
    assert found.outline() == ("Part", [("Table", [head, ("TBody", [row, empty])])])
    assert [each.about["Scope"] for each in found.each("TH")] == ["Column", "Row", "Row"]
    assert next(found.each("TH")).about["ColSpan"] == "2"


def test_the_head_of_a_table_is_read_once():
    rows = tuple((cell(str(n)), cell("x")) for n in range(120))
    found = tags(Table(rows, header=(cell("A"), cell("B"))))

    assert len(list(found.each("Table"))) == len(list(found.each("THead"))) == 1
    assert len(list(found.each("TR"))) == 121


def test_a_row_that_runs_over_a_page_is_one():
    found = tags(paragraph(LONG), Table(((cell("Doel"), cell(*[LONG] * 3)),), has_row_heads=True))

    assert [each.outline() for each in found.each("TR")] == [
        ("TR", [("TH", ["P"]), ("TD", ["P"] * 3)])
    ]


def test_a_note_follows_the_block_that_refers_to_it_and_both_lead_to_each_other():
    data = write(nota(paragraph("a", NoteRef(1), " b"), notes=(Note(1, (paragraph("n"),)),)), LOOK)
    (found,) = structure(data).each("Part")

    assert found.outline() == (
        "Part", [("P", [("Reference", ["Link"])]), ("Note", [("Lbl", ["Link"]), "P"])]
    )  # fmt: skip
    (note,) = found.each("Note")
    assert note.about["ID"] == "noot-1"
    assert [each.links for each in found.each("Link")] == [1, 1]
    annotations: Any = [a.get_object() for a in PdfReader(BytesIO(data)).pages[0]["/Annots"]]  # type: ignore[attr-defined]
    assert [a["/Contents"] for a in annotations] == ["Naar voetnoot 1", "Terug naar voetnoot 1"]
    assert [a["/Dest"] for a in annotations] == ["noot-1", "noot-1-verwijzing"]
    assert {"noot-1", "noot-1-verwijzing"} <= PdfReader(BytesIO(data)).named_destinations.keys()


def test_the_note_of_a_head_is_read_after_the_table():
    table = Table(((cell("a"),),), header=(cell(NoteRef(1)),))
    found = tags(table, notes=(Note(1, (paragraph("n"),)),))

    assert [kid.kind for kid in found.kids] == ["Table", "Note"]


def test_a_link_says_where_it_leads():
    data = write(nota(paragraph(Link("https://www.rijksoverheid.nl", line("de site")))), LOOK)
    page: Any = PdfReader(BytesIO(data)).pages[0]
    (annotation,) = page["/Annots"]

    assert annotation.get_object()["/Contents"] == "de site (https://www.rijksoverheid.nl)"
    (found,) = next(structure(data).each("Part")).each("Link")
    assert (found.marks, found.links) == (1, 1)


def test_a_reference_to_a_note_may_stand_in_a_link():
    body = paragraph(Link("https://a.nl", line("de ", NoteRef(1), " site")))
    found = tags(body, notes=(Note(1, (paragraph("n"),)),))

    assert [kid.outline() for kid in found.kids] == [
        ("P", [("Link", [("Reference", ["Link"])])]), ("Note", [("Lbl", ["Link"]), "P"])
    ]  # fmt: skip


def test_quotations_and_asides_are_groups():
    quoted = tags(Quotation((paragraph("q"),)))
    aside = text(persbericht())

    assert quoted.outline() == ("Part", [("BlockQuote", ["P"])])
    assert aside.kids[-1].outline() == ("Sect", ["H2", "P"])


def test_no_level_of_heading_is_passed_over():
    body = (Heading(2, line("a")), Heading(2, line("b")), Heading(1, line("c")))
    found = structure(write(nota(*body), LOOK))

    assert [e.kind for e in found.each() if e.kind[:1] == "H"] == ["H1", "H2", "H2", "H2"]


def test_the_frame_of_the_first_page_comes_first():
    found = structure(write(kamerbrief(length=9), LOOK))

    assert [kid.kind for kid in found.kids] == ["Sect", "Part"]


def test_a_picture_has_its_words_and_place():
    (figure,) = structure(with_picture('alt="Logo van het ministerie"')).each("Figure")

    assert figure.about["Alt"] == "Logo van het ministerie"
    assert figure.marks == 1


def test_a_picture_that_has_nothing_to_say_is_passed_over():
    assert list(structure(with_picture('alt=""')).each("Figure")) == []


def test_a_picture_without_words_is_refused():
    with pytest.raises(Refused) as caught:
        with_picture("")
    assert [finding.code for finding in caught.value.findings] == ["PMG426"]


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        (nota(paragraph("x")), ["nota Incidentele ondersteuning lokale preventieve aanpak"]),
        (
            nota(Heading(1, line("A"), label="1."), Heading(2, line("B")), Heading(1, line("C"))),
            ["nota Incidentele ondersteuning lokale preventieve aanpak", ["1. A", ["B"], "C"]],
        ),
        (
            kamerbrief(),
            [SUBJECT, ["Gemeenten"]],
        ),
    ],
    ids=["zonder koppen", "met koppen", "kamerbrief"],
)  # fmt: skip
def test_the_bookmarks_are_the_headings(document: Document, expected: list[Any]):
    assert outlines(write(document, LOOK)) == expected


def test_a_note_in_a_heading_is_no_part_of_its_bookmark():
    data = write(
        nota(Heading(1, line("Kop", NoteRef(1))), notes=(Note(1, (paragraph("n"),)),)), LOOK
    )

    assert outlines(data)[1] == ["Kop"]
