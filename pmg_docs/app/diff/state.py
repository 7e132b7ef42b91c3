"""What today's letters are held against, when that is no revision."""

from enum import StrEnum


class Against(StrEnum):
    """Letters as they went out, or as they were fixed whether or not they went out."""

    SENT = "verzonden"
    FIXED = "vastgesteld"
