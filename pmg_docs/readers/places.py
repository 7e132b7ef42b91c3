"""Where a passage stands in a file, in the words that an officer would point at it with."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class _Grid:
    """A table that is being read: its number, and the row and column that were reached."""

    number: int
    row: int = 0
    column: int = 0
    width: int = 1


@dataclass(slots=True)
class Places:
    """Counts paragraphs, tables and text boxes while a file is being read.

    `inside` is the place of all that is not in the text itself (`koptekst`, `voetnoot 3`).
    """

    inside: str = ""
    paragraphs: int = 0
    tables: int = 0
    boxes: int = 0
    _grids: list[_Grid] = field(default_factory=list)

    @property
    def is_in_table(self) -> bool:
        """Whether a cell of a table is being read."""
        return bool(self._grids) and bool(self._grids[-1].column)

    def open_table(self) -> None:
        """Begin a table."""
        self.tables += 1
        self._grids.append(_Grid(self.tables))

    def open_row(self) -> None:
        """Begin a row of the table."""
        if self._grids:
            grid = self._grids[-1]
            grid.row, grid.column, grid.width = grid.row + 1, 0, 1

    def open_cell(self, width: int = 1) -> None:
        """Begin a cell as wide as so many columns."""
        if self._grids:
            grid = self._grids[-1]
            grid.column, grid.width = grid.column + grid.width, max(width, 1)

    def close_table(self) -> None:
        """End the table."""
        if self._grids:
            self._grids.pop()

    def open_box(self) -> "Places":
        """The places inside a text box."""
        self.boxes += 1
        name = f"tekstvak {self.boxes}"
        return Places(f"{self.inside}, {name}" if self.inside else name)

    def here(self) -> str:
        """Where the next paragraph stands; a paragraph of the text counts."""
        if self.is_in_table:
            grid = self._grids[-1]
            cell = f"tabel {grid.number}, rij {grid.row}, kolom {grid.column}"
            return f"{self.inside}, {cell}" if self.inside else cell
        if self.inside:
            return self.inside
        self.paragraphs += 1
        return f"alinea {self.paragraphs}"
