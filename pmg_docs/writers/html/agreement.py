"""A style sheet held against the style that it belongs to.

The sheet comes last and wins, in silence. What it says of a role, a colour, a typeface or the paper
must be what `stijl.yaml` says, or one of the two is wrong.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from tinycss2 import parse_component_value_list  # type: ignore[import-untyped]

from pmg_docs.inputs.validation import nearest
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.specs.look import Asset, Look
from pmg_docs.specs.style import Style
from pmg_docs.writers.html.classes import known_classes, known_values
from pmg_docs.writers.html.declared import Declared, printed_declarations
from pmg_docs.writers.html.lengths import name_of_var, significant
from pmg_docs.writers.html.overrides import hex_of, overrides
from pmg_docs.writers.html.paged import paper_faults
from pmg_docs.writers.html.sheet import each, finding, sheet_of
from pmg_docs.writers.html.stylesheet import GENERIC

_FORCED = frozenset({"font", "font-size", "line-height", "font-weight", "font-style", "color"})
_FAMILY_KEYWORDS = frozenset({"inherit", "initial", "unset", "revert"})


def sheet_differences(look: Look, pages: Iterable[Asset]) -> Iterator[Diagnostic]:
    """What a sheet says otherwise than its style.

    Args:
        look: the style with its sheet, which is sound.
        pages: the pages of all types, which name the classes of the frame.
    """
    style, css = look.style, look.css
    sheet = sheet_of(css)
    known = known_values(style)
    for declared in printed_declarations(sheet):
        yield from _overridden(declared, style, css, known)
        yield from paper_faults(declared, style.page, css)
        yield from _literals(declared, style, css)
    yield from _unknown_names(sheet, css, known_classes(style, pages), known)


def _overridden(
    declared: Declared, style: Style, css: Asset, known: dict[str, str]
) -> Iterator[Diagnostic]:
    for role, (key, wanted) in overrides(declared, style, known):
        yield finding(
            css, "PMG466", declared.node,
            f"Hier krijgt de rol {role} {declared.name}: {declared.words[:40]}; volgens stijl.yaml "
            f"is dat {wanted} (rollen.{role}.{key}).",
            f"Haal deze regel weg en verander {key} van {role} in stijl.yaml; wat alleen voor het "
            "scherm is, hoort in @media screen.",
        )  # fmt: skip
    if declared.name.startswith("--pmg-"):
        yield finding(
            css, "PMG466", declared.node,
            f"Hier krijgt {declared.name} een andere waarde dan in stijl.yaml.",
            "Haal deze regel weg en verander de waarde in stijl.yaml.",
        )  # fmt: skip
    if declared.is_forced and declared.name in _FORCED:
        yield finding(
            css, "PMG466", declared.node,
            f"Met !important gaat {declared.name} voor wat stijl.yaml zegt.",
            "Haal !important weg, of verander de rol in stijl.yaml.",
        )  # fmt: skip


def _literals(declared: Declared, style: Style, css: Asset) -> Iterator[Diagnostic]:
    if declared.name == "font-family":
        yield from _families(declared, style, css)
        return
    own = {colour.lower() for colour in style.colours.values()}
    for token in each(declared.value):
        written = hex_of(token) if token.type in {"hash", "ident", "function"} else ""
        if written and written not in own:
            yield finding(
                css, "PMG468", token,
                f"De kleur {written} staat niet in stijl.yaml.",
                "Geef haar onder 'kleuren' een naam en schrijf hier var(--pmg-kleur-NAAM).",
            )  # fmt: skip


def _families(declared: Declared, style: Style, css: Asset) -> Iterator[Diagnostic]:
    allowed = {name.casefold() for name in (*style.typeface.css, *_FAMILY_KEYWORDS, *GENERIC)}
    names: list[list[str]] = [[]]
    for token in significant(declared.value):
        if token.type == "literal" and token.value == ",":
            names.append([])
        elif token.type in {"ident", "string"}:
            names[-1].append(token.value)
    for name in filter(None, (" ".join(words) for words in names)):
        if name.casefold() not in allowed:
            yield finding(
                css, "PMG468", declared.node,
                f"Het lettertype {name[:40]} staat niet in stijl.yaml.",
                "Schrijf var(--pmg-lettertype), of noem het in stijl.yaml bij lettertype, css.",
            )  # fmt: skip


def _unknown_names(
    sheet: str, css: Asset, classes: frozenset[str], values: dict[str, str]
) -> Iterator[Diagnostic]:
    """Classes and values that nothing provides: a rule with one of them does nothing."""
    before: Any = None
    for token in each(parse_component_value_list(sheet)):
        is_class = token.type == "ident" and before is not None and before == "."
        if is_class and token.value.startswith("pmg-") and token.value not in classes:
            yield _unknown(css, token, f".{token.value}", token.value, classes)
        if token.type == "function" and token.lower_name == "var":
            name = name_of_var(token)
            if name.startswith("--pmg-") and name not in values:
                yield _unknown(css, token, f"var({name})", name, values)
        before = token


def _unknown(css: Asset, token: Any, shown: str, name: str, known: Iterable[str]) -> Diagnostic:
    hint = next(iter(nearest(name, known)), "Kijk welke namen stijl.yaml geeft.")
    message = f"{shown} bestaat niet: geen rol, kleur of pagina heeft die naam."
    return finding(css, "PMG467", token, message, hint)
