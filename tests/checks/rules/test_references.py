"""Citations that somebody typed."""

from pathlib import Path

import pytest

from tests.builders.subject import told

REST = """
bronnen:
  regeling: {titel: Een regeling, vindplaats: 'Stcrt. 2024, 12052'}
"""
FACTS = """

stuk: {kamerstuk: {kamer: II, vergaderjaar: 2022/23, dossier: 28741, nummer: 106}}
kenmerk_nota: {tekst: '5300203'}
"""

WRONG = {
    "een ander nummer": ("PMG280", "Zie Kamerstukken II 2022/23, 28741, nr. 105.", "nr. 105"),
    "een andere Staatscourant": ("PMG280", "Zie Stcrt. 2024, 12053.", "12053"),
    "een onbekend kenmerk": ("PMG280", "Zie de brief met kenmerk 5300204.", "5300204"),
    "een spatie in het dossier": (
        "PMG295", "Zie Kamerstukken II 2022/23, 28 741, nr. 106.",
        "Kamerstukken II 2022/23, 28741, nr. 106"),
    "een jaar te lang": (
        "PMG295", "Zie Kamerstukken II 2022/2023, 28741, nr. 106.",
        "Kamerstukken II 2022/23, 28741, nr. 106"),
    "enkelvoud": (
        "PMG295", "Zie Kamerstuk II 2022/23, 28741, nr. 106.",
        "Kamerstukken II 2022/23, 28741, nr. 106"),
    "Staatscourant voluit": ("PMG295", "Zie Staatscourant 2024, 12052.", "Stcrt. 2024, 12052"),
}  # fmt: skip

SOUND = {
    "zoals het hoort": "Zie Kamerstukken II 2022/23, 28741, nr. 106.",
    "de korte vorm van de Kamer": "Zie Kamerstuk 28 741, nr. 106.",
    "uit een feit": "Zie {{ stuk }}.",
    "een bekende Staatscourant": "Zie Stcrt. 2024, 12052.",
    "een bekend kenmerk": "Zie de nota met kenmerk 5300203.",
    "het eigen kenmerk": "Deze nota heeft kenmerk N1.",
    "geen verwijzing": "In 2024 waren 28741 Kamerstukken te lezen. Het kenmerk is rood.",
}


@pytest.mark.parametrize("case", WRONG)
def test_a_wrong_citation_is_told(tmp_path: Path, case: str):
    code, text, words = WRONG[case]

    found = next(f for f in told(tmp_path, FACTS, REST, nota=text) if f.code == code)

    assert words in found.message
    assert found.where is not None
    assert (found.where.file, found.where.line) == ("letters/proef/nota.md", 11)


@pytest.mark.parametrize("case", SOUND)
def test_a_good_citation_is_left_alone(tmp_path: Path, case: str):
    assert told(tmp_path, FACTS, REST, nota=SOUND[case]) == []


def test_the_other_numbers_of_a_file_are_named(tmp_path: Path):
    text = "Zie Kamerstukken II 2022/23, 28741, nr. 105."

    [found] = told(tmp_path, FACTS, REST, nota=text)

    assert "106" in found.hints[0]
