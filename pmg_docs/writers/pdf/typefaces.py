"""Typefaces that the page or its sheet asks for and the style does not bring."""

import re
from collections.abc import Iterator
from typing import Any

from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.place import Place

OWN = "pmg "
"""How the name begins under which the fonts of the style are in the sheet."""

_DECLARED = re.compile(r"@font-face\s*\{[^}]*font-family:\s*[\"']?([^;\"'}]+)", re.IGNORECASE)


def foreign_typefaces(pages: list[Any], css: str, sheet: str) -> Iterator[Diagnostic]:
    """A finding for each typeface that another would take the place of, without a word.

    Args:
        pages: the pages as laid out.
        css: the sheet that they were laid out by.
        sheet: the name of the sheet of the style, for messages.
    """
    declared = {name.strip() for name in _DECLARED.findall(css)}
    asked = {
        box.style["font_family"][0]
        for page in pages
        for box in page._page_box.descendants(placeholders=True)
        if getattr(box, "text", "")
    }
    for name in sorted(asked - declared):
        if not name.startswith(OWN):
            yield Diagnostic(
                "PMG423",
                f"Het lettertype {name} zit niet bij de stijl; de pdf zou een ander nemen.",
                Place(sheet, 0),
                hints=(
                    "Gebruik var(--pmg-lettertype).",
                    "Of noem de bestanden in stijl.yaml, onder lettertype, bestanden.",
                ),
            )
