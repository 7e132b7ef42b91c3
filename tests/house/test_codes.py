"""A code means one thing: it belongs to one layer."""

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from pmg_docs.app.explanations import explanations

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
