"""What a Word file tells beside its words: where they stand, who changed them, what is bound."""

import pytest

from pmg_docs.model.passage import Change, FileText, Part, Passage, Shape
from pmg_docs.readers import read_text
from pmg_docs.workspace.office import convert, find_office
from pmg_docs.writers.docx import write
from tests.builders import shell as shells
from tests.builders.look import look
from tests.builders.odf import packed, unpacked
from tests.builders.tree import fact, nota, paragraph
from tests.readers.test_docx_reader import headers, notes, par, references, run

BY = 'w:id="1" w:author="J. Jansen" w:date="2024-04-04T10:00:00Z"'
FEITEN = 'xmlns:f="urn:pmg-docs:feiten:1"'


def file(
    *body: str, section: str = "", more: dict[str, str] | None = None, **parts: str
) -> FileText:
    document = shells.document(*body, section=section or "<w:sectPr/>")
    data = shells.shell(document=document, **parts)
    members: dict[str, str | bytes] = {}
    members.update(unpacked(data))
    members.update(more or {})
    return read_text(packed(members), "brief.docx")


def text(*body: str) -> list[Passage]:
    return [p for p in file(*body).passages if p.part is Part.BODY]


def cell(inner: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def gone(words: str) -> str:
    return f"<w:del {BY}><w:r><w:delText>{words}</w:delText></w:r></w:del>"


def new(words: str) -> str:
    return f"<w:ins {BY}>{run(words)}</w:ins>"


def control(inner: str, name: str = "bedrag", path: str = "/f:feiten[1]/f:bedrag[2]") -> str:
    binding = (
        f'<w:dataBinding w:prefixMappings="xmlns:f=\'urn:pmg-docs:feiten:1\'" w:xpath="{path}"/>'
    )
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{name}"/>{binding}</w:sdtPr>'
        f"<w:sdtContent>{inner}</w:sdtContent></w:sdt>"
    )


def test_who_put_in_and_took_out_what_is_told_where_it_happened():
    (passage,) = text(par(run("kost ") + gone("500") + new("600") + new(" miljoen") + run(" euro")))
    assert passage.text == "kost 600 miljoen euro"
    taken, put = passage.revisions
    assert (taken.change, taken.start, taken.text) == (Change.DELETED, 5, "500")
    assert (put.change, put.start, put.text) == (Change.INSERTED, 5, "600 miljoen")
    assert (put.author, put.day) == ("J. Jansen", "2024-04-04")


def test_a_paragraph_whose_end_was_taken_out_goes_on_in_the_next():
    first = par(run("een "), f"<w:rPr><w:del {BY}/></w:rPr>")
    assert [p.text for p in text(first, par(run("twee")))] == ["een twee"]


def test_a_paragraph_that_was_taken_out_whole_is_told_with_the_next():
    first = par(gone("weg"), f"<w:rPr><w:del {BY}/></w:rPr>")
    (passage,) = text(first, par(run("blijft")))
    assert (passage.text, passage.revisions[0].text) == ("blijft", "weg")


def test_the_words_of_a_row_that_was_taken_out_are_told():
    row = f"<w:tr><w:trPr><w:del {BY}/></w:trPr>{cell(par(run('weg')))}</w:tr>"
    (passage,) = text(f"<w:tbl>{row}</w:tbl>")
    assert (passage.text, passage.revisions[0].change) == ("", Change.DELETED)
    assert passage.place == "tabel 1, rij 1, kolom 1"


def commented() -> bytes:
    """A file with tracked changes, a comment, nested controls and a merged cell."""
    span = '<w:gridSpan w:val="2"/>'
    rows = (
        f"<w:tr>{cell(par(run('cel')))}{cell(par(run('cel twee')))}</w:tr>"
        f"<w:tr>{cell(par(run('breed')), span)}</w:tr>"
        f"<w:tr><w:trPr><w:del {BY}/></w:trPr>{cell(par(gone('weg')))}{cell(par(''))}</w:tr>"
    )
    grid = '<w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/></w:tblGrid>'
    document = shells.document(
        par(run("kost ") + gone("500") + new("600") + run(" euro")),
        par(run("een "), f"<w:rPr><w:del {BY}/></w:rPr>"),
        par(run("twee")),
        control(par(run("binnen ") + control(run("tien"), "klein")), "groot"),
        f"<w:tbl><w:tblPr/>{grid}{rows}</w:tbl>",
        par(run("slot")),
        section=f"<w:sectPr>{references(first='rId3', default='rId4')}<w:titlePg/></w:sectPr>",
    )
    head = shells.header(par(run("kenmerk 5300203")))
    return shells.shell(document=document, header1=head, header2=head)


@pytest.mark.parametrize("saved_as", ["docx", "odt"])
def test_a_file_that_libreoffice_saved_again_tells_the_same(saved_as: str):
    program = find_office()
    assert program is not None
    again = convert(program, {"brief": commented()}, "docx", saved_as)["brief"]
    before, after = (read_text(data, f"brief.{end}") for data, end in (
        (commented(), "docx"), (again, saved_as)))  # fmt: skip
    body = [p for p in before.passages if p.part is Part.BODY]
    found = [p for p in after.passages if p.part is Part.BODY]
    assert [(p.text, p.revisions) for p in found] == [(p.text, p.revisions) for p in body]
    assert [p.text for p in body] == [
        "kost 600 euro", "een twee", "binnen tien", "cel", "cel twee", "breed", "",
        "slot"]  # fmt: skip
    assert [p.text for p in after.passages if p.part is Part.HEADER] == ["kenmerk 5300203"]


def test_a_control_knows_its_words_and_what_it_is_bound_to():
    (passage,) = text(par(run("kost ") + control(run(" € 10")) + run(" per jaar")))
    (found,) = passage.controls
    assert passage.text[found.start : found.end] == "€ 10"
    assert (found.name, found.element, found.position) == ("bedrag", "bedrag", 2)


def test_a_control_inside_another_or_around_paragraphs_is_told_of_each():
    one, two = text(control(par(run("a ") + control(run("b"), "binnen")) + par(run("c")), "buiten"))
    assert [(c.name, one.text[c.start : c.end]) for c in one.controls] == [
        ("buiten", "a b"), ("binnen", "b")]  # fmt: skip
    assert [c.name for c in two.controls] == ["buiten"]


def test_a_cell_is_placed_by_row_and_column_of_the_grid():
    wide = cell(par(run("breed")), '<w:gridSpan w:val="2"/>')
    merged = cell(par(""), "<w:vMerge/>")
    rows = f"<w:tr>{wide}{cell(par(run('c')))}</w:tr><w:tr>{merged}{cell(par(run('b')))}</w:tr>"
    found = text(par(run("voor")), f"<w:tbl>{rows}</w:tbl>", par(run("na")))
    assert [(p.text, p.place) for p in found] == [
        ("voor", "alinea 1"), ("breed", "tabel 1, rij 1, kolom 1"),
        ("c", "tabel 1, rij 1, kolom 3"), ("b", "tabel 1, rij 2, kolom 2"),
        ("na", "alinea 2")]  # fmt: skip


def test_a_heading_gives_its_number_and_names_what_stands_under_it():
    kop = par(run("4.2 Financiële overwegingen"), '<w:outlineLvl w:val="0"/>')
    heading, passage = text(kop, par(run("tekst")))
    assert (heading.label, heading.text) == ("4.2", "Financiële overwegingen")
    assert (heading.shape, passage.section) == (Shape.HEADING, "4.2 Financiële overwegingen")


def test_a_number_of_things_is_no_number_of_a_heading():
    (heading,) = text(par(run("20 gemeenten erbij"), '<w:outlineLvl w:val="0"/>'))
    assert (heading.label, heading.text) == ("", "20 gemeenten erbij")


def test_a_header_that_several_pages_share_comes_once():
    section = f"<w:sectPr>{references(first='rId3', default='rId4')}<w:titlePg/></w:sectPr>"
    head = shells.header(par(run("kenmerk 1")))
    found = file(par(run("x")), section=section, header1=head, header2=head)
    assert [(p.part, p.place) for p in found.passages if p.text == "kenmerk 1"] == [
        (Part.HEADER, "koptekst")]  # fmt: skip
    assert headers(section).first == (("eerste",),)


def test_a_comment_tells_who_made_it_and_what_it_is_about():
    comments = (
        f'<w:comments xmlns:w="{shells.W}"><w:comment w:id="4" w:author="J. Jansen">'
        f"{par(run('klopt dit?'))}</w:comment></w:comments>"
    )
    rels = unpacked(shells.shell())["word/_rels/document.xml.rels"].decode()
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
    link = f'<Relationship Id="rId90" Type="{kind}" Target="comments.xml"/></Relationships>'
    body = (
        '<w:commentRangeStart w:id="4"/>' + run("€ 10") + '<w:commentRangeEnd w:id="4"/>'
        '<w:r><w:commentReference w:id="4"/></w:r>'
    )
    found = file(par(run("kost ") + body), more={
        "word/comments.xml": comments,
        "word/_rels/document.xml.rels": rels.replace("</Relationships>", link),
    })  # fmt: skip
    comment = found.passages[-1]
    assert (comment.part, comment.name, comment.text) == (Part.COMMENT, "J. Jansen", "klopt dit?")
    assert comment.place == "opmerking van J. Jansen bij ‘€ 10’"


def test_a_note_in_a_table_and_a_text_box_are_placed():
    refer = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    box = f"<w:r><w:pict><w:txbxContent>{par(run('vak'))}</w:txbxContent></w:pict></w:r>"
    table = f"<w:tbl><w:tr>{cell(par(run('a') + refer + box))}</w:tr></w:tbl>"
    found = file(table, footnotes=notes((2, "noot")))
    places = {p.text: p.place for p in found.passages}
    assert places["noot"] == "voetnoot 1" and places["vak"] == "tekstvak 1"


def test_the_store_is_found_by_its_namespace():
    store = f"<f:feiten {FEITEN}><f:a>een</f:a><f:b>x</f:b><f:a>twee</f:a></f:feiten>"
    found = file(par(run("x")), more={
        "customXml/item3.xml": store, "customXml/item4.xml": "<kapot"})  # fmt: skip
    assert found.store == (("a", 1, "een"), ("b", 1, "x"), ("a", 2, "twee"))


def test_our_own_file_gives_its_controls_store_and_properties():
    tree = nota(paragraph("Dat kost ", fact("€ 10 miljoen", "budget", "bedrag"), " per jaar."))
    found = read_text(write(tree, look()), "nota.docx")
    (passage,) = [p for p in found.passages if p.text.startswith("Dat kost")]
    assert [(c.name, c.element) for c in passage.controls] == [("budget", "budget")]
    assert ("budget", 1, "€ 10 miljoen") in found.store
    assert dict(found.properties)["titel"] == tree.title
