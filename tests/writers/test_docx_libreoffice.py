"""A Word file that passes through LibreOffice, which many read letters in, and what it keeps."""

from pathlib import Path

import pytest

from pmg_docs.model.document import Document, Line, Link, Note, NoteRef, Paragraph, Strong
from pmg_docs.readers.docx import read
from pmg_docs.writers.docx import write
from tests.builders.controls import W, controls, store, stored
from tests.builders.look import look
from tests.builders.tree import fact, gap, kamerbrief, paragraph
from tests.writers.test_docx_controls import A_FACT, LETTERS, bare
from tests.writers.test_docx_shell import convert

PLAIN = f"{W}sdtPr/{W}text"


def saved(data: bytes, folder: Path) -> bytes:
    """The same file as LibreOffice saves it."""
    source = folder / "in" / "nota.docx"
    source.parent.mkdir()
    source.write_bytes(data)
    convert(source, "docx:MS Word 2007 XML", folder)
    return (folder / "nota.docx").read_bytes()


@pytest.mark.parametrize(
    "inlines",
    [
        (gap("[nog open: x]"),),
        (Strong((A_FACT,)),),
        (fact("שלום"),),
        (A_FACT, " en ש"),
        (Link("https://x.nl", (A_FACT,)),),
    ],
    ids=["gap", "bold", "script", "beside a script", "opens a link"],
)
def test_a_control_that_libreoffice_would_spoil_is_a_combo_box(inlines: Line):
    (one,) = controls(write(bare(paragraph(*inlines)), look()))

    assert one.element.find(PLAIN) is None
    assert one.element.find(f"{W}sdtPr/{W}comboBox") is not None


def test_any_other_control_is_for_plain_text():
    document = bare(paragraph(A_FACT, " ", Strong((fact("vet"),)), gap("[open]"), A_FACT, A_FACT))

    assert all(c.element.find(PLAIN) is not None for c in controls(write(document, look())))


@LETTERS
def test_words_and_controls_survive_libreoffice(document: Document, tmp_path: Path):
    data = write(document, look())
    again = saved(data, tmp_path)

    before, after = read(data), read(again)
    assert (before.body, before.notes) == (after.body, after.notes)
    assert (set(before.first), set(before.follow_on)) == (set(after.first), set(after.follow_on))
    kept = controls(again)
    assert {c.text for c in kept} == {c.text for c in controls(data)}
    plain = [c for c in controls(data) if c.element.find(PLAIN) is not None]
    assert {(c.path, c.alias, c.text) for c in plain} <= {(c.path, c.alias, c.text) for c in kept}


def test_the_store_survives_libreoffice(tmp_path: Path):
    data = write(kamerbrief(), look())

    assert store(data) is not None
    assert stored(saved(data, tmp_path)) == stored(data)


def test_words_keep_their_dress_in_libreoffice(tmp_path: Path):
    data = saved(write(bare(paragraph(Strong((A_FACT,)), " en ", gap("[open]"))), look()), tmp_path)
    bold, shaded = controls(data)

    assert bold.element.find(f".//{W}rPr/{W}b") is not None
    assert shaded.element.find(f".//{W}rPr/{W}shd") is not None


@pytest.mark.parametrize(
    "pair",
    [
        (gap("[open]"), A_FACT), (A_FACT, gap("[open]")), (gap("[een]"), gap("[twee]")),
        (fact("שלום"), A_FACT), (A_FACT, fact("שלום")), (fact("שלום"), fact("עולם")),
        (Link("https://x.nl", (gap("[open]"),)), A_FACT), (Strong((gap("[open]"),)), A_FACT),
    ],
)  # fmt: skip
def test_facts_right_behind_each_other_survive_libreoffice(pair: Line, tmp_path: Path):
    note = Note(1, (Paragraph(pair),))
    data = write(bare(Paragraph(pair), paragraph(NoteRef(1)), notes=(note,)), look())

    before, after = read(data), read(saved(data, tmp_path))
    assert (before.body, before.notes) == (after.body, after.notes)


@pytest.mark.parametrize(
    "text", ["שלום", "a שלום b", "中文", "a 中文 b", "हिन्दी", "한국어", "ａｂ"]
)
def test_words_in_any_script_survive_libreoffice_once(text: str, tmp_path: Path):
    data = write(bare(paragraph(fact(text))), look())

    assert read(saved(data, tmp_path)).body == tuple(text.split())
