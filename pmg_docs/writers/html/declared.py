"""The rules of a style sheet that hold on paper, and what they declare."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from tinycss2 import (  # type: ignore[import-untyped]
    parse_blocks_contents,
    parse_rule_list,
    parse_stylesheet,
    serialize,
)

_OF_RULES = frozenset({"media", "supports", "layer", "container"})


class Declared(NamedTuple):
    """One declaration: the words before its braces, its name and value, its node for the place."""

    selector: list[Any]
    at_page: bool
    name: str
    value: list[Any]
    is_forced: bool
    node: Any

    @property
    def words(self) -> str:
        """The value as written."""
        return str(serialize(self.value)).strip()


def printed_declarations(sheet: str) -> Iterator[Declared]:
    """Every declaration of a sound sheet that is not for the screen alone."""
    yield from _of_rules(parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True))


def _of_rules(rules: list[Any]) -> Iterator[Declared]:
    for rule in rules:
        if rule.type == "qualified-rule":
            yield from _of_block(rule, at_page=False)
        elif rule.type != "at-rule":
            continue
        elif rule.lower_at_keyword in _OF_RULES:
            if not (rule.lower_at_keyword == "media" and _is_for_screen(rule.prelude)):
                yield from _of_rules(parse_rule_list(rule.content or (), skip_comments=True))
        elif rule.lower_at_keyword == "page":
            yield from _of_block(rule, at_page=True)


def _of_block(rule: Any, *, at_page: bool) -> Iterator[Declared]:
    for node in parse_blocks_contents(rule.content or (), skip_comments=True):
        if node.type == "declaration":
            yield Declared(rule.prelude, at_page, node.lower_name, node.value, node.important, node)


def _is_for_screen(prelude: list[Any]) -> bool:
    """Whether a media query leaves out paper."""
    queries = str(serialize(prelude)).lower().split(",")
    return all(q.split()[:1] == ["screen"] or q.split()[:2] == ["only", "screen"] for q in queries)
