"""Footnotes get their number in the order in which the text first refers to them."""


class NoteBook:
    """The footnotes of one document by the name that the letter gives them."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def number_of(self, name: str) -> int:
        """The number of a footnote; the first time it is asked for, the next free one."""
        return self._numbers.setdefault(name, len(self._numbers) + 1)

    def names(self) -> tuple[str, ...]:
        """The names in order of number."""
        return tuple(self._numbers)

    def __contains__(self, name: str) -> bool:
        return name in self._numbers
