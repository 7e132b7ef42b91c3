"""Whether letters can be read on paper: their contrast and size.

Contrast is that of WCAG 2.1, success criterion 1.4.3: 4.5 to 1, and 3 to 1 for large text (18
points, or 14 in bold). The Dutch government holds its documents to it (EN 301 549, 10.1.4.3).
"""

from decimal import Decimal

from pmg_docs.specs.style import Role

PAPER = "#ffffff"
SMALLEST = Decimal(6)
"""Points."""
_LEAST, _LEAST_LARGE = 4.5, 3.0
_LARGE, _LARGE_BOLD = Decimal(18), Decimal(14)


def least_contrast(role: Role) -> float:
    """The least contrast that letters of this size need."""
    is_large = role.size >= (_LARGE_BOLD if role.bold else _LARGE)
    return _LEAST_LARGE if is_large else _LEAST


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours (`#154273`), from 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
