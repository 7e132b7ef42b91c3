"""Each condition of the gate bites: a sound letter passes all, and loses one for each thing."""

from pathlib import Path

import pytest

from pmg_docs.app.final.finalising import finalise
from pmg_docs.app.final.status import LetterProgress, status
from pmg_docs.app.kenmerk.handing_out import assign, reserve
from pmg_docs.checks.gate import TOLD
from pmg_docs.model.errors import NotFound
from pmg_docs.specs.doc_type import Condition, Gates
from pmg_docs.workspace.folder import Workspace
from tests.builders.folder import write_tree
from tests.builders.numbered import numbered
from tests.builders.sound import BODY, CHAMBER, FACTS, NOTA, PRESS, say, workspace


def of(place: Workspace, letter: str) -> LetterProgress:
    [found] = [one for one in status(place).letters if one.letter == letter]
    return found


def unmet(place: Workspace, letter: str) -> list[str]:
    """The conditions that a letter does not meet."""
    return [v.condition.value for s in of(place, letter).steps for v in s.verdicts if not v.is_met]


def not_asked(place: Workspace, letter: str) -> set[str]:
    steps = of(place, letter).steps
    return {v.condition.value for s in steps for v in s.verdicts if not v.concerns}


def test_sound_letters_meet_everything_but_what_must_wait(tmp_path: Path):
    place = workspace(tmp_path)

    assert {one.letter: one.may_be for one in status(place).letters} == {
        "nota": "definitief", "kamerbrief": "definitief", "persbericht": "definitief"}  # fmt: skip
    assert unmet(place, "nota") == ["vastgesteld"]
    assert unmet(place, "persbericht") == ["vastgesteld", "kamer_voor_pers"]
    assert of(place, "nota").waits_for == ()
    assert of(place, "persbericht").waits_for == ("de brief kamerbrief is nog niet verzonden",)


def test_what_does_not_concern_a_letter_is_not_asked(tmp_path: Path):
    place = workspace(tmp_path)

    assert not_asked(place, "nota") == {
        "alleen_openbaar", "ondertekenaars_genoemd", "kamer_voor_pers"}  # fmt: skip
    assert not_asked(place, "kamerbrief") == {"cw31_compleet", "kamer_voor_pers"}
    assert not_asked(place, "persbericht") == {
        "kenmerk_toegekend", "ondertekenaars_genoemd", "cw31_compleet"}  # fmt: skip


@pytest.mark.parametrize(
    ("letter", "part", "old", "new", "lost"),
    [
        ("nota", "nota", "onderwerp: Groen in de buurt", "onderwerp: =minister_open",
         "geen_open_plekken"),
        ("nota", "nota", "Stem in.", "Stem in met XX.", "niets_in_te_vullen"),
        ("nota", "feiten", "bron: besluit, status: vastgesteld", "bron: besluit",
         "feiten_vastgesteld"),
        ("nota", "nota", "Stem in.", "Stem in met 500.000 euro.", "cijfers_uit_feiten"),
        ("nota", "nota", "IENW/BSK-2026/1000", "'=onbekend'", "kenmerk_toegekend"),
        ("nota", "nota", "datum: 2026-01-15", "datum: =minister_open", "datum_klopt"),
        ("kamerbrief", "kamer", "datum: 2026-01-16", "datum: 2026-01-14", "datum_klopt"),
        ("kamerbrief", "kamer", "[=minister]", "[=minister, =minister_open]",
         "ondertekenaars_genoemd"),
        ("nota", "feiten", "gevolgen_sectoren: Geen gevolgen.", "gevolgen_sectoren: nvt",
         "cw31_compleet"),
        ("kamerbrief", "kamer", "krijgt {{ bijdrage }}", "krijgt {{ geheim }}", "alleen_openbaar"),
        ("persbericht", "pers", "datum: 2026-01-17", "datum: 2026-01-10", "kamer_voor_pers"),
        ("nota", "nota", "krijgt {{ bijdrage }}", "krijgt {{ bijdrag }}", "regels_kloppen"),
    ],
)  # fmt: skip
def test_each_condition_bites(
    tmp_path: Path, letter: str, part: str, old: str, new: str, lost: str
):  # fmt: skip
    texts = {"nota": NOTA + BODY, "kamer": CHAMBER, "pers": PRESS, "feiten": FACTS}
    assert old in texts[part]
    place = workspace(tmp_path, **{part: texts[part].replace(old, new, 1)})

    assert lost in unmet(place, letter)


def test_a_number_that_is_only_reserved_or_of_another_letter_is_not_enough(tmp_path: Path):
    place = numbered(tmp_path, {})
    write_tree(tmp_path, {"letters/groen/nota.md": NOTA + BODY, "letters/groen/feiten.yaml": FACTS})

    assert "kenmerk_toegekend" in unmet(place, "nota")
    reserve(place, "groen/nota")
    assert unmet(place, "nota") == ["kenmerk_toegekend", "vastgesteld"]
    whys = [v.why for s in of(place, "nota").steps for v in s.verdicts if v.why]
    assert [why.partition("; ")[2] for why in whys] == [
        "ken het toe met: pmg kenmerk assign groen/nota",
        "kan zij definitief zijn, dan gaat het met: pmg finalise groen --letter nota",
    ]
    assign(place, "groen/nota")
    assert unmet(place, "nota") == ["vastgesteld"]
    path = tmp_path / "letters/_kenmerken/ienw_bsk-2026_1000.yaml"
    path.write_text(path.read_text().replace("groen", "grijs"))
    assert "kenmerk_toegekend" in unmet(place, "nota")


def test_the_press_waits_until_the_letter_to_parliament_is_sent(tmp_path: Path):
    place = workspace(tmp_path)
    finalise(place, "groen", ["kamerbrief"])
    assert unmet(place, "persbericht") == ["vastgesteld", "kamer_voor_pers"]

    say(place, "kamerbrief", "verzonden")
    assert unmet(place, "persbericht") == ["vastgesteld"]


def test_the_press_waits_for_a_letter_that_only_says_it_was_sent(tmp_path: Path):
    place = workspace(tmp_path, kamer=CHAMBER.replace(": definitief", ": verzonden"))

    assert unmet(place, "persbericht") == ["vastgesteld", "kamer_voor_pers"]


def test_the_press_waits_for_a_letter_that_cannot_be_read(tmp_path: Path):
    place = workspace(tmp_path)
    path = tmp_path / "letters/groen/kamerbrief.md"
    path.write_text(path.read_text().replace("aan: Tweede Kamer", "aan: {"))

    assert unmet(place, "persbericht") == ["vastgesteld", "kamer_voor_pers"]


def test_a_date_waits_for_a_nota_that_cannot_be_read(tmp_path: Path):
    place = workspace(tmp_path, nota="geen gegevens\n")

    assert unmet(place, "kamerbrief") == ["datum_klopt", "vastgesteld"]


def test_a_mistake_in_another_letter_does_not_count(tmp_path: Path):
    place = workspace(tmp_path, kamer=CHAMBER.replace("{{ bijdrage }}", "{{ bijdrag }}"))

    assert unmet(place, "nota") == ["vastgesteld"]
    assert "regels_kloppen" in unmet(place, "kamerbrief")


@pytest.mark.parametrize("said", ["afgestemd", "definitief", "verzonden"])
def test_a_letter_that_says_to_be_further_than_it_may_be_is_told(tmp_path: Path, said: str):
    nota = (NOTA + BODY).replace("Stem in.", "Stem in met XX.")
    place = workspace(tmp_path, nota=nota.replace(": definitief", f": {said}"))

    [finding] = status(place).findings
    assert (finding.code, str(finding.where)) == ("PMG179", "letters/groen/nota.md:3:9")


def test_a_letter_that_cannot_be_composed_is_told_and_the_others_are_judged(tmp_path: Path):
    place = workspace(tmp_path, pers="geen gegevens\n")

    report = status(place)
    assert [one.letter for one in report.letters] == ["kamerbrief", "nota"]
    assert [f.code for f in report.findings if f.code != "PMG179"] == ["PMG141"]


def test_one_letter_can_be_asked(tmp_path: Path):
    place = workspace(tmp_path)

    assert [one.letter for one in status(place, ["groen"], ["nota"]).letters] == ["nota"]
    with pytest.raises(NotFound):
        status(place, ["groen"], ["brief"])


def test_a_type_may_ask_less(tmp_path: Path):
    plain = CHAMBER.replace(": definitief", ": concept")
    place = workspace(tmp_path, feiten=FACTS.replace(", status: vastgesteld", ""), kamer=plain)
    type_file = (Path(__file__).parents[2] / "templates/nota/soort.yaml").read_text()
    write_tree(tmp_path, {"templates/nota/soort.yaml": type_file + (
        "voorwaarden: {definitief: [kenmerk_toegekend], verzonden: []}\n")})  # fmt: skip

    assert of(place, "nota").may_be == "verzonden"
    assert of(place, "kamerbrief").may_be == "afgestemd"


def test_a_condition_that_does_not_exist_is_named(tmp_path: Path):
    place = workspace(tmp_path)
    type_file = (Path(__file__).parents[2] / "templates/nota/soort.yaml").read_text()
    write_tree(tmp_path, {"templates/nota/soort.yaml": type_file + (
        "voorwaarden: {definitief: [mooi]}\n")})  # fmt: skip

    [finding] = [f for f in status(place, ["groen"]).findings if f.code == "PMG113"]
    assert "kenmerk_toegekend" in finding.hints[0]


def test_every_condition_is_asked_by_default_once_and_can_be_told():
    asked = [condition for _, conditions in Gates().steps() for condition in conditions]

    assert sorted(asked) == sorted(Condition)
    assert set(TOLD) == set(Condition)
