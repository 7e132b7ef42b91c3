"""Slips of the pen."""

from pathlib import Path

import pytest

from tests.builders.subject import told

FACTS = """
nplv: {tekst: Nationaal Programma Leefbaarheid en Veiligheid (NPLV)}
lidwoord: {tekst: de Commissie}
"""
WRONG = {
    "rechte aanhalingstekens": ("PMG292", 'Dat heet "vroeg erbij".', "recht"),
    "een rechte apostrof": ("PMG292", "De foto's zijn klaar.", "recht"),
    "de de": ("PMG293", "Dat zegt de de gemeente.", "de de"),
    "een lang woord": ("PMG293", "Dat zegt de gemeente gemeente ook.", "gemeente gemeente"),
    "een hoofdletter vooraan": ("PMG293", "De de gemeente zegt dat.", "De de"),
    "een feit met een lidwoord": ("PMG293", "Dat zegt de {{ lidwoord }}.", "de de"),
    "een afkorting": ("PMG294", "Dat doet de RIEC samen.", "RIEC"),
    "een afkorting die later pas wordt uitgelegd": (
        "PMG294", "Dat doet de RIEC. Een Regionaal Expertisecentrum (RIEC) helpt.", "RIEC"),
    "twee keer anders": (
        "PMG296", "De Kamerbrief is klaar. In de kamerbrief staat alles.", "kamerbrief"),
}  # fmt: skip
SOUND = {
    "ronde tekens": "De foto’s heten “vroeg erbij” en ‘op tijd’.",
    "Nederlands": "Ik weet dat dat kan, dat die die komen en dat het het beste is.",
    "werkwoorden": "De plannen die er zijn zijn goed.",
    "twee zinnen": "Dat is de gemeente. Gemeente en Rijk doen mee.",
    "uitgelegd": "Een Regionaal Expertisecentrum (RIEC) helpt. De RIEC is er.",
    "achteraf uitgelegd": "De RIEC (Regionaal Expertisecentrum) helpt.",
    "uitgelegd door een feit": "Zie het {{ nplv }}. Het NPLV helpt.",
    "bekend": "Het CBS, de VNG, de GGD en de EU doen mee; zie deel III en art. XIV.",
    "een postcode en een kenmerk": "Postbus 20301, 2500 EH Den Haag; IENW/BSK-2024/353709.",
    "aan het begin van een zin": "Kamerbrieven zijn openbaar. De kamerbrief is klaar.",
    "een verwijzing": "Zie de kamerstukken, zoals Kamerstuk 28 741, nr. 106.",
}


@pytest.mark.parametrize("case", WRONG)
def test_a_slip_is_told(tmp_path: Path, case: str):
    code, text, words = WRONG[case]

    [found] = told(tmp_path, FACTS, nota=text)

    assert found.code == code
    assert words in found.message
    assert found.where is not None
    assert (found.where.file, found.where.line) == ("letters/proef/nota.md", 11)


@pytest.mark.parametrize("case", SOUND)
def test_good_writing_is_left_alone(tmp_path: Path, case: str):
    codes = {f.code for f in told(tmp_path, FACTS, nota=SOUND[case])}

    assert codes <= {"PMG280"}  # the Kamerstuk of the last one is not in the facts


def test_one_finding_tells_of_all_straight_marks(tmp_path: Path):
    [found] = told(tmp_path, nota="De foto's.\n\nDe video's en \"meer\".")

    assert "nog 3 keer" in found.message


def test_a_word_after_more_spaces_than_one_is_found_at_its_own_column(tmp_path: Path):
    (found,) = told(tmp_path, nota="Wij  gaan   naar naar  huis.")
    assert found.code == "PMG293"
    assert found.where is not None
    assert found.where.column == len("Wij  gaan   ") + 1
