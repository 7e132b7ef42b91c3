"""The state that was fixed: each letter as it went out, from the trees that are kept."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from pmg_docs.app.composed import ComposedLetter
from pmg_docs.app.diff.sides import Letter
from pmg_docs.app.final.fixed_letters import Version
from pmg_docs.app.shelf import Shelf
from pmg_docs.kenmerk.entry import Entry
from pmg_docs.model.document import Document
from pmg_docs.model.errors import PmgError
from pmg_docs.model.fixed import STATUS, as_final
from pmg_docs.model.passages import passages_of
from pmg_docs.model.place import Place


def last_fixed(entries: Iterable[Entry]) -> Mapping[tuple[str, str], Entry]:
    """The number under which each letter was fixed last, by dossier and letter.

    A letter may have had more than one; one that was withdrawn counts when there is no other.
    """
    fixed = (one for one in entries if one.fixed)
    in_order = sorted(fixed, key=lambda one: (one.is_live, one.day, one.kenmerk))
    return {(one.dossier, one.letter): one for one in in_order}


def fixed_letter(name: str, version: Version, today: Letter | None, shelf: Shelf) -> Letter:
    """A letter as it was fixed, to be held against that of today.

    Its words are those that went out. Its document bears the status that today's has: CONCEPT on
    a page is no change of words, and no Word file that can be made final by accepting changes may
    come about beside `pmg finalise`.

    Args:
        name: its name, `groen/nota`.
        version: what is kept of it.
        today: the letter as it is now; without it there are only words to compare.
        shelf: the types and looks of today, in which it is written.
    """
    composed = today.composed if today else None
    if composed is not None:
        document = _marked_as(composed.document, version.document)
        # The files that it was made of are not kept, only their digests.
        composed = replace(_dressed(composed, document, shelf), inputs=(), parts=(), findings=())
    return Letter(name, passages_of(version.document), composed, fixed=version)


def without_status(letter: Letter) -> Letter:
    """A letter of today, read as it would go out; its document keeps what it says."""
    if letter.composed is None:
        return letter
    return replace(letter, passages=passages_of(as_final(letter.composed.document)))


def _marked_as(today: Document, fixed: Document) -> Document:
    first, later = (
        (*(one for one in marked if one.name == STATUS), *plain)
        for marked, plain in (
            (today.first_page, fixed.first_page), (today.follow_on, fixed.follow_on)
        )
    )  # fmt: skip
    return replace(fixed, first_page=first, follow_on=later, seal=None)


def _dressed(today: ComposedLetter, document: Document, shelf: Shelf) -> ComposedLetter:
    """The letter in the look that its type and style have now; in today's when these are gone."""
    known = today.document
    if (document.type, document.style) == (known.type, known.style):
        return replace(today, document=document)
    nowhere = Place(today.letter.file.name)
    try:
        doc_type, _ = shelf.doc_type(document.type, nowhere, is_given=True)
        style, _, _ = shelf.style(document.style, nowhere)
        look = shelf.look(style, document.type)
    except PmgError:
        return replace(today, document=document)
    return replace(today, document=document, doc_type=doc_type, look=look)
