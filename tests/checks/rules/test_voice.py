"""Who speaks in a letter, and who signs it."""

from pathlib import Path

import pytest

from tests.builders.subject import letter_text, told

BOTH = "[=minister, =staatssecretaris]"


def brief(body: str, **head: str) -> str:
    return letter_text("kamerbrief", body, **head)


WRONG = {
    "één schrijft wij": ("PMG290", brief("Hierbij sturen wij u de stukken.")),
    "één schrijft we": ("PMG290", brief("Met dit programma willen we jongeren helpen.")),
    "twee schrijven ik": ("PMG290", brief("Hierbij stuur ik u de stukken.", ondertekenaars=BOTH)),
    "genoemd en getekend": (
        "PMG291",
        brief("Mede namens de Staatssecretaris van Proeven sturen wij dit.", ondertekenaars=BOTH),
    ),
    "niet genoemd": ("PMG291", brief("Hierbij stuur ik u dit.", mede_namens="=staatssecretaris")),
}
SOUND = {
    "één schrijft ik": brief("Hierbij stuur ik u de stukken, in ons land."),
    "twee schrijven wij": brief("Hierbij sturen wij u de stukken.", ondertekenaars=BOTH),
    "wat iedereen doet": brief("Ik bekijk hoe wat we weten ook gebruikt kan worden."),
    "een citaat": brief("De burgemeester zei: «Wij doen mee.» Ik ben blij."),
    "de tekst volgt de ondertekening": brief("{{ Mijn }} brief, die {{ ik }} stuur."),
    "mede namens een ander": brief(
        "Mede namens {{ brief.mede_namens }} stuur ik u dit.", mede_namens="=staatssecretaris"
    ),
    "mede namens een derde": brief(
        "Mede namens de Minister van Anders sturen wij u dit.", ondertekenaars=BOTH
    ),
}


@pytest.mark.parametrize("case", WRONG)
def test_another_voice_than_the_signature_is_told(tmp_path: Path, case: str):
    code, text = WRONG[case]

    [found] = told(tmp_path, kamerbrief=text)

    assert found.code == code


@pytest.mark.parametrize("case", SOUND)
def test_a_voice_that_fits_is_left_alone(tmp_path: Path, case: str):
    assert told(tmp_path, kamerbrief=SOUND[case]) == []


def test_a_nota_and_a_press_release_have_no_voice(tmp_path: Path):
    assert told(tmp_path, nota="Wij adviseren u. Ik ook.", persbericht="Wij zijn blij.") == []


def test_the_finding_points_at_the_word_and_not_at_one_that_begins_so(tmp_path: Path):
    text = "Het werkt dat ik weet. «Wij doen mee.» Nu willen wij dat."

    [found] = told(tmp_path, kamerbrief=brief(text))

    assert found.where is not None
    assert found.where.column == text.index("wij") + 1
