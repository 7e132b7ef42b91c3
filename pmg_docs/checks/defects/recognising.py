"""Which type a file seems to be, by what it shows itself."""

from collections.abc import Iterable

from pmg_docs.checks.defects.manuscript import Manuscript
from pmg_docs.checks.defects.sections import found_sections
from pmg_docs.dutch.places import fold_name
from pmg_docs.model.passage import FileText, Part, Passage, Shape
from pmg_docs.specs.doc_type import DocType

_FIRST = 80
"""Passages in which the first page of a letter says what it is."""
_ENOUGH = 3
_WORD, _TURN = 3, 2


def recognise_type(file: FileText, types: Iterable[DocType]) -> DocType | None:
    """The type that a file seems to be; None when it is like none, or like two alike.

    Its word on the first page (`nota`) tells, or the fixed headings, or a salutation with its
    greeting.

    Args:
        file: the file as read.
        types: the types that it can be.
    """
    text = Manuscript.of(file, None)
    scored = sorted(((_score(text, one), one.name, one) for one in types), reverse=True)
    best = [one for score, _, one in scored if score >= _ENOUGH and score == scored[0][0]]
    return best[0] if len(best) == 1 else None


def _score(text: Manuscript, doc_type: DocType) -> int:
    passages = text.everything
    word = fold_name(doc_type.word)
    score = len(found_sections(passages, doc_type.sections))
    if word and any(_is_called(passage, word) for passage in _first_page(passages)):
        score += _WORD
    said = {fold_name(passage.text) for passage in passages}
    turns = (doc_type.salutation, doc_type.greeting)
    return score + sum(_TURN for turn in turns if turn and fold_name(turn) in said)


def _first_page(passages: tuple[Passage, ...]) -> Iterable[Passage]:
    headers = (p for p in passages[_FIRST:] if p.part in (Part.HEADER, Part.FOOTER))
    return (*passages[:_FIRST], *headers)


def _is_called(passage: Passage, word: str) -> bool:
    said = fold_name(passage.text)
    return said == word or (passage.shape is Shape.HEADING and said.startswith(f"{word} "))
