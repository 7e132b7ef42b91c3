"""The properties of the file: from the tree alone, never from the machine or its user."""

import re
from html import escape

from pmg_docs.model.document import Document
from pmg_docs.model.passages import tidy
from pmg_docs.model.seal import FINGERPRINT, KENMERK, STATUS

_GENERATOR = re.compile(rb"<meta:generator>(LibreOffice/[0-9.]+)")


def meta(document: Document, made: bytes) -> bytes:
    """Title, kenmerk, status, fingerprint, ministry, language and date of the letter.

    Args:
        document: the letter.
        made: the properties as LibreOffice wrote them, from which only its version is kept: a
            later one looks at that to lay out the pages as before.
    """
    day = document.day
    moment = f"{day}T00:00:00" if day else ""
    sender, kenmerk = escape(document.sender), document.said_in("kenmerk")
    version = _GENERATOR.search(made)
    parts = [
        ("meta:generator", version[1].decode() if version else "pmg_docs"),
        ("dc:title", escape(tidy(document.title))),
        ("meta:initial-creator", sender),
        ("dc:creator", sender),
        ("meta:creation-date", moment),
        ("dc:date", moment),
        ("meta:keyword", escape(kenmerk)),
        ("dc:language", escape(document.language)),
    ]
    own = {KENMERK: kenmerk, STATUS: document.status, FINGERPRINT: document.fingerprint}
    rows = "".join(f"<{name}>{text}</{name}>" for name, text in parts if text) + "".join(
        f'<meta:user-defined meta:name="{name}" meta:value-type="string">{escape(text)}'
        "</meta:user-defined>"
        for name, text in own.items()
        if text
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<office:document-meta'
        ' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
        ' xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3">'
        f"<office:meta>{rows}</office:meta></office:document-meta>"
    ).encode()
