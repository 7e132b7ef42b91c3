"""The words and passages of a Word file, whoever wrote it.

Apart from the writer and from python-docx on purpose: it proves what the writer made, and it reads
letters that came back from Word with content controls, tracked changes and text boxes in them.
Inserted words count, deleted and hidden words do not.
"""

from pmg_docs.model.passage import FileText
from pmg_docs.model.words import FileWords
from pmg_docs.readers.archive import refusing_damage
from pmg_docs.readers.docx.file import open_file
from pmg_docs.readers.docx.stored import baseline_of, properties_of, store_of
from pmg_docs.readers.docx.walk import Walk
from pmg_docs.readers.draft import passages_of
from pmg_docs.readers.walked import drafts_of, file_words

__all__ = ["read", "read_text"]

_KIND = "Word-bestand (.docx)"
_HINT = "Open het in Word en sla het opnieuw op als .docx, zonder wachtwoord."


def read(data: bytes) -> FileWords:
    """Read the words of a Word file.

    Raises:
        Refused: PMG501, these bytes are no readable Word file.
    """
    with refusing_damage(_KIND, _HINT):
        return file_words(Walk(open_file(data)))


def read_text(data: bytes) -> FileText:
    """Read the passages of a Word file: text, headers, footers, notes, comments.

    Raises:
        Refused: PMG501, PMG512 or PMG513: these bytes are no readable Word file.
    """
    with refusing_damage(_KIND, _HINT):
        file = open_file(data)
        return FileText(
            "docx",
            tuple(passages_of(drafts_of(Walk(file)))),
            store=store_of(file),
            baseline=baseline_of(file),
            properties=properties_of(file),
        )
