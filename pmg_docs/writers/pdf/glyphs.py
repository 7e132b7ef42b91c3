"""Characters that the fonts of a style cannot show: a PDF would hold an empty box for them."""

import struct
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from io import BytesIO
from typing import Any

from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.document import Block, Document, FactText, Line, Text, walk_block, walk_line
from pmg_docs.model.errors import Refused
from pmg_docs.model.place import Place
from pmg_docs.specs.look import Asset, Look

_UNSEEN = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})
_VARIATION_SELECTORS = range(0xFE00, 0xFE10)

Found = tuple[str, Place | None, str]


def missing_glyphs(document: Document, look: Look) -> tuple[Diagnostic, ...]:
    """A finding for each character and place that no font of the style can show."""
    texts = tuple(_texts(document))
    lacking = {ord(c) for c in set("".join(text for text, _, _ in texts)) if not _is_unseen(c)}
    # Nearly always the first font has them all, and reading a font takes long.
    for font in look.fonts.values():
        _refuse_unsound(font)
        lacking = lacking and lacking - _characters(font)
    found = {
        (c, where, path): None for text, where, path in texts for c in text if ord(c) in lacking
    }
    return tuple(_finding(*item, look) for item in found)


def _texts(document: Document) -> Iterator[Found]:
    """Every printed text with its place and the path of the fact that it came from."""
    for field in (*document.first_page, *document.follow_on):
        yield field.label, None, ""
        for line in field.lines:
            yield from _texts_of_line(line, None)
    yield document.page_number, None, ""
    for block in (*document.body, *(b for note in document.notes for b in note.blocks)):
        yield from _texts_of_block(block)


def _texts_of_block(block: Block) -> Iterator[Found]:
    where = getattr(block, "where", None)
    yield getattr(block, "label", ""), where, ""
    yield from _texts_of_line(tuple(walk_block(block)), where)


def _texts_of_line(line: Line, where: Place | None) -> Iterator[Found]:
    for inline in walk_line(line):
        if isinstance(inline, Text):
            yield inline.text, inline.where or where, ""
        elif isinstance(inline, FactText):
            first = next(iter(inline.origins), None)
            yield inline.text, first.where if first else where, first.path if first else ""


def _is_unseen(character: str) -> bool:
    return unicodedata.category(character) in _UNSEEN or ord(character) in _VARIATION_SELECTORS


def _finding(character: str, where: Place | None, path: str, look: Look) -> Diagnostic:
    source = f" (uit feit {path})" if path else ""
    return Diagnostic(
        "PMG422",
        f"Het teken U+{ord(character):04X} ({character}){source} komt niet voor in het "
        f"lettertype van stijl {look.style.name}; in de pdf zou het een leeg vakje zijn.",
        where,
        hints=("Schrijf het anders, of geef de stijl een lettertype waarin het voorkomt.",),
    )


@lru_cache(maxsize=32)
def _characters(font: Asset) -> frozenset[int]:
    with reading(font) as opened:
        return frozenset(opened.getBestCmap() or ())


@lru_cache(maxsize=32)
def _refuse_unsound(font: Asset) -> None:
    with reading(font) as opened:
        opened.reader["cmap"]
        is_variable = "fvar" in opened
    if is_variable:
        # WeasyPrint embeds the widths of its default weight, which PDF/A and PDF/UA forbid.
        raise Refused(
            Diagnostic(
                "PMG423", f"{font.name} is een variabel lettertype; de pdf zou niet geldig zijn.",
                Place(font.name, 0),
                hints=("Gebruik een bestand voor elke variant: normaal, vet, cursief.",),
            )
        )  # fmt: skip


@contextmanager
def reading(font: Asset) -> Iterator[Any]:
    """A font opened with fontTools.

    Raises:
        Refused: PMG423, the file is no font.
    """
    from fontTools.ttLib import TTFont, TTLibError

    try:
        with TTFont(BytesIO(font.data), lazy=True) as opened:
            yield opened
    except (TTLibError, AssertionError, ValueError, LookupError, struct.error) as problem:
        raise Refused(
            Diagnostic(
                "PMG423", f"{font.name} kan niet als lettertype in een pdf.", Place(font.name, 0),
                hints=("Gebruik een lettertype dat eindigt op .ttf of .otf.",),
            )
        ) from problem  # fmt: skip
