"""Articles in the press, held against the dossier of 2024 through the command line.

Every article is invented; each says one thing that is wrong, or says what is right in other words.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.builders.articles import FORMATS, article
from tests.cli.test_cli import pmg

ROOT = Path(__file__).parents[2]
DOSSIER = "pmg-2024-flexibele-uitvraag"
HEADING = "Extra geld tegen jeugdcriminaliteit in de flexibele uitvraag"
NAMES = (
    "Almelo, Bergen op Zoom, Brunssum, Den Helder, Diemen, Gouda, Haarlem, Hoorn, Kerkrade, "
    "Leiden, Middelburg, Nissewaard, Oosterhout, Rijswijk, Roermond, Venray, Vlissingen, "
    "Zoetermeer, Zutphen en Zwolle"
)

WRONG = {
    "nul-te-weinig": (
        "Elke gemeente die meedoet, ontvangt daarvoor 50.000 euro per jaar.",
        "50.000 euro",
        "PMG351",
    ),
    "punt-verkeerd": (
        "Per gemeente is er 500.00 euro per jaar beschikbaar.",
        "500.00 euro",
        "PMG351",
    ),
    "een-te-weinig": (
        "In totaal krijgen 19 gemeenten geld uit de flexibele uitvraag.",
        "19",
        "PMG352",
    ),
    "zwolle-dubbel": (
        f"Het geld gaat naar de gemeenten {NAMES.replace('Zutphen', 'Zwolle, Zutphen')}.",
        "Zwolle",
        "PMG355",
    ),
    "zonder-venray": (
        f"Het geld gaat naar de gemeenten {NAMES.replace('Venray, ', '')}.",
        "Venray",
        "PMG355",
    ),
    "maand-te-vroeg": (
        "De gemeenten krijgen de bijdrage uit de flexibele uitvraag tot juni 2027.",
        "juni 2027",
        "PMG354",
    ),
}
RIGHT = {
    "half-miljoen": (
        "Elke gemeente krijgt er een half miljoen per jaar voor.",
        "een half miljoen",
    ),
    "tientallen": (
        "Met de flexibele uitvraag gaan tientallen miljoenen naar gemeenten.",
        "tientallen miljoenen",
    ),
    "twintig": ("Aan de flexibele uitvraag doen twintig gemeenten mee.", "twintig"),
    "dertig-miljoen": (
        "De gemeenten ontvangen samen dertig miljoen in drie jaar.",
        "dertig miljoen",
    ),
    "hele-lijst": (f"Het geld gaat naar de gemeenten {NAMES}.", "Almelo"),
}
CASES = {**{name: text for name, (text, *_) in WRONG.items()},
         **{name: text for name, (text, _) in RIGHT.items()}}  # fmt: skip


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What `pmg check` says of every article, by the name of its file; files lie elsewhere."""
    folder = tmp_path_factory.mktemp("downloads")
    files = [
        article(folder / f"{name}.{ending}", (HEADING, text))
        for name, text in CASES.items()
        for ending in FORMATS
    ]
    done = pmg(ROOT, "check", "--json", "--dossier", DOSSIER, *map(str, files))
    assert done.returncode == 1, done.stderr
    said: dict[str, Any] = json.loads(done.stdout)
    return said


def of_file(said: dict[str, Any], name: str) -> tuple[list[Any], list[Any]]:
    """The statements and the findings of one file."""
    [file] = [f for f in said["bestanden"] if Path(f["naam"]).name == name]
    found = [f for f in said["meldingen"] if f["bestand"] and Path(f["bestand"]).name == name]
    return file["uitspraken"], found


@pytest.mark.parametrize("ending", FORMATS)
@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_figure_in_an_article_is_caught_at_its_place(
    checked: dict[str, Any], name: str, ending: str
):
    text, words, code = WRONG[name]

    statements, found = of_file(checked, f"{name}.{ending}")

    [finding] = found
    assert (finding["code"], finding["ernst"]) == (code, "fout")
    assert words in finding["melding"]
    assert finding["tekst"] == text
    [wrong] = [s for s in statements if s["oordeel"] == "tegenspraak"]
    assert wrong["zin"][wrong["kolom_in_zin"] - 1 :].startswith(wrong["zegt"])
    assert (finding["regel"] is not None) == (ending == "txt")


@pytest.mark.parametrize("ending", FORMATS)
@pytest.mark.parametrize("name", RIGHT)
def test_what_is_right_in_other_words_agrees(checked: dict[str, Any], name: str, ending: str):
    _, words = RIGHT[name]

    statements, found = of_file(checked, f"{name}.{ending}")

    assert found == []
    assert words in [s["zegt"][: len(words)] for s in statements if s["oordeel"] == "klopt"]
