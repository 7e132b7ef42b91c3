"""Which figures of a document were typed, and where in it they stand."""

from pathlib import Path

from pmg_docs.checks.audit import TypedFigure
from tests.builders.folder import report


def typed(root: Path, body: str) -> tuple[TypedFigure, ...]:
    [draft] = report(root, "prijs: {bedrag: 500}", body).drafts
    return draft.typed


def test_a_typed_figure_stands_in_its_passage(tmp_path: Path):
    [figure] = typed(tmp_path, "Er doen 25 gemeenten mee voor {{ prijs }}.")

    assert figure.text[figure.start : figure.end].startswith("25")
    assert figure.text.startswith("Er doen 25")
    assert figure.reason == ""


def test_a_waived_figure_has_its_reason(tmp_path: Path):
    [figure] = typed(tmp_path, "Er doen 25 gemeenten mee. {# cijfer: 25, want het is een citaat #}")

    assert figure.reason == "het is een citaat"


def test_a_figure_from_a_fact_is_not_typed(tmp_path: Path):
    assert typed(tmp_path, "Het kost {{ prijs }}.") == ()


def test_passages_are_counted(tmp_path: Path):
    one, other = typed(tmp_path, "Er doen 25 gemeenten mee.\n\nEr doen 25 gemeenten mee.")

    assert one.passage < other.passage
