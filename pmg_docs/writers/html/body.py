"""The blocks of a document as HTML.

Printed HTML differs from that for a screen in three ways, all for the sake of paper: a footnote
stands where it is referred to, so that it lands on that page; the number of a list item is text,
so that it stays before its item in the text of the file; and nothing is made to scroll. What HTML
has no word for, such as a note, says so in `data-tag`, for the tags of the file.
"""

from collections.abc import Iterable

from markupsafe import Markup

from pmg_docs.model.document import (
    Aside,
    Block,
    Document,
    Emphasis,
    FactText,
    Heading,
    Inline,
    Line,
    Link,
    ListBlock,
    NoteRef,
    Paragraph,
    Quotation,
    Signatures,
    Strong,
    Table,
    Text,
    plain_text,
    walk_line,
)
from pmg_docs.writers.html.inline import (
    fact_html,
    note_link,
    printed_call,
    printed_number,
    words_html,
)
from pmg_docs.writers.html.signing import aside_html, signatures_html
from pmg_docs.writers.html.table import table_html
from pmg_docs.writers.keeping import leads_in

_NOTHING = Markup()
_DEEPEST = 3
_NESTING = {"tekst": "lijst"}
_HEADED = frozenset({"noot_redactie"})
"""Roles in which a heading looks like the text around it, set in bold."""


class Body:
    """Writes the blocks and notes of one document.

    A page that shows more of a document than its words overrides `heading`, `paragraph`, `words`,
    `fact`, `link` and `table`: all words go through the first two, in the order of reading.

    Args:
        document: the document.
        printed: whether the HTML is for paper.
        prefix: what the names of its elements begin with, where a page holds more documents.
        depth: the level of what stands above its headings.
    """

    notes_name = "Voetnoten"
    """What the part with the notes is called when it is heard."""

    def __init__(
        self, document: Document, *, printed: bool, prefix: str = "", depth: int = 1
    ) -> None:
        self._notes = {note.number: note for note in document.notes}
        self._printed = printed
        self._prefix = prefix
        self._depth = depth
        self._shown: set[int] = set()

    def blocks(
        self, blocks: Iterable[Block], role: str = "tekst", lead: Markup = _NOTHING
    ) -> Markup:
        """Blocks under each other; `lead` goes in front of the words of the first."""
        made: list[Markup] = []
        every = tuple(blocks)
        for position, block in enumerate(every, start=1):
            if lead and not isinstance(block, Paragraph):
                made.append(Markup('<p class="pmg-{}">{}</p>').format(role, lead))
                lead = Markup()
            is_kept = leads_in(block, every[position : position + 2])
            made.append(self._block(block, role, lead, is_kept=is_kept))
            lead = Markup()
        if lead:
            made.append(Markup('<p class="pmg-{}">{}</p>').format(role, lead))
        return Markup("\n").join(made)

    def line(self, line: Line) -> Markup:
        """Inlines after each other."""
        return Markup().join(self._inline(inline) for inline in line)

    def notes(self) -> Markup:
        """The notes that stand at the end: all on a screen, none on paper."""
        if self._printed or not self._notes:
            return Markup()
        items = Markup("\n").join(
            Markup('<li id="{}noot-{}">{}\n{}</li>').format(
                self._prefix,
                note.number,
                self.blocks(note.blocks, "noot"),
                note_link(note.number, back=True, prefix=self._prefix),
            )
            for note in self._notes.values()
        )
        return Markup(
            '<section class="pmg-noten" role="doc-endnotes" aria-label="{}">\n'
            "<ol>\n{}\n</ol>\n</section>"
        ).format(self.notes_name, items)

    def _block(self, block: Block, role: str, lead: Markup, *, is_kept: bool) -> Markup:
        match block:
            case Heading():
                return self.heading(block, role)
            case Paragraph():
                own = role if block.role == "tekst" else block.role
                return self.paragraph(block.children, own, lead, is_kept=is_kept)
            case ListBlock():
                return self._list(block, _NESTING.get(role, role))
            case Table():
                return self.table(block)
            case Quotation():
                return Markup("<blockquote>\n{}\n</blockquote>").format(
                    self.blocks(block.blocks, "citaat")
                )
            case Signatures():
                return signatures_html(block, self.paragraph)
            case Aside():
                return aside_html(block, self.blocks(block.blocks, block.role))

    def heading(self, block: Heading, role: str) -> Markup:
        """A heading with its label."""
        label = Markup('<span class="pmg-nummering">{}</span> ').format(block.label)
        own = f"kop_{min(block.level, _DEEPEST)}"
        return Markup('<h{0} class="pmg-{1}{2}"{3}>{4}{5}</h{0}>').format(
            min(block.level + self._depth, 6),
            role if role in _HEADED else own,
            " pmg-genummerd" if block.label else "",
            self._bookmark(block),
            label if block.label else "",
            self.line(block.children),
        )

    def _bookmark(self, block: Heading) -> Markup:
        """What a list of headings calls it on paper: its words without references to notes."""
        title = " ".join(f"{block.label} {plain_text(block.children)}".split())
        return Markup(' data-kop="{}"').format(title) if self._printed else _NOTHING

    def paragraph(
        self, line: Line, role: str, lead: Markup = _NOTHING, *, is_kept: bool = False
    ) -> Markup:
        """A line of running text."""
        # HTML closes a <p> at the first block inside it, such as a footnote: paper gets a <div>
        # that becomes a paragraph again after parsing.
        holds_note = self._printed and any(isinstance(i, NoteRef) for i in walk_line(line))
        start = Markup('div data-tag="p"') if holds_note else Markup("p")
        kept = " pmg-hoort_bij_volgende" if is_kept else ""
        return Markup('<{} class="pmg-{}{}">{}{}</{}>').format(
            start, role, kept, lead, self.line(line), "div" if holds_note else "p"
        )

    def _list(self, block: ListBlock, role: str) -> Markup:
        items: list[Markup] = []
        for number, item in enumerate(block.items, start=1):
            printed = Markup('<span class="pmg-nummer" data-tag="Lbl">{}.</span> ').format(number)
            lead = printed if block.is_ordered and self._printed else Markup()
            items.append(Markup("<li>{}</li>").format(self.blocks(item, role, lead)))
        tag = "ol" if block.is_ordered else "ul"
        return Markup("<{0}>\n{1}\n</{0}>").format(tag, Markup("\n").join(items))

    def _inline(self, inline: Inline) -> Markup:
        match inline:
            case Text():
                return self.words(inline)
            case FactText():
                return self.fact(inline)
            case Strong():
                return Markup("<strong>{}</strong>").format(self.line(inline.children))
            case Emphasis():
                return Markup("<em>{}</em>").format(self.line(inline.children))
            case Link():
                return self.link(inline)
            case NoteRef():
                return self._reference(inline.number)

    def table(self, table: Table) -> Markup:
        """A table."""
        return table_html(table, self.blocks, self.paragraph, printed=self._printed)

    def words(self, text: Text) -> Markup:
        """Words that no fact gave."""
        return words_html(text.text)

    def fact(self, fact: FactText) -> Markup:
        """Words from facts."""
        return fact_html(fact, with_direction=not self._printed)

    def link(self, link: Link) -> Markup:
        """Words that lead somewhere."""
        # HTML knows no link inside a link, such as the reference to a note in its words: on paper
        # it becomes one after parsing.
        start = Markup('span data-tag="a"') if self._printed else Markup("a")
        return Markup('<{} href="{}">{}</{}>').format(
            start, link.href, self.line(link.children), "span" if self._printed else "a"
        )

    def _reference(self, number: int) -> Markup:
        is_first = number not in self._shown
        self._shown.add(number)
        if not self._printed:
            return note_link(number, is_target=is_first, prefix=self._prefix)
        call = printed_call(number, is_target=is_first)
        if not is_first or number not in self._notes:
            return call
        note = self.blocks(self._notes[number].blocks, "noot", printed_number(number))
        return call + Markup(
            '<div class="pmg-voetnoot" id="noot-{}" data-tag="Note">{}</div>'
        ).format(number, note)
