"""What is suggested for very many sentences: each looks no further than it must."""

import re

import pytest

from pmg_docs.checks.drift import letter_expressions
from pmg_docs.checks.drift.letter_expressions import LetterExpressions
from pmg_docs.model.document import FactText
from pmg_docs.model.fact import FactSet
from pmg_docs.model.passage import Piece
from pmg_docs.model.place import Origin, Place
from pmg_docs.specs.doc_type import Notation

FILE = "letters/proef/nota.md"


def _typed(fact: str, text: str, line: int, letter: LetterExpressions | None = None) -> str:
    shown = FactText("5", (Origin(fact, Place("letters/proef/feiten.yaml", 3)),), "getal", "5")
    return (letter or _letter(text)).typed("5", (Piece(0, 1, shown),), Place(FILE, line))


def _letter(text: str) -> LetterExpressions:
    return LetterExpressions(FactSet("", "rijk", {}), {FILE: text}, Notation())


def test_the_expression_nearest_to_a_sentence_is_taken_first():
    text = "Eerst {{ bedrag | miljoen }}.\n\nDan\n{{ bedrag | voluit }}\nen {{ bedrag | euro }}."
    assert _typed("bedrag", text, 5) == "{{ bedrag | euro }}"
    assert _typed("bedrag", text, 3) == "{{ bedrag | voluit }}"
    assert _typed("bedrag", text, 1) == "{{ bedrag | miljoen }}"
    assert _typed("budget", text, 1) == "{{ budget }}"


def test_a_part_of_a_fact_is_not_taken_for_the_fact():
    text = "{{ uitgaven[2025] }} en {{ uitgaven_totaal }} en {{ uitgaven.totaal }}\n\nTekst."
    assert _typed("uitgaven.2025", text, 3) == "{{ uitgaven[2025] }}"
    assert _typed("uitgaven.totaal", text, 3) == "{{ uitgaven.totaal }}"
    assert _typed("uitgaven", text, 3) == "{{ uitgaven }}"


def test_twice_as_many_sentences_look_at_twice_as_many_expressions(
    monkeypatch: pytest.MonkeyPatch,
):
    looked: list[str] = []
    is_of = letter_expressions._is_of

    def counted(expression: str, paths: tuple[str, ...]) -> bool:
        looked.append(expression)
        return is_of(expression, paths)

    monkeypatch.setattr(letter_expressions, "_is_of", counted)

    def looks(number: int) -> int:
        looked.clear()
        pairs = (f"{{{{ a{n} | euro }}}} en {{{{ rest[{n}] }}}}." for n in range(number))
        letter = _letter("\n\n".join(["Tekst.", *pairs]))
        for n in range(number):
            assert _typed(f"a{n}", "", 1, letter) == f"{{{{ a{n} | euro }}}}"
            assert re.fullmatch(r"{{ rest }}", _typed("rest", "", 1, letter))
        return len(looked)

    assert looks(200) <= 2.2 * looks(100)


def test_a_sentence_does_not_read_the_whole_of_a_very_long_paragraph():
    lines = ["{{ eerste }}"] + ["Tekst."] * 2_000
    letter = _letter("\n".join(lines))
    (_, around) = letter._around(Place(FILE, 1_000))
    assert 300 < around.count("\n") < 500
    assert _typed("eerste", "", 1_000, letter) == "{{ eerste }}"
