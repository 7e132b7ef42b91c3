"""Passages built by hand: a text with the facts in it marked as `{path|words}`."""

import re

from pmg_docs.model.document import FactText
from pmg_docs.model.passage import Part, Passage, Piece, Shape
from pmg_docs.model.place import Origin, Place

LETTER = "letters/proef/nota.md"
FACTS = "letters/proef/feiten.yaml"
_FACT = re.compile(r"\{(\w+)\|([^}]*)\}")


def passage(
    text: str,
    section: str = "",
    *,
    line: int = 5,
    shape: Shape = Shape.TEXT,
    part: Part = Part.BODY,
    label: str = "",
    place: str = "",
) -> Passage:
    """A passage that stands on a line of the letter; `{bedrag|€ 5}` came from the fact `bedrag`."""
    words, pieces, at = "", [], 0
    for found in _FACT.finditer(text):
        typed = text[at : found.start()]
        if typed.strip():
            pieces.append(Piece(len(words), len(words) + len(typed), where=Place(LETTER, line)))
        words += typed
        origin = Origin(found[1], Place(FACTS, 3))
        fact = FactText(found[2], (origin,))
        pieces.append(Piece(len(words), len(words) + len(found[2]), fact))
        words += found[2]
        at = found.end()
    rest = text[at:]
    if rest.strip():
        pieces.append(Piece(len(words), len(words) + len(rest), where=Place(LETTER, line)))
    return Passage(
        words + rest, part, shape, label, section, place=place, pieces=tuple(pieces)
    )  # fmt: skip


def heading(text: str, label: str = "") -> Passage:
    return passage(text, shape=Shape.HEADING, label=label)


def cell(text: str, row: int, column: int) -> Passage:
    return passage(text, shape=Shape.CELL, place=f"tabel 1, rij {row}, kolom {column}")
