"""One expression in one sentence of a nota."""

from pathlib import Path

from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.document import FactText, walk_block
from tests.builders.folder import composed, only, report

_HERE = "Zo:"


def shown(root: Path, facts: str, expression: str) -> FactText:
    """The one fact of a sentence that shows this expression."""
    document = composed(root, facts, f"{_HERE} {{{{ {expression} }}}} dus.")
    [fact] = [i for i in walk_block(document.body[1]) if isinstance(i, FactText)]
    return fact


def words(root: Path, facts: str, expression: str) -> str:
    """The words of that fact, with plain spaces."""
    return shown(root, facts, expression).text.replace("\xa0", " ")


def fault(root: Path, facts: str, body: str) -> Diagnostic:
    """The one finding of a letter with this text."""
    return only(report(root, facts, body).findings)
