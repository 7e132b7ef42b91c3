"""Words that YAML would take for a comment: `onderwerp: Actie # 3 van het plan`."""

import re
from collections.abc import Callable, Iterator

from pmg_docs.inputs.located import KeyPath, Located
from pmg_docs.inputs.validation import at
from pmg_docs.model.diagnostic import Diagnostic

_NO_WORDS = re.compile(r"[-0-9.,:/ ]*|=.*")
"""Numbers, dates, and `=naam`, which names a fact: a comment behind them takes nothing away."""


def lost_words(located: Located, is_text: Callable[[KeyPath], bool]) -> Iterator[Diagnostic]:
    """A finding for each unquoted text with a comment behind it on its line.

    Args:
        located: the data.
        is_text: whether the value at a path is text that may be printed.
    """
    for path, where in located.remarks.items():
        typed = at(located, path)
        if is_text(path) and isinstance(typed, str) and not _NO_WORDS.fullmatch(typed):
            yield Diagnostic(
                "PMG114",
                "Wat hier achter # staat, leest YAML als opmerking; het valt weg uit de tekst.",
                where,
                hints=("Zet de hele waarde tussen '…', of de opmerking op een eigen regel.",),
            )
