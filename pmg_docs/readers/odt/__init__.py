"""The words of an ODF text file, whoever wrote it.

Apart from the writer on purpose: it proves what the writer made, and it reads letters that came
back from LibreOffice or Word with tracked changes and text boxes in them. Inserted words count,
deleted and hidden words do not.
"""

from lxml import etree

from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.errors import Refused
from pmg_docs.model.words import FileWords, split_words
from pmg_docs.readers.archive import DAMAGE
from pmg_docs.readers.odt.file import TextFile, open_file
from pmg_docs.readers.odt.masters import faces
from pmg_docs.readers.odt.notes import Notes
from pmg_docs.readers.odt.stream import Stream
from pmg_docs.readers.odt.styles import Styles

__all__ = ["read"]


def read(data: bytes) -> FileWords:
    """Read the words of an ODF text file.

    Raises:
        Refused: PMG501, these bytes are no readable ODF text file.
    """
    try:
        return _words(open_file(data))
    except DAMAGE as problem:
        raise Refused(
            Diagnostic(
                "PMG501",
                "Dit is geen leesbaar ODF-bestand (.odt).",
                hints=(
                    "Open het in LibreOffice en sla het opnieuw op als .odt, zonder wachtwoord.",
                ),
            )
        ) from problem


def _words(file: TextFile) -> FileWords:
    notes = Notes.of(file.body)
    (_, first), *later = faces(file) or (("", ()),)
    follow_on = dict.fromkeys(part for _, parts in later for part in parts)

    def words_of(root: etree._Element, styles: Styles) -> tuple[str, ...]:
        return split_words(Stream.over(styles, notes).text(root))

    return FileWords(
        body=words_of(file.body, file.styles),
        first=tuple(words_of(part, file.page_styles) for part in first),
        follow_on=tuple(words_of(part, file.page_styles) for part in follow_on),
        later_pages=tuple(
            (name, tuple(words_of(part, file.page_styles) for part in parts))
            for name, parts in later
        ),
        notes=tuple(words_of(element, file.styles) for element in notes.elements),
    )
