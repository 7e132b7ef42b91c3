"""Every figure of our own letters came from a fact, or has a reason."""

import pytest

from pmg_docs.app.check.dossiers import check
from pmg_docs.workspace.folder import Workspace, builtin_folder
from tests.look.paper import SPECIMENS


@pytest.mark.parametrize("root", [builtin_folder(), SPECIMENS], ids=["brieven", "proefstukken"])
def test_no_figure_is_typed_without_a_reason(root):
    result = check(Workspace.at(root))

    assert [one for one in result.coverage if one.coverage.typed] == []
    assert {f.code for f in result.findings} & {"PMG341", "PMG342", "PMG343"} == set()
    assert sum(one.coverage.from_facts for one in result.coverage) > 30
