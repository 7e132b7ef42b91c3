"""The properties of the file: from the tree alone, never from the machine or its user."""

from pmg_docs.model.document import Document
from pmg_docs.model.passages import tidy
from pmg_docs.writers.docx.ooxml import xml_text
from pmg_docs.writers.docx.package import CORE, OFFICE, Package, Relationship

_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_APP_TYPE = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
_HEADING = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def add_properties(package: Package, document: Document) -> None:
    """Put both property parts in a package."""
    package.add("docProps/core.xml", core_properties(document), _CORE_TYPE)
    package.add("docProps/app.xml", _app_properties(), _APP_TYPE)
    package.link(
        "",
        Relationship("pmgCore", CORE, "docProps/core.xml"),
        Relationship("pmgApp", f"{OFFICE}/extended-properties", "docProps/app.xml"),
    )


def core_properties(document: Document) -> bytes:
    """Title, kenmerk, type, status, ministry, language and date of the letter."""
    day = document.day
    moment = f'xsi:type="dcterms:W3CDTF">{day}T00:00:00Z' if day else ""
    title, kenmerk = xml_text(tidy(document.title)), xml_text(document.said_in("kenmerk"))
    parts = [
        ("dc:title", title),
        ("dc:subject", kenmerk or title),
        ("dc:creator", xml_text(document.sender)),
        ("cp:keywords", kenmerk),
        ("cp:category", xml_text(tidy(document.type))),
        ("cp:contentStatus", document.status),
        ("dc:language", xml_text(document.language)),
    ]
    rows = [f"<{name}>{text}</{name}>" for name, text in parts if text]
    rows += [f"<dcterms:{n} {moment}</dcterms:{n}>" for n in ("created", "modified") if moment]
    return (
        f"{_HEADING}<cp:coreProperties"
        ' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"{''.join(rows)}</cp:coreProperties>"
    ).encode()


def _app_properties() -> bytes:
    return (
        f'{_HEADING}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
        'extended-properties"><Application>pmg_docs</Application></Properties>'
    ).encode()
