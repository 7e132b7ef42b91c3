"""Reading a PDF: page by page, or a clear refusal."""

import logging
from io import BytesIO

import pikepdf
import pytest
from pikepdf import Dictionary, Name
from pypdf import PdfWriter

from pmg_docs.model.document import ListBlock, Note, NoteRef, Quotation
from pmg_docs.model.errors import Refused
from pmg_docs.readers.pdf import read
from pmg_docs.writers.pdf import write
from tests.builders.look import ROOT, look
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


def test_its_tags_are_read_in_their_order_with_notes_and_repetitions_apart() -> None:
    body = (paragraph("een", NoteRef(1), " ", "woord " * 900), Quotation((paragraph("eind"),)))
    found = read(write(nota(*body, notes=(Note(1, (paragraph("noot"),)),)), look(b"-"))).tagged

    assert found is not None
    assert found.body[0] == "CONCEPT" and found.body[-1] == "eind"
    assert found.body[(at := found.body.index("een")) : at + 3] == ("een", "[^1]", "woord")
    assert found.notes == (("1", "noot"),)
    assert [page[:4] for page in found.artifacts] == [
        ("Pagina", str(n), "van", str(len(found.artifacts)))
        for n in range(1, len(found.artifacts) + 1)
    ]
    assert "kenmerk" in found.artifacts[1] and "kenmerk" not in found.artifacts[0]


def test_a_bullet_is_no_word_and_a_number_is() -> None:
    items = ((paragraph("a"),), (paragraph("b"),))
    tree = nota(ListBlock(items), ListBlock(items, is_ordered=True))
    found = read(write(tree, look(b"-")))

    assert found.tagged is not None
    assert found.tagged.body[-6:] == found.pages[0][-6:] == ("a", "b", "1.", "a", "2.", "b")


def test_what_runs_from_right_to_left_is_read_as_it_is_spoken() -> None:
    found = read(write(nota(paragraph("Met (שלום עולם) 12 eind")), look(b"-")))

    assert found.pages[0][-5:] == ("Met", "(שלום", "עולם)", "12", "eind")


def test_words_that_only_claim_to_be_painted_are_not_believed() -> None:
    data = write(nota(paragraph("Met שלום eind")), look(b"-"))
    claim, other = ("".join(f"{ord(c):04x}" for c in word) for word in ("שלום", "שלומ"))
    with pikepdf.open(BytesIO(data)) as pdf:
        page = pdf.pages[0]
        content = page.Contents.read_bytes()
        assert claim.encode() in content
        page.Contents = pdf.make_stream(content.replace(claim.encode(), other.encode()))
        target = BytesIO()
        pdf.save(target)

    assert "שלומ" not in read(target.getvalue()).pages[0]


def test_a_pdf_without_tags_still_gives_its_pages() -> None:
    plain = weasyprint_html("<p>Zomaar een pagina</p>")

    assert read(plain).tagged is None
    assert read(plain).pages == (("Zomaar", "een", "pagina"),)


def test_fonts_that_do_not_say_their_characters_leave_the_pages() -> None:
    data = write(nota(paragraph("tekst")), look(b"-"))
    with pikepdf.open(BytesIO(data)) as pdf:
        for font in pdf.pages[0].Resources.Font.values():
            del font.ToUnicode
        target = BytesIO()
        pdf.save(target)

    found = read(target.getvalue())

    assert found.tagged is None and len(found.pages) == 1


@pytest.mark.parametrize("loop", ["structuur", "formulier"])
def test_what_turns_in_circles_ends(loop: str) -> None:
    with pikepdf.open(BytesIO(write(nota(paragraph("tekst")), look(b"-")))) as pdf:
        page = pdf.pages[0]
        if loop == "structuur":
            root = pdf.Root.StructTreeRoot.K[0]
            root.K.append(root)
        else:
            form = pdf.make_stream(b"/A Do " * 50, Type=Name.XObject, Subtype=Name.Form)
            form.Resources = Dictionary(XObject=Dictionary(A=form))
            page.Resources.XObject = Dictionary(A=form)
            page.Contents = pdf.make_stream(b"/A Do")
        target = BytesIO()
        pdf.save(target)

    if loop == "structuur":
        assert "tekst" in getattr(read(target.getvalue()).tagged, "body", ())
    else:
        with pytest.raises(Refused):
            read(target.getvalue())


CONTENT = {
    "(a \\(b\\) \\101 c) Tj": "a (b) A c",
    "[(a) -20 <62> (c)] TJ": "abc",
    "(a) Tj % (b) Tj\n(c) '": "ac",
    "/Artifact BMC (a) Tj EMC": "a",
    "BI /W 1 ID (x) Tj EI (a) Tj": "a",
    "/Span <</MCID 0 /ActualText (b)>> BDC (a) Tj EMC": "a",
    "(open": "",
}


@pytest.mark.parametrize("content", CONTENT)
def test_instructions_are_followed_as_far_as_they_paint_text(content: str) -> None:
    table = (
        b"begincodespacerange <00> <ff> endcodespacerange beginbfrange <20> <7e> <0020> endbfrange"
    )
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        font = Dictionary(Type=Name.Font, Subtype=Name.Type1, ToUnicode=pdf.make_stream(table))
        pdf.pages[0].Resources = Dictionary(Font=Dictionary(F=font))
        pdf.pages[0].Contents = pdf.make_stream(f"/F 9 Tf {content}".encode())
        target = BytesIO()
        pdf.save(target)

    assert read(target.getvalue()).pages == (tuple(CONTENT[content].split()),)


def weasyprint_html(body: str) -> bytes:
    """A PDF of HTML without any of our writer, in a typeface of ours."""
    from weasyprint import CSS, HTML
    from weasyprint.text.fonts import FontConfiguration

    fonts = FontConfiguration()
    font = (ROOT / "styles/rijk/fonts/DejaVuSans.ttf").as_uri()
    css = f'@font-face {{ font-family: x; src: url("{font}"); }} body {{ font-family: x; }}'
    sheet = CSS(string=css, font_config=fonts)
    made: bytes = HTML(string=body).write_pdf(stylesheets=[sheet], font_config=fonts)
    return made
