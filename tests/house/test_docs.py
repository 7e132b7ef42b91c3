"""The documents tell the truth: what they name exists, what they show comes out that way."""

import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import typer
from pydantic import BaseModel

from pmg_docs.app.dossier import DossierReport, read_dossier
from pmg_docs.app.kenmerk.handing_out import reserve
from pmg_docs.cli import boundary
from pmg_docs.cli.main import app
from pmg_docs.compose.filters import filters
from pmg_docs.facts.fact_shape import FactShape
from pmg_docs.facts.facts_file import FactsFile
from pmg_docs.facts.shapes import KINDS
from pmg_docs.inputs.regular import MOST_WAYS, ways_to_match
from pmg_docs.kenmerk.entry import read_entry
from pmg_docs.letter.reading import FrontMatter, LetterStatus
from pmg_docs.model.document import (
    Area,
    Aside,
    Block,
    Cell,
    Heading,
    Paragraph,
    Table,
    plain_text,
)
from pmg_docs.model.place import Place
from pmg_docs.specs.doc_type import (
    AmountForm,
    AsideSpec,
    DocType,
    FieldSpec,
    Notation,
    NumberForm,
    PersonForm,
    ScaledForm,
    SectionSpec,
)
from pmg_docs.specs.loading import load_type
from pmg_docs.specs.style import Style
from pmg_docs.workspace.folder import InputFile, Workspace
from pmg_docs.writers import FORMATS
from tests.builders.articles import article
from tests.builders.folder import facts_text, nota_text, write_tree

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
HANDBOOK = ROOT / "docs/handleiding.md"
UPKEEP = ROOT / "docs/beheer.md"
HANDBOOK_TEXT = HANDBOOK.read_text(encoding="utf-8")
UPKEEP_TEXT = UPKEEP.read_text(encoding="utf-8")
BOTH_TEXTS = f"{HANDBOOK_TEXT}\n{UPKEEP_TEXT}"
README_TEXT = README.read_text(encoding="utf-8")

FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"(?<!`)`([^`]+)`(?!`)")
CELL_END = re.compile(r"(?<!\\)\|")
LINK = re.compile(r"\]\(([^)\s]+)\)")


class Row(NamedTuple):
    """A row of a table, and the words of its line for the name of a test."""

    cells: tuple[str, ...]

    def __str__(self) -> str:
        return " ".join(self.cells)[:60]


def blocks(text: str, language: str) -> list[str]:
    return [body for name, body in FENCE.findall(text) if name == language]


def table(head: str) -> list[Row]:
    """The rows of the one table of the two manuals with this first line."""
    lines = FENCE.sub("", BOTH_TEXTS).splitlines()
    rows = []
    for line in lines[lines.index(head) + 2 :]:
        if not line.startswith("|"):
            break
        cells = CELL_END.split(line.removeprefix("|").removesuffix("|"))
        rows.append(Row(tuple(cell.strip().replace(r"\|", "|") for cell in cells)))
    return rows


def codes_in(cell: str) -> list[str]:
    return CODE.findall(cell)


KIND_ROWS = table("| soort | in feiten.yaml | in de brief | in de nota |")
FILTER_ROWS = table("| woord | bij een feit als | in de nota |")
PART_ROWS = table("| deel | in de nota |")
FRONT_ROWS = table("| gegeven | wat het doet |")
TYPE_ROWS = table("| soort | waarvoor | verplicht bovenaan | kan ook |")
NOTATION_ROWS = table("| in de brief | nota | kamerbrief en voortgangsrapportage | persbericht |")
VOICE_ROWS = table("| in de brief | één ondertekenaar | meer |")
TABLE_ROWS = table("| in de brief | kolommen | laatste rij |")
KENMERK_ROWS = table("| ministerie | `patroon` | voorbeeld |")
EXIT_ROWS = table("| getal | betekenis |")

SHOWN_KINDS = [row for row in KIND_ROWS if codes_in(row.cells[1])]
TABLE_FACTS = "\n".join(codes_in(row.cells[1])[0] for row in SHOWN_KINDS)

YAML = blocks(HANDBOOK_TEXT, "yaml")
[WALK_FACTS] = [block for block in YAML if "programma:" in block]
UPKEEP_YAML = blocks(UPKEEP_TEXT, "yaml")
FACT_BLOCKS = [b for b in (*YAML, *UPKEEP_YAML) if b != WALK_FACTS and b.startswith("feiten:")]
[STYLE] = [block for block in UPKEEP_YAML if "breidt_uit:" in block]
[NUMBERS] = [block for block in UPKEEP_YAML if "reeks:" in block]
[NUMBER] = [block for block in UPKEEP_YAML if "status: toegekend" in block]
[MEMO, INVITATION] = [block for block in UPKEEP_YAML if "velden:" in block]
MARKDOWN = blocks(HANDBOOK_TEXT, "markdown")
[WALK_LETTER] = [block for block in MARKDOWN if block.startswith("---")]
[VOICE] = [block for block in MARKDOWN if "ik_of_wij" in block]
BODIES = [block for block in MARKDOWN if block not in (WALK_LETTER, VOICE)]


def composed(root: Path, body: str, name: str = "nota", head: str = "") -> DossierReport:
    """A letter with this text over every fact that the handbook writes down."""
    used = {f"letters/_gedeeld/blok{n}.yaml": block for n, block in enumerate(FACT_BLOCKS)}
    rest = f"gebruikt: [{', '.join(f'../_gedeeld/{Path(name).name}' for name in used)}]\n"
    write_tree(root, {**used, "letters/proef/feiten.yaml": facts_text(TABLE_FACTS, rest)})
    text = f"---\n{head}---\n\n{body}\n" if head else nota_text(body)
    write_tree(root, {f"letters/proef/{name}.md": text})
    return read_dossier(Workspace.at(root), "proef")


def words(result: DossierReport) -> str:
    """The first paragraph of the first section, when nothing was found."""
    assert [f.message for f in result.findings] == []
    first = next(b for b in body_of(result) if isinstance(b, Paragraph) and b.role != "aanhef")
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


def known_types() -> tuple[DocType, ...]:
    workspace = Workspace.at(ROOT)
    names = workspace.folders("templates", "soort.yaml")
    return tuple(load_type(workspace, name, Place("brief.md"))[0] for name in names)


def front_keys(doc_type: DocType, *, required: bool) -> set[str]:
    """The keys that a letter of a type must have above it, or may have."""
    keys = {
        spec.source or name
        for name, spec in doc_type.fields.items()
        if spec.is_required == required and not spec.source.startswith("afzender.")
    }
    if doc_type.is_signed:
        keys.add("ondertekenaars" if required else "mede_namens")
    if not required:
        keys |= {key for aside in doc_type.asides for key in aside.fields}
    return keys


def test_the_table_of_types_says_what_each_type_wants():
    shown = {
        row.cells[0]: tuple(set(codes_in(cell)) for cell in row.cells[2:]) for row in TYPE_ROWS
    }

    assert shown == {
        doc_type.name: (front_keys(doc_type, required=True), front_keys(doc_type, required=False))
        for doc_type in known_types()
    }


@pytest.mark.parametrize("row", KENMERK_ROWS[:-1], ids=str)
def test_the_pattern_of_each_ministry_fits_its_example(row: Row):
    [pattern] = codes_in(row.cells[1])

    assert re.fullmatch(pattern, row.cells[2])
    assert ways_to_match(pattern) <= MOST_WAYS


def test_the_style_with_a_range_hands_out_the_first_number_of_it(tmp_path: Path):
    write_tree(tmp_path, {"styles/bzk/stijl.yaml": f"naam: bzk\nbreidt_uit: rijk\n{NUMBERS}"})

    given = reserve(Workspace.at(tmp_path), style="bzk").entry

    assert given.kenmerk == "2026-0000000001"


def test_the_file_of_a_number_is_read_as_it_is_shown():
    entry = read_entry(InputFile("letters/_kenmerken/ienw_bsk-2024_353709.yaml", NUMBER.encode()))

    assert (entry.letter_name, entry.by) == ("groen/nota", "A. Voorbeeld")


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
    in_blocks = any(re.search(rf"\b{name}:", block) for block in YAML)

    assert in_blocks or any(re.search(rf"\b{name}\b", code) for code in CODE.findall(HANDBOOK_TEXT))


@pytest.mark.parametrize(
    "shape",
    [DocType, FieldSpec, SectionSpec, AsideSpec, Notation, Style],
    ids=lambda shape: shape.__name__,
)
def test_every_key_of_a_type_and_a_style_stands_in_the_manual(shape: type[BaseModel]):
    shown = "\n".join(UPKEEP_YAML)
    for name, field in shape.model_fields.items():
        key = field.alias or name
        if not field.exclude:
            assert re.search(rf"\b{key}:", shown) or f"`{key}`" in UPKEEP_TEXT, key


@pytest.mark.parametrize(
    "value",
    sorted({v.value for e in (Area, AmountForm, ScaledForm, NumberForm, PersonForm) for v in e}
           | set(FORMATS)),
)  # fmt: skip
def test_every_word_that_a_type_can_choose_stands_in_the_manual(value: str):
    assert f"`{value}`" in UPKEEP_TEXT


@pytest.mark.parametrize("doc_type", known_types(), ids=lambda doc_type: doc_type.name)
def test_every_section_and_recipient_of_a_type_stands_in_the_handbook(doc_type: DocType):
    flat = " ".join(HANDBOOK_TEXT.split())

    for section in doc_type.sections:
        assert f"{section.label.rstrip('.')} {section.title}" in flat
    for recipient in doc_type.recipients:
        assert f"`{recipient}`" in flat


def command_names() -> Iterator[tuple[str, str]]:
    yield from _names_below("pmg", typer.main.get_group(app))


def _names_below(name: str, command: Any) -> Iterator[tuple[str, str]]:
    yield name, ""
    for option in command.params:
        if isinstance(option, typer.core.TyperOption):
            yield name, option.opts[0]
    for inner, below in getattr(command, "commands", {}).items():
        yield from _names_below(f"{name} {inner}", below)


@pytest.mark.parametrize(("command", "option"), list(command_names()))
@pytest.mark.parametrize("text", [README_TEXT, BOTH_TEXTS], ids=["README", "manuals"])
def test_every_command_and_option_is_named(text: str, command: str, option: str):
    assert re.search(rf"\b{command}\b", text)
    assert option in text


@pytest.mark.parametrize("text", [README_TEXT, BOTH_TEXTS], ids=["README", "manuals"])
def test_every_command_and_option_that_is_named_exists(text: str):
    known = dict.fromkeys(name.removeprefix("pmg ") for name, _ in command_names())
    options = {option for _, option in command_names()} | {"--help"}
    lines = [*CODE.findall(FENCE.sub("", text)), *"\n".join(blocks(text, "sh")).splitlines()]
    asked = [line.split() for line in lines if line.startswith("pmg ")]

    words = {words[1] for words in asked if not words[1].startswith("-")}
    assert words <= set(known)
    assert {word for words in asked for word in words if word.startswith("--")} <= options


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_can_be_asked_for_and_is_named(name: str):
    assert name in boundary.FORMATS
    assert re.search(rf"--format` \([^)]*\b{name}\b", README_TEXT)
    assert f"`{name}`" in HANDBOOK_TEXT or f"--format {name}" in HANDBOOK_TEXT


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


def anchors(path: Path) -> set[str]:
    titles = re.findall(r"^#+ (.*)$", FENCE.sub("", path.read_text(encoding="utf-8")), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles}


@pytest.mark.parametrize("path", [README, HANDBOOK, UPKEEP], ids=lambda path: path.stem)
def test_every_relative_link_leads_somewhere(path: Path):
    for target in LINK.findall(FENCE.sub("", path.read_text(encoding="utf-8"))):
        if target.startswith("https://"):
            continue
        name, _, anchor = target.partition("#")
        file = path.parent / name if name else path
        assert file.exists(), target
        assert not anchor or anchor in anchors(file), target


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


HEADS = {
    "kamerbrief": "aan: Tweede Kamer\nonderwerp: Een proef\ndatum: 2026-01-15\nkenmerk: 2026-1\n"
    "ondertekenaars: [=minister]\n",
    "persbericht": "onderwerp: Een proef\ndatum: 2026-01-15\nembargo: =persmoment\n"
    "contact: =woordvoerder\n",
}


@pytest.mark.parametrize("row", NOTATION_ROWS, ids=str)
def test_each_type_writes_a_fact_as_the_table_says(tmp_path: Path, row: Row):
    body, *shown = row.cells
    [code] = codes_in(body)

    assert [
        words(composed(tmp_path / "nota", code)),
        *(words(composed(tmp_path / name, code, name, head)) for name, head in HEADS.items()),
    ] == shown


@pytest.mark.parametrize("count", [1, 2])
@pytest.mark.parametrize("row", VOICE_ROWS, ids=str)
def test_the_words_of_who_signs_are_those_of_the_table(tmp_path: Path, row: Row, count: int):
    head = (
        HEADS["kamerbrief"]
        if count == 1
        else f"{HEADS['kamerbrief']}".replace(
            "ondertekenaars: [=minister]", "ondertekenaars: [=minister, =collega]"
        )
    )
    body = ", ".join(codes_in(row.cells[0]))

    assert words(composed(tmp_path, body, "kamerbrief", head)) == row.cells[count]


def test_the_example_for_who_signs_composes(tmp_path: Path):
    head = f"{HEADS['kamerbrief']}mede_namens: [=collega]\n"

    assert words(composed(tmp_path, VOICE, "kamerbrief", head)) == (
        "Mede namens de Staatssecretaris van Voorbeelden stuur ik u mijn plan."
    )


@pytest.mark.parametrize("row", TABLE_ROWS, ids=str)
def test_a_table_is_made_as_the_table_of_tables_says(tmp_path: Path, row: Row):
    result = composed(tmp_path, codes_in(row.cells[0])[0])

    assert [f.message for f in result.findings] == []
    [made] = [block for block in body_of(result) if isinstance(block, Table)]
    lines = [", ".join(typed(_cell_text(cell)) for cell in line)
             for line in (made.header, made.rows[-1])]  # fmt: skip
    assert lines == list(row.cells[1:])


def _cell_text(cell: Cell) -> str:
    return " ".join(plain_text(b.children) for b in cell.blocks if isinstance(b, Paragraph))


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


def test_the_typed_figure_in_the_handbook_is_told_as_pmg_tells_it(tmp_path: Path):
    walkthrough(tmp_path)
    path = tmp_path / "letters/groen/nota.md"
    typed_out = WALK_LETTER.replace("van {{ bijdrage }}", "van 250.000 euro")
    path.write_text(typed_out, encoding="utf-8")

    assert blocks(HANDBOOK_TEXT, "text")[0] == typed(pmg(tmp_path, "check").stderr)


def test_the_message_in_the_handbook_is_the_one_that_pmg_gives(tmp_path: Path):
    walkthrough(tmp_path)
    path = tmp_path / "letters/groen/feiten.yaml"
    path.write_text(WALK_FACTS.replace("250000", "250.000"), encoding="utf-8")

    assert blocks(HANDBOOK_TEXT, "text")[2:] == [typed(pmg(tmp_path, "build").stderr)]


def test_what_the_handbook_shows_of_an_article_is_what_pmg_says(tmp_path: Path):
    walkthrough(tmp_path)
    text = "Aan Groen in de Buurt doen vijf gemeenten mee."
    article(tmp_path / "downloads/artikel.docx", ("Geld voor gemeenten", text))

    done = pmg(tmp_path, "check", "downloads/artikel.docx")

    assert blocks(HANDBOOK_TEXT, "text")[1] == typed(done.stderr)


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


def test_the_type_with_sections_in_the_manual_works(tmp_path: Path):
    workspace = walkthrough(tmp_path)
    write_tree(
        tmp_path,
        {
            "templates/memo/soort.yaml": MEMO,
            "letters/groen/memo.md": "---\naan: =minister\nonderwerp: Een proef\n"
            "datum: 2026-01-15\n---\n## Samenvatting\n\nEr doen {{ gemeenten | aantal }} mee.\n",
        },
    )

    result = read_dossier(workspace, "groen", ["memo"])
    assert words(result) == "Er doen vier mee."
    assert [b.label for b in body_of(result) if isinstance(b, Heading)] == ["1."]


def test_the_type_with_free_headings_in_the_manual_works(tmp_path: Path):
    workspace = walkthrough(tmp_path)
    write_tree(
        tmp_path,
        {
            "templates/uitnodiging/soort.yaml": INVITATION,
            "letters/groen/uitnodiging.md": "---\naan: gemeenten\nonderwerp: Een proef\n"
            "datum: 2026-01-15\nondertekenaars: [=minister]\ncontact: C. Woord\n---\n"
            "{{ Ik }} nodig u uit.\n",
        },
    )

    result = read_dossier(workspace, "groen", ["uitnodiging"])
    assert words(result) == "Ik nodig u uit."
    [draft] = result.drafts
    assert any(isinstance(block, Aside) for block in draft.document.body)
    assert not any(isinstance(b, Aside) for b in draft.document.shown_in("txt").body)


# What the README shows: a tour that anyone can walk, with what pmg says on the way.

TOUR = blocks(README_TEXT, "text")
WHO = ("-c", "user.name=A. Voorbeeld", "-c", "user.email=a@voorbeeld.nl")


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
    for arguments in (["init"], ["add", "."], [*WHO, "commit", "--message", "Begin"]):
        subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True)
    facts.write_text(
        said["feiten"].replace("bedrag: 250000", "bedrag: 300000"), encoding="utf-8"
    )  # fmt: skip
    said["verschil"] = pmg(folder, "diff").stdout
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
