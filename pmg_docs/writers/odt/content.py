"""The text and the styles as LibreOffice wrote them, made to say the same at every run."""

from lxml import etree

from pmg_docs.writers.docx.ooxml import parse

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_ID = "{http://www.w3.org/XML/1998/namespace}id"
_NAME = f"{_TEXT}name"
_CONTINUED = f"{_TEXT}continue-list"
_MARKS = (f"{_TEXT}bookmark-start", f"{_TEXT}bookmark-end")
_FIELD = "__FieldMark_"
"""How LibreOffice names the place of a Word field that plain ODF does not know."""


def settle(data: bytes) -> etree._Element:
    """A part with lists numbered in order, references to notes alive, and no trace of a layout."""
    root = parse(data)
    _number_lists(root)
    _revive_note_references(root)
    _forget_layout(root)
    return root


def _number_lists(root: etree._Element) -> None:
    """Give lists numbers in order of appearance: LibreOffice draws them by lot."""
    marked = [element for element in root.iter(f"{_TEXT}list") if element.get(_ID)]
    numbers = {element.get(_ID): f"lijst{n}" for n, element in enumerate(marked, start=1)}
    for element in root.iter(f"{_TEXT}list"):
        if element.get(_ID):
            element.set(_ID, numbers[element.get(_ID)])
        continued = element.get(_CONTINUED)
        if continued is None:
            continue
        if continued in numbers:
            element.set(_CONTINUED, numbers[continued])
        else:  # it names a list that is not in the file, which ODF does not allow
            del element.attrib[_CONTINUED]


def _revive_note_references(root: etree._Element) -> None:
    """Make a second reference to a note follow that note again.

    Plain ODF has no place for the Word field that does so, and LibreOffice leaves its last result,
    a bare figure. ODF has a reference of its own for it.
    """
    notes = {
        (element.findtext(f"{_TEXT}note-citation") or ""): element.get(f"{_TEXT}id", "")
        for element in root.iter(f"{_TEXT}note")
    }
    for start in [e for e in root.iter(_MARKS[0]) if e.get(_NAME, "").startswith(_FIELD)]:
        shown = start.getnext()
        end = None if shown is None else shown.getnext()
        if shown is None or end is None or end.get(_NAME) != start.get(_NAME):
            continue
        if (number := "".join(map(str, shown.itertext()))) in notes:
            _refer(shown, number, notes[number])
    for mark in [e for e in root.iter(*_MARKS) if e.get(_NAME, "").startswith(_FIELD)]:
        _take_out(mark)


def _refer(shown: etree._Element, number: str, note: str) -> None:
    tail = shown.tail
    for inner in list(shown):
        shown.remove(inner)
    shown.text = None
    reference = etree.SubElement(shown, f"{_TEXT}note-ref")
    reference.set(f"{_TEXT}note-class", "footnote")
    reference.set(f"{_TEXT}reference-format", "text")
    reference.set(f"{_TEXT}ref-name", note)
    reference.text = number
    shown.tail = tail


def _forget_layout(root: etree._Element) -> None:
    """Drop where pages end and how many there are: that follows from the fonts of the machine."""
    for element in list(root.iter(f"{_TEXT}soft-page-break")):
        _take_out(element)
    for element in root.iter("{urn:oasis:names:tc:opendocument:xmlns:office:1.0}text"):
        element.attrib.pop(f"{_TEXT}use-soft-page-breaks", "")
    for element in root.iter(f"{_TEXT}page-number", f"{_TEXT}page-count"):
        element.text = "1"


def _take_out(element: etree._Element) -> None:
    """Take out an empty element and keep the words behind it."""
    parent, before = element.getparent(), element.getprevious()
    if parent is None:
        return
    if element.tail and before is not None:
        before.tail = (before.tail or "") + element.tail
    elif element.tail:
        parent.text = (parent.text or "") + element.tail
    parent.remove(element)
