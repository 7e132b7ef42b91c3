"""Where a block stands in a Word file, which decides how it is written."""

from dataclasses import dataclass

from pmg_docs.model.document import Align, Paragraph


@dataclass(frozen=True, slots=True)
class Spot:
    """The role of the paragraphs of a block, how wide they are, how deep in lists.

    `is_kept` asks to stay on one page with what follows; `is_aside` takes headings out of the
    outline of the letter, `is_above_table` sets a heading off from the lines of a table.
    """

    role: str
    width: int
    level: int = -1
    align: Align = Align.LEFT
    is_framed: bool = False
    is_kept: bool = False
    is_aside: bool = False
    is_above_table: bool = False

    @property
    def is_in_list(self) -> bool:
        """Whether a list item holds it."""
        return self.level >= 0

    def role_of(self, paragraph: Paragraph) -> str:
        """The role that a paragraph has here: its own, or that of its place."""
        return self.role if paragraph.role == "tekst" else paragraph.role
