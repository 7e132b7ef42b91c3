"""ODF text files, the open standard for documents that are still to be revised.

LibreOffice makes them out of our Word files, so that both look alike. Around that stand two steps:
`plain` takes from the Word file what ODF has no place for, and `finish` takes from what came back
all that differs from run to run or from machine to machine.
"""

from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.document import Document
from pmg_docs.model.errors import Unreachable
from pmg_docs.writers.docx.package import NO_PACKAGE
from pmg_docs.writers.odt.content import settle
from pmg_docs.writers.odt.meta import meta
from pmg_docs.writers.odt.package import (
    CONTENT,
    META,
    SETTINGS,
    STYLES,
    read_package,
    write_package,
    xml,
)
from pmg_docs.writers.odt.plain import plain
from pmg_docs.writers.odt.settings import settle_settings

__all__ = ["finish", "plain"]


def finish(made: bytes, document: Document, name: str) -> bytes:
    """The file as it leaves the house: the same bytes for the same words, whoever ran what when.

    Args:
        made: what LibreOffice made of the Word file of the document.
        document: the document, whose title, kenmerk, status, sender, date and language it has.
        name: the name of the letter, for messages.

    Raises:
        Unreachable: PMG435, LibreOffice made something else than an ODF text file.
    """
    try:
        members = read_package(made)
        members[META] = meta(document, members[META])
        for part in (CONTENT, STYLES):
            members[part] = xml(settle(members[part]))
        is_final = document.seal is not None
        members[SETTINGS] = xml(settle_settings(members[SETTINGS], is_final=is_final))
    except NO_PACKAGE as problem:
        raise Unreachable(
            Diagnostic("PMG435", f"Wat LibreOffice maakte voor {name}, is geen odt.",
                       hints=("Installeer LibreOffice opnieuw; pmg doctor zegt waar het staat.",))
        ) from problem  # fmt: skip
    return write_package(members)
