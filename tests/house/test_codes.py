"""A code means one thing: it belongs to one layer."""

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from pmg_docs.app.check.explanations import explanations

PACKAGE = Path(__file__).parents[2] / "pmg_docs"
CODE = re.compile(r"PMG[1-5][0-9]{2}")


def codes() -> Iterator[tuple[str, str]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            words = node.value if isinstance(node, ast.Constant) else None
            if isinstance(words, str) and CODE.fullmatch(words):
                yield words, path.relative_to(PACKAGE).parts[0]


def test_a_code_belongs_to_one_layer():
    layers = defaultdict(set)
    for code, layer in codes():
        layers[code].add(layer)

    shared = {code for code, found in layers.items() if len(found) > 1}
    assert shared == {
        "PMG122",  # a number that is typed another way than we read it
        "PMG134",  # a file of a type or style that is missing
        "PMG220",  # the form of a kenmerk, which a dossier may weigh
    }


def test_every_code_is_explained_and_every_explanation_is_of_a_code():
    assert set(explanations()) == {code for code, _ in codes()}


def test_the_explanations_stand_in_order():
    assert list(explanations()) == sorted(explanations())


def calls(name: str) -> Iterator[tuple[str, ast.Call]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == name:
                yield f"{path.name}:{node.lineno}", node


def has_hint(call: ast.Call, position: int) -> bool:
    return len(call.args) > position or any(key.arg == "hints" for key in call.keywords)


def test_every_message_names_a_cure():
    """What a proof finds is for us to mend, so that alone may stand without."""
    lacking = [
        where
        for name, position in (("TemplateFault", 2), ("refuse", 2), ("_Wrong", 2))
        for where, call in calls(name)
        if len(call.args) > 1 - (name == "_Wrong") and not has_hint(call, position)
    ]
    for where, call in calls("Diagnostic"):
        code = call.args[0] if call.args else None
        is_proof = isinstance(code, ast.Constant) and str(code.value).startswith("PMG5")
        if not is_proof and not has_hint(call, 9):
            lacking.append(where)

    assert lacking == []
