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


def test_no_mark_is_left_in_any_part():
    for name, data in members(write(everywhere(), look())).items():
        assert not MARKS.search(data.decode()), name


def test_a_text_that_looks_like_a_mark_is_refused():
    with pytest.raises(Refused) as refused:
        write(bare(paragraph(fact("a\ufde0b"))), look())
    assert [f.code for f in refused.value.findings] == ["PMG405"]
