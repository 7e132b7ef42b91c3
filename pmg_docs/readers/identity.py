"""What a file says of itself in its properties: its kenmerk, its day, and how far it is.

Apart from the writers on purpose, like every reader. It is for who looks a file up, not for who
reads it, so nobody sees when it is wrong.
"""

import re
from collections.abc import Callable, Mapping
from io import BytesIO
from typing import Any, cast

from lxml import etree

from pmg_docs.model.seal import FINGERPRINT, KENMERK, STATUS
from pmg_docs.model.words import FileIdentity
from pmg_docs.readers.archive import open_parts, parse_part, refusing_unreadable

Told = Mapping[str, str]

CUSTOM = "docProps/custom.xml"
_CORE_PART, _META_PART = "docProps/core.xml", "meta.xml"
_PDF_DAY = re.compile(r"D:(\d{4})(\d{2})(\d{2})")
_DUBLIN = "http://purl.org/dc/terms/"
_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_ODF = "urn:oasis:names:tc:opendocument:xmlns:meta:1.0"
_PDF, _XMP = "http://ns.adobe.com/pdf/1.3/", "http://ns.adobe.com/xap/1.0/"
_OWN = "urn:pmg-docs:stuk:1#"
_GENERAL, _NAMED = "eigenschappen", "aangepaste eigenschappen"


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
    with refusing_unreadable(
        "De eigenschappen van dit bestand zijn niet te lezen",
        TypeError, AttributeError, LookupError,
    ):  # fmt: skip
        return reader(data)


def named_properties(root: etree._Element | None) -> dict[str, str]:
    """What the properties of a Word file that have a name of one's own say, by that name."""
    return {str(one.get("name")): _said(one) for one in (() if root is None else root)}


def _docx(data: bytes) -> tuple[FileIdentity, ...]:
    parts = open_parts(data, _CORE_PART, CUSTOM)
    core = parts.get(_CORE_PART)
    named = _named(named_properties(parts.get(CUSTOM)))
    if core is None:
        return FileIdentity(_GENERAL, "", "", ""), named
    return (
        FileIdentity(
            _GENERAL,
            _text(core, f"{{{_CORE}}}keywords"),
            _text(core, f"{{{_DUBLIN}}}created")[:10],
            _text(core, f"{{{_CORE}}}contentStatus"),
        ),
        named,
    )


def _odt(data: bytes) -> tuple[FileIdentity, ...]:
    root = open_parts(data, _META_PART).get(_META_PART)
    if root is None:
        return FileIdentity(_GENERAL, "", ""), _named({})
    own = root.iter(f"{{{_ODF}}}user-defined")
    return (
        FileIdentity(
            _GENERAL,
            _text(root, f"{{{_ODF}}}keyword"),
            _text(root, f"{{{_ODF}}}creation-date")[:10],
        ),
        _named({str(one.get(f"{{{_ODF}}}name")): _said(one) for one in own}),
    )


def _named(told: Told) -> FileIdentity:
    return FileIdentity(
        _NAMED, told.get(KENMERK, ""), None, told.get(STATUS, ""), told.get(FINGERPRINT, "")
    )


def _pdf(data: bytes) -> tuple[FileIdentity, ...]:
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(BytesIO(data))
        info = {name: str(value) for name, value in (reader.metadata or {}).items()}
        packet: bytes = cast("Any", reader.root_object["/Metadata"].get_object()).get_data()
    except PyPdfError as problem:
        raise ValueError(str(problem)) from problem
    day = _PDF_DAY.match(info.get("/CreationDate", ""))
    return (
        FileIdentity(
            "documentgegevens",
            info.get("/Keywords", ""),
            "-".join(day.groups()) if day else "",
            info.get(f"/{STATUS}", ""),
            info.get(f"/{FINGERPRINT}", ""),
        ),
        FileIdentity(f"documentgegevens, {KENMERK}", info.get(f"/{KENMERK}", "")),
        *_xmp(parse_part(packet)),
    )


def _xmp(root: etree._Element) -> tuple[FileIdentity, ...]:
    return (
        FileIdentity(
            "XMP",
            _property(root, _PDF, "Keywords"),
            _property(root, _XMP, "CreateDate"),
            _property(root, _OWN, "status"),
            _property(root, _OWN, "vingerafdruk"),
        ),
        FileIdentity("XMP, kenmerk", _property(root, _OWN, "kenmerk")),
    )


def _html(data: bytes) -> tuple[FileIdentity, ...]:
    from lxml import html

    root = html.document_fromstring(data.decode("utf-8-sig"))
    told = {meta.get("name"): meta.get("content") or "" for meta in root.iter("meta")}
    names = ("dcterms.identifier", "dcterms.created", "pmg.status", "pmg.vingerafdruk")
    return (FileIdentity("head", *(told.get(name, "") for name in names)),)


def _text(root: etree._Element, name: str) -> str:
    return next((found.text or "" for found in root.iter(name)), "")


def _said(element: etree._Element) -> str:
    return "".join(map(str, element.itertext())).strip()


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
