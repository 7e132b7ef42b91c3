"""Input made to fill the memory or to never end, each in a process of its own with little room."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.builders.folder import nota_text, write_tree

ROOM = 700 * 1024 * 1024
LIMITED = (
    f"import resource; resource.setrlimit(resource.RLIMIT_AS, ({ROOM}, {ROOM}));"
    "from pmg_docs.cli import main; main()"
)
LAUGHS = "a0: &a0 lol\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 10)
)
DEEP_MARKDOWN = "\n".join("> " * depth + "x" for depth in range(1, 300))


def check(root: Path, *files: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", LIMITED, "check", *files], cwd=root, capture_output=True, text=True,
        encoding="utf-8", check=False, timeout=60,
    )  # fmt: skip


@pytest.mark.parametrize(
    "facts",
    [
        LAUGHS,
        "feiten: " + "[" * 100_000,
        "feiten: " + "{a: " * 50_000,
        "feiten:\n" + "".join(f"{' ' * n}a{n}:\n" for n in range(1, 3000)),
        "feiten:\n  a: " + "9" * 5_000_000,
        "feiten:\n  a: '" + "x" * 15_000_000 + "'",
        "feiten:\n" + "".join(f"  a{n}: {n}\n" for n in range(60_000)),
        "feiten: {}\nregels:\n  - {code: R1, uitleg: x, regel: '" + "(" * 390 + "'}",
        "feiten: {}\nregels:\n  - {code: R1, uitleg: x, regel: '" + "9*" * 199 + "9 == 1'}",
    ],
    ids=["laughs", "brackets", "braces", "steps", "digits", "line", "many", "parens", "product"],
)
def test_facts_made_to_choke_on_are_read_or_refused(tmp_path: Path, facts: str):
    write_tree(
        tmp_path, {"letters/proef/feiten.yaml": facts, "letters/proef/nota.md": "---\n---\n"}
    )

    done = check(tmp_path)

    assert done.returncode in {0, 1, 3}, done.stderr[-500:]
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "body",
    [
        "{% for a in g %}" * 40 + "x" + "{% endfor %}" * 40,
        "{{ " + "(" * 3000 + "a" + ")" * 3000 + " }}",
        "{{ a" + " + a" * 5000 + " }}",
        "*" * 20_000,
        "[" * 5_000,
        "[a](" * 2_000,
        "_a" * 10_000,
        "|" * 20_000 + "\n" + "|-" * 10_000,
        DEEP_MARKDOWN,
        "- " * 2_000 + "x",
        "x " * 500_000,
        "[^1]" * 3_000 + "\n\n[^1]: noot",
    ],
    ids=["loops", "parens", "sum", "stars", "brackets", "links", "emphasis", "table", "quotes",
         "dashes", "words", "notes"],
)  # fmt: skip
def test_a_letter_made_to_choke_on_is_read_or_refused(tmp_path: Path, body: str):
    facts = "feiten:\n  a: 1\n  g: {gemeenten: [Almelo, Breda]}\n"
    write_tree(
        tmp_path, {"letters/proef/feiten.yaml": facts, "letters/proef/nota.md": nota_text(body)}
    )

    done = check(tmp_path)

    assert done.returncode in {0, 1, 3}, done.stderr[-500:]
    assert "Traceback" not in done.stderr


WIDE_TABLE = f"|{'a|' * 3_000}\n|{'-|' * 3_000}\n" + "|b|\n" * 4_000
"""Markdown gives each of the rows three thousand cells."""


def test_a_table_of_millions_of_cells_in_a_letter_is_refused(tmp_path: Path):
    write_tree(
        tmp_path,
        {
            "letters/proef/feiten.yaml": "feiten: {}\n",
            "letters/proef/nota.md": nota_text(WIDE_TABLE),
        },
    )

    done = check(tmp_path)

    assert (done.returncode, "PMG330" in done.stderr + done.stdout) == (1, True), done.stderr[-500:]


ATTRIBUTES = " ".join(f"a{number}=x" for number in range(200_000))
FILES = {
    "attributes.html": f"<!DOCTYPE html><html><body><p {ATTRIBUTES}>Tekst.</p></body></html>",
    "cells.md": f"# Kop\n\n{WIDE_TABLE}",
    "words.html": "<!DOCTYPE html><html><body><p>" + "<a b<" * 200_000,
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_made_to_choke_on_is_read_or_refused(tmp_path: Path, name: str):
    write_tree(
        tmp_path,
        {
            "letters/proef/feiten.yaml": "feiten: {}\n",
            "letters/proef/nota.md": nota_text("Tekst."),
            name: FILES[name],
        },
    )

    done = check(tmp_path, name)

    assert done.returncode in {0, 1, 2, 3}, done.stderr[-500:]
    assert "Traceback" not in done.stderr
