"""The words of a Word file, whoever wrote it.

Apart from the writer and from python-docx on purpose: it proves what the writer made, and it reads
letters that came back from Word with content controls, tracked changes and text boxes in them.
Inserted words count, deleted and hidden words do not.
"""

from lxml import etree

from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.errors import Refused
from pmg_docs.model.words import FileWords, split_words
from pmg_docs.readers.archive import DAMAGE
from pmg_docs.readers.docx.file import WordFile, open_file
from pmg_docs.readers.docx.notes import Notes
from pmg_docs.readers.docx.numbers import Numbers
from pmg_docs.readers.docx.sections import faces
from pmg_docs.readers.docx.stream import Stream

__all__ = ["read"]


def read(data: bytes) -> FileWords:
    """Read the words of a Word file.

    Raises:
        Refused: PMG501, these bytes are no readable Word file.
    """
    try:
        return _words(open_file(data))
    except DAMAGE as problem:
        raise Refused(
            Diagnostic(
                "PMG501",
                "Dit is geen leesbaar Word-bestand (.docx).",
                hints=("Open het in Word en sla het opnieuw op als .docx, zonder wachtwoord.",),
            )
        ) from problem


def _words(file: WordFile) -> FileWords:
    notes, numbers = Notes.of(file), Numbers.of(file)
    (_, first), *later = faces(file) or (("", ()),)
    follow_on = dict.fromkeys(part for _, parts in later for part in parts)

    def words_of(root: etree._Element) -> tuple[str, ...]:
        return split_words(Stream(numbers.afresh(), notes).text(root))

    return FileWords(
        body=words_of(file.part(file.document)),
        first=tuple(words_of(file.part(name)) for name in first),
        follow_on=tuple(words_of(file.part(name)) for name in follow_on),
        later_pages=tuple(
            (name, tuple(words_of(file.part(p)) for p in parts)) for name, parts in later
        ),
        notes=tuple(words_of(element) for element in notes.elements),
    )
