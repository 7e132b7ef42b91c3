"""What a saved shell carries that no letter may: names of people, marks of editing, languages."""

from lxml import etree

from pmg_docs.writers.docx.controls.kinds import release
from pmg_docs.writers.docx.ooxml import W, unwrap, w

_DROPPED = tuple(
    w(name)
    for name in (
        "del", "moveFrom", "cellDel", "proofErr", "bookmarkStart", "bookmarkEnd", "permStart",
        "permEnd", "commentRangeStart", "commentRangeEnd", "commentReference", "annotationRef",
        "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd",
        "lastRenderedPageBreak", "rPrChange", "pPrChange", "sectPrChange", "tblPrChange",
        "tblGridChange", "trPrChange", "tcPrChange", "numberingChange", "cellIns", "rsid",
    )
)  # fmt: skip
_UNWRAPPED = (w("ins"), w("moveTo"))
_PLAIN_CONTROLS = tuple(w(name) for name in ("text", "date", "comboBox", "dropDownList"))
_FILLED_FROM_ELSEWHERE = tuple(w(name) for name in ("dataBinding", "placeholder", "showingPlcHdr"))
_COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_BINDING_2013 = "{http://schemas.microsoft.com/office/word/2012/wordml}dataBinding"
_WORD_2010 = "http://schemas.microsoft.com/office/word/2010/wordml"


def clean(root: etree._Element) -> None:
    """Accept the tracked changes of a part and drop the marks of whoever edited it."""
    for element in list(root.iter(*_DROPPED)):
        _remove(element)
    for element in list(root.iter(*_UNWRAPPED)):
        unwrap(element)
    # Only Word 2007 looks at it, and it would hold every loop of a text box a second time.
    for element in list(root.iter(f"{{{_COMPATIBILITY}}}Fallback")):
        _remove(element)
    _settle_controls(root)
    for element in root.iter(etree.Element):
        for name in list(element.attrib):
            text = str(name)
            if text.startswith((f"{{{W}}}rsid", f"{{{_WORD_2010}}}")):
                del element.attrib[name]


def drop_languages(root: etree._Element) -> None:
    """Leave every word to the language of the letter, whatever keyboard typed it in the shell."""
    for element in list(root.iter(w("lang"))):
        _remove(element)


def mend(root: etree._Element) -> None:
    """Give each cell and header the paragraph that it must end with, after loops that gave none."""
    for cell in root.iter(w("tc")):
        if len(cell) == 0 or cell[-1].tag != w("p"):
            etree.SubElement(cell, w("p"))
    if root.tag in (w("hdr"), w("ftr")) and root.find(w("p")) is None:
        etree.SubElement(root, w("p"))


def _settle_controls(root: etree._Element) -> None:
    """Make the content controls of a shell hold what the letter says, and nothing else.

    Word would fill a bound one from a property or store of the shell. A loop would repeat its id,
    which Word wants once. One for plain text may hold no other, and a placeholder becomes one.
    """
    for settings in list(root.iter(w("sdtPr"))):
        for element in list(settings.iter(w("id"), *_FILLED_FROM_ELSEWHERE, _BINDING_2013)):
            _remove(element)
        control = settings.getparent()
        if control is None or not any(settings.find(kind) is not None for kind in _PLAIN_CONTROLS):
            continue
        content = control.find(w("sdtContent"))
        if content is not None and "{" in "".join(t.text or "" for t in content.iter(w("t"))):
            release(control)


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
