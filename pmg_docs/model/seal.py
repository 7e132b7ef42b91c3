"""The seal: how far a document is and, of what went out, the fingerprint of its words."""

from dataclasses import dataclass

CONCEPT = "concept"
FINAL = "definitief"
SENT = "verzonden"
FINAL_OR_SENT = (FINAL, SENT)
"""What the head of a letter says when it is ready to be fixed, or was."""

KENMERK, STATUS, FINGERPRINT = "Kenmerk", "Status", "Vingerafdruk"
"""The names of the properties in which a file says what it is."""


@dataclass(frozen=True, slots=True)
class Seal:
    """What a final file says of itself.

    A file keeps its bytes once it went out, so `status` stays `definitief` when its letter says
    `verzonden`. `fingerprint` is that of the words as they go out in all formats together
    (`sha256:…`), the same that the register has; empty in a format that leaves some of them out.
    """

    status: str
    fingerprint: str
