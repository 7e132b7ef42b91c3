import pytest

from pmg_docs.model.document import (
    Block,
    Heading,
    ListBlock,
    Paragraph,
    Quotation,
    Signatures,
    Table,
)
from pmg_docs.writers.keeping import is_short, is_small, leads_in
from tests.builders.tree import cell, line, paragraph

LIST = ListBlock(((paragraph("a"),),))


@pytest.mark.parametrize(("text", "short"), [("kort", True), ("lang " * 200, False)])
def test_a_row_is_short_while_its_tallest_cell_is(text: str, short: bool) -> None:
    assert is_short((cell("x"), cell(text))) is short


def test_lines_of_a_list_in_a_cell_count_too() -> None:
    items = ListBlock(tuple((paragraph("punt"),) for _ in range(9)))

    assert not is_short((cell("x"), cell("y"), type(cell())((items,))))


@pytest.mark.parametrize(("rows", "small"), [(5, True), (40, False)])
def test_a_table_of_few_lines_is_small(rows: int, small: bool) -> None:
    assert is_small(Table(tuple((cell("a"), cell("b")) for _ in range(rows)))) is small


@pytest.mark.parametrize("following", [LIST, Quotation((paragraph("q"),)), Table(((cell("a"),),))])
def test_a_line_that_ends_in_a_colon_leads_in_what_follows(following: Block) -> None:
    assert leads_in(paragraph("Zo verdeeld:"), (following,))
    assert not leads_in(paragraph("Zo verdeeld."), (following,))


def test_the_greeting_and_what_stands_above_it_lead_to_the_signatures() -> None:
    greeting = Paragraph(line("Hoogachtend,"), role="groet")

    assert leads_in(greeting, (Signatures(()),))
    assert leads_in(paragraph("Tot slot."), (greeting, Signatures(())))
    assert not leads_in(Heading(1, line("Kop")), (paragraph("x"),))
