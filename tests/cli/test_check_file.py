"""`pmg check` on files: what is a file, which dossier it is held against, and what is said."""

import json
import os
import re
import subprocess
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.builders.articles import article
from tests.builders.folder import HEAD, SECTIONS, facts_text, write_tree
from tests.cli.test_check import SCHEMA
from tests.cli.test_cli import pmg

FACTS = facts_text(
    """
    gemeenten: {gemeenten: [Assen, Breda, Venlo, Zwolle]}
    bijdrage_per_gemeente: {bedrag: 500000, per: [gemeente, jaar]}
    """,
    rest="programma: Groene Buurten\n",
)
RIGHT = "Elke gemeente in Groene Buurten krijgt 500.000 euro per jaar."
WRONG = "Elke gemeente in Groene Buurten krijgt 50.000 euro per jaar."
NEITHER = "In het dorp staan 12 bomen."
KENMERK = "2026-4711"


def letter(kenmerk: str = KENMERK) -> str:
    return HEAD.replace("2026-1\n", f"{kenmerk}\n") + SECTIONS.format(body="Tekst.")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A workspace with one dossier, and a folder beside it."""
    write_tree(tmp_path, {"letters/groen/feiten.yaml": FACTS, "letters/groen/nota.md": letter()})
    (tmp_path / "in").mkdir()
    return tmp_path


def with_second(place: Path, kenmerk: str = "2026-8888") -> None:
    write_tree(place, {"letters/blauw/feiten.yaml": FACTS.replace("Groene", "Blauwe"),
                       "letters/blauw/nota.md": letter(kenmerk)})  # fmt: skip


def said(done: subprocess.CompletedProcess[str]) -> dict[str, Any]:
    whole: dict[str, Any] = json.loads(done.stdout)
    jsonschema.validate(whole, SCHEMA)
    return whole


def checked(place: Path, *arguments: str) -> dict[str, Any]:
    return said(pmg(place, "check", "--json", *arguments))


def test_a_file_that_agrees_is_clean(place: Path):
    article(place / "in/a.txt", ("Nieuws", RIGHT))

    done = pmg(place, "check", "in/a.txt")

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        "in/a.txt: 1 cijfer klopt.\n  Naast de feiten van groen gelegd: het enige dossier.\n"
    )


def test_a_contradiction_shows_its_sentence_the_facts_where_and_why(place: Path):
    article(place / "in/a.docx", ("Nieuws", RIGHT, WRONG))

    done = pmg(place, "check", "in/a.docx")

    assert done.returncode == 1
    assert done.stderr == (
        "fout PMG351 in/a.docx, alinea 3, onder ‘Nieuws’\n"
        f"    {WRONG}\n"
        f"    {' ' * WRONG.index('50.000')}^\n"
        "  Hier staat '50.000 euro'; volgens de feiten: 500.000 euro. Het gaat zeker om hetzelfde: "
        "een bedrag per gemeente, per jaar.\n"
        "  Tip: bijdrage_per_gemeente staat in letters/groen/feiten.yaml, regel 5.\n\n"
        "1 fout.\n"
    )
    assert done.stdout.startswith("in/a.docx: 1 cijfer klopt, 1 spreekt de feiten tegen.\n")


def test_a_text_is_shown_by_line_and_column_also_where_a_paragraph_runs_on(place: Path):
    lines = ("Elke gemeente in Groene Buurten krijgt 500.000 euro", "per jaar. Dat is nieuw. Elke",
             "gemeente in Groene Buurten", "krijgt 50.000", "euro per jaar.")  # fmt: skip
    write_tree(place, {"in/a.md": "\n".join(lines)})

    whole = checked(place, "in/a.md")

    [found] = whole["meldingen"]
    assert (found["regel"], found["kolom"], found["tekst"]) == (4, 8, "krijgt 50.000")


def test_all_lists_every_statement(place: Path):
    article(place / "in/a.txt", ("Nieuws", RIGHT, WRONG, NEITHER))

    out = pmg(place, "check", "in/a.txt", "--all").stdout

    assert "  klopt      '500.000 euro' (" in out
    assert "  klopt niet '50.000 euro' (" in out
    assert "500.000 euro" in out.split("klopt niet")[1]


def test_a_program_gets_every_statement_in_the_published_form(place: Path):
    article(place / "in/a.html", ("Nieuws", RIGHT, WRONG))

    whole = checked(place, "in/a.html")

    [file] = whole["bestanden"]
    assert (file["naam"], file["soort"], file["dossier"]) == ("in/a.html", "html", "groen")
    assert [s["oordeel"] for s in file["uitspraken"]] == ["klopt", "tegenspraak"]
    wrong = file["uitspraken"][1]
    assert (wrong["feit"], wrong["bekend"], wrong["zin"]) == (
        "bijdrage_per_gemeente", "500.000 euro", WRONG,
    )  # fmt: skip
    assert wrong["feit_staat_in"].startswith("letters/groen/feiten.yaml:5:")


def test_github_gets_an_annotation_with_what_it_may_not_hold_escaped(place: Path):
    write_tree(place, {"in/100%,a.txt": f"{WRONG}\n"})

    done = pmg(place, "check", "in/100%,a.txt", "--format", "github")

    [line] = done.stdout.splitlines()
    assert done.returncode == 1
    assert line.startswith("::error file=in/100%25%2Ca.txt,line=1,col=40,title=PMG351::Hier staat")
    assert "%0ATip: bijdrage" in line


def test_github_gets_paths_from_where_the_command_is_given(place: Path):
    write_tree(place, {"in/a.txt": WRONG})

    done = pmg(place / "in", "check", "a.txt", "--format", "github")

    assert "file=a.txt," in done.stdout


def test_github_hears_what_keeps_a_check_from_going_on(tmp_path: Path):
    done = pmg(tmp_path, "check", "--format", "github")

    assert done.returncode == 2
    assert done.stdout.startswith("::error title=PMG101::")


def test_an_unknown_form_is_refused(place: Path):
    done = pmg(place, "check", "--format", "xml")

    assert done.returncode == 2
    assert "kies uit text, json, github" in done.stderr


# Which dossier


def test_the_dossier_that_is_asked_for_goes_before_all(place: Path):
    with_second(place)
    article(place / "in/a.txt", ("Nieuws", f"Ons kenmerk: {KENMERK}."))

    [file] = checked(place, "in/a.txt", "--dossier", "blauw")["bestanden"]

    assert (file["dossier"], file["gekozen"]) == ("blauw", "zo gevraagd")


def test_a_kenmerk_that_one_letter_has_tells_the_dossier(place: Path):
    with_second(place)
    article(place / "in/a.txt", ("Nieuws", f"In de nota met kenmerk {KENMERK} staat het."))

    [file] = checked(place, "in/a.txt")["bestanden"]

    assert (file["dossier"], file["brief"]) == ("groen", "nota")


def test_a_kenmerk_may_be_a_fact(place: Path):
    with_second(place)
    write_tree(place, {"letters/groen/feiten.yaml": FACTS + "  nummer: {tekst: 7654321}\n",
                       "letters/groen/nota.md": letter("=nummer")})  # fmt: skip
    article(place / "in/a.txt", ("Nieuws", "Zie 7654321."))

    [file] = checked(place, "in/a.txt")["bestanden"]

    assert file["dossier"] == "groen"


def test_a_kenmerk_is_no_part_of_a_longer_number(place: Path):
    with_second(place)
    article(place / "in/a.txt", ("Nieuws", f"Zie {KENMERK}5 en 1{KENMERK}."))

    done = pmg(place, "check", "in/a.txt")

    assert done.returncode == 2
    assert "PMG158" in done.stderr


@pytest.mark.parametrize("text", [NEITHER, f"Zie {KENMERK} en 2026-8888."])
def test_a_file_that_tells_no_dossier_or_two_is_refused_with_their_names(place: Path, text: str):
    with_second(place)
    article(place / "in/a.txt", ("Nieuws", text))

    done = pmg(place, "check", "in/a.txt")

    assert done.returncode == 2
    assert "PMG158 in/a.txt" in done.stderr
    assert "blauw en groen" in done.stderr
    assert "--dossier blauw" in done.stderr


def test_a_document_is_recognised_by_what_it_was_made_from(place: Path):
    with_second(place, kenmerk=KENMERK)
    pmg(place, "build", "groen", "--format", "docx")
    moved = place / "in/teruggemaild (2).docx"
    (place / "build/groen/nota.docx").rename(moved)

    [file] = checked(place, f"in/{moved.name}")["bestanden"]

    assert (file["dossier"], file["brief"]) == ("groen", "nota")
    assert file["verschillen"] is not None


def test_a_document_of_a_letter_that_is_gone_says_so(place: Path):
    pmg(place, "build", "--format", "docx")
    (place / "letters/groen/nota.md").rename(place / "letters/groen/memo.md")
    write_tree(place, {"letters/groen/memo.md": letter("2027-1111")})

    done = pmg(place, "check", "build/groen/nota.docx")

    assert done.returncode == 0
    assert "waarschuwing PMG160 build/groen/nota.docx" in done.stderr


def test_an_unknown_dossier_names_the_nearest(place: Path):
    article(place / "in/a.txt", ("Nieuws", RIGHT))

    done = pmg(place, "check", "in/a.txt", "--dossier", "gruen")

    assert done.returncode == 2
    assert "PMG152" in done.stderr
    assert "groen" in done.stderr


# What is a file


def test_a_file_goes_before_a_dossier_of_the_same_name(place: Path):
    write_tree(place, {"groen": WRONG})

    [file] = checked(place, "groen")["bestanden"]

    assert file["naam"] == "groen"


def test_a_folder_of_the_same_name_leaves_a_dossier_a_dossier(place: Path):
    (place / "groen").mkdir()

    whole = checked(place, "groen")

    assert (whole["brieven"], whole["bestanden"]) == (1, [])


def test_dossiers_and_files_go_together_and_a_file_once(place: Path):
    article(place / "in/a.txt", ("Nieuws", WRONG))
    (place / "in/zelfde.txt").symlink_to("a.txt")

    whole = checked(place, "groen", "in/a.txt", "./in/a.txt", "in/zelfde.txt")

    assert whole["brieven"] == 1
    assert [file["naam"] for file in whole["bestanden"]] == ["in/a.txt"]
    assert whole["fouten"] == 1


def test_a_mistyped_file_names_the_nearest_file_and_dossier(place: Path):
    article(place / "Groen.docx", ("Nieuws", RIGHT))

    done = pmg(place, "check", "groen.dcox")

    assert done.returncode == 2
    assert "PMG156" in done.stderr
    assert "Bedoelt u het bestand Groen.docx?" in done.stderr
    assert "Bedoelt u het dossier groen?" in done.stderr


def test_a_folder_that_is_no_dossier_is_refused(place: Path):
    done = pmg(place, "check", "in", "letters/groen")

    assert done.returncode == 2
    assert "'in' is een map, en geen dossier." in done.stderr
    assert "Bedoelt u het dossier groen?" in done.stderr


@pytest.mark.parametrize(
    ("name", "cure"),
    [("nota.md", "pmg check groen --letter nota"), ("feiten.yaml", "pmg check groen")],
)
def test_a_source_of_a_dossier_is_no_file_to_check(place: Path, name: str, cure: str):
    done = pmg(place, "check", f"letters/groen/{name}")

    assert done.returncode == 2
    assert "PMG159" in done.stderr
    assert cure in done.stderr


def test_a_file_may_lie_outside_the_workspace(
    place: Path, tmp_path_factory: pytest.TempPathFactory
):
    outside = article(tmp_path_factory.mktemp("elders") / "a.txt", ("Nieuws", WRONG))

    [found] = checked(place, str(outside))["meldingen"]

    assert found["bestand"] == str(outside)


def test_outside_a_workspace_it_is_named(place: Path, tmp_path_factory: pytest.TempPathFactory):
    elsewhere = tmp_path_factory.mktemp("elders")
    article(elsewhere / "a.txt", ("Nieuws", WRONG))

    assert pmg(elsewhere, "check", "a.txt").returncode == 2
    assert pmg(elsewhere, "check", "a.txt", "--workspace", str(place)).returncode == 1


def test_a_file_that_cannot_be_read_leaves_the_others_to_be_checked(place: Path):
    article(place / "in/a.txt", ("Nieuws", WRONG))
    (place / "in/kapot.docx").write_bytes(b"PK\x03\x04 geen zip")
    (place / "in/weg.txt").symlink_to("bestaat-niet.txt")
    os.mkfifo(place / "in/pijp")

    done = pmg(place, "check", "in/a.txt", "in/kapot.docx", "in/weg.txt", "in/pijp")

    assert done.returncode == 3
    assert "in/kapot.docx" in done.stderr
    assert "PMG104 in/weg.txt" in done.stderr
    assert "PMG104 in/pijp" in done.stderr
    assert "PMG351 in/a.txt" in done.stderr
    assert "Traceback" not in done.stderr


def test_facts_with_an_error_are_told_once(place: Path):
    write_tree(place, {"letters/groen/feiten.yaml": FACTS.replace("500000", "500.000")})
    files = [article(place / f"in/{n}.txt", ("Nieuws", RIGHT)).as_posix() for n in range(3)]

    whole = checked(place, *files)

    assert [found["code"] for found in whole["meldingen"]] == ["PMG122"]


# How much is said


def test_no_more_than_a_screen_unless_all_is_asked_for(place: Path):
    article(place / "in/a.txt", ("Nieuws", *(f"{WRONG[:-1]} in jaar {n}." for n in range(30))))

    short = pmg(place, "check", "in/a.txt").stderr
    whole = pmg(place, "check", "in/a.txt", "--all").stderr

    assert len(short.splitlines()) <= 40
    shown = len(re.findall("PMG351", short))
    assert f"… en nog {30 - shown} meldingen; toon alles met --all\n30 fouten.\n" in short
    assert len(re.findall("PMG351", whole)) == 30
    assert "--all" not in whole


def test_errors_of_all_documents_come_before_warnings(place: Path):
    typed_figures = "\n\n".join(f"Er zijn {n} scholen." for n in range(20, 40))
    write_tree(place, {"letters/groen/nota.md": HEAD + SECTIONS.format(body=typed_figures)})
    article(place / "in/a.txt", ("Nieuws", WRONG))

    short = pmg(place, "check", "groen", "in/a.txt").stderr

    assert short.startswith("── in/a.txt: 1 fout\n\nfout PMG351")
    assert "── letters/groen/nota.md: 20 waarschuwingen\n" in short


def test_many_files_are_told_in_short(place: Path):
    for n in range(15):
        article(place / f"in/{n:02}.txt", ("Nieuws", WRONG if n == 14 else RIGHT))

    out = pmg(place, "check", *(f"in/{n:02}.txt" for n in range(15))).stdout

    assert out.startswith("in/14.txt: 1 spreekt de feiten tegen.\n")
    assert out.endswith(
        "… en nog 5 bestanden; toon alles met --all\n"
        "15 bestanden nagelezen: 14 cijfers kloppen, 1 spreekt de feiten tegen.\n"
    )


def test_a_file_of_thousands_of_pages_is_refused_at_once(place: Path):
    (place / "groot.txt").write_text("Elke gemeente krijgt geld. " * 120_000)
    done = pmg(place, "check", "groot.txt")
    assert done.returncode == 1
    assert "PMG168" in done.stderr


def test_a_name_that_no_system_can_hold_is_no_file(place: Path):
    done = pmg(place, "check", "a" * 5000 + ".txt")
    assert done.returncode == 2
    assert "PMG100" in done.stderr


def test_a_space_that_may_not_break_is_shown_as_a_space(place: Path):
    text = "Elke gemeente in Groen in de Buurt krijgt \u20ac\u00a0999.000 per jaar.\n"
    (place / "artikel.txt").write_text(text, encoding="utf-8")
    done = pmg(place, "check", "artikel.txt")
    assert "\u20ac 999.000" in done.stderr
    assert "\ufffd" not in done.stderr
