"""The properties of a file that have names of our own: what it is, and its baseline.

An officer finds them in Word under Bestand, Info, Eigenschappen, Geavanceerd, Aangepast.
"""

from collections.abc import Iterator

from pmg_docs.model.baseline import CARRIER
from pmg_docs.model.document import Document
from pmg_docs.model.seal import FINGERPRINT, KENMERK, STATUS
from pmg_docs.writers.docx.ooxml import xml_text
from pmg_docs.writers.docx.package import OFFICE, Package, Relationship

MARKED_FINAL = "_MarkAsFinal"
"""By which Word says that a document is final, and wants a click before anyone edits it."""

_LONGEST = 255
"""Characters that Word lets a property have; the baseline takes as many of these as it needs."""
_PART = "docProps/custom.xml"
_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_ANY_NAME = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""The set of properties that have a name of one's own (MS-OLEPS 2.19)."""
_FIRST = 2


def add_custom_properties(package: Package, document: Document, baseline: str) -> None:
    """Put these properties in a package.

    Args:
        package: what they are added to.
        document: the letter, of which they say the kenmerk, the status and the fingerprint.
        baseline: the packed baseline.
    """
    rows = "".join(
        f'<property fmtid="{_ANY_NAME}" pid="{number}" name="{name}">{value}</property>'
        for number, (name, value) in enumerate(_values(document, baseline), start=_FIRST)
    )
    part = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties'
        f' xmlns="{OFFICE.replace("relationships", "custom-properties")}"'
        f' xmlns:vt="{OFFICE.replace("relationships", "docPropsVTypes")}">{rows}</Properties>'
    )
    package.add(_PART, part.encode(), _TYPE)
    package.link("", Relationship("pmgBasis", f"{OFFICE}/custom-properties", _PART))


def _values(document: Document, baseline: str) -> Iterator[tuple[str, str]]:
    told = {
        KENMERK: document.said_in("kenmerk"), STATUS: document.status,
        FINGERPRINT: document.fingerprint,
    }  # fmt: skip
    yield from ((name, _words(text)) for name, text in told.items() if text)
    if document.seal:
        yield MARKED_FINAL, "<vt:bool>true</vt:bool>"
    for number, start in enumerate(range(0, len(baseline), _LONGEST), start=1):
        yield f"{CARRIER}{number}", _words(baseline[start : start + _LONGEST])


def _words(text: str) -> str:
    return f"<vt:lpwstr>{xml_text(text)}</vt:lpwstr>"
