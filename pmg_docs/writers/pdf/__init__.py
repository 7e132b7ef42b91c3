"""PDF: the printed page of the HTML writer, laid out by WeasyPrint as PDF/UA-1.

The text of a page stands in the file in this order, whatever its place on paper: the page number,
the fields of the frame (on the first page those of status and column before address and title),
the text, the footnotes. A reference to a note is its number; a note starts with its number.
Bullets are drawn. The head of a table that runs on is repeated before the text of the next page.
"""

from collections.abc import Iterator
from dataclasses import replace

from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.document import Document
from pmg_docs.model.errors import Refused
from pmg_docs.specs.look import Look
from pmg_docs.writers.html.page import render
from pmg_docs.writers.pdf.attachment import facts_json
from pmg_docs.writers.pdf.engine import lay_out
from pmg_docs.writers.pdf.glyphs import missing_glyphs
from pmg_docs.writers.pdf.identity import Identity
from pmg_docs.writers.pdf.paper import paper_css
from pmg_docs.writers.refusals import refusals


def check(document: Document, look: Look) -> Iterator[Diagnostic]:
    """Hold the page, the sheet and the fonts of a look against a document, without laying it out.

    Returns:
        Which character has no glyph, and why page, sheet or font cannot be used.
    """
    shown = document.shown_in("pdf")
    bare = replace(shown, body=(), notes=())
    yield from refusals(lambda: render(bare, look, css="", printed=True))
    yield from refusals(lambda: paper_css(look, shown.page_number))
    yield from refusals(lambda: _refuse_missing_glyphs(shown, look))


def _refuse_missing_glyphs(shown: Document, look: Look) -> None:
    missing = missing_glyphs(shown, look)
    if missing:
        raise Refused(missing)


def write(document: Document, look: Look) -> bytes:
    """Write a document as a tagged PDF; only fonts of the style are used, nothing is fetched.

    Raises:
        Refused: a character has no glyph, or page or sheet ask for what cannot be had.
        Unreachable: a part of the system that WeasyPrint stands on is missing.
    """
    shown = document.shown_in("pdf")
    page, css = render(shown, look, css="", printed=True), paper_css(look, shown.page_number)
    _refuse_missing_glyphs(shown, look)
    return lay_out(page, css, look, Identity.of(shown, look.style), facts_json(shown))
