"""The slips of a text that somebody else wrote."""

from pathlib import Path

import pytest

from pmg_docs.checks.defects import find_information
from pmg_docs.model.diagnostic import Severity
from tests.builders.manuscript import as_text, defects, nota_with, told, types

SIGN, SPACE_AND_DASH = "met het teken €", "met spatie achter € en met ,- erachter"
OR_NOT = ", de andere keer niet."
ONE = {
    "een misspelde directie": (
        "Het is afgestemd met DG Watterbeheer.",
        "PMG279",
        "Hier staat DG Watterbeheer; volgens dg_water is het DG Waterbeheer.",
    ),
    "een misspeld programma": (
        "Het programma heet Bomen in de Woonwjik.",
        "PMG279",
        "Hier staat Bomen in de Woonwjik; volgens programma is het Bomen in de Woonwijk.",
    ),
    "een programma zonder hoofdletters": (
        "Dit is deel van Bomen in de woonwijk.",
        "PMG296",
        "Hier staat Bomen in de woonwijk; volgens programma is het Bomen in de Woonwijk.",
    ),
    "een misspelde minister": (
        "Minister Wijngaerden schreef dat eerder.",
        "PMG279",
        "Hier staat Wijngaerden; volgens de feiten is het Wijngaarden.",
    ),
    "een misspelde gemeente": (
        "Ook Nissewaardt plant bomen.",
        "PMG279",
        "Hier staat Nissewaardt; volgens plaatsen is het Nissewaard.",
    ),
    "een korte misspelde gemeente": (
        "De bomen in Venraij groeien, die in Venrey ook.",
        "PMG279",
        "Hier staat Venrey; volgens plaatsen is het Venray.",
    ),
    "een gemeente die dubbel staat": (
        "Het zijn Barneveld, Leeuwarden, Barneveld en Zutphen.",
        "PMG247",
        "Barneveld staat twee keer in deze opsomming.",
    ),
    "twee schrijfwijzen van geld": (
        "Een boom kost € 1.250,-.\n\nSamen is het €640.000.",
        "PMG381",
        f"Hier staat €640.000, en eerder € 1.250,-: de ene keer {SPACE_AND_DASH}{OR_NOT}",
    ),
    "euro en het teken": (
        "Een boom kost 1.250 euro.\n\nSamen is het € 2 miljoen.",
        "PMG381",
        f"Hier staat € 2 miljoen, en eerder 1.250 euro: de ene keer {SIGN}{OR_NOT}",
    ),
    "een gedeeld woorddeel": (
        "De plant- en onderhoudskosten zijn hoog. Over plant- onderhoudskosten later meer.",
        "PMG382",
        "Hier staat plant- onderhoudskosten, en eerder plant- en onderhoudskosten.",
    ),
    "een streepje": (
        "De bodem-kwaliteit is goed. Meet de bodemkwaliteit elk jaar.",
        "PMG382",
        "Hier staat bodemkwaliteit, en eerder bodem-kwaliteit.",
    ),
    "nog in te vullen": (
        "De start is n.t.b. door de gemeente.",
        "PMG288",
        "Hier moet nog iets worden ingevuld: n.t.b..",
    ),
    "een naam tussen haken": (
        "Vragen kunt u stellen aan <naam contactpersoon>.",
        "PMG288",
        "Hier moet nog iets worden ingevuld: <naam contactpersoon>.",
    ),
    "een ander stuk": (
        "Met deze brief krijgt de Kamer antwoord.",
        "PMG289",
        "Hier staat Met deze brief, maar dit is een nota.",
    ),
    "rechte aanhalingstekens": (
        'Dat heet een "groene loper" in de straat.',
        "PMG292",
        "Hier staat een recht aanhalingsteken of apostrof, en nog 1 keer.",
    ),
    "een dubbel woord": (
        "De bomen staan in de de straat.",
        "PMG293",
        "Hier staat de de.",
    ),
    "een weekdag": (
        "Op maandag 4 maart 2025 is de start.",
        "PMG271",
        "4 maart 2025 is een dinsdag, geen maandag.",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("body", "code", "message"), ONE.values(), ids=ONE)
def test_a_defect_is_found_with_its_sentence(tmp_path: Path, body: str, code: str, message: str):
    (found,) = defects(tmp_path, nota_with(body))

    assert (found.code, found.message) == (code, message)
    assert found.line
    assert found.line in body.replace("\n", " ")


CLEAN = {
    "niets bijzonders": "De gemeenten planten bomen.",
    "vormen van namen": "De Zutphense, Venrayse en Leeuwarder bomen; Barnevelders planten mee.",
    "andere gemeenten": "In Barendrecht, Venlo en Lelystad staan al bomen.",
    "andere namen": "Minister De Vries en DG Waterstaat zijn het eens; ook de heer Venema.",
    "een citaat": "Zij zei: “Dat kost €5 per jaar.” Wij zeggen € 5.",
    "miljoenen naast euro’s": "Samen € 3 miljoen, en € 12.500 per straat.",
    "kommageld": "Een kaart kost € 4,50 en een boom € 120.",
    "een streepje dat hoort": "Noord- en Zuid-Holland, en in- en uitvoer van hout.",
    "twee stukken": "In de brief van 2 mei 2024 staat meer. Met deze brief is dat gemeld.",
    "een gewone x": "De tabel noemt 3 x 4 bomen; zie ook punt PM-12.",
    "leestekens": "De foto’s zijn ‘mooi’, vindt “men”.",
}  # fmt: skip


@pytest.mark.parametrize("body", CLEAN.values(), ids=CLEAN)
def test_a_text_without_defects_gives_none(tmp_path: Path, body: str):
    assert told(defects(tmp_path, nota_with(body))) == []


@pytest.mark.parametrize("gap", ["Dossiernummer\nx", "Dossiernummer: n.t.b.", "Dossiernummer x"])
def test_a_field_that_was_left_open_is_found(tmp_path: Path, gap: str):
    text = nota_with().replace("Dossiernummer\n2025-118", gap)
    (found,) = defects(tmp_path, text)
    assert found.code == "PMG288"
    assert found.message.startswith("Hier moet nog iets worden ingevuld: Dossiernummer")


def test_a_dash_in_a_field_says_that_there_is_none(tmp_path: Path):
    assert defects(tmp_path, nota_with().replace("2025-118", "-")) == []


PAGE = "**Ministerie**\n\nDatum\n{day}\n\nOns kenmerk\n{number}\n"


def _with_page(day: str = "3 maart 2025", number: str = "4410072") -> str:
    return nota_with("Een.\n\n" + PAGE.format(day=day, number=number) + "\nTwee.")


def test_a_second_page_like_the_first_is_right(tmp_path: Path):
    assert defects(tmp_path, _with_page()) == []


@pytest.mark.parametrize(
    ("text", "code", "message"),
    [
        (_with_page(number="4410027"), "PMG385",
         "Het kenmerk is hier 4410027, en elders in dit stuk 4410072."),
        (_with_page(day="2 maart 2025"), "PMG386",
         "De datum is hier 2 maart 2025, en elders in dit stuk 3 maart 2025."),
    ],
)  # fmt: skip
def test_a_page_with_another_kenmerk_or_date_is_an_error(
    tmp_path: Path, text: str, code: str, message: str
):
    (found,) = defects(tmp_path, text)
    assert (found.code, found.message, found.severity) == (code, message, Severity.FOUT)


FIXED, CONSEQUENCES = "de vaste woorden zijn", "gevolgen voor maatschappelijke"
TABLE = """
4.2 Financiële overwegingen

<p>Beleidskeuze uitgelegd (CW 3.1)</p>
<p>1. Doel</p>\t<p>Meer schaduw.</p>
<p>2. Beleidsinstrument(en)</p>\t<p>Geld voor gemeenten.</p>
<p>3A. Financiële gevolgen voor het Rijk</p>\t<p>€ 640.000 per jaar, 2 jaar lang.</p>
<p>3B. Financiële gevolgen voor maatschappelijke factoren</p>\t<p>Geen.</p>
4. Nagestreefde doeltreffendheid\tMinder hitte.
5. Nagestreefde doelmatigheid\tPer boom het meeste.
6. Evaluatieparagraaf\tWij kijken of het werkt.
"""


def test_the_fixed_words_of_the_policy_table_are_held_in_a_text(tmp_path: Path):
    text = nota_with().replace("\n5. Info", f"{TABLE}\n5. Info")
    assert told(defects(tmp_path, text)) == [
        ("PMG285", f"Hier staat Beleidskeuze uitgelegd; {FIXED} Beleidskeuzes uitgelegd."),
        ("PMG285", f"Hier staat {CONSEQUENCES} factoren; {FIXED} {CONSEQUENCES} sectoren."),
        ("PMG286", "De evaluatieparagraaf zegt niet wanneer er wordt geëvalueerd."),
    ]  # fmt: skip


def test_a_row_that_says_nothing_is_found_beside_its_label(tmp_path: Path):
    table = TABLE.replace("Beleidskeuze ", "Beleidskeuzes ").replace("factoren", "sectoren")
    table = table.replace("kijken of", "kijken in 2027 of").replace("\tMinder hitte.", "")
    text = nota_with().replace("\n5. Info", f"{table}\n5. Info")
    (found,) = defects(tmp_path, text)
    assert found.message == "De rij Nagestreefde doeltreffendheid van CW 3.1 zegt niets."
    assert found.line == "Nagestreefde doeltreffendheid"


def test_a_fixed_section_that_is_not_there_is_found(tmp_path: Path):
    text = nota_with().replace("2. Geadviseerd besluit\n", "")
    assert told(defects(tmp_path, text)) == [
        ("PMG387", "Een nota heeft een onderdeel 2. Geadviseerd besluit; dat staat hier niet."),
    ]


BETWEEN = "4.4 Krachtenveld en 4.5 Strategie"
SKIPPED = "Kort.\n\n4.3 Juridische overwegingen\n\nGeen.\n\n4.6 Uitvoering\n\nDoor de gemeenten."


def test_numbers_passed_over_are_information_and_no_defect(tmp_path: Path):
    text = nota_with(SKIPPED)
    assert defects(tmp_path, text) == []
    (nota, *_) = types()
    assert told(list(find_information(as_text(text), nota))) == [
        ("PMG384", "Ter informatie: 4.3 staat hier zonder de kop 4. Toelichting erboven."),
        ("PMG383", f"Ter informatie: na 4.3 komt hier 4.6, zonder {BETWEEN}."),
    ]  # fmt: skip


PRESS = """
PERSBERICHT

Meer bomen in de straat

Datum
3 maart 2025

{body}
"""


def test_words_that_are_not_public_are_found_in_what_everybody_may_read(tmp_path: Path):
    body = "Zo zegt het draaiboek Eikenlaan."
    (found,) = defects(tmp_path, PRESS.format(body=body))
    assert (found.code, found.severity) == ("PMG299", Severity.FOUT)
    assert defects(tmp_path, nota_with(body)) == []


def test_no_finding_advises_what_only_a_letter_can_do(tmp_path: Path):
    bodies = (body for body, _, _ in ONE.values())
    found = [one for body in bodies for one in defects(tmp_path, nota_with(body))]
    assert not [hint for one in found for hint in one.hints if "{{" in hint or "feit" in hint]


def test_findings_come_as_one_reads_them(tmp_path: Path):
    body = "De de bomen.\n\nHet is n.t.b. wanneer.\n\nDe de bomen."
    assert [one.code for one in defects(tmp_path, nota_with(body))] == [
        "PMG293", "PMG288", "PMG293",
    ]  # fmt: skip
