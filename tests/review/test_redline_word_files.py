"""Versions that no program of ours wrote, and versions of which no redline can be made."""

import io
from collections.abc import Mapping

import docx
import pytest
from docx.shared import Cm
from PIL import Image

from pmg_docs.model.fixed import as_final
from pmg_docs.readers.identity import read_identity
from pmg_docs.readers.locks import read_locks
from pmg_docs.review.redline import Redline, Refusal, Tracked, redline
from pmg_docs.review.redline.engines import ENGINES, Absent, Engine, Unable
from pmg_docs.writers.docx import write
from tests.builders.look import look
from tests.builders.redlines import (
    AUTHOR,
    MOMENT,
    SIGNED,
    document,
    gone,
    ins,
    letter,
    p,
    parts,
    proven,
    r,
    refused,
)
from tests.builders.tree import nota, paragraph

STYLE = (
    "<w:style w:type='paragraph' w:styleId='{0}'><w:name w:val='{0}'/>"
    "<w:rPr><w:{1}/></w:rPr></w:style>"
)


def cell(inner: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr><w:tcW w:w='100'/>{properties}</w:tcPr>{inner}</w:tc>"


def table(*rows: str) -> str:
    grid = "<w:tblGrid><w:gridCol w:w='100'/><w:gridCol w:w='100'/></w:tblGrid>"
    return f"<w:tbl><w:tblPr/>{grid}{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def test_the_last_paragraph_of_a_cell_can_go():
    old = document(table(cell(p(r("een")) + p(r("twee"))) + cell(p(r("x")))) + p(r("slot")))
    new = document(table(cell(p(r("een"))) + cell(p(r("x")))) + p(r("slot")))
    assert proven(old, new).changes
    assert proven(new, old).changes


def test_the_last_paragraph_of_a_text_can_go_with_its_look():
    old = document(p(r("een")) + p(r("twee"), "<w:jc w:val='right'/>"))
    new = document(p(r("een")))
    assert proven(old, new).changes
    assert proven(new, old).changes


def test_all_paragraphs_of_a_cell_can_be_others():
    old = document(table(cell(p(r("een twee drie")) + p(r("vier"))) + cell(p(r("x")))) + p(""))
    new = document(
        table(cell(p(r("geheel iets anders"), "<w:jc w:val='right'/>")) + cell(p(r("x")))) + p("")
    )
    assert proven(old, new).changes
    assert proven(new, old).changes


def test_merged_cells_end_in_a_proven_redline_or_in_none():
    old = document(
        table(cell(p(r("a"))) + cell(p(r("b"))), cell(p(r("c"))) + cell(p(r("d")))) + p("")
    )
    new = document(table(cell(p(r("ab")), "<w:gridSpan w:val='2'/>"),
                         cell(p(r("c"))) + cell(p(r("d")))) + p(""))  # fmt: skip
    made = redline(old, new, AUTHOR, MOMENT)
    assert isinstance(made, Redline) or made.findings[0].code == "PMG487"


def test_a_style_that_only_the_old_version_has_comes_along():
    old = document(p(r("een"), "<w:pStyle w:val='Oud'/>"), styles=STYLE.format("Oud", "b"))
    new = document(p(r("twee"), "<w:pStyle w:val='Nieuw'/>"), styles=STYLE.format("Nieuw", "i"))
    made = proven(old, new)
    assert b'w:styleId="Oud"' in parts(made.data)["word/styles.xml"]
    assert [remark.code for remark in made.remarks] == []


def test_a_style_that_changed_is_told():
    old = document(p(r("een"), "<w:pStyle w:val='S'/>"), styles=STYLE.format("S", "b"))
    new = document(p(r("twee"), "<w:pStyle w:val='S'/>"), styles=STYLE.format("S", "i"))
    assert [remark.code for remark in proven(old, new).remarks] == ["PMG493"]


def test_comments_stay_out_and_that_is_told():
    said = "<w:comment w:id='1' w:author='a'><w:p/></w:comment>"
    old = document(p(r("een") + "<w:r><w:commentReference w:id='1'/></w:r>"), comments=said)
    made = proven(old, document(p(r("twee"))))
    assert [remark.code for remark in made.remarks] == ["PMG491"]
    assert not [part for part in parts(made.data) if "comments" in part]


@pytest.mark.parametrize(
    ("tracked", "kept"), [(Tracked.ACCEPTED, "een twee"), (Tracked.REJECTED, "een drie")]
)
def test_changes_that_are_tracked_already_are_told_and_taken_as_asked(tracked: Tracked, kept: str):
    old = document(p(r("een ") + ins(r("twee")) + gone("drie")))
    made = redline(old, document(p(r(kept))), AUTHOR, MOMENT, tracked)
    assert isinstance(made, Redline)
    assert made.changes == 0
    assert [remark.code for remark in made.remarks] == ["PMG488", "PMG490"]
    assert str(tracked) in made.remarks[0].message


def test_two_equal_versions_have_no_changes():
    made = proven(letter("persbericht"), letter("persbericht"))
    assert (made.changes, [remark.code for remark in made.remarks]) == (0, ["PMG490"])


@pytest.mark.parametrize("data", [b"", b"geen zip", b"PK\x03\x04half"])
def test_what_is_no_word_file_is_refused(data: bytes):
    assert [f.code for f in refused(data, letter("persbericht")).findings] == ["PMG489"]
    found = refused(letter("persbericht"), data).findings[0]
    assert "nieuwe versie" in found.message


def test_marks_that_are_not_known_are_refused():
    old = document(p(r("x") + f"<w:customXmlDelRangeStart {SIGNED}/>"))
    assert [f.code for f in refused(old, document(p(r("y")))).findings] == ["PMG489"]


@pytest.mark.parametrize(
    ("author", "moment"), [("", MOMENT), (" ", MOMENT), ("a\nb", MOMENT), ("a", "vandaag")]
)
def test_a_redline_needs_a_name_and_a_moment(author: str, moment: str):
    made = redline(document(p(r("x"))), document(p(r("y"))), author, moment)
    assert isinstance(made, Refusal)
    assert [finding.code for finding in made.findings] == ["PMG492"]


def absent(*_: object) -> bytes:
    raise Absent


def unable(*_: object) -> bytes:
    raise Unable("het lukt niet")


def lying(_: bytes, new: bytes, *__: object) -> bytes:
    return new


def careless(*_: object) -> bytes:
    return b"geen zip"


def made_with(engines: Mapping[str, Engine]) -> Redline | Refusal:
    versions = document(p(r("een twee"))), document(p(r("een drie")))
    return redline(*versions, AUTHOR, MOMENT, engines=engines)


def test_nothing_installed_says_what_to_install():
    made = made_with({"a": absent, "b": absent})
    assert isinstance(made, Refusal)
    assert [finding.code for finding in made.findings] == ["PMG486"]
    assert 'pip install "pmg-docs[redline]"' in made.findings[0].hints[0]


def test_no_engine_is_believed():
    made = made_with({"lying": lying, "unable": unable, "careless": careless, "absent": absent})
    assert isinstance(made, Refusal)
    assert [finding.code for finding in made.findings] == ["PMG487"]
    assert [(a.engine, bool(a.reasons)) for a in made.attempts] == [
        ("lying", True), ("unable", True), ("careless", True),
    ]  # fmt: skip


def test_the_next_engine_is_tried_when_one_is_wrong():
    made = made_with({"lying": lying, **ENGINES})
    assert isinstance(made, Redline)
    assert [attempt.engine for attempt in made.attempts] == ["lying", "rdocx"]


@pytest.mark.parametrize("engine", ENGINES)
def test_a_redline_of_final_files_can_be_judged_in_word(engine: str):
    old, new = (
        write(as_final(nota(paragraph(f"Het kost {n} euro."))), look()) for n in ("tien", "twaalf")
    )
    assert all(one.is_on for one in read_locks(new, "docx"))

    made = redline(old, new, AUTHOR, MOMENT, engines={engine: ENGINES[engine]})

    assert isinstance(made, Redline)
    assert made.changes
    assert not any(one.is_on for one in read_locks(made.data, "docx"))
    assert not any(one.status or one.fingerprint for one in read_identity(made.data, "docx"))


@pytest.mark.parametrize("engine", ENGINES)
def test_each_engine_makes_a_redline_by_itself(engine: str):
    assert isinstance(made_with({engine: ENGINES[engine]}), Redline)


def in_word(
    colour: str = "red", kenmerk: str = "1", *, merged: bool = False, with_section: bool = False
) -> bytes:
    """A file of python-docx with pictures in text and header, a table, a list, and sections."""
    made = docx.Document()
    made.add_paragraph("Een ").add_run("vette").bold = True
    made.add_picture(picture(colour), width=Cm(2))
    header = made.sections[0].header.paragraphs[0]
    header.text = f"Kenmerk {kenmerk}"
    header.add_run().add_picture(picture("blue"), width=Cm(1))
    rows = made.add_table(2, 2)
    for number, one in enumerate(c for row in rows.rows for c in row.cells):
        one.text = str(number)
    if merged:
        rows.cell(0, 0).merge(rows.cell(0, 1))
    made.add_paragraph("een", style="List Number")
    if with_section:
        later = made.add_section().header
        later.is_linked_to_previous = False
        later.paragraphs[0].text = f"Later {kenmerk}"
    made.add_paragraph("Slot.")
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def picture(colour: str) -> io.BytesIO:
    stream = io.BytesIO()
    Image.new("RGB", (8, 8), colour).save(stream, "PNG")
    stream.seek(0)
    return stream


def test_a_picture_that_was_replaced_is_there_both_ways():
    made = proven(in_word("red"), in_word("green"))
    pictures = [data for name, data in parts(made.data).items() if name.startswith("word/media/")]
    assert len(pictures) == 3  # two in the text and one in the header


def test_cells_that_were_merged_in_word_come_out_right():
    assert proven(in_word(), in_word(merged=True)).changes
    assert proven(in_word(merged=True), in_word()).changes


def test_the_header_of_every_section_is_tracked():
    made = proven(in_word(with_section=True), in_word(kenmerk="2", with_section=True))
    headers = [d for name, d in parts(made.data).items() if name.startswith("word/header")]
    assert sum(data.count(b"<w:ins ") for data in headers) == 2


def test_a_section_more_ends_in_a_proven_redline_or_in_none():
    made = redline(in_word(), in_word(with_section=True), AUTHOR, MOMENT)
    assert isinstance(made, Redline) or made.findings[0].code == "PMG487"


def test_two_letters_of_different_types_end_in_a_proven_redline_or_in_none():
    made = redline(letter("nota"), letter("kamerbrief"), AUTHOR, MOMENT)
    assert isinstance(made, Redline) or made.findings[0].code == "PMG487"
