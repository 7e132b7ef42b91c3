"""Series, distributions and percentages of an amount in a sentence."""

from pathlib import Path

import pytest

from pmg_docs.model.document import FactText
from pmg_docs.model.place import Origin, Place
from tests.builders.folder import composed
from tests.builders.sentence import fault, shown, words

FACTS = """
uitgaven: {reeks: {2022: 60000000, 2023: -500000, 2025: 143000000}}
vast: {reeks: {2022: 10, 2025: 20}, structureel_vanaf: 2025}
plekken: {reeks: {2022: 12500, 2023: 20}, eenheid: aantal}
bijdragen: {verdeling: {Venlo: 500000, Den Haag: 250000}}
potjes: {verdeling: {Politie: 5, Jeugdzorg: 7}, soort: vrij, eenheid: aantal}
budget: {bedrag: 10000000}
deel: {percentage: '12,5', van: budget}
los_deel: {percentage: 5}
open_deel: {percentage: 5, van: gat}
gat: {open: het budget}
jaar: 2025
"""


@pytest.mark.parametrize(
    ("expression", "said"),
    [
        ("uitgaven[2025]", "€ 143.000.000,-"),
        ("uitgaven['2025'] | miljoen", "€ 143 miljoen"),
        ("uitgaven[jaar] | miljoen", "€ 143 miljoen"),
        ("uitgaven[2023] | euro", "-500.000 euro"),
        ("uitgaven.totaal", "€ 202.500.000,-"),
        ("uitgaven.eerste | miljoen", "€ 60 miljoen"),
        ("uitgaven.laatste | miljoen", "€ 143 miljoen"),
        ("uitgaven.eerste_jaar", "2022"),
        ("uitgaven.laatste_jaar", "2025"),
        ("vast.structureel_vanaf", "2025"),
        ("uitgaven | aantal", "3"),
        ("(uitgaven[2022] + uitgaven[2025]) | miljoen", "€ 203 miljoen"),
        ("plekken[2022]", "12.500"),
        ("plekken.totaal", "12.520"),
        ("bijdragen['Venlo']", "€ 500.000,-"),
        ("bijdragen.Venlo", "€ 500.000,-"),
        ('bijdragen["\'s-Gravenhage"]', "€ 250.000,-"),
        ("bijdragen.totaal", "€ 750.000,-"),
        ("bijdragen | aantal", "2"),
        ("potjes['Politie']", "5"),
        ("deel", "12,5%"),
        ("deel.bedrag", "€ 1.250.000,-"),
        ("deel.bedrag | afgerond | miljoen", "€ 1 miljoen"),
        ("open_deel.bedrag", "[nog open: het budget]"),
        ("gat[2025]", "[nog open: het budget]"),
    ],
)
def test_a_figure_is_shown_in_dutch_notation(tmp_path: Path, expression: str, said: str):
    assert words(tmp_path, FACTS, expression) == said


@pytest.mark.parametrize(
    ("expression", "path", "line", "column"),
    [
        ("uitgaven[2025]", "uitgaven.2025", 3, 59),
        ("uitgaven.laatste", "uitgaven.laatste", 3, 59),
        ("uitgaven.totaal", "uitgaven.totaal", 3, 21),
        ('bijdragen["\'s-Gravenhage"]', "bijdragen.Den Haag", 6, 52),
    ],
)
def test_a_figure_remembers_its_own_place(
    tmp_path: Path, expression: str, path: str, line: int, column: int
):
    [origin] = shown(tmp_path, FACTS, expression).origins

    assert origin == Origin(path, Place("letters/proef/feiten.yaml", line, column))


def test_an_amount_from_a_percentage_remembers_both(tmp_path: Path):
    figure = shown(tmp_path, FACTS, "deel.bedrag")

    assert [origin.path for origin in figure.origins] == ["deel", "budget"]
    assert (figure.kind, figure.machine) == ("bedrag", "1250000")


def test_a_loop_goes_along_the_years(tmp_path: Path):
    body = (
        "{% for jaar in uitgaven %}\n- {{ jaar }}: {{ uitgaven[jaar] | miljoen }}\n{% endfor %}\n"
    )

    document = composed(tmp_path, FACTS, body)

    figures = [i for i in document.inlines() if isinstance(i, FactText)]
    paths = [i.origins[0].path for i in figures if i.origins[0].path.startswith("uitgaven")]
    assert paths == [f"uitgaven.{year}" for year in (2022, 2022, 2023, 2023, 2025, 2025)]


def test_a_loop_goes_along_the_names(tmp_path: Path):
    body = "{% for naam in bijdragen %}\n- {{ naam }}: {{ bijdragen[naam] }}\n{% endfor %}\n"

    document = composed(tmp_path, FACTS, body)

    said = [i.text.replace("\xa0", " ") for i in document.inlines() if isinstance(i, FactText)]
    assert said[-4:] == ["Den Haag", "€ 250.000,-", "Venlo", "€ 500.000,-"]


@pytest.mark.parametrize(
    ("body", "code", "says"),
    [
        ("{{ uitgaven }}", "PMG325", "tabel"),
        ("{{ bijdragen }}", "PMG325", "Almelo"),
        ("{{ uitgaven[2024] }}", "PMG328", "2024"),
        ("{{ bijdragen['Almelo'] }}", "PMG328", "Almelo"),
        ("{{ uitgaven[jaaar] }}", "PMG310", "jaar"),
        ("{{ uitgaven['_value'] }}", "PMG328", "_value"),
        ("{{ uitgaven._value }}", "PMG314", "kan"),
        ("{{ budget['_value'] }}", "PMG314", "kan"),
        ("{{ budget[0] }}", "PMG314", "kan"),
        ("{{ uitgaven.gemiddelde }}", "PMG311", "totaal"),
        ("{{ vast.totaal }}", "PMG327", "2025"),
        ("{{ uitgaven | miljoen }}", "PMG309", "aantal"),
        ("{{ los_deel.bedrag }}", "PMG311", "van:"),
        ("{{ uitgaven[2022] + plekken[2022] }}", "PMG304", "op te tellen"),
        ("{% for x in budget %}{{ x }}{% endfor %}", "PMG323", "reeks"),
    ],
)
def test_what_a_series_cannot_do_is_named(tmp_path: Path, body: str, code: str, says: str):
    finding = fault(tmp_path, FACTS, body)

    assert finding.code == code
    assert says in " ".join((finding.message, *finding.hints))
