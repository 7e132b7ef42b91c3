"""What of a Word style each key of `stijl.yaml` fills: one table, for who writes and who reads it.

A role fills the properties of one paragraph style. `SLOTS` says which attribute a key goes to, and
`role_attributes` what stands there in the end, in the units of Word.
"""

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from pmg_docs.specs.style import Style
from pmg_docs.writers.docx.ooxml import twentieths, twips

LANGUAGE = "nl-NL"
"""The language of every letter, as a shell must have it."""

HEADINGS = {"kop_1": 0, "kop_2": 1, "kop_3": 2}
"""The roles that are headings, with their level in the outline of Word."""

LIST, TEXT = "lijst", "tekst"
AT_LEAST = "atLeast"


class Slot(NamedTuple):
    """Where Word keeps a value: the properties of paragraph or run, the element, the attribute."""

    group: str
    tag: str
    attribute: str


SLOTS: Mapping[str, Slot] = {
    "grootte": Slot("rPr", "sz", "val"),
    "regel": Slot("pPr", "spacing", "line"),
    "vet": Slot("rPr", "b", "val"),
    "cursief": Slot("rPr", "i", "val"),
    "kleur": Slot("rPr", "color", "val"),
    "voor": Slot("pPr", "spacing", "before"),
    "na": Slot("pPr", "spacing", "after"),
    "inspringen": Slot("pPr", "ind", "left"),
}
"""The attribute for each key of a role in `stijl.yaml`, but for its typeface and `word`."""

FONT = Slot("rPr", "rFonts", "hAnsi")


def role_attributes(name: str, style: Style) -> dict[tuple[str, str], dict[str, str]]:
    """The attributes of the Word style of a role, by group and element.

    The text after a list is set off as after a paragraph, without room between its items.
    """
    role = style.roles[name]
    font, strong, slanted = style.typeface.word, str(int(role.bold)), str(int(role.italic))
    size = str(round(role.size * 2))
    after = style.roles[TEXT].after if is_set_close(name, style) else role.after
    return {
        ("pPr", "spacing"): {
            "before": str(twentieths(role.before)), "after": str(twentieths(after)),
            "line": str(twentieths(role.leading)), "lineRule": AT_LEAST,
        },
        ("pPr", "ind"): _indent(name, twips(role.indent)),
        ("rPr", "rFonts"): dict.fromkeys(("ascii", "hAnsi", "eastAsia", "cs"), font),
        ("rPr", "b"): {"val": strong},
        ("rPr", "bCs"): {"val": strong},
        ("rPr", "i"): {"val": slanted},
        ("rPr", "iCs"): {"val": slanted},
        ("rPr", "color"): {"val": hex_colour(style, role.colour)},
        ("rPr", "sz"): {"val": size},
        ("rPr", "szCs"): {"val": size},
    }  # fmt: skip


def _indent(name: str, indent: int) -> dict[str, str]:
    """A heading hangs from its number: what is set in is the title behind it."""
    hanging = {"hanging": str(indent)} if name in HEADINGS and indent else {}
    return {"left": str(indent)} | hanging


def is_set_close(name: str, style: Style) -> bool:
    """Whether the items of a list stand close together: their white is that of the text after."""
    return name == LIST and twentieths(style.roles[name].after) == 0


def hex_colour(style: Style, name: str) -> str:
    """A colour of the style as Word writes it."""
    return style.colour(name).lstrip("#").upper()


def millimetres(count: int) -> Decimal:
    """Twentieths of a point in millimetres, with no more decimals than it takes to come back."""
    exact = Decimal(count) * Decimal("25.4") / 1440
    for decimals in range(3):
        rounded = round(exact, decimals)
        if twips(rounded) == count:
            return rounded
    return round(exact, 2)
