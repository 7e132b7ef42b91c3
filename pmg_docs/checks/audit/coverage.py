"""How many of the figures that a document shows came from facts."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Coverage:
    """The figures of a document: all of them, those from facts, and those typed with a reason."""

    figures: int = 0
    from_facts: int = 0
    waived: int = 0

    def __add__(self, other: "Coverage") -> "Coverage":
        return Coverage(
            self.figures + other.figures,
            self.from_facts + other.from_facts,
            self.waived + other.waived,
        )

    @property
    def typed(self) -> int:
        """How many are typed without a reason."""
        return self.figures - self.from_facts - self.waived

    @property
    def percentage(self) -> int:
        """How many per cent came from facts, rounded down: 100 means all of them."""
        return 100 * self.from_facts // self.figures if self.figures else 100
