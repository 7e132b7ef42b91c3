"""The bullets and numbers in front of words that a file does not mark as such."""

import re
from itertools import takewhile

from pmg_docs.model.passage import Shape
from pmg_docs.readers.draft import Draft

SIGN = re.compile(r"\s*(?:([•◦▪‣∙·–\-*▫■□●○\uf0b7\uf0a7])\s+|(\d{1,3}[.)]|[a-z][.)])\s+)(?=\S)")
NUMBER = re.compile(r"\s*(\d{1,3})\s+(?=\S)")


def with_sign_apart(draft: Draft) -> Draft:
    """An item whose bullet or number stands among its words gets it as its label."""
    if not any(map(str.isalnum, draft.label)):
        draft.label = ""
    found = SIGN.match(_first(draft)) if draft.like.shape is Shape.ITEM else None
    if found and not draft.label:
        draft.cut(found.end())
        draft.label = found[2] or ""
    return draft


def cut_number(draft: Draft) -> str:
    """Take the number of a note off its words; empty when it has none."""
    if draft.pieces and isinstance(draft.pieces[0], int):
        return str(draft.pieces.pop(0))
    found = NUMBER.match(_first(draft))
    if found:
        draft.cut(found.end())
    return found[1] if found else ""


def _first(draft: Draft) -> str:
    """The words of a draft up to the first mark of a note."""
    return "".join(takewhile(lambda piece: isinstance(piece, str), draft.pieces))  # type: ignore[arg-type]
