"""In which open format a file is, as the file itself says."""

import re
from collections.abc import Callable, Mapping
from io import BytesIO
from typing import Any, cast

from lxml import etree

from pmg_docs.model.errors import PmgError
from pmg_docs.readers.archive import DAMAGE, open_members, parse_part
from pmg_docs.readers.quiet import quiet

_PDFA = "http://www.aiim.org/pdfa/ns/id/"
_WORD = "[Content_Types].xml"
_PAGE = re.compile(rb"\s*<!doctype html", re.IGNORECASE)


def format_of(data: bytes, ending: str) -> str:
    """The format of a file (`PDF/A-3a`), or empty when it is not what its ending says.

    Args:
        data: the file, which may come from anywhere.
        ending: that of its name, `pdf`.
    """
    teller = _TELLERS.get(ending)
    if teller is None:
        return ""
    try:
        with quiet():
            return teller(data)
    except (*DAMAGE, PmgError, TypeError, AttributeError, LookupError, RecursionError):
        return ""


def _pdf(data: bytes) -> str:
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(BytesIO(data))
        packet: Any = reader.root_object["/Metadata"].get_object()
        xmp = parse_part(cast("Any", packet).get_data())
    except PyPdfError as problem:
        raise ValueError(str(problem)) from problem
    part, level = (_property(xmp, name) for name in ("part", "conformance"))
    return f"PDF/A-{part}{level.lower()}" if part else "PDF"


def _property(root: etree._Element, name: str) -> str:
    """A plain property of XMP, which may be an attribute or an element."""
    wanted = f"{{{_PDFA}}}{name}"
    attributes = (found.get(wanted) for found in root.iter(etree.Element))
    elements = (found.text for found in root.iter(wanted))
    return next((text for text in (*attributes, *elements) if text), "")


def _docx(data: bytes) -> str:
    is_word = b"wordprocessingml.document.main" in open_members(data, _WORD.__eq__)[_WORD]
    return "Office Open XML" if is_word else ""


def _html(data: bytes) -> str:
    return "HTML" if _PAGE.match(data.removeprefix(b"\xef\xbb\xbf")) else ""


_TELLERS: Mapping[str, Callable[[bytes], str]] = {"pdf": _pdf, "docx": _docx, "html": _html}
