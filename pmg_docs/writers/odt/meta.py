"""The properties of the file: from the tree alone, never from the machine or its user."""

import re
from html import escape

from pmg_docs.model.document import Document, FactText, Field, plain_text, walk_line

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_GENERATOR = re.compile(rb"<meta:generator>(LibreOffice/[0-9.]+)")


def meta(document: Document, made: bytes) -> bytes:
    """Title, kenmerk, ministry, language and date of the letter.

    Args:
        document: the letter.
        made: the properties as LibreOffice wrote them, from which only its version is kept: a
            later one looks at that to lay out the pages as before.
    """
    day = _day(document.field("datum"))
    moment = f"{day}T00:00:00" if day else ""
    sender = _words(document.field("ministerie"))
    version = _GENERATOR.search(made)
    parts = [
        ("meta:generator", version[1].decode() if version else "pmg_docs"),
        ("dc:title", _one_line(document.title)),
        ("meta:initial-creator", sender),
        ("dc:creator", sender),
        ("meta:creation-date", moment),
        ("dc:date", moment),
        ("meta:keyword", _words(document.field("kenmerk"))),
        ("dc:language", escape(document.language)),
    ]
    rows = "".join(f"<{name}>{text}</{name}>" for name, text in parts if text)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<office:document-meta'
        ' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
        ' xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3">'
        f"<office:meta>{rows}</office:meta></office:document-meta>"
    ).encode()


def _day(printed: Field | None) -> str:
    inlines = (i for line in (printed.lines if printed else ()) for i in walk_line(line))
    days = (i.machine for i in inlines if isinstance(i, FactText))
    return next((day for day in days if _DAY.fullmatch(day)), "")


def _words(printed: Field | None) -> str:
    return _one_line(", ".join(map(plain_text, printed.lines))) if printed else ""


def _one_line(text: str) -> str:
    return escape(" ".join(text.split()))
