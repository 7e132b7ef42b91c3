"""A file from anywhere held against a letter that was fixed, by its words."""

from dataclasses import fields, replace
from typing import Any

from pmg_docs.compose.frame import CONCEPT
from pmg_docs.model.document import Block, Cell, Document, Inline, Note, NoteRef, Text
from pmg_docs.model.passage import FileText
from pmg_docs.model.passages import passages_of
from pmg_docs.review.copies import CopyChanges, compare_copy

_NO_PARAGRAPHS = frozenset({"pdf", "txt"})
_NO_HEADERS = frozenset({"html", "mhtml", "md", "txt"})
_FORMS = ("docx", "pdf", "html", "md", "txt")
"""The formats that went out; a copy of any kind may have been made of any of them."""


def compared(document: Document, read: FileText) -> CopyChanges:
    """What a file has other than a letter, in the form of it that the file is nearest to.

    Args:
        document: the letter, as it was fixed.
        read: what the file says.
    """
    shown = [document.shown_in(name) for name in (read.format, *_FORMS)]
    # Some programs write the mark of a note as a figure behind the word, as only its place tells.
    marked = [_with_marks(one) for one in shown] if document.notes else []
    forms = dict.fromkeys(passages_of(one) for one in (*shown, *marked))
    found: CopyChanges | None = None
    for form in forms:
        held = compare_copy(
            form, read.passages, CONCEPT, has_paragraphs=read.format not in _NO_PARAGRAPHS
        )
        held = held if read.format in _NO_HEADERS else held.with_missing_as_changes()
        if found is None or held.weight < found.weight:
            found = held
        if not found.weight:
            break
    return found or CopyChanges((), (), is_marked=False)


def _with_marks(node: Any) -> Any:
    """A tree in which the marks of notes are words."""
    if isinstance(node, NoteRef):
        return Text(str(node.number))
    if isinstance(node, tuple):
        return tuple(map(_with_marks, node))
    if isinstance(node, Document | Cell | Note | Block | Inline):
        below = {f.name: getattr(node, f.name) for f in fields(node)}
        return replace(node, **{k: _with_marks(v) for k, v in below.items() if type(v) is tuple})
    return node
