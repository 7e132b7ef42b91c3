"""PDF: the printed page of the HTML writer, laid out by WeasyPrint as PDF/UA-1.

The text of a page stands in the file in this order, whatever its place on paper: the page number,
the fields of the frame (on the first page those of status and column before address and title),
the text, the footnotes. A reference to a note is its number; a note starts with its number.
Bullets are drawn. The head of a table that runs on is repeated before the text of the next page.
"""

import hashlib
from dataclasses import replace

from pmg_docs.model.document import Document
from pmg_docs.model.errors import Refused
from pmg_docs.specs.look import Look
from pmg_docs.writers.html.page import render
from pmg_docs.writers.pdf.engine import lay_out
from pmg_docs.writers.pdf.glyphs import missing_glyphs
from pmg_docs.writers.pdf.paper import paper_css


def check(document: Document, look: Look) -> None:
    """Hold the page, the sheet and the fonts of a look against a document, without laying it out.

    Raises:
        Refused: a character has no glyph, or page or sheet cannot be used.
    """
    shown = document.shown_in("pdf")
    _page_and_sheet(replace(shown, body=(), notes=()), look)
    _refuse_missing_glyphs(shown, look)


def _refuse_missing_glyphs(shown: Document, look: Look) -> None:
    missing = missing_glyphs(shown, look)
    if missing:
        raise Refused(missing)


def _page_and_sheet(shown: Document, look: Look) -> tuple[str, str]:
    return render(shown, look, css="", printed=True), paper_css(look, shown.page_number)


def write(document: Document, look: Look) -> bytes:
    """Write a document as a tagged PDF; only fonts of the style are used, nothing is fetched.

    Raises:
        Refused: a character has no glyph, or page or sheet ask for what cannot be had.
        Unreachable: a part of the system that WeasyPrint stands on is missing.
    """
    shown = document.shown_in("pdf")
    page, css = _page_and_sheet(shown, look)
    _refuse_missing_glyphs(shown, look)
    identifier = hashlib.sha256(f"{page}\0{css}".encode()).hexdigest()[:32]
    return lay_out(page, css, look, identifier)
