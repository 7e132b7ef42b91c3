"""Jinja for shells and pages, which place words and compute nothing.

Whoever makes a shell or page may come from anywhere. What could fill the memory or never end is not
there: arithmetic, ranges, filters that make text of any width.
"""

from typing import Any

from jinja2 import StrictUndefined
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment

_FILTERS = (
    "capitalize", "default", "e", "escape", "first", "int", "join", "last", "length", "list",
    "lower", "map", "reject", "rejectattr", "replace", "reverse", "safe", "select", "selectattr",
    "sort", "string", "striptags", "title", "trim", "unique", "upper",
)  # fmt: skip


class Sandbox(ImmutableSandboxedEnvironment):
    """A sandbox without globals, in which lists may be joined and nothing else added up."""

    intercepted_binops = frozenset({"+", "-", "*", "/", "//", "%", "**"})

    def __init__(self, **options: Any) -> None:
        super().__init__(autoescape=True, undefined=StrictUndefined, **options)
        self.globals.clear()
        self.filters = {name: self.filters[name] for name in _FILTERS}

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Put two lists behind each other.

        Raises:
            SecurityError: anything else is asked for.
        """
        if operator != "+" or not isinstance(left, list) or not isinstance(right, list):
            raise SecurityError("nothing is computed here")
        return super().call_binop(context, operator, left, right)

    def is_safe_callable(self, obj: Any) -> bool:
        """Whether it is a macro of the page itself."""
        return isinstance(obj, Macro)
