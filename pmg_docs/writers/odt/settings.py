"""The settings of the file: how its lines are broken stays, what tells of the run goes."""

from lxml import etree

from pmg_docs.writers.docx.ooxml import parse

_CONFIG = "{urn:oasis:names:tc:opendocument:xmlns:config:1.0}"
_NAME = f"{_CONFIG}name"
_KEPT_SET = "ooo:configuration-settings"
_DROPPED = ("Rsid", "Printer", "CurrentDatabase", "EmbeddedDatabase", "PrintFaxName", "Redline")
"""What the names begin with that tell of the run, its printer, or who may change the file."""


def settle_settings(data: bytes) -> etree._Element:
    """The settings without a number by chance, a printer, or the place of a window."""
    root = parse(data)
    for group in list(root.iter(f"{_CONFIG}config-item-set")):
        parent = group.getparent()
        if parent is not None and group.get(_NAME) != _KEPT_SET:
            parent.remove(group)
    for item in list(root.iter(f"{_CONFIG}config-item")):
        parent = item.getparent()
        if parent is not None and item.get(_NAME, "").startswith(_DROPPED):
            parent.remove(item)
    return root
