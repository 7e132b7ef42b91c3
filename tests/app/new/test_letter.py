"""Each letter that is new has a number of its own, and says what is still to be written."""

from pathlib import Path

import pytest

from pmg_docs.app.build import build
from pmg_docs.app.final.status import status
from pmg_docs.app.kenmerk.handing_out import reserve
from pmg_docs.app.new.dossier import new_dossier
from pmg_docs.app.new.letter import new_letter
from pmg_docs.facts.reading import read_facts
from pmg_docs.model.value import Gap
from pmg_docs.workspace.folder import Workspace

TYPES = ("kamerbrief", "persbericht", "voortgangsrapportage")


def place(root: Path, facts: str = "") -> Workspace:
    folder, _ = new_dossier(root, "groen")
    if facts:
        (folder / "feiten.yaml").write_bytes(facts.encode())
        (folder / "nota.md").unlink()
    return Workspace.at(root)


def number(workspace: Workspace, letter: str) -> str:
    text = (workspace.root / f"letters/groen/{letter}.md").read_text(encoding="utf-8")
    [line] = [line for line in text.split("\n") if line.startswith("kenmerk:")]
    return line.removeprefix("kenmerk: ")


def test_each_letter_has_an_open_number_of_its_own(tmp_path: Path):
    workspace = place(tmp_path)

    made = [new_letter(workspace, "groen", name) for name in TYPES]

    assert [one.added_fact for one in made] == [f"kenmerk_{name}" for name in TYPES]
    assert [number(workspace, name) for name in (*TYPES, "nota")] == [
        f"=kenmerk_{name}" for name in (*TYPES, "nota")]  # fmt: skip
    facts, _ = read_facts(workspace, "groen")
    assert all(isinstance(facts[f"kenmerk_{name}"].value, Gap) for name in TYPES)
    build(workspace, formats=["md"])


def test_a_fact_that_is_named_for_the_letter_is_its_number(tmp_path: Path):
    workspace = place(tmp_path, "feiten:\n  kenmerk_kamerbrief: {tekst: '5300203'}\n")

    assert new_letter(workspace, "groen", "kamerbrief").added_fact == ""
    assert number(workspace, "kamerbrief") == "=kenmerk_kamerbrief"


def test_a_number_that_the_register_has_for_it_is_its_number(tmp_path: Path):
    workspace = place(tmp_path)
    new_letter(workspace, "groen", "persbericht")
    reserve(workspace, "groen/persbericht", kenmerk="5300203")
    (tmp_path / "letters/groen/persbericht.md").unlink()
    facts = tmp_path / "letters/groen/feiten.yaml"
    lines = facts.read_text().split("\n")
    facts.write_text("\n".join(one for one in lines if "kenmerk_persbericht" not in one))

    assert new_letter(workspace, "groen", "persbericht").added_fact == ""
    assert number(workspace, "persbericht") == "=kenmerk:persbericht"
    build(workspace, ["groen"], ["persbericht"], ["md"])


@pytest.mark.parametrize(
    "facts",
    [
        "stijl: rijk\n",
        "# niets\nfeiten:\n",
        "feiten: # van het besluit\n# meer\n    een: 1\n    ander: 2\n",
        "stijl: rijk\r\nfeiten:\r\n  een: 1\r\n\r\nregels: []\r\n",
        "feiten:\n  een: 1\n  kenmerk_nota:\n    open: het kenmerk\n",
    ],
)
def test_the_facts_of_an_officer_stay_as_they_were(tmp_path: Path, facts: str):
    workspace = place(tmp_path, facts)

    made = new_letter(workspace, "groen", "persbericht")

    assert made.added_fact == "kenmerk_persbericht"
    now = (tmp_path / "letters/groen/feiten.yaml").read_bytes().decode()
    kept = [line for line in now.splitlines(keepends=True) if "kenmerk_persbericht" not in line]
    assert facts.rstrip() in "".join(kept)
    assert ("\r\n" in facts) == now.endswith("\r\n")
    build(workspace, formats=["md"])


def test_facts_in_a_form_that_has_no_room_are_left_alone(tmp_path: Path):
    given = "feiten: {een: 1}\n"
    workspace = place(tmp_path, given)

    made = new_letter(workspace, "groen", "kamerbrief")

    assert made.added_fact == ""
    assert (tmp_path / "letters/groen/feiten.yaml").read_text() == given
    assert number(workspace, "kamerbrief") == "nog in te vullen"


@pytest.mark.parametrize("kind", [*TYPES, "nota"])
def test_what_a_letter_begins_with_is_not_finished(tmp_path: Path, kind: str):
    minister = "{persoon: {naam: A. de Wit, ambt: Minister van Proeven}}"
    workspace = place(tmp_path, f"feiten:\n  minister: {minister}\n")
    new_letter(workspace, "groen", kind)

    found = {f.code: f.stops for f in build(workspace, formats=["md"]).findings}

    assert found["PMG288"] is False
    [letter] = status(workspace).letters
    unmet = [v.condition.value for v in letter.steps[0].verdicts if not v.is_met]
    assert unmet == ["niets_in_te_vullen"]
