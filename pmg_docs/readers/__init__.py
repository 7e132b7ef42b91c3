"""From the bytes of a file back to its words, one reader a format, apart from every writer.

A reader sees what a person sees: any container, header, footer or note that shows words.
"""

from collections.abc import Mapping
from typing import Protocol

from pmg_docs.model.passage import FileText, Passage
from pmg_docs.model.passages import tidy
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


def read_text(data: bytes, name: str) -> FileText:
    """The passages of a text: its paragraphs, for as long as no reader gives more."""
    passages, line = [], 1
    for paragraph in data.decode("utf-8", "replace").split("\n\n"):
        if words := tidy(paragraph):
            before = len(paragraph) - len(paragraph.lstrip("\n"))
            passages.append(Passage(words, line=line + before))
        line += paragraph.count("\n") + 2
    return FileText(name.rpartition(".")[2], tuple(passages))
