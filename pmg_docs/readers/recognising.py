"""What kind of file some bytes are: by the bytes themselves, and only then by the name."""

import io
import re
import zipfile
from dataclasses import dataclass
from pathlib import PurePath

from pmg_docs.model.diagnostic import Diagnostic, Severity
from pmg_docs.model.errors import Refused
from pmg_docs.readers.archive import DAMAGE
from pmg_docs.readers.refusals import locked, unreadable

_ENDINGS = {
    "docx": "docx", "docm": "docx", "dotx": "docx", "dotm": "docx", "odt": "odt", "ott": "odt",
    "pdf": "pdf", "html": "html", "htm": "html", "xhtml": "html", "mht": "mhtml",
    "mhtml": "mhtml", "eml": "mhtml", "md": "md", "markdown": "md", "txt": "txt",
}  # fmt: skip
_SAID = {
    "docx": "een Word-bestand (.docx)", "odt": "een ODF-bestand (.odt)", "pdf": "een pdf",
    "html": "een webpagina", "mhtml": "een webpagina of mail in één bestand (.mhtml)",
    "md": "tekst", "txt": "tekst",
}  # fmt: skip
_SAVE = "Open het in het programma waarmee het gemaakt is, en sla het op als .docx of pdf."

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_IN_OLE = (
    ("WordDocument", "een oud Word-bestand (.doc)", "Open het in Word en sla het op als .docx."),
    ("Workbook", "een oud Excel-bestand (.xls)", _SAVE),
    ("PowerPoint Document", "een oude PowerPoint (.ppt)", _SAVE),
    ("__substg1.0_", "een mail van Outlook (.msg)",
     "Sla de mail in Outlook op als tekst of als .docx."),
)  # fmt: skip
_PICTURE = (
    "een plaatje",
    "Daar is niets in te lezen. Geef het document zelf, niet een foto ervan.",
)
_PACKED = ("een ingepakt bestand", "Pak het uit, en geef de bestanden die erin zitten.")
_BEGINNINGS: tuple[tuple[bytes, str, str], ...] = (
    (rb"\{\\rtf", "een rtf-bestand", "Open het in Word en sla het op als .docx."),
    (rb"\x89PNG\r\n|\xff\xd8\xff|GIF8[79]a|II\*\0|MM\0\*|BM.{4}\0\0|RIFF.{4}WEBP|.{4}ftyp(?:hei|mif|avif)",
     *_PICTURE),
    (rb"\x1f\x8b|7z\xbc\xaf\x27\x1c|Rar!\x1a\x07|BZh\d|\xfd7zXZ\0", *_PACKED),
)  # fmt: skip
_IN_ZIP = (
    ("xl/", "een Excel-bestand (.xlsx)", _SAVE),
    ("ppt/", "een PowerPoint (.pptx)", _SAVE),
)
_ODF = "application/vnd.oasis.opendocument."
_PAGE = re.compile(
    r"\s*+(?:<\?xml[^>]*+>\s*+|<!--(?:(?!-->).)*+-->\s*+)*+<(?:!doctype\s+html|html|head|body)\b",
    re.I | re.S,
)
_SOME_PAGE = re.compile(r"<(?:!doctype\s+html|html|body)\b", re.I)
_SOME_TAG = re.compile(r"<(?:p|div|h[1-6]|span|table|article|br|a|ul|ol)\b[^<]*>", re.I)
_FLAT = re.compile(r"<(?:office:document|pkg:package|w:wordDocument)\b")
_MAIL = re.compile(rb"(?:[\w-]{1,60}:[^\n]*\n(?:[ \t][^\n]*\n)*){2,}\r?\n")
_MIME = re.compile(rb"^(?:MIME-Version|Content-Type)\s*:", re.I | re.M)
_AHEAD = 4096
_MAIL_AHEAD = 65536


@dataclass(frozen=True, slots=True)
class Kind:
    """A format that can be read (`docx`, `mhtml`), and what must be said of how it was found."""

    format: str
    remarks: tuple[Diagnostic, ...] = ()


def recognise(data: bytes, name: str) -> Kind:
    """The format of a file.

    Args:
        data: its bytes.
        name: its name, which decides between formats that bytes cannot tell apart.

    Raises:
        Refused: PMG511 for a kind that cannot be read, PMG512 for a file that is locked.
    """
    ending = PurePath(name).suffix.lower().removeprefix(".")
    named = _ENDINGS.get(ending, "")
    if not data.strip(b"\0 \t\r\n"):
        raise unreadable("leeg", "Kijk of het helemaal is opgeslagen of gedownload.")
    found = _by_bytes(data, named)
    if not named or _SAID[found] == _SAID[named]:
        return Kind(found)
    remark = Diagnostic(
        "PMG514",
        f"Dit bestand heet .{ending}, maar het is {_SAID[found]}; zo is het gelezen.",
        severity=Severity.WAARSCHUWING,
        hints=("Geef het de goede naam, dan leest ieder programma het zo.",),
    )
    return Kind(found, (remark,))


def _by_bytes(data: bytes, named: str) -> str:
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _in_zip(data, named)
    if data.startswith(_OLE):
        raise _of_ole(data)
    for beginning, what, hint in _BEGINNINGS:
        if re.match(beginning, data[:64], re.DOTALL):
            raise unreadable(what, hint)
    if _MAIL.match(data[:_MAIL_AHEAD].lstrip()) and _MIME.search(data[:_MAIL_AHEAD]):
        return "mhtml"
    return _among_texts(data, named)


def _in_zip(data: bytes, named: str) -> str:
    """The format of a zip, by what is in it; a damaged one is what its name says."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
            mime = _mimetype(archive) if "mimetype" in names else ""
    except DAMAGE as problem:
        if named in {"docx", "odt"}:
            return named
        raise unreadable("een beschadigd of ingepakt bestand", _PACKED[1]) from problem
    if mime.startswith(_ODF):
        if mime.startswith(f"{_ODF}text"):
            return "odt"
        raise unreadable("een ODF-bestand, maar geen tekst", _SAVE)
    for folder, what, hint in _IN_ZIP:
        if any(name.startswith(folder) for name in names):
            raise unreadable(what, hint)
    if any(name.startswith("word/") for name in names) or "[Content_Types].xml" in names:
        return "docx"
    raise unreadable(*_PACKED)


def _mimetype(archive: zipfile.ZipFile) -> str:
    with archive.open("mimetype") as member:
        return member.read(200).decode("ascii", "replace").strip()


def _of_ole(data: bytes) -> Refused:
    """Office files from before 2007, and newer ones with a password, share one container."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return locked("Word- of Excel-bestand")
    for stream, what, hint in _IN_OLE:
        if stream.encode("utf-16-le") in data:
            return unreadable(what, hint)
    return unreadable("een bestand van een oud Office-programma", _SAVE)


def _among_texts(data: bytes, named: str) -> str:
    """A page has the signs of one near its beginning; all other text is told by its name."""
    ahead = data[:_AHEAD]
    encoding = "utf-16" if ahead.startswith((b"\xff\xfe", b"\xfe\xff")) else "latin-1"
    text = ahead.decode(encoding, "ignore").removeprefix("\xef\xbb\xbf")
    if _FLAT.search(text):
        raise unreadable("een document als kale xml", _SAVE)
    if _PAGE.match(text):
        return "html"
    if named == "html" and (_SOME_PAGE.search(text) or _SOME_TAG.search(text)):
        return "html"
    return "md" if named == "md" else "txt"
