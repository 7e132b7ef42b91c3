"""From the bytes of a file back to its words, one reader a format, apart from every writer.

A reader sees what a person sees: any container, header, footer or note that shows words. Each
walks a file once; the words that the proof compares (`READERS`) and the passages that are checked
(`read_text`) come from that one walk.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from importlib import import_module
from typing import Protocol

from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.errors import Refused
from pmg_docs.model.passage import FileText
from pmg_docs.model.place import Place
from pmg_docs.model.words import FileWords


class Reader(Protocol):
    """Finds the words in the bytes of a file."""

    def __call__(self, data: bytes) -> FileWords:
        """Read the words of a file.

        Raises:
            Refused: the bytes are not a readable file of this format.
        """
        ...


def _docx(data: bytes) -> FileWords:
    from pmg_docs.readers.docx import read

    return read(data)


def _odt(data: bytes) -> FileWords:
    from pmg_docs.readers.odt import read

    return read(data)


def _pdf(data: bytes) -> FileWords:
    from pmg_docs.readers.pdf import read

    return read(data)


def _html(data: bytes) -> FileWords:
    from pmg_docs.readers.html import read

    return read(data)


def _markdown(data: bytes) -> FileWords:
    from pmg_docs.readers.markdown import read

    return read(data)


def _text(data: bytes) -> FileWords:
    from pmg_docs.readers.text import read

    return read(data)


READERS: Mapping[str, Reader] = {
    "docx": _docx,
    "odt": _odt,
    "pdf": _pdf,
    "html": _html,
    "md": _markdown,
    "txt": _text,
}
"""Every format that can be read back, by the ending of its file name."""

_TEXTS = {
    "docx": "docx",
    "odt": "odt",
    "pdf": "pdf",
    "html": "html",
    "mhtml": "mhtml",
    "md": "markdown",
    "txt": "text",
}
"""Every format of which the passages can be read, with the module here that does so."""

_MOST_BYTES = 256 * 1024 * 1024


def read_text(data: bytes, name: str) -> FileText:
    """Read the passages of any file that an officer gets.

    Args:
        data: its bytes.
        name: its name; the bytes decide what kind of file it is, the name only where they cannot.

    Returns:
        What the file says, with remarks on how it had to be read.

    Raises:
        Refused: it cannot be read; the finding says what it is and what to do.
    """
    from pmg_docs.readers.recognising import recognise
    from pmg_docs.readers.refusals import too_much

    try:
        if len(data) > _MOST_BYTES:
            raise too_much()
        kind = recognise(data, name)
        module = import_module(f"{__name__}.{_TEXTS[kind.format]}")
        reader: Callable[[bytes], FileText] = module.read_text
        found = reader(data)
    except Refused as refused:
        raise _placed_in(name, refused) from refused
    except (RecursionError, MemoryError) as problem:
        raise _placed_in(name, too_much()) from problem
    remarks = (*kind.remarks, *found.remarks)
    return replace(found, remarks=tuple(_placed(remark, name) for remark in remarks))


def _placed_in(name: str, refused: Refused) -> Refused:
    return Refused(_placed(finding, name) for finding in refused.findings)


def _placed(finding: Diagnostic, name: str) -> Diagnostic:
    return finding if finding.where else replace(finding, where=Place(name, 0))
