"""A word that is wider than its column is broken, never cut off at the edge of the page."""

import re
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from pmg_docs.checks.proof import prove
from pmg_docs.model.document import (
    Area,
    Cell,
    Document,
    Heading,
    ListBlock,
    Note,
    NoteRef,
    Quotation,
    Table,
)
from pmg_docs.readers.pdf import read
from pmg_docs.writers.pdf import write
from tests.builders.look import look
from tests.builders.tree import cell, field, kamerbrief, line, nota, paragraph, signatures

LOOK = look(b"-")
LONG = "Ondermijningscriminaliteitsbestrijdingsprogrammacoördinatie"
ENDLESS = "mijn" * 150
_WORD = re.compile(r'<word xMin="([-\d.]+)" yMin="[-\d.]+" xMax="([-\d.]+)" [^>]*>([^<]*)')


def words(data: bytes, folder: Path) -> list[tuple[float, float, str]]:
    """Left, right and text of every word of a PDF, in points."""
    (folder / "a.pdf").write_bytes(data)
    done = subprocess.run(
        ["pdftotext", "-bbox", folder / "a.pdf", "-"], capture_output=True, text=True, check=True
    )
    return [(float(x), float(y), text) for x, y, text in _WORD.findall(done.stdout)]


@pytest.mark.parametrize("place", [*Area, "body"])
def test_no_word_lies_outside_the_page(place: str, tmp_path: Path):
    tree = nota(
        Heading(1, line(ENDLESS), label="1."),
        paragraph(ENDLESS),
        ListBlock(((paragraph(ENDLESS), ListBlock(((paragraph(ENDLESS),),))),), is_ordered=True),
        Quotation((paragraph(ENDLESS),)),
        Table(header=(cell(ENDLESS), cell("b")), rows=((Cell(()), cell(ENDLESS)),)),
        signatures((ENDLESS, ENDLESS)),
    )  # fmt: skip
    if place != "body":
        long = field("lang", Area(place), LONG, ENDLESS, label=LONG)
        base = kamerbrief(length=8)
        tree = replace(base, first_page=(*base.first_page, long), follow_on=(*base.follow_on, long))

    found = words(write(tree, LOOK), tmp_path)

    width = 210 / 25.4 * 72
    assert [word for word in found if word[0] < 0 or word[1] > width] == []
    assert any("Onderm" in text or "mijnmijn" in text for _, _, text in found)


def test_a_footnote_without_words_keeps_its_number():
    tree = Document(
        "nota", "rijk", "t", (), (), (paragraph("x", NoteRef(1)),), (Note(1, ()),), page_number="p"
    )

    assert prove(tree, read(write(tree, LOOK)), "a.pdf", has_headers=False) == ()
