"""A file that was made from a tree comes down to the passages of that tree, format by format."""

from collections.abc import Callable

import pytest

from pmg_docs.model.document import Document
from pmg_docs.model.passage import FileText, Part, Passage
from pmg_docs.model.passages import passages_of
from pmg_docs.readers import read_text
from pmg_docs.writers import WRITERS
from tests.builders.look import look
from tests.builders.tree import kamerbrief, nota, persbericht

TREES: dict[str, Callable[[], Document]] = {
    "nota": nota,
    "kamerbrief": kamerbrief,
    "persbericht": persbericht,
}
FORMATS = ["docx", "html", "md", "txt"]


def said(passage: Passage) -> str:
    """What a passage says with its number, for a number may be typed or counted."""
    return f"{passage.label} {passage.text}".strip()


def made(document: Document, name: str) -> FileText:
    return read_text(WRITERS[name](document.shown_in(name), look()), f"brief.{name}")


def texts(passages: tuple[Passage, ...], part: Part) -> list[str]:
    return [said(passage) for passage in passages if passage.part is part]


def stands_whole(wanted: list[str], found: list[str]) -> bool:
    """Whether a list stands in another without anything between."""
    count = len(wanted)
    return any(found[at : at + count] == wanted for at in range(len(found) - count + 1))


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("tree", TREES)
def test_the_text_of_a_file_is_that_of_its_tree(tree: str, name: str):
    document = TREES[tree]()
    passages = passages_of(document.shown_in(name))
    found = made(document, name)
    wanted = texts(passages, Part.BODY)
    assert stands_whole(wanted, texts(found.passages, Part.BODY))
    assert texts(found.passages, Part.NOTE) == texts(passages, Part.NOTE)
    assert found.remarks == ()
