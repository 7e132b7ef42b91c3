"""What a letter may say between `{{ }}` and `{% %}`: if, for, set and include, and no more.

Jinja can do much that no letter needs, and that can fill the memory or lose where a figure came
from: macros, blocks kept as text, words glued together. So its tree is read before it runs.
"""

from collections.abc import Iterator

from jinja2 import nodes

from pmg_docs.compose.fault import TemplateFault

_WORDS = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.If, nodes.For, nodes.Assign,
    nodes.Include, nodes.Name, nodes.Const, nodes.Tuple, nodes.List, nodes.Getattr, nodes.Getitem,
    nodes.Call, nodes.Filter, nodes.Test, nodes.Keyword, nodes.Compare, nodes.Operand, nodes.And,
    nodes.Or, nodes.Not, nodes.CondExpr, nodes.Add, nodes.Sub, nodes.Mul, nodes.Div, nodes.Neg,
)  # fmt: skip
_TAGS: dict[type[nodes.Node], str] = {
    nodes.Macro: "macro", nodes.CallBlock: "call", nodes.FilterBlock: "filter",
    nodes.Block: "block", nodes.Extends: "extends", nodes.Import: "import",
    nodes.FromImport: "from", nodes.With: "with", nodes.AssignBlock: "set",
}  # fmt: skip
_KNOWN = "Een brief kent {% if … %}, {% for … %}, {% set naam = … %} en {% include … %}."


def first_unknown(template: nodes.Template) -> tuple[TemplateFault, int] | None:
    """The first thing in a template that a letter does not know, and its line."""
    for node in _walk(template):
        if not isinstance(node, _WORDS):
            return _fault(node), node.lineno
        if isinstance(node, nodes.Include) and not isinstance(node.template, nodes.Const):
            fault = TemplateFault("PMG313", "Achter include hoort een naam tussen '…'.",
                                  'Schrijf bijvoorbeeld: {% include "slot.md" %}')  # fmt: skip
            return fault, node.lineno
    return None


def included_in(template: nodes.Template) -> Iterator[tuple[str, int]]:
    """The name of each part that a template includes, and the line on which it does."""
    for node in template.find_all(nodes.Include):
        if isinstance(node.template, nodes.Const):
            yield str(node.template.value), node.lineno


def _walk(node: nodes.Node) -> Iterator[nodes.Node]:
    yield node
    for child in node.iter_child_nodes():
        yield from _walk(child)


def _fault(node: nodes.Node) -> TemplateFault:
    tag = _TAGS.get(type(node))
    if tag is not None:
        return TemplateFault("PMG317", f"{{% {tag} … %}} kan niet in een brief.", _KNOWN, about=tag)
    if isinstance(node, nodes.Concat):
        facts = ", ".join(name.name for name in node.find_all(nodes.Name))
        return TemplateFault(
            "PMG301",
            f"Hier zou niet meer te zien zijn dat dit uit het feit '{facts}' komt."
            if facts else "Tekst aan elkaar plakken met ~ kan niet in een brief.",
            "Zet het feit los in de zin: {{ naam }} in plaats van {{ naam ~ '…' }}.",
        )  # fmt: skip
    if isinstance(node, nodes.BinExpr):
        return TemplateFault(
            "PMG304", f"Met {node.operator} kan een brief niet rekenen.",
            "Rekenen gaat met feiten en + - * /, zoals {{ bijdrage * aantal }}.",
            about=node.operator,
        )  # fmt: skip
    return TemplateFault("PMG314", "Dit kan niet in een brief.", _KNOWN)
