from pathlib import Path

import pytest

from pmg_docs.app.build import build
from pmg_docs.app.trace.words import FileTrace, WordsTrace, trace_words
from pmg_docs.checks.statements import Verdict
from pmg_docs.model.errors import NotFound
from tests.builders.folder import dossier, only

FACTS = """
bijdrage: {bedrag: 1234567, per: [gemeente]}
jaren: 3
naam: {tekst: 'B&W <Co>'}
"""
BODY = """
Elk krijgt {{ bijdrage }} in {{ jaren }} jaar. Samen {{ bijdrage * jaren }}.

Met {{ naam }} is dat wat wij zelf bedachten, 3 keer.
"""


def _traced(root: Path, words: str, kind: str = "docx") -> FileTrace:
    place = dossier(root, FACTS, BODY)
    build(place, formats=[kind], out=root / "uit")
    return trace_words(place, root / f"uit/proef/nota.{kind}", words)


@pytest.mark.parametrize("kind", ["docx", "html", "md"])
def test_words_of_a_fact_lead_to_it_from_any_format(tmp_path, kind):
    (found,) = _traced(tmp_path, "€ 1.234.567,-", kind).found
    assert [fact.path for fact in found.facts] == ["bijdrage"]
    assert found.sentence == "Elk krijgt € 1.234.567,- in 3 jaar."


def test_words_that_were_reckoned_lead_to_every_fact(tmp_path):
    (found,) = _traced(tmp_path, "3.703.701").found
    assert [fact.path for fact in found.facts] == ["bijdrage", "jaren"]


def test_words_that_somebody_typed_lead_to_their_line(tmp_path):
    (found,) = _traced(tmp_path, "zelf bedachten").found
    assert found.facts == ()
    assert found.typed is not None
    assert found.typed.file == "letters/proef/nota.md"


def test_each_place_of_the_words_is_told(tmp_path):
    found = _traced(tmp_path, "3").found
    paths = [tuple(fact.path for fact in one.facts) for one in found]
    assert ("jaren",) in paths
    assert () in paths


def _of_somebody_else(root: Path, sentence: str, words: str) -> WordsTrace:
    place = dossier(root, FACTS, BODY)
    (root / "artikel.txt").write_text(sentence)
    (found,) = trace_words(place, root / "artikel.txt", words).found
    assert (found.letter, found.facts, found.typed) == ("", (), None)
    return found


@pytest.mark.parametrize(
    ("words", "verdict"), [("50.000 euro", Verdict.CONTRADICTS), ("1.234.567 euro", Verdict.AGREES)]
)
def test_words_of_somebody_else_lead_to_the_fact_that_they_speak_of(tmp_path, words, verdict):
    found = _of_somebody_else(tmp_path, f"Elke gemeente krijgt een bijdrage van {words}.", words)
    assert ([fact.path for fact in found.held], found.verdict) == (["bijdrage"], verdict)


def test_words_that_speak_of_nothing_that_is_known_lead_nowhere(tmp_path):
    found = _of_somebody_else(tmp_path, "De bakker bakt veertig broden.", "veertig broden")
    assert (found.held, found.verdict) == ((), None)


def test_words_that_do_not_stand_in_the_file_are_an_error(tmp_path):
    with pytest.raises(NotFound) as caught:
        _traced(tmp_path, "een miljoen")
    assert only(caught.value.findings).code == "PMG167"
