"""A bundle has what was fixed and is for whom it goes to, or there is none."""

from pathlib import Path

import pytest

from pmg_docs.app.bundle import Asked, bundle
from pmg_docs.model.bundled import Audience
from pmg_docs.model.errors import NotFound
from pmg_docs.workspace.folder import Workspace
from tests.app.bundle.told import nothing_written, refused, stopping
from tests.builders.bundles import archived, edit, fixed, tree
from tests.builders.finals import KEPT
from tests.builders.sound import BODY, NOTA

ROOT = Path(__file__).parents[3]
KAMER = Asked(Audience.PARLIAMENT)


# What goes to whom.


def test_parliament_gets_no_press_release(place: Workspace):
    done = bundle(place, "groen", KAMER)

    assert done.bundled is not None
    assert [one.type for one in done.bundled.letters] == ["kamerbrief", "nota"]
    assert "persbericht" not in "".join(tree(place.root / "build/_bundel/groen-kamer"))


def test_parliament_need_not_wait_for_the_press_release(tmp_path: Path):
    place = fixed(tmp_path)
    edit(place, "letters/groen/persbericht.md", "Elke gemeente", "Iedere gemeente XX")

    assert bundle(place, "groen", KAMER).is_new
    done = archived(place)
    assert "PMG445" in stopping(done)


def test_a_nota_that_shows_what_is_not_public_does_not_go_silently(tmp_path: Path):
    place = fixed(tmp_path, nota=NOTA + BODY.replace("Stem in.", "Stem in met {{ geheim }}."))

    done = bundle(place, "groen", KAMER)

    assert stopping(done) == ["PMG437"]
    assert not done.is_ready
    assert nothing_written(place)
    assert archived(place).is_new


def test_a_nota_with_words_in_a_section_that_is_not_public_does_not_go(tmp_path: Path):
    body = f"{BODY}\n## 5. Informatie die niet openbaar gemaakt kan worden\n\nDit blijft hier.\n"
    place = fixed(tmp_path, nota=NOTA + body)

    [found] = [f for f in bundle(place, "groen", KAMER).findings if f.stops]

    assert found.code == "PMG437"
    assert "onder '5. Informatie die niet openbaar gemaakt kan worden' staat tekst" in found.message
    assert found.where is not None
    assert found.where.file == "letters/groen/nota.md"


def test_why_something_is_not_public_may_be_known(tmp_path: Path):
    body = (f"{BODY}\n## 5. Informatie die niet openbaar gemaakt kan worden\n\n"
            "## 5.1 Toelichting\n\nNamen zijn weggelaten.\n")  # fmt: skip
    place = fixed(tmp_path, nota=NOTA + body)

    assert bundle(place, "groen", KAMER).is_new


def test_a_standard_part_of_the_dossier_itself_counts_as_words_of_the_letter(tmp_path: Path):
    (tmp_path / "letters/groen").mkdir(parents=True)
    (tmp_path / "letters/groen/niet_openbaar.md.j2").write_text("Dit blijft hier.\n")
    place = fixed(tmp_path)

    assert stopping(bundle(place, "groen", KAMER)) == ["PMG437"]


def test_a_letter_can_be_left_out_for_parliament(tmp_path: Path):
    place = fixed(tmp_path, nota=NOTA + BODY.replace("Stem in.", "Stem in met {{ geheim }}."))

    done = bundle(place, "groen", Asked(Audience.PARLIAMENT, without=["nota"]))

    assert done.bundled is not None
    assert [one.type for one in done.bundled.letters] == ["kamerbrief"]


def test_what_is_left_out_must_be_there(place: Workspace):
    with pytest.raises(NotFound) as caught:
        bundle(place, "groen", Asked(Audience.PARLIAMENT, without=["notta"]))

    assert refused(caught) == ["PMG154"]


def test_a_type_says_itself_that_it_goes_to_parliament(place: Workspace):
    folder = place.root / "templates/persbericht"
    folder.mkdir(parents=True)
    text = (ROOT / "templates/persbericht/soort.yaml").read_text()
    (folder / "soort.yaml").write_text(text.replace("lead: ja", "lead: ja\nnaar_kamer: ja"))

    done = bundle(place, "groen", KAMER)

    assert done.bundled is not None
    assert [one.type for one in done.bundled.letters] == ["kamerbrief", "nota", "persbericht"]


@pytest.mark.parametrize("gone", [("nota", "kamerbrief"), ("kamerbrief",)])
def test_without_a_letter_to_parliament_nothing_goes_to_it(place: Workspace, gone: list[str]):
    for name in gone:
        (place.root / f"letters/groen/{name}.md").unlink()

    assert stopping(bundle(place, "groen", KAMER)) == ["PMG436"]


# The gate.


def test_a_letter_that_was_not_fixed_keeps_the_gate_shut(place: Workspace):
    kept = place.root / "letters/_kenmerken/ienw_bsk-2026_1001.yaml"
    kept.write_text("".join(line for line in kept.read_text().splitlines(keepends=True)
                            if not line.startswith("vastgesteld")))  # fmt: skip

    done = archived(place)

    assert stopping(done) == ["PMG436"]
    assert [one.letter for one in done.letters] == ["kamerbrief", "nota", "persbericht"]
    assert nothing_written(place)


def test_a_letter_that_went_out_and_is_gone_keeps_it_shut(place: Workspace):
    (place.root / "letters/groen/persbericht.md").unlink()

    done = archived(place)

    assert stopping(done) == ["PMG436"]
    assert "groen/persbericht" in next(f.message for f in done.findings if f.stops)
    assert bundle(place, "groen", KAMER).is_new


def test_other_words_than_were_fixed_keep_it_shut(place: Workspace):
    edit(place, "letters/groen/nota.md", "Stem in.", "Stem niet in.")

    assert stopping(archived(place)) == ["PMG445"]
    assert nothing_written(place)


def test_a_stored_letter_that_somebody_changed_keeps_it_shut(place: Workspace):
    edit(place, KEPT, "Stem in.", "Stem niet in.")

    assert stopping(archived(place)) == ["PMG446"]
    assert nothing_written(place)


def test_a_fact_that_is_provisional_again_keeps_it_shut(place: Workspace):
    edit(place, "letters/groen/feiten.yaml", "bron: besluit, status: vastgesteld", "bron: besluit")

    done = archived(place)

    assert not done.is_ready
    assert nothing_written(place)


def test_a_rule_that_no_longer_holds_keeps_it_shut(place: Workspace):
    text = "  - {code: R1, regel: bijdrage == 2 * bijdrage, uitleg: Zo is het., ernst: fout}\n"
    with (place.root / "letters/groen/feiten.yaml").open("a") as file:
        file.write(f"regels:\n{text}")

    assert stopping(archived(place)) == ["R1"]
    assert nothing_written(place)


def test_a_trial_writes_nothing(place: Workspace):
    done = bundle(place, "groen", is_trial=True)

    assert done.is_ready
    assert done.bundled is None
    assert nothing_written(place)
