"""The documents tell the truth: what they name exists, what they show comes out that way."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
import typer

from pmg_docs.app.dossier import DossierReport, read_dossier
from pmg_docs.cli import boundary
from pmg_docs.cli.main import app
from pmg_docs.compose.filters import filters
from pmg_docs.facts.shapes import KINDS, FactsFile, FactShape
from pmg_docs.letter.reading import FrontMatter, LetterStatus
from pmg_docs.model.document import Block, Heading, Paragraph, plain_text
from pmg_docs.model.place import Place
from pmg_docs.specs.doc_type import DocType, Notation
from pmg_docs.specs.loading import load_type
from pmg_docs.specs.style import Style
from pmg_docs.workspace.folder import Workspace
from tests.builders.folder import facts_text, nota_text, write_tree

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
HANDBOOK = ROOT / "docs/handleiding.md"
HANDBOOK_TEXT = HANDBOOK.read_text(encoding="utf-8")
README_TEXT = README.read_text(encoding="utf-8")

FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"(?<!`)`([^`]+)`(?!`)")
LINK = re.compile(r"\]\(([^)\s]+)\)")


class Row(NamedTuple):
    """A row of a table, and the words of its line for the name of a test."""

    cells: tuple[str, ...]

    def __str__(self) -> str:
        return " ".join(self.cells)[:60]


def blocks(text: str, language: str) -> list[str]:
    return [body for name, body in FENCE.findall(text) if name == language]


def table(head: str) -> list[Row]:
    """The rows of the one table of the handbook with this first line."""
    lines = FENCE.sub("", HANDBOOK_TEXT).splitlines()
    rows = []
    for line in lines[lines.index(head) + 2 :]:
        if not line.startswith("|"):
            break
        rows.append(Row(tuple(cell.strip() for cell in line.strip("|").split("|"))))
    return rows


def codes_in(cell: str) -> list[str]:
    return CODE.findall(cell)


KIND_ROWS = table("| soort | in feiten.yaml | in de brief | in de nota |")
FILTER_ROWS = table("| woord | bij een feit als | in de nota |")
PART_ROWS = table("| deel | in de nota |")
FRONT_ROWS = table("| gegeven | wat het in een nota doet |")
EXIT_ROWS = table("| getal | betekenis |")

SHOWN_KINDS = [row for row in KIND_ROWS if codes_in(row.cells[1])]
TABLE_FACTS = "\n".join(codes_in(row.cells[1])[0] for row in SHOWN_KINDS)

YAML = blocks(HANDBOOK_TEXT, "yaml")
[WALK_FACTS] = [block for block in YAML if block.startswith("stijl:")]
[STYLE] = [block for block in YAML if "breidt_uit:" in block]
[TYPE] = [block for block in YAML if "velden:" in block]
FACT_BLOCKS = [block for block in YAML if block not in (WALK_FACTS, STYLE, TYPE)]
MARKDOWN = blocks(HANDBOOK_TEXT, "markdown")
[WALK_LETTER] = [block for block in MARKDOWN if block.startswith("---")]
BODIES = [block for block in MARKDOWN if block != WALK_LETTER]


def composed(root: Path, body: str) -> DossierReport:
    """A nota with this text over every fact that the handbook writes down."""
    used = {f"letters/_gedeeld/blok{n}.yaml": block for n, block in enumerate(FACT_BLOCKS)}
    rest = f"gebruikt: [{', '.join(f'../_gedeeld/{Path(name).name}' for name in used)}]\n"
    write_tree(root, {**used, "letters/proef/feiten.yaml": facts_text(TABLE_FACTS, rest)})
    write_tree(root, {"letters/proef/nota.md": nota_text(body)})
    return read_dossier(Workspace.at(root), "proef")


def words(result: DossierReport) -> str:
    """The first paragraph of the first section, when nothing was found."""
    assert [f.message for f in result.findings] == []
    first = next(b for b in body_of(result) if isinstance(b, Paragraph))
    return typed(plain_text(first.children))


def typed(text: str) -> str:
    """Text with the spaces that a keyboard has."""
    return text.replace("\xa0", " ")


def body_of(result: DossierReport) -> tuple[Block, ...]:
    [draft] = result.drafts
    return draft.document.body


def walkthrough(root: Path) -> Workspace:
    write_tree(
        root,
        {"letters/groen/feiten.yaml": WALK_FACTS, "letters/groen/nota.md": WALK_LETTER},
    )
    return Workspace.at(root)


def pmg(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(ROOT / "cli.py"), *arguments], cwd=folder, env=dict(os.environ),
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip


# What the handbook names.


def test_every_kind_of_fact_stands_in_the_handbook():
    assert {row.cells[0] for row in KIND_ROWS} - {""} == set(KINDS)


@pytest.mark.parametrize("name", filters(Notation()))
def test_every_filter_stands_in_the_handbook(name: str):
    assert any(name in codes_in(row.cells[0]) for row in FILTER_ROWS)


def test_every_key_above_a_letter_stands_in_the_handbook():
    named = [name for row in FRONT_ROWS for name in codes_in(row.cells[0])]

    assert sorted(named) == sorted(FrontMatter.model_fields)


@pytest.mark.parametrize(
    "name",
    [
        *sorted({*FactsFile.model_fields, *FactShape.model_fields}),
        *(status.value for status in LetterStatus),
    ],
)
def test_every_key_of_the_facts_and_every_status_stands_in_the_handbook(name: str):
    in_blocks = any(re.search(rf"^ *{name}:", block, re.MULTILINE) for block in YAML)

    assert in_blocks or any(re.search(rf"\b{name}\b", code) for code in CODE.findall(HANDBOOK_TEXT))


@pytest.mark.parametrize(
    ("shape", "block"), [(DocType, TYPE), (Style, STYLE)], ids=["soort.yaml", "stijl.yaml"]
)
def test_every_key_of_a_type_and_a_style_stands_in_the_handbook(
    shape: type[DocType | Style], block: str
):
    keys = {field.alias or name for name, field in shape.model_fields.items() if not field.exclude}
    left_out = {"omschrijving"}  # it is printed nowhere

    found = {key for key in keys if re.search(rf"^{key}:|`{key}`", block + HANDBOOK_TEXT, re.M)}
    assert keys - found <= left_out


def test_every_section_of_the_nota_stands_in_the_handbook():
    doc_type, _ = load_type(Workspace.at(ROOT), "nota", Place("nota.md"))
    flat = " ".join(HANDBOOK_TEXT.split())

    for section in doc_type.sections:
        assert f"{section.label.rstrip('.')} {section.title}" in flat


def command_names() -> Iterator[tuple[str, str]]:
    group = typer.main.get_group(app)
    for command, options in {"pmg": group, **group.commands}.items():
        name = command if command == "pmg" else f"pmg {command}"
        yield name, ""
        for option in options.params:
            if isinstance(option, typer.core.TyperOption):
                yield name, option.opts[0]


@pytest.mark.parametrize(("command", "option"), list(command_names()))
@pytest.mark.parametrize("path", [README, HANDBOOK], ids=["README", "handleiding"])
def test_every_command_and_option_is_named(path: Path, command: str, option: str):
    text = path.read_text(encoding="utf-8")

    assert re.search(rf"\b{command}\b", text)
    assert option in text


def test_every_exit_code_stands_in_the_handbook():
    assert {int(row.cells[0]) for row in EXIT_ROWS} == {
        boundary.CLEAN, boundary.FINDINGS, boundary.USAGE,
        boundary.CANNOT, boundary.OUR_FAULT, boundary.INTERRUPTED,
    }  # fmt: skip


def test_the_readme_names_every_layer():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = project["tool"]["importlinter"]["contracts"]
    [layers] = [c["layers"] for c in contracts if c["type"] == "layers"]

    for name in " | ".join(layers).split(" | "):
        assert re.search(rf"^\|.*`{name}`.*\|", README_TEXT, re.MULTILINE), name


@pytest.mark.parametrize("path", [README, HANDBOOK], ids=["README", "handleiding"])
def test_every_relative_link_leads_somewhere(path: Path):
    text = path.read_text(encoding="utf-8")
    titles = re.findall(r"^#+ (.*)$", FENCE.sub("", text), re.MULTILINE)
    anchors = {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles}

    for target in LINK.findall(FENCE.sub("", text)):
        if target.startswith("#"):
            assert target[1:] in anchors, target
        elif not target.startswith("https://"):
            assert (path.parent / target).exists(), target


# What the handbook shows.


@pytest.mark.parametrize("row", SHOWN_KINDS, ids=str)
def test_a_fact_is_shown_as_the_table_of_facts_says(tmp_path: Path, row: Row):
    assert words(composed(tmp_path, codes_in(row.cells[2])[0])) == row.cells[3]


@pytest.mark.parametrize("number", range(len(FILTER_ROWS)))
def test_a_filter_gives_what_the_table_of_filters_says(tmp_path: Path, number: int):
    named = [codes_in(row.cells[0]) for row in FILTER_ROWS[: number + 1]]
    chosen = next(names for names in reversed(named) if names)
    _, fact, shown = FILTER_ROWS[number].cells
    write_tree(
        tmp_path,
        {
            "letters/proef/feiten.yaml": facts_text(f"feit: {codes_in(fact)[0]}"),
            "letters/proef/nota.md": nota_text(f"{{{{ {' | '.join(('feit', *chosen))} }}}}"),
        },
    )

    assert words(read_dossier(Workspace.at(tmp_path), "proef")) == shown


@pytest.mark.parametrize("row", PART_ROWS, ids=str)
def test_a_part_is_shown_as_the_table_of_parts_says(tmp_path: Path, row: Row):
    body = "; ".join(f"{{{{ {part} }}}}" for part in codes_in(row.cells[0]))

    assert words(composed(tmp_path, body)) == row.cells[1]


def test_the_sum_in_the_handbook_comes_out_as_it_says(tmp_path: Path):
    found = re.search(r"U kunt rekenen: `([^`]*)` wordt (.*?)\. ", HANDBOOK_TEXT)
    assert found is not None

    assert words(composed(tmp_path, found[1])) == found[2]


@pytest.mark.parametrize("body", [*BODIES, "{{ tabel(beleidskeuze) }}"], ids=lambda b: b[:30])
def test_each_example_of_text_composes(tmp_path: Path, body: str):
    result = composed(tmp_path, body)

    assert [f.message for f in result.findings] == []
    assert result.drafts


def test_the_walkthrough_builds(tmp_path: Path):
    result = read_dossier(walkthrough(tmp_path), "groen")

    shown = re.search(r"staat dan onder 1: ‘([^’]*)’", HANDBOOK_TEXT)
    assert shown is not None
    assert words(result) == shown[1]


def test_the_message_in_the_handbook_is_the_one_that_pmg_gives(tmp_path: Path):
    walkthrough(tmp_path)
    path = tmp_path / "letters/groen/feiten.yaml"
    path.write_text(WALK_FACTS.replace("250000", "250.000"), encoding="utf-8")

    assert blocks(HANDBOOK_TEXT, "text") == [typed(pmg(tmp_path, "build").stderr)]


def test_the_style_in_the_handbook_works(tmp_path: Path):
    walkthrough(tmp_path)
    write_tree(tmp_path, {"styles/ienw/stijl.yaml": STYLE})
    facts = WALK_FACTS.replace("stijl: rijk", "stijl: ienw")
    write_tree(tmp_path, {"letters/groen/feiten.yaml": facts})

    result = read_dossier(Workspace.at(tmp_path), "groen")
    assert result.findings == ()
    field = result.drafts[0].document.field("kenmerk")
    assert field is not None
    assert field.label == "Onze referentie"


def test_the_type_in_the_handbook_works(tmp_path: Path):
    workspace = walkthrough(tmp_path)
    write_tree(
        tmp_path,
        {
            "templates/memo/soort.yaml": TYPE,
            "letters/groen/memo.md": "---\naan: =minister\nonderwerp: Een proef\n"
            "datum: 2026-01-15\n---\n## Samenvatting\n\nEr doen {{ gemeenten | aantal }} mee.\n",
        },
    )
    for name in ("shell.docx", "page.html.j2"):
        shutil.copy(ROOT / "templates/nota" / name, tmp_path / "templates/memo")

    result = read_dossier(workspace, "groen", ["memo"])
    assert words(result) == "Er doen vier mee."
    assert [b.label for b in body_of(result) if isinstance(b, Heading)] == ["1."]


# What the README shows: a tour that anyone can walk, with what pmg says on the way.

TOUR = blocks(README_TEXT, "text")


@pytest.fixture(scope="module")
def tour(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What pmg says and makes at each step of the tour."""
    folder = tmp_path_factory.mktemp("rondleiding")
    facts = folder / "letters/groen/feiten.yaml"
    said = {"nieuw": pmg(folder, "new", "groen").stdout, "maak": pmg(folder, "build").stdout}
    said["nota"] = (folder / "build/groen/nota.md").read_text(encoding="utf-8")
    said["manifest"] = (folder / "build/groen/manifest.json").read_text(encoding="utf-8")
    said["feiten"] = facts.read_text(encoding="utf-8")
    said["brief"] = (folder / "letters/groen/nota.md").read_text(encoding="utf-8")
    for step, amount in {"getal": "500.000", "regel": "500000"}.items():
        facts.write_text(
            said["feiten"].replace("bedrag: 250000", f"bedrag: {amount}"), encoding="utf-8"
        )
        said[step] = pmg(folder, "build").stderr
    return said


@pytest.mark.parametrize("number", range(len(TOUR)))
def test_what_the_readme_shows_is_what_pmg_says(tour: dict[str, str], number: int):
    assert any(TOUR[number].strip() in typed(said) for said in tour.values())


@pytest.mark.parametrize(("language", "source"), [("yaml", "feiten"), ("markdown", "brief")])
def test_the_lines_in_the_readme_are_those_of_the_example(
    tour: dict[str, str], language: str, source: str
):
    shown = blocks(README_TEXT, language)

    assert shown
    for block in shown:
        assert block.rstrip() in tour[source]


def test_the_manifest_in_the_readme_is_that_of_the_example(tour: dict[str, str]):
    [shown] = blocks(README_TEXT, "json")

    for line in shown.splitlines():
        assert all(part in tour["manifest"] for part in line.split("…")), line
