"""What Word marks around words: a bound content control, a tracked change."""

import re

from lxml import etree

from pmg_docs.model.passage import Control
from pmg_docs.readers.docx.file import child, local, value
from pmg_docs.readers.draft import Mark

STORE = "urn:pmg-docs:feiten:1"
"""The namespace of the store that bound controls get their words from."""

_STEP = re.compile(r"/(?:\w+:)?([\w.\-]+)\[(\d+)\]$")


def control_of(element: etree._Element) -> Control:
    """The control that an `sdt` is, with no places yet."""
    settings = child(element, "sdtPr")
    name = value(child(settings, "alias")) or value(child(settings, "tag"))
    for binding in () if settings is None else settings:
        if local(binding) == "dataBinding" and STORE in value(binding, "prefixMappings"):
            step = _STEP.search(value(binding, "xpath"))
            if step:
                return Control(0, 0, name, step[1], int(step[2]))
    return Control(0, 0, name)


def mark_of(change: etree._Element) -> Mark:
    """Who made a tracked change, and on which day."""
    return Mark(value(change, "author"), value(change, "date")[:10])
