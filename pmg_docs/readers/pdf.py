"""The words of a PDF, page by page, in the order in which the file holds them.

A PDF holds painted lines, not text: a word may be cut at a line end, what runs from right to left
stands as it is seen, and characters that are not seen are gone. So compare without spaces, and
leave out what is not seen.
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


def read(data: bytes) -> FileWords:
    """Read the words of each page, frame and notes included.

    Raises:
        Refused: the bytes are not a PDF that can be read, or it is locked.
    """
    try:
        with _quiet():
            pages = PdfReader(BytesIO(data)).pages
            words = tuple(split_words(page.extract_text()) for page in pages)
    # A broken file may fail anywhere in the parser.
    except (PyPdfError, ValueError, TypeError, LookupError, AttributeError, OSError) as problem:
        raise Refused(
            Diagnostic("PMG501", f"Dit is geen leesbaar pdf-bestand ({problem})")
        ) from problem
    return FileWords(pages=words)


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
