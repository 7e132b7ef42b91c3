"""A range of numbers that a ministry hands out one after another."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NumberRange:
    """The numbers `first` to `last`, both included, between fixed words.

    With `digits` each number has that many, with zeros before it; 0 writes it as it is.
    """

    first: int
    last: int
    before: str = ""
    after: str = ""
    digits: int = 0

    def written(self, number: int) -> str:
        """The kenmerk with a number of the range in it."""
        return f"{self.before}{number:0{self.digits}d}{self.after}"

    def number_of(self, kenmerk: str) -> int | None:
        """The number of the range that a kenmerk is, in capitals or not; None for any other."""
        found = re.fullmatch(
            f"{re.escape(self.before)}([0-9]+){re.escape(self.after)}", kenmerk, re.IGNORECASE
        )
        if found is None:
            return None
        number = int(found[1])
        is_written_so = found[1] == f"{number:0{self.digits}d}"
        return number if is_written_so and self.first <= number <= self.last else None
