"""The fonts of a style, before a PDF needs them: what they are, hold and allow."""

from collections.abc import Iterator
from typing import Any

from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.errors import Refused
from pmg_docs.model.place import Place
from pmg_docs.specs.look import Asset, Look
from pmg_docs.writers.pdf.glyphs import reading

VARIANTS = {
    "normaal": (False, False),
    "vet": (True, False),
    "cursief": (False, True),
    "vet_cursief": (True, True),
}
"""Every variant that a letter can ask for: whether it is bold, and whether it is slanted."""

DUTCH = (
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
    "áàâäãåāçčćéèêëēěğíìîïīıİñńóòôöõøōřšşșťúùûüūůýÿžźżæœßđłðþ"
    "ÁÀÂÄÇČÉÈÊËĞÍÌÎÏÑÓÒÔÖØŘŠŞÚÙÛÜÝŽÆŒ"
    "€§%&@#*/\\()[]{}<>+=±×÷°.,;:!?-\u2011–—…‘’“”‚„«»'\"·•½¼¾²³µ†"
)
"""What letters of a ministry are written with: Dutch, and names from Europe and Turkey."""

_BOLD, _SLANTED = 1 << 5, 1 << 0
_RESTRICTED, _WHOLE_ONLY, _PICTURES_ONLY = 0x0002, 0x0100, 0x0200
_LEAST_BOLD = 600


def font_faults(look: Look) -> Iterator[Diagnostic]:
    """What is wrong with the fonts that a style brings for its PDFs.

    A variant that is missing would be drawn by slanting or thickening another.
    """
    for variant in VARIANTS:
        if variant not in look.fonts:
            yield Diagnostic(
                "PMG471", f"De stijl {look.style.name} noemt geen lettertype voor '{variant}'.",
                Place(f"styles/{look.style.name}/stijl.yaml", 0),
                hints=("Noem het bestand in stijl.yaml, onder lettertype, bestanden.",),
            )  # fmt: skip
    for variant, font in look.fonts.items():
        if variant not in VARIANTS:
            yield _fault(font, f"staat in stijl.yaml onder '{variant}'; dat is geen variant",
                         f"Mogelijk zijn: {', '.join(VARIANTS)}.")  # fmt: skip
            continue
        try:
            with reading(font) as opened:
                yield from _of_font(font, variant, opened)
        except Refused as refused:
            yield from refused.findings


def _of_font(font: Asset, variant: str, opened: Any) -> Iterator[Diagnostic]:
    is_bold, is_slanted = _look_of(opened)
    if (is_bold, is_slanted) != VARIANTS[variant]:
        told = next(name for name, look in VARIANTS.items() if look == (is_bold, is_slanted))
        yield _fault(font, f"staat in stijl.yaml als {variant} en is {told}",
                     "Noem bij elke variant het bestand van die variant.")  # fmt: skip
    characters = opened.getBestCmap() or {}
    lacking = [c for c in dict.fromkeys(DUTCH) if ord(c) not in characters]
    if lacking:
        told = ", ".join(f"{c} (U+{ord(c):04X})" for c in lacking[:8])
        more = f" en nog {len(lacking) - 8}" if len(lacking) > 8 else ""
        yield _fault(font, f"heeft niet alle tekens van Nederlandse brieven: {told}{more}",
                     "Kies een lettertype met alle letters van Europese namen.")  # fmt: skip
    rights = opened["OS/2"].fsType if "OS/2" in opened else 0
    if rights & (_RESTRICTED | _WHOLE_ONLY | _PICTURES_ONLY):
        yield _fault(font, "mag van de maker niet in een pdf worden opgenomen",
                     "Kies een ander lettertype, of vraag de maker om die rechten.")  # fmt: skip
    if "fvar" in opened:
        yield _fault(font, "is een variabel lettertype; een pdf zou daarmee niet geldig zijn",
                     "Gebruik een bestand voor elke variant.")  # fmt: skip


def _look_of(opened: Any) -> tuple[bool, bool]:
    """Whether a font says of itself that it is bold, and that it is slanted."""
    mac, selection, weight = opened["head"].macStyle, 0, 400
    if "OS/2" in opened:
        selection, weight = opened["OS/2"].fsSelection, opened["OS/2"].usWeightClass
    angle = opened["post"].italicAngle if "post" in opened else 0
    is_bold = bool(selection & _BOLD or mac & 1 or weight >= _LEAST_BOLD)
    return is_bold, bool(selection & _SLANTED or mac & 2 or angle)


def _fault(font: Asset, told: str, hint: str) -> Diagnostic:
    name = font.name.rsplit("/", 1)[-1]
    return Diagnostic("PMG471", f"{name} {told}.", Place(font.name, 0), hints=(hint,))
