"""What a file says of itself in its properties: its kenmerk and the day of the letter.

Apart from the writers on purpose, like every reader. It is for who looks a file up, not for who
reads it, so nobody sees when it is wrong.
"""

import re
from collections.abc import Callable, Mapping
from io import BytesIO
from typing import Any, cast

from lxml import etree

from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.errors import Refused
from pmg_docs.model.words import FileIdentity
from pmg_docs.readers.archive import DAMAGE, open_members, parse_part

_PDF_DAY = re.compile(r"D:(\d{4})(\d{2})(\d{2})")
_DUBLIN = "http://purl.org/dc/terms/"
_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_ODF = "urn:oasis:names:tc:opendocument:xmlns:meta:1.0"
_PDF, _XMP = "http://ns.adobe.com/pdf/1.3/", "http://ns.adobe.com/xap/1.0/"


def read_identity(data: bytes, name: str) -> tuple[FileIdentity, ...]:
    """What a file says of itself, once for each place where it does.

    Args:
        data: the file.
        name: its format, by the ending of its file name; one without properties says nothing.

    Raises:
        Refused: PMG501, the bytes are no readable file of this format.
    """
    reader = _READERS.get(name)
    if reader is None:
        return ()
    try:
        return reader(data)
    except (*DAMAGE, TypeError, AttributeError, LookupError) as problem:
        message = f"De eigenschappen van dit bestand zijn niet te lezen ({problem})"
        raise Refused(Diagnostic("PMG501", message)) from problem


def _docx(data: bytes) -> tuple[FileIdentity, ...]:
    root = _part(data, "docProps/core.xml")
    if root is None:
        return (FileIdentity("eigenschappen"),)
    day = _text(root, f"{{{_DUBLIN}}}created")
    return (FileIdentity("eigenschappen", _text(root, f"{{{_CORE}}}keywords"), day[:10]),)


def _odt(data: bytes) -> tuple[FileIdentity, ...]:
    root = _part(data, "meta.xml")
    if root is None:
        return (FileIdentity("eigenschappen"),)
    day = _text(root, f"{{{_ODF}}}creation-date")
    return (FileIdentity("eigenschappen", _text(root, f"{{{_ODF}}}keyword"), day[:10]),)


def _part(data: bytes, name: str) -> etree._Element | None:
    found = open_members(data, lambda member: member == name).get(name)
    return None if found is None else parse_part(found)


def _pdf(data: bytes) -> tuple[FileIdentity, ...]:
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(BytesIO(data))
        info: Mapping[str, object] = reader.metadata or {}
        packet: bytes = cast("Any", reader.root_object["/Metadata"].get_object()).get_data()
    except PyPdfError as problem:
        raise ValueError(str(problem)) from problem
    day = _PDF_DAY.match(str(info.get("/CreationDate", "")))
    xmp = parse_part(packet)
    return (
        FileIdentity(
            "documentgegevens",
            str(info.get("/Keywords", "")),
            "-".join(day.groups()) if day else "",
        ),
        FileIdentity("XMP", _property(xmp, _PDF, "Keywords"), _property(xmp, _XMP, "CreateDate")),
    )


def _html(data: bytes) -> tuple[FileIdentity, ...]:
    from lxml import html

    root = html.document_fromstring(data.decode("utf-8-sig"))
    told = {meta.get("name"): meta.get("content") or "" for meta in root.iter("meta")}
    return (
        FileIdentity("head", told.get("dcterms.identifier", ""), told.get("dcterms.created", "")),
    )


def _text(root: etree._Element, name: str) -> str:
    return next((found.text or "" for found in root.iter(name)), "")


def _property(root: etree._Element, space: str, name: str) -> str:
    """A plain property of XMP, which may be an attribute or an element."""
    wanted = f"{{{space}}}{name}"
    attributes = (found.get(wanted) for found in root.iter(etree.Element))
    return next((text for text in attributes if text), "") or _text(root, wanted)


_READERS: Mapping[str, Callable[[bytes], tuple[FileIdentity, ...]]] = {
    "docx": _docx,
    "odt": _odt,
    "pdf": _pdf,
    "html": _html,
}
