"""Word files by any hand, read as a person sees them."""

import io
import zipfile

import pytest

from pmg_docs.model.errors import Refused
from pmg_docs.model.words import FileWords
from pmg_docs.readers.docx import read
from pmg_docs.readers.docx.numbers import formatted
from tests.builders import shell as shells

MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def words(*body: str, section: str = "", **changed: str) -> FileWords:
    document = shells.document(*body, section=section or "<w:sectPr/>")
    return read(shells.shell(document=document, **changed))


def body(*paragraphs: str, **changed: str) -> str:
    return " ".join(words(*paragraphs, **changed).body)


def par(inner: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def item(text: str, number: int, level: int = 0) -> str:
    place = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return par(run(text), place)


def held(content: str) -> str:
    """Something in a bound content control."""
    return (
        '<w:sdt><w:sdtPr><w:alias w:val="niet lezen"/><w:dataBinding w:xpath="/x"/><w:text/>'
        f"</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"
    )


def level(number: int, form: str = "decimal", text: str = "", start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text or f"%{number + 1}."}"/></w:lvl>'
    )


def numbering(levels: str, *numbers: str) -> str:
    lists = numbers or ("",)
    nums = "".join(
        f'<w:num w:numId="{n}"><w:abstractNumId w:val="0"/>{override}</w:num>'
        for n, override in enumerate(lists, start=1)
    )
    return (
        f'<w:numbering xmlns:w="{shells.W}"><w:abstractNum w:abstractNumId="0">{levels}'
        f"</w:abstractNum>{nums}</w:numbering>"
    )


def field(instruction: str, result: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


RESTART = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'


def test_words_split_over_runs_are_one_word() -> None:
    assert body(par(run("Recht") + run("vaardig"))) == "Rechtvaardig"


def test_content_controls_are_read() -> None:
    inner = f"<w:sdt><w:sdtPr/><w:sdtContent>{run('€ 10')}</w:sdtContent></w:sdt>"
    outer = f"<w:sdt><w:sdtContent>{par(run('kost ') + inner)}</w:sdtContent></w:sdt>"
    assert body(outer) == "kost € 10"


def test_inserted_text_counts_and_deleted_text_does_not() -> None:
    change = 'w:id="1" w:author="x"'
    inner = (
        f"<w:ins {change}>{run('nieuw')}</w:ins>"
        f"<w:del {change}><w:r><w:delText>oud</w:delText></w:r></w:del>"
        f"<w:moveFrom {change}>{run('weg')}</w:moveFrom>"
        f"<w:moveTo {change}>{run(' hier')}</w:moveTo>"
    )
    assert body(par(inner)) == "nieuw hier"


def test_a_deleted_table_row_does_not_count() -> None:
    row = "<w:tr>{}<w:tc>{}</w:tc></w:tr>"
    kept = row.format("", par(run("blijft")))
    gone = row.format('<w:trPr><w:del w:id="1" w:author="x"/></w:trPr>', par(run("weg")))
    assert body(f"<w:tbl>{kept}{gone}</w:tbl>") == "blijft"


def test_hidden_text_does_not_count() -> None:
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>stil</w:t></w:r>"
    assert body(par(hidden + run("hoorbaar"))) == "hoorbaar"


def test_links_and_tables_are_read_in_order() -> None:
    link = f'<w:hyperlink w:anchor="x">{run("koppeling")}</w:hyperlink>'
    cells = "".join(f"<w:tc>{par(run(t))}</w:tc>" for t in ("a", "b"))
    table = f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"
    assert body(par(link), table, par(run("c"))) == "koppeling a b c"


def test_a_text_box_is_read_once_and_after_its_paragraph() -> None:
    box = f"<w:txbxContent>{par(run('kader'))}</w:txbxContent>"
    both = (
        f'<w:r><mc:AlternateContent xmlns:mc="{MC}"><mc:Choice Requires="wps"><w:drawing>{box}'
        f"</w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    assert body(par(run("voor") + both + run("taan")), par(run("slot"))) == "voortaan kader slot"


@pytest.mark.parametrize("space", ["<w:tab/>", "<w:br/>", "<w:cr/>", '<w:br w:type="page"/>'])
def test_tabs_and_breaks_are_spaces(space: str) -> None:
    assert body(par(run("a") + f"<w:r>{space}</w:r>" + run("b"))) == "a b"


def test_hyphens_of_word_are_read_as_characters_or_nothing() -> None:
    inner = "<w:r><w:t>e</w:t><w:noBreakHyphen/><w:t>mail</w:t><w:softHyphen/><w:t>tje</w:t></w:r>"
    assert body(par(inner)) == "e\u2011mailtje"


def test_page_fields_give_their_word_and_not_the_stored_number() -> None:
    inner = run("p ") + field(" PAGE \\* MERGEFORMAT ", "7") + run(" van ")
    simple = f'<w:fldSimple w:instr=" NUMPAGES ">{run("9")}</w:fldSimple>'
    assert body(par(inner + simple)) == "p {pagina} van {totaal}"


def test_other_fields_give_what_they_show() -> None:
    inner = field(" DATE ", "4 april") + run(" ")
    assert body(par(inner + f'<w:fldSimple w:instr="REF x">{run("2024")}</w:fldSimple>')) == (
        "4 april 2024"
    )


def test_the_instruction_of_a_field_inside_a_field_is_not_shown() -> None:
    inner = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF </w:instrText></w:r>'
        + field("PAGE", "1")
        + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        + run("uitkomst")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    assert body(par(inner)) == "uitkomst"


def test_list_items_carry_their_numbers() -> None:
    lists = numbering(level(0))
    assert body(item("a", 1), item("b", 1), numbering=lists) == "1. a 2. b"


def test_a_list_of_its_own_starts_anew() -> None:
    lists = numbering(level(0), "", RESTART)
    found = body(item("a", 1), item("b", 2), item("c", 2), item("d", 1), numbering=lists)
    assert found == "1. a 1. b 2. c 3. d"


def test_levels_count_within_the_level_above() -> None:
    lists = numbering(level(0) + level(1, text="%1.%2"))
    rows = [item("a", 1), item("b", 1, 1), item("c", 1, 1), item("d", 1), item("e", 1, 1)]
    assert body(*rows, numbering=lists) == "1. a 1.1 b 1.2 c 2. d 2.1 e"


def test_bullets_give_no_number() -> None:
    assert body(item("a", 1), numbering=numbering(level(0, "bullet", "•"))) == "a"


def test_a_list_may_start_elsewhere_and_count_in_letters() -> None:
    lists = numbering(level(0, "lowerLetter", "%1)", start=3))
    assert body(item("x", 1), item("y", 1), numbering=lists) == "c) x d) y"


def test_a_style_may_number_its_paragraphs() -> None:
    style = (
        '<w:style w:type="paragraph" w:styleId="Kop"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'
        '</w:pPr></w:style><w:style w:type="paragraph" w:styleId="Kind">'
        '<w:basedOn w:val="Kop"/></w:style></w:styles>'
    )
    styles = shells.styles().replace("</w:styles>", style)
    headings = [par(run(t), '<w:pStyle w:val="Kind"/>') for t in ("a", "b")]
    off = par(run("c"), '<w:pStyle w:val="Kop"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    found = body(*headings, off, styles=styles, numbering=numbering(level(0)))
    assert found == "1. a 2. b c"


@pytest.mark.parametrize(
    ("number", "form", "shown"),
    [(4, "lowerRoman", "iv"), (1994, "upperRoman", "MCMXCIV"), (28, "upperLetter", "BB"),
     (7, "decimalZero", "07"), (3, "none", ""), (3, "onbekend", "3")],
)  # fmt: skip
def test_numbers_in_the_forms_of_word(number: int, form: str, shown: str) -> None:
    assert formatted(number, form) == shown


def notes(*texts: tuple[int, str]) -> str:
    inner = "".join(f'<w:footnote w:id="{n}">{par(run(t))}</w:footnote>' for n, t in texts)
    return f'<w:footnotes xmlns:w="{shells.W}">{inner}</w:footnotes>'


def test_notes_are_numbered_in_the_order_of_the_text() -> None:
    refer = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    text = par(run("a") + refer.format(9) + run("b") + refer.format(2))
    found = words(text, footnotes=notes((-1, "lijn"), (2, "twee"), (9, "negen"), (11, "ongezien")))
    assert found.body == ("a", "[^1]", "b", "[^2]")
    assert found.notes == (("negen",), ("twee",))


def test_a_deleted_reference_takes_its_note_along() -> None:
    gone = '<w:del w:id="1" w:author="x"><w:r><w:footnoteReference w:id="1"/></w:r></w:del>'
    found = words(par(run("a") + gone), footnotes=notes((1, "weg")))
    assert (found.body, found.notes) == (("a",), ())


def references(**kinds: str) -> str:
    return "".join(
        f'<w:headerReference w:type="{kind}" r:id="{identity}"/>'
        for kind, identity in kinds.items()
    )


def headers(*sections: str, **changed: str) -> FileWords:
    *early, last = sections
    paragraphs = [par(run("x"), section) for section in early]
    return words(
        *paragraphs,
        section=last,
        header1=shells.header(par(run("eerste"))),
        header2=shells.header(par(run("vervolg"))),
        **changed,
    )


def test_the_first_page_has_its_own_header_only_when_the_section_says_so() -> None:
    both = references(first="rId3", default="rId4")
    apart = headers(f"<w:sectPr>{both}<w:titlePg/></w:sectPr>")
    assert (apart.first, apart.follow_on) == ((("eerste",),), (("vervolg",),))
    alike = headers(f"<w:sectPr>{both}</w:sectPr>")
    assert (alike.first, alike.follow_on) == ((("vervolg",),), (("vervolg",),))


def test_a_later_section_inherits_and_may_add_headers() -> None:
    found = headers(
        f"<w:sectPr>{references(default='rId4')}</w:sectPr>",
        f"<w:sectPr>{references(first='rId3')}<w:titlePg/></w:sectPr>",
    )
    assert found.first == (("vervolg",),)
    assert found.follow_on == (("vervolg",), ("eerste",))


def test_even_headers_count_only_where_word_shows_them() -> None:
    section = f"<w:sectPr>{references(default='rId4', even='rId3')}</w:sectPr>"
    assert headers(section).follow_on == (("vervolg",),)
    settings = f'<w:settings xmlns:w="{shells.W}"><w:evenAndOddHeaders/></w:settings>'
    assert headers(section, settings=settings).follow_on == (("vervolg",), ("eerste",))


@pytest.mark.parametrize(
    "data",
    [b"", b"%PDF-1.7", shells.pack({"a.txt": "x"}), shells.shell()[:-400],
     shells.shell(document="<w:document>"), shells.shell(document="<x/>")],
    ids=["empty", "pdf", "zip", "cut", "damaged", "other"],
)  # fmt: skip
def test_what_is_no_word_file_is_refused(data: bytes) -> None:
    with pytest.raises(Refused) as refused:
        read(data)
    assert [f.code for f in refused.value.findings] == ["PMG501"]


def test_entities_are_refused() -> None:
    bomb = '<!DOCTYPE w [<!ENTITY a "aaaa">]>'
    document = shells.document(par(run("&a;"))).replace("?>\n", f"?>{bomb}\n")
    with pytest.raises(Refused):
        read(shells.shell(document=document))


def test_a_file_that_unpacks_to_far_too_much_is_refused() -> None:
    buffer = io.BytesIO(shells.shell())
    with zipfile.ZipFile(buffer, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/big.xml", b" " * (201 * 1024 * 1024))
    with pytest.raises(Refused) as refused:
        read(buffer.getvalue())
    assert refused.value.findings[0].code == "PMG513"


def test_the_strict_form_of_word_files_is_read() -> None:
    members = {
        name: text.replace(shells.W, "http://purl.oclc.org/ooxml/wordprocessingml/main").replace(
            shells.R, "http://purl.oclc.org/ooxml/officeDocument/relationships"
        )
        for name, text in shells.parts().items()
    }
    members["word/document.xml"] = members["word/document.xml"].replace("[[inhoud]]", "streng")
    found = read(shells.pack(members))
    assert found.body[-1] == "streng"
    assert len(found.first) == 2


def test_words_are_read_through_controls_around_anything():
    cell = f"<w:tc>{par(run('cel'))}</w:tc>"
    table = f"<w:tbl>{held(f'<w:tr>{held(cell)}</w:tr>')}</w:tbl>"
    link = par(f"<w:hyperlink>{held(run('koppeling'))}</w:hyperlink>")
    box = par(f"<w:r><w:pict><w:txbxContent>{par(held(run('vak')))}</w:txbxContent></w:pict></w:r>")
    nested = held(par(held(f"<w:r><w:t>a</w:t><w:noBreakHyphen/></w:r>{held(run('b'))}")))

    assert body(nested, table, link, box) == "a\u2011b cel koppeling vak"


def test_a_number_is_counted_through_controls():
    numbers = numbering(level(0))
    assert body(item("a", 1), held(item("b", 1)), numbering=numbers) == "1. a 2. b"
