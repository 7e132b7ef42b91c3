"""How changes that somebody tracked in a file are read."""

from enum import StrEnum


class Tracked(StrEnum):
    """As if they were all accepted, or all rejected."""

    ACCEPT = "accept"
    REJECT = "reject"
