"""The text in the bytes of a file that is text."""

from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.errors import Refused


def decode(data: bytes, kind: str) -> str:
    """The text of a file, without byte order mark.

    Args:
        data: its bytes.
        kind: what the file should be, for the message: `Markdown-bestand`.

    Raises:
        Refused: the bytes are not text in UTF-8.
    """
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        raise Refused(
            Diagnostic("PMG501", f"Dit is geen leesbaar {kind} in UTF-8 ({problem})")
        ) from problem
