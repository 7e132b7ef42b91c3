"""Facts marked `openbaar: nee` in a document that anybody may read.

A letter to a Chamber is published as a Kamerstuk, a press release by its nature. The note for
editors is no part of that: it says that it is not for publication, and a web page leaves it out.
"""

from collections.abc import Iterator

from pmg_docs.checks.subject import Subject, SubjectLetter, refute
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.document import Aside, FactText, walk_block, walk_line
from pmg_docs.model.place import Place

CODES = frozenset({"PMG299"})


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Each such fact once a letter, where it is first shown."""
    closed = {fact.path for fact in subject.facts if not fact.is_public}
    for letter in subject.letters:
        if not (closed and letter.is_public):
            continue
        shown = {
            name for words in _shown(letter) for origin in words.origins
            if (name := origin.path.split(".")[0]) in closed
        }  # fmt: skip
        for name in sorted(shown):
            yield refute(
                "PMG299", f"{name} is niet openbaar, en dit stuk wel.", _place(letter, name),
                "Haal het feit weg uit dit stuk, of haal 'openbaar: nee' weg uit feiten.yaml.",
            )  # fmt: skip


def _shown(letter: SubjectLetter) -> Iterator[FactText]:
    document = letter.document
    notes = (block for note in document.notes for block in note.blocks)
    blocks = (block for block in (*document.body, *notes) if not isinstance(block, Aside))
    inlines = [inline for block in blocks for inline in walk_block(block)]
    inlines += [
        i for printed in document.first_page for one in printed.lines for i in walk_line(one)
    ]
    yield from (inline for inline in inlines if isinstance(inline, FactText))


def _place(letter: SubjectLetter, name: str) -> Place | None:
    """Where the letter names the fact: in its text, else in its front matter."""
    for passage in letter.passages:
        for piece in passage.pieces:
            origins = piece.fact.origins if piece.fact is not None else ()
            if any(origin.path.split(".")[0] == name for origin in origins):
                return letter.beside(passage, piece.start)
    for lines in letter.head.values():
        for line in lines:
            if line.fact_path.split(".")[0] == name:
                return line.where
    return Place(letter.file)
