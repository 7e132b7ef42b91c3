"""HTML: one page that needs nothing beside itself, on a screen and on paper."""

from collections.abc import Iterator
from dataclasses import replace

from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.document import Document
from pmg_docs.specs.look import Look
from pmg_docs.writers.html.page import render
from pmg_docs.writers.html.sheet import sheet_of
from pmg_docs.writers.html.stylesheet import screen_css
from pmg_docs.writers.refusals import refusals


def check(document: Document, look: Look) -> Iterator[Diagnostic]:
    """Hold the page and the sheet of a look against a document.

    Returns:
        Why the page of the type or the sheet of the style cannot be used.
    """
    bare = replace(document.shown_in("html"), body=(), notes=())
    yield from refusals(lambda: sheet_of(look.css))
    yield from refusals(lambda: render(bare, look, css=""))


def write(document: Document, look: Look) -> bytes:
    """Write a document as a self-contained page in UTF-8.

    Raises:
        Refused: the page of the type or the sheet of the style cannot be used.
    """
    shown = document.shown_in("html")
    return render(shown, look, screen_css(look)).encode("utf-8")
