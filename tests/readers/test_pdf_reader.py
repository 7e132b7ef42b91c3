"""Reading a PDF: page by page, or a clear refusal."""

import logging
from io import BytesIO

import pytest
from pypdf import PdfWriter

from pmg_docs.model.errors import Refused
from pmg_docs.readers.pdf import read
from pmg_docs.writers.pdf import write
from tests.builders.look import look
from tests.builders.tree import nota, paragraph


def test_each_page_has_its_own_words() -> None:
    found = read(write(nota(*[paragraph("woord " * 400)] * 4), look(b"-")))
    assert len(found.pages) > 1
    assert all(page[:2] == ("Pagina", str(n)) for n, page in enumerate(found.pages, start=1))
    assert not (found.body or found.first or found.follow_on or found.notes)


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\n%%EOF", b"geen pdf", b"%PDF-1.7\nxref\n0 9\n"])
def test_what_is_no_pdf_is_refused_in_silence(
    data: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG), pytest.raises(Refused, match="geen leesbaar pdf"):
        read(data)
    assert not caplog.records


def test_a_locked_pdf_is_refused() -> None:
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.encrypt("geheim", algorithm="RC4-40")
    target = BytesIO()
    writer.write(target)
    with pytest.raises(Refused):
        read(target.getvalue())
