"""Two files of different kinds held against each other: a Word file and the PDF made of it.

They break the same words up otherwise: a PDF has a header on every page, plain text no cells. So
the text is compared as one row of words, and told by the paragraphs of the new file. What stands
around it on one side is enough when the other has it anywhere.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from pmg_docs.model.changes import Comparison
from pmg_docs.model.passage import Part, Passage
from pmg_docs.review.comparing import compare
from pmg_docs.review.rows import Row, plain, row_changes

AROUND = frozenset({Part.FRAME, Part.HEADER, Part.FOOTER})
_TEXT = frozenset({Part.BODY, Part.NOTE})
_PAGE_NUMBER = re.compile(r"(pagina|blad|bladzijde)\W.*", re.IGNORECASE)


def compare_unlike(old: Sequence[Passage], new: Sequence[Passage]) -> Comparison:
    """Compare two files that do not break their words up alike.

    Comments, which only some kinds have, are left aside.

    Args:
        old: the passages of the old file, in reading order.
        new: those of the new one.
    """
    sides = whole_labels(old), whole_labels(new)
    around = compare(_only_here(sides[0], sides[1]), _only_here(sides[1], sides[0]))
    texts = Row.of(_text(sides[0], sides[1])), Row.of(_text(sides[1], sides[0]))
    changes = (*around.changes, *row_changes(*texts))
    return Comparison(tuple(old), tuple(new), (), tuple(changes))


def whole_labels(side: Sequence[Passage]) -> tuple[Passage, ...]:
    """Passages with the numbers before them as words, and without those of pages."""
    return tuple(
        replace(p, text=f"{p.label} {p.text}", label="", controls=()) if p.label else p
        for p in side
        if not (p.part in AROUND and _PAGE_NUMBER.fullmatch(p.text))
    )


def _only_here(side: Sequence[Passage], other: Sequence[Passage]) -> list[Passage]:
    """What stands around the text, each once, as far as the other has it nowhere."""
    known = spoken(p for p in other)
    once = {passage.text: passage for passage in side if passage.part in AROUND}
    return [passage for text, passage in once.items() if f" {plain(passage)} " not in known]


def _text(side: Sequence[Passage], other: Sequence[Passage]) -> list[Passage]:
    """The text, without what the other has around its own."""
    around = spoken(p for p in other if p.part in AROUND)
    text = {plain(p) for p in other if p.part in _TEXT}
    return [
        passage
        for passage in side
        if passage.part in _TEXT
        and ((words := plain(passage)) in text or f" {words} " not in around)
    ]


def spoken(passages: Iterable[Passage]) -> str:
    """All words of passages in a row, with a space at both ends."""
    return f" {' '.join(map(plain, passages))} "
