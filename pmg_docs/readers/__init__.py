"""From the bytes of a file back to its words, one reader a format, apart from every writer.

A reader sees what a person sees: any container, header, footer or note that shows words.
"""

from collections.abc import Mapping
from typing import Protocol

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
