from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pmg_docs.model.document import (
    Align,
    Cell,
    FactText,
    Paragraph,
    Strong,
    Table,
    plain_text,
    walk_block,
)
from pmg_docs.model.place import Origin, Place
from tests.builders.folder import composed, write_tree
from tests.builders.sentence import fault

FACTS = """
uitgaven: {reeks: {2022: 60000000, 2023: -60000000, 2025: '143000000,5'}}
vast: {reeks: {2022: 10, 2025: 20}, structureel_vanaf: 2025}
een: {reeks: {2025: 5}}
plekken: {reeks: {2022: 12500, 2023: 20}, eenheid: aantal}
bijdragen: {verdeling: {Venlo: 500000, Den Haag: 250000}}
potjes: {verdeling: {Politie: 5, Jeugdzorg: 7}, soort: vrij, eenheid: aantal}
gemeenten: {gemeenten: {groepen: {start_2022: [Venlo, Breda, Assen], later: {aantal: 4}}}, labels: {later: In 2025}}
lijst: {gemeenten: [Venlo]}
gat: {open: de uitgaven}
nee: woorden
"""  # noqa: E501 - a fact is one line


def table(root: Path, expression: str, facts: str = FACTS) -> Table:
    document = composed(root, facts, f"{{{{ {expression} }}}}")
    found = document.body[1]
    assert isinstance(found, Table)
    return found


def words(cell: Cell) -> str:
    [paragraph] = cell.blocks
    assert isinstance(paragraph, Paragraph)
    return plain_text(paragraph.children).replace("\xa0", " ")


def rows(found: Table) -> list[tuple[str, ...]]:
    return [tuple(words(cell) for cell in row) for row in (found.header, *found.rows)]


def figures(found: Table) -> list[FactText]:
    """The facts of the last column."""
    return [i for row in found.rows for b in row[-1].blocks for i in walk_block(b)
            if isinstance(i, FactText)]  # fmt: skip


def test_a_series_is_a_row_a_year_with_the_total_below(tmp_path: Path):
    assert rows(table(tmp_path, "tabel(uitgaven)")) == [
        ("Jaar", "Bedrag"),
        ("2022", "€ 60.000.000"),
        ("2023", "€ -60.000.000"),
        ("2025", "€ 143.000.000,50"),
        ("Totaal", "€ 143.000.000,50"),
    ]


def test_a_series_that_goes_on_says_so_and_has_no_total(tmp_path: Path):
    assert rows(table(tmp_path, "tabel(vast)")) == [
        ("Jaar", "Bedrag"),
        ("2022", "€ 10"),
        ("vanaf 2025 structureel", "€ 20"),
    ]


def test_a_single_figure_has_no_total(tmp_path: Path):
    assert rows(table(tmp_path, "tabel(een)")) == [("Jaar", "Bedrag"), ("2025", "€ 5")]


def test_counts_are_plain_numbers(tmp_path: Path):
    assert rows(table(tmp_path, "tabel(plekken)"))[0] == ("Jaar", "Aantal")
    assert rows(table(tmp_path, "tabel(plekken)"))[-1] == ("Totaal", "12.520")


def test_a_distribution_is_a_row_a_municipality(tmp_path: Path):
    assert rows(table(tmp_path, "tabel(bijdragen)")) == [
        ("Gemeente", "Bedrag"),
        ("Den Haag", "€ 250.000"),
        ("Venlo", "€ 500.000"),
        ("Totaal", "€ 750.000"),
    ]


def test_a_distribution_over_other_names_has_another_head(tmp_path: Path):
    assert rows(table(tmp_path, "tabel(potjes)"))[:2] == [("Onderdeel", "Aantal"), ("Politie", "5")]


def test_the_total_can_be_left_out(tmp_path: Path):
    assert rows(table(tmp_path, "tabel(bijdragen, totaal=false)"))[-1] == ("Venlo", "€ 500.000")


def test_the_total_can_be_asked_for(tmp_path: Path):
    assert rows(table(tmp_path, "tabel(een, totaal=true)"))[-1] == ("Totaal", "€ 5")


def test_figures_stand_right_below_their_head(tmp_path: Path):
    found = table(tmp_path, "tabel(uitgaven)")

    assert {row[1].align for row in (found.header, *found.rows)} == {Align.RIGHT}
    assert {row[0].align for row in (found.header, *found.rows)} == {Align.LEFT}
    assert found.has_row_heads


def test_the_total_is_strong(tmp_path: Path):
    [label] = table(tmp_path, "tabel(uitgaven)").rows[-1][0].blocks

    assert isinstance(label, Paragraph)
    assert isinstance(label.children[0], Strong)


def test_each_figure_has_its_origin_and_its_form_for_programs(tmp_path: Path):
    shown = [(f.origins, f.machine) for f in figures(table(tmp_path, "tabel(uitgaven)"))]

    file = "letters/proef/feiten.yaml"
    assert shown == [
        ((Origin("uitgaven.2022", Place(file, 3, 28)),), "60000000"),
        ((Origin("uitgaven.2023", Place(file, 3, 44)),), "-60000000"),
        ((Origin("uitgaven.2025", Place(file, 3, 61)),), "143000000.5"),
        ((Origin("uitgaven.totaal", Place(file, 3, 21)),), "143000000.5"),
    ]


def test_a_year_or_name_has_the_origin_of_its_figure(tmp_path: Path):
    for expression in ("tabel(vast)", "tabel(bijdragen, totaal=false)"):
        for head, figure in table(tmp_path, expression).rows:
            first, last = (
                [i.origins for b in cell.blocks for i in walk_block(b) if isinstance(i, FactText)]
                for cell in (head, figure)
            )
            assert first == last


def test_municipalities_are_a_row_a_group(tmp_path: Path):
    assert rows(table(tmp_path, "tabel(gemeenten)")) == [
        ("Groep", "Gemeenten"),
        ("Start 2022", "Assen, Breda en Venlo"),
        ("In 2025", "4 gemeenten"),
    ]


def test_one_group_of_municipalities_is_one_row(tmp_path: Path):
    found = table(tmp_path, "tabel(gemeenten.start_2022)")

    assert [f.origins[0].path for f in figures(found)] == ["gemeenten.start_2022"]
    assert rows(found)[1:] == [("Start 2022", "Assen, Breda en Venlo")]


def test_labels_come_from_the_declared_table(tmp_path: Path):
    declared = """\
        titel: [Uitgaven in euro]
        jaar: Begrotingsjaar
        cijfers: {euro: Euro, aantal: Stuks}
        structureel: '{jaar} en verder'
        totaal: Samen
        bedrag: streepje
    """
    write_tree(tmp_path, {"templates/_delen/reeks.yaml": declared})

    found = table(tmp_path, "tabel(vast)")

    assert rows(found) == [
        ("Begrotingsjaar", "Euro"),
        ("2022", "€ 10,-"),
        ("2025 en verder", "€ 20,-"),
    ]
    assert [plain_text(line) for line in found.title] == ["Uitgaven in euro"]


def test_a_gap_stays_a_gap(tmp_path: Path):
    document = composed(tmp_path, FACTS, "{{ tabel(gat) }}")

    assert any(isinstance(i, FactText) and i.is_open for i in document.inlines())


@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.integers(-(10**15), 10**15), min_size=2, max_size=12))
def test_the_total_is_the_exact_sum(tmp_path: Path, cents: list[int]):
    typed = ", ".join(
        f"{year}: '{format(Decimal(n) / 100, 'f').replace('.', ',')}'"
        for year, n in enumerate(cents, start=2000)
    )

    *parts, total = figures(table(tmp_path, "tabel(uitgaven)", f"uitgaven: {{reeks: {{{typed}}}}}"))

    assert Decimal(total.machine) == sum(Decimal(n) for n in cents) / 100
    assert Decimal(total.machine) == sum(Decimal(part.machine) for part in parts)


@pytest.mark.parametrize(
    ("body", "code", "says"),
    [
        ("{{ tabel(nee) }}", "PMG324", "reeks"),
        ("{{ tabel(lijst) }}", "PMG324", "groepen"),
        ("{{ tabel(vast, totaal=true) }}", "PMG327", "2025"),
        ("{{ tabel(gemeenten, totaal=false) }}", "PMG324", "totaal"),
        ("{{ tabel(uitgaven, totaal='nee') }}", "PMG324", "true of false"),
        ("{{ tabel(uitgaaven) }}", "PMG310", "uitgaven"),
        ("{{ tabel(uitgaven, kolom=3) }}", "PMG315", "begrijpen"),
    ],
)
def test_a_table_that_cannot_be_made_is_named(tmp_path: Path, body: str, code: str, says: str):
    finding = fault(tmp_path, FACTS, body)

    assert finding.code == code
    assert says in " ".join((finding.message, *finding.hints))
