"""Words in a line: runs, links and the marks of footnotes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from pmg_docs.model.document import (
    Emphasis,
    FactText,
    Inline,
    Line,
    Link,
    NoteRef,
    Strong,
    Text,
)
from pmg_docs.specs.style import Style
from pmg_docs.writers.docx.controls.store import Store
from pmg_docs.writers.docx.ooxml import R, xml_text
from pmg_docs.writers.docx.package import OFFICE, Relationship
from pmg_docs.writers.docx.styles import LINK, NOTE_MARK

_RIGHT_TO_LEFT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_SCRIPTS = re.compile(f"([{_RIGHT_TO_LEFT}]+(?:[ \u00a0]+[{_RIGHT_TO_LEFT}]+)*)")
_SCHEMES = ("https://", "http://", "mailto:")
NO_BREAK_HYPHEN = "\u2011"


@dataclass(frozen=True, slots=True)
class Dress:
    """How a run differs from its paragraph."""

    is_strong: bool = False
    is_slanted: bool = False
    is_link: bool = False
    shade: str = ""

    def properties(self, is_right_to_left: bool) -> str:
        """The run properties, in the order of the schema."""
        parts = [
            f'<w:rStyle w:val="{LINK}"/>' if self.is_link else "",
            "<w:b/><w:bCs/>" if self.is_strong else "",
            "<w:i/><w:iCs/>" if self.is_slanted else "",
            f'<w:shd w:val="clear" w:color="auto" w:fill="{self.shade}"/>' if self.shade else "",
            "<w:rtl/>" if is_right_to_left else "",
        ]
        inner = "".join(parts)
        return f"<w:rPr>{inner}</w:rPr>" if inner else ""


@dataclass(slots=True)
class Story:
    """One part that holds text: its links, and the notes that its text has referred to.

    `repeated` are the notes that the tree refers to more than once: Word takes a footnote at one
    place only, and a cross-reference at every later one.
    """

    style: Style
    prefix: str
    store: Store
    known_notes: frozenset[int] = frozenset()
    repeated: frozenset[int] = frozenset()
    links: dict[str, str] = field(default_factory=dict)
    seen_notes: set[int] = field(default_factory=set)

    def relationships(self) -> tuple[Relationship, ...]:
        """The relationships that the links of this part need."""
        kind = f"{OFFICE}/hyperlink"
        return tuple(Relationship(i, kind, href, True) for href, i in self.links.items())

    def line(self, line: Line, dress: Dress | None = None) -> str:
        """The runs of a line."""
        worn = dress or Dress()
        return "".join(self._inline(inline, worn) for inline in line)

    def _inline(self, inline: Inline, dress: Dress) -> str:
        match inline:
            case Text():
                return text_runs(inline.text, dress)
            case FactText():
                shade = self.store.gap_shade if inline.is_open else dress.shade
                worn = replace(dress, shade=shade)
                runs = text_runs(inline.text, worn)
                return self.store.control(inline, runs, worn.properties(False))
            case Strong():
                return self.line(inline.children, replace(dress, is_strong=True))
            case Emphasis():
                return self.line(inline.children, replace(dress, is_slanted=True))
            case Link():
                return self._link(inline, dress)
            case NoteRef():
                return self._note(inline.number)

    def _link(self, link: Link, dress: Dress) -> str:
        if not link.href.startswith(_SCHEMES):
            return self.line(link.children, dress)
        identity = self.links.setdefault(link.href, f"{self.prefix}{len(self.links) + 1}")
        runs = self.line(link.children, replace(dress, is_link=True))
        return f'<w:hyperlink xmlns:r="{R}" r:id="{identity}">{runs}</w:hyperlink>'

    def _note(self, number: int) -> str:
        if number not in self.known_notes:
            raise ValueError(f"the tree refers to note {number}, which it does not hold")
        if number in self.seen_notes:
            return _cross_reference(number)
        self.seen_notes.add(number)
        mark = f'{_note_run()}<w:footnoteReference w:id="{number}"/></w:r>'
        if number not in self.repeated:
            return mark
        return (
            f'<w:bookmarkStart w:id="{number}" w:name="_Noot{number}"/>{mark}'
            f'<w:bookmarkEnd w:id="{number}"/>'
        )


def text_runs(text: str, dress: Dress) -> str:
    """The runs of plain words; words in a right-to-left script get runs of their own."""
    pieces = _SCRIPTS.split(text)
    return "".join(
        f"<w:r>{dress.properties(position % 2 == 1)}{''.join(_texts(piece))}</w:r>"
        for position, piece in enumerate(pieces)
        if piece
    )


def _texts(text: str) -> Iterator[str]:
    for position, piece in enumerate(text.split(NO_BREAK_HYPHEN)):
        if position:
            # The typefaces of the Rijk have no glyph for it; Word draws this element itself.
            yield "<w:noBreakHyphen/>"
        if piece:
            yield f'<w:t xml:space="preserve">{xml_text(piece)}</w:t>'


def _note_run() -> str:
    return f'<w:r><w:rPr><w:rStyle w:val="{NOTE_MARK}"/></w:rPr>'


def _cross_reference(number: int) -> str:
    run = _note_run()

    def mark(kind: str) -> str:
        return f'{run}<w:fldChar w:fldCharType="{kind}"/></w:r>'

    instruction = f'<w:instrText xml:space="preserve"> NOTEREF _Noot{number} \\f </w:instrText>'
    return (
        f"{mark('begin')}{run}{instruction}</w:r>{mark('separate')}"
        f"{run}<w:t>{number}</w:t></w:r>{mark('end')}"
    )
