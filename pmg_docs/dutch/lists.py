"""Lists in running text: commas, and before the last item `en` or `of` without a comma."""

from collections.abc import Sequence
from typing import Literal

LastWord = Literal["en", "of"]


def write_list(items: Sequence[str], last: LastWord = "en") -> str:
    """Join items as running text: `a`, `a en b`, `a, b en c`.

    Args:
        items: at least one item, each as it is to be shown.
        last: the word before the last item.

    Raises:
        ValueError: there are no items.
    """
    if not items:
        raise ValueError("een opsomming zonder onderdelen is niet te schrijven")
    *others, final = items
    return f"{', '.join(others)} {last} {final}" if others else final
