"""The words of a PDF: as they are painted on each page, and as they are tagged to be read.

A PDF holds painted lines, not text: a word may be cut at a line end, and characters that are not
seen are gone. So compare without spaces, and leave out what is not seen.

The proof compares what is painted and what is tagged each by itself, since one may be right while
the other is wrong. The passages come from the tags where there are good ones, and are made out of
the painted lines where there are not; both kinds of reading go over the same painted pages.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

from pypdf import PdfReader
from pypdf.errors import DependencyError, PyPdfError, WrongPasswordError

from pmg_docs.model.passage import FileText
from pmg_docs.model.words import FileWords, TaggedWords, split_words
from pmg_docs.readers.draft import words_of
from pmg_docs.readers.pdf.fonts import NoUnicode
from pmg_docs.readers.pdf.painted import Pages
from pmg_docs.readers.pdf.structure import Tags
from pmg_docs.readers.quiet import quiet
from pmg_docs.readers.refusals import damaged, locked

__all__ = ["read", "read_text"]

_KIND = "pdf-bestand"
_HINT = "Open het in een pdf-lezer, en sla het opnieuw op of vraag een nieuwe pdf."
_BROKEN = (
    PyPdfError, ValueError, TypeError, LookupError, AttributeError, OSError, RecursionError,
    ArithmeticError, AssertionError, NotImplementedError,
)  # fmt: skip
"""A broken file may fail anywhere in the parser."""


def read(data: bytes) -> FileWords:
    """Read the words of each page, frame and notes included, and those of the tags.

    A file that has no tags, or fonts that do not say what their characters are, gives none of the
    latter.

    Raises:
        Refused: the bytes are not a PDF that can be read, or it is locked.
    """
    with _refusing_damage():
        return _read(PdfReader(BytesIO(data)))


def read_text(data: bytes) -> FileText:
    """Read the passages of a PDF by anyone.

    Raises:
        Refused: PMG501, PMG512 or PMG513: it is damaged, locked, or far too large; PMG517: there
            is nothing in it to read, since its pages are pictures.
    """
    from pmg_docs.readers.pdf.reading import passages_of_file

    with _refusing_damage():
        return passages_of_file(PdfReader(BytesIO(data)))


def _read(reader: PdfReader) -> FileWords:
    try:
        pages = Pages(reader)
    except NoUnicode:
        return FileWords(pages=tuple(split_words(page.extract_text()) for page in reader.pages))
    tags = Tags(reader, pages)
    tagged = None
    if tags.has_any:
        notes = tuple(words_of(note) for note in tags.notes)
        tagged = TaggedWords(words_of(tags.drafts), notes, pages.artifacts())
    return FileWords(pages=pages.words(frozenset(tags.bullets)), tagged=tagged)


@contextmanager
def _refusing_damage() -> Iterator[None]:
    try:
        with quiet():
            yield
    except (WrongPasswordError, DependencyError) as problem:
        raise locked(_KIND) from problem
    except _BROKEN as problem:
        if "not been decrypted" in str(problem):
            raise locked(_KIND) from problem
        raise damaged(_KIND, _HINT) from problem
