"""From the tree to the bytes of a file, one writer a format.

A writer is `write(document, look) -> bytes`: a pure function of its input. It imports the library
it stands on only when it is called, so that a Markdown build never loads WeasyPrint.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol

from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.document import MADE_FROM, Document
from pmg_docs.specs.look import Look


class Writer(Protocol):
    """Makes the bytes of a file from a document; the same input gives the same bytes."""

    def __call__(self, document: Document, look: Look) -> bytes:
        """Write a document.

        Raises:
            Refused: what the document holds cannot be shown in this format or with this look.
            Unreachable: a part of the system that the format needs is missing.
        """
        ...


def _docx(document: Document, look: Look) -> bytes:
    from pmg_docs.writers.docx import write

    return write(document, look)


def _pdf(document: Document, look: Look) -> bytes:
    from pmg_docs.writers.pdf import write

    return write(document, look)


def _html(document: Document, look: Look) -> bytes:
    from pmg_docs.writers.html import write

    return write(document, look)


def _markdown(document: Document, look: Look) -> bytes:
    from pmg_docs.writers.markdown import write

    return write(document, look)


def _text(document: Document, look: Look) -> bytes:
    from pmg_docs.writers.text import write

    return write(document, look)


def check(document: Document, look: Look, formats: Iterable[str]) -> Iterator[Diagnostic]:
    """What keeps a document from being written with a look, as far as can be told beforehand.

    Args:
        document: the document.
        look: its look.
        formats: the formats that are wanted.
    """
    wanted = {MADE_FROM.get(name, name) for name in formats}
    if "docx" in wanted:
        from pmg_docs.writers import docx

        yield from docx.check(document, look)
    if "html" in wanted:
        from pmg_docs.writers import html

        yield from html.check(document, look)
    if "pdf" in wanted:
        from pmg_docs.writers import pdf

        yield from pdf.check(document, look)


WRITERS: Mapping[str, Writer] = {
    "docx": _docx,
    "pdf": _pdf,
    "html": _html,
    "md": _markdown,
    "txt": _text,
}
"""Every format that we write ourselves, by the ending of its file name, in order of building."""

FORMATS = ("docx", *MADE_FROM, *(name for name in WRITERS if name != "docx"))
"""Every format, those among them that another program makes out of ours."""
