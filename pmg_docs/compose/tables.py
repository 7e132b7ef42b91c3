"""Tables made of a fact: `{{ tabel(uitgaven) }}`. Their labels are declared in `_delen`."""

from collections.abc import Callable
from decimal import Decimal

from jinja2 import Undefined

from pmg_docs.compose.fault import TemplateFault
from pmg_docs.compose.figure_tables import distribution_table, series_table
from pmg_docs.compose.ledger import TableToken
from pmg_docs.compose.notation import show
from pmg_docs.compose.parts import sum_of
from pmg_docs.compose.variables import FactValue, fault_of, parts, places
from pmg_docs.model.document import Block, Cell, Inline, Paragraph, Table, Text
from pmg_docs.model.place import Origin, Place
from pmg_docs.model.value import (
    Distribution,
    Gap,
    Municipalities,
    MunicipalityGroup,
    Number,
    PolicyChoice,
    Series,
    TextValue,
)
from pmg_docs.specs.doc_type import Notation
from pmg_docs.specs.table_part import (
    DistributionTable,
    MunicipalitiesTable,
    PolicyTable,
    SeriesTable,
    load_table_part,
)
from pmg_docs.workspace.folder import InputFile, Workspace

MakeCell = Callable[[str, Place], tuple[Block, ...]]
"""From the Markdown of a cell and its place to its blocks."""


def ask_table(fact: object, totaal: object = None) -> TableToken | FactValue:
    """`{{ tabel(uitgaven) }}` in a letter; `totaal=false` leaves the total out.

    Raises:
        TemplateFault: no table can be made of it.
    """
    if isinstance(fact, Undefined):
        str(fact)  # which says what is unknown
    if not isinstance(fact, FactValue):
        raise _no_table()
    value, origins, _, _ = parts(fact)
    if fault_of(fact) is not None or isinstance(value, Gap):
        return fact
    if not isinstance(totaal, bool | None):
        raise TemplateFault(
            "PMG324",
            "Achter totaal= hoort true of false.",
            "Schrijf totaal=true of totaal=false, of laat het weg.",
        )
    if isinstance(value, Series | Distribution):
        if totaal:
            sum_of(value)
        return TableToken(value, origins[0], places(fact), totaal)
    if totaal is not None:
        raise TemplateFault("PMG324", "Deze tabel heeft geen rij met een totaal.",
                            "Laat totaal=… weg.")  # fmt: skip
    if isinstance(value, PolicyChoice):
        return TableToken(value, origins[0], places(fact))
    if isinstance(value, Municipalities) and all(group.name for group in value.groups):
        return TableToken(value, origins[0], places(fact))
    raise _no_table()


def _no_table() -> TemplateFault:
    return TemplateFault(
        "PMG324", "Van dit feit is geen tabel te maken.",
        "Een tabel komt uit een feit met cw31, reeks, verdeling of groepen van gemeenten.",
    )  # fmt: skip


def make_table(token: TableToken, workspace: Workspace, cell: MakeCell) -> tuple[Table, InputFile]:
    """The table that a letter asks for, and the file that declares it.

    Raises:
        Refused: the declaration is missing or holds errors.
    """
    kind = token.value.kind
    match token.value:
        case PolicyChoice() as choice:
            policy, file = load_table_part(workspace, kind, PolicyTable)
            return _policy_table(choice, token, policy, cell), file
        case Series() as series:
            by_year, file = load_table_part(workspace, kind, SeriesTable)
            return series_table(series, token, by_year), file
        case Distribution() as shares:
            by_name, file = load_table_part(workspace, kind, DistributionTable)
            return distribution_table(shares, token, by_name), file
        case Municipalities() as municipalities:
            groups, file = load_table_part(workspace, kind, MunicipalitiesTable)
            return _group_table(municipalities, token, groups), file


def _policy_table(
    choice: PolicyChoice, token: TableToken, part: PolicyTable, cell: MakeCell
) -> Table:
    rows = []
    for name, label in part.rows.items():
        where = token.places.get(f"{choice.kind}.{name}", token.origin.where)
        rows.append((_words(Text(label)), Cell(cell(choice.cells[name], where))))
    return Table(
        rows=tuple(rows),
        title=tuple((Text(line),) for line in part.title),
        has_row_heads=True,
        widths=part.widths,
    )


def _group_table(value: Municipalities, token: TableToken, part: MunicipalitiesTable) -> Table:
    return Table(
        rows=tuple(_group_row(group, token, part) for group in value.groups),
        header=(_words(Text(part.group)), _words(Text(part.names))),
        title=tuple((Text(line),) for line in part.title),
        has_row_heads=True,
        widths=part.widths,
    )


def _group_row(
    group: MunicipalityGroup, token: TableToken, part: MunicipalitiesTable
) -> tuple[Cell, Cell]:
    path, where = token.origin.path, token.origin.where
    if not path.endswith(f".{group.name}"):  # else the letter asked for this group alone
        path = f"{path}.{group.name}"
        where = token.places.get(f"{Municipalities.kind}.groepen.{group.name}", where)
    origins = (Origin(path, where),)
    notation = Notation()
    head = show(TextValue(group.label), origins, notation)
    if group.names:
        return _words(head), _words(show(Municipalities((group,)), origins, notation))
    count = show(Number(Decimal(group.count)), origins, notation)
    return _words(head), _words(count, Text(f" {part.unnamed}"))


def _words(*words: Inline) -> Cell:
    return Cell((Paragraph(words),))
