"""The style's own sheet, `style.css`, read once and found sound.

A browser skips what it cannot read without a word, and a fault can take the rest of the sheet with
it: whoever writes one should hear it before a letter looks different from what was meant.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from tinycss2 import (  # type: ignore[import-untyped]
    parse_blocks_contents,
    parse_component_value_list,
    parse_rule_list,
    parse_stylesheet,
)

from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.errors import Refused
from pmg_docs.model.place import Place
from pmg_docs.specs.look import Asset

_END = "pmg-einde"
_HARMLESS = ("data:", "#")
_OF_RULES = frozenset({"media", "supports", "layer", "container"})


@lru_cache(maxsize=16)
def sheet_of(css: Asset) -> str:
    """The words of a sheet.

    Raises:
        Refused: PMG412 it asks for something from elsewhere, PMG413 it holds a fault.
    """
    text = css.data.decode("utf-8", "replace")
    # What comes after a brace that is never closed is inside it, and so is this.
    nodes = parse_component_value_list(f"{text}\n@{_END};")
    try:
        faults = tuple(_faults(css, nodes))
    except RecursionError:
        faults = (_too_deep(css, nodes[0]),)
    if faults:
        raise Refused(faults)
    return text


def _faults(css: Asset, nodes: list[Any]) -> Iterator[Diagnostic]:
    if not any(node.type == "at-keyword" and node.value == _END for node in nodes):
        yield _unclosed(css, nodes)
        return
    all_nodes = list(each(nodes))
    yield from (_from_elsewhere(css, node) for node in all_nodes if _fetches(node))
    stray = [node for node in all_nodes if node.type == "error"]
    yield from (_skipped(css, node) for node in stray or _skipped_parts(parse_stylesheet(nodes)))


def each(nodes: Iterable[Any]) -> Iterator[Any]:
    """Every token of a sheet, those inside brackets and functions after what holds them."""
    for node in nodes:
        yield node
        yield from each(getattr(node, "content", None) or getattr(node, "arguments", None) or ())


def _fetches(node: Any) -> bool:
    """Whether it is `@import`, or an address that is not in the file itself."""
    match node.type:
        case "at-keyword":
            return bool(node.lower_value == "import")
        case "url":
            return not node.value.lower().startswith(_HARMLESS)
        case "function" if node.lower_name in {"url", "src", "image-set"}:
            words = (inner.value for inner in node.arguments if inner.type == "string")
            return not all(word.lower().startswith(_HARMLESS) for word in words)
    return False


def _skipped_parts(rules: Iterable[Any]) -> Iterator[Any]:
    """Rules and declarations that a browser passes over."""
    for rule in rules:
        if _is_faulty(rule):
            yield rule
        elif rule.type == "at-rule" and rule.lower_at_keyword in _OF_RULES:
            yield from _skipped_parts(parse_rule_list(rule.content or ()))
        elif rule.type in {"at-rule", "qualified-rule"}:
            yield from _skipped_parts(parse_blocks_contents(rule.content or ()))


def _is_faulty(rule: Any) -> bool:
    match rule.type:
        case "error":
            return True
        case "qualified-rule":
            return any(sign == ";" for sign in rule.prelude)
        case "declaration" if not rule.name.startswith("--"):
            return all(sign.type in {"whitespace", "comment"} for sign in rule.value)
    return False


def _unclosed(css: Asset, nodes: list[Any]) -> Diagnostic:
    last = next(node for node in reversed(nodes) if node.type != "whitespace")
    return finding(
        css, "PMG413", last, "Wat hier begint, wordt nergens gesloten.",
        "Zet er } achter; een toelichting eindigt op */ en een tekst op een aanhalingsteken.",
    )  # fmt: skip


def _too_deep(css: Asset, node: Any) -> Diagnostic:
    return finding(
        css, "PMG413", node, "Er staan te veel haakjes in elkaar.",
        "Sluit elk haakje voordat u een volgende regel begint.",
    )  # fmt: skip


def _skipped(css: Asset, node: Any) -> Diagnostic:
    return finding(
        css, "PMG413", node, "Deze regel is niet te lezen; een browser zou hem overslaan.",
        "Een regel is: naam { eigenschap: waarde; }",
    )  # fmt: skip


def _from_elsewhere(css: Asset, node: Any) -> Diagnostic:
    return finding(
        css, "PMG412", node, f"{css.name} haalt iets van elders; een brief moet op zichzelf staan.",
        "Neem het op in het bestand zelf, of haal de regel weg.",
    )  # fmt: skip


def finding(css: Asset, code: str, node: Any, message: str, hint: str) -> Diagnostic:
    """A finding about a token, rule or declaration of a sheet."""
    lines = css.data.decode("utf-8", "replace").splitlines()
    number = min(node.source_line, len(lines))
    line = lines[number - 1] if number else ""
    column = node.source_column if number == node.source_line else 1
    return Diagnostic(code, message, Place(css.name, number, column), line=line, hints=(hint,))
