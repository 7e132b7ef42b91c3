"""A zip of XML parts, opened with care: it may come from anywhere."""

import io
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from lxml import etree

from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.errors import Refused
from pmg_docs.readers.refusals import damaged, locked, too_much
from pmg_docs.workspace.zipped import read_member

_MOST_BYTES = 128 * 1024 * 1024
_MOST_MEMBERS = 10_000
_MOST_PACKED = 200
"""How many times smaller a large member may have become; text becomes some 5 to 30 times so."""

_LARGE = 8 * 1024 * 1024
_LOCKED = 0x1

DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    etree.XMLSyntaxError,
    KeyError,
    IndexError,
    ValueError,
    OverflowError,
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,
)
"""What goes wrong when bytes are no readable file."""


class TooMuch(ValueError):
    """A file unpacks to more than any letter needs."""


class Locked(ValueError):
    """A file opens with a password only."""


@contextmanager
def refusing_damage(kind: str, hint: str) -> Iterator[None]:
    """Refuse a file of a kind (`Word-bestand (.docx)`) when anything goes wrong inside.

    Raises:
        Refused: PMG501 for damage, PMG512 for a password, PMG513 for what is far too large.
    """
    try:
        yield
    except (TooMuch, RecursionError, MemoryError) as problem:
        raise too_much(kind) from problem
    except Locked as problem:
        raise locked(kind, hint) from problem
    except DAMAGE as problem:
        # So libxml2 calls a part with an element, a text or a depth that no letter has.
        is_vast = any(word in str(problem) for word in ("huge", "depth"))
        raise (too_much(kind) if is_vast else damaged(kind, hint)) from problem


@contextmanager
def refusing_unreadable(what: str, *others: type[Exception]) -> Iterator[None]:
    """Refuse a file of which a part beside its words cannot be read.

    Args:
        what: what cannot be, in Dutch: `De beveiliging van dit bestand is niet te lezen`.
        others: what else than `DAMAGE` goes wrong in such a part.

    Raises:
        Refused: PMG501, with what is wrong.
    """
    known: tuple[type[Exception], ...] = (*DAMAGE, *others)
    try:
        yield
    except known as problem:
        raise Refused(Diagnostic("PMG501", f"{what} ({problem})")) from problem


def open_members(data: bytes, is_wanted: Callable[[str], bool]) -> dict[str, bytes]:
    """The members of a zip whose names are wanted.

    Raises:
        TooMuch: it has more members than any letter, or unpacks to far more than it is.
        Locked: it opens with a password only.
        zipfile.BadZipFile and what else `DAMAGE` names: no readable zip.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = archive.infolist()
        if len(members) > _MOST_MEMBERS:
            raise TooMuch("too many members")
        wanted = [info for info in members if is_wanted(info.filename)]
        if sum(info.file_size for info in wanted) > _MOST_BYTES or any(map(_is_bomb, wanted)):
            raise TooMuch("the parts are too large together")
        if any(info.flag_bits & _LOCKED for info in wanted):
            raise Locked
        return {info.filename: read_member(archive, info) for info in wanted}


def _is_bomb(info: zipfile.ZipInfo) -> bool:
    return info.file_size > _LARGE and info.file_size > _MOST_PACKED * info.compress_size


def _declares_type(data: bytes) -> bool:
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<"))
    return b"<!DOCTYPE" in (data.replace(b"\0", b"") if wide else data)


def parse_part(data: bytes) -> etree._Element:
    """The root of a part.

    Raises:
        etree.XMLSyntaxError or ValueError: it is no XML, or defines entities of its own.
    """
    if _declares_type(data):
        raise ValueError("a part has no document type")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    root = etree.fromstring(data, parser)
    if root.getroottree().docinfo.internalDTD:
        raise ValueError("a part has no document type")
    return root


def open_parts(data: bytes, *names: str) -> dict[str, etree._Element]:
    """The roots of those members of a zip that are there, by name.

    Raises:
        What `DAMAGE` names: no readable zip, or a member is no XML.
    """
    found = open_members(data, lambda member: member in names)
    return {name: parse_part(part) for name, part in found.items()}
