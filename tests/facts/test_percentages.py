from decimal import Decimal
from pathlib import Path

import pytest

from pmg_docs.model.value import Percentage
from tests.builders.facts import facts, refusal
from tests.builders.folder import write_tree


@pytest.mark.parametrize("of", ["{bedrag: 5}", "{open: het budget}"])
def test_a_percentage_may_name_its_amount_before_it_is_defined(tmp_path: Path, of: str):
    read = facts(tmp_path, f"deel: {{percentage: '12,5', van: budget}}\nbudget: {of}")

    assert read["deel"].value == Percentage(Decimal("12.5"), "budget")


def test_the_amount_may_stand_in_a_shared_file(tmp_path: Path):
    write_tree(tmp_path, {"letters/_gedeeld/x.yaml": "feiten: {budget: {bedrag: 5}}\n"})

    read = facts(
        tmp_path, "deel: {percentage: 5, van: budget}", rest="gebruikt: [../_gedeeld/x.yaml]\n"
    )

    assert read["deel"].value == Percentage(Decimal(5), "budget")


@pytest.mark.parametrize(
    ("name", "says"),
    [("budgt", "Bedoelt u budget?"), ("dag", "geen bedrag")],
)
def test_a_percentage_of_something_else_is_refused_where_it_names_it(
    tmp_path: Path, name: str, says: str
):
    typed = f"deel: {{percentage: 5, van: {name}}}"

    code, line, column, said = refusal(
        tmp_path, f"{typed}\nbudget: {{bedrag: 5}}\ndag: {{datum: 2024-04-04}}"
    )

    assert (code, line, column) == ("PMG219", 3, 3 + typed.index(name))
    assert says in said
