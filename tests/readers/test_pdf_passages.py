"""Paragraphs out of PDF files by anyone, with and without tags."""

import io
import subprocess
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Dictionary, Name

from pmg_docs.model.errors import Refused
from pmg_docs.model.passage import FileText, Part, Shape
from pmg_docs.model.passages import passages_of
from pmg_docs.readers import read_text
from pmg_docs.readers.pdf.hyphens import Hyphens
from pmg_docs.writers import WRITERS
from pmg_docs.writers.pdf import write
from tests.builders.look import look
from tests.builders.tree import kamerbrief, nota, paragraph

TREE = kamerbrief(length=8)
_AS_PDF = 'pdf:writer_pdf_Export:{{"UseTaggedPDF":{{"type":"boolean","value":"{}"}}}}'


@pytest.fixture(scope="module", params=["true", "false"], ids=["tags", "geen-tags"])
def office(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> FileText:
    """A Kamerbrief of three pages that LibreOffice saved as PDF."""
    folder: Path = tmp_path_factory.mktemp("pdf")
    (folder / "brief.docx").write_bytes(WRITERS["docx"](TREE.shown_in("docx"), look()))
    subprocess.run(
        ["soffice", f"-env:UserInstallation={(folder / 'profiel').as_uri()}", "--headless",
         "--convert-to", _AS_PDF.format(request.param), "--outdir", str(folder),
         str(folder / "brief.docx")],
        check=True, capture_output=True, timeout=200,
    )  # fmt: skip
    return read_text((folder / "brief.pdf").read_bytes(), "brief.pdf")


def test_paragraphs_of_a_letter_that_was_saved_as_pdf_are_whole(office: FileText):
    found = [passage.text for passage in office.passages if passage.part is Part.BODY]
    frame = {"Hoogachtend,"}
    wanted = [p for p in passages_of(TREE) if p.part is Part.BODY and p.text not in frame]
    signed = wanted.index(next(p for p in wanted if p.text.startswith("De Minister van Justitie")))
    assert [p.text for p in wanted[:signed] if p.text not in found] == []
    assert {p.text for p in office.passages if p.part is Part.NOTE} == {
        p.text for p in passages_of(TREE) if p.part is Part.NOTE}  # fmt: skip


def test_what_its_pages_repeat_is_no_text(office: FileText):
    for word, part in (("Ons kenmerk", Part.HEADER), ("Pagina 2 van 3", Part.FOOTER)):
        assert part in {p.part for p in office.passages if p.text == word}
    assert office.pages == 3 and {p.page for p in office.passages} == {1, 2, 3}
    assert [p.text for p in office.passages if p.shape is Shape.ITEM] == [
        "vroeg signaleren;", "begrenzen."]  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        ("jeugd-\ncriminaliteit", "jeugdcriminaliteit"),
        ("jeugd\u00ad\ncriminaliteit", "jeugdcriminaliteit"),
        ("sport-\nen cultuurbeleid", "sport- en cultuurbeleid"),
        ("Noord-\nHolland", "Noord-Holland"),
        ("directeur-\ngeneraal", "directeur-generaal"),
        ("auto-\nongeluk", "auto-ongeluk"),
        ("2022-\n2024", "2022-2024"),
        ("e-\nmail", "e-mail"),
        ("een proef-\nproject", "een proef-project"),
        ("gewoon\nverder", "gewoon verder"),
        ("een –\nstreepje", "een – streepje"),
    ],
)
def test_a_word_that_was_cut_is_whole_again_and_a_hyphen_survives(lines: str, whole: str):
    assert Hyphens(["het oude proef-project begon"]).joined(lines) == whole


def pictured(*pages: str) -> bytes:
    """A PDF of pages that hold a picture or these words."""
    table = b"beginbfrange <20> <7e> <0020> endbfrange"
    with pikepdf.new() as pdf:
        font = Dictionary(Type=Name.Font, Subtype=Name.Type1, ToUnicode=pdf.make_stream(table))
        image = pdf.make_stream(b"\x00", Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1)
        for words in pages:
            page = pdf.add_blank_page()
            held = Dictionary(Font=Dictionary(F=font), XObject=Dictionary(I=image))
            page.Resources = held
            shown = f"BT /F 9 Tf 50 400 Td ({words}) Tj ET" if words else "/I Do"
            page.Contents = pdf.make_stream(shown.encode())
        target = io.BytesIO()
        pdf.save(target)
    return target.getvalue()


def test_a_page_that_is_a_picture_is_told():
    found = read_text(pictured("woorden", "", ""), "a.pdf")
    (remark,) = found.remarks
    assert remark.code == "PMG516" and remark.message.startswith("Bladzijden 2 en 3 zijn")
    assert [p.text for p in found.passages] == ["woorden"]


def test_a_scan_without_words_is_refused():
    with pytest.raises(Refused) as caught:
        read_text(pictured("", ""), "scan.pdf")
    assert [finding.code for finding in caught.value.findings] == ["PMG517"]


@pytest.mark.parametrize(("secret", "code"), [("geheim", "PMG512"), ("", "")])
def test_a_locked_file_is_refused_and_one_with_an_empty_password_is_opened(secret: str, code: str):
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(pictured("woorden"))) as pdf:
        key = pikepdf.Encryption(owner="baas", user=secret, R=3, aes=False, metadata=False)
        pdf.save(target, encryption=key)
    if not code:
        assert read_text(target.getvalue(), "a.pdf").passages[0].text == "woorden"
        return
    with pytest.raises(Refused) as caught:
        read_text(target.getvalue(), "a.pdf")
    assert [finding.code for finding in caught.value.findings] == [code]


def test_letters_that_a_font_does_not_name_are_told():
    data = write(nota(paragraph("tekst")), look(b"-"))
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for font in pdf.pages[0].Resources.Font.values():
            del font.ToUnicode
        target = io.BytesIO()
        pdf.save(target)
    try:
        codes = {remark.code for remark in read_text(target.getvalue(), "a.pdf").remarks}
    except Refused as refused:
        codes = {finding.code for finding in refused.findings}
    assert codes & {"PMG517", "PMG518"}


def test_two_words_are_parted_by_a_wide_move_or_a_place_of_their_own():
    data = pictured("a) Tj [(b) -300 (c) 20 (d)] TJ 100 0 Td (e) Tj 0 -60 Td (f")
    assert [p.text for p in read_text(data, "a.pdf").passages] == ["ab cd", "e", "f"]
