"""Pages and texts by anyone, in whatever encoding, down to what there is to read in them."""

import pytest

from pmg_docs.model.passage import Change, FileText, Part, Shape
from pmg_docs.readers import read_text


def page(inner: str) -> FileText:
    return read_text(f"<!DOCTYPE html><html><body>{inner}</body></html>".encode(), "a.html")


@pytest.mark.parametrize(
    "unread",
    ["<nav>x</nav>", "<form><button>x</button></form>", "<div style='display: none'>x</div>",
     "<div class='cookie-banner'>x</div>", "<div role=dialog>x</div>", "<dialog>x</dialog>",
     "<span class=visually-hidden>x</span>", "<select><option>x</select>",
     "<svg><text>x</text></svg>"],
)  # fmt: skip
def test_what_a_reader_of_a_page_does_not_see_is_left_out(unread: str):
    assert [p.text for p in page(f"<p>a {unread}b</p><p>c").passages][-1] == "c"
    assert not any("x" in p.text for p in page(f"a {unread} b").passages)


def test_a_page_on_which_cookies_were_accepted_is_read():
    assert page("<div class='cookies-accepted'><main><p>a</main></div>").passages[0].text == "a"


def test_head_and_foot_of_a_site_are_told_from_those_of_an_article():
    found = page("<header>site</header><article><header>kop</header>tekst</article><footer>voet")
    assert [(p.part, p.text) for p in found.passages] == [
        (Part.HEADER, "site"), (Part.BODY, "kop"), (Part.BODY, "tekst"),
        (Part.FOOTER, "voet")]  # fmt: skip


def test_changes_in_a_page_are_told():
    (passage,) = page("<p>kost <del datetime=2024-04-04>500</del><ins>600</ins> euro").passages
    assert passage.text == "kost 600 euro"
    assert [(r.change, r.text) for r in passage.revisions] == [
        (Change.DELETED, "500"), (Change.INSERTED, "600")]  # fmt: skip


def test_two_line_breaks_part_paragraphs_and_one_does_not():
    assert [p.text for p in page("a<br>b<br><br>c").passages] == ["a b", "c"]


@pytest.mark.parametrize(
    ("data", "codes"),
    [
        ("<meta charset=iso-8859-1><p>€ één".encode("cp1252"), []),
        ("\ufeff<html><p>€ één".encode("utf-16"), []),
        ("<meta http-equiv=Content-Type content='text/html; charset=utf-8'><p>€ één".encode(), []),
        ("<html><p>€ één".encode("cp1252"), ["PMG515"]),
        ("<?xml version='1.0' encoding='iso-8859-15'?><html><p>€ één".encode("iso-8859-15"), []),
        (b"<html><p>&euro; &eacute;&#233;n", []),
    ],
)
def test_a_page_is_decoded_as_browsers_do(data: bytes, codes: list[str]):
    found = read_text(data, "a.html")
    assert found.passages[-1].text.lstrip("\ufeff") == "€ één"
    assert [remark.code for remark in found.remarks] == codes


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
@pytest.mark.parametrize(
    ("encoding", "codes"),
    [("utf-8", []), ("utf-8-sig", []), ("utf-16", []), ("cp1252", ["PMG515"])],
)
def test_a_text_is_read_in_any_usual_encoding(name: str, encoding: str, codes: list[str]):
    found = read_text("\n\n€ één".encode(encoding), name)
    assert [(p.text, p.line) for p in found.passages] == [("€ één", 3)]
    assert [remark.code for remark in found.remarks] == codes


def test_lines_of_a_mail_are_one_paragraph_and_those_of_an_address_are_not():
    mail = b"De gemeenten krijgen elk 500.000 euro per jaar voor de\naanpak van criminaliteit.\n\n"
    found = read_text(mail + b"Turfmarkt 147\nDen Haag\n", "a.txt").passages
    assert [p.text for p in found] == [
        "De gemeenten krijgen elk 500.000 euro per jaar voor de aanpak van criminaliteit.",
        "Turfmarkt 147", "Den Haag"]  # fmt: skip


def test_html_in_markdown_gives_its_words_and_not_its_signs():
    source = b"<div>\n\nEen <b>vet</b> &euro; 5 <!-- stil -->\n\n</div>\n\n\\<b> `a < b`"
    assert [p.text for p in read_text(source, "a.md").passages] == ["Een vet € 5", "<b> a < b"]


def test_a_saved_page_of_more_parts_and_a_mail_are_read():
    saved = (
        b"From: <Saved by Blink>\nMIME-Version: 1.0\n"
        b'Content-Type: multipart/related; boundary="x"\n\n'
        b"--x\nContent-Type: image/png\n\nAAAA\n"
        b"--x\nContent-Type: text/html; charset=utf-8\n"
        b"Content-Transfer-Encoding: quoted-printable\n\n"
        b"<html><title>Nieuws</title><p>=E2=82=AC 5</p></html>\n--x--\n"
    )
    found = read_text(saved, "nieuws.mhtml")
    assert [p.text for p in found.passages] == ["€ 5"]
    assert found.properties == (("titel", "Nieuws"),) and found.remarks == ()


def test_cells_items_and_quotations_of_a_page_are_told_apart():
    found = page(
        "<h2>2. Kop</h2><ol start=3><li>a</ol><table><tr><th colspan=2>b<th>c</table>"
        "<blockquote>d</blockquote>"
    ).passages
    assert [(p.shape, p.label, p.text, p.place) for p in found] == [
        (Shape.HEADING, "2.", "Kop", "alinea 1"), (Shape.ITEM, "3.", "a", "alinea 2"),
        (Shape.CELL, "", "b", "tabel 1, rij 1, kolom 1"),
        (Shape.CELL, "", "c", "tabel 1, rij 1, kolom 3"),
        (Shape.TEXT, "", "d", "alinea 3")]  # fmt: skip
    assert found[-1].is_quotation and found[-1].section == "2. Kop"
