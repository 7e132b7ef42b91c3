"""What a saved shell carries that no letter may: names of people, revisions, marks of editing."""

from lxml import etree

from pmg_docs.writers.docx.ooxml import W, w

_DROPPED = tuple(
    w(name)
    for name in (
        "del", "moveFrom", "cellDel", "proofErr", "bookmarkStart", "bookmarkEnd", "permStart",
        "permEnd", "commentRangeStart", "commentRangeEnd", "commentReference", "annotationRef",
        "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd",
        "lastRenderedPageBreak", "rPrChange", "pPrChange", "sectPrChange", "tblPrChange",
        "tblGridChange", "trPrChange", "tcPrChange", "numberingChange", "cellIns",
    )
)  # fmt: skip
_UNWRAPPED = (w("ins"), w("moveTo"))
_DROPPED_SETTINGS = tuple(
    w(name)
    for name in ("rsids", "attachedTemplate", "mailMerge", "trackRevisions", "docVars",
                 "updateFields", "endnotePr", "saveThroughXslt", "linkStyles", "autoHyphenation")
)  # fmt: skip
_COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_WORD_2010 = "http://schemas.microsoft.com/office/word/2010/wordml"


def clean(root: etree._Element) -> None:
    """Accept the tracked changes of a part and drop the marks of whoever edited it."""
    for element in list(root.iter(*_DROPPED)):
        _remove(element)
    for element in list(root.iter(*_UNWRAPPED)):
        _unwrap(element)
    # Only Word 2007 looks at it, and it would hold every loop of a text box a second time.
    for element in list(root.iter(f"{{{_COMPATIBILITY}}}Fallback")):
        _remove(element)
    # A loop in the shell would repeat the id of a content control, and Word wants each once.
    for element in list(root.iter(w("sdtPr"))):
        for identity in element.findall(w("id")):
            element.remove(identity)
    for element in root.iter(etree.Element):
        for name in list(element.attrib):
            text = str(name)
            if text.startswith((f"{{{W}}}rsid", f"{{{_WORD_2010}}}")):
                del element.attrib[name]


def clean_settings(root: etree._Element) -> None:
    """Drop what settings tell of the machine and the people that made the shell."""
    for element in list(root.iter(*_DROPPED_SETTINGS)):
        _remove(element)
    for notes in root.iter(w("footnotePr")):
        for note, identity in zip(notes.findall(w("footnote")), ("-1", "0"), strict=False):
            note.set(w("id"), identity)


def mend(root: etree._Element) -> None:
    """Give each cell and header the paragraph that it must end with, after loops that gave none."""
    for cell in root.iter(w("tc")):
        if len(cell) == 0 or cell[-1].tag != w("p"):
            etree.SubElement(cell, w("p"))
    if root.tag in (w("hdr"), w("ftr")) and root.find(w("p")) is None:
        etree.SubElement(root, w("p"))


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _unwrap(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is None:
        return
    position = parent.index(element)
    for offset, inner in enumerate(list(element)):
        parent.insert(position + offset, inner)
    parent.remove(element)
