"""The table of art. 3.1 Comptabiliteitswet."""

from difflib import SequenceMatcher
from pathlib import Path

import pytest

from pmg_docs.checks.rules.cw31 import LABELS, row_called
from tests.builders.subject import told

GOOD = {
    "doel": "Minder jongeren in de criminaliteit.",
    "instrumenten": "Een uitkering.",
    "gevolgen_rijk": "Er is {{ budget }} per jaar, {{ jaren }} jaar lang: {{ looptijd }}. "
    "Dat is samen {{ budget * jaren }}.",
    "gevolgen_sectoren": "Geen.",
    "doeltreffendheid": "Bewezen.",
    "doelmatigheid": "Gericht.",
    "evaluatie": "De monitor verschijnt jaarlijks.",
}
FACTS = """
budget: {{bedrag: 10000000, per: [jaar]}}
jaren: 3
looptijd: {{periode: {{van: 2024-07, tot: {end}}}}}
keuze:
  cw31:
{cells}
"""
BY_HAND = [
    ("1. Doel", "Minder."), ("2. Beleidsinstrument(en)", "Geld."),
    ("3A. Financiële gevolgen voor het Rijk", "Geen."),
    ("3B. Financiële gevolgen voor maatschappelijke sectoren", "Geen."),
    ("4. Nagestreefde doeltreffendheid", "Ja."), ("5. Nagestreefde doelmatigheid", "Ja."),
    ("6. Evaluatieparagraaf", "Na drie jaar."),
]  # fmt: skip


def from_fact(end: str = "2027-07", **cells: str) -> str:
    """The facts with a table of which some cells are others."""
    lines = (f"    {name}: '{cell}'" for name, cell in {**GOOD, **cells}.items())
    return FACTS.format(end=end, cells="\n".join(lines))


def by_hand(rows: list[tuple[str, str]]) -> str:
    """A table that somebody typed in the letter."""
    return "\n".join(["| Rij | Tekst |", "|---|---|", *(f"| {a} | {b} |" for a, b in rows)])


WRONG = {
    "een lege rij": ("PMG282", from_fact(doelmatigheid="n.v.t.")),
    "een andere periode": ("PMG284", from_fact(end="2028-07")),
    "een ander totaal": (
        "PMG284", from_fact(gevolgen_rijk="Er is € 10 miljoen per jaar, drie jaar lang, in totaal "
                            "€ 40 miljoen.")),
    "geen moment van evaluatie": ("PMG286", from_fact(evaluatie="Er wordt goed geëvalueerd.")),
}  # fmt: skip


@pytest.mark.parametrize("case", WRONG)
def test_what_is_wrong_in_a_cell_is_told(tmp_path: Path, case: str):
    code, facts = WRONG[case]

    [found] = told(tmp_path, facts, kamerbrief="{{ tabel(keuze) }}")

    assert found.code == code
    assert not found.stops
    assert found.where is not None
    assert found.where.file == "letters/proef/feiten.yaml"


SOUND = {
    "zoals het hoort": from_fact(),
    "een jaar van evaluatie": from_fact(evaluatie="De evaluatie is in 2027 klaar."),
    "een moment in woorden": from_fact(evaluatie="Na drie jaar wordt bekeken wat werkt."),
    "een som per jaar": from_fact(
        gevolgen_rijk="Dat is € 500.000 per gemeente, samen € 10 miljoen per jaar, drie jaar lang."
    ),
    "geen bedragen": from_fact(gevolgen_rijk="Geen."),
    "geen gevolgen voor sectoren": from_fact(gevolgen_sectoren="Geen."),
}


@pytest.mark.parametrize("case", SOUND)
def test_a_good_table_is_left_alone(tmp_path: Path, case: str):
    assert told(tmp_path, SOUND[case], kamerbrief="{{ tabel(keuze) }}") == []


def test_a_table_by_hand_is_held_too(tmp_path: Path):
    assert told(tmp_path, nota=by_hand(BY_HAND)) == []


def test_a_row_that_lacks_is_told(tmp_path: Path):
    [found] = told(tmp_path, nota=by_hand(BY_HAND[:-1]))

    assert found.code == "PMG282"
    assert "Evaluatieparagraaf" in found.message


def test_rows_in_another_order_are_told(tmp_path: Path):
    first, second, *rest = BY_HAND

    [found] = told(tmp_path, nota=by_hand([second, first, *rest]))

    assert found.code == "PMG283"
    assert "Doel na Beleidsinstrument(en)" in found.message


def test_another_word_in_a_label_is_told(tmp_path: Path):
    rows = [(a.replace("sectoren", "factoren"), b) for a, b in BY_HAND]

    findings = told(tmp_path, nota=by_hand(rows))

    assert {f.code for f in findings} == {"PMG285"}
    assert any("maatschappelijke sectoren, niet" in f.message for f in findings)


def test_another_word_in_the_text_is_told(tmp_path: Path):
    [found] = told(tmp_path, nota="Zie Beleidskeuze uitgelegd hieronder.")

    assert found.code == "PMG285"


@pytest.mark.parametrize(("budget", "codes"), [(19_999_999, []), (20_000_000, ["PMG287"])])
def test_the_limit_gives_advice(tmp_path: Path, budget: int, codes: list[str]):
    facts = f"geld: {{bedrag: {budget}, per: [jaar]}}"

    findings = told(tmp_path, facts, kamerbrief="Er is {{ geld }} per jaar.")

    assert [f.code for f in findings] == codes
    assert not any(f.stops for f in findings)


def test_no_advice_where_the_table_stands_or_parliament_is_not_written(tmp_path: Path):
    facts = from_fact() + "geld: {bedrag: 30000000, per: [jaar]}\n"

    body = "Er is {{ geld }} per jaar.\n\n{{ tabel(keuze) }}"

    assert told(tmp_path / "een", facts, kamerbrief=body) == []
    assert told(tmp_path / "twee", facts, persbericht="Er is {{ geld }} per jaar.") == []


@pytest.mark.parametrize("label", LABELS.values())
def test_a_row_is_known_by_nearly_its_label_and_a_paragraph_is_none(label: str):
    assert LABELS[row_called(f"3. {label}s")] == label
    assert row_called(f"{label} {label} en nog veel meer woorden over dit onderwerp") == ""


def test_a_long_text_is_not_compared_letter_by_letter(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(SequenceMatcher, "ratio", None)
    assert row_called("De gemeenten maken elk een plan van aanpak en stellen dat vast.") == ""
