"""Whether the text of a style can be read: contrast, size, and lines that keep apart.

Contrast is that of WCAG 2.1, success criterion 1.4.3: 4.5 to 1, and 3 to 1 for large text (18
points, or 14 in bold). The Dutch government holds its documents to it (EN 301 549, 10.1.4.3).
"""

from collections.abc import Iterator
from decimal import Decimal

from pmg_docs.model.diagnostic import Diagnostic, Severity
from pmg_docs.model.place import Place
from pmg_docs.specs.style import Role, Style

PAPER = "#ffffff"
_LEAST, _LEAST_LARGE = 4.5, 3.0
_LARGE, _LARGE_BOLD = Decimal(18), Decimal(14)
_SMALLEST = Decimal(6)


def legibility(style: Style, where: Place) -> Iterator[Diagnostic]:
    """Advice on the roles of a style that are hard to read.

    Args:
        style: the style.
        where: its file, for messages.
    """
    for name, role in style.roles.items():
        found = contrast(style.colour(role.colour), PAPER)
        least = _LEAST_LARGE if _is_large(role) else _LEAST
        if found < least:
            yield _advice(
                where, f"De rol {name} heeft een contrast van {_one_decimal(found)} op wit papier; "
                f"{_one_decimal(least)} is het minste (WCAG 2.1, 1.4.3).",
                f"Maak de kleur {role.colour} donkerder.",
            )  # fmt: skip
        if role.size < _SMALLEST:
            yield _advice(
                where, f"De rol {name} is {_shown(role.size)} punten groot; dat is op papier niet "
                "te lezen.", f"Maak grootte minstens {_shown(_SMALLEST)}.",
            )  # fmt: skip
        if role.leading < role.size:
            yield _advice(
                where, f"De regels van de rol {name} raken elkaar: regel {_shown(role.leading)} is "
                f"kleiner dan grootte {_shown(role.size)}.", "Maak regel groter dan grootte.",
            )  # fmt: skip


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours (`#154273`), from 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _is_large(role: Role) -> bool:
    return role.size >= (_LARGE_BOLD if role.bold else _LARGE)


def _advice(where: Place, message: str, hint: str) -> Diagnostic:
    return Diagnostic("PMG472", message, where, Severity.WAARSCHUWING, hints=(hint,))


def _one_decimal(value: float) -> str:
    return f"{value:.1f}".replace(".", ",")


def _shown(value: Decimal) -> str:
    return f"{value.normalize():f}".replace(".", ",")
