from pathlib import Path

import pytest

from pmg_docs.app.dossier import DossierReport
from pmg_docs.checks.audit import Coverage
from pmg_docs.model.diagnostic import Diagnostic, Severity
from pmg_docs.model.words import words_of_body
from pmg_docs.workspace.folder import Workspace
from tests.builders.audit import audited, audited_dossier
from tests.builders.folder import HEAD, SECTIONS, dossier, facts_text, only, report, write_tree

FACTS = """
bijdrage: {bedrag: 500000, per: [gemeente, jaar]}
totaal: {bedrag: 30000000}
precies: {bedrag: 12345678}
aantal_gemeenten: 20
gemeenten: {gemeenten: [Almelo, Breda, Zwolle]}
looptijd: {periode: {van: 2024-07, tot: 2027-07}}
start: {tekst: begin 2024}
doelgroep: {leeftijd: {van: 8, tot_en_met: 27}}
deel: {percentage: '12,5'}
dag: {datum: 2024-04-04}
uitgaven: {reeks: {2022: 60000000, 2025: 143000000}}
gat: {open: het bedrag}
"""
FIRST_LINE = 11
"""Where the body of a nota begins."""


def naked(root: Path, body: str) -> tuple[Diagnostic, ...]:
    return audited(root, FACTS, body).findings


def coverage(root: Path, body: str) -> Coverage:
    return audited(root, FACTS, body).drafts[0].coverage


def test_a_typed_figure_is_a_warning_at_its_own_place(tmp_path: Path):
    finding = only(naked(tmp_path, "Elke gemeente\nkrijgt **500.000 euro**."))

    assert (finding.code, finding.severity) == ("PMG341", Severity.WAARSCHUWING)
    assert str(finding.where) == f"letters/proef/nota.md:{FIRST_LINE + 1}:10"
    assert finding.message == "'500.000 euro' is getypt en komt niet uit de feiten."


@pytest.mark.parametrize(
    ("typed", "expression"),
    [
        ("500.000 euro", "bijdrage | euro"),
        ("€ 500.000,-", "bijdrage"),
        ("een half miljoen euro", "bijdrage | voluit"),
        ("€ 30 mln.", "totaal | miljoen"),
        ("dertig miljoen euro", "totaal | voluit"),
        ("€ 12,3 miljoen", "precies | afgerond(1) | miljoen"),
        ("€ 12 miljoen", "precies | afgerond | miljoen"),
        ("20 gemeenten", "aantal_gemeenten"),
        ("drie gemeenten", "gemeenten | aantal | voluit"),
        ("3 jaar", "looptijd | aantal"),
        ("12,5%", "deel"),
        ("begin 2024", "start"),
        ("8 tot en met 27 jaar", "doelgroep"),
        ("4 april 2024", "dag"),
        ("juli 2024 tot juli 2027", "looptijd"),
        ("juli 2027", "looptijd.tot"),
        ("€ 143 miljoen", "uitgaven.laatste | miljoen"),
    ],
)
def test_the_expression_to_type_instead_is_named(tmp_path: Path, typed: str, expression: str):
    finding = only(naked(tmp_path, f"Het gaat hier om {typed} dus."))

    assert finding.hints[0].startswith(f"Typ in plaats daarvan: {{{{ {expression} }}}}")


def test_what_is_named_says_the_same_when_it_is_typed(tmp_path: Path):
    typed = "Het is 500.000 euro, € 12,3 miljoen en drie gemeenten."
    named = (
        "Het is {{ bijdrage | euro }}, {{ precies | afgerond(1) | miljoen }} "
        "en {{ gemeenten | aantal | voluit }} gemeenten."
    )
    before, after = (
        audited(tmp_path / name, FACTS, body) for name, body in (("a", typed), ("b", named))
    )

    assert after.findings == ()
    assert words_of_body(before.drafts[0].document) == words_of_body(after.drafts[0].document)


@pytest.mark.parametrize(
    ("body", "expression"),
    [
        ("Er zijn 20 scholen.", "aantal_gemeenten"),
        ("Er zijn 500.000 bezoekers.", "bijdrage"),
    ],
)
def test_an_equal_count_of_something_else_is_named_as_perhaps_chance(
    tmp_path: Path, body: str, expression: str
):
    finding = only(naked(tmp_path, body))

    assert finding.hints[0] == (
        f"Dezelfde waarde heeft {{{{ {expression} }}}}; is dat bedoeld, typ dan dat."
    )


def test_a_figure_that_no_fact_has_belongs_in_the_facts(tmp_path: Path):
    finding = only(naked(tmp_path, "Het kost € 77."))

    assert finding.hints[0] == "Zet het in feiten.yaml en typ hier {{ naam_van_het_feit }}."


@pytest.mark.parametrize(
    ("body", "line", "column"),
    [
        ("| a | b |\n|---|---|\n| x | 20 |", 2, 7),
        ("- een\n- met 20 scholen", 1, 7),
        ("> Wij zien 20 scholen.", 0, 12),
        ("Zo.[^a]\n\n[^a]: Het waren 20 scholen.", 2, 17),
        ("### Alle 20 scholen\n\nZo.", 0, 10),
        ("Zo.\n\n{% if bijdrage %}\nEr zijn 20 scholen.\n{% endif %}", 3, 9),
        ('Er zijn {{ "20" }} scholen.', 0, 13),
        ('{% set n = "20" %}\nEr zijn {{ n }} scholen.', 0, 13),
        ("Dat is 20\nmiljoen euro.", 0, 8),
        ("[De 20 scholen](https://voorbeeld.nl/20)", 0, 5),
    ],
)
def test_a_typed_figure_is_found_wherever_it_stands(
    tmp_path: Path, body: str, line: int, column: int
):
    where = only(naked(tmp_path, body)).where

    assert where is not None
    assert (where.line, where.column) == (FIRST_LINE + line, column)


def test_two_equal_figures_on_a_line_are_two_findings(tmp_path: Path):
    findings = naked(tmp_path, "Er zijn 20 scholen en 20 clubs, *20* en *20*.")

    assert [f.where.column for f in findings if f.where] == [9, 23, 34, 42]


def test_a_figure_in_a_loop_is_one_finding_and_as_many_figures(tmp_path: Path):
    body = "{% for g in gemeenten %}\n- {{ g }} krijgt € 77.\n{% endfor %}"
    found = audited(tmp_path, FACTS, body)

    assert only(found.findings).where
    assert found.drafts[0].coverage == Coverage(3)


def test_what_comes_from_facts_is_covered(tmp_path: Path):
    body = (
        "Elke van de {{ gemeenten | aantal }} gemeenten krijgt {{ bijdrage }}, {{ looptijd }}: "
        "{{ gemeenten }}.\n\n{{ tabel(uitgaven) }}\n\nOp {{ brief.datum }} nog {{ gat }}."
    )
    found = audited(tmp_path, FACTS, body)

    assert found.findings == ()
    assert found.drafts[0].coverage == Coverage(9, 9)


def test_a_typed_unit_beside_a_fact_is_no_figure_of_its_own(tmp_path: Path):
    assert naked(tmp_path, "Voor {{ looptijd | aantal }} jaar, {{ aantal_gemeenten }}%.") == ()


@pytest.mark.parametrize(
    ("body", "typed", "column"),
    [
        ("Het is {{ aantal_gemeenten }} miljoen euro.", "miljoen euro", 31),
        ("Voor 8 tot {{ aantal_gemeenten }} jaar.", "8 tot", 6),
        ("Voor acht tot {{ aantal_gemeenten }} jaar.", "acht tot", 6),
    ],
)
def test_typing_that_makes_another_figure_of_a_fact_is_found(
    tmp_path: Path, body: str, typed: str, column: int
):
    finding = only(naked(tmp_path, body))

    assert finding.message.startswith(f"'{typed}' is bij een feit getypt")
    assert finding.where
    assert finding.where.column == column


def with_head(root: Path, head: str, body: str = "Zo.") -> DossierReport:
    text = HEAD.replace("onderwerp: Een proef", head) + SECTIONS.format(body=body)
    write_tree(
        root, {"letters/proef/feiten.yaml": facts_text(FACTS), "letters/proef/nota.md": text}
    )
    return audited_dossier(Workspace.at(root), "proef")


def test_a_figure_in_the_subject_is_typed_too(tmp_path: Path):
    finding = only(with_head(tmp_path, "onderwerp: Steun aan 20 gemeenten").findings)

    assert str(finding.where) == "letters/proef/nota.md:4:22"
    assert finding.hints[0] == "Zet de hele tekst in feiten.yaml en noem haar hier als =naam."


def test_a_subject_that_is_a_fact_is_covered(tmp_path: Path):
    assert with_head(tmp_path, "onderwerp: =start").findings == ()


def test_a_date_kenmerk_and_address_in_the_front_matter_belong_there(tmp_path: Path):
    head = "onderwerp: Een proef\nkopie_aan: [Turfmarkt 147, Afdeling 20]\ndossiernummer: '12'"

    assert with_head(tmp_path, head).findings == ()


CELLS = ("doel", "instrumenten", "gevolgen_sectoren", "doeltreffendheid", "doelmatigheid")


def policy(root: Path, cell: str) -> DossierReport:
    """A nota with a table whose third cell is this Markdown, which stands from line 6 on."""
    rows = [f"    {name}: Zo.\n" for name in CELLS]
    inner = "".join(f"      {line}\n" for line in cell.split("\n"))
    facts = f"stijl: rijk\nfeiten:\n  keuze:\n   cw31:\n    gevolgen_rijk: |\n{inner}"
    facts += "".join(rows) + "    evaluatie: Zo.\n  aantal: 20\n"
    write_tree(root, {"letters/proef/nota.md": HEAD + SECTIONS.format(body="{{ tabel(keuze) }}")})
    (root / "letters/proef/feiten.yaml").write_text(facts, encoding="utf-8")
    return audited_dossier(Workspace.at(root), "proef")


def test_a_figure_in_the_cell_of_a_fact_is_found_in_the_facts_file(tmp_path: Path):
    found = policy(tmp_path, "Het gaat om {{ aantal }} scholen\nen om 77 clubs.")

    assert str(only(found.findings).where) == "letters/proef/feiten.yaml:7:13"
    assert found.drafts[0].coverage == Coverage(2, 1)


@pytest.mark.parametrize("sign", [">", ">-", "|"])
def test_a_figure_in_a_cell_that_yaml_folds_is_found_on_its_own_line(tmp_path: Path, sign: str):
    cell = "Het gaat om scholen\nen ook\nom 77 clubs."
    policy(tmp_path, cell)
    file = tmp_path / "letters/proef/feiten.yaml"
    file.write_text(file.read_text().replace("gevolgen_rijk: |", f"gevolgen_rijk: {sign}"))

    finding = only(audited_dossier(Workspace.at(tmp_path), "proef").findings)
    assert str(finding.where) == "letters/proef/feiten.yaml:8:10"


def test_a_figure_in_a_folded_cell_can_be_waived_too(tmp_path: Path):
    cell = "Het gaat om scholen\n{# cijfer: 77, want citaat #}\nen om 77 clubs."
    policy(tmp_path, cell)
    file = tmp_path / "letters/proef/feiten.yaml"
    file.write_text(file.read_text().replace("gevolgen_rijk: |", "gevolgen_rijk: >"))

    assert audited_dossier(Workspace.at(tmp_path), "proef").findings == ()


def test_a_figure_in_a_cell_can_be_waived_there(tmp_path: Path):
    found = policy(tmp_path, "{# cijfer: 77, want zo staat het in de wet #}\nEr zijn 77 clubs.")

    assert found.findings == ()
    assert found.drafts[0].coverage == Coverage(1, waived=1)


@pytest.mark.parametrize(
    "body",
    [
        "Er zijn 20 scholen. {# cijfer: 20, want het is een citaat #}",
        "{# cijfer: 20, want het is een citaat #}\nEr zijn 20 scholen.",
        "{# cijfer: 20 scholen, want het is een citaat #}\nEr zijn 20 scholen.",
        "Begin.\n{# cijfer: 20, want het is\neen lang citaat #}\nEr zijn 20 scholen.",
        "{# cijfer: € 77, want zo #}\n{# cijfer: 20, want citaat #}\nEr zijn 20 scholen.",
        "- een\n- met 20 scholen {# cijfer: 20, want citaat #}\n- nog een",
        "| a | b |\n|---|---|\n| x | 20 | {# cijfer: 20, want citaat #}",
        "### De 20 scholen {# cijfer: 20, want citaat #}\n\nZo.",
        "Er zijn **20** scholen. {# Cijfer: 20, want citaat #}",
    ],
)
def test_a_waiver_with_a_reason_lets_a_figure_be_and_is_not_printed(tmp_path: Path, body: str):
    found = audited(tmp_path, FACTS, body)

    assert "PMG341" not in {finding.code for finding in found.findings}
    assert found.drafts[0].coverage.waived == 1
    words = words_of_body(found.drafts[0].document)
    assert not {"cijfer:", "Cijfer:", "citaat", "{#", "#}"} & set(words)


def test_a_waiver_in_the_front_matter_is_a_comment_of_yaml(tmp_path: Path):
    head = "# cijfer: 20, want de titel ligt vast\nonderwerp: Steun aan 20 gemeenten"

    assert with_head(tmp_path, head).findings == ()


@pytest.mark.parametrize(
    "body",
    [
        "Er zijn 21 scholen en 20 clubs. {# cijfer: 21, want citaat #}",
        "Er zijn 20 scholen.\n\n{# cijfer: 20, want citaat #}\nEn 20 clubs.",
    ],
)
def test_a_waiver_is_about_its_own_figure_and_line_only(tmp_path: Path, body: str):
    found = audited(tmp_path, FACTS, body)

    assert only(found.findings).code == "PMG341"
    assert found.drafts[0].coverage.waived == 1


@pytest.mark.parametrize(
    "comment", ["cijfer: 20", "cijfer: 20, want", "cijfer: 20, want ?", "cijfer: , want citaat"]
)
def test_a_waiver_without_a_reason_or_figure_waives_nothing(tmp_path: Path, comment: str):
    findings = naked(tmp_path, f"Zo.\n{{# {comment} #}}\nEr zijn 20 scholen.")

    assert {(f.code, f.where.line) for f in findings if f.where} == {
        ("PMG342", FIRST_LINE + 1),
        ("PMG341", FIRST_LINE + 2),
    }


def test_a_waiver_of_nothing_is_a_finding(tmp_path: Path):
    finding = only(naked(tmp_path, "Er zijn scholen. {# cijfer: 20, want citaat #}"))

    assert (finding.code, finding.severity) == ("PMG343", Severity.WAARSCHUWING)
    assert finding.where
    assert finding.where.column == 18


def test_a_waiver_of_what_a_fact_gives_is_one_of_nothing(tmp_path: Path):
    body = "Er zijn {{ aantal_gemeenten }} scholen. {# cijfer: 20, want citaat #}"

    assert only(naked(tmp_path, body)).code == "PMG343"


def test_a_waiver_in_a_branch_that_is_not_taken_is_none_of_nothing(tmp_path: Path):
    body = "Zo.\n{% if gat %}\nEr zijn 20 scholen. {# cijfer: 20, want citaat #}\n{% endif %}"

    assert naked(tmp_path, body) == ()


def test_another_comment_is_just_a_comment(tmp_path: Path):
    assert naked(tmp_path, "Zo. {# Welk cijfer komt hier? Vraag 20 keer na. #}") == ()


def test_the_fixed_words_of_a_type_are_not_typed(tmp_path: Path):
    write_tree(tmp_path, {"templates/nota/slot.md": "Binnen 20 dagen.\n"})

    assert naked(tmp_path, "Zo.\n\n{% include 'slot.md' %}") == ()


def test_a_part_of_the_dossier_is(tmp_path: Path):
    write_tree(tmp_path, {"letters/proef/_slot.md": "Zo.\n\nBinnen 20 dagen.\n"})

    finding = only(naked(tmp_path, "Zo.\n\n{% include '_slot.md' %}"))
    assert str(finding.where) == "letters/proef/_slot.md:3:8"


def test_a_heading_that_begins_with_a_figure_is_no_label(tmp_path: Path):
    head = "---\nsoort: kamerbrief\naan: Tweede Kamer\nonderwerp: Zo\ndatum: 2026-01-15\n"
    text = f"{head}kenmerk: '1'\nondertekenaars: [=m]\n---\n\nZo.\n\n## 20 gemeenten doen mee\n\nZo.\n\n## 1. Tot slot\n\nZo.\n"  # noqa: E501 - a letter
    facts = "m: {persoon: {naam: A. de Wit, ambt: Minister van Proeven}}"
    write_tree(
        tmp_path, {"letters/proef/feiten.yaml": facts_text(facts), "letters/proef/brief.md": text}
    )

    finding = only(audited_dossier(Workspace.at(tmp_path), "proef").findings)
    assert str(finding.where) == "letters/proef/brief.md:12:4"


def test_a_typed_figure_that_a_rule_finds_wrong_is_told_once(tmp_path: Path):
    facts = "gemeenten: {gemeenten: [Almelo, Breda, Ede, Gouda, Venlo, Zwolle]}"
    found = report(tmp_path, facts, "Het gaat om deze 9 gemeenten.").findings

    assert [finding.code for finding in found] == ["PMG278"]


def test_a_dossier_can_make_a_typed_figure_an_error(tmp_path: Path):
    rest = "ernst: {PMG341: {ernst: fout, reden: Alles uit de feiten}}\n"

    assert only(audited(tmp_path, FACTS, "Er zijn 20.", rest).findings).stops


@pytest.mark.parametrize(
    ("body", "column"),
    [("Zo {{ 500000 | euro }}.", 7), ("Zo {{ bijdrage * 3 }}.", 18), ("Zo {{ 3 }}.", 7)],
)
def test_a_number_between_braces_is_told_at_its_own_column(tmp_path: Path, body: str, column: int):
    finding = only(naked(tmp_path, body))

    assert finding.code == "PMG302"
    assert finding.where
    assert finding.where.column == column


def test_a_number_between_braces_names_the_fact_that_has_it(tmp_path: Path):
    finding = only(naked(tmp_path, "Zo {{ 500000 | euro }}."))

    assert finding.hints[0] == "Deze waarde heeft {{ bijdrage }}."


def test_every_figure_of_the_example_dossier_comes_from_facts(tmp_path: Path):
    workspace = dossier(tmp_path, "a: 1")
    name = workspace.builtin / "letters/_voorbeeld"
    texts = {f"letters/nieuw/{p.name}": p.read_text(encoding="utf-8") for p in name.iterdir()}
    write_tree(tmp_path, texts)

    draft = audited_dossier(workspace, "nieuw").drafts[0]
    assert draft.coverage.percentage == 100
    assert draft.coverage.figures > 3
