"""A file that was made from a tree comes down to the passages of that tree, format by format."""

from collections.abc import Callable

import pytest

from pmg_docs.model.document import Document
from pmg_docs.model.passage import FileText, Part, Passage
from pmg_docs.model.passages import passages_of
from pmg_docs.readers import read_text
from pmg_docs.workspace.office import convert, find_office
from pmg_docs.writers import WRITERS
from pmg_docs.writers.odt import finish, plain
from tests.builders.look import look
from tests.builders.tree import kamerbrief, nota, persbericht

TREES: dict[str, Callable[[], Document]] = {
    "nota": nota,
    "kamerbrief": kamerbrief,
    "persbericht": persbericht,
}
FORMATS = ["docx", "odt", "pdf", "html", "md", "txt"]


def said(passage: Passage) -> str:
    """What a passage says with its number, for a number may be typed or counted."""
    return f"{passage.label} {passage.text}".strip()


@pytest.fixture(scope="module")
def converted() -> dict[str, bytes]:
    """The trees as LibreOffice makes ODF of them."""
    program = find_office()
    assert program is not None
    word = {n: plain(WRITERS["docx"](tree().shown_in("odt"), look())) for n, tree in TREES.items()}
    raw = convert(program, word, "docx", "odt")
    return {name: finish(data, TREES[name](), name) for name, data in raw.items()}


def made(document: Document, name: str, converted: bytes) -> FileText:
    shown = document.shown_in(name)
    data = converted if name == "odt" else WRITERS[name](shown, look())
    return read_text(data, f"brief.{name}")


def texts(passages: tuple[Passage, ...], part: Part) -> list[str]:
    return [said(passage) for passage in passages if passage.part is part]


def within(found: list[str], wanted: list[str]) -> list[str]:
    """The stretch of a list that should be the other: of that length, from where it begins."""
    start = found.index(wanted[0]) if wanted[0] in found else 0
    return found[start : start + len(wanted)]


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("tree", TREES)
def test_the_text_of_a_file_is_that_of_its_tree(tree: str, name: str, converted: dict[str, bytes]):
    document = TREES[tree]()
    passages = passages_of(document.shown_in(name))
    found = made(document, name, converted[tree])
    wanted = texts(passages, Part.BODY)
    assert within(texts(found.passages, Part.BODY), wanted) == wanted
    assert texts(found.passages, Part.NOTE) == texts(passages, Part.NOTE)
    assert found.remarks == ()
