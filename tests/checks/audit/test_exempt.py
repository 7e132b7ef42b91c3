import pytest

from pmg_docs.checks.audit.exempt import statements


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Elke gemeente krijgt 500.000 euro.", ["500.000 euro"]),
        ("Dat is € 10 mln. per jaar.", ["€ 10 mln."]),
        ("Er doen twintig gemeenten mee.", ["twintig"]),
        ("Dat is twee derde van het geld, of 12,5%.", ["twee derde", "12,5%"]),
        ("Zij starten begin 2024.", ["begin 2024"]),
        ("Voor jongeren van 8 tot en met 27 jaar.", ["8 tot en met 27 jaar"]),
        ("In 2024 begint het.", ["2024"]),
        ("De wet is sinds 2015 van kracht.", ["2015"]),
        ("Voor drie jaar, en één jaar erbij.", ["drie jaar", "één jaar"]),
        ("Dat is 500.00 euro.", ["500.00 euro"]),
    ],
)
def test_what_says_how_much_how_many_or_when_is_a_figure(text: str, figures: list[str]):
    assert [figure.text for figure in statements(text)] == figures


@pytest.mark.parametrize(
    "text",
    [
        "Zie artikel 3.1 van de Comptabiliteitswet 2016 en rij 3A van de tabel (CW 3.1).",
        "Kamerstukken II 2022/23, 28741, nr. 106, en Stcrt. 2024, 12052.",
        "De Wet langdurige zorg 2015 en de Regeling specifieke uitkering jeugdcriminaliteit 2024.",
        "De Miljoenennota 2024 en de begroting 2025.",
        "Zoals in 4.2 staat, en in paragraaf 3 en bijlage 2.",
        "Een gemeente is een van de deelnemers, of één van beide.",
        "De eerste keer, ten tweede, en de 3e nota aan de Tweede Kamer.",
        "Turfmarkt 147, 2511 DP Den Haag, Postbus 20301, 2500 EH Den Haag.",
        "Bel 070 370 79 11 of 06-12345678, en bij nood 112 bellen.",
        "Zie www.rijksoverheid.nl/2024 of https://voorbeeld.nl/20.",
        "Wij vragen u drie dingen: lezen, besluiten en tekenen.",
        "Zij zien elkaar elk half jaar, om 9 uur, en zijn er 24 uur per dag.",
        "De Kamer weet ervan.[^1]",
        "De G4, covid-19, NEN 7510, ronde 2 en de jaren negentig.",
    ],
)
def test_what_names_something_or_is_a_manner_of_speaking_is_none(text: str):
    assert [figure.text for figure in statements(text)] == []
