"""Days, periods and session years that do not fit each other."""

from pathlib import Path

import pytest

from tests.builders.subject import letter_text, said, told

WRONG = {
    "een andere weekdag": ("PMG271", "Op vrijdag 4 april 2024 ging de brief uit.", "donderdag"),
    "een weekdag voor een feit": ("PMG271", "Op maandag {{ dag }} ging de brief uit.", "donderdag"),
    "een andere duur": ("PMG275", "Dat duurt 3 jaar: juli 2024 tot juli 2028.", "4 jaar"),
    "een andere duur in woorden": ("PMG275", "Twee jaar lang, van juli 2024 tot juli 2027.", "3"),
    "een vergaderjaar dat niet bestaat": (
        "PMG276", "Zie Kamerstukken II 2022/24, 28741, nr. 106.", "2022/24"),
    "een ander vergaderjaar": (
        "PMG276", "Zie de brief van 7 juli 2023, Kamerstukken II 2023/24, 28741, nr. 106.",
        "2022/23"),
}  # fmt: skip

SOUND = {
    "de goede weekdag": "Op donderdag 4 april 2024 ging de brief uit.",
    "de goede weekdag voor een feit": "Op donderdag {{ dag }} ging de brief uit.",
    "een dag zonder jaar": "Elke maandag 4 uur overleg, op maandag 4 april begonnen.",
    "de goede duur": "Dat duurt 3 jaar: juli 2024 tot juli 2027.",
    "een halve periode": "Dat duurt 3 jaar: juli 2024 tot januari 2027.",
    "jaren en een periode die niet bij elkaar horen": "Na 2 jaar volgt een pauze, en van juli 2024 "
    "tot juli 2027 is er geld.",
    "de dag voor Prinsjesdag": "De brief van 18 september 2023 (Kamerstukken II 2022/23, 1, D).",
    "Prinsjesdag": "De brief van 19 september 2023 (Kamerstukken II 2023/24, 1, nr. 2).",
    "twee datums": "Op 4 april 2024 las ik de brief van 7 juli 2023 (Kamerstukken II 2022/23, 1, "
    "nr. 2).",
    "een andere zin": "Dat is van 4 april 2024. Zie Kamerstukken II 2022/23, 1, nr. 2.",
}
FACTS = """
dag: {datum: 2024-04-04}
stuk: {kamerstuk: {kamer: II, vergaderjaar: 2022/23, dossier: 28741, nummer: 106}}
"""


@pytest.mark.parametrize("case", WRONG)
def test_a_contradiction_is_told(tmp_path: Path, case: str):
    code, text, right = WRONG[case]

    found = next(f for f in told(tmp_path, FACTS, nota=text) if f.code == code)

    assert right in found.message
    assert found.where is not None
    assert found.where.line == 11


@pytest.mark.parametrize("case", SOUND)
def test_what_fits_is_left_alone(tmp_path: Path, case: str):
    codes = {f.code for f in told(tmp_path, FACTS, nota=SOUND[case])}

    assert codes & {"PMG271", "PMG275", "PMG276"} == set()


def bundle(nota: str = "2026-01-15", brief: str = "2026-01-15", press: str = "2026-01-15",
           embargo: str = "") -> dict[str, str]:  # fmt: skip
    return {
        "nota": letter_text("nota", "Tekst.", datum=nota),
        "kamerbrief": letter_text("kamerbrief", "Tekst.", datum=brief),
        "persbericht": letter_text("persbericht", "Tekst.", datum=press, embargo=embargo),
    }


ORDERS = {
    "de brief voor de nota": (bundle(brief="2026-01-14"), "waarschuwing", "PMG272"),
    "de pers voor de brief": (bundle(press="2026-01-14"), "fout", "PMG273"),
    "een embargo dat te vroeg eindigt": (
        bundle(embargo="2026-01-14 12:30"), "fout", "PMG274"),
}  # fmt: skip


@pytest.mark.parametrize("case", ORDERS)
def test_an_order_that_cannot_be_is_told(tmp_path: Path, case: str):
    letters, weight, code = ORDERS[case]

    [(found_weight, found_code, _)] = said(told(tmp_path, **letters))

    assert (found_weight, found_code) == (weight, code)


@pytest.mark.parametrize(
    "letters",
    [
        bundle(),
        bundle(nota="2026-01-10", press="2026-01-16", embargo="2026-01-16 07:00"),
        bundle(embargo="2026-01-15 07:00"),
    ],
)
def test_nota_then_letter_then_press_is_well(tmp_path: Path, letters: dict[str, str]):
    assert told(tmp_path, **letters) == []


def test_an_older_letter_beside_the_new_one_is_well(tmp_path: Path):
    letters = bundle() | {"eerder": letter_text("kamerbrief", "Tekst.", datum="2025-02-01")}

    assert told(tmp_path, **letters) == []


def test_a_date_that_is_still_open_says_nothing(tmp_path: Path):
    letters = bundle(press="=open_dag")

    assert told(tmp_path, "open_dag: {open: de dag}", **letters) == []


YEARS = "looptijd: {periode: {van: 2024-07, tot: 2027-07}}\n"


@pytest.mark.parametrize("name", ["looptijd_in_jaren", "aantal_jaren"])
def test_a_number_of_years_is_held_against_its_period(tmp_path: Path, name: str):
    [found] = told(tmp_path, f"{YEARS}{name}: 4", nota="Tekst.")

    assert found.code == "PMG275"
    assert "duurt 3 jaar" in found.message


def test_other_years_and_years_under_a_rule_are_left_alone(tmp_path: Path):
    rest = "regels: [{code: R1, regel: jaren(looptijd) == aantal_jaren - 1, uitleg: Aanloop}]\n"

    assert told(tmp_path, f"{YEARS}leeftijd_in_jaren: 4", nota="Tekst.") == []
    assert told(tmp_path, f"{YEARS}aantal_jaren: 4", rest, nota="Tekst.") == []
