"""The text of the tree in the Word file, read back by the reader."""

import io
import zipfile
from dataclasses import replace
from decimal import Decimal

import pytest
from lxml import etree

from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.document import (
    Align,
    Area,
    Block,
    Cell,
    Document,
    Field,
    Heading,
    Link,
    ListBlock,
    Note,
    NoteRef,
    Table,
    Text,
)
from pmg_docs.model.errors import Refused
from pmg_docs.model.place import Place
from pmg_docs.model.words import (
    FileWords,
    split_words,
    words_of_body,
    words_of_field,
    words_of_line,
    words_of_notes,
)
from pmg_docs.readers.docx import read
from pmg_docs.writers.docx import write
from tests.builders.look import look
from tests.builders.tree import cell, field, gap, line, nota, paragraph

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def written(*body: Block, notes: tuple[Note, ...] = ()) -> FileWords:
    return read(write(nota(*body, notes=notes), look()))


def part(data: bytes, name: str) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(f"word/{name}.xml"))


def shown(element: etree._Element) -> str:
    return "".join(str(t) for t in element.itertext())


def occurs(wanted: tuple[str, ...], words: tuple[str, ...]) -> bool:
    size = len(wanted)
    return any(words[n : n + size] == wanted for n in range(len(words) - size + 1))


def ordered(*texts: str) -> ListBlock:
    return ListBlock(tuple((paragraph(t),) for t in texts), is_ordered=True)


def test_every_word_of_the_text_stands_in_the_file_in_order() -> None:
    document = nota()
    assert occurs(words_of_body(document), read(write(document, look())).body)


def test_notes_read_back_as_written() -> None:
    document = nota()
    assert read(write(document, look())).notes == words_of_notes(document)


def test_every_field_of_the_first_page_is_printed_on_it() -> None:
    document = nota()
    words = read(write(document, look()))
    for printed in document.first_page:
        wanted = words_of_field(printed)
        assert any(occurs(wanted, p) for p in (*words.first, words.body)), printed.name


def test_every_follow_on_field_is_printed_on_follow_on_pages() -> None:
    document = nota()
    words = read(write(document, look()))
    for printed in document.follow_on:
        assert any(occurs(words_of_field(printed), p) for p in words.follow_on), printed.name


def test_the_first_header_holds_colofon_date_and_kenmerk() -> None:
    header = read(write(nota(), look())).first[0]
    assert occurs(("Turfmarkt", "147", "2511", "DP", "Den", "Haag"), header)
    assert occurs(("Datum", "4", "april", "2024"), header)
    assert occurs(("Ons", "kenmerk", "5300203"), header)


def test_follow_on_pages_leave_out_the_address() -> None:
    words = read(write(nota(), look())).follow_on
    assert not any("Turfmarkt" in p or "Projectnaam" in p for p in words)


def test_the_pages_are_numbered_by_word_in_the_words_of_the_tree() -> None:
    document = replace(nota(), page_number="Blad {pagina} & {totaal}")
    words = read(write(document, look()))
    assert ("Blad", "{pagina}", "&", "{totaal}") in words.first
    assert ("Blad", "{pagina}", "&", "{totaal}") in words.follow_on


@pytest.mark.parametrize(
    "text",
    [
        "{{ 7*7 }}",
        "{% if x %} {# weg #}",
        "[[inhoud]]",
        "<b>vet</b> & &amp; ' \"",
        "ş ğ ĳ € 😀",
        "שלום עולם en verder",
        "hoogte\u2011punt",
        "{{p inhoud }}",
    ],
)
def test_text_of_any_kind_comes_out_as_typed(text: str) -> None:
    wanted = words_of_line(line(text))
    aside = field("onderwerp", Area.TITLE, text)
    mark = field("kenmerk", Area.REFERENCE, text, label=text)
    document = nota(paragraph(text), notes=(Note(1, (paragraph(text),)),))
    document = replace(
        document, first_page=(aside, mark), follow_on=(mark,), body=(paragraph(text, NoteRef(1)),)
    )
    words = read(write(document, look()))
    assert words.body == (*wanted, *wanted, "[^1]")
    assert words.first[0] == words.follow_on[0] == (*wanted, *wanted)
    assert words.notes == (wanted,)


def test_a_paragraph_like_the_marker_does_not_take_its_place() -> None:
    assert written(paragraph("[[inhoud]]"), paragraph("erna")).body[-2:] == ("[[inhoud]]", "erna")


def test_a_character_that_word_cannot_hold_is_refused_with_its_place() -> None:
    place = Place("letters/x/nota.md", 4, 2)
    with pytest.raises(Refused) as refused:
        write(nota(paragraph(Text("a\x0bb", place))), look())
    assert [(f.code, f.where) for f in refused.value.findings] == [("PMG405", place)]


def test_each_ordered_list_starts_at_one() -> None:
    words = written(ordered("a", "b"), paragraph("tussen"), ordered("c"), ordered("d", "e"))
    assert words.body[-11:] == ("1.", "a", "2.", "b", "tussen", "1.", "c", "1.", "d", "2.", "e")


def test_a_list_in_a_list_starts_at_one_each_time() -> None:
    inner = ListBlock(
        ((paragraph("x"), ordered("a", "b")), (paragraph("y"), ordered("c"))), is_ordered=True
    )
    assert written(inner).body[-10:] == split_words("1. x 1. a 2. b 2. y 1. c")


def test_an_item_that_opens_with_a_list_keeps_its_own_number() -> None:
    words = written(ListBlock(((ordered("a"),), (paragraph("b"),)), is_ordered=True))
    assert words.body[-5:] == ("1.", "1.", "a", "2.", "b")


def test_lists_deeper_than_word_goes_keep_their_words() -> None:
    block: Block = paragraph("onderin")
    for _ in range(12):
        block = ListBlock(((block,),))
    assert written(block).body[-1] == "onderin"


def test_a_heading_carries_its_fixed_label_and_an_outline_level() -> None:
    data = write(nota(Heading(2, line("Krachtenveld"), label="4.4")), look())
    assert read(data).body[-2:] == ("4.4", "Krachtenveld")
    style = part(data, "styles").find(f"{W}style[@{W}styleId='Heading2']")
    assert style is not None
    assert style.find(f"{W}pPr/{W}outlineLvl[@{W}val='1']") is not None
    assert style.find(f"{W}pPr/{W}keepNext") is not None


def test_a_link_leads_to_its_address() -> None:
    href = "https://www.rijksoverheid.nl/?a=1&b=2"
    data = write(nota(paragraph(Link(href, line("hier")))), look())
    links = zipfile.ZipFile(io.BytesIO(data)).read("word/_rels/document.xml.rels").decode()
    assert href.replace("&", "&amp;") in links
    assert part(data, "document").find(f".//{W}hyperlink//{W}t") is not None


def test_a_link_of_another_kind_keeps_its_words_alone() -> None:
    data = write(nota(paragraph(Link("file:///etc/passwd", line("hier")))), look())
    assert read(data).body[-1] == "hier"
    assert b"passwd" not in b"".join(
        zipfile.ZipFile(io.BytesIO(data)).read(n)
        for n in zipfile.ZipFile(io.BytesIO(data)).namelist()
    )


def test_a_link_in_a_note_has_its_address_in_the_notes_part() -> None:
    note = Note(1, (paragraph(Link("https://wetten.overheid.nl", line("wet"))),))
    data = write(nota(paragraph("x", NoteRef(1)), notes=(note,)), look())
    links = zipfile.ZipFile(io.BytesIO(data)).read("word/_rels/footnotes.xml.rels").decode()
    assert "https://wetten.overheid.nl" in links


def test_a_note_referred_to_twice_is_written_once() -> None:
    body = (paragraph("a", NoteRef(1)), paragraph("b", NoteRef(2), "c", NoteRef(1)))
    notes = (Note(1, (paragraph("een"),)), Note(2, (paragraph("twee"),)))
    data = write(nota(*body, notes=notes), look())
    words = read(data)
    assert words.body[-6:] == ("a", "[^1]", "b", "[^2]", "c", "[^1]")
    assert words.notes == (("een",), ("twee",))
    references = part(data, "document").findall(f".//{W}footnoteReference")
    assert [r.get(f"{W}id") for r in references] == ["1", "2"]


def test_the_rows_of_heads_repeat_on_every_page() -> None:
    data = write(nota(), look())
    tables = part(data, "document").findall(f".//{W}tbl")[1:]
    repeated = [len(t.findall(f"{W}tr/{W}trPr/{W}tblHeader")) for t in tables]
    assert repeated == [1, 1]


def test_the_title_of_a_table_spans_all_columns() -> None:
    data = write(nota(), look())
    table = part(data, "document").findall(f".//{W}tbl")[1]
    assert table.find(f"{W}tr/{W}tc/{W}tcPr/{W}gridSpan[@{W}val='2']") is not None


def test_the_widths_of_columns_are_shares_of_the_text() -> None:
    data = write(nota(Table(rows=((cell("a"), cell("b")),), widths=(28, 72))), look())
    table = part(data, "document").findall(f".//{W}tbl")[-1]
    widths = [int(c.get(f"{W}w", "")) for c in table.findall(f"{W}tblGrid/{W}gridCol")]
    page = look().style.page
    text = int((page.width - page.left - page.right) / Decimal("25.4") * 1440)
    assert sum(widths) == text
    assert abs(widths[0] - 0.28 * text) < 1


def test_two_tables_below_each_other_stay_two() -> None:
    one = Table(rows=((cell("a"),),))
    data = write(nota(one, one), look())
    tables = part(data, "document").findall(f".//{W}tbl")
    assert all(t.getnext() is not None and t.getnext().tag == f"{W}p" for t in tables[-2:])  # type: ignore[union-attr]


def test_every_cell_ends_in_a_paragraph() -> None:
    inner = Table(rows=((cell("diep"),),))
    row = (Cell(()), Cell((inner,)), Cell((ordered("a"),), Align.RIGHT))
    data = write(nota(Table(rows=(row, (cell("kort"),)))), look())
    cells = list(part(data, "document").iter(f"{W}tc"))
    assert all(c[-1].tag == f"{W}p" for c in cells)
    assert read(data).body[-4:] == ("diep", "1.", "a", "kort")


def test_a_gap_is_marked_for_the_eye() -> None:
    data = write(nota(paragraph("x ", gap("[nog open: datum]"))), look())
    shaded = [
        r for r in part(data, "document").iter(f"{W}r") if r.find(f"{W}rPr/{W}shd") is not None
    ]
    assert [shown(r) for r in shaded] == ["[nog open: datum]"]
    assert shaded[0].find(f"{W}rPr/{W}shd[@{W}fill='FFF2B3']") is not None


def test_right_to_left_words_are_marked_as_such() -> None:
    data = write(nota(paragraph("van שלום naar")), look())
    marked = [
        r for r in part(data, "document").iter(f"{W}r") if r.find(f"{W}rPr/{W}rtl") is not None
    ]
    assert [shown(r) for r in marked] == ["שלום"]


def test_fields_that_the_type_leaves_out_of_word_are_not_in_the_file() -> None:
    document = replace(nota(), omissions={"docx": frozenset({"kenmerk"})})
    words = read(write(document, look()))
    assert "5300203" not in {w for p in (*words.first, *words.follow_on) for w in p}


def test_a_document_without_frame_still_fits_the_shell() -> None:
    document = Document(
        type="nota", style="rijk", title="Kaal", first_page=(), follow_on=(), body=(paragraph("x"),)
    )
    assert read(write(document, look())).body == ("x",)


def test_a_type_may_add_fields_without_another_shell() -> None:
    added = Field("uw_kenmerk", Area.REFERENCE, (line("B-7"),), label="Uw kenmerk")
    document = replace(nota(), first_page=(*nota().first_page, added))
    assert occurs(("Uw", "kenmerk", "B-7"), read(write(document, look())).first[0])


def test_findings_of_several_characters_come_together() -> None:
    body = (
        paragraph(Text("a\x00", Place("n.md", 1))),
        paragraph(Text("b\ufffe", Place("n.md", 2))),
    )
    with pytest.raises(Refused) as refused:
        write(nota(*body), look())
    findings: tuple[Diagnostic, ...] = refused.value.findings
    assert [f.where and f.where.line for f in findings] == [1, 2]
