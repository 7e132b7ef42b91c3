"""Every PDF keeps to PDF/A-3a and PDF/UA-1, says a validator that is seen to find what breaks."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from pmg_docs.app.build import build
from pmg_docs.model.document import Document, Heading, Link, ListBlock, Note, NoteRef, Table
from pmg_docs.model.fixed import as_final
from pmg_docs.workspace.folder import Workspace
from pmg_docs.writers.pdf import write
from tests.builders.letters import second_ministry
from tests.builders.look import ROOT, look
from tests.builders.tree import (
    cell,
    kamerbrief,
    line,
    nota,
    paragraph,
    persbericht,
    rich_body,
    rich_notes,
)
from tests.validators.verapdf import Unavailable, findings

WORDS = "Gemeenten signaleren problemen van jongeren vroeg. "
HOSTILE = "<b>&amp;</b> {{ 7*7 }} ]]> \\ (ab (c) שלום [12] مرحبا 😀 ĳ e\u0301 x\u00ady ﬁ"

AWKWARD: dict[str, Document] = {
    "alles": nota(),
    "alles, vier keer": nota(*(rich_body() * 4), notes=rich_notes()),
    "een brief van tien pagina’s": kamerbrief(length=44),
    "een persbericht": persbericht(),
    "vijandige woorden": nota(
        Heading(1, line(HOSTILE)), paragraph(HOSTILE), Table(((cell(HOSTILE),),)),
        ListBlock(((paragraph(HOSTILE),),)), kenmerk=HOSTILE,
    ),
    "dertig voetnoten": nota(
        *(paragraph(WORDS * 3, NoteRef(n), WORDS) for n in range(1, 31)),
        notes=tuple(Note(n, (paragraph(WORDS * 2),)) for n in range(1, 31)),
    ),
    "lijsten in lijsten": nota(
        ListBlock(
            ((paragraph(WORDS * 9), ListBlock(((paragraph(WORDS * 30),),) * 2)),) * 3,
            is_ordered=True,
        )
    ),
    "een tabel zonder koppen": nota(Table(((cell("a"), cell("b")), (cell("c"), cell())))),
    "een tabel met alleen een titel": nota(
        Table(((cell("a"), cell("b")),), title=(line("Titel"),))
    ),
    "een tabel van vijf pagina’s": nota(
        Table(
            tuple((cell(f"{n}"), cell(WORDS * 3), cell(WORDS)) for n in range(60)),
            header=(cell("A", NoteRef(1)), cell("B"), cell("C")), has_row_heads=True,
        ),
        notes=(Note(1, (paragraph(WORDS),)),),
    ),
    "een rij over drie pagina’s": nota(
        Table(((cell("Doel"), cell(*[WORDS * 30] * 4)),), title=(line("T"),), has_row_heads=True)
    ),
    "koppelingen": nota(
        paragraph(Link("https://a.nl/?b=c&d", line("een ", HOSTILE, NoteRef(1)))),
        paragraph(Link("mailto:a@b.nl", line(WORDS * 3))),
        notes=(Note(1, (paragraph("zie ", Link("https://c.nl", line("hier"))),)),),
    ),
    "een definitief stuk": as_final(nota(kenmerk="IENW/BSK-2024/353709")),
    "een definitief stuk met een vreemd kenmerk": as_final(nota(kenmerk=HOSTILE)),
    "koppen die een niveau overslaan": nota(
        Heading(3, line("a")), Heading(1, line("b")), Heading(3, line("c"))
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def verdicts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """What is wrong with each PDF of the letters, and with awkward ones, by name."""
    folder = tmp_path_factory.mktemp("pdf")
    build(Workspace.at(ROOT), formats=("pdf",), out=folder / "letters")
    build(second_ministry(tmp_path_factory.mktemp("ienw")), formats=("pdf",), out=folder / "ienw")
    for name, document in AWKWARD.items():
        (folder / f"{name}.pdf").write_bytes(write(document, look(b"-")))
    files = sorted(folder.rglob("*.pdf"))
    return {str(path.relative_to(folder)): found for path, found in findings(files).items()}


def test_every_pdf_keeps_to_both_standards(verdicts: dict[str, list[str]]):
    assert len(verdicts) > len(AWKWARD) + 4
    assert {name: found for name, found in verdicts.items() if found} == {}


def without_language(pdf: Any) -> None:
    del pdf.Root.Lang


def without_title_shown(pdf: Any) -> None:
    del pdf.Root.ViewerPreferences


def without_title(pdf: Any) -> None:
    change_metadata(pdf, b"dc:title", b"dc:source")


def without_mark_of_ua(pdf: Any) -> None:
    change_metadata(pdf, b'pdfuaid:part="1"', b"")


def without_description_of_ua(pdf: Any) -> None:
    change_metadata(pdf, b"namespaceURI>http://www.aiim.org/pdfua", b"namespaceURI>http://a.nl")


def without_description_of_the_status(pdf: Any) -> None:
    change_metadata(pdf, b"Property:name>status<", b"Property:name>toestand<")


def with_a_status_of_another_type(pdf: Any) -> None:
    change_metadata(pdf, b"Property:valueType>Text<", b"Property:valueType>Integer<")


def of_another_level(pdf: Any) -> None:
    change_metadata(pdf, b'conformance="A"', b'conformance="X"')


def change_metadata(pdf: Any, old: bytes, new: bytes) -> None:
    data = pdf.Root.Metadata.read_bytes()
    assert old in data
    pdf.Root.Metadata.write(data.replace(old, new))


def without_scope(pdf: Any) -> None:
    for element in elements(pdf, "/TH"):
        del element.A[Name.Scope]


def without_words_for_a_picture(pdf: Any) -> None:
    element = next(elements(pdf, "/P"))
    element.S = Name.Figure


def without_relationship(pdf: Any) -> None:
    del pdf.Root.AF[0][Name.AFRelationship]


def without_kind_of_attachment(pdf: Any) -> None:
    del pdf.Root.AF[0].EF.F[Name.Subtype]


def without_association(pdf: Any) -> None:
    del pdf.Root.AF


def without_font(pdf: Any) -> None:
    for font in pdf.pages[0].Resources.Font.values():
        del font.DescendantFonts[0].FontDescriptor[Name.FontFile2]


def without_characters(pdf: Any) -> None:
    for font in pdf.pages[0].Resources.Font.values():
        del font[Name.ToUnicode]


def without_colours(pdf: Any) -> None:
    del pdf.Root.OutputIntents


def with_a_word_outside_the_tags(pdf: Any) -> None:
    page = pdf.pages[0]
    page.Contents = pdf.make_stream(page.Contents.read_bytes().replace(b"<</MCID 8>>\nBDC", b"BMC"))


def with_a_list_in_a_paragraph_place(pdf: Any) -> None:
    next(elements(pdf, "/LI")).S = Name.P


def without_words_for_a_link(pdf: Any) -> None:
    del pdf.pages[0].Annots[0][Name.Contents]


def without_name_of_a_note(pdf: Any) -> None:
    del next(elements(pdf, "/Note"))[Name.ID]


def with_an_order_of_its_own(pdf: Any) -> None:
    pdf.pages[0].Tabs = Name.C


def with_a_script(pdf: Any) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS="1")


def without_structure(pdf: Any) -> None:
    del pdf.Root.StructTreeRoot


def with_an_attachment_that_is_not_named(pdf: Any) -> None:
    del pdf.Root.AF[0][Name.UF]


def with_headings_out_of_order(pdf: Any) -> None:
    next(elements(pdf, "/H1")).S = Name.H4


def with_a_ragged_table(pdf: Any) -> None:
    row = list(elements(pdf, "/TR"))[-1]
    row.K = Array([row.K[0]])


BROKEN: dict[Callable[[Any], None], str] = {
    without_language: "PDFUA-1 7.2-",
    without_title_shown: "PDFUA-1 7.1-10",
    without_title: "PDFUA-1 7.1-9",
    without_mark_of_ua: "PDFUA-1 5-1",
    without_description_of_ua: "PDFA-3A 6.6.2.3.1-1",
    without_description_of_the_status: "PDFA-3A 6.6.2.3.1-1",
    with_a_status_of_another_type: "PDFA-3A 6.6.2.3.1-2",
    of_another_level: "PDFA-3A 6.6.4-3",
    without_scope: "PDFUA-1 7.5-1",
    without_words_for_a_picture: "PDFUA-1 7.3-1",
    without_relationship: "PDFA-3A 6.8-3",
    without_kind_of_attachment: "PDFA-3A 6.8-1",
    without_association: "PDFA-3A 6.8-4",
    with_an_attachment_that_is_not_named: "PDFA-3A 6.8-2",
    without_font: "PDFA-3A 6.2.11.4.1-1",
    without_characters: "PDFA-3A 6.2.11.7.2-1",
    without_colours: "PDFA-3A 6.2.4.3-2",
    with_a_word_outside_the_tags: "PDFUA-1 7.1-3",
    with_a_list_in_a_paragraph_place: "PDFUA-1 7.2-",
    without_words_for_a_link: "PDFUA-1 7.18.5-2",
    without_name_of_a_note: "PDFUA-1 7.9-1",
    with_an_order_of_its_own: "PDFUA-1 7.18.3-1",
    with_a_script: "PDFA-3A 6.5.1-1",
    without_structure: "PDFA-3A 6.7.3.3-1",
    with_headings_out_of_order: "PDFUA-1 7.4.2-1",
    with_a_ragged_table: "PDFUA-1 7.2-",
}


def elements(pdf: Any, kind: str) -> Any:
    return (o for o in pdf.objects if isinstance(o, Dictionary) and o.get("/S") == kind)


@pytest.fixture(scope="module")
def found_broken(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    folder = tmp_path_factory.mktemp("kapot")
    good = write(nota(), look(b"-"))
    for breaks in BROKEN:
        with pikepdf.open(BytesIO(good)) as pdf:
            breaks(pdf)
            pdf.save(folder / f"{breaks.__name__}.pdf")
    return {path.stem: found for path, found in findings(sorted(folder.iterdir())).items()}


@pytest.mark.parametrize("breaks", BROKEN, ids=lambda breaks: breaks.__name__)
def test_what_is_broken_is_found(breaks: Callable[[Any], None], found_broken: dict[str, list[str]]):
    found = found_broken[breaks.__name__]

    assert any(one.startswith(BROKEN[breaks]) for one in found), found


def test_a_file_that_cannot_be_judged_is_no_pass(tmp_path: Path):
    (tmp_path / "geen.pdf").write_bytes(b"geen pdf")

    with pytest.raises(Unavailable):
        findings([tmp_path / "geen.pdf"])
