"""The settings of the file: how its lines are broken stays, what tells of the run goes.

A final letter opens for reading only, until whoever reads it asks to edit it.
"""

from lxml import etree

from pmg_docs.writers.docx.ooxml import parse

_CONFIG = "{urn:oasis:names:tc:opendocument:xmlns:config:1.0}"
_NAME = f"{_CONFIG}name"
_KEPT_SET = "ooo:configuration-settings"
READ_ONLY = "LoadReadonly"
_DROPPED = frozenset(
    {"Rsid", "RsidRoot", "PrinterName", "PrinterSetup", "PrintFaxName", "CurrentDatabaseCommand",
     "CurrentDatabaseCommandType", "CurrentDatabaseDataSource", "EmbeddedDatabaseName",
     "RedlineProtectionKey"}
)  # fmt: skip
"""What tells of the run, its printer and its data sources."""


def settle_settings(data: bytes, *, is_final: bool = False) -> etree._Element:
    """The settings without a number by chance, a printer, or the place of a window.

    Args:
        data: the part as LibreOffice wrote it.
        is_final: whether the letter went out, and nobody is to change it by accident.
    """
    root = parse(data)
    for group in list(root.iter(f"{_CONFIG}config-item-set")):
        parent = group.getparent()
        if parent is not None and group.get(_NAME) != _KEPT_SET:
            parent.remove(group)
    for item in list(root.iter(f"{_CONFIG}config-item")):
        parent = item.getparent()
        if parent is not None and item.get(_NAME) in {*_DROPPED, READ_ONLY}:
            parent.remove(item)
    for group in root.iter(f"{_CONFIG}config-item-set"):
        item = etree.SubElement(group, f"{_CONFIG}config-item")
        item.set(_NAME, READ_ONLY)
        item.set(f"{_CONFIG}type", "boolean")
        item.text = str(is_final).lower()
    return root
