"""The names that a style sheet may use: classes of the body and the page, and values by name."""

import re
from collections.abc import Iterable

from pmg_docs.specs.look import Asset
from pmg_docs.specs.style import Style

BODY_CLASSES = frozenset(
    {"pmg-heel", "pmg-noten", "pmg-nummer", "pmg-nummering", "pmg-ondertekenaar"}
    | {"pmg-ondertekenaars", "pmg-splitst", "pmg-tabel", "pmg-terug", "pmg-titelrij"}
    | {
        "pmg-bijeen",
        "pmg-een_woord",
        "pmg-genummerd",
        "pmg-hoort_bij_volgende",
        "pmg-kort",
        "pmg-sprong",
    }
    | {"pmg-verwijzing", "pmg-voetnoot", "pmg-left", "pmg-right", "pmg-center"}
)
"""The classes that the text itself gets, next to those of the roles."""

_CLASS = re.compile(r"pmg-[a-z][a-z0-9_-]*")


def known_classes(style: Style, pages: Iterable[Asset]) -> frozenset[str]:
    """Every class that an element of a letter can have.

    Args:
        style: the style, for its roles.
        pages: the pages of the types, which name the classes of the frame.
    """
    of_roles = {f"pmg-{name}" for name in style.roles}
    of_pages = {
        name for page in pages for name in _CLASS.findall(page.data.decode("utf-8", "replace"))
    }
    return frozenset(of_roles | of_pages | BODY_CLASSES)


def known_values(style: Style) -> dict[str, str]:
    """What `var(--pmg-…)` can stand for, by the whole name."""
    values = {"--pmg-lettertype": style.typeface.css[0] if style.typeface.css else ""}
    values |= {f"--pmg-kleur-{name}": colour for name, colour in style.colours.items()}
    for name, role in style.roles.items():
        values[f"--pmg-{name}-inspringen"] = f"{role.indent.normalize():f}mm"
        values[f"--pmg-{name}-na"] = f"{role.after.normalize():f}pt"
    return values
