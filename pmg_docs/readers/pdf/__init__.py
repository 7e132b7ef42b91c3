"""The words of a PDF: as they are painted on each page, and as they are tagged to be read.

A PDF holds painted lines, not text: a word may be cut at a line end, and characters that are not
seen are gone. So compare without spaces, and leave out what is not seen.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.errors import Refused
from pmg_docs.model.words import FileWords, split_words
from pmg_docs.readers.pdf.fonts import NoUnicode
from pmg_docs.readers.pdf.painted import Pages
from pmg_docs.readers.pdf.structure import Tags


def read(data: bytes) -> FileWords:
    """Read the words of each page, frame and notes included, and those of the tags.

    A file that has no tags, or fonts that do not say what their characters are, gives none of the
    latter.

    Raises:
        Refused: the bytes are not a PDF that can be read, or it is locked.
    """
    try:
        with _quiet():
            return _read(PdfReader(BytesIO(data)))
    # A broken file may fail anywhere in the parser.
    except (
        PyPdfError, ValueError, TypeError, LookupError, AttributeError, OSError, RecursionError,
    ) as problem:  # fmt: skip
        raise Refused(
            Diagnostic("PMG501", f"Dit is geen leesbaar pdf-bestand ({problem})")
        ) from problem


def _read(reader: PdfReader) -> FileWords:
    try:
        pages = Pages(reader)
    except NoUnicode:
        return FileWords(pages=tuple(split_words(page.extract_text()) for page in reader.pages))
    tags = Tags(reader, pages)
    return FileWords(pages=pages.words(tags.bullets), tagged=tags.words)


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep the parser from telling the log what the finding already tells the person."""
    logger = logging.getLogger("pypdf")
    before = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        logger.setLevel(before)
