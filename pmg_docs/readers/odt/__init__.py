"""The words and passages of an ODF text file, whoever wrote it.

Apart from the writer on purpose: it proves what the writer made, and it reads letters that came
back from LibreOffice or Word with tracked changes and text boxes in them. Inserted words count,
deleted and hidden words do not.
"""

from pmg_docs.model.passage import FileText
from pmg_docs.model.words import FileWords
from pmg_docs.readers.archive import refusing_damage
from pmg_docs.readers.draft import passages_of
from pmg_docs.readers.odt.file import open_file
from pmg_docs.readers.odt.walk import Walk, properties_of
from pmg_docs.readers.walked import drafts_of, file_words

__all__ = ["read", "read_text"]

_KIND = "ODF-bestand (.odt)"
_HINT = "Open het in LibreOffice en sla het opnieuw op als .odt, zonder wachtwoord."


def read(data: bytes) -> FileWords:
    """Read the words of an ODF text file.

    Raises:
        Refused: PMG501, these bytes are no readable ODF text file.
    """
    with refusing_damage(_KIND, _HINT):
        return file_words(Walk(open_file(data)))


def read_text(data: bytes) -> FileText:
    """Read the passages of an ODF text file: text, headers, footers, notes, comments.

    Raises:
        Refused: PMG501, PMG512 or PMG513: these bytes are no readable ODF text file.
    """
    with refusing_damage(_KIND, _HINT):
        file = open_file(data)
        return FileText(
            "odt", tuple(passages_of(drafts_of(Walk(file)))), properties=properties_of(file)
        )
