"""Blocks of the tree as WordprocessingML."""

from dataclasses import dataclass, replace

from pmg_docs.model.document import (
    Align,
    Aside,
    Block,
    Cell,
    Heading,
    Line,
    ListBlock,
    Paragraph,
    Quotation,
    Signature,
    Signatures,
    Table,
)
from pmg_docs.writers.docx.measures import hex_colour
from pmg_docs.writers.docx.ooxml import twentieths, xml_text
from pmg_docs.writers.docx.text.numbering import LEVELS, Numbering
from pmg_docs.writers.docx.text.runs import Dress, Story, text_runs
from pmg_docs.writers.docx.text.signing import (
    below_office,
    is_in_last_row,
    rule_above,
    signing_table,
    spacer,
)
from pmg_docs.writers.docx.text.spot import Spot
from pmg_docs.writers.docx.text.tables import Grid, row, spoken_name, table
from pmg_docs.writers.keeping import is_short, is_small, leads_in

_DEEPEST_HEADING = 3
_ABOVE_TABLE = 80
"""White between a heading and a table, in twentieths of a point: the table has none of its own."""


@dataclass(frozen=True, slots=True)
class Scribe:
    """Writes the blocks of one part."""

    story: Story
    numbering: Numbering

    def blocks(self, blocks: tuple[Block, ...], spot: Spot) -> str:
        """Blocks below each other; what announces the next one stays with it."""
        written = []
        for position, block in enumerate(blocks, start=1):
            following = blocks[position : position + 2]
            is_kept = leads_in(block, following) if following else spot.is_kept
            before_table = bool(following) and isinstance(following[0], Table)
            here = replace(spot, is_kept=is_kept, is_above_table=before_table)
            written.append(self._block(block, here))
        return "".join(written)

    def _block(self, block: Block, spot: Spot) -> str:
        match block:
            case Heading():
                return self._heading(block, spot)
            case Paragraph():
                own = replace(spot, role=spot.role_of(block))
                return self.paragraph(self.story.line(block.children), own)
            case ListBlock():
                return self._list(block, spot)
            case Quotation():
                return self.blocks(block.blocks, replace(spot, role="citaat"))
            case Table():
                return self._table(block, spot)
            case Signatures():
                return self._signatures(block.signatures, spot.width)
            case Aside():
                rule = self._styled("tekst_dicht", "", rule_above(self.story.style))
                inner = replace(spot, role=block.role, is_aside=block.role != "tekst")
                return rule + self.blocks(block.blocks, inner)

    def _heading(self, heading: Heading, spot: Spot) -> str:
        role = f"kop_{min(heading.level, _DEEPEST_HEADING)}"
        dress = Dress(is_strong=True) if spot.is_aside else Dress()
        label = f"{text_runs(heading.label, dress)}<w:r><w:tab/></w:r>" if heading.label else ""
        runs = label + self.story.line(heading.children, dress)
        if spot.is_aside:
            return self._styled(spot.role, runs, "<w:keepNext/>")
        white = f'<w:spacing w:after="{_ABOVE_TABLE}"/>' if spot.is_above_table else ""
        # The style hangs a heading from its number; one without begins and goes on at the margin.
        flush = "" if label else '<w:ind w:left="0" w:firstLine="0"/>'
        return self._styled(role, runs, white + flush)

    def _signatures(self, signatures: tuple[Signature, ...], width: int) -> str:
        count = len(signatures)
        cells = [
            self._signature(one, is_last=is_in_last_row(position, count))
            for position, one in enumerate(signatures)
        ]
        return signing_table(cells, width) + self._styled("tekst_dicht", "", spacer(0))

    def _signature(self, one: Signature, *, is_last: bool) -> str:
        below = below_office(self.story.style.roles["ondertekening"], is_last=is_last)
        office, name = self.story.line(one.office), self.story.line(one.name)
        above = self._styled("ondertekening", office, "<w:keepNext/><w:keepLines/>")
        kept = "" if is_last else "<w:keepNext/>"
        return above + self._styled("ondertekening", name, kept + below)

    def paragraph(self, runs: str, spot: Spot, number: int | None = None) -> str:
        """A paragraph of runs, with a list number on request."""
        properties = "<w:keepNext/>" if spot.is_kept else ""
        if number is not None:
            properties += (
                f'<w:numPr><w:ilvl w:val="{spot.level}"/><w:numId w:val="{number}"/></w:numPr>'
            )
        if spot.is_in_list and spot.is_framed:
            after = twentieths(self.story.style.roles["tabel_cel"].after)
            properties += f'<w:spacing w:after="{after}"/>'
        if spot.is_in_list and number is None:
            properties += f'<w:ind w:left="{self.numbering.indent(spot.level)}"/>'
        if spot.align is not Align.LEFT:
            properties += f'<w:jc w:val="{spot.align.value}"/>'
        return self._styled(spot.role, runs, properties)

    def _styled(self, role: str, runs: str, properties: str = "") -> str:
        identity = xml_text(self.story.style.roles[role].word)
        return f'<w:p><w:pPr><w:pStyle w:val="{identity}"/>{properties}</w:pPr>{runs}</w:p>'

    def _list(self, block: ListBlock, spot: Spot) -> str:
        level = min(spot.level + 1, LEVELS - 1)
        inner = replace(spot, role="lijst", level=level)
        number = self.numbering.start(level) if block.is_ordered else self.numbering.bullets
        free = replace(inner, is_kept=False)
        others = "".join(self._item(item, free, number) for item in block.items[:-1])
        return others + "".join(self._item(item, inner, number) for item in block.items[-1:])

    def _item(self, item: tuple[Block, ...], spot: Spot, number: int) -> str:
        """An item; its number needs a paragraph, also where the item opens with something else."""
        if item and isinstance(item[0], Paragraph):
            alone = replace(spot, is_kept=spot.is_kept and len(item) == 1)
            first = self.paragraph(self.story.line(item[0].children), alone, number)
            return first + self.blocks(item[1:], spot)
        return self.paragraph("", spot, number) + self.blocks(item, spot)

    def _table(self, block: Table, spot: Spot) -> str:
        grid = Grid.of(block, spot.width)
        inner = replace(spot, role="tabel_cel", level=-1, is_framed=True, is_kept=False)
        heads = replace(inner, role="tabel_kop")
        rows = []
        if block.title:
            title = "".join(self._line_of_title(line) for line in block.title)
            rows.append(row(grid.title_cell(title, self._shade), is_repeated=True))
        if block.header:
            kept = replace(heads, is_kept=True)
            rows.append(row(self._cells(block.header, grid, kept, kept), is_repeated=True))
        first = heads if block.has_row_heads else inner
        for position, cells in enumerate(block.rows, start=1):
            is_kept = is_small(block) and position < len(block.rows)
            spots = (replace(first, is_kept=is_kept), replace(inner, is_kept=is_kept))
            rows.append(row(self._cells(cells, grid, *spots), is_whole=is_short(cells)))
        # Without a paragraph between them Word makes one table of two.
        stays = "<w:keepNext/>" if spot.is_kept else ""
        white = spacer(twentieths(self.story.style.roles["tekst"].after))
        end = self._styled("tekst_dicht", "", stays + white)
        return table(grid, rows, self.story.style, spoken_name(block)) + end

    def _cells(self, cells: tuple[Cell, ...], grid: Grid, first: Spot, others: Spot) -> str:
        written = []
        for column in range(len(grid.widths)):
            spot = replace(first if column == 0 else others, width=grid.room(column))
            content = ""
            if column < len(cells):
                spot = replace(spot, align=cells[column].align)
                content = self.blocks(cells[column].blocks, spot)
            shade = self._shade if others.role == "tabel_kop" else ""
            written.append(grid.cell(column, content or self._styled(spot.role, ""), shade))
        return "".join(written)

    @property
    def _shade(self) -> str:
        return hex_colour(self.story.style, "vlak")

    def _line_of_title(self, line: Line) -> str:
        return self._styled("tabel_titel", self.story.line(line), "<w:keepNext/>")
