import datetime as dt
import time
from decimal import Decimal

import pytest

from pmg_docs.dutch.figures import Approximation, Figure, FigureKind, find_figures
from pmg_docs.model.value import (
    AgeRange,
    Amount,
    Date,
    GazetteNotice,
    Month,
    Number,
    ParliamentaryPaper,
    Percentage,
    Period,
)


def only(text: str) -> Figure:
    (figure,) = find_figures(text)
    return figure


@pytest.mark.parametrize(
    ("text", "euros"),
    [
        ("Er gaat 500.000 euro heen.", "500000"),
        ("Er gaat 500.000\u00a0euro heen.", "500000"),
        ("Er gaat € 10 mln. heen.", "10000000"),
        ("Er gaat een half miljoen heen.", "500000"),
        ("Er gaat 0,5 miljoen euro heen.", "500000"),
        ("Er gaat anderhalf miljard heen.", "1500000000"),
        ("Er gaat vijf ton heen.", "500000"),
        ("Er gaat dertig miljoen in om.", "30000000"),
        ("Er gaat € 500.000,- heen.", "500000"),
        ("Er gaat twee en een half miljoen euro heen.", "2500000"),
        ("Er gaat EUR 1.234,56 heen.", "1234.56"),
        ("Er gaat € -60 miljoen heen.", "-60000000"),
        ("Er gaat 1 500 000 euro heen.", "1500000"),
        ("Er gaat 1\u00a0500\u00a0000 euro heen.", "1500000"),
        ("Er gaat € 1\u202f500,75 heen.", "1500.75"),
        ("Er gaat € 250 000,- heen.", "250000"),
        ("Er gaat € 120 450 heen.", "120450"),
    ],
)
def test_reads_an_amount_in_any_notation(text: str, euros: str):
    assert only(text).value == Amount(Decimal(euros))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("twintig gemeenten", Number(Decimal(20))),
        ("3 miljoen inwoners", Number(Decimal(3_000_000))),
        ("12,5%, dus", Percentage(Decimal("12.5"))),
        ("twaalf procent", Percentage(Decimal(12))),
        ("van 8 tot en met 27 jaar", AgeRange(8, through=27)),
        ("van acht tot zevenentwintig jaar", AgeRange(8, until=27)),
        ("18- tot en met 27-jarigen", AgeRange(18, through=27)),
        ("op 4 april 2024.", Date(dt.date(2024, 4, 4))),
        ("op 7-7-2023", Date(dt.date(2023, 7, 7))),
        ("juli 2024 tot juli 2027", Period(Month(2024, 7), Month(2027, 7))),
        ("in juli 2024", Month(2024, 7)),
        (
            "Kamerstukken II 2022/23, 28741, nr. 106",
            ParliamentaryPaper("II", "2022/23", "28741", "106"),
        ),
        ("Kamerstuk 28 741, nr. 106", ParliamentaryPaper("", "", "28741", "106")),
        (
            "Kamerstukken I 2008/09, 31700 VI, D",
            ParliamentaryPaper("I", "2008/09", "31700 VI", "D"),
        ),
        ("Stcrt. 2024, 12052", GazetteNotice(2024, "12052")),
    ],
)
def test_reads_the_exact_value(text: str, value: object):
    assert only(text).value == value


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Zie artikel 3.1.", FigureKind.ARTIKEL),
        ("Zie bladzijde 20.", FigureKind.NUMMERING),
        ("4.2 Toelichting", FigureKind.NUMMERING),
        ("1. Aanleiding", FigureKind.NUMMERING),
        ("Bel 070 370 79 11.", FigureKind.TELEFOON),
        ("Bel 06-15270408.", FigureKind.TELEFOON),
        ("te 2500 EH Den Haag", FigureKind.ADRES),
        ("Postbus 20301", FigureKind.ADRES),
        ("op de Kerkstraat 12 in Gouda", FigureKind.ADRES),
        ("om 12.30 uur", FigureKind.TIJD),
        ("won met 2-1.", FigureKind.UITSLAG),
        ("kenmerk 5300203", FigureKind.KENMERK),
        ("de nota met nummer 5300203", FigureKind.KENMERK),
        ("op 04-04-2024", FigureKind.DATUM),
        ("kst-28741-106", FigureKind.KENMERK),
        ("onder de twintig gemeenten", FigureKind.GETAL),
        ("tweederde van het budget", FigureKind.DEEL),
        ("onder 3798111-1063792-PDO", FigureKind.KENMERK),
        ("in 2022/23", FigureKind.NAAM),
        ("de A12 en", FigureKind.NAAM),
        ("https://www.rijksoverheid.nl/2024/04/04", FigureKind.WEBADRES),
        ("de derde ronde", FigureKind.RANGTELWOORD),
        ("begin 2024", FigureKind.TIJDVAK),
        ("twee derde van de gemeenten", FigureKind.DEEL),
        ("een op de vijf jongeren", FigureKind.DEEL),
        ("een driejarig programma", FigureKind.DUUR),
    ],
)
def test_knows_what_a_figure_is(text: str, kind: FigureKind):
    assert only(text).kind is kind


@pytest.mark.parametrize(
    "text",
    [
        "De Tweede Kamer is een deel van de Staten-Generaal.",
        "Het kabinet acht het nodig.",
        "Wie op tijd hulp krijgt, heeft meer kans.",
        "",
    ],
)
def test_finds_nothing_where_nothing_is_counted(text: str):
    assert find_figures(text) == ()


def test_a_wrong_full_stop_makes_an_amount_suspicious():
    figure = only("Almelo krijgt 500.00 euro per jaar.")
    assert (figure.is_suspicious, figure.value, figure.per) == (True, None, ("jaar",))


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("11 000 mensen", ["11 000"]),
        ("1 250 meetpunten", ["1 250"]),
        ("120\u00a0450 mensen", ["120\u00a0450"]),
        ("Kolommen: 100 200 300.", ["100", "200", "300"]),
        ("in 2024 500 mensen", ["2024", "500"]),
        ("groep 3 en 200 kinderen", ["3", "200"]),
        ("1 500 00 keer", ["1", "500", "00"]),
    ],
)
def test_spaces_part_thousands_only_where_they_do(text: str, numbers: list[str]):
    assert [figure.text for figure in find_figures(text)] == numbers


def test_a_weekday_that_does_not_fit_makes_a_date_suspicious():
    assert only("op donderdag 7 juli 2023").is_suspicious
    assert not only("op vrijdag 7 juli 2023").is_suspicious


@pytest.mark.parametrize(
    ("text", "approximation"),
    [
        ("ruim € 10 miljoen", Approximation.RUIM),
        ("bijna dertig gemeenten", Approximation.BIJNA),
        ("zo’n 42.000 euro", Approximation.ONGEVEER),
        ("een twintigtal gemeenten", Approximation.ONGEVEER),
        ("tientallen miljoenen euro’s", Approximation.TIENTALLEN),
        ("hooguit 5 procent", Approximation.HOOGUIT),
        ("meer dan 100 jongeren", Approximation.MEER_DAN),
        ("minstens 100 jongeren", Approximation.MINSTENS),
        ("precies 100 jongeren", None),
    ],
)
def test_says_how_exact_a_figure_is_meant(text: str, approximation: Approximation | None):
    assert only(text).approximation is approximation


def test_a_range_has_two_bounds():
    figure = only("tussen de 100.000 en 250.000 euro per jaar")
    assert (figure.low, figure.high) == (Decimal(100_000), Decimal(250_000))
    scaled = only("10 tot 20 miljoen euro")
    assert (scaled.low, scaled.high) == (Decimal(10_000_000), Decimal(20_000_000))


def test_takes_what_follows_as_what_it_is_counted_per():
    assert only("500.000 euro per gemeente per jaar").per == ("gemeente", "jaar")
    assert only("500.000 euro/jaar").per == ("jaar",)
    assert only("500.000 euro, jaarlijks").per == ("jaar",)


def test_a_number_counts_the_noun_behind_its_adjectives():
    assert only("acht extra gemeenten").noun == "gemeenten"
    assert only("de 20 (nieuwe) gemeenten").noun == "gemeenten"


def test_a_number_shares_the_noun_of_the_next():
    assert [f.noun for f in find_figures("van 15 naar 37 gemeenten")] == ["gemeenten"] * 2


@pytest.mark.parametrize(
    "unit",
    ["1", "1.", "een ", "twee ", "a", "twintig en ", "(", "€ ", "1-", "van 1 tot ", "mei ", "a@"],
)  # fmt: skip
def test_time_grows_with_the_length_only(unit: str):
    def seconds(size: int) -> float:
        text = (unit * size)[:size]
        start = time.process_time()
        find_figures(text)
        return time.process_time() - start

    short, long = seconds(20_000), seconds(160_000)
    assert long < 24 * max(short, 0.01)


def test_figures_never_overlap():
    text = "1 tot 2 tot 3 miljoen euro, 2-3-2024-5, € € 5 5% 12.30.40 nr. 28741, nr. 3 4 mei"
    figures = find_figures(text)
    ends = [0, *(figure.end for figure in figures)]
    assert all(figure.start >= end for figure, end in zip(figures, ends, strict=False))
    assert all(text[f.start : f.end] == f.text for f in figures)
