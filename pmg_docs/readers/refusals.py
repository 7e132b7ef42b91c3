"""What is said of a file that cannot be read, and what to do about it."""

from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.errors import Refused

_UNLOCK = "Open het, en sla het opnieuw op zonder wachtwoord."


def damaged(kind: str, hint: str) -> Refused:
    """PMG501: a file is no whole file of its kind (`Word-bestand (.docx)`)."""
    return Refused(Diagnostic("PMG501", f"Dit is geen leesbaar {kind}.", hints=(hint,)))


def unreadable(what: str, hint: str) -> Refused:
    """PMG511: a file is of a kind (`een plaatje`) that is not read."""
    return Refused(
        Diagnostic("PMG511", f"Dit bestand is {what}; dat kan pmg niet lezen.", hints=(hint,))
    )


def locked(kind: str, hint: str = _UNLOCK) -> Refused:
    """PMG512: a file opens with a password only."""
    return Refused(
        Diagnostic("PMG512", f"Dit {kind} is beveiligd met een wachtwoord.", hints=(hint,))
    )


def too_much(kind: str = "bestand") -> Refused:
    """PMG513: a file is larger, or deeper nested, than any letter."""
    return Refused(
        Diagnostic(
            "PMG513",
            f"Dit {kind} is te groot, of te diep in elkaar gestoken, om te lezen.",
            hints=("Geef alleen het deel dat u wilt laten nakijken.",),
        )
    )
