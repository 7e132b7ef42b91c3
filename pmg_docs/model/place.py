"""Where something stands in an input file, and where a shown word came from."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A position in an input file.

    `file` is relative to the workspace, with forward slashes; `line` and `column` count from 1.
    Line 0 stands for a file that has no lines to point at, such as a Word file; `spot` may then say
    in Dutch where it stands (`tabel 1, rij 3`), and `column` counts in the words that are shown.
    """

    file: str
    line: int = 1
    column: int = 1
    spot: str = ""

    def __str__(self) -> str:
        if self.line:
            return f"{self.file}:{self.line}:{self.column}"
        return f"{self.file}, {self.spot}" if self.spot else self.file


@dataclass(frozen=True, slots=True, order=True)
class Origin:
    """The fact that a shown word came from: its dotted path and where that is written."""

    path: str
    where: Place
