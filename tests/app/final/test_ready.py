"""A letter waits for what it needs itself, and its head says so."""

from pathlib import Path

import pytest

from pmg_docs.app.final.finalising import finalise
from pmg_docs.app.final.status import status
from pmg_docs.model.errors import Refused
from tests.builders.finals import edit, entry, fix
from tests.builders.sound import say, workspace

# What only another letter needs


def test_a_letter_that_cannot_be_read_stops_no_other_one(tmp_path: Path):
    place = workspace(tmp_path)
    (tmp_path / "letters/groen/persbericht.md").write_text("geen gegevens\n")

    assert [f.letter for f in finalise(place, "groen", ["kamerbrief"]).fixed] == ["kamerbrief"]
    with pytest.raises(Refused) as caught:
        finalise(place, "groen", ["persbericht"])
    assert [f.code for f in caught.value.findings] == ["PMG141"]
    with pytest.raises(Refused):
        finalise(place, "groen")


def test_a_nota_that_cannot_be_read_keeps_the_letter_after_it(tmp_path: Path):
    place = workspace(tmp_path)
    (tmp_path / "letters/groen/nota.md").write_text("geen gegevens\n")

    done = finalise(place, "groen", ["kamerbrief"])

    assert (done.is_ready, done.fixed) == (False, ())


# The head and what is fixed agree


def test_a_draft_that_is_ready_is_told_to_say_so(tmp_path: Path):
    place = workspace(tmp_path)
    say(place, "nota", "afgestemd")

    for trial in (True, False):
        done = finalise(place, "groen", ["nota"], is_trial=trial)
        [finding] = done.findings
        assert (finding.code, str(finding.where)) == ("PMG450", "letters/groen/nota.md:3:9")
        assert "op regel 3 van: status: definitief" in finding.hints[0]
        assert (done.is_ready, done.fixed) == (False, ())
    assert entry(place).fixed == ""


def test_a_letter_that_was_sent_and_fixed_may_be_corrected_without_another_head(tmp_path: Path):
    place = workspace(tmp_path)
    fix(place)
    say(place, "nota", "verzonden")
    assert status(place, ["groen"], ["nota"]).findings == ()
    edit(place)
    [finding] = status(place, ["groen"], ["nota"]).findings
    assert finding.code == "PMG179"

    assert [f.version for f in fix(place, "verkeerd advies").fixed] == [2]
    assert status(place, ["groen"], ["nota"]).findings == ()
