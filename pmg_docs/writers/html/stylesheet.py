"""The sheet of a page: the measures of the style as CSS, then the style's own sheet.

Sizes are written once, in `stijl.yaml`. On paper a point is a point; on a screen the text size of
the style is the reader's own (`1rem`) and everything else keeps its proportion to that.
"""

from decimal import Decimal

from pmg_docs.specs.look import Look
from pmg_docs.specs.style import Role, Style
from pmg_docs.writers.html.sheet import sheet_of

TEXT = "tekst"
"""The role of running text, by which the others are scaled on a screen."""

_NAMED_BY_SHEET = frozenset({"lijst", "citaat", "kop_1", "kop_2", "kop_3"})
GENERIC = frozenset({"serif", "sans-serif", "monospace", "cursive", "fantasy", "system-ui"})
"""The families of CSS that name no typeface."""


def screen_css(look: Look) -> str:
    """The sheet of an HTML page.

    Raises:
        Refused: the style's own sheet cannot be used.
    """
    style = look.style
    text = style.roles[TEXT].size
    rules = [
        root_css(style, ", ".join(_family(name) for name in style.typeface.css)),
        f":root {{ --pt: calc(1rem / {_number(text)}); }}",
        "@media print { :root { --pt: 1pt; } }",
        f"@page {{ size: {_sheet(style)}; margin: 20mm; }}",
        *(_role(name, role, "calc({} * var(--pt))") for name, role in style.roles.items()),
        sheet_of(look.css),
    ]
    return "\n".join(rules)


def printed_roles(style: Style) -> str:
    """The roles of a style in points, for paper."""
    return "\n".join(_role(name, role, "{}pt") for name, role in style.roles.items())


def root_css(style: Style, family: str) -> str:
    """The values that sheets refer to by name: typeface, colours, white and indents by role."""
    values = {"lettertype": family}
    values |= {f"kleur-{name}": colour for name, colour in style.colours.items()}
    for name, role in style.roles.items():
        values[f"{name}-inspringen"] = f"{_number(role.indent)}mm"
        values[f"{name}-na"] = f"{_number(role.after)}pt"
    inner = " ".join(f"--pmg-{name}: {value};" for name, value in values.items())
    return f":root {{ {inner} }}\nbody {{ font-family: {family}; }}"


def quoted(text: str) -> str:
    """Text as a CSS string; everything but letters, digits and space goes in by its number."""
    return '"' + "".join(c if c.isalnum() or c == " " else f"\\{ord(c):x} " for c in text) + '"'


def _role(name: str, role: Role, measure: str) -> str:
    def length(value: Decimal) -> str:
        return measure.format(_number(value))

    left = "0" if name in _NAMED_BY_SHEET else f"{_number(role.indent)}mm"
    return (
        f".pmg-{name} {{ font-size: {length(role.size)}; line-height: {length(role.leading)};"
        f" font-weight: {'bold' if role.bold else 'normal'};"
        f" font-style: {'italic' if role.italic else 'normal'};"
        f" color: var(--pmg-kleur-{role.colour});"
        f" margin: {length(role.before)} 0 {length(role.after)} {left}; }}"
    )


def _family(name: str) -> str:
    return name if name in GENERIC else quoted(name)


def _sheet(style: Style) -> str:
    return f"{_number(style.page.width)}mm {_number(style.page.height)}mm"


def _number(value: Decimal) -> str:
    return f"{value.normalize():f}"
