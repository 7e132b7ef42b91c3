"""What kind of file some bytes are, whatever their name says, and what is refused."""

import io
import zipfile
from collections.abc import Callable

import pytest

from pmg_docs.model.errors import Refused
from pmg_docs.readers import read_text
from tests.builders import shell as shells
from tests.builders.odf import odt, p, packed

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def wide(name: str) -> bytes:
    return name.encode("utf-16-le")


def refusal(data: bytes, name: str) -> tuple[str, str]:
    with pytest.raises(Refused) as caught:
        read_text(data, name)
    (finding,) = caught.value.findings
    assert finding.hints and finding.where and finding.where.file == name
    return finding.code, finding.message


@pytest.mark.parametrize(
    ("data", "code", "says"),
    [
        (b"", "PMG511", "leeg"),
        (OLE + wide("WordDocument"), "PMG511", "oud Word-bestand"),
        (OLE + wide("EncryptedPackage"), "PMG512", "wachtwoord"),
        (OLE + wide("Workbook"), "PMG511", "Excel"),
        (OLE, "PMG511", "oud Office"),
        (b"{\\rtf1 tekst}", "PMG511", "rtf"),
        (b"\x89PNG\r\n\x1a\n" + bytes(9), "PMG511", "plaatje"),
        (b"\xff\xd8\xff\xe0" + bytes(9), "PMG511", "plaatje"),
        (shells.pack({"xl/workbook.xml": "<x/>"}), "PMG511", "Excel"),
        (shells.pack({"ppt/presentation.xml": "<x/>"}), "PMG511", "PowerPoint"),
        (shells.pack({"a.txt": "x"}), "PMG511", "ingepakt"),
        (packed({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}), "PMG511", "ODF"),
        (b"PK\x03\x04stuk", "PMG501", "Word-bestand"),
        (b"tekst\0met\0nullen", "PMG511", "geen tekst"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_by_what_it_is(data: bytes, code: str, says: str):
    found = refusal(data, "brief.docx")
    assert found[0] == code and says in found[1]


@pytest.mark.parametrize(
    ("data", "name", "form"),
    [
        (shells.shell(), "nota.pdf", "docx"),
        (odt(p("x")), "nota.docx", "odt"),
        (b"<!DOCTYPE html><p>Zwolle", "nota.docx", "html"),
        (b"\xef\xbb\xbf<html><body>Zwolle", "nota.md", "html"),
        (b"Zomaar tekst", "nota.docx", "txt"),
        (b"MIME-Version: 1.0\nContent-Type: text/html\n\n<p>Zwolle", "nota.html", "html"),
    ],
)
def test_a_file_is_read_as_what_it_is_with_a_remark(data: bytes, name: str, form: str):
    found = read_text(data, name)
    assert found.format == form
    assert [remark.code for remark in found.remarks] == ["PMG514"]


@pytest.mark.parametrize(
    ("data", "name"),
    [(b"# Kop", "a.md"), (b"tekst", "a.txt"), (b"tekst", "a.csv"), (b"tekst", "zonder"),
     (b"<p>Zwolle</p>", "a.html"), (shells.shell(), "a.DOCX"), (b"# Kop", "a.txt")],
)  # fmt: skip
def test_a_name_that_fits_asks_for_no_remark(data: bytes, name: str):
    assert read_text(data, name).remarks == ()


def deep_html() -> bytes:
    return b"<html><body>" + b"<div>" * 100_000 + b"Zwolle"


def deep_docx() -> bytes:
    inner = "<w:sdt><w:sdtContent>" * 100_000 + "</w:sdtContent></w:sdt>" * 100_000
    return shells.shell(document=shells.document(inner))


def many_members() -> bytes:
    buffer = io.BytesIO(shells.shell())
    with zipfile.ZipFile(buffer, "a") as archive:
        for number in range(10_001):
            archive.writestr(f"word/{number}.bin", b"")
    return buffer.getvalue()


def bomb() -> bytes:
    buffer = io.BytesIO(shells.shell())
    with zipfile.ZipFile(buffer, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/bom.xml", bytes(20 * 1024 * 1024))
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("make", "name"),
    [(deep_html, "a.html"), (deep_docx, "a.docx"), (many_members, "a.docx"), (bomb, "a.docx"),
     (lambda: odt("<text:section>" * 9_000 + "</text:section>" * 9_000), "a.odt"),
     (lambda: odt(p("<text:span>" * 800 + "x" + "</text:span>" * 800)), "a.odt")],
    ids=["html", "docx", "leden", "bom", "odt", "span"],
)  # fmt: skip
def test_what_is_far_too_large_or_too_deep_is_refused(make: Callable[[], bytes], name: str):
    assert refusal(make(), name)[0] == "PMG513"


@pytest.mark.parametrize(
    "data",
    [b">" * 100_000 + b" diep", b"[" * 20_000, b"\n".join(b"    " * n + b"- x" for n in range(99))],
    ids=["citaat", "haken", "lijst"],
)
def test_markdown_without_end_is_read_as_text(data: bytes):
    assert [remark.code for remark in read_text(data, "a.md").remarks] == ["PMG519"]


def test_ten_megabytes_on_a_line_are_read():
    for name in ("a.txt", "a.md", "a.html"):
        (passage,) = read_text(
            b"<html><p>" * name.endswith("l") + b"5 euro " * 1_500_000, name
        ).passages
        assert len(passage.text) > 10_000_000


def test_a_page_that_begins_with_many_remarks_is_known_at_once():
    """A pattern that looks back takes hours here."""
    remarks = "<!-- - -->" * 300
    assert read_text(f"{remarks}<p>20 gemeenten</p>".encode(), "brief.html").format == "html"
    assert read_text(f"{remarks}<html><p>20</p></html>".encode(), "brief.txt").format == "html"
