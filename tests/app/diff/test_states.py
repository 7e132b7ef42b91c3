"""Which states can be compared, and what is said of those that cannot."""

import os
from pathlib import Path

import pytest

from pmg_docs.app.diff.dossiers import diff_dossiers
from pmg_docs.app.diff.snapshot import at_revision
from pmg_docs.model.changes import Differences
from pmg_docs.model.errors import NotFound, Unreachable
from pmg_docs.workspace.folder import Workspace
from pmg_docs.workspace.git import Repository
from tests.builders.folder import nota_text, write_tree
from tests.builders.repository import BODY, FACTS, changed, commit, git, repository

FACTS_FILE, NOTA = "letters/proef/feiten.yaml", "letters/proef/nota.md"


def differences(root: Path, *dossiers: str, since: str = "HEAD", until: str = "") -> Differences:
    return diff_dossiers(Workspace.at(root), dossiers, since=since, until=until).differences


def code_of(problem: pytest.ExceptionInfo[NotFound] | pytest.ExceptionInfo[Unreachable]) -> str:
    [finding] = problem.value.findings
    return finding.code


def test_two_revisions_are_compared_whatever_stands_in_the_folder(tmp_path: Path):
    root = changed(repository(tmp_path), FACTS_FILE, "500000", "600000")
    commit(root, {}, "Zes ton")
    changed(root, FACTS_FILE, "600000", "dit is geen bedrag")

    found = differences(root, since="HEAD~1", until="HEAD")
    assert [chapter.cause.new for chapter in found.chapters] == ["€ 600.000"]


def test_a_workspace_below_the_top_of_the_repository_works(tmp_path: Path):
    root = repository(tmp_path)
    inner = {f"onder de map/{name}": text for name, text in
             {FACTS_FILE: FACTS, NOTA: nota_text(BODY)}.items()}  # fmt: skip
    commit(root, inner, "Een map dieper")
    below = changed(root / "onder de map", FACTS_FILE, "500000", "600000")

    [chapter] = differences(below).chapters
    assert chapter.cause.where is not None
    assert (chapter.cause.where.file, chapter.cause.is_recorded) == (FACTS_FILE, False)


def test_a_name_that_git_would_quote_works(tmp_path: Path):
    name = "letters/één dossier & “meer”"
    root = repository(tmp_path, {f"{name}/feiten.yaml": FACTS, f"{name}/nota.md": nota_text(BODY)})

    [chapter] = differences(changed(root, f"{name}/feiten.yaml", "500000", "600000")).chapters
    assert chapter.documents == ("één dossier & “meer”/nota",)


def test_a_new_dossier_is_a_new_document(tmp_path: Path):
    root = repository(tmp_path)
    write_tree(root, {"letters/los/feiten.yaml": FACTS, "letters/los/nota.md": nota_text(BODY)})

    found = differences(root)
    assert (found.added, found.removed) == (("los/nota",), ())
    assert not found.is_same


def test_a_dossier_that_is_gone_can_still_be_asked_for(tmp_path: Path):
    files = {"letters/los/feiten.yaml": FACTS, "letters/los/nota.md": nota_text(BODY)}
    root = repository(tmp_path, files)
    for name in files:
        (root / name).unlink()

    assert differences(root, "los").removed == ("los/nota",)


def test_a_fault_in_one_letter_leaves_the_others(tmp_path: Path):
    root = repository(tmp_path, {"letters/proef/b.md": nota_text("{{ plaats }} telt.")})
    changed(root, "letters/proef/b.md", "{{ plaats }}", "{{ onbekend }}")

    found = differences(changed(root, FACTS_FILE, "500000", "600000"))
    assert [chapter.documents for chapter in found.chapters] == [("proef/nota",)]
    [finding] = found.findings
    assert finding.code == "PMG190"
    assert "proef/b is niet vergeleken: in de werkmap staat een fout." in finding.message
    assert not found.is_whole


def test_facts_that_cannot_be_read_on_one_side_are_said_once(tmp_path: Path):
    root = repository(tmp_path, {"letters/proef/b.md": nota_text("Iets.")})

    found = differences(changed(root, FACTS_FILE, "500000", "500.000"))
    [finding] = found.findings
    assert finding.message.startswith("proef/b en proef/nota zijn niet vergeleken")


def test_an_old_type_is_read_in_that_of_today(tmp_path: Path):
    style = {"styles/oud/stijl.yaml": "naam: oud\nbreidt_uit: rijk\nvan_vroeger: ja\n"}
    root = repository(tmp_path, {**style, FACTS_FILE: FACTS.replace("stijl: rijk", "stijl: oud")})
    write_tree(root, {"styles/oud/stijl.yaml": "naam: oud\nbreidt_uit: rijk\n"})

    found = differences(changed(root, FACTS_FILE, "500000", "600000"))
    assert [finding.code for finding in found.findings] == ["PMG191"]
    assert found.is_whole
    assert [chapter.cause.name for chapter in found.chapters] == ["bedrag"]


def test_a_revision_that_does_not_exist_is_refused(tmp_path: Path):
    root = repository(tmp_path)

    for revision in ("nietes", "--help", "HEAD~99", "a..b", ""):
        if revision:
            with pytest.raises(NotFound) as problem:
                differences(root, since=revision)
            assert code_of(problem) == "PMG183"


def test_a_tag_that_names_a_commit_works(tmp_path: Path):
    root = repository(tmp_path)
    git(root, "tag", "--annotate", "v1", "--message", "Eerste")

    assert differences(root, since="v1").is_same


def test_a_shallow_clone_says_what_to_fetch(tmp_path: Path):
    root = repository(tmp_path)
    commit(changed(root, FACTS_FILE, "500000", "600000"), {}, "Zes ton")
    git(tmp_path, "clone", "--depth", "1", root.as_uri(), "ondiep")

    with pytest.raises(NotFound) as problem:
        differences(tmp_path / "ondiep", since="HEAD~1")
    assert code_of(problem) == "PMG184"
    assert "git fetch --unshallow" in problem.value.findings[0].hints[0]


def test_a_repository_without_a_commit_says_so(tmp_path: Path):
    write_tree(tmp_path, {FACTS_FILE: FACTS, NOTA: nota_text(BODY)})
    git(tmp_path, "init")

    with pytest.raises(NotFound) as problem:
        differences(tmp_path)
    assert code_of(problem) == "PMG185"


def test_a_folder_outside_git_says_so(tmp_path: Path):
    write_tree(tmp_path, {FACTS_FILE: FACTS, NOTA: nota_text(BODY)})

    with pytest.raises(Unreachable) as problem:
        differences(tmp_path)
    assert code_of(problem) == "PMG182"


def test_a_computer_without_git_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    root = repository(tmp_path)
    monkeypatch.setenv("PATH", "/nergens")

    with pytest.raises(Unreachable) as problem:
        differences(root)
    assert code_of(problem) == "PMG181"


def test_an_unknown_dossier_is_refused_with_the_nearest(tmp_path: Path):
    with pytest.raises(NotFound) as problem:
        differences(repository(tmp_path), "proev")
    assert code_of(problem) == "PMG152"


def test_an_unknown_letter_is_refused(tmp_path: Path):
    with pytest.raises(NotFound) as problem:
        diff_dossiers(Workspace.at(repository(tmp_path)), letters=["brief"])
    assert code_of(problem) == "PMG193"


def test_what_surrounds_git_does_not_change_what_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """As when git itself runs us: it says in `GIT_DIR` which repository it is busy in."""
    root = changed(repository(tmp_path), FACTS_FILE, "500000", "600000")
    expected = differences(root)
    other = repository(tmp_path / "ander")
    monkeypatch.setenv("GIT_DIR", str(other / ".git"))
    monkeypatch.setenv("GIT_EXTERNAL_DIFF", "/bin/false")
    monkeypatch.setenv("LC_ALL", "C")
    monkeypatch.setenv("TZ", "Asia/Tokyo")

    assert differences(root) == expected


def test_no_filter_or_attribute_of_a_repository_decides_what_is_read(tmp_path: Path):
    root = repository(tmp_path, {".gitattributes": "*.md export-ignore filter=kwaad\n"})
    git(root, "config", "filter.kwaad.smudge", f"touch {tmp_path}/gedaan; cat")

    assert differences(root).is_same
    assert not (tmp_path / "gedaan").exists()


def test_a_link_of_a_revision_leads_nowhere_outside_it(tmp_path: Path):
    root = repository(tmp_path)
    (tmp_path / "geheim.yaml").write_text("feiten: {a: 1}\n")
    (root / "letters/proef/link.yaml").symlink_to("../../../geheim.yaml")
    changed(root, FACTS_FILE, "stijl: rijk\n", "stijl: rijk\ngebruikt: [link.yaml]\n")
    commit(root, {}, "Een koppeling naar buiten")

    found = differences(root, since="HEAD", until="HEAD~1")
    assert "PMG102" in found.findings[0].hints[0]


@pytest.mark.skipif(os.geteuid() == 0 and os.name != "posix", reason="needs links")
def test_nothing_of_a_revision_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    root = repository(tmp_path)
    place = tmp_path / "tijdelijk"
    place.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(place))
    repository_ = Repository.around(root)
    with at_revision(repository_, repository_.commit_of("HEAD")) as state:
        assert state.dossiers() == ("proef",)

    assert list(place.iterdir()) == []
