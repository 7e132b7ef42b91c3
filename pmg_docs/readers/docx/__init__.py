"""The words and passages of a Word file, whoever wrote it.

Apart from the writer and from python-docx on purpose: it proves what the writer made, and it reads
letters that came back from Word with content controls, tracked changes and text boxes in them.
Inserted words count, deleted and hidden words do not.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.errors import Refused
from pmg_docs.model.passage import FileText
from pmg_docs.model.words import FileWords
from pmg_docs.readers.archive import DAMAGE
from pmg_docs.readers.docx.file import open_file
from pmg_docs.readers.docx.stored import baseline_of, properties_of, store_of
from pmg_docs.readers.docx.walk import Walk
from pmg_docs.readers.draft import passages_of, words_of

__all__ = ["read", "read_text"]


def read(data: bytes) -> FileWords:
    """Read the words of a Word file.

    Raises:
        Refused: PMG501, these bytes are no readable Word file.
    """
    with _refusing_damage():
        walk = Walk(open_file(data))
        body = words_of(walk.body())
        first, follow_on = walk.frame_parts
        return FileWords(
            body=body,
            first=tuple(words_of(walk.frame(name)) for name in first),
            follow_on=tuple(words_of(walk.frame(name)) for name in follow_on),
            notes=tuple(words_of(drafts) for drafts in walk.notes()),
        )


def read_text(data: bytes) -> FileText:
    """Read the passages of a Word file: text, headers, footers, notes, comments.

    Raises:
        Refused: PMG501, these bytes are no readable Word file.
    """
    with _refusing_damage():
        file = open_file(data)
        walk = Walk(file)
        drafts = [*walk.body(), *walk.frames()]
        drafts += [draft for note in walk.notes() for draft in note]
        drafts += walk.comments()
        return FileText(
            "docx",
            tuple(passages_of(drafts)),
            store=store_of(file),
            baseline=baseline_of(file),
            properties=properties_of(file),
        )


@contextmanager
def _refusing_damage() -> Iterator[None]:
    try:
        yield
    except DAMAGE as problem:
        raise Refused(
            Diagnostic(
                "PMG501",
                "Dit is geen leesbaar Word-bestand (.docx).",
                hints=("Open het in Word en sla het opnieuw op als .docx, zonder wachtwoord.",),
            )
        ) from problem
