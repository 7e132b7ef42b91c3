"""What makes a Word file one that Word itself might have made: styles, properties, settings."""

import pytest
from lxml import etree

from pmg_docs.model.document import Cell, Link, Note, NoteRef, Quotation, Table
from pmg_docs.writers.docx import write
from tests.builders import shell as shells
from tests.builders.controls import W, members
from tests.builders.look import look
from tests.builders.tree import cell, fact, kamerbrief, line, nota, paragraph, persbericht
from tests.writers.test_docx_shell import with_body
from tests.writers.test_docx_text import part

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def style(data: bytes, identity: str) -> etree._Element:
    found = part(data, "styles").find(f"{W}style[@{W}styleId='{identity}']")
    assert found is not None
    return found


@pytest.mark.parametrize(("level", "outline"), [(1, "0"), (2, "1"), (3, "2")])
def test_the_navigation_pane_finds_the_headings(level: int, outline: str):
    heading = style(write(nota(), look()), f"Heading{level}")

    assert heading.find(f"{W}name[@{W}val='heading {level}']") is not None
    assert heading.find(f"{W}pPr/{W}outlineLvl[@{W}val='{outline}']") is not None
    assert heading.find(f"{W}pPr/{W}keepNext") is not None
    assert heading.find(f"{W}pPr/{W}keepLines") is not None


def test_a_note_has_the_style_of_notes_and_a_mark_in_the_style_of_marks():
    note = Note(1, (paragraph("Stcrt. 2024, 12052."),))
    data = write(nota(paragraph("x", NoteRef(1)), notes=(note,)), look())
    separator, more, own = part(data, "footnotes").findall(f"{W}footnote")

    assert [n.get(f"{W}type") for n in (separator, more)] == ["separator",
                                                              "continuationSeparator"]  # fmt: skip
    assert own.find(f"{W}p/{W}pPr/{W}pStyle[@{W}val='FootnoteText']") is not None
    marks = [
        own.find(f".//{W}footnoteRef"),
        part(data, "document").find(f".//{W}footnoteReference"),
    ]
    for mark in marks:
        assert mark is not None
        run = mark.getparent()
        assert run is not None
        assert run.find(f"{W}rPr/{W}rStyle[@{W}val='FootnoteReference']") is not None
    named = part(data, "settings").findall(f"{W}footnotePr/{W}footnote")
    assert [n.get(f"{W}id") for n in named] == ["-1", "0"]


def test_a_quotation_has_a_style_of_its_own():
    root = part(write(nota(Quotation((paragraph("citaat"),))), look()), "document")

    assert root.findall(f".//{W}pStyle[@{W}val='PmgCitaat']")


def test_a_link_has_an_address_a_style_and_no_balloon():
    data = write(nota(paragraph(Link("https://www.rijksoverheid.nl", line("hier")))), look())
    link = part(data, "document").find(f".//{W}hyperlink")

    assert link is not None
    assert list(link.attrib) == [f"{R}id"]
    assert link.find(f"{W}r/{W}rPr/{W}rStyle[@{W}val='Hyperlink']") is not None


TABLES = [
    (Table(title=(line("Beleidskeuze"), line('"CW" & 3.1')), rows=((cell("a"), cell("b")),)),
     'Beleidskeuze. "CW" & 3.1', "2 rijen, 2 kolommen"),
    (Table(header=(cell("Jaar"), cell(fact("Bedrag"))), rows=((cell("a"), cell("b")),) * 3),
     "Jaar, Bedrag", "4 rijen, 2 kolommen"),
    (Table(rows=((cell("Almelo"), Cell(())),)), "Almelo", "1 rij, 2 kolommen"),
]  # fmt: skip


@pytest.mark.parametrize(("table", "name", "size"), TABLES)
def test_a_screen_reader_says_what_a_table_is(table: Table, name: str, size: str):
    properties = part(write(nota(table), look()), "document").findall(f".//{W}tblPr")[-1]

    found = [properties.find(f"{W}{one}") for one in ("tblCaption", "tblDescription")]
    assert [e.get(f"{W}val") for e in found if e is not None] == [name, size]


def test_the_heads_of_a_table_stay_with_its_first_row():
    table = Table(header=(cell("Jaar"), cell("Bedrag")), rows=((cell("a"), cell("b")),))
    heads, row = (
        part(write(nota(table), look()), "document").findall(f".//{W}tbl")[-1].findall(f"{W}tr")
    )

    assert len(heads.findall(f".//{W}keepNext")) == 2
    assert not row.findall(f".//{W}keepNext")


@pytest.mark.parametrize(
    ("document", "wanted"),
    [
        (nota(), {"subject": "5300203", "category": "nota"}),
        (kamerbrief(), {"subject": "4760711", "category": "kamerbrief"}),
        (persbericht(), {"subject": persbericht().title, "category": "persbericht"}),
    ],
)
def test_the_properties_say_what_the_letter_is(document: object, wanted: dict[str, str]):
    core = etree.fromstring(members(write(document, look()))["docProps/core.xml"])  # type: ignore[arg-type]

    found = {etree.QName(e).localname: e.text for e in core}
    assert {name: found[name] for name in wanted} == wanted


def test_the_other_properties_name_the_program_and_nothing_of_the_machine():
    app = etree.fromstring(members(write(nota(), look()))["docProps/app.xml"])

    assert [(etree.QName(e).localname, e.text) for e in app] == [("Application", "pmg_docs")]


def test_the_letter_is_in_one_language_whatever_word_marked_in_the_shell():
    english = '<w:lang w:val="en-US" w:eastAsia="zh-CN"/>'
    run = f"<w:r><w:rPr>{english}</w:rPr><w:t>{{{{ kenmerk }}}}</w:t></w:r>"
    members_ = shells.parts()
    members_["word/document.xml"] = shells.document(
        shells.runs(run, "Normal"), shells.p("[[inhoud]]", "Normal")
    )
    members_["word/styles.xml"] = members_["word/styles.xml"].replace(
        "<w:rPr><w:b/></w:rPr>", f"<w:rPr><w:b/>{english}</w:rPr>"
    )
    members_["word/settings.xml"] = members_["word/settings.xml"].replace("nl-NL", "en-US")
    data = write(nota(), look(shells.pack(members_)))

    found = [e for name in ("document", "styles") for e in part(data, name).iter(f"{W}lang")]
    assert [e.get(f"{W}val") for e in found] == ["nl-NL"]
    assert part(data, "settings").find(f"{W}themeFontLang[@{W}val='nl-NL']") is not None


UNWANTED = (
    '<w:documentProtection w:edit="readOnly" w:enforcement="1" w:hash="x"/>'
    '<w:trackRevisions/><w:updateFields/><w:rsids><w:rsidRoot w:val="00AB12CD"/></w:rsids>'
    '<w15:docId xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" w15:val="{1}"/>'
)


@pytest.mark.parametrize("shell", ["from Word 2007", "without settings"])
def test_the_settings_ask_nothing_and_lay_out_as_word_does_today(shell: str):
    members_ = shells.parts()
    old = members_["word/settings.xml"].replace('w:val="15"', 'w:val="12"').replace(
        "<w:defaultTabStop", f"{UNWANTED}<w:defaultTabStop"
    )  # fmt: skip
    members_["word/settings.xml"] = old
    if shell == "without settings":
        links = "word/_rels/document.xml.rels"
        members_[links] = members_[links].replace("/settings", "/niets")
    data = write(nota(), look(shells.pack(members_)))
    settings = part(data, "settings")

    names = {etree.QName(e).localname for e in settings}
    assert not names & {"documentProtection", "trackRevisions", "updateFields", "rsids", "docId",
                        "autoHyphenation"}  # fmt: skip
    modes = [e.get(f"{W}val") for e in settings.iter(f"{W}compatSetting")]
    assert modes == ["15"]
    assert settings.find(f"{W}decimalSymbol[@{W}val=',']") is not None


def test_no_mark_of_an_editing_session_is_left_in_the_styles():
    styles = shells.styles().replace("<w:qFormat/>", '<w:qFormat/><w:rsid w:val="00AB12CD"/>')

    assert "00AB12CD" not in members(write(nota(), look(shells.shell(styles=styles))))[
        "word/styles.xml"
    ].decode()  # fmt: skip


def test_a_shell_may_say_that_a_paragraph_is_spelled_in_no_language():
    run = "<w:r><w:rPr><w:noProof/></w:rPr><w:t>{{ kenmerk }}</w:t></w:r>"
    data = write(nota(), look(with_body(shells.runs(run, "Normal"))))

    assert part(data, "document").find(f".//{W}sdt//{W}r/{W}rPr/{W}noProof") is not None
