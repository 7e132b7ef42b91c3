import subprocess
import sys
from pathlib import Path

import pytest

from tests.builders.folder import dossier, write_tree

ROOT = Path(__file__).parents[2]
FACTS = "bedrag: {bedrag: 500000}"
BODY = "Het kost {{ bedrag }}."


def pmg(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command as an officer would, in a locale that knows no Dutch letters."""
    return subprocess.run(
        [sys.executable, "-m", "pmg_docs", *arguments],
        cwd=folder,
        env={
            "LC_ALL": "C",
            "PATH": "/usr/bin:/bin",
            "HOME": str(folder),
            "PYTHONPATH": str(ROOT),
            **environment,
        },
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_a_build_says_what_it_made(tmp_path: Path):
    dossier(tmp_path, FACTS, BODY)

    done = pmg(tmp_path, "build", "--format", "md")

    assert done.returncode == 0, done.stderr
    assert "build/proef/nota.md" in done.stdout
    assert "100% van de cijfers komt uit de feiten (1 van 1)." in done.stdout
    assert done.stderr == ""


def test_a_quiet_build_says_nothing(tmp_path: Path):
    dossier(tmp_path, FACTS, BODY)

    done = pmg(tmp_path, "build", "--format", "md", "--quiet")

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_documents_can_go_to_another_folder(tmp_path: Path):
    dossier(tmp_path, FACTS, BODY)

    pmg(tmp_path, "build", "proef", "--letter", "nota", "--format", "html", "--out", "uit")

    assert (tmp_path / "uit/proef/nota.html").is_file()


def test_an_error_shows_code_place_line_sentence_and_hint(tmp_path: Path):
    dossier(tmp_path, "bedrag: {bedrag: 500.000}", BODY)

    done = pmg(tmp_path, "build")

    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr == (
        "fout PMG122 letters/proef/feiten.yaml:3:20\n"
        "      bedrag: {bedrag: 500.000}\n"
        "                       ^\n"
        "  '500.000' is geen getal: punten zijn hier niet toegestaan.\n"
        "  Tip: Typ 500000, zonder punten.\n"
        "\n"
        "1 fout.\n"
        "Er is niets geschreven of overschreven.\n"
    )


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["build", "geen-dossier"], 2),
        (["build", "--format", "rtf"], 2),
        (["build", "--nope"], 2),
        (["bouw"], 2),
        (["new", "Slechte Naam"], 1),
        (["--version"], 0),
        (["--help"], 0),
        (["build", "--help"], 0),
    ],
)
def test_the_exit_code_tells_the_outcome(tmp_path: Path, arguments: list[str], code: int):
    dossier(tmp_path, FACTS, BODY)

    done = pmg(tmp_path, *arguments)

    assert done.returncode == code
    assert "Traceback" not in done.stderr


def test_facts_are_shown_as_each_type_writes_them_with_source_and_gaps(tmp_path: Path):
    dossier(tmp_path, "bedrag: {bedrag: 500000}\nnummer: {open: het nummer}", BODY)

    said = pmg(tmp_path, "facts").stdout.replace("\xa0", " ")

    assert "500.000 euro  [persbericht]" in said
    assert "€ 500.000,-  [nota]" in said
    assert "letters/proef/feiten.yaml:3:20" in said
    assert "Nog open: nummer." in said


def test_types_and_styles_say_what_there_is(tmp_path: Path):
    types, styles = pmg(tmp_path, "types").stdout, pmg(tmp_path, "styles").stdout

    assert "4.2 Financiële overwegingen" in types
    assert "docx, pdf, html, md, txt" in types
    assert "bouwt voort op: rijk" in styles


def test_new_adds_a_letter_to_a_dossier_that_is_there(tmp_path: Path):
    dossier(tmp_path, FACTS, BODY)

    done = pmg(tmp_path, "new", "proef", "--letter", "persbericht")

    assert done.returncode == 0, done.stderr
    assert "{{ bedrag }}" in (tmp_path / "letters/proef/persbericht.md").read_text()


def test_new_leaves_a_letter_that_is_there_alone(tmp_path: Path):
    dossier(tmp_path, FACTS, BODY)

    done = pmg(tmp_path, "new", "proef", "--letter", "nota")

    assert done.returncode == 1
    assert "PMG163" in done.stderr


def test_outside_a_workspace_the_officer_is_told_where_to_go(tmp_path: Path):
    done = pmg(tmp_path, "build")

    assert done.returncode == 2
    assert "letters" in done.stderr


def test_a_file_that_cannot_be_read_stops_with_its_own_code(tmp_path: Path):
    dossier(tmp_path, FACTS, BODY)
    (tmp_path / "letters/proef/nota.md").unlink()
    (tmp_path / "letters/proef/nota.md").mkdir()

    done = pmg(tmp_path, "build")

    assert done.returncode == 3
    assert "PMG104" in done.stderr


def test_our_own_fault_names_a_log_file_and_shows_no_traceback(tmp_path: Path):
    dossier(tmp_path, FACTS, BODY)
    write_tree(
        tmp_path,
        {"sitecustomize.py": "import pmg_docs.app.build as b\n"
                             "def fail(*a, **k): raise RuntimeError('boem')\n"
                             "b.build = fail\n"},
    )  # fmt: skip

    done = pmg(tmp_path, "build", PYTHONPATH=str(tmp_path))

    assert done.returncode == 70
    assert "ligt aan ons" in done.stderr
    assert "Traceback" not in done.stderr
    log = Path(done.stderr.strip().rsplit(": ", 1)[1])
    assert "boem" in log.read_text()
    log.unlink()


def test_help_loads_no_heavy_library(tmp_path: Path):
    script = (
        "import sys\nsys.argv = ['pmg', '--help']\n"
        "from pmg_docs.cli import main\n"
        "try: main()\nexcept SystemExit: pass\n"
        "print(sorted({'docx', 'docxtpl', 'weasyprint', 'babel', 'yaml', 'jinja2', 'lxml'}"
        " & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True,
                          check=True, cwd=tmp_path)  # fmt: skip

    assert done.stdout.strip().endswith("[]")


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        (["bouw"], "De opdracht 'bouw' bestaat niet."),
        (["biuld"], "Bedoelt u build?"),
        (["build", "--fromat", "md"], "Bedoelt u --format?"),
        (["build", "--format"], "Bij --format hoort precies één waarde."),
        (["new"], "Er ontbreekt een gegeven: DOSSIER."),
        (["new", "een", "twee"], "'twee' is hier te veel."),
        (["build", "--format", "rtf"], "kies uit"),
    ],
)
def test_what_is_typed_wrong_is_told_in_dutch(tmp_path: Path, typed: list[str], says: str):
    done = pmg(tmp_path, *typed)

    assert done.returncode == 2
    assert done.stderr.startswith("fout PMG100\n")
    assert says in done.stderr


@pytest.mark.parametrize("command", [[], ["build"], ["new"], ["check"]])
def test_help_is_dutch(tmp_path: Path, command: list[str]):
    said = pmg(tmp_path, *command, "--help").stdout

    assert said.startswith("Gebruik: ")
    assert "Toon deze uitleg." in said
    assert not {"Usage", "Options", "Arguments", "Show", "list[str]"} & set(said.split())
