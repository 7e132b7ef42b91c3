from pathlib import Path

import pytest

from pmg_docs.app.trace.impact import Impact, changes_asked, find_impact
from pmg_docs.model.errors import NotFound, Refused
from tests.builders.folder import codes, dossier, only, write_tree

FACTS = """
bijdrage: {bedrag: 250000, per: [gemeente]}
gemeenten: {gemeenten: [Almelo, ’s-Hertogenbosch, Zwolle], volgorde: zoals_gegeven}
budget: {bedrag: 750000}
periode: {periode: {van: 2026-01, tot: 2029-01}}
jaren: 3
naam: Groen
"""
RULES = """regels:
  - {code: R1, regel: budget == aantal(gemeenten) * bijdrage, uitleg: Het budget}
  - {code: R2, regel: jaren(periode) == jaren, uitleg: De jaren, ernst: waarschuwing}
"""
BODY = """
Eerst iets anders. Elk krijgt {{ bijdrage }}; samen {{ budget }}.

Dat duurt {{ jaren }} jaar. {{ naam }} helpt.
"""


def _asked(root: Path, *values: str, body: str = BODY) -> Impact:
    place = dossier(root, FACTS, body, RULES)
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    (found,) = find_impact(place, changes_asked(values, None))
    assert before == {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    return found


def _texts(impact: Impact) -> list[tuple[str, str]]:
    return [
        (change.old.text if change.old else "", change.new.text if change.new else "")
        for letter in impact.letters
        for change in letter.changes
    ]


def test_each_sentence_is_shown_before_and_after(tmp_path):
    found = _asked(tmp_path, "naam=Blauw")
    assert _texts(found) == [("Dat duurt 3 jaar. Groen helpt.", "Dat duurt 3 jaar. Blauw helpt.")]


def test_rules_that_would_break_are_told(tmp_path):
    assert codes(_asked(tmp_path, "budget=800000").arising) == ["R1"]


def test_facts_that_fit_together_break_no_rule(tmp_path):
    assert _asked(tmp_path, "bijdrage=300000", "budget=900000").arising == ()


def test_a_rule_that_was_broken_already_is_no_longer_broken(tmp_path):
    place = dossier(tmp_path, FACTS.replace("jaren: 3", "jaren: 4"), BODY, RULES)
    (found,) = find_impact(place, {"jaren": "3"})
    assert "R2" in codes(found.passing)
    assert "R2" not in codes(found.arising)


def test_a_rule_that_stays_broken_is_not_told_as_mended(tmp_path):
    place = dossier(tmp_path, FACTS.replace("jaren: 3", "jaren: 4"), BODY, RULES)
    (found,) = find_impact(place, {"jaren": "5"})
    assert "R2" not in codes(found.passing)


def test_a_part_of_a_fact_can_change(tmp_path):
    found = _asked(tmp_path, "periode.tot=2030-01", body="Van {{ periode }}.")
    assert _texts(found) == [
        ("Van januari 2026 tot januari 2029.", "Van januari 2026 tot januari 2030.")
    ]


def test_a_list_can_change(tmp_path):
    found = _asked(tmp_path, "gemeenten=[Almelo, Zwolle]", body="In {{ gemeenten }}.")
    assert _texts(found) == [("In Almelo, ’s-Hertogenbosch en Zwolle.", "In Almelo en Zwolle.")]


def test_facts_that_hang_together_are_named_with_the_reason(tmp_path):
    found = _asked(tmp_path, "bijdrage=300000")
    assert [(one.fact, one.rules) for one in found.dependents] == [
        ("gemeenten", ("R1",)),
        ("budget", ("R1",)),
    ]


def test_a_letter_that_stays_the_same_is_said_to(tmp_path):
    assert _asked(tmp_path, "naam=Blauw", body="Tekst.").untouched == ("nota",)


def test_a_whole_fact_can_be_given_with_its_kind(tmp_path):
    place = dossier(tmp_path, "gat: {open: het kenmerk}", "Zie {{ gat }}.")
    (found,) = find_impact(place, {"gat": "{tekst: '5300299'}"})
    assert _texts(found)[0][1] == "Zie 5300299."


def test_a_gap_asks_for_the_kind(tmp_path):
    place = dossier(tmp_path, "gat: {open: het kenmerk}", "Zie {{ gat }}.")
    with pytest.raises(Refused) as caught:
        find_impact(place, {"gat": "5300299"})
    assert "gat='{tekst: 5300299}'" in only(caught.value.findings).hints[0]


@pytest.mark.parametrize("typed", ["Kansen: voor # iedereen", "a, b", "B&W <Co>", "nee"])
def test_any_words_can_be_the_value_of_a_text(tmp_path, typed):
    place = dossier(tmp_path, "naam: {tekst: Groen}", "Zie {{ naam }}.")
    (found,) = find_impact(place, {"naam": typed})
    assert _texts(found)[0][1] == f"Zie {typed}."


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("budget=500.000", "PMG122"),
        ("budget", "PMG165"),
        ("budget=", "PMG165"),
        ("budget=5}, ander: {bedrag: 3", "PMG165"),
        ("periode=5", "PMG165"),
        ("gemeenten=Almelo", "PMG165"),
        ("gemeenten=[Almelo", "PMG165"),
    ],
)
def test_what_cannot_be_a_value_is_refused(tmp_path, value, code):
    with pytest.raises(Refused) as caught:
        _asked(tmp_path, value)
    assert code in codes(caught.value.findings)


def test_a_fact_may_be_asked_once_only(tmp_path):
    with pytest.raises(Refused) as caught:
        _asked(tmp_path, "budget=1", "budget=2")
    assert codes(caught.value.findings) == ["PMG165"]


@pytest.mark.parametrize("value", ["budgt=1", "periode.to=2030-01"])
def test_a_fact_or_part_that_does_not_exist_brings_the_nearest(tmp_path, value):
    with pytest.raises(NotFound) as caught:
        _asked(tmp_path, value)
    finding = only(caught.value.findings)
    assert finding.code == "PMG164"
    assert finding.hints


def test_a_file_of_changed_facts_counts_as_what_is_typed(tmp_path):
    place = dossier(tmp_path, FACTS, BODY, RULES)
    write_tree(tmp_path, {"nieuw.yaml": """
        feiten:
          bijdrage:
            bedrag: 300000
            per: [gemeente]
          budget: {bedrag: 900000}
          naam: 'Blauw, wit'
        """})  # fmt: skip
    (found,) = find_impact(place, changes_asked((), tmp_path / "nieuw.yaml"))
    assert found.arising == ()
    assert [new for _, new in _texts(found)] == [
        "Eerst iets anders. Elk krijgt € 300.000,-; samen € 900.000,-.",
        "Dat duurt 3 jaar. Blauw, wit helpt.",
    ]


def test_dossiers_with_a_fact_of_their_own_must_be_named(tmp_path):
    place = dossier(tmp_path, FACTS, BODY, RULES)
    other = (tmp_path / "letters/proef/feiten.yaml").read_text()
    letter = (tmp_path / "letters/proef/nota.md").read_text()
    write_tree(tmp_path, {"letters/ander/feiten.yaml": other, "letters/ander/nota.md": letter})
    with pytest.raises(NotFound) as caught:
        find_impact(place, {"jaren": "4"})
    assert only(caught.value.findings).code == "PMG166"
    assert [one.dossier for one in find_impact(place, {"jaren": "4"}, ["ander"])] == ["ander"]


def test_a_shared_fact_changes_in_every_dossier_that_uses_it(tmp_path):
    shared = "gebruikt: [../_gedeeld/wie.yaml]\n"
    place = dossier(tmp_path, "jaren: 3", "Met {{ minister }}.", shared)
    facts = (tmp_path / "letters/proef/feiten.yaml").read_text()
    letter = (tmp_path / "letters/proef/nota.md").read_text()
    write_tree(tmp_path, {
        "letters/_gedeeld/wie.yaml": "feiten:\n  minister: Jansen\n",
        "letters/ander/feiten.yaml": facts,
        "letters/ander/nota.md": letter,
    })  # fmt: skip
    found = find_impact(place, {"minister": "De Vries"})
    assert [(one.dossier, _texts(one)) for one in found] == [
        (name, [("Met Jansen.", "Met De Vries.")]) for name in ("ander", "proef")
    ]
