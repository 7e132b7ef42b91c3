"""The proof of the tags sees a word that is not read, read twice, out of order or out of place."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from pmg_docs.checks.proof import prove
from pmg_docs.model.document import Document
from pmg_docs.model.words import FileWords, TaggedWords
from pmg_docs.readers.pdf import read
from pmg_docs.writers.pdf import write
from tests.builders.look import look
from tests.builders.tree import nota, paragraph, rich_body, rich_notes

TREE = nota(*(rich_body() * 3), notes=rich_notes())
MADE = write(TREE, look(b"-"))


def findings(data: bytes, document: Document = TREE) -> list[str]:
    found = prove(document, read(data), "nota.pdf", has_headers=False)
    return [f"{finding.code} {finding.message}" for finding in found]


def with_tags(**changed: Any) -> list[str]:
    """What the proof says when a reader finds these tags."""
    found = read(MADE)
    assert found.tagged is not None
    told = FileWords(pages=found.pages, tagged=replace(found.tagged, **changed))
    return [f.message for f in prove(TREE, told, "nota.pdf", has_headers=False)]


def tagged() -> TaggedWords:
    found = read(MADE).tagged
    assert found is not None
    return found


def changed(change: Callable[[Any, list[Any]], None]) -> bytes:
    with pikepdf.open(BytesIO(MADE)) as pdf:
        change(pdf, list(pdf.Root.StructTreeRoot.K[0].K[1].K))
        target = BytesIO()
        pdf.save(target)
    return target.getvalue()


def swap(pdf: Any, blocks: list[Any]) -> None:
    blocks[2], blocks[4] = blocks[4], blocks[2]
    pdf.Root.StructTreeRoot.K[0].K[1].K = Array(blocks)


def drop(pdf: Any, blocks: list[Any]) -> None:
    pdf.Root.StructTreeRoot.K[0].K[1].K = Array([*blocks[:1], *blocks[2:]])


def point_twice(pdf: Any, blocks: list[Any]) -> None:
    blocks[1].K = Array([blocks[1].K[0], *blocks[1].K])
    assert pdf


def tag_the_header(pdf: Any, blocks: list[Any]) -> None:
    """Make text of the kenmerk that the second page repeats."""
    page = pdf.pages[1]
    content = page.Contents.read_bytes()
    start = content.index(b"/Artifact\n<</Type /Pagination>>\nBDC")
    marked = content[start:].replace(
        b"/Artifact\n<</Type /Pagination>>\nBDC", b"/Span\n<</MCID 999>>\nBDC", 1
    )
    page.Contents = pdf.make_stream(content[:start] + marked)
    header = Dictionary(Type=Name.StructElem, S=Name.P, P=blocks[0].P, Pg=page.obj, K=999)
    pdf.Root.StructTreeRoot.K[0].K[1].K = Array([*blocks, pdf.make_indirect(header)])


def make_an_artifact_of_a_paragraph(pdf: Any, blocks: list[Any]) -> None:
    page = pdf.pages[0]
    mark = f"/Span\n<</MCID {int(blocks[0].K[0])}>>\nBDC".encode()
    content = page.Contents.read_bytes()
    assert mark in content
    page.Contents = pdf.make_stream(content.replace(mark, b"/Artifact\nBMC"))


def drop_a_note(pdf: Any, blocks: list[Any]) -> None:
    rest = [block for block in blocks if Name.Note != block.S]
    pdf.Root.StructTreeRoot.K[0].K[1].K = Array(rest)


def drop_the_frame(pdf: Any, blocks: list[Any]) -> None:
    frame = pdf.Root.StructTreeRoot.K[0].K[0]
    frame.K = Array(list(frame.K)[:-1])
    assert blocks


def say_something_else(pdf: Any, blocks: list[Any]) -> None:
    blocks[1].ActualText = "iets anders"
    assert pdf


def drop_all(pdf: Any, blocks: list[Any]) -> None:
    del pdf.Root.StructTreeRoot
    assert blocks


BROKEN: dict[Callable[[Any, list[Any]], None], str] = {
    swap: "PMG506 Voorgelezen verschilt de tekst",
    drop: "PMG506 Voorgelezen verschilt de tekst",
    point_twice: "PMG506 Voorgelezen verschilt de tekst",
    tag_the_header: "PMG506 Er wordt voorgelezen wat niet in de brief staat: ‘Pagina2van",
    make_an_artifact_of_a_paragraph: "PMG507 Op pagina 1 wordt niet voorgelezen: ‘1.",
    drop_a_note: "PMG506 De brief heeft 2 voetnoten; er worden er 0 voorgelezen",
    drop_the_frame: "PMG506 Op de eerste pagina wordt 'Dossiernummer' niet voorgelezen",
    say_something_else: "PMG506 Voorgelezen verschilt de tekst",
    drop_all: "PMG506 De pdf heeft geen tags",
}


def test_a_faithful_file_is_proven():
    assert findings(MADE) == []


@pytest.mark.parametrize("change", BROKEN, ids=lambda change: change.__name__)
def test_tags_that_lie_are_seen(change: Callable[[Any, list[Any]], None]):
    found = findings(changed(change))

    assert any(one.startswith(BROKEN[change]) for one in found), found


def test_a_header_that_is_tagged_is_missed_among_what_is_repeated():
    found = findings(changed(tag_the_header))

    assert any("'paginanummer' niet gemerkt als iets dat elke pagina herhaalt" in f for f in found)


def test_each_letter_counts():
    body = tagged().body
    at = body.index("Veiligheid</b>") if "Veiligheid</b>" in body else 40

    for words in (
        (*body[:at], body[at] + "x", *body[at + 1 :]),
        (*body[:at], *body[at + 1 :]),
        (*body[:at], body[at + 1], body[at], *body[at + 2 :]),
        (*body, "erbij"),
    ):
        assert with_tags(body=words) != []


def test_the_reference_to_a_note_must_be_tagged_as_one():
    plain = tuple("1" if word == "[^1]" else word for word in tagged().body)

    assert with_tags(body=plain) != []


def test_a_note_under_another_number_is_seen():
    first, second = tagged().notes

    assert with_tags(notes=(second, first)) != []
    assert with_tags(notes=(first, ("3", *second[1:]))) != []


def test_what_pages_repeat_must_be_there_and_nothing_else():
    first, second, *rest = tagged().artifacts

    for artifacts in (
        (first, second[:-1], *rest),
        (first, (*second, "erbij"), *rest),
        ((*first, "erbij"), second, *rest),
        ((), second, *rest),
    ):
        assert any("pagina" in said for said in with_tags(artifacts=artifacts))


def test_the_head_that_a_table_repeats_may_be_passed_over():
    assert findings(MADE) == []
    first, second, *rest = tagged().artifacts

    assert with_tags(artifacts=(first, (*second, "Jaar", "Bedrag"), *rest)) == []
    assert with_tags(artifacts=((*first, "Jaar", "Bedrag"), second, *rest)) != []


def test_fields_may_stand_after_the_text():
    frame = tagged().body[: tagged().body.index("1.")]
    body = tagged().body[len(frame) :]

    assert with_tags(body=(*body, *frame)) == []


def test_a_short_letter_is_not_found_in_its_own_frame():
    tree = nota(paragraph("n"))

    assert findings(write(tree, look(b"-")), tree) == []
