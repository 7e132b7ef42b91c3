"""Facts in a Word file as content controls, each bound to the store of what the file shows."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator

from pmg_docs.model.document import (
    Area,
    Block,
    Cell,
    Document,
    Emphasis,
    FactText,
    Heading,
    Inline,
    Link,
    ListBlock,
    Note,
    NoteRef,
    Paragraph,
    Quotation,
    Strong,
    Table,
)
from pmg_docs.model.errors import Refused
from pmg_docs.model.place import Origin, Place
from pmg_docs.model.shown import shown_facts
from pmg_docs.readers.docx import read
from pmg_docs.writers.docx import write
from tests.builders import shell as shells
from tests.builders.controls import W, bound, controls, members, stored
from tests.builders.look import look
from tests.builders.tree import (
    FOUR_WHO_SIGN,
    cell,
    fact,
    field,
    gap,
    kamerbrief,
    line,
    nota,
    paragraph,
    persbericht,
    signatures,
)
from tests.writers.test_docx_shell import with_body

HERE = Place("feiten.yaml", 3, 3)
A_FACT = fact("€ 500.000,-", "bijdrage", "bedrag", "500000")
MARKS = re.compile("[\ufdd0-\ufdef]")


def bare(*body: Block, notes: tuple[Note, ...] = ()) -> Document:
    """A letter without a frame."""
    return replace(nota(*body, notes=notes), first_page=(), follow_on=())


def everywhere() -> Document:
    """Facts in every place that a letter has, and of every kind of text."""
    cw31 = Table(
        title=(line("Beleidskeuze"),),
        rows=((cell("1. Doel"), Cell((
            paragraph(fact("€ 10 miljoen", "budget"), " per jaar:"),
            ListBlock(((paragraph(fact("20", "aantal"), " gemeenten"),),)),
        ))),),
        has_row_heads=True,
    )  # fmt: skip
    return nota(
        Heading(2, line("Over ", fact("Almelo", "gemeente")), label="4.2"),
        paragraph("Elk ", A_FACT, ", samen ", Strong(line(fact("vet", "a"), " en niet", A_FACT))),
        paragraph(Emphasis(line(fact("schuin", "b"))), NoteRef(1)),
        paragraph(Link("https://www.rijksoverheid.nl", line("naar ", fact("de regeling", "c")))),
        paragraph(fact("שלום עולם", "hebreeuws"), " ", fact("a & b <c> ]]>", "tekens")),
        paragraph(
            fact("hoogte\u2011punt", "streepje"), fact("€\u00a05", "vast"), gap("[open]"), "."
        ),
        ListBlock(((paragraph(fact("punt", "d")),),), is_ordered=True),
        cw31,
        Table(header=(cell("Jaar"), cell(fact("Bedrag", "e"))), rows=((cell(A_FACT), cell("x")),)),
        Quotation((paragraph(fact("woorden", "f")),)),
        signatures(*FOUR_WHO_SIGN),
        notes=(Note(1, (paragraph("Zie ", fact("Stcrt. 2024, 12052", "g"), "."),)),),
    )


def texts(data: bytes) -> list[str]:
    return [control.text for control in controls(data)]


LETTERS = pytest.mark.parametrize(
    "document", [everywhere(), nota(), kamerbrief(), persbericht()],
    ids=["overal", "nota", "brief", "persbericht"],
)  # fmt: skip


@LETTERS
def test_a_control_is_bound_to_the_words_that_it_shows(document: Document):
    data = write(document, look())

    assert controls(data)
    for control in controls(data):
        assert bound(data, control) == [control.text]
        assert re.match(r"^/f:feiten\[1\]/f:([^\[]+)\[\d+\]$", control.path)


@LETTERS
def test_every_fact_shown_is_in_a_control_under_its_own_name(document: Document):
    found = {(c.alias, c.tag, c.text) for c in controls(write(document, look()))}

    assert found >= {(one.name, one.name, one.text) for one in shown_facts(document)}


@LETTERS
def test_no_two_controls_of_a_file_have_the_same_id(document: Document):
    numbers = [control.number for control in controls(write(document, look()))]

    assert "" not in numbers
    assert len(numbers) == len(set(numbers))


@LETTERS
def test_the_words_of_the_letter_are_read_through_the_controls(document: Document):
    data = write(document, look())
    root = etree.fromstring(members(data)["word/document.xml"])
    for control in list(root.iter(f"{W}sdt")):
        parent = control.getparent()
        assert parent is not None
        for run in control.findall(f"{W}sdtContent/*"):
            control.addprevious(run)
        parent.remove(control)
    unwrapped = members(data) | {"word/document.xml": etree.tostring(root)}

    assert read(data).body == read(shells.pack({n: b.decode() for n, b in unwrapped.items()})).body


@LETTERS
@pytest.mark.parametrize("strict", [True, False])
def test_the_file_is_valid(document: Document, strict: bool, tmp_path: Path):
    file = tmp_path / "nota.docx"
    file.write_bytes(write(document, look()))

    assert [str(e) for e in OpenXmlValidator(strict=strict).validate(str(file)).errors] == []


def test_two_notations_of_one_fact_are_two_elements_and_equal_words_are_one():
    long, short = fact("500.000 euro", "bijdrage"), fact("een half miljoen", "bijdrage")
    data = write(bare(paragraph(long, short, long)), look())

    assert stored(data) == [("bijdrage", "500.000 euro"), ("bijdrage", "een half miljoen")]
    assert [c.path[-3:] for c in controls(data)] == ["[1]", "[2]", "[1]"]


def test_words_of_two_facts_carry_both_names():
    both = FactText("€ 1.000", (Origin("aantal", HERE), Origin("bijdrage", HERE)))

    (control,) = controls(write(bare(paragraph(both)), look()))
    assert (control.alias, control.tag) == ("aantal-bijdrage", "aantal-bijdrage")


@pytest.mark.parametrize(
    ("path", "element"),
    [
        ("bijdragen.'s-Hertogenbosch", "bijdragen._s-Hertogenbosch"),
        ("bijdragen.Súdwest-Fryslân", "bijdragen.Sudwest-Fryslan"),
        ("bijdragen.IJsselstein & Ĳ", "bijdragen.IJsselstein___IJ"),
        ("2025", "_2025"),
    ],
)
def test_a_name_that_xml_does_not_take_is_spelled_so_that_it_does(path: str, element: str):
    data = write(bare(paragraph(fact("x", path))), look())

    assert stored(data) == [(element, "x")]
    assert [(c.alias, c.tag) for c in controls(data)] == [(path, element)]


def test_facts_of_which_the_names_look_alike_do_not_share_an_element():
    data = write(bare(paragraph(fact("x", "a.é"), fact("x", "a.e"))), look())

    assert stored(data) == [("a.e", "x"), ("a.e", "x")]


def test_a_name_longer_than_word_takes_is_cut_and_bound_all_the_same(tmp_path: Path):
    many = FactText("€ 1.000", tuple(Origin(f"bijdrage_nummer_{n}", HERE) for n in range(60)))
    data = write(bare(paragraph(many)), look())

    (control,) = controls(data)
    assert (len(control.alias), len(control.tag)) == (64, 64)
    assert bound(data, control) == ["€ 1.000"]
    (tmp_path / "a.docx").write_bytes(data)
    assert [str(e) for e in OpenXmlValidator().validate(str(tmp_path / "a.docx")).errors] == []


def strong(inline: Inline) -> Block:
    return paragraph(Strong((inline,)))


@pytest.mark.parametrize(
    ("block", "around"),
    [
        (lambda f: Paragraph((f,)), "p"),
        (strong, "p"),
        (lambda f: paragraph(Link("https://x.nl", (f,))), "hyperlink"),
        (lambda f: Quotation((Paragraph((f,)),)), "p"),
        (lambda f: ListBlock(((Paragraph((f,)),),)), "p"),
        (lambda f: Table(rows=((Cell((Paragraph((f,)),)),),)), "p"),
        (lambda f: Heading(1, (f,)), "p"),
    ],
    ids=["text", "strong", "link", "quotation", "list", "table", "heading"],
)
def test_a_control_stands_among_the_words(block: Callable[[Inline], Block], around: str):
    (control,) = controls(write(bare(block(A_FACT)), look()))

    parent = control.element.getparent()
    assert parent is not None
    assert parent.tag == f"{W}{around}"
    assert control.text == "€ 500.000,-"


def test_facts_in_notes_and_on_every_page_are_controls():
    parts = {control.part for control in controls(write(everywhere(), look()))}

    assert parts == {"word/document.xml", "word/footnotes.xml", "word/header1.xml",
                     "word/header2.xml"}  # fmt: skip


def test_words_keep_their_dress_when_word_fills_them_in():
    (control,) = controls(write(bare(strong(A_FACT)), look()))

    assert control.element.find(f"{W}sdtPr/{W}rPr/{W}b") is not None
    assert control.element.find(f"{W}sdtContent/{W}r/{W}rPr/{W}b") is not None


def test_a_gap_is_a_control_with_its_shade_in_the_text_and_in_the_frame():
    document = nota(paragraph(gap("[nog open: x]", "x")))
    gaps = [c for c in controls(write(document, look())) if c.text.startswith("[nog open")]

    assert {c.part for c in gaps} == {"word/document.xml", "word/header1.xml"}
    for control in gaps:
        shade = control.element.find(f"{W}sdtContent/{W}r/{W}rPr/{W}shd")
        assert shade is not None
        assert shade.get(f"{W}fill") == "FFF2B3"


def test_words_in_another_script_or_with_a_hyphen_keep_it_in_the_text_and_in_the_frame():
    mixed = fact("Gemeente שלום, hoogte\u2011punt", "naam")
    mark = field("kenmerk", Area.REFERENCE, mixed)
    document = replace(bare(paragraph(mixed)), first_page=(mark,), follow_on=(mark,))

    found = controls(write(document, look()))
    assert [c.part for c in found] == ["word/document.xml", "word/header1.xml", "word/header2.xml"]
    for control in found:
        runs = control.element.findall(f"{W}sdtContent/{W}r")
        assert [r.find(f"{W}rPr/{W}rtl") is not None for r in runs] == [False, True, False]
        assert runs[2].find(f"{W}noBreakHyphen") is not None


def test_a_letter_without_facts_has_no_store():
    names = members(write(bare(paragraph("Zonder feiten.")), look()))

    assert not [name for name in names if name.startswith("customXml")]


def test_the_store_is_found_by_the_identity_that_the_controls_name():
    data = write(everywhere(), look())
    files = members(data)
    (identity,) = {control.store for control in controls(data)}

    assert re.fullmatch(
        r"\{[0-9A-F]{8}-[0-9A-F]{4}-5[0-9A-F]{3}-[0-9A-F]{4}-[0-9A-F]{12}\}", identity
    )
    assert f'itemID="{identity}"'.encode() in files["customXml/itemProps1.xml"]
    assert b"../customXml/item1.xml" in files["word/_rels/document.xml.rels"]
    assert b"itemProps1.xml" in files["customXml/_rels/item1.xml.rels"]


def test_two_letters_have_stores_of_their_own():
    one, other = (
        controls(write(bare(paragraph(fact(text))), look()))[0].store for text in ("a", "b")
    )

    assert one != other


def test_a_store_holds_no_fact_that_the_shell_does_not_print():
    data = write(nota(paragraph("x")), look(with_body(shells.p("{{ kenmerk }}", "Normal"))))

    assert ("brief.kenmerk", "5300203") in stored(data)
    assert not [text for _, text in stored(data) if "directeur" in text]


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


def test_no_mark_is_left_in_any_part():
    for name, data in members(write(everywhere(), look())).items():
        assert not MARKS.search(data.decode()), name


def test_a_text_that_looks_like_a_mark_is_refused():
    with pytest.raises(Refused) as refused:
        write(bare(paragraph(fact("a\ufde0b"))), look())
    assert [f.code for f in refused.value.findings] == ["PMG405"]


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
