"""Tables as HTML: a title over all columns, heads of columns, heads of rows."""

from collections.abc import Callable

from markupsafe import Markup

from pmg_docs.model.document import Block, Cell, Line, Paragraph, Table, plain_text
from pmg_docs.writers.html.inline import tidy
from pmg_docs.writers.keeping import is_short, is_small

WriteBlocks = Callable[[tuple[Block, ...], str], Markup]
WriteLine = Callable[[Line, str], Markup]


def table_html(table: Table, blocks: WriteBlocks, line: WriteLine, *, printed: bool) -> Markup:
    """A table; on a screen it scrolls within itself where it is wider than the page."""
    head = _title(table, line)
    if table.header:
        head += _row(table.header, blocks, "col")
    heads = "row" if table.has_row_heads else ""
    # A row may run over a page where only its last cell is long: else the words of two half
    # cells would stand between each other.
    splits = table.has_row_heads and table.columns == 2
    inner = Markup('<table class="{}">\n{}{}<tbody>\n{}</tbody>\n</table>').format(
        "pmg-splitst" if splits else "pmg-heel",
        _columns(table.widths),
        Markup("<thead>\n{}</thead>\n").format(head) if head else "",
        Markup().join(_row(row, blocks, heads) for row in table.rows),
    )
    if printed:
        kept = " pmg-bijeen" if is_small(table) else ""
        return Markup('<div class="pmg-tabel{}">{}</div>').format(kept, inner)
    return Markup(
        '<div class="pmg-tabel" role="group" tabindex="0" aria-label="{}">\n{}\n</div>'
    ).format(tidy(_name(table)), inner)


def _name(table: Table) -> str:
    """What a table is called when it is heard: its title, else the heads of its columns."""
    heads = (b.children for c in table.header for b in c.blocks if isinstance(b, Paragraph))
    words = ", ".join(plain_text(line) for line in table.title or tuple(heads))
    return f"Tabel: {words}" if words else "Tabel"


def _columns(widths: tuple[int, ...]) -> Markup:
    if not widths:
        return Markup()
    columns = Markup().join(Markup('<col style="width: {}%">').format(w) for w in widths)
    return Markup("<colgroup>{}</colgroup>\n").format(columns)


def _title(table: Table, line: WriteLine) -> Markup:
    if not table.title:
        return Markup()
    lines = Markup("\n").join(line(part, "tabel_titel") for part in table.title)
    return Markup(
        '<tr class="pmg-titelrij"><th scope="colgroup" colspan="{}">{}</th></tr>\n'
    ).format(table.columns, lines)


def _row(cells: tuple[Cell, ...], blocks: WriteBlocks, scope: str) -> Markup:
    made: list[Markup] = []
    for index, cell in enumerate(cells):
        is_head = scope == "col" or (scope == "row" and index == 0)
        role = "tabel_kop" if is_head else "tabel_cel"
        start = Markup('th scope="{}"').format(scope) if is_head else Markup("td")
        made.append(
            Markup('<{} class="pmg-{}">{}</{}>').format(
                start, cell.align.value, blocks(cell.blocks, role), start[:2]
            )
        )
    start = Markup('tr class="pmg-kort"') if is_short(cells) else Markup("tr")
    return Markup("<{}>{}</tr>\n").format(start, Markup().join(made))
