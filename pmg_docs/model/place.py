"""Where something stands in an input file, and where a shown word came from."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A position in an input file.

    `file` is relative to the workspace, with forward slashes; `line` and `column` count from 1.
    Line 0 stands for a file as a whole that has no lines to point at, such as a Word file.
    """

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


@dataclass(frozen=True, slots=True, order=True)
class Origin:
    """The fact that a shown word came from: its dotted path and where that is written."""

    path: str
    where: Place
