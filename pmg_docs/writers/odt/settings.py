"""The settings of the file: how its lines are broken stays, what tells of the run goes."""

from lxml import etree

from pmg_docs.writers.docx.ooxml import parse

_CONFIG = "{urn:oasis:names:tc:opendocument:xmlns:config:1.0}"
_NAME = f"{_CONFIG}name"
_KEPT_SET = "ooo:configuration-settings"
_DROPPED = frozenset(
    {"Rsid", "RsidRoot", "PrinterName", "PrinterSetup", "PrintFaxName", "CurrentDatabaseCommand",
     "CurrentDatabaseCommandType", "CurrentDatabaseDataSource", "EmbeddedDatabaseName",
     "RedlineProtectionKey"}
)  # fmt: skip
"""What tells of the run, its printer and its data sources."""


def settle_settings(data: bytes) -> etree._Element:
    """The settings without a number by chance, a printer, or the place of a window."""
    root = parse(data)
    for group in list(root.iter(f"{_CONFIG}config-item-set")):
        parent = group.getparent()
        if parent is not None and group.get(_NAME) != _KEPT_SET:
            parent.remove(group)
    for item in list(root.iter(f"{_CONFIG}config-item")):
        parent = item.getparent()
        if parent is not None and item.get(_NAME) in _DROPPED:
            parent.remove(item)
    return root
