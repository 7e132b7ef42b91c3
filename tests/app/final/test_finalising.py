"""Fixed is fixed: what went out is known, nothing else goes out, and no crash leaves a half."""

import io
import json
import signal
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from pmg_docs.app.build import build
from pmg_docs.app.check.dossiers import check
from pmg_docs.app.final.finalising import finalise
from pmg_docs.app.final.fixed_letters import versions_of
from pmg_docs.app.kenmerk.checking import check_register
from pmg_docs.app.kenmerk.handing_out import withdraw
from pmg_docs.kenmerk.entry import Entry
from pmg_docs.kenmerk.register import Register
from pmg_docs.model.errors import PmgError, Refused
from pmg_docs.model.seal import Seal
from pmg_docs.readers.identity import read_identity
from pmg_docs.workspace.folder import Workspace
from tests.builders.finals import KENMERK, KEPT, edit, entry, fix, git, outputs
from tests.builders.outputs import output_text
from tests.builders.sound import BODY, FACTS, NOTA, workspace

ROOT = Path(__file__).parents[3]


def refused(caught: pytest.ExceptionInfo[PmgError]) -> list[str]:
    return [f.code for f in caught.value.findings if f.stops]


def test_a_letter_that_is_fixed_has_files_without_concept_and_a_tree_that_is_kept(tmp_path: Path):
    place = workspace(tmp_path)
    build(place)
    assert b"CONCEPT" in outputs(place)["nota.md"]

    done = fix(place)

    assert done.is_ready
    assert [(f.kenmerk, f.letter, f.version) for f in done.fixed] == [(KENMERK, "nota", 1)]
    for path in done.files:
        if path.suffix != ".json":
            assert "CONCEPT" not in output_text(path), path
    [version] = versions_of(place, entry(place))
    assert version.digest == entry(place).fixed
    assert version.by == "A. Voorbeeld"
    assert set(version.outputs) == {"nota.docx", "nota.pdf", "nota.html", "nota.md"}
    assert {"letters/groen/feiten.yaml", "letters/groen/nota.md", "styles/water/stijl.yaml",
            "ingebouwd:templates/nota/soort.yaml"} <= set(version.inputs)  # fmt: skip
    with zipfile.ZipFile(io.BytesIO(outputs(place)["nota.docx"])) as package:
        assert not any(b"CONCEPT" in package.read(name) for name in package.namelist())


def test_to_build_a_fixed_letter_again_gives_the_same_bytes(tmp_path: Path):
    place = workspace(tmp_path)
    fix(place)
    before = outputs(place)

    build(place, ["groen"], ["nota"])
    fix(place)

    assert outputs(place) == before
    assert len(versions_of(place, entry(place))) == 1


@pytest.mark.parametrize("ending", ["docx", "pdf", "html"])
def test_a_final_file_has_the_fingerprint_of_the_register(tmp_path: Path, ending: str):
    place = workspace(tmp_path)
    fix(place)

    told = read_identity(outputs(place)[f"nota.{ending}"], ending)
    assert {one.fingerprint for one in told} - {None} == {entry(place).fixed}


def test_that_a_letter_says_to_be_sent_later_changes_no_byte(tmp_path: Path):
    place = workspace(tmp_path)
    fix(place)
    before = outputs(place)
    edit(place, "status: definitief\n", "")
    edit(place, "soort: nota\n", "soort: nota\n# verzonden met de post\nstatus: verzonden\n")

    build(place, ["groen"], ["nota"])
    built = outputs(place)
    fix(place)

    after = outputs(place)
    assert after == built
    assert {name for name in before if before[name] != after[name]} == {"manifest.json"}


@pytest.mark.parametrize("status", ["concept", "afgestemd", "definitief"])
def test_a_file_that_prints_concept_says_so_whatever_its_letter_says(tmp_path: Path, status: str):
    place = workspace(tmp_path)
    edit(place, "status: definitief\n", f"status: {status}\n")

    build(place, ["groen"], ["nota"])

    assert b"CONCEPT" in outputs(place)["nota.md"]
    told = read_identity(outputs(place)["nota.docx"], "docx")
    assert {(one.status, one.fingerprint or "") for one in told} == {("concept", "")}


def test_a_tree_that_is_read_back_is_sealed_with_the_words_that_it_has(tmp_path: Path):
    place = workspace(tmp_path)
    fix(place)

    [version] = versions_of(place, entry(place))
    assert version.document.seal == Seal("definitief", entry(place).fixed)
    assert "seal" not in (tmp_path / KEPT).read_text()


def test_a_letter_of_which_the_kept_tree_is_lost_is_built_all_the_same(tmp_path: Path):
    place = workspace(tmp_path)
    fix(place)
    before = outputs(place)
    (tmp_path / KEPT).unlink()

    build(place, ["groen"], ["nota"])

    assert outputs(place) == before


def test_a_stored_letter_to_which_somebody_added_concept_is_told(tmp_path: Path):
    place = workspace(tmp_path)
    fix(place)
    kept = json.loads((tmp_path / KEPT).read_text())
    word = {"soort": "Field", "name": "status", "area": "status",
            "lines": [[{"soort": "Text", "text": "CONCEPT"}]]}  # fmt: skip
    kept["versies"][0]["document"]["first_page"].insert(0, word)
    (tmp_path / KEPT).write_text(json.dumps(kept))

    assert [f.code for f in check_register(place).findings if f.stops] == ["PMG446"]


def test_other_letters_of_the_dossier_keep_concept(tmp_path: Path):
    place = workspace(tmp_path)
    fix(place)

    build(place)

    assert b"CONCEPT" in outputs(place)["kamerbrief.md"]
    assert b"CONCEPT" not in outputs(place)["nota.md"]


def test_a_remark_in_the_facts_changes_no_words(tmp_path: Path):
    place = workspace(tmp_path)
    fix(place)
    path = tmp_path / "letters/groen/feiten.yaml"
    path.write_text("# Een opmerking.\n" + path.read_text())

    build(place)

    assert b"CONCEPT" not in outputs(place)["nota.md"]


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [("nota.md", "Stem in.", "Stem niet in."), ("feiten.yaml", "500000", "50000"),
     ("nota.md", "datum: 2026-01-15", "datum: 2026-01-16")],
)  # fmt: skip
def test_other_words_under_that_number_are_refused_with_what_differs(
    tmp_path: Path, file: str, old: str, new: str
):
    place = workspace(tmp_path)
    fix(place)
    before = outputs(place)
    path = tmp_path / "letters/groen" / file
    path.write_text(path.read_text().replace(old, new))

    for ask in (lambda: build(place), lambda: fix(place)):
        with pytest.raises(Refused) as caught:
            ask()
        assert refused(caught) == ["PMG445"]
    details = caught.value.findings[0].details
    assert any(line.startswith("- ") for line in details)
    assert any(line.startswith("+ ") for line in details)
    assert [f.code for f in check(place).findings if f.stops] == ["PMG445"]
    assert outputs(place) == before


def test_a_change_far_on_in_a_long_passage_is_shown(tmp_path: Path):
    place = workspace(tmp_path)
    edit(place, "Stem in.", "Stem in met het plan. " * 20 + "Er is genoeg geld voor.")
    fix(place)
    edit(place, "genoeg geld", "te weinig geld")

    with pytest.raises(Refused) as caught:
        build(place)

    taken, come = caught.value.findings[0].details
    assert taken.startswith("- … ") and "Er is genoeg geld voor." in taken
    assert come.startswith("+ … ") and "Er is te weinig geld voor." in come
    assert max(len(taken), len(come)) < 180


def test_a_correction_is_a_new_version_with_its_reason(tmp_path: Path):
    place = workspace(tmp_path)
    fix(place)
    first = entry(place).fixed
    edit(place)

    done = fix(place, "verkeerd advies")

    assert [f.version for f in done.fixed] == [2]
    one, two = versions_of(place, entry(place))
    assert (one.digest, two.digest) == (first, entry(place).fixed)
    assert (one.reason, two.reason) == ("", "verkeerd advies")
    assert b"Stem niet in." in outputs(place)["nota.md"]


def test_a_letter_that_is_not_ready_is_not_fixed(tmp_path: Path):
    place = workspace(tmp_path, feiten=FACTS.replace(", status: vastgesteld", ""))

    done = fix(place)

    assert not done.is_ready
    assert done.fixed == ()
    assert not (tmp_path / KEPT).exists()
    assert outputs(place) == {}


def test_a_trial_writes_nothing(tmp_path: Path):
    place = workspace(tmp_path)

    done = finalise(place, "groen", ["nota"], is_trial=True)

    assert done.is_ready
    assert entry(place).fixed == ""
    assert not (tmp_path / KEPT).exists()
    assert outputs(place) == {}


def test_a_letter_without_a_number_of_its_own_is_refused(tmp_path: Path):
    place = workspace(tmp_path)

    with pytest.raises(Refused) as caught:
        finalise(place, "groen", ["persbericht"])

    assert refused(caught) == ["PMG448"]


@pytest.mark.parametrize("how", ["words", "digest", "nonsense", "gone", "list", "infinite"])
def test_a_stored_letter_that_somebody_changed_is_told(tmp_path: Path, how: str):
    place = workspace(tmp_path)
    fix(place)
    path = tmp_path / KEPT
    text = path.read_text()
    digest = entry(place).fixed
    changed = {
        "words": text.replace("Stem in.", "Stem niet in."),
        "digest": text.replace(digest, "sha256:0"), "nonsense": "{", "list": "[]",
        "infinite": text.replace('"versie": 1', '"versie": 1e999'),
    }  # fmt: skip
    if how == "gone":
        path.unlink()
    else:
        assert changed[how] != text
        path.write_text(changed[how])

    assert [f.code for f in check_register(place).findings if f.stops] == ["PMG446"]
    edit(place)
    done = fix(place, "een reden")
    assert [f.code for f in done.findings if f.stops] == ["PMG446"]
    assert (done.is_ready, done.fixed) == (False, ())


def test_stored_digests_that_are_no_text_are_taken_as_digests_of_nothing(tmp_path: Path):
    place = workspace(tmp_path)
    fix(place)
    path = tmp_path / KEPT
    kept = json.loads(path.read_text())
    kept["versies"][0]["uitvoer"] = dict.fromkeys(kept["versies"][0]["uitvoer"], 5)
    path.write_text(json.dumps(kept))

    [version] = versions_of(place, entry(place))

    assert set(version.outputs.values()) == {"5"}


def test_stored_letters_behind_a_link_out_of_the_workspace_are_told_as_that(tmp_path: Path):
    (tmp_path / "werk").mkdir()
    place = workspace(tmp_path / "werk")
    fix(place)
    kept = (tmp_path / "werk" / KEPT).parent
    kept.rename(tmp_path / "elders")
    kept.symlink_to(tmp_path / "elders")

    told = [f.message for f in check_register(place).findings if f.code == "PMG446"]

    assert len(told) == 1
    assert told[0].endswith("ligt buiten de werkmap.")


def test_a_withdrawn_number_stays_what_was_sent_under_it(tmp_path: Path):
    place = workspace(tmp_path)
    fix(place)

    withdraw(place, KENMERK, "toch niet", also_fixed=True)

    assert entry(place).fixed
    with pytest.raises(Refused) as caught:
        build(place)
    assert refused(caught) == ["PMG224"]


def test_git_is_missed_when_it_is_not_there_or_behind(tmp_path: Path):
    place = workspace(tmp_path)
    assert [f.code for f in fix(place).findings if f.code == "PMG449"] == ["PMG449"]

    git(tmp_path, "init", "-b", "main")
    assert any("Niet alles" in f.message for f in fix(place).findings)
    git(tmp_path, "add", "letters", "styles")
    git(tmp_path, "commit", "-m", "alles")
    assert not [f for f in fix(place).findings if f.code == "PMG449"]


STEPS = {
    "before anything is stored": ("put", 1, "before"),
    "after the tree is stored": ("put", 1, "after"),
    "before the register names it": ("put", 2, "before"),
    "after the register names it": ("put", 2, "after"),
    "before the files appear": ("write_together", 1, "before"),
    "after the first file appeared": ("replace", 1, "after"),
    "after the files appeared": ("write_together", 1, "after"),
}
_KILLED = """\
import os, signal, sys
from pathlib import Path
import pmg_docs.app.final.finalising as f, pmg_docs.app.rendering as r
import pmg_docs.workspace.writing as w
from pmg_docs.workspace.folder import Workspace

name, number, moment = sys.argv[2], int(sys.argv[3]), sys.argv[4]
module = {"put": f, "write_together": r, "replace": w.os}[name]
real, count = getattr(module, name), 0

def dying(*given, **named):
    global count
    if name == "replace" and "build" not in str(given[1]):
        return real(*given, **named)
    count += 1
    if count == number and moment == "before":
        os.kill(os.getpid(), signal.SIGKILL)
    result = real(*given, **named)
    if count == number:
        os.kill(os.getpid(), signal.SIGKILL)
    return result

setattr(module, name, dying)
f.finalise(Workspace.at(Path(sys.argv[1])), "groen", ["nota"], reason=sys.argv[5], by="A")
"""


def killed(place: Workspace, step: str, reason: str = "") -> None:
    done = subprocess.run(
        [sys.executable, "-c", _KILLED, str(place.root), *map(str, STEPS[step]), reason],
        cwd=ROOT, capture_output=True, check=False,
    )  # fmt: skip
    assert done.returncode == -signal.SIGKILL, done.stderr.decode()


@pytest.mark.parametrize("step", STEPS)
def test_a_kill_leaves_the_old_state_or_the_new_one(tmp_path: Path, step: str):
    place = workspace(tmp_path)
    killed(place, step)

    is_fixed = bool(entry(place).fixed)
    assert is_fixed == (step not in list(STEPS)[:3])
    report = check_register(place)
    assert [f.code for f in report.findings if f.stops] == []
    build(place, ["groen"], ["nota"])
    assert (b"CONCEPT" in outputs(place)["nota.md"]) != is_fixed
    assert [f.version for f in fix(place).fixed] == [1]
    assert b"CONCEPT" not in outputs(place)["nota.md"]
    assert not list((tmp_path / "build/groen").glob(".pmg-*"))


@pytest.mark.parametrize("step", ["after the tree is stored", "after the register names it"])
def test_a_kill_during_a_correction_leaves_one_of_both_versions(tmp_path: Path, step: str):
    place = workspace(tmp_path)
    fix(place)
    first = entry(place).fixed
    edit(place)
    killed(place, step, "verkeerd advies")

    is_new = step == "after the register names it"
    assert (entry(place).fixed != first) == is_new
    assert len(versions_of(place, entry(place))) == 1 + is_new
    fix(place, "verkeerd advies")
    assert [v.number for v in versions_of(place, entry(place))] == [1, 2]


def test_a_register_that_changed_in_the_meantime_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    place = workspace(tmp_path)
    real = Register.at
    asked = []

    def changing(register: Register, kenmerk: str) -> Entry | None:
        asked.append(kenmerk)
        found = real(register, kenmerk)
        is_last = sys._getframe(1).f_code.co_name == "_is_still_new"
        if is_last:
            path = register.path_of(kenmerk)
            path.write_text(path.read_text().replace("door: ", "door: 'x' #"))
            return real(Register(place), kenmerk)
        return found

    monkeypatch.setattr(Register, "at", changing)
    with pytest.raises(Refused) as caught:
        fix(place)

    assert refused(caught) == ["PMG447"]
    assert not (tmp_path / KEPT).exists()


def test_what_is_kept_can_be_read_by_anyone(tmp_path: Path):
    place = workspace(tmp_path, nota=(NOTA + BODY).replace("Stem in.", "Stem in met ‘ja’ & nee."))
    fix(place)

    kept = json.loads((tmp_path / KEPT).read_text(encoding="utf-8"))
    assert kept["kenmerk"] == KENMERK
    assert "Stem in met ‘ja’ & nee." in (tmp_path / KEPT).read_text(encoding="utf-8")
