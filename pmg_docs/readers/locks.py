"""How a file is kept from accidental change: each way that its format has, and whether it is on.

None of them keeps anybody out: whoever means to change the file can take it off.
"""

from collections.abc import Callable, Mapping

from lxml import etree

from pmg_docs.model.words import FileLock
from pmg_docs.readers.archive import open_members, open_parts, refusing_unreadable
from pmg_docs.readers.docx.file import WordFile, local, value
from pmg_docs.readers.identity import CUSTOM, named_properties

_CONFIG = "{urn:oasis:names:tc:opendocument:xmlns:config:1.0}"
_ODF_SETTINGS = "settings.xml"
_ON = frozenset({"1", "true", "on"})


def read_locks(data: bytes, name: str) -> tuple[FileLock, ...]:
    """The ways in which a file of a format is kept from accidental change.

    Args:
        data: the file.
        name: its format, by the ending of its file name; one that has no such way gives none.

    Raises:
        Refused: PMG501, the bytes are no readable file of this format.
    """
    reader = _READERS.get(name)
    if reader is None:
        return ()
    with refusing_unreadable("De beveiliging van dit bestand is niet te lezen"):
        return reader(data)


def _docx(data: bytes) -> tuple[FileLock, ...]:
    file = WordFile(open_members(data, lambda name: name.endswith((".xml", ".rels"))))
    limits = (
        one
        for main in file.targets("", "officeDocument").values()
        for name in file.targets(main, "settings").values()
        for one in file.part(name)
        if local(one) == "documentProtection"
    )
    named = named_properties(file.part(CUSTOM) if CUSTOM in file.members else None)
    return (
        FileLock("alleen-lezen", any(_is_read_only(one) for one in limits)),
        FileLock("gemarkeerd als definitief", named.get("_MarkAsFinal", "").casefold() in _ON),
    )


def _is_read_only(limit: etree._Element) -> bool:
    return value(limit, "edit") == "readOnly" and value(limit, "enforcement") in _ON


def _odt(data: bytes) -> tuple[FileLock, ...]:
    settings = open_parts(data, _ODF_SETTINGS).get(_ODF_SETTINGS)
    items = () if settings is None else settings.iter(f"{_CONFIG}config-item")
    is_on = any(one.get(f"{_CONFIG}name") == "LoadReadonly" and one.text == "true" for one in items)
    return (FileLock("alleen-lezen", is_on),)


_READERS: Mapping[str, Callable[[bytes], tuple[FileLock, ...]]] = {"docx": _docx, "odt": _odt}
