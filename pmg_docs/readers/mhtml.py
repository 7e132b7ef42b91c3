"""The passages of a web page or mail that was saved with all that belongs to it in one file."""

from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import Message

from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.errors import Refused
from pmg_docs.model.passage import FileText
from pmg_docs.readers.encoding import decode_page, in_charset
from pmg_docs.readers.html import passages_of_page
from pmg_docs.readers.text import read_text as read_plain

_MOST_PARTS = 10_000


def read_text(data: bytes) -> FileText:
    """Read the passages of the page in the file: the first part that is HTML, else plain text.

    Raises:
        Refused: PMG501, there is no page in it.
    """
    try:
        parts = _parts(message_from_bytes(data, policy=policy.compat32))
        page = next((part for part in parts if part.get_content_type() == "text/html"), None)
        plain = next((part for part in parts if part.get_content_type() == "text/plain"), None)
        part = page or plain
        body = part.get_payload(decode=True) if part else None
    except (MessageError, ValueError, LookupError, TypeError, AttributeError) as problem:
        raise _refused() from problem
    if part is None or not isinstance(body, bytes) or not body.strip():
        raise _refused()
    charset = part.get_content_charset()
    if page is None:
        said = in_charset(body, charset) if charset else None
        return read_plain(body if said is None else said.encode("utf-8"))
    said = in_charset(body, charset) if charset else None
    text, remarks = (said, ()) if said is not None else decode_page(body)
    passages, properties = passages_of_page(text)
    return FileText("html", passages, properties=properties, remarks=remarks)


def _parts(message: Message) -> list[Message]:
    found: list[Message] = []
    waiting = [message]
    while waiting and len(found) < _MOST_PARTS:
        part = waiting.pop()
        found.append(part)
        inner = part.get_payload()
        if isinstance(inner, list):
            waiting += [one for one in reversed(inner) if isinstance(one, Message)]
    return [part for part in found if not part.is_multipart()]


def _refused() -> Refused:
    return Refused(
        Diagnostic(
            "PMG501",
            "In dit bestand staat geen leesbare webpagina of mail.",
            hints=("Sla de pagina in de browser opnieuw op, als .html.",),
        )
    )
