"""What the reader makes of our own letters, of a press release, and of awkward text."""

import time
from pathlib import Path

import pytest

from pmg_docs.app.dossier import read_dossier
from pmg_docs.checks.statements import Verdict, judge
from pmg_docs.workspace.folder import Workspace
from pmg_docs.writers.markdown import write
from tests.reading.scoring import facts_of

_DOSSIERS = {"2024": "pmg-2024-flexibele-uitvraag", "2023": "pmg-2023-uitbreiding"}


@pytest.mark.parametrize("dossier", _DOSSIERS.values())
def test_our_own_letters_never_contradict_their_facts(dossier: str):
    report = read_dossier(Workspace.find(Path(__file__).parent), dossier)
    for draft in report.drafts:
        text = write(draft.document, draft.look).decode("utf-8")
        found = judge(text, facts_of(dossier))
        assert [j for j in found if j.verdict is Verdict.CONTRADICTS] == []
        assert sum(j.verdict is Verdict.AGREES for j in found) >= 7


PRESS = """\
Twintig gemeenten krijgen extra geld

De minister trekt 50.000 euro per jaar uit voor elke gemeente.
De flexibele uitvraag loopt tot juni 2027.
De 19 gemeenten krijgen samen 10 miljoen euro per jaar uit de flexibele uitvraag.
"""


def test_a_text_of_many_sentences_is_judged_at_its_places():
    found = judge(PRESS, facts_of(_DOSSIERS["2024"]))
    wrong = {PRESS[j.start : j.end] for j in found if j.verdict is Verdict.CONTRADICTS}
    assert wrong == {"50.000 euro", "juni 2027", "19"}


def test_a_contradiction_says_what_the_facts_say_and_why():
    text = "Elke gemeente krijgt 50.000 euro per jaar uit de flexibele uitvraag."
    (found,) = judge(text, facts_of(_DOSSIERS["2024"]))
    assert (found.fact, found.known.replace("\u00a0", " ")) == (
        "bijdrage_per_gemeente",
        "500.000 euro",
    )
    assert found.why == "een bedrag per gemeente, per jaar"
    assert 0.5 < found.confidence < 1


UNITS = (
    "twintig gemeenten, ", "500.000 euro ", "Almelo, ", "x", "de ", "Almelo en vier andere ",
    "uit Aa Bb ",
    "stelde eerst ", "minister mr. A.B. ", "Minister van Aa, Bb en ", "twee-en-een-", "een paar ",
    "zelf legt 5 euro bij ", "houdt loopt ", "van de 20 scholen ", "keer 500k ", "Xx/Yy",
    "vijf grote, ", "tien kleinere, vooral ", "aldus Weer ", "ministers Aa en ", "drie keer zo ",
    "stelt voor ", "aanvragen deden ", "na een jaar is ", "Preventie met Gezag ",
    "vanaf hun tiende ",
)  # fmt: skip


@pytest.mark.parametrize("unit", UNITS)
def test_a_text_on_one_line_takes_time_by_its_length_only(unit: str):
    facts = facts_of(_DOSSIERS["2024"])

    def seconds(size: int) -> float:
        text = (unit * size)[:size]
        start = time.process_time()
        judge(text, facts)
        return time.process_time() - start

    short, long = seconds(3_000), seconds(12_000)
    assert long < 10 * max(short, 0.02)
