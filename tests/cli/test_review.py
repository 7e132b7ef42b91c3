"""The command `pmg review`."""

from pathlib import Path

from tests.builders.folder import dossier, write_tree
from tests.cli.test_cli import pmg

FACTS = "prijs: {bedrag: 5}"
WRONG = "regels: [{code: R1, regel: prijs == 6 * prijs, uitleg: Klopt, ernst: fout}]\n"


def test_it_says_where_the_page_is_and_what_it_tells(tmp_path: Path):
    dossier(tmp_path, FACTS, "Het kost {{ prijs }} voor 25 scholen.")

    done = pmg(tmp_path, "review", "proef")

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        "  geschreven  build/proef/_nalezen.html",
        "Op de pagina: 0 fouten en 1 waarschuwing.",
    ]
    assert "ongewijzigd" in pmg(tmp_path, "review", "proef").stdout


def test_with_errors_there_is_a_page_and_the_exit_code_says_so(tmp_path: Path):
    dossier(tmp_path, FACTS, "Het kost {{ prijs }}.", WRONG)
    write_tree(tmp_path, {"letters/proef/stuk.md": "geen brief"})

    done = pmg(tmp_path, "review")

    assert done.returncode == 1
    assert "Niet gelezen: proef/stuk; daar zit een fout in (pmg check)." in done.stdout
    assert (tmp_path / "build/proef/_nalezen.html").is_file()


def test_quiet_it_says_only_what_is_wrong(tmp_path: Path):
    dossier(tmp_path, FACTS, "Het kost {{ prijs }}.")

    done = pmg(tmp_path, "review", "--quiet", "--out", "uit")

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert (tmp_path / "uit/proef/_nalezen.html").is_file()


def test_a_version_that_does_not_exist_is_a_mistake_of_use(tmp_path: Path):
    dossier(tmp_path, FACTS, "Het kost {{ prijs }}.")

    done = pmg(tmp_path, "review", "--against", "weg")

    assert done.returncode == 3
    assert "PMG182" in done.stderr
