"""Every change of a dossier is told under what caused it, with who and when."""

from pathlib import Path
from shutil import copytree

import pytest

from pmg_docs.app.diff.dossiers import diff_dossiers
from pmg_docs.app.diff.sides import Outcome
from pmg_docs.model.changes import CauseKind, Chapter, Differences, Mark
from pmg_docs.workspace.folder import Workspace, builtin_folder
from tests.builders.folder import nota_text
from tests.builders.repository import AUTHOR, BODY, changed, commit, repository

FACTS_FILE, NOTA = "letters/proef/feiten.yaml", "letters/proef/nota.md"
RELEASE = """\
---
soort: persbericht
onderwerp: Een proef
datum: 2026-01-15
contact: C. Woord
---

Er gaat {{ bedrag }} naar scholen.
"""


def outcome(root: Path, since: str = "HEAD", until: str = "") -> Outcome:
    return diff_dossiers(Workspace.at(root), since=since, until=until)


def differences(root: Path, since: str = "HEAD", until: str = "") -> Differences:
    return outcome(root, since, until).differences


def only(found: Differences) -> Chapter:
    assert len(found.chapters) == 1, [chapter.cause for chapter in found.chapters]
    return found.chapters[0]


def causes(found: Differences) -> list[tuple[CauseKind, str]]:
    return [(chapter.cause.kind, chapter.cause.name) for chapter in found.chapters]


def words(chapter: Chapter) -> list[tuple[str, str]]:
    """What went and what came, of each change."""
    return [
        (
            "".join(s.text for s in told.segments if s.mark is Mark.OLD),
            "".join(s.text for s in told.segments if s.mark is Mark.NEW),
        )
        for told in chapter.told
    ]


def test_nothing_changed(tmp_path: Path):
    found = differences(repository(tmp_path))

    assert found.is_same
    assert found.compared == 1


def test_a_changed_fact_is_named_with_its_values_and_line(tmp_path: Path):
    chapter = only(differences(changed(repository(tmp_path), FACTS_FILE, "500000", "600000")))

    cause = chapter.cause
    assert (cause.kind, cause.name) == (CauseKind.FACT, "bedrag")
    assert (cause.old, cause.new) == ("€ 500.000", "€ 600.000")
    assert str(cause.where) == f"{FACTS_FILE}:3:20"
    assert words(chapter) == [("500.000,-", "600.000,-")]


def test_a_fact_that_is_not_committed_is_told_as_such(tmp_path: Path):
    cause = only(differences(changed(repository(tmp_path), FACTS_FILE, "500000", "600000"))).cause

    assert cause.commit is None
    assert not cause.is_recorded


def test_a_fact_that_is_committed_names_who_and_when(tmp_path: Path):
    root = changed(repository(tmp_path), FACTS_FILE, "500000", "600000")
    last = commit(root, {}, "Verhoog het bedrag", day="2026-04-01T00:30:00+02:00")

    said = only(differences(root, "HEAD~1")).cause.commit
    assert said is not None
    assert (said.author, said.day) == (AUTHOR, "2026-04-01")
    assert (said.subject, said.identity) == ("Verhoog het bedrag", last[:10])


def test_who_changed_a_fact_is_who_changed_that_line(tmp_path: Path):
    root = changed(repository(tmp_path), FACTS_FILE, "500000", "600000")
    commit(root, {}, "Verhoog het bedrag", author="B. Eerst")
    commit(changed(root, FACTS_FILE, "Almelo", "Breda"), {}, "Andere plaats", author="C. Later")

    found = differences(root, "HEAD~2", "HEAD")
    assert {c.cause.name: c.cause.commit.author for c in found.chapters if c.cause.commit} == {
        "bedrag": "B. Eerst",
        "plaats": "C. Later",
    }


def test_a_fact_in_two_documents_is_told_once_with_both(tmp_path: Path):
    root = repository(tmp_path, {"letters/proef/persbericht.md": RELEASE})

    chapter = only(differences(changed(root, FACTS_FILE, "500000", "600000")))
    assert chapter.documents == ("proef/nota", "proef/persbericht")


def test_the_very_same_sentence_in_two_documents_is_shown_once(tmp_path: Path):
    root = repository(tmp_path, {"letters/proef/tweede.md": nota_text(BODY).replace(
        "soort: nota", "soort: nota\nstijl: rijk")})  # fmt: skip

    chapter = only(differences(changed(root, FACTS_FILE, "Almelo", "Breda")))
    [told] = chapter.told
    assert [spot.document for spot in told.spots] == ["proef/nota", "proef/tweede"]


def test_a_shared_fact_reaches_letters_of_two_dossiers(tmp_path: Path):
    shared = "feiten:\n  minister: {tekst: A. Eerste}\n"
    body = nota_text("Aan {{ minister }}.")
    rest = "gebruikt: [../_gedeeld/jenv.yaml]\nfeiten: {}\n"
    files = {"letters/_gedeeld/jenv.yaml": shared}
    for name in ("een", "twee"):
        files |= {f"letters/{name}/feiten.yaml": rest, f"letters/{name}/nota.md": body}
    root = repository(tmp_path, files)

    chapter = only(differences(changed(root, "letters/_gedeeld/jenv.yaml", "Eerste", "Tweede")))
    assert chapter.documents == ("een/nota", "twee/nota")


def test_a_changed_sentence_is_of_the_letter(tmp_path: Path):
    chapter = only(differences(changed(repository(tmp_path), NOTA, "Het begint", "Dit start")))

    assert (chapter.cause.kind, chapter.cause.name) == (CauseKind.LETTER, NOTA)
    assert words(chapter) == [("Het begint", "Dit start")]
    assert str(chapter.told[0].spots[0].where) == f"{NOTA}:13:1"
    assert chapter.told[0].spots[0].standing == "1. Aanleiding"


def test_one_sentence_with_two_causes_is_told_under_each_with_its_own_words(tmp_path: Path):
    root = changed(repository(tmp_path), FACTS_FILE, "500000", "600000")
    found = differences(changed(root, NOTA, "Er gaat", "Er komt"))

    assert causes(found) == [(CauseKind.FACT, "bedrag"), (CauseKind.LETTER, NOTA)]
    assert [words(chapter) for chapter in found.chapters] == [
        [("500.000,-", "600.000,-")],
        [("gaat", "komt")],
    ]


def test_a_fact_shown_in_another_notation_is_of_the_letter(tmp_path: Path):
    root = changed(repository(tmp_path), NOTA, "{{ aantal }}", "{{ aantal | voluit }}")

    assert causes(differences(root)) == [(CauseKind.LETTER, NOTA)]


def test_a_turn_that_a_fact_takes_is_of_that_fact(tmp_path: Path):
    body = f"{BODY}\n\n{{% if aantal > 22 %}}Dat is meer dan eerst.{{% endif %}}"
    root = repository(tmp_path, {NOTA: nota_text(body)})

    chapter = only(differences(changed(root, FACTS_FILE, "aantal: 20", "aantal: 24")))
    assert chapter.cause.name == "aantal"
    assert ("", "Dat is meer dan eerst.") in words(chapter)


def test_a_value_above_the_letter_is_of_the_letter(tmp_path: Path):
    found = differences(changed(repository(tmp_path), NOTA, "kenmerk: 2026-1", "kenmerk: 2026-2"))

    chapter = only(found)
    assert chapter.cause.kind is CauseKind.LETTER
    assert chapter.told[0].spots[0].standing == "kop kenmerk"


def test_a_removed_fact_is_told_with_the_letter_that_let_it_go(tmp_path: Path):
    root = changed(repository(tmp_path), NOTA, " naar {{ aantal }} gemeenten", "")
    found = differences(changed(root, FACTS_FILE, "  aantal: 20\n", ""))

    assert causes(found) == [(CauseKind.LETTER, NOTA)]
    assert [cause.name for cause in only(found).told[0].also] == ["aantal"]


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A repository with types and styles of its own."""
    root = repository(tmp_path)
    for name in ("templates", "styles"):
        copytree(builtin_folder() / name, root / name)
    commit(root, {}, "Eigen soorten en stijlen")
    return root


def test_a_label_of_a_type_is_of_that_type(own: Path):
    changed(own, "templates/nota/soort.yaml", "label: Ons kenmerk", "label: Nummer")

    assert causes(differences(own)) == [(CauseKind.TYPE, "templates/nota/soort.yaml")]


def test_the_notation_of_a_type_is_of_that_type_though_the_letter_changed_too(own: Path):
    changed(own, "templates/nota/soort.yaml", "bedrag: streepje", "bedrag: kaal")
    changed(own, NOTA, "Het begint", "Dit start")

    found = differences(own)
    assert {c.cause.kind: words(c) for c in found.chapters} == {
        CauseKind.LETTER: [("Het begint", "Dit start")],
        CauseKind.TYPE: [("500.000,-", "500.000")],
    }


def test_a_standard_part_is_of_its_template(own: Path):
    changed(own, "templates/nota/niet_openbaar.md.j2", "Niet van toepassing", "Er is niets")

    [(kind, name)] = causes(differences(own))
    assert (kind, name) == (CauseKind.TEMPLATE, "templates/nota/niet_openbaar.md.j2")


def test_the_sender_is_of_the_style(own: Path):
    (own / "styles/wbk").mkdir()
    style = "naam: wbk\nbreidt_uit: rijk\nafzender: {website: www.voorbeeld.nl/wbk}\n"
    (own / "styles/wbk/stijl.yaml").write_text(style)
    commit(changed(own, FACTS_FILE, "stijl: rijk", "stijl: wbk"), {}, "Eigen stijl")
    changed(own, "styles/wbk/stijl.yaml", "nl/wbk", "nl/water")

    found = differences(own)
    assert causes(found) == [(CauseKind.STYLE, "styles/wbk/stijl.yaml")]
    assert found.looks == ()


def test_a_type_that_the_workspace_takes_over_unchanged_is_no_difference(tmp_path: Path):
    root = repository(tmp_path)
    copytree(builtin_folder() / "templates", root / "templates")

    assert differences(root).is_same


def test_another_colour_is_told_apart_and_changes_no_word(own: Path):
    changed(own, "styles/rijk/stijl.yaml", "#154273", "#7a1f1f")

    found = differences(own)
    assert found.chapters == ()
    assert [look.what for look in found.looks] == [
        "styles/rijk/stijl.yaml, kleuren.accent: #154273 → #7a1f1f"
    ]
    assert not found.is_same


def test_emphasis_alone_is_told_apart(tmp_path: Path):
    found = differences(changed(repository(tmp_path), NOTA, "Het begint", "Het **begint**"))

    assert found.chapters == ()
    assert [look.documents for look in found.looks] == [("proef/nota",)]


def test_a_comment_in_the_facts_is_no_difference(tmp_path: Path):
    root = changed(repository(tmp_path), FACTS_FILE, "feiten:\n", "# let op\nfeiten:\n")

    assert differences(root).is_same


def test_a_fact_that_no_letter_shows_is_told_apart(tmp_path: Path):
    root = repository(tmp_path, {FACTS_FILE: "feiten:\n  bedrag: {bedrag: 500000}\n  aantal: 20\n"
                                             "  plaats: {tekst: Almelo}\n  stil: 7\n"})  # fmt: skip

    found = differences(changed(root, FACTS_FILE, "stil: 7", "stil: 8"))
    assert found.is_same
    assert [(cause.name, cause.old, cause.new) for cause in found.silent] == [("stil", "7", "8")]


def test_a_letter_of_another_type_is_said_to_be_one(tmp_path: Path):
    root = repository(tmp_path, {"letters/proef/stuk.md": RELEASE})
    copytree(builtin_folder() / "templates/persbericht", root / "templates/bericht")
    changed(root, "templates/bericht/soort.yaml", "naam: persbericht", "naam: bericht")
    changed(
        root, "templates/bericht/soort.yaml", "documentwoord: persbericht", "documentwoord: post"
    )

    found = differences(changed(root, "letters/proef/stuk.md", "persbericht", "bericht"))
    assert [finding.code for finding in found.findings] == ["PMG483"]
    assert causes(found) == [(CauseKind.TYPE, "persbericht → bericht")]
    assert words(only(found)) == [("persbericht", "post")]


def test_the_pairs_of_letters_are_there_for_who_wants_to_write_them(tmp_path: Path):
    [pair] = outcome(changed(repository(tmp_path), FACTS_FILE, "500000", "600000")).pairs

    assert pair.old.composed is not None
    assert pair.new.composed is not None
    assert pair.old.composed.document != pair.new.composed.document


def test_the_same_question_has_the_same_answer(tmp_path: Path):
    root = changed(repository(tmp_path), FACTS_FILE, "500000", "600000")

    assert differences(root) == differences(root)
