"""Kenmerk and date stand on every page that should carry them, and in the properties.

Real files, each with one thing taken out of it: the proof must see it.
"""

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from pmg_docs.app.build import build
from pmg_docs.checks.identity import prove_identity
from pmg_docs.checks.proof import prove
from pmg_docs.model.document import Document
from pmg_docs.model.errors import Refused
from pmg_docs.model.words import FileIdentity, words_of_field
from pmg_docs.readers import READERS
from pmg_docs.readers.identity import read_identity
from pmg_docs.workspace.folder import Workspace
from pmg_docs.writers import WRITERS
from tests.builders.look import look
from tests.builders.numbered import letter, numbered
from tests.builders.odf import header, master, odt, p
from tests.builders.paged import (
    header_of,
    members,
    packed,
    with_even_pages,
    with_even_pages_without_header,
    with_second_section,
    without_in,
)
from tests.builders.tree import nota, paragraph

KENMERK, DATE = "5300203", "4 april 2024"
LONG = nota(*(paragraph(f"Alinea {n}. " + "Woorden om een pagina te vullen. " * 20)
              for n in range(30)))  # fmt: skip


def written(name: str, document: Document = LONG) -> bytes:
    return WRITERS[name](document.shown_in(name), look())


def messages(name: str, data: bytes, document: Document = LONG) -> list[str]:
    """What the proof says of the kenmerk and the date of a file."""
    shown = document.shown_in(name)
    found = (
        *prove(shown, READERS[name](data), f"nota.{name}", has_headers=name in {"docx", "odt"}),
        *prove_identity(shown, read_identity(data, name), name, f"nota.{name}"),
    )
    named = ("'Ons kenmerk'", "'kenmerk'", "'Datum'", "'datum'", "tekst")
    return [f.message for f in found if any(word in f.message for word in named)]


@pytest.mark.parametrize("name", ["docx", "pdf", "html", "md"])
def test_a_file_as_it_is_made_is_proven(name: str):
    assert messages(name, written(name)) == []


@pytest.mark.parametrize("words", [KENMERK, DATE])
@pytest.mark.parametrize(("kind", "page"), [("first", "eerste"), ("default", "volgende")])
def test_a_header_of_a_word_file_without_it_is_seen(kind: str, page: str, words: str):
    data = written("docx")
    bare = without_in(data, header_of(data, kind), words)

    [message] = messages("docx", bare)
    assert message.startswith(f"Op de {page} pagina ontbreekt of verschilt")
    assert words in message


@pytest.mark.parametrize("words", [KENMERK, DATE])
def test_a_header_for_even_pages_without_it_is_seen(words: str):
    assert messages("docx", with_even_pages(written("docx"))) == []

    [message] = messages("docx", with_even_pages(written("docx"), words))
    assert message.startswith("Op de even pagina ontbreekt of verschilt")


def test_even_pages_without_any_header_are_seen():
    found = messages("docx", with_even_pages_without_header(written("docx")))

    assert [m.split(" ontbreekt")[0] for m in found] == ["Op de even pagina"] * 2


@pytest.mark.parametrize("opens_apart", [False, True])
def test_a_later_section_with_the_headers_of_the_first_is_proven(opens_apart: bool):
    data = with_second_section(written("docx"), opens_apart=opens_apart)

    assert messages("docx", data) == []


def test_a_later_section_with_a_header_without_it_is_seen():
    data = with_second_section(written("docx"), opens_apart=False, header="empty")

    found = messages("docx", data)
    assert [m.split(" ontbreekt")[0] for m in found] == ["Op de volgende pagina van deel 2"] * 2


def test_another_number_on_even_pages_is_seen_as_lacking_and_as_too_much():
    data = with_even_pages(written("docx"))
    parts = members(data)
    parts["word/headerEven.xml"] = parts["word/headerEven.xml"].replace(b"5300203", b"5300230")
    found = prove(LONG, READERS["docx"](packed(parts)), "nota.docx", has_headers=True)

    assert {f.code for f in found if "53002" in f.message} == {"PMG503", "PMG504"}


@pytest.mark.parametrize("page", [0, 1, -1])
@pytest.mark.parametrize("words", [KENMERK, "april"])
def test_a_page_of_a_pdf_without_it_is_seen(page: int, words: str):
    found = READERS["pdf"](written("pdf"))
    assert len(found.pages) > 2
    pages = list(found.pages)
    pages[page] = tuple(word for word in pages[page] if word != words)
    assert pages[page] != found.pages[page]

    [finding] = prove(LONG, replace(found, pages=tuple(pages)), "nota.pdf", has_headers=False)[:1]
    assert finding.code == "PMG503"
    number = page % len(pages) + 1
    assert f"Op pagina {number} ontbreekt of verschilt" in finding.message


def test_a_style_sheet_that_hides_the_column_of_later_pages_is_seen_in_the_pdf():
    own = look()
    css = own.css.data + b"\n.pmg-vervolg-kolom { display: none }\n"
    data = WRITERS["pdf"](LONG, replace(own, css=replace(own.css, data=css)))

    assert any("Op pagina 2 ontbreekt" in m for m in messages("pdf", data))


@pytest.mark.parametrize("words", [KENMERK, DATE])
def test_a_page_of_html_without_it_is_seen(words: str):
    text = written("html").decode()
    head, _, body = text.partition("</head>")
    assert words in body

    assert messages("html", f"{head}</head>{body.replace(words, '')}".encode())


@pytest.mark.parametrize("words", [KENMERK, DATE])
def test_markdown_without_it_is_seen(words: str):
    data = written("md")
    assert words.encode() in data

    assert messages("md", data.replace(words.encode(), b"", 1))


def changed_docx(old: str, new: str) -> bytes:
    parts = members(written("docx"))
    core = parts["docProps/core.xml"]
    assert old.encode() in core
    return packed(parts | {"docProps/core.xml": core.replace(old.encode(), new.encode())})


def changed(name: str, old: str, new: str) -> bytes:
    data = written(name)
    assert old.encode() in data
    return data.replace(old.encode(), new.encode())


def changed_info(name: str, says: str) -> bytes:
    buffer = io.BytesIO()
    with pikepdf.open(io.BytesIO(written("pdf"))) as pdf:
        assert name in pdf.docinfo
        pdf.docinfo[name] = says
        pdf.save(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "make", "said"),
    [
        ("docx", lambda: changed_docx(KENMERK, "5300230"), "‘5300230’"),
        ("docx", lambda: changed_docx(f"<cp:keywords>{KENMERK}</cp:keywords>", ""), "niets"),
        ("docx", lambda: changed_docx("2024-04-04", "2024-04-05"), "‘2024-04-05’"),
        ("html", lambda: changed("html", f'content="{KENMERK}"', 'content="5300230"'), "5300230"),
        ("html", lambda: changed("html", 'content="2024-04-04"', 'content="2024-04-05"'),
         "‘2024-04-05’"),
        ("pdf", lambda: changed("pdf", f'pdf:Keywords="nota, {KENMERK}"',
                                'pdf:Keywords="nota, 5300230"'), "(XMP)"),
        ("pdf", lambda: changed("pdf", 'xmp:CreateDate="2024-04-04"',
                                'xmp:CreateDate="2024-04-05"'), "(XMP)"),
        ("pdf", lambda: changed_info("/CreationDate", "D:20240405"), "(documentgegevens)"),
        ("pdf", lambda: changed_info("/Keywords", "nota, 5300230"), "(documentgegevens)"),
    ],
)  # fmt: skip
def test_properties_that_say_something_else_are_seen(
    name: str, make: Callable[[], bytes], said: str
):
    [message] = messages(name, make())

    assert message.startswith("In de eigenschappen (")
    assert said in message


def test_a_word_file_without_properties_lacks_them():
    parts = members(written("docx"))
    del parts["docProps/core.xml"]

    assert len(messages("docx", packed(parts))) == 2


def test_a_page_of_a_ministry_without_properties_is_its_own_affair():
    assert prove_identity(LONG, [FileIdentity("head")], "html", "nota.html") == ()


def test_a_number_that_only_ends_like_the_right_one_is_another():
    told = FileIdentity("eigenschappen", f"1{KENMERK}", "2024-04-04")

    assert [f.code for f in prove_identity(LONG, [told], "docx", "nota.docx")] == ["PMG503"]


def test_properties_that_cannot_be_read_are_refused():
    for name in ("docx", "odt", "pdf"):
        with pytest.raises(Refused):
            read_identity(b"PK\x03\x04 geen bestand", name)


@pytest.mark.parametrize(
    ("style", "kenmerk"),
    [("water", "IENW/BSK-2024/353709"), ("gras", "DGNV / 12345678"), ("rijk", "א & <b>, 5")],
)
def test_every_form_of_number_is_proven_in_every_format(tmp_path: Path, style: str, kenmerk: str):
    text = letter(f"'{kenmerk}'", body="Woorden. " * 2000)
    workspace = numbered(tmp_path, {"dijken/nota": text}, style)

    result = build(workspace)

    assert {path.suffix for path in result.files} >= {".docx", ".pdf", ".html", ".md"}


def test_a_shell_of_a_ministry_whose_even_pages_lack_the_number_is_refused(tmp_path: Path):
    shell = (Path(__file__).parents[2] / "templates/_delen/shell.docx").read_bytes()
    workspace: Workspace = numbered(tmp_path, {"dijken/nota": letter("IENW/BSK-2024/353709")})
    own = tmp_path / "styles/water/nota/shell.docx"
    own.parent.mkdir()
    own.write_bytes(with_even_pages_without_header(shell))

    with pytest.raises(Refused) as caught:
        build(workspace, formats=["docx"])

    assert any("even pagina" in f.message for f in caught.value.findings)
    assert not (tmp_path / "build").exists()


def test_an_odt_whose_left_pages_lack_it_is_seen():
    """LibreOffice calls even pages left ones; ours have none apart, but a shell may."""
    text = " ".join(word for f in LONG.follow_on for word in words_of_field(f))
    right, left = header(text), header(text.replace(KENMERK, ""), "header-left")
    found = READERS["odt"](odt(p("x"), masters=master("Standard", right + left)))

    assert [name for name, _ in found.later_pages] == ["volgende pagina", "even pagina"]
    assert KENMERK in found.later_pages[0][1][0]
    shown = replace(LONG, first_page=(), body=(paragraph("x"),), notes=())
    said = [f.message for f in prove(shown, found, "nota.odt", has_headers=True)]
    assert [m for m in said if "Ons kenmerk'" in m] == [
        f"Op de even pagina ontbreekt of verschilt 'Ons kenmerk': ‘Ons kenmerk {KENMERK}’."
    ]
