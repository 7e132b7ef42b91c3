"""What `pmg diff` says, writes and returns."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.builders.folder import nota_text, write_tree
from tests.builders.repository import BODY, FACTS, changed, commit, git, repository
from tests.builders.word import deleted, inserted, par, run, word_file

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads((ROOT / "docs/verschillen.schema.json").read_text(encoding="utf-8"))
FACTS_FILE, NOTA = "letters/proef/feiten.yaml", "letters/proef/nota.md"


def pmg(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    path = {"PYTHONPATH": os.environ["PYTHONPATH"]} if "PYTHONPATH" in os.environ else {}
    return subprocess.run(
        [sys.executable, "-m", "pmg_docs", "diff", *arguments],
        cwd=folder,
        env={"LC_ALL": "C", "PATH": "/usr/bin:/bin", "HOME": str(folder), **path, **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture
def work(tmp_path: Path) -> Path:
    """A repository in which a fact and a sentence were changed after the last commit."""
    root = changed(repository(tmp_path), FACTS_FILE, "500000", "600000")
    return changed(root, NOTA, "Het begint", "Dit start")


def typed(text: str) -> str:
    return text.replace("\xa0", " ")


def test_it_says_what_changed_and_why_from_top_to_bottom(work: Path):
    done = pmg(work)
    head = git(work, "rev-parse", "--short=10", "HEAD").strip()

    assert (
        typed(done.stdout)
        == f"""\
proef/nota. Vergeleken: HEAD ({head}) met de werkmap.
2 wijzigingen door 2 oorzaken.

  1. Feit bedrag: € 500.000 → € 600.000
  2. Brief letters/proef/nota.md

1. Feit bedrag: € 500.000 → € 600.000
   letters/proef/feiten.yaml, regel 3; nog niet vastgelegd in git

   1. Aanleiding (nota.md:11)
     was:   Er gaat € [-500.000,--] naar 20 gemeenten.
     wordt: Er gaat € {{+600.000,-+}} naar 20 gemeenten.

2. Brief letters/proef/nota.md
   nog niet vastgelegd in git

   1. Aanleiding (nota.md:13)
     was:   [-Het begint-] in Almelo.
     wordt: {{+Dit start+}} in Almelo.
"""
    )
    assert (done.returncode, done.stderr) == (1, "")


def test_nothing_that_changed_is_zero(tmp_path: Path):
    done = pmg(repository(tmp_path))

    assert done.returncode == 0
    assert done.stdout.endswith("Geen verschillen.\n")


def test_two_files_that_are_the_same_are_zero_and_others_one(tmp_path: Path):
    for name, text in (("a", "Vijf ton."), ("b", "Zes ton."), ("c", "Vijf ton.")):
        (tmp_path / f"{name}.docx").write_bytes(word_file(text))

    assert pmg(tmp_path, "a.docx", "c.docx").returncode == 0
    assert pmg(tmp_path, "a.docx", "b.docx").returncode == 1


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["onbekend"], 2, "PMG152"),
        (["--from", "nietes"], 2, "PMG183"),
        (["--letter", "brief"], 2, "PMG193"),
        (["--format", "docs"], 2, "PMG100"),
        (["--tracked", "misschien"], 2, "PMG100"),
        (["weg.docx", "ook-weg.pdf"], 2, "PMG197"),
        (["kapot.docx", "kapot.docx"], 3, "PMG501"),
        (["--git-driver", "a", "b"], 2, "PMG198"),
    ],
)
def test_what_cannot_be_compared_has_its_code(
    work: Path, arguments: list[str], code: int, words: str
):
    (work / "kapot.docx").write_bytes(b"PK\x03\x04kapot")

    done = pmg(work, *arguments)
    assert (done.returncode, done.stdout) == (code, "")
    assert words in done.stderr
    assert "geschreven" not in done.stderr


@pytest.mark.parametrize("option", ["--from", "--to"])
def test_a_version_that_was_left_blank_is_not_another_one(work: Path, option: str):
    done = pmg(work, option, "")

    assert (done.returncode, done.stdout) == (2, "")
    assert f"Achter {option} staat geen versie" in done.stderr


def test_a_letter_that_cannot_be_compared_is_three_though_others_could(work: Path):
    write_tree(work, {"letters/proef/los.md": "geen brief"})

    done = pmg(work)
    assert done.returncode == 3
    assert "2 wijzigingen" in done.stdout
    assert "PMG190" in done.stderr


def shown_on_terminal(folder: Path, *arguments: str, **environment: str) -> str:
    """What a terminal gets."""
    command = f"{sys.executable} -m pmg_docs diff {' '.join(arguments)}"
    path = {"PYTHONPATH": os.environ["PYTHONPATH"]} if "PYTHONPATH" in os.environ else {}
    done = subprocess.run(
        ["script", "--quiet", "--command", command, "/dev/null"],
        cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False,
        env={"PATH": "/usr/bin:/bin", "HOME": str(folder), "TERM": "xterm", **path, **environment},
    )  # fmt: skip
    return done.stdout


def test_a_terminal_gets_colour_beside_the_words_and_a_pipe_gets_none(work: Path):
    plain, coloured = pmg(work).stdout, shown_on_terminal(work)

    assert "\x1b" not in plain
    assert "\x1b[31m[-Het begint-]\x1b[0m" in coloured
    assert "\x1b" not in shown_on_terminal(work, NO_COLOR="1")
    assert "\x1b" not in shown_on_terminal(work, TERM="dumb")


def test_words_of_others_can_do_nothing_to_a_terminal(tmp_path: Path):
    (tmp_path / "a.txt").write_text("Vijf ton.\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text("Zes \x1b[2J\u202eton.\n", encoding="utf-8")

    said = pmg(tmp_path, "a.txt", "b.txt").stdout
    assert "\x1b" not in said
    assert "\u202e" not in said


def as_json(folder: Path, *arguments: str) -> dict[str, Any]:
    whole: dict[str, Any] = json.loads(pmg(folder, "--json", *arguments).stdout)
    jsonschema.validate(whole, SCHEMA)
    return whole


def test_json_has_the_published_form_and_every_word(work: Path):
    write_tree(work, {"letters/proef/los.md": "geen brief", "letters/los/feiten.yaml": FACTS,
                      "letters/los/nota.md": nota_text(BODY)})  # fmt: skip
    whole = as_json(work)

    assert [one["naam"] for one in whole["oorzaken"]] == ["bedrag", NOTA]
    [change] = whole["oorzaken"][1]["wijzigingen"]
    [piece] = change["stukken"]
    (start, end), (new_start, new_end) = piece["oud"], piece["nieuw"]
    assert change["oud"][start:end] == "Het begint"
    assert change["nieuw"][new_start:new_end] == "Dit start"
    assert whole["nieuwe_documenten"] == ["los/nota"]
    assert [one["code"] for one in whole["meldingen"]] == ["PMG190"]
    assert (whole["gelijk"], whole["volledig"]) == (False, False)


def test_json_of_files_has_that_form_too(tmp_path: Path):
    body = par(run("Er gaat "), deleted("vijf"), inserted("zes"), run(" ton naar Almelo."))
    (tmp_path / "a.docx").write_bytes(word_file("Er gaat vijf ton naar Almelo."))
    (tmp_path / "b.docx").write_bytes(word_file(body))

    assert as_json(tmp_path, "a.docx", "b.docx")["meldingen"][0]["code"] == "PMG481"
    assert as_json(tmp_path, "a.docx", "b.docx", "--tracked", "reject")["oorzaken"] == []


def test_another_form_can_be_written_to_a_file(work: Path):
    done = pmg(work, "--format", "markdown", "--out", "uit/verschil.md")

    assert (done.returncode, done.stdout) == (1, "")
    assert "<ins>Dit start</ins>" in (work / "uit/verschil.md").read_text(encoding="utf-8")


def test_json_of_what_cannot_be_compared_has_that_form_too(work: Path):
    whole = as_json(work, "--from", "nietes")

    assert [one["code"] for one in whole["meldingen"]] == ["PMG183"]
    assert not whole["volledig"]


@pytest.mark.parametrize("out", ["letters/proef/nota.md", "letters/nieuw.md", "b.docx"])
def test_nothing_that_is_read_is_written_over(work: Path, out: str):
    for name in ("a.docx", "b.docx"):
        (work / name).write_bytes(word_file("Vijf ton."))
    before = {path: path.read_bytes() for path in work.rglob("*") if path.is_file()}

    done = pmg(work, "a.docx", "b.docx", "--out", out)
    assert done.returncode in {2, 3}
    assert {path: path.read_bytes() for path in work.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize(
    "more", [("html", ".git/config"), ("markdown", ".git/HEAD"), ("docx", "letters")]
)
def test_nothing_lands_in_what_git_keeps_or_among_letters(work: Path, more: tuple[str, str]):
    before = {path: path.read_bytes() for path in work.rglob("*") if path.is_file()}
    done = pmg(work, "--format", more[0], "--out", more[1])

    assert done.returncode == 3
    assert "PMG442" in done.stderr
    assert {path: path.read_bytes() for path in work.rglob("*") if path.is_file()} == before


def test_a_page_does_not_fill_a_screen(work: Path):
    assert "<html" not in shown_on_terminal(work, "--format", "html")
    assert "<html" in pmg(work, "--format", "html").stdout


def test_two_processes_say_the_same_in_every_form(work: Path):
    for form in ("terminal", "html", "markdown"):
        one = pmg(work, "--format", form, PYTHONHASHSEED="1", TZ="Asia/Tokyo").stdout
        other = pmg(work, "--format", form, PYTHONHASHSEED="2", LC_ALL="C.UTF-8").stdout
        assert one == other


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with Word files, in which git was told to show them through us."""
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    root = repository(tmp_path)
    (root / "een brief.docx").write_bytes(word_file("Er gaat vijf ton naar Almelo."))
    (root / "kapot.docx").write_bytes(b"PK\x03\x04kapot")
    done = pmg(root, "--install-git")
    assert done.returncode == 0, done.stderr
    commit(root, {}, "Brieven")
    return root


def test_git_shows_the_sentences_of_a_word_file(installed: Path):
    (installed / "een brief.docx").write_bytes(word_file("Er gaat zes ton naar Almelo."))

    said = git(installed, "diff")
    assert "een brief.docx. Vergeleken: de eerdere versie met deze." in said
    assert "was:   Er gaat [-vijf-] ton naar Almelo." in said


def test_git_shows_the_text_in_its_log(installed: Path):
    assert "+Er gaat vijf ton naar Almelo." in git(installed, "log", "-p", "--", "een brief.docx")


def test_git_goes_on_after_a_file_that_cannot_be_read(installed: Path):
    (installed / "kapot.docx").write_bytes(b"PK\x03\x04nog kapotter")
    (installed / "een brief.docx").unlink()

    said = git(installed, "diff")
    assert "kapot.docx is veranderd, en niet te lezen" in said
    assert "een brief.docx is verwijderd." in said
    assert "niet te lezen" in git(installed, "log", "-p", "--", "kapot.docx")


def test_setting_git_up_twice_changes_nothing_more(installed: Path):
    text = (installed / ".gitattributes").read_text(encoding="utf-8")

    assert "Het stond al in" in pmg(installed, "--install-git").stdout
    assert (installed / ".gitattributes").read_text(encoding="utf-8") == text
    assert text == "*.docx diff=pmg\n*.odt diff=pmg\n*.pdf diff=pmg\n"


def test_what_git_attributes_said_already_stays(tmp_path: Path):
    root = repository(tmp_path, {".gitattributes": "*.docx diff=pmg\n*.png binary"})
    pmg(root, "--install-git")

    assert (root / ".gitattributes").read_text(encoding="utf-8").splitlines() == [
        "*.docx diff=pmg", "*.png binary", "*.odt diff=pmg", "*.pdf diff=pmg",
    ]  # fmt: skip


def test_nothing_is_set_up_unless_asked(work: Path):
    pmg(work)
    pmg(work, "--json")

    assert not (work / ".gitattributes").exists()
    assert "pmg" not in git(work, "config", "--list")
