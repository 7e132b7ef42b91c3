"""How often the loops of one document may turn, all together, and how long it may grow."""

from collections.abc import Iterable
from contextvars import ContextVar

from pmg_docs.compose.fault import TemplateFault

MOST_TURNS = 100_000
"""Every municipality beside every other, and not a third time."""
MOST_TEXT = 5_000_000
"""Characters; some two thousand pages."""

_turns: ContextVar[int] = ContextVar("turns", default=0)


def within_bounds(pieces: Iterable[str]) -> str:
    """The pieces of a text together.

    Raises:
        TemplateFault: they are too long.
    """
    kept: list[str] = []
    length = 0
    for piece in pieces:
        kept.append(piece)
        length += len(piece)
        if length > MOST_TEXT:
            raise TemplateFault(
                "PMG330", "Deze brief wordt langer dan tweeduizend bladzijden.",
                "Haal een {% for … %} weg, of loop langs een kortere lijst.",
            )  # fmt: skip
    return "".join(kept)


def start_counting() -> None:
    """Begin a new document."""
    _turns.set(0)


def take_turn() -> None:
    """Count a turn of a loop.

    Raises:
        TemplateFault: there have been too many.
    """
    turns = _turns.get() + 1
    _turns.set(turns)
    if turns > MOST_TURNS:
        raise TemplateFault(
            "PMG330", "De lussen in deze brief gaan te vaak rond.",
            "Zet geen {% for … %} over een lange lijst in een andere {% for … %}.",
        )  # fmt: skip
