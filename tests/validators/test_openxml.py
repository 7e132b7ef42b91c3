"""Every Word file is sound to both validators, and both bite."""

import io
import re
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from pmg_docs.writers.docx import write
from tests.builders import node
from tests.builders.look import look
from tests.builders.tree import nota
from tests.validators import openxml
from tests.validators.documents import documents

Parts = dict[str, str]
Validate = Callable[[Sequence[Path]], dict[Path, list[str]]]

PARAGRAPH = re.compile(r"<w:p>(?:<w:pPr>.*?</w:pPr>)?")
BOOKMARK = '<w:bookmarkStart w:id="77" w:name="{}"/><w:bookmarkEnd w:id="77"/>'


def in_document(old: str | re.Pattern[str], new: str) -> Callable[[Parts], None]:
    """A fault that puts other words in the main part."""

    def break_it(parts: Parts) -> None:
        before = parts["word/document.xml"]
        found = re.search(old, before)
        assert found, f"{old} is not there to be broken"
        parts["word/document.xml"] = before.replace(found[0], new, 1)

    return break_it


def without(name: str) -> Callable[[Parts], None]:
    """A fault that leaves a part out, while others still refer to it."""

    def break_it(parts: Parts) -> None:
        del parts[name]

    return break_it


def note_twice(parts: Parts) -> None:
    notes = parts["word/footnotes.xml"]
    parts["word/footnotes.xml"] = notes.replace('w:id="2"', 'w:id="1"')


FAULTS: list[tuple[str, Callable[[Parts], None], tuple[Validate, ...], str]] = [
    ("order", in_document(PARAGRAPH,
                          '<w:p><w:pPr><w:jc w:val="left"/><w:pStyle w:val="Normal"/></w:pPr>'),
     (openxml.audit, openxml.sdk), "pStyle"),
    ("style", in_document(PARAGRAPH, '<w:p><w:pPr><w:pStyle w:val="Weg"/></w:pPr>'),
     (openxml.audit,), "Weg"),
    ("notes part", without("word/footnotes.xml"), (openxml.audit, openxml.sdk), "footnotes"),
    ("header part", without("word/header2.xml"), (openxml.audit, openxml.sdk), "header2"),
    ("note id", note_twice, (openxml.audit, openxml.sdk), "id"),
    ("bookmark id", in_document("<w:body>", "<w:body><w:p>" + BOOKMARK.format("a")
                                + BOOKMARK.format("b") + "</w:p>"),
     (openxml.audit, openxml.sdk), "77"),
    ("after section", in_document("</w:body>", "<w:p/></w:body>"),
     (openxml.audit, openxml.sdk), ""),
    ("empty cell", in_document(r"<w:tc>.*?</w:tc>", "<w:tc><w:tcPr/></w:tc>"),
     (openxml.audit,), "tc"),
    ("header row", in_document("<w:tblHeader/>", '<w:tblHeader w:val="ja"/>'),
     (openxml.audit, openxml.sdk), "ja"),
    ("not xml", in_document("</w:body>", ""), (openxml.audit, openxml.sdk), ""),
]  # fmt: skip


def broken(file: Path, break_it: Callable[[Parts], None]) -> Path:
    """The nota with everything in it, broken in one way."""
    with zipfile.ZipFile(io.BytesIO(write(nota(), look()))) as whole:
        parts = {name: whole.read(name).decode() for name in whole.namelist()}
    break_it(parts)
    with zipfile.ZipFile(file, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return file


def test_every_word_file_is_sound(tmp_path: Path):
    files = [*documents(tmp_path, ["docx"]), tmp_path / "shell.docx"]
    files[-1].write_bytes(look().shell.data)

    found = openxml.findings(files)

    assert len(found) == len(files) >= 18
    assert {file.name: said for file, said in found.items() if said} == {}


@pytest.mark.parametrize(
    ("break_it", "validate", "words"),
    [
        pytest.param(break_it, validate, words, id=f"{name}-{validate.__name__}")
        for name, break_it, validators, words in FAULTS
        for validate in validators
    ],
)
def test_a_fault_is_found(
    tmp_path: Path, break_it: Callable[[Parts], None], validate: Validate, words: str
):
    file = broken(tmp_path / "stuk.docx", break_it)

    [said] = validate([file]).values()
    assert any(words in one for one in said), said


def test_a_file_that_is_no_word_file_is_found(tmp_path: Path):
    file = tmp_path / "tekst.docx"
    file.write_text("geen zip")

    assert openxml.audit([file])[file]
    assert openxml.sdk([file])[file]


def test_one_file_is_not_judged_by_another(tmp_path: Path):
    """A validator that keeps parts of the file before would find faults in a sound one."""
    sound, other = tmp_path / "heel.docx", broken(tmp_path / "stuk.docx", note_twice)
    sound.write_bytes(write(nota(), look()))

    found = openxml.audit([other, sound, other, sound])
    assert found[other] and found[sound] == []


def test_a_validator_that_is_not_installed_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(node, "MODULES", tmp_path)

    with pytest.raises(FileNotFoundError, match="npm ci"):
        openxml.findings([])


@pytest.mark.parametrize("program", ["/bin/false", "/bin/true", "/nergens"])
def test_a_validator_that_does_not_run_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, program: str
):
    monkeypatch.setenv("OOXML_VALIDATOR_CLI", program)

    with pytest.raises(RuntimeError, match=r"openxml\.mjs"):
        openxml.sdk([broken(tmp_path / "nota.docx", note_twice)])
