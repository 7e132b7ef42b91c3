"""Names of municipalities that a letter types itself."""

from pathlib import Path

import pytest

from tests.builders.subject import told

WRONG = {
    "een opgeheven gemeente in een lijst": (
        "PMG245", "Het gaat om Almelo, Haren en Zwolle.", "Haren", "Groningen"),
    "een opgeheven gemeente na het woord": (
        "PMG245", "De gemeente Weesp doet mee.", "Weesp", "Amsterdam"),
    "een verschreven naam": (
        "PMG246", "Het gaat om Almelo, Breda, Venry en Zwolle.", "Venry", "Venray"),
    "een naam die twee keer voorkomt": (
        "PMG247", "Het gaat om Almelo, Breda, Zwolle en Almelo.", "Almelo", "weg"),
    "een naam onder twee namen in een lijst": (
        "PMG247", "Het gaat om Almelo, Den Haag, Zwolle en ’s-Gravenhage.", "Den Haag", "weg"),
    "een naam die van zijn plek is": (
        "PMG248", "Het gaat om Almelo, Breda, Zwolle, Gouda, Venlo en Zutphen.", "Zwolle",
        "Zet Gouda voor Zwolle"),
    "het lidwoord telt mee": (
        "PMG248", "Het gaat om Almelo, Den Helder, Diemen, Breda, Gouda en Haarlem.", "Breda",
        "Zet Breda voor Diemen"),
    "twee namen voor een gemeente": (
        "PMG249", "Den Bosch begint. Daarna komt ’s-Hertogenbosch aan de beurt.", "Den Bosch",
        "’s-Hertogenbosch"),
}  # fmt: skip

SOUND = {
    "op alfabet": "Het gaat om Almelo, Den Helder, Diemen, ’s-Hertogenbosch en Zwolle.",
    "op grootte": "Vooral Rotterdam, Amsterdam, Den Haag, Utrecht, Ede en Breda groeien.",
    "gemeenten met een komma of en": "Het gaat om Berg en Dal, Bergen op Zoom, Gilze en Rijen en "
    "Peel en Maas.",
    "namen van mensen": "Met dank aan Weesp, Jansen, Pieters en De Vries.",
    "landen": "Zij komen uit Duitsland, Frankrijk, Polen en Suriname.",
    "een gemeente van vandaag": "De gemeente Groningen doet mee.",
    "een gemeente na het woord met een zin erachter": "De gemeente Utrecht Science Park begint.",
    "een dorp zonder het woord gemeente": "In Haren en Weesp gebeurt dat al.",
    "één naam": "Den Haag en Den Helder beginnen. Den Haag gaat voor.",
    "vier namen op grootte": "Vooral Rotterdam, Amsterdam, Den Haag en Utrecht groeien.",
    "kort": "In Zwolle en Almelo gebeurt dat al.",
}


@pytest.mark.parametrize("case", WRONG)
def test_a_wrong_name_is_told(tmp_path: Path, case: str):
    code, text, name, cure = WRONG[case]

    findings = told(tmp_path, nota=text)

    found = next(f for f in findings if f.code == code)
    assert name in found.message
    assert cure in " ".join(found.hints)
    assert found.where is not None
    assert (found.where.file, found.where.line) == ("letters/proef/nota.md", 11)


@pytest.mark.parametrize("case", SOUND)
def test_good_names_are_left_alone(tmp_path: Path, case: str):
    assert told(tmp_path, nota=SOUND[case]) == []


def test_the_finding_points_at_the_name(tmp_path: Path):
    [found] = told(tmp_path, nota="Het gaat om Almelo, Breda, Venry en Zwolle.")

    assert found.where is not None
    assert found.where.column == "Het gaat om Almelo, Breda, Venry".index("Venry") + 1


def test_a_list_from_a_fact_keeps_the_order_that_it_declares(tmp_path: Path):
    facts = (
        "steden: {gemeenten: [Zwolle, Almelo, Breda, Ede, Gouda, Venlo], volgorde: zoals_gegeven}"
    )

    assert told(tmp_path, facts, nota="Het gaat om {{ steden }}.") == []
    assert (
        told(tmp_path, facts, nota="Het gaat om Zwolle, Almelo, Breda, Ede, Gouda en Venlo.") == []
    )


def test_a_name_typed_after_a_list_from_a_fact_may_not_stand_in_it(tmp_path: Path):
    facts = "steden: {gemeenten: [Almelo, Breda, Zwolle]}"

    [found] = told(tmp_path, facts, nota="Het gaat om {{ steden }} en Almelo.")

    assert found.code == "PMG247"
