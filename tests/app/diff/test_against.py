"""Today's letters against what went out: what changed since, why, and what cannot be compared."""

import datetime as dt
from pathlib import Path

import pytest

from pmg_docs.app.diff.choosing import Question, diff_what
from pmg_docs.app.diff.files import diff_files
from pmg_docs.app.diff.redlines import write_redlines
from pmg_docs.app.diff.sides import Outcome
from pmg_docs.app.diff.state import Against
from pmg_docs.app.diff.tracked import Tracked
from pmg_docs.app.final.finalising import finalise
from pmg_docs.app.kenmerk.handing_out import assign, withdraw
from pmg_docs.model.changes import CauseKind, Chapter, Mark
from pmg_docs.model.errors import NotFound
from pmg_docs.readers import read_text
from pmg_docs.readers.identity import read_identity
from pmg_docs.readers.locks import read_locks
from pmg_docs.workspace.folder import Workspace
from tests.builders.folder import codes, only, write_tree
from tests.builders.repository import changed, commit, git
from tests.builders.sound import BODY, FACTS, NOTA, workspace

FACTS_FILE, NOTA_FILE = "letters/groen/feiten.yaml", "letters/groen/nota.md"
KEPT = "letters/groen/vastgesteld/ienw_bsk-2026_1000.json"
DAY = dt.date(2026, 1, 31)


def fixed(place: Workspace, *letters: str, reason: str = "") -> Workspace:
    done = finalise(place, "groen", letters or ["nota"], reason=reason, by="A. Voorbeeld")
    assert done.fixed
    return place


def against(
    place: Workspace, *letters: str, state: Against = Against.FIXED, what: str = "groen"
) -> Outcome:
    return diff_what(Question([what], letters, against=state, root=place.root))


def told(chapter: Chapter) -> list[str]:
    return ["".join(s.text for s in one.segments) for one in chapter.told]


def test_a_letter_that_is_as_it_went_out_has_no_differences(tmp_path: Path):
    found = against(fixed(workspace(tmp_path)), "nota").differences

    assert found.is_same
    assert found.is_whole
    assert (found.compared, found.findings) == (1, ())


def test_a_changed_fact_is_the_cause_with_its_value_before_and_after(tmp_path: Path):
    place = fixed(workspace(tmp_path))
    changed(place.root, FACTS_FILE, "500000", "600000")

    [chapter] = against(place, "nota").differences.chapters
    cause = chapter.cause
    assert (cause.kind, cause.name, cause.old, cause.new) == (
        CauseKind.FACT, "bijdrage", "€ 500.000", "€ 600.000"
    )  # fmt: skip
    assert cause.where is not None
    assert (cause.where.file, cause.where.line) == (FACTS_FILE, 5)

    assert chapter.documents == ("groen/nota",)
    assert len(told(chapter)) == 1
    assert len(chapter.told[0].spots) == 2  # the sentence, and the cell of the table


def test_a_changed_sentence_has_the_letter_as_its_cause(tmp_path: Path):
    place = fixed(workspace(tmp_path))
    changed(place.root, NOTA_FILE, "Stem in.", "Stem niet in.")

    [chapter] = against(place, "nota").differences.chapters
    assert (chapter.cause.kind, chapter.cause.name) == (CauseKind.LETTER, NOTA_FILE)
    assert told(chapter) == ["Stem niet in."]


def test_a_fact_and_a_sentence_that_both_changed_are_told_apart(tmp_path: Path):
    place = fixed(workspace(tmp_path))
    changed(place.root, FACTS_FILE, "500000", "600000")
    changed(place.root, NOTA_FILE, "Stem in.", "Stem niet in.")

    fact, letter = against(place, "nota").differences.chapters
    assert (fact.cause.kind, letter.cause.kind) == (CauseKind.FACT, CauseKind.LETTER)
    assert told(letter) == ["Stem niet in."]


def test_another_notation_of_the_same_fact_is_no_changed_fact(tmp_path: Path):
    place = fixed(workspace(tmp_path))
    changed(place.root, NOTA_FILE, "krijgt {{ bijdrage }}", "krijgt {{ bijdrage | voluit }}")
    changed(place.root, FACTS_FILE, "stijl: water", "# Een opmerking.\nstijl: water")

    [chapter] = against(place, "nota").differences.chapters
    assert (chapter.cause.kind, chapter.cause.name) == (CauseKind.LETTER, NOTA_FILE)


def test_a_computed_figure_names_the_facts_that_it_came_from(tmp_path: Path):
    body = NOTA + BODY.replace("krijgt {{ bijdrage }}", "krijgt {{ bijdrage * aantal }}")
    facts = FACTS + "  aantal: {getal: 3, bron: besluit, status: vastgesteld}\n"
    place = fixed(workspace(tmp_path, nota=body, feiten=facts))
    changed(place.root, FACTS_FILE, "getal: 3", "getal: 4")

    [chapter] = against(place, "nota").differences.chapters
    assert (chapter.cause.kind, chapter.cause.name) == (CauseKind.FACT, "aantal")


def test_a_fact_that_is_gone_is_told_as_gone(tmp_path: Path):
    place = fixed(workspace(tmp_path))
    changed(place.root, NOTA_FILE, "aan: =minister", "aan: De directeur")
    changed(place.root, FACTS_FILE, "  minister: {persoon", "  ander: {persoon")
    changed(place.root, "letters/groen/kamerbrief.md", "=minister", "=ander")

    [chapter] = against(place, "nota").differences.chapters
    [also] = chapter.told[0].also
    assert (also.name, also.old, also.new) == ("minister", "Minister van Proeven", "")


def test_a_letter_that_got_another_kenmerk_is_held_against_what_went_out(tmp_path: Path):
    place = fixed(workspace(tmp_path))
    withdraw(place, "IENW/BSK-2026/1000", "verkeerd nummer", also_fixed=True)
    changed(place.root, NOTA_FILE, "BSK-2026/1000", "BSK-2026/1005")
    assign(place, "groen/nota", "IENW/BSK-2026/1005")

    found = against(place, "nota").differences
    assert "vastgesteld onder IENW/BSK-2026/1000" in found.old
    [chapter] = found.chapters
    assert (chapter.cause.kind, chapter.told[0].spots[0].standing) == (
        CauseKind.LETTER, "veld kenmerk"
    )  # fmt: skip


def test_the_last_version_counts(tmp_path: Path):
    place = fixed(workspace(tmp_path))
    changed(place.root, NOTA_FILE, "Stem in.", "Stem niet in.")
    assert not against(place, "nota").differences.is_same
    fixed(place, reason="verkeerd advies")

    found = against(place, "nota").differences
    assert found.is_same
    assert found.old.endswith(", versie 2")


def test_that_a_letter_does_not_say_it_was_sent_is_no_change_of_words_but_told(tmp_path: Path):
    place = fixed(workspace(tmp_path))

    found = against(place, "nota", state=Against.SENT).differences
    assert found.is_same
    finding = only(found.findings)
    assert (finding.code, finding.stops) == ("PMG485", False)
    assert finding.message == "groen/nota zegt nu 'definitief' en niet 'verzonden'."


def test_a_letter_that_says_it_was_sent_needs_no_remark(tmp_path: Path):
    sent = NOTA.replace(": definitief", ": verzonden")
    place = fixed(workspace(tmp_path, nota=sent + BODY))

    assert against(place, "nota", state=Against.SENT).differences.findings == ()


def test_letters_that_were_never_fixed_are_said_and_count_as_no_change(tmp_path: Path):
    found = against(fixed(workspace(tmp_path))).differences

    assert found.is_same
    assert (found.compared, found.added) == (1, ())
    finding = only(found.findings)
    assert (finding.code, finding.stops) == ("PMG485", False)
    assert finding.message == ("groen/kamerbrief en groen/persbericht zijn nog nooit vastgesteld.")


def test_when_nothing_was_fixed_there_is_nothing_to_compare(tmp_path: Path):
    with pytest.raises(NotFound) as caught:
        against(workspace(tmp_path))

    finding = only(caught.value.findings)
    assert finding.code == "PMG485"
    assert finding.hints[0].endswith("vaststellen gaat met: pmg finalise groen")


def test_a_fixed_letter_whose_source_is_gone_is_removed(tmp_path: Path):
    place = fixed(workspace(tmp_path))
    (place.root / NOTA_FILE).unlink()

    found = against(place).differences
    assert (found.removed, found.compared) == (("groen/nota",), 0)
    assert not found.is_same


def test_a_dossier_that_is_gone_can_still_be_asked_for(tmp_path: Path):
    place = fixed(workspace(tmp_path))
    for path in (place.root / "letters/groen").glob("*.*"):
        path.unlink()

    assert against(place).differences.removed == ("groen/nota",)
    everything = diff_what(Question(against=Against.FIXED, root=place.root)).differences
    assert everything.removed == ("groen/nota",)


def test_several_letters_share_the_fact_that_changed_both(tmp_path: Path):
    place = fixed(workspace(tmp_path), "nota", "kamerbrief")
    changed(place.root, FACTS_FILE, "500000", "600000")

    found = against(place).differences
    assert found.old == "wat is vastgesteld"
    [chapter] = found.chapters
    assert chapter.documents == ("groen/kamerbrief", "groen/nota")


def test_a_kept_tree_that_somebody_changed_is_refused_and_the_others_are_compared(tmp_path: Path):
    place = fixed(workspace(tmp_path), "nota", "kamerbrief")
    changed(place.root, KEPT, "Stem in.", "Stem uit.")
    changed(place.root, FACTS_FILE, "500000", "600000")

    found = against(place).differences
    finding = only(tuple(f for f in found.findings if f.stops))
    assert finding.code == "PMG446"
    assert finding.message.startswith(KEPT)
    assert not found.is_whole
    assert [chapter.documents for chapter in found.chapters] == [("groen/kamerbrief",)]


def test_a_kept_tree_that_is_gone_is_said_and_not_taken_for_never_fixed(tmp_path: Path):
    place = fixed(workspace(tmp_path))
    (place.root / KEPT).unlink()

    finding = only(against(place, "nota").differences.findings)
    assert (finding.code, finding.message) == ("PMG446", f"{KEPT} is er niet meer.")


def test_a_letter_of_today_that_holds_an_error_is_not_compared(tmp_path: Path):
    place = fixed(workspace(tmp_path))
    changed(place.root, NOTA_FILE, "{{ bijdrage }}", "{{ onbekend }}")

    found = against(place, "nota").differences
    assert codes(found.findings) == ["PMG190"]
    assert (found.removed, found.is_whole) == ((), False)


def test_another_look_of_today_changes_no_words(tmp_path: Path):
    place = fixed(workspace(tmp_path))
    changed(place.root, "styles/water/stijl.yaml", "naam: water", "# anders\nnaam: water")

    assert against(place, "nota").differences.is_same


def test_a_letter_of_another_invented_ministry_by_now_is_compared_with_the_old_look(tmp_path: Path):
    place = fixed(workspace(tmp_path))
    write_tree(tmp_path, {"styles/klei/stijl.yaml": "naam: klei\nbreidt_uit: water\n"})
    changed(place.root, FACTS_FILE, "stijl: water", "stijl: klei")

    outcome = against(place, "nota")
    [pair] = outcome.pairs
    looks = [one.composed.look.style.name for one in (pair.old, pair.new) if one.composed]
    assert looks == ["water", "klei"]


def test_git_says_who_changed_it_last(tmp_path: Path):
    place = fixed(workspace(tmp_path))
    git(place.root, "init", "--initial-branch", "main")
    commit(place.root, {}, "Zoals het uitging")
    changed(place.root, FACTS_FILE, "500000", "600000")
    commit(place.root, {}, "Zes ton")
    changed(place.root, NOTA_FILE, "Stem in.", "Stem niet in.")

    fact, letter = against(place, "nota").differences.chapters
    assert fact.cause.commit is not None
    assert fact.cause.commit.subject == "Zes ton"
    assert (letter.cause.commit, letter.cause.is_recorded) == (None, False)


def test_a_revision_does_not_go_with_it(tmp_path: Path):
    with pytest.raises(NotFound) as caught:
        diff_what(Question(["groen"], since="HEAD", against=Against.SENT, root=tmp_path))

    finding = only(caught.value.findings)
    assert (finding.code, finding.message) == (
        "PMG197", "Bij --against hoort geen --from of --to."
    )  # fmt: skip


def test_a_letter_or_dossier_that_does_not_exist_is_said(tmp_path: Path):
    place = fixed(workspace(tmp_path))

    for what, letters, code in (("groen", ["nietes"], "PMG193"), ("nietes", [], "PMG152")):
        with pytest.raises(NotFound) as caught:
            against(place, *letters, what=what)
        assert codes(caught.value.findings) == [code]


def test_the_redline_has_what_went_out_and_what_stands_there_now(tmp_path: Path):
    place = fixed(workspace(tmp_path), "nota", "kamerbrief")
    changed(place.root, FACTS_FILE, "500000", "600000")
    changed(place.root, NOTA_FILE, "Stem in.", "Stem niet in.")

    made = write_redlines(against(place), tmp_path / "uit", "A. Jansen", DAY, Tracked.ACCEPT)
    assert [name for name, _ in made.written] == ["groen/kamerbrief", "groen/nota"]
    assert made.refused == ()
    text = read_text((tmp_path / "uit/groen/nota.docx").read_bytes(), "nota.docx")
    marks = {r.text.strip() for p in text.passages for r in p.revisions}
    assert "niet" in marks
    # A file without CONCEPT comes of pmg finalise only: not of accepting or rejecting changes.
    assert any(p.text == "CONCEPT" for p in text.passages)
    assert not any("CONCEPT" in mark for mark in marks)


def test_the_redline_is_not_what_went_out_and_says_no_such_thing(tmp_path: Path):
    place = fixed(workspace(tmp_path))
    changed(place.root, FACTS_FILE, "500000", "600000")
    redline = tmp_path / "wijzigingen.docx"
    write_redlines(against(place, "nota"), redline, "A. Jansen", DAY, Tracked.ACCEPT)

    data = redline.read_bytes()
    assert not any(one.is_on for one in read_locks(data, "docx"))
    assert not any(one.status or one.fingerprint for one in read_identity(data, "docx"))


def test_a_letter_that_is_as_it_went_out_has_no_redline(tmp_path: Path):
    place = fixed(workspace(tmp_path))

    made = write_redlines(against(place), tmp_path / "uit", "A. Jansen", DAY, Tracked.ACCEPT)
    assert (made.written, made.same) == ((), ("groen/nota",))


def test_a_redline_of_which_all_is_rejected_says_what_went_out(tmp_path: Path):
    place = fixed(workspace(tmp_path))
    sent = tmp_path / "verzonden.docx"
    sent.write_bytes((place.root / "build/groen/nota.docx").read_bytes())
    changed(place.root, FACTS_FILE, "500000", "600000")
    changed(place.root, NOTA_FILE, "Stem in.", "Stem niet in.")
    redline = tmp_path / "wijzigingen.docx"
    write_redlines(against(place, "nota"), redline, "A. Jansen", DAY, Tracked.ACCEPT)

    rejected = diff_files(redline, sent, Tracked.REJECT).differences
    assert {text for one in rejected.chapters for text in told(one)} == {"CONCEPT"}
    accepted = diff_files(redline, sent, Tracked.ACCEPT).differences
    assert "Stem niet in." in {text for one in accepted.chapters for text in told(one)}


def test_a_number_that_cannot_be_read_is_said_as_it_may_be_of_a_letter_that_went_out(
    tmp_path: Path,
):
    place = fixed(workspace(tmp_path))
    changed(place.root, "letters/_kenmerken/ienw_bsk-2026_1001.yaml", "status: toegekend", "")

    found = against(place, "nota").differences
    assert [f.code for f in found.findings if f.stops]
    assert not found.is_whole


def test_a_long_list_of_which_one_name_changed_shows_that_name_only(tmp_path: Path):
    names = "Almelo, Breda, Delft, Diemen, Gouda, Haarlem, Hoorn, Leiden, Venlo, Zwolle"
    facts = f"{FACTS}  plaatsen: {{gemeenten: [{names}], bron: besluit, status: vastgesteld}}\n"
    body = NOTA + BODY.replace("Elke gemeente", "Het gaat om {{ plaatsen }}. Elke gemeente")
    place = fixed(workspace(tmp_path, nota=body, feiten=facts))
    changed(place.root, FACTS_FILE, "Breda", "Bunnik")

    [chapter] = against(place, "nota").differences.chapters
    assert chapter.cause.name == "plaatsen"
    marked = {s.text.strip(" ,") for s in chapter.cause.segments if s.mark is not Mark.SAME}
    assert marked == {"Breda", "Bunnik"}
