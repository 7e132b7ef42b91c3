"""Any tree that a letter can become is read back from ODF word for word, all in one batch."""

from hypothesis import HealthCheck, Phase, given, settings

from pmg_docs.checks.proof import prove
from pmg_docs.model.document import Document
from pmg_docs.readers import READERS
from pmg_docs.workspace.office import convert, find_office
from pmg_docs.writers import WRITERS
from pmg_docs.writers.odt import finish, plain
from tests.properties.test_trees import LOOK, documents


def some_trees() -> dict[str, Document]:
    """Trees that are gathered first, since a run of LibreOffice for each would take too long."""
    trees: dict[str, Document] = {}

    @settings(max_examples=40, phases=[Phase.generate], database=None,
              suppress_health_check=list(HealthCheck))  # fmt: skip
    @given(documents())
    def gather(document: Document) -> None:
        trees[f"boom{len(trees)}"] = document

    gather()
    return trees


def test_any_tree_reads_back_from_odf():
    trees = some_trees()
    program = find_office()
    assert program is not None

    made = convert(
        program, {n: plain(WRITERS["docx"](t, LOOK)) for n, t in trees.items()}, "docx", "odt"
    )

    assert len(trees) >= 20
    for name, tree in trees.items():
        found = READERS["odt"](finish(made[name], tree, name))
        assert prove(tree, found, name, has_headers=True) == (), tree
