"""Whether a kenmerk looks like one of the ministry that sends it."""

import re

from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.place import Place

LONGEST = 60
"""Characters; patterns are held against this length when a style is read."""


def check_pattern(
    kenmerk: str, pattern: str, example: str, where: Place | None
) -> Diagnostic | None:
    """The finding for a kenmerk that is not in the ministry's pattern, or None.

    Args:
        kenmerk: as typed.
        pattern: a regular expression for the whole kenmerk.
        example: a kenmerk that fits, for the hint.
        where: where the kenmerk is written, or None when it was typed in a command.
    """
    if len(kenmerk) > LONGEST:
        return Diagnostic(
            "PMG220",
            f"Dit kenmerk is langer dan {LONGEST} tekens.",
            where,
            hints=(f"Zo ziet er een uit: {example}.",),
        )
    if re.fullmatch(pattern, kenmerk):
        return None
    return Diagnostic(
        "PMG220",
        f"Het kenmerk '{kenmerk}' heeft niet de vorm die dit ministerie gebruikt.",
        where,
        hints=(f"Zo ziet er een uit: {example}.",),
    )
