"""Lengths and families of CSS, as far as they can be compared with a measure of a style."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

_POINTS = {
    "pt": Decimal(1), "px": Decimal(72) / 96, "in": Decimal(72), "pc": Decimal(12),
    "mm": Decimal(72) / Decimal("25.4"), "cm": Decimal(720) / Decimal("25.4"),
}  # fmt: skip
_NEAR = Decimal("0.03")


def significant(value: list[Any]) -> list[Any]:
    """A value without its white space and remarks."""
    return [token for token in value if token.type not in {"whitespace", "comment"}]


def points(token: Any, known: Mapping[str, str]) -> Decimal | None:
    """A length in points, None for one that depends on something else.

    Args:
        token: the token of the value.
        known: the values that a style gives a name, by `--pmg-…`.
    """
    if token.type == "number" and token.value == 0:
        return Decimal(0)
    if token.type == "dimension" and token.lower_unit in _POINTS:
        return Decimal(str(token.value)) * _POINTS[token.lower_unit]
    if token.type == "function" and token.lower_name == "var":
        words = known.get(name_of_var(token), "")
        unit = words[-2:]
        if unit in _POINTS:
            return Decimal(words[:-2]) * _POINTS[unit]
    return None


def name_of_var(function: Any) -> str:
    """The name that `var(…)` asks for."""
    return next((a.value for a in significant(function.arguments) if a.type == "ident"), "")


def is_near(found: Decimal | None, wanted: Decimal) -> bool:
    """Whether two lengths are the same on paper."""
    return found is not None and abs(found - wanted) <= _NEAR


def side(value: list[Any], name: str) -> Any | None:
    """The part of a `margin` of one to four lengths that is for one side."""
    tokens = significant(value)
    if not 1 <= len(tokens) <= 4:
        return None
    return {
        "top": tokens[0],
        "right": tokens[1 % len(tokens)],
        "bottom": tokens[2] if len(tokens) > 2 else tokens[0],
        "left": tokens[3] if len(tokens) > 3 else tokens[1 % len(tokens)],
    }[name]
