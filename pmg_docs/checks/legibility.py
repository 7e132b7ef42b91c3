"""Whether the text of a style can be read: contrast, size, and lines that keep apart."""

from collections.abc import Iterator
from decimal import Decimal

from pmg_docs.model.diagnostic import Diagnostic, Severity
from pmg_docs.model.place import Place
from pmg_docs.specs.legible import PAPER, SMALLEST, contrast, least_contrast
from pmg_docs.specs.style import Style


def legibility(style: Style, where: Place) -> Iterator[Diagnostic]:
    """Advice on the roles of a style that are hard to read.

    Args:
        style: the style.
        where: its file, for messages.
    """
    for name, role in style.roles.items():
        found = contrast(style.colour(role.colour), PAPER)
        least = least_contrast(role)
        if found < least:
            yield _advice(
                where, f"De rol {name} heeft een contrast van {_one_decimal(found)} op wit papier; "
                f"{_one_decimal(least)} is het minste (WCAG 2.1, 1.4.3).",
                f"Maak de kleur {role.colour} donkerder.",
            )  # fmt: skip
        if role.size < SMALLEST:
            yield _advice(
                where, f"De rol {name} is {_shown(role.size)} punten groot; dat is op papier niet "
                "te lezen.", f"Maak grootte minstens {_shown(SMALLEST)}.",
            )  # fmt: skip
        if role.leading < role.size:
            yield _advice(
                where, f"De regels van de rol {name} raken elkaar: regel {_shown(role.leading)} is "
                f"kleiner dan grootte {_shown(role.size)}.", "Maak regel groter dan grootte.",
            )  # fmt: skip


def _advice(where: Place, message: str, hint: str) -> Diagnostic:
    return Diagnostic("PMG472", message, where, Severity.WAARSCHUWING, hints=(hint,))


def _one_decimal(value: float) -> str:
    return f"{value:.1f}".replace(".", ",")


def _shown(value: Decimal) -> str:
    return f"{value.normalize():f}".replace(".", ",")
