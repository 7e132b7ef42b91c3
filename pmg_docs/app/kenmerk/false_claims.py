"""What a copy says of itself: that it is final, and which words it then has.

Whoever changes a final file in a word processor leaves its properties as they were. So the file
still says that it is final, with the fingerprint of words that it no longer has.
"""

from collections.abc import Iterator

from pmg_docs.model.diagnostic import Diagnostic, Severity
from pmg_docs.model.errors import Refused
from pmg_docs.model.seal import FINAL
from pmg_docs.readers.identity import read_identity


def false_claims(
    data: bytes, format_name: str, name: str, fingerprint: str
) -> Iterator[Diagnostic]:
    """The finding for a file that says to be final and has other words than it says.

    Args:
        data: the file.
        format_name: its format, by the ending of its file name.
        name: how messages name it.
        fingerprint: that of its words when they are known, else empty.
    """
    try:
        told = read_identity(data, format_name)
    except Refused:
        return  # a file of others need not have the properties of ours
    says = {one.fingerprint for one in told if one.fingerprint}
    is_final = bool(says) or any(one.status == FINAL for one in told)
    if is_final and (not fingerprint or says - {fingerprint}):
        why = (
            "zijn vingerafdruk is van andere woorden" if fingerprint
            else "heeft andere woorden dan zijn vastgesteld"
        )  # fmt: skip
        yield Diagnostic(
            "PMG522",
            f"{name} zegt in zijn eigenschappen dat het definitief is, maar {why}.",
            severity=Severity.WAARSCHUWING,
            hints=(
                "Het is veranderd nadat het was vastgesteld. Vraag het stuk zoals het uitging.",
            ),
        )
