"""What a style sheet says of a role that `stijl.yaml` says otherwise."""

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from cssselect2.parser import SelectorError, parse  # type: ignore[import-untyped]
from tinycss2 import serialize  # type: ignore[import-untyped]
from tinycss2.color4 import parse_color  # type: ignore[import-untyped]

from pmg_docs.specs.style import Role, Style
from pmg_docs.writers.html.declared import Declared
from pmg_docs.writers.html.lengths import is_near, name_of_var, points, side, significant

_BOLD, _NOT_BOLD = frozenset({"bold", "700"}), frozenset({"normal", "400"})
_SPOT_MARKS = (":", "+", "~")
Known = Mapping[str, str]
Wanted = tuple[str, str]
"""The key of a role in `stijl.yaml`, and what CSS would have to say."""


def overrides(declared: Declared, style: Style, known: Known) -> Iterator[tuple[str, Wanted]]:
    """The roles for which a declaration says something else than `stijl.yaml`.

    A white that only holds at a spot (`:first-child`, `+`) is layout, and no measure of a role.

    Returns:
        For each such role its name, and what it should have been.
    """
    differs = _DIFFERS.get(declared.name)
    if differs is None or declared.at_page:
        return
    for name in roles_of(declared.selector):
        if name not in style.roles:
            continue
        if declared.name.startswith("margin") and _is_at_spot(declared.selector):
            continue
        for wanted in differs(declared.value, style.roles[name], style, known):
            yield name, wanted


def roles_of(prelude: list[Any]) -> list[str]:
    """The roles of the elements that a rule is about: `.pmg-<rol>` in the last part."""
    try:
        selectors = parse(prelude)
    except SelectorError:
        return []
    found: dict[str, None] = {}
    for selector in selectors:
        tree = selector.parsed_tree
        while hasattr(tree, "right"):
            tree = tree.right
        if selector.pseudo_element is None:
            for simple in getattr(tree, "simple_selectors", ()):
                if (name := getattr(simple, "class_name", "")).startswith("pmg-"):
                    found[name.removeprefix("pmg-")] = None
    return list(found)


def _is_at_spot(prelude: list[Any]) -> bool:
    return any(token.type == "literal" and token.value in _SPOT_MARKS for token in prelude)


def _length(key: str, measure: Callable[[Role], Decimal]) -> Any:
    def differs(value: list[Any], role: Role, _: Style, known: Known) -> Iterator[Wanted]:
        tokens = significant(value)
        wanted = measure(role)
        if len(tokens) != 1 or not is_near(points(tokens[0], known), wanted):
            yield key, f"{wanted.normalize():f}pt"

    return differs


def _margin(value: list[Any], role: Role, _: Style, known: Known) -> Iterator[Wanted]:
    for name, key in (("top", "voor"), ("bottom", "na")):
        token = side(value, name)
        wanted = role.before if name == "top" else role.after
        if token is None or not is_near(points(token, known), wanted):
            yield key, f"{wanted.normalize():f}pt"


def _weight(value: list[Any], role: Role, *_: object) -> Iterator[Wanted]:
    allowed = _BOLD if role.bold else _NOT_BOLD
    if _word(value) not in allowed:
        yield "vet", "bold" if role.bold else "normal"


def _slant(value: list[Any], role: Role, *_: object) -> Iterator[Wanted]:
    wanted = "italic" if role.italic else "normal"
    if _word(value) != wanted:
        yield "cursief", wanted


def _colour(value: list[Any], role: Role, style: Style, known: Known) -> Iterator[Wanted]:
    tokens = significant(value)
    token = tokens[0] if len(tokens) == 1 else None
    written = ""
    if token is not None and token.type == "function" and token.lower_name == "var":
        written = known.get(name_of_var(token), "")
    elif token is not None:
        written = hex_of(token)
    if written.lower() != style.colour(role.colour).lower():
        yield "kleur", f"var(--pmg-kleur-{role.colour})"


def _family(value: list[Any], *_: object) -> Iterator[Wanted]:
    tokens = significant(value)
    is_own = len(tokens) == 1 and tokens[0].type == "function" and tokens[0].lower_name == "var"
    if not is_own and _word(value) != "inherit":
        yield "lettertype", "var(--pmg-lettertype)"


def _short(*_: object) -> Iterator[Wanted]:
    yield "grootte", "font-size, line-height, font-weight en font-style, elk apart"


_DIFFERS: Mapping[str, Callable[[list[Any], Role, Style, Known], Iterator[Wanted]]] = {
    "font-size": _length("grootte", lambda role: role.size),
    "line-height": _length("regel", lambda role: role.leading),
    "margin-top": _length("voor", lambda role: role.before),
    "margin-bottom": _length("na", lambda role: role.after),
    "margin": _margin,
    "font-weight": _weight,
    "font-style": _slant,
    "color": _colour,
    "font-family": _family,
    "font": _short,
}
"""For each property that a role fixes: what a declaration should have said, if not this."""


def hex_of(token: Any) -> str:
    """A colour as `#rrggbb`, empty when it is none or has no value of its own."""
    colour = parse_color(token)
    if colour is None or isinstance(colour, str) or getattr(colour, "alpha", 1) == 0:
        return ""
    try:
        red, green, blue = colour.to("srgb").coordinates
    except NotImplementedError:
        return str(serialize([token]))
    return "#" + "".join(f"{round(float(part) * 255):02x}" for part in (red, green, blue))


def _word(value: list[Any]) -> str:
    return str(serialize(significant(value))).lower()
