"""The footnotes part."""

from pmg_docs.model.document import Note, Paragraph
from pmg_docs.writers.docx.controls.kinds import choose_kinds
from pmg_docs.writers.docx.ooxml import R, W, parse, serialise
from pmg_docs.writers.docx.styles import NOTE_MARK
from pmg_docs.writers.docx.text.body import Scribe
from pmg_docs.writers.docx.text.spot import Spot

_MARK = f'<w:r><w:rPr><w:rStyle w:val="{NOTE_MARK}"/></w:rPr><w:footnoteRef/></w:r>'
_SPACE = '<w:r><w:t xml:space="preserve"> </w:t></w:r>'


def notes_part(notes: tuple[Note, ...], scribe: Scribe, width: int) -> bytes:
    """The part with the lines that separate notes from the text, and the notes themselves."""
    written = "".join(_note(note, scribe, Spot("noot", width)) for note in notes)
    root = parse(
        f'<w:footnotes xmlns:w="{W}" xmlns:r="{R}">'
        f"{_separator(-1, 'separator')}{_separator(0, 'continuationSeparator')}{written}"
        "</w:footnotes>".encode()
    )
    choose_kinds(root)
    return serialise(root)


def _separator(identity: int, kind: str) -> str:
    spacing = '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
    return (
        f'<w:footnote w:type="{kind}" w:id="{identity}"><w:p><w:pPr>{spacing}</w:pPr>'
        f"<w:r><w:{kind}/></w:r></w:p></w:footnote>"
    )


def _note(note: Note, scribe: Scribe, spot: Spot) -> str:
    """A note; its mark stands in its first paragraph, which is made where it opens otherwise."""
    blocks = note.blocks
    runs, rest = "", blocks
    if blocks and isinstance(blocks[0], Paragraph):
        runs, rest = scribe.story.line(blocks[0].children), blocks[1:]
    first = scribe.paragraph(_MARK + _SPACE + runs, spot)
    return f'<w:footnote w:id="{note.number}">{first}{scribe.blocks(rest, spot)}</w:footnote>'
