"""The text of a PDF is the text of the tree, character for character, on whatever page."""

import pytest

from pmg_docs.checks.pages import prove_pages
from pmg_docs.checks.proof import prove
from pmg_docs.model.document import Block, Heading, ListBlock, Note, NoteRef, Quotation, Table
from pmg_docs.readers.pdf import read
from pmg_docs.writers.pdf import write
from tests.builders.look import look
from tests.builders.tree import cell, line, nota, paragraph, rich_body, rich_notes

LOOK = look(b"-")
WORDS = "Gemeenten investeren in het vroeg signaleren van problemen bij jongeren. "


def rows(count: int, *columns: int) -> tuple[tuple[object, ...], ...]:
    return tuple(
        (
            cell(f"{n}. Nagestreefde doeltreffendheid van de aanpak"),
            *(cell(WORDS * c) for c in columns),
        )
        for n in range(count)
    )


def notes(count: int, length: int) -> tuple[Note, ...]:
    return tuple(Note(n, (paragraph(WORDS * length),)) for n in range(1, count + 1))


CASES: dict[str, tuple[tuple[Block, ...], tuple[Note, ...]]] = {
    "alles": (rich_body(), rich_notes()),
    "alles, over meer bladzijden": (rich_body() * 4, rich_notes()),
    "een tabel die doorloopt": (
        (
            paragraph(WORDS * 20),
            Table(rows(6, 25), title=(line("Titel"),), has_row_heads=True, widths=(28, 72)),  # type: ignore[arg-type]
            paragraph("na"),
        ),
        (),
    ),
    "veel kolommen": (
        (Table(rows(20, 2, 3), header=(cell("A"), cell("B"), cell("C"))),),  # type: ignore[arg-type]
        (),
    ),
    "veel voetnoten": (
        tuple(paragraph(WORDS * 3, NoteRef(n), f" {WORDS}") for n in range(1, 31)),
        notes(30, 3),
    ),
    "een noot op elke plek": (
        (
            Heading(1, line("Kop", NoteRef(1))),
            ListBlock(((paragraph("punt", NoteRef(2)),),), is_ordered=True),
            Table(((cell(NoteRef(3)), cell("b")),), title=(line("t", NoteRef(1)),)),
            Quotation((paragraph("q", NoteRef(3)),)),
        ),
        notes(3, 2),
    ),
    "lijsten in lijsten": (
        (
            ListBlock(
                ((paragraph(WORDS * 9), ListBlock(((paragraph(WORDS * 30),),) * 2)),) * 3,
                is_ordered=True,
            ),
        ),
        (),
    ),
    "van rechts naar links": ((paragraph("Met שלום עולם 12 (2024) 😀 ❤️ مرحبا eind"),), ()),
    "van rechts naar links, met noten en haakjes": (
        (
            paragraph("שלום (עולם", NoteRef(1), ") [12] ", "woord " * 300, "שלום 12", NoteRef(2)),
            paragraph("ז) en (a) <b>", " שלום" * 200, " 3 [("),
        ),
        (
            Note(1, (paragraph("שלום (2024) — 1."),)),
            Note(2, (paragraph("2. مرحبا (a"),)),
        ),
    ),
    "zachte afbreekstreepjes": ((paragraph("jeugd\u00adcriminaliteit " * 60),), ()),
    "tekens die niemand ziet": (
        (paragraph("ﬁ fi ffl x\u00ady a\u200bb e\u0301 \u00a0 z\u2028q"),),
        (),
    ),
    "een woord langer dan de regel": ((paragraph("W" * 200),), ()),
}


@pytest.mark.parametrize("name", CASES)
def test_pages_say_what_the_tree_says(name: str) -> None:
    body, own_notes = CASES[name]
    tree = nota(*body, notes=own_notes)
    assert prove(tree, read(write(tree, LOOK)), "x.pdf", has_headers=False) == ()


def test_the_comparison_itself_sees_a_lost_letter() -> None:
    data = write(nota(paragraph("Vier gemeenten")), LOOK)
    pages = read(data).pages
    assert prove_pages(nota(paragraph("Vier gemeente")), pages, "x.pdf")
    assert prove_pages(nota(paragraph("Vier gemeenten erbij")), pages, "x.pdf")
    assert prove_pages(nota(paragraph("Vier gemeenten"), kenmerk="5300204"), pages, "x.pdf")


def test_the_head_of_a_table_is_repeated() -> None:
    body, _ = CASES["een tabel die doorloopt"]
    pages = read(write(nota(*body), LOOK)).pages
    assert sum("Titel" in page for page in pages) > 1
