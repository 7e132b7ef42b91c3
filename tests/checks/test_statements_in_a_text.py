"""Statements that only the rest of a text shows to be of the dossier."""

from pathlib import Path

import pytest

from pmg_docs.checks.statements import Statement, Verdict, knowledge_of, statements_of
from pmg_docs.facts.reading import read_facts
from pmg_docs.model.passage import FileText, Passage
from pmg_docs.workspace.folder import Workspace

TWENTY = (
    "Almelo, Bergen op Zoom, Brunssum, Den Helder, Diemen, Gouda, Haarlem, Hoorn, Kerkrade, "
    "Leiden, Middelburg, Nissewaard, Oosterhout, Rijswijk, Roermond, Venray, Vlissingen, "
    "Zoetermeer, Zutphen en Zwolle"
)
ABOUT = (
    "Twintig gemeenten krijgen extra geld voor hun aanpak van jeugdcriminaliteit.",
    "Elke gemeente krijgt een half miljoen per jaar, samen dertig miljoen in drie jaar.",
)


def _read(*paragraphs: str) -> list[Statement]:
    facts, _ = read_facts(Workspace.at(Path()), "pmg-2024-flexibele-uitvraag")
    passages = tuple(Passage(text) for text in paragraphs)
    return list(statements_of(FileText("txt", passages), knowledge_of(facts)))


def _wrong(*paragraphs: str) -> list[str]:
    return [
        one.judgement.said
        for one in _read(*paragraphs)
        if one.judgement.verdict is Verdict.CONTRADICTS
    ]


def test_a_text_that_is_right_has_nothing_wrong():
    assert _wrong(*ABOUT, f"Het gaat om {TWENTY}.", "Dat duurt tot juli 2027.") == []


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("Het geld is beschikbaar van juli 2024 tot juni 2027.", "juli 2024 tot juni 2027"),
        ("Negentien gemeenten doen mee aan Preventie met Gezag.", "Negentien"),
    ],
)
def test_the_rest_of_a_text_shows_what_a_sentence_speaks_of(sentence, said):
    assert _wrong(*ABOUT, sentence) == [said]


@pytest.mark.parametrize(
    "sentence",
    [
        "Het geld is beschikbaar van juli 2024 tot juni 2027.",
        "Negentien gemeenten doen mee aan Preventie met Gezag.",
    ],
)
def test_without_it_such_a_sentence_stays_unknown(sentence):
    assert _wrong("Het weer was wisselvallig.", sentence) == []


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        (TWENTY.replace(" Venray,", ""), "ontbreekt: Venray"),
        (TWENTY.replace(" en Zwolle", ", Zwolle en Zwolle"), "dubbel: Zwolle"),
        (TWENTY.replace("Venray", "Venlo"), "ontbreekt: Venray; te veel: Venlo"),
    ],
)
def test_a_list_that_is_nearly_that_of_the_facts_must_be_that_list(changed, fault):
    (one,) = [s for s in _read(f"Het gaat om {changed}.") if "," in s.judgement.said]
    assert (one.judgement.verdict, one.judgement.known) == (Verdict.CONTRADICTS, fault)


def test_a_list_without_any_name_of_the_facts_is_another_list():
    others = "Ook anderen krijgen geld: Amsterdam, Arnhem, Breda, Eindhoven, Groningen en Tilburg."
    assert _wrong(*ABOUT, others) == []


def test_who_is_in_office_does_not_make_a_text_one_of_the_dossier():
    ministers = (
        "Minister Yeşilgöz-Zegerius van Justitie en Veiligheid en minister Weerwind voor "
        "Rechtsbescherming openden het gebouw."
    )
    assert _wrong(ministers, "Het geld is beschikbaar van juli 2024 tot juni 2027.") == []


def test_offices_behind_each_other_are_no_names():
    assert _wrong("Minister van Justitie en Veiligheid Minister voor Rechtsbescherming") == []
