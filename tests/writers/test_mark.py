"""The mark of the ministry on the first page: its name as text, or the logo of its style."""

from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from zipfile import ZipFile

import pytest
from pypdf import PdfReader

from pmg_docs.model.document import Area, Document
from pmg_docs.specs.look import Asset, Look
from pmg_docs.writers import WRITERS
from tests.builders.look import look
from tests.builders.outputs import squeezed
from tests.builders.picture import png
from tests.builders.tree import fact, field, nota, paragraph

NAME = "Ministerie van Proeven"


def with_logo(data: bytes = png()) -> Look:
    plain = look()
    mark = plain.style.mark.model_copy(
        update={"file": "logo.png", "alternative": NAME, "width": Decimal(30)}
    )
    style = plain.style.model_copy(update={"mark": mark})
    return replace(plain, style=style, logo=Asset("styles/proef/logo.png", data))


def with_name() -> Document:
    plain = nota(paragraph("Tekst."))
    mark = field("beeldmerk", Area.MARK, fact(NAME, "afzender.ministerie"))
    return replace(plain, first_page=(mark, *plain.first_page))


def test_the_name_stands_in_the_header_of_the_first_page_in_word() -> None:
    with ZipFile(BytesIO(WRITERS["docx"](with_name(), look()))) as file:
        parts = {name: file.read(name).decode() for name in file.namelist()}

    assert [name for name, xml in parts.items() if NAME in xml and "header" in name] == [
        "word/header1.xml"
    ]


def test_the_name_stands_on_the_first_page_of_the_pdf_only() -> None:
    long = replace(with_name(), body=tuple(paragraph("Tekst. " * 200) for _ in range(6)))
    pages = PdfReader(BytesIO(WRITERS["pdf"](long, look()))).pages

    shown = [squeezed(NAME) in squeezed(page.extract_text()) for page in pages]
    assert shown[0]
    assert not any(shown[1:])


def test_a_logo_in_word_has_its_size_and_words_for_a_screen_reader() -> None:
    with ZipFile(BytesIO(WRITERS["docx"](nota(), with_logo(png(40, 20))))) as file:
        header = file.read("word/header1.xml").decode()
        assert file.read("word/media/pmg-logo.png") == png(40, 20)

    assert 'cx="1080000" cy="540000"' in header
    assert f'descr="{NAME}"' in header


def test_a_logo_is_inside_the_page_and_not_fetched() -> None:
    page = WRITERS["html"](nota(), with_logo()).decode()

    assert '<img src="data:image/png;base64,' in page
    assert f'alt="{NAME}"' in page


def test_a_logo_is_painted_in_the_pdf() -> None:
    first = PdfReader(BytesIO(WRITERS["pdf"](nota(), with_logo()))).pages[0]

    assert [(image.image.width, image.image.height) for image in first.images if image.image] == [
        (40, 20)
    ]


@pytest.mark.parametrize("ending", ["docx", "pdf", "html"])
def test_without_a_logo_nothing_is_painted_in_its_place(ending: str) -> None:
    made = WRITERS[ending](nota(), look())

    assert b"<img" not in made
    assert b"pmg-logo" not in made
    assert b"/Subtype /Image" not in made
