"""The Word file as LibreOffice gets it: without content controls.

In Word a control ties words to the facts behind them. ODF 1.3 has no such thing, and LibreOffice
makes a field of it that asks the reader to type something, and that loses the look of the words.
"""

import io
import zipfile

from lxml import etree

from pmg_docs.writers.docx.ooxml import parse, w

_MARK = b"sdtContent"
_CONTROL = w("sdt")


def plain(data: bytes) -> bytes:
    """A Word file of ours with the content of each control in its place."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        for info in old.infolist():
            part = old.read(info)
            new.writestr(info, _without_controls(part) if _MARK in part else part)
    return buffer.getvalue()


def _without_controls(part: bytes) -> bytes:
    root = parse(part)
    # The innermost first, so that what is moved holds no control any more.
    for control in reversed(list(root.iter(_CONTROL))):
        _put_content_in_place(control)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)


def _put_content_in_place(control: etree._Element) -> None:
    parent, content = control.getparent(), control.find(w("sdtContent"))
    if parent is None:
        return
    place = parent.index(control)
    parent[place : place + 1] = [] if content is None else list(content)
