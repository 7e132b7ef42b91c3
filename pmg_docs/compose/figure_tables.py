"""Tables of figures by year or name: a row for each, and one for all together."""

from collections.abc import Sequence
from decimal import Decimal

from pmg_docs.compose.ledger import TableToken
from pmg_docs.compose.notation import show
from pmg_docs.compose.parts import entries_of, sum_of
from pmg_docs.model.document import (
    Align,
    Cell,
    FactText,
    Inline,
    Line,
    Paragraph,
    Strong,
    Table,
    Text,
)
from pmg_docs.model.place import Origin
from pmg_docs.model.value import Distribution, Number, Series, TextValue
from pmg_docs.specs.doc_type import Notation
from pmg_docs.specs.table_part import DistributionTable, FigureTable, SeriesTable

_YEAR = "{jaar}"


def series_table(series: Series, token: TableToken, part: SeriesTable) -> Table:
    """Figures by year; the last row says so when its figure returns every year."""
    heads: list[Line] = []
    for year, _ in series.years:
        shown = show(Number(Decimal(year)), (_origin(token, str(year)),), Notation())
        is_structural = year == series.structural_from
        heads.append(_around(part.structural if is_structural else _YEAR, shown))
    return _table(series, token, part, part.year, heads)


def distribution_table(shares: Distribution, token: TableToken, part: DistributionTable) -> Table:
    """Figures by municipality or other name."""
    heads = [
        (show(TextValue(name), (_origin(token, name),), Notation()),) for name, _ in shares.shares
    ]
    label = part.municipality if shares.is_by_municipality else part.other
    return _table(shares, token, part, label, heads)


def _table(
    value: Series | Distribution,
    token: TableToken,
    part: FigureTable,
    label: str,
    heads: Sequence[Line],
) -> Table:
    notation = Notation.model_validate({"bedrag": part.amount})
    figures = [
        show(figure, (_origin(token, key),), notation) for key, figure in entries_of(value).items()
    ]
    rows = [(_left(*head), _right(figure)) for head, figure in zip(heads, figures, strict=True)]
    if _has_total(value, token):
        origin = Origin(f"{token.origin.path}.totaal", token.origin.where)
        total = show(sum_of(value), (origin,), notation)
        rows.append((_left(Strong((Text(part.total),))), _right(Strong((total,)))))
    head = part.figures.euro if value.is_money else part.figures.aantal
    return Table(
        rows=tuple(rows),
        header=(_left(Text(label)), _right(Text(head))),
        title=tuple((Text(line),) for line in part.title),
        has_row_heads=True,
        widths=part.widths,
    )


def _has_total(value: Series | Distribution, token: TableToken) -> bool:
    if token.has_total is not None:
        return token.has_total
    goes_on = isinstance(value, Series) and value.structural_from is not None
    return not goes_on and len(entries_of(value)) > 1


def _origin(token: TableToken, key: str) -> Origin:
    where = token.places.get(f"{token.value.kind}.{key}", token.origin.where)
    return Origin(f"{token.origin.path}.{key}", where)


def _around(label: str, year: FactText) -> Line:
    before, found, after = label.partition(_YEAR)
    words: tuple[Inline, ...] = (Text(before), *((year,) if found else ()), Text(after))
    return tuple(word for word in words if not isinstance(word, Text) or word.text)


def _left(*words: Inline) -> Cell:
    return Cell((Paragraph(words),))


def _right(word: Inline) -> Cell:
    return Cell((Paragraph((word,)),), Align.RIGHT)
