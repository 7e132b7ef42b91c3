"""Placeholders as officers leave them in Word: moved, dressed, split, in boxes and tables."""

from dataclasses import replace

import pytest
from lxml import etree

from pmg_docs.model.document import Area
from pmg_docs.readers.docx import read
from pmg_docs.writers.docx import write
from tests.builders import shell as shells
from tests.builders.controls import W, bound, controls, members
from tests.builders.look import look
from tests.builders.tree import fact, field, line, nota, paragraph
from tests.writers.test_docx_controls import A_FACT, MARKS, bare
from tests.writers.test_docx_shell import with_body


@pytest.mark.parametrize(
    ("placeholder", "text", "wanted"),
    [
        ("Nr. {{ kenmerk }}.", "Nr. 5300203.", ["5300203"]),
        ("{{ label.kenmerk }}", "Ons kenmerk", []),
        ("{{ kenmerk }}/{{ datum }}", "5300203/4 april 2024", ["5300203", "4 april 2024"]),
        ("{{ datum | upper }}", "4 APRIL 2024", ["4 APRIL 2024"]),
        ("{{ datum | e | upper }}", "4 APRIL 2024", ["4 APRIL 2024"]),
        ("{{ datum | capitalize }}", "4 april 2024", ["4 april 2024"]),
        ("{{ datum | title }}", "4 April 2024", []),
        ("{{ datum | e | replace('april', 'mei') }}", "4 mei 2024", ["4 mei 2024"]),
        ("{{ datum | replace('april', 'mei') }}", "4 mei 2024", []),
        ("{{ kenmerk | first }}", "5", []),
        ("{{ [kenmerk, datum] | join(' - ') }}", "5300203 - 4 april 2024",
         ["5300203", "4 april 2024"]),
        ("{{ kenmerk ~ ' van ' ~ datum }}", "5300203 van 4 april 2024",
         ["5300203", "4 april 2024"]),
        ("{% if kenmerk == '5300203' %}ja{% else %}nee{% endif %}", "ja", []),
        ("{% if kenmerk | length == 7 %}{{ kenmerk }}{% endif %}", "5300203", ["5300203"]),
        ("{% for f in plaats.kenmerken %}{{ f.op_een_regel }};{% endfor %}",
         ("Datum 4 april 2024;Projectnaam Preventie met Gezag;Ons kenmerk 5300203;"
          "Dossiernummer [nog open: het dossiernummer];"),
         ["4 april 2024", "Preventie met Gezag", "5300203", "[nog open: het dossiernummer]"]),
    ],
)  # fmt: skip
def test_a_placeholder_gives_its_words_and_a_control_for_each_fact(
    placeholder: str, text: str, wanted: list[str]
):
    data = write(nota(paragraph("x")), look(with_body(shells.p(placeholder, "Normal"))))

    assert " ".join(read(data).body) == f"{text} x"
    inside = [c for c in controls(data) if c.part == "word/document.xml"]
    assert [c.text for c in inside] == wanted
    assert all(bound(data, control) == [control.text] for control in inside)


def test_a_line_with_words_around_several_facts_keeps_them_all_in_order():
    lines = (line("zie ", A_FACT, " en ", fact("B & W", "bw"), "!"), line("los"))
    mixed = replace(field("kenmerk", Area.REFERENCE, label="Kenmerk"), lines=lines)
    document = replace(bare(paragraph("x")), first_page=(mixed,), follow_on=(mixed,))
    data = write(document, look())

    assert "Kenmerk zie € 500.000,- en B & W! los" in " ".join(read(data).first[0])
    assert [c.text for c in controls(data)] == ["€ 500.000,-", "B & W"] * 2


def test_a_run_keeps_its_dress_and_what_else_it_holds():
    run = (
        "<w:r><w:rPr><w:b/></w:rPr><w:t>Nr:</w:t><w:tab/><w:t>{{ kenmerk }}</w:t><w:br/>"
        "<w:t>van {{ datum }}</w:t></w:r>"
    )
    data = write(nota(paragraph("x")), look(with_body(shells.runs(run, "Normal"))))
    root = etree.fromstring(members(data)["word/document.xml"])
    (first, *_) = root.iter(f"{W}p")

    assert all(r.find(f"{W}rPr/{W}b") is not None for r in first.iter(f"{W}r"))
    names = [etree.QName(e).localname for e in first.iter(f"{W}t", f"{W}tab", f"{W}br", f"{W}sdt")]
    assert names == ["t", "tab", "sdt", "t", "br", "t", "sdt", "t"]


def test_a_fact_where_no_control_can_stand_leaves_its_words_alone():
    ruby = (
        "<w:r><w:ruby><w:rubyPr><w:rubyAlign w:val='center'/><w:hps w:val='9'/>"
        "<w:hpsRaise w:val='9'/><w:hpsBaseText w:val='18'/><w:lid w:val='nl-NL'/></w:rubyPr>"
        "<w:rt><w:r><w:t>boven</w:t></w:r></w:rt>"
        "<w:rubyBase><w:r><w:t>{{ kenmerk }}</w:t></w:r></w:rubyBase></w:ruby></w:r>"
    )
    field_code = (
        '<w:fldSimple w:instr=" DOCPROPERTY {{ kenmerk }} "><w:r><w:t>x</w:t></w:r></w:fldSimple>'
    )
    shell = with_body(shells.runs(ruby, "Normal"), shells.runs(field_code, "Normal"))
    data = write(nota(paragraph("x")), look(shell))
    whole = members(data)["word/document.xml"].decode()

    assert "<w:t>5300203</w:t>" in whole or ">5300203<" in whole
    assert " DOCPROPERTY 5300203 " in whole
    assert not MARKS.search(whole)


def control(kind: str, content: str, more: str = "") -> str:
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="van het sjabloon"/><w:id w:val="7"/>{more}{kind}'
        f"</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"
    )


@pytest.mark.parametrize("kind", ["<w:text/>", "<w:date/>", "<w:comboBox/>", ""])
@pytest.mark.parametrize("is_block", [True, False])
def test_a_placeholder_in_a_control_of_the_shell_gets_one_of_its_own(kind: str, is_block: bool):
    run = "<w:r><w:t>Nr. {{ kenmerk }}</w:t></w:r>"
    inner = shells.runs(run, "Normal") if is_block else run
    body = control(kind, inner) if is_block else shells.runs(control(kind, run), "Normal")
    data = write(nota(paragraph("x")), look(with_body(body)))

    assert read(data).body == ("Nr.", "5300203", "x")
    found = [c.alias for c in controls(data) if c.part == "word/document.xml"]
    assert found == (["brief.kenmerk"] if kind else ["van het sjabloon", "brief.kenmerk"])


def test_the_text_of_the_letter_may_be_placed_in_a_control_of_the_shell():
    body = control("<w:text/>", shells.p("[[inhoud]]", "Normal"))
    shell = shells.shell(document=shells.document(body))

    assert read(write(nota(paragraph("x")), look(shell))).body == ("x",)


def test_a_control_of_the_shell_is_filled_by_nothing_from_elsewhere():
    elsewhere = (
        '<w:placeholder><w:docPart w:val="X"/></w:placeholder><w:showingPlcHdr/>'
        '<w:dataBinding w:xpath="/titel" w:storeItemID="{1}"/>'
    )
    body = shells.runs(control("", "<w:r><w:t>{{ kenmerk }}</w:t></w:r>", elsewhere), "Normal")
    whole = members(write(nota(paragraph("x")), look(with_body(body))))["word/document.xml"]

    assert b"/titel" not in whole
    assert b"showingPlcHdr" not in whole


DRESSES = {
    "half bold": (
        "<w:r><w:t>{{ ken</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>merk }}</w:t></w:r>"
    ),
    "spelling": (
        '<w:r><w:t>{{ </w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:t>kenmerk</w:t></w:r>'
        '<w:proofErr w:type="spellEnd"/><w:r><w:t> }}</w:t></w:r>'
    ),
    "revisions": (
        '<w:r w:rsidR="00A1"><w:t>{</w:t></w:r><w:r w:rsidRPr="00B2"><w:t>{ kenmerk }</w:t></w:r>'
        '<w:ins w:id="1" w:author="J"><w:r><w:t>}</w:t></w:r></w:ins>'
    ),
    "bookmark": (
        '<w:bookmarkStart w:id="3" w:name="_GoBack"/><w:r><w:t>{{ kenmerk</w:t></w:r>'
        '<w:bookmarkEnd w:id="3"/><w:r><w:t xml:space="preserve"> }}</w:t></w:r>'
    ),
    "language": (
        '<w:r><w:rPr><w:lang w:val="en-US"/></w:rPr><w:t>{{ ken</w:t></w:r>'
        '<w:r><w:rPr><w:lang w:val="nl-NL"/></w:rPr><w:t>merk }}</w:t></w:r>'
    ),
    "link": '<w:hyperlink w:anchor="x"><w:r><w:t>{{ kenmerk }}</w:t></w:r></w:hyperlink>',
    "smart tag": (
        '<w:smartTag w:uri="urn:x" w:element="y"><w:r><w:t>{{ kenmerk }}</w:t></w:r></w:smartTag>'
    ),
    "field": '<w:fldSimple w:instr=" QUOTE "><w:r><w:t>{{ kenmerk }}</w:t></w:r></w:fldSimple>',
    "spaces": '<w:r><w:t xml:space="preserve">{{   kenmerk\u00a0}}</w:t></w:r>',
}  # fmt: skip


@pytest.mark.parametrize("runs", DRESSES.values(), ids=DRESSES)
def test_a_placeholder_works_however_word_wrote_it_down(runs: str):
    body = shells.runs(f"<w:r><w:t>Nr.</w:t></w:r>{runs}<w:r><w:t>!</w:t></w:r>", "Normal")
    data = write(nota(paragraph("x")), look(with_body(body)))

    assert " ".join(read(data).body) == "Nr.5300203! x"
    assert [c.alias for c in controls(data) if "document" in c.part] == ["brief.kenmerk"]


def test_a_placeholder_that_is_half_bold_looks_as_it_begins():
    data = write(nota(paragraph("x")), look(with_body(shells.runs(DRESSES["half bold"], "Normal"))))
    (one,) = (c for c in controls(data) if "document" in c.part)

    assert one.element.find(f".//{W}b") is None


BOX = (
    '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
    '<mc:Choice xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'Requires="wps"><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
    'wordprocessingDrawing"><wp:extent cx="900000" cy="300000"/><wp:docPr id="1" name="Tekstvak"/>'
    '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData '
    'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr '
    'txBox="1"/><wps:spPr/><wps:txbx><w:txbxContent>{inner}</w:txbxContent></wps:txbx><wps:bodyPr/>'
    "</wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>"
    "<mc:Fallback><w:pict/></mc:Fallback></mc:AlternateContent></w:r>"
)
CELL = (
    '<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="5000"/></w:tblGrid><w:tr><w:tc>'
    '<w:tcPr><w:tcW w:w="5000" w:type="dxa"/></w:tcPr>{inner}</w:tc></w:tr></w:tbl>'
)


@pytest.mark.parametrize("place", [CELL, shells.runs(BOX, "Normal")], ids=["table", "text box"])
def test_a_placeholder_works_in_a_table_and_in_a_text_box(place: str):
    inner = shells.p("Nr. {{ kenmerk }}", "Normal")
    data = write(nota(paragraph("x")), look(with_body(place.replace("{inner}", inner))))

    assert " ".join(read(data).body) == "Nr. 5300203 x"
    assert [c.alias for c in controls(data) if "document" in c.part] == ["brief.kenmerk"]
