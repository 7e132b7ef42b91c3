"""Markdown's block elements become the tree's."""

import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from decimal import Decimal

from pmg_docs.compose.environment import Located
from pmg_docs.compose.inlines import InlineBuilder
from pmg_docs.compose.ledger import ItemMark, Ledger, TableToken
from pmg_docs.compose.markdown import (
    Parsed,
    check_notes,
    check_tables,
    mark_items,
    parse_markdown,
)
from pmg_docs.compose.notes import NoteBook
from pmg_docs.compose.sources import Sources
from pmg_docs.dutch.numbers import write_number
from pmg_docs.inputs.table_size import MOST_CELLS, endless_table
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.document import (
    Align,
    Block,
    Cell,
    Heading,
    ListBlock,
    Note,
    Paragraph,
    Quotation,
    Table,
)
from pmg_docs.model.place import Place

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_MOST_COLUMNS = 8
"""Beside each other in 129 mm, each column keeps room for a word of nine letters."""
_INLINE = frozenset({"strong", "em", "a", "sup", "code", "img", "br"})
_REFUSED = {
    "pre": (
        "een blok dat vier spaties inspringt",
        "Begin de regel links, of maak er een lijst van.",
    ),
    "hr": ("een streep over de pagina", "Haal de regel met streepjes weg."),
}


class TreeBuilder:
    """Builds the blocks of one document from its Markdown.

    Args:
        ledger: what the tokens in the Markdown stand for.
        findings: gathers what is wrong.
        expand: makes the blocks of a table that the text asks for.
        sources: the templates, to point at a word in one.
    """

    def __init__(
        self,
        ledger: Ledger,
        findings: list[Diagnostic],
        expand: Callable[[TableToken, "TreeBuilder"], Table | None],
        sources: Sources,
    ) -> None:
        self._ledger, self._findings, self._expand = ledger, findings, expand
        self._book = NoteBook()
        self._notes: dict[str, ET.Element] = {}
        self._inlines = InlineBuilder(ledger, self._book, findings, sources)
        self._depth = 0
        self._note_names: set[str] = set()

    def blocks(self, text: str) -> tuple[Block, ...]:
        """The blocks of a Markdown text; its footnotes are kept for `notes`.

        Raises:
            Located: its tables have more cells than anything could make.
        """
        if (line := endless_table(text)) is not None:
            raise Located(_endless(self._ledger.place_in(line)))
        self._findings.extend(check_tables(text, self._ledger.place_in))
        self._findings.extend(check_notes(text, self._note_names, self._ledger.place_in))
        parsed: Parsed = parse_markdown(mark_items(text, self._ledger.token))
        self._notes.update(parsed.notes)
        return tuple(self._children(parsed.root))

    def notes(self) -> tuple[Note, ...]:
        """The footnotes that the text refers to, in order of number."""
        names = self._book.names()
        self._depth = 1  # a list in a note stands as deep in the text as one in a list
        built = tuple(
            Note(number, tuple(self._children(self._notes[name])))
            for number, name in enumerate(names, start=1)
            if name in self._notes
        )
        self._depth = 0
        for name in self._book.names()[len(names) :]:
            self._findings.append(
                Diagnostic("PMG254", f"De voetnoot [^{name}] staat in een andere voetnoot.",
                           self._inlines.where(self._notes[name]),
                           hints=("Zet de verwijzing in de tekst zelf.",))
            )  # fmt: skip
        for name, element in self._notes.items():
            if name not in self._book:
                self._findings.append(
                    Diagnostic("PMG254", f"Nergens in de tekst staat voetnoot [^{name}].",
                               self._inlines.where(element),
                               hints=(f"Zet [^{name}] waar de noot hoort, of haal hem weg.",))
                )  # fmt: skip
        return built

    def _children(self, element: ET.Element) -> Iterator[Block]:
        loose = _loose_text(element)
        if loose is not None:
            yield from self._paragraph(loose)
        for child in element:
            if child.tag not in _INLINE:
                yield from self._block(child)

    def _block(self, element: ET.Element) -> Iterator[Block]:
        where = self._inlines.where(element)
        if element.tag == "p":
            yield from self._paragraph(element)
        elif element.tag in _HEADINGS:
            yield Heading(_HEADINGS[element.tag], self._inlines.line(element), where=where)
        elif element.tag in {"ul", "ol"}:
            yield ListBlock(tuple(self._items(element)), element.tag == "ol", where)
        elif element.tag == "blockquote":
            yield Quotation(tuple(self._children(element)), where)
        elif element.tag == "table":
            yield self._table(element)
        else:
            what, hint = _REFUSED.get(element.tag, (f"<{element.tag}>", "Schrijf gewone tekst."))
            self._findings.append(
                Diagnostic("PMG251", f"Een brief kent {what} niet.", where, hints=(hint,))
            )

    def _items(self, element: ET.Element) -> Iterator[tuple[Block, ...]]:
        self._depth += 1
        marks = [self._ledger.first_item_in("".join(item.itertext())) for item in element]
        counts_itself = len(marks) > 1 and all(m is not None and m.number == 1 for m in marks)
        for number, (item, mark) in enumerate(zip(element, marks, strict=True), start=1):
            where = self._inlines.where(item)
            if mark is not None:
                self._inlines.settle(mark)
                expected = 1 if counts_itself else number
                self._findings.extend(_misread(mark, expected, self._depth, where))
            yield tuple(self._children(item))
        self._depth -= 1

    def _paragraph(self, element: ET.Element) -> Iterator[Block]:
        token = self._inlines.table_in(element)
        if token is not None:
            table = self._expand(token, self)
            if table is not None:
                yield table
            return
        where = self._inlines.where(element)
        line = self._inlines.line(element)
        if line:
            yield Paragraph(line, where)

    def _table(self, element: ET.Element) -> Table:
        where = self._inlines.where(element)
        rows = [self._row(row) for row in element.iter("tr")]
        header, *body = rows
        if len(header) > _MOST_COLUMNS:
            self._findings.append(
                Diagnostic("PMG258", f"Deze tabel heeft {len(header)} kolommen; er passen er "
                           f"hooguit {_MOST_COLUMNS} op een staande bladzijde.", where,
                           hints=("Maak er twee tabellen van, of zet de rijen in de kolommen.",))
            )  # fmt: skip
        shown = header if any(cell.blocks for cell in header) else ()
        return Table(rows=tuple(body), header=shown, where=where)

    def _row(self, row: ET.Element) -> tuple[Cell, ...]:
        self._inlines.begin_row(row)
        return tuple(self._cell(cell) for cell in row)

    def _cell(self, element: ET.Element) -> Cell:
        style = element.get("style", "")
        align = next((a for a in Align if style.endswith(f"{a.value};")), Align.LEFT)
        line = self._inlines.line(element)
        return Cell((Paragraph(line),) if line else (), align)


def _endless(where: Place | None) -> Diagnostic:
    most = write_number(Decimal(MOST_CELLS))
    return Diagnostic(
        "PMG330", f"De tabellen in deze brief hebben meer dan {most} cellen.",
        where, hints=("Elke rij krijgt zoveel cellen als de eerste; maak die korter.",),
    )  # fmt: skip


def _misread(mark: ItemMark, number: int, depth: int, where: Place | None) -> Iterator[Diagnostic]:
    """What is wrong with an item that Markdown read otherwise than it looks."""
    if mark.number and mark.number != number:
        yield Diagnostic(
            "PMG250",
            f"Deze regel begint met {mark.sign} als in een lijst, maar {number}. is aan de beurt.",
            where,
            hints=(
                f"Is het geen lijst, schrijf dan {mark.number}\\. of begin de zin anders.",
                "Een nieuwe lijst begint na een gewone zin.",
            ),
        )
    elif mark.indent != 4 * (depth - 1):
        yield Diagnostic(
            "PMG256", f"Deze regel van een lijst springt {mark.indent} spaties in.", where,
            hints=("Een lijst in een lijst springt vier spaties in, en zo elke lijst daarbinnen.",
                   "Zet zo nodig een lege regel tussen een lijst en de lijst daarbinnen."),
        )  # fmt: skip


def _loose_text(element: ET.Element) -> ET.Element | None:
    """The text of a tight list item as a paragraph of its own, without the lists inside it."""
    inline = [child for child in element if child.tag in _INLINE]
    if not inline and not (element.text or "").strip():
        return None
    paragraph = ET.Element("p")
    paragraph.text = element.text
    paragraph.extend(inline)
    return paragraph
