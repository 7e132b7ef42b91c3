"""How many cells the tables of a Markdown text come to, counted before anything makes them.

Markdown gives every row as many cells as the first, so that a few short lines below a long one
come to millions.
"""

MOST_CELLS = 150_000
"""In all tables of a text together; one of all municipalities and twelve provinces has 5,000."""
_AROUND = " \t>"
"""What may stand before a line that is empty for Markdown."""


def endless_table(text: str) -> str | None:
    """The line with most cells of the table in which a text goes over `MOST_CELLS`; or None."""
    before, lines, widest, line_of = 0, 0, 0, ""
    for line in text.split("\n"):
        if not line.strip(_AROUND):
            before += widest * lines if widest > 1 else 0
            lines, widest = 0, 0
            continue
        lines += 1
        if line.count("|") > widest:
            widest, line_of = line.count("|"), line
        if widest > 1 and before + widest * lines > MOST_CELLS:
            return line_of
    return None
