"""A bundle opened with care: it may have been through any mail program, or made to do harm."""

import os
import re
import stat
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path, PurePosixPath

from pmg_docs.model.diagnostic import Diagnostic, Severity
from pmg_docs.model.errors import NotFound, PmgError, Unreachable
from pmg_docs.model.place import Place
from pmg_docs.model.printable import printable
from pmg_docs.readers.archive import TooMuch, open_members, refusing_damage

DECLARATION = "bagit.txt"
_MOST_BYTES = 128 * 1024 * 1024
_MOST_MEMBERS = 10_000
_DEEPEST = 8
_AROUND = 2
"""How many folders a mail program or an unpacker may have put around a bundle."""
_LITTER = frozenset({".ds_store", "thumbs.db", "ehthumbs.db", "desktop.ini", "__macosx"})
"""What Windows and macOS leave in a folder that somebody looked into."""
_NEVER = re.compile(r"[\x00-\x1f\x7f\\:]")
_HINT = "Vraag de bundel opnieuw aan wie haar maakte, of pak de kopie opnieuw uit."


@dataclass(frozen=True, slots=True)
class Opened:
    """The files of a bundle by their path in it, and what is wrong with names among them."""

    members: Mapping[str, bytes]
    findings: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class _Found:
    """What lies somewhere: files by path, and paths that cannot be trusted with why."""

    files: Mapping[str, bytes]
    odd: tuple[tuple[str, str], ...]


def open_bundle(path: Path) -> Opened:
    """Open a bundle without running into anything in it.

    Args:
        path: a folder or a zip.

    Raises:
        NotFound: PMG524, nothing is there.
        Unreachable: PMG524, it is no bundle; PMG501, PMG512 or PMG513 for a zip that is damaged,
            locked, or far too large.
    """
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            found = _in_folder(path)
        elif stat.S_ISREG(mode):
            found = _in_zip(_bytes_of(path))
        else:
            raise Unreachable(_no_bundle(path, "het is geen map en geen bestand"))
    except FileNotFoundError as problem:
        raise NotFound(_no_bundle(path, "er staat niets van die naam")) from problem
    except TooMuch as problem:
        raise Unreachable(_no_bundle(path, "het is veel groter dan een bundel")) from problem
    except (OSError, ValueError) as problem:
        raise Unreachable(_no_bundle(path, "de map of het bestand is niet te lezen")) from problem
    return _opened(path, found)


def litter(name: str) -> bool:
    """Whether a system left a file, by its path: no one put it there."""
    parts = PurePosixPath(name.casefold()).parts
    return any(part in _LITTER or part.startswith("._") for part in parts)


def _bytes_of(path: Path) -> bytes:
    if path.stat().st_size > 2 * _MOST_BYTES:
        raise TooMuch("the file itself")
    return path.read_bytes()


def _in_folder(folder: Path) -> _Found:
    files: dict[str, bytes] = {}
    odd: list[tuple[str, str]] = []
    total = 0
    for name, entry in _entries(folder, "", _DEEPEST):
        if len(files) + len(odd) > _MOST_MEMBERS:
            raise TooMuch("too many files")
        if entry is None:
            odd.append((name, "is een koppeling of een apparaat, geen bestand"))
            continue
        total += entry.stat().st_size
        if total > _MOST_BYTES:
            raise TooMuch("the files together")
        files[name] = Path(entry.path).read_bytes()
    return _Found(files, tuple(odd))


def _entries(
    folder: Path, prefix: str, depth: int
) -> Iterator[tuple[str, "os.DirEntry[str] | None"]]:
    """Every file below a folder; None for what is none. No link is followed."""
    if depth < 0:
        raise TooMuch("too deep")
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda one: one.name):
            name = f"{prefix}{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                yield from _entries(Path(entry.path), f"{name}/", depth - 1)
            else:
                yield name, entry if entry.is_file(follow_symlinks=False) else None


def _in_zip(data: bytes) -> _Found:
    try:
        with refusing_damage("zip-bestand", _HINT), zipfile.ZipFile(BytesIO(data)) as archive:
            members = archive.infolist()
            infos = [info for info in members if not info.orig_filename.endswith("/")]
            if min((info.header_offset for info in members), default=0):
                raise zipfile.BadZipFile("a Word file in it looks like the end of what was cut off")
            if len(infos) > _MOST_MEMBERS:
                raise TooMuch("too many members")
            odd = tuple(_odd(infos))
            wrong = {name for name, _ in odd}
            sound = {i.filename for i in infos if i.orig_filename not in wrong}
            return _Found(open_members(data, lambda name: name in sound), odd)
    except PmgError as problem:
        raise Unreachable(problem.findings) from problem


def _odd(infos: Iterable[zipfile.ZipInfo]) -> Iterator[tuple[str, str]]:
    """The members of a zip that would do harm, or fall on each other, when it is unpacked."""
    seen: set[str] = set()
    for info in infos:
        name = info.orig_filename
        mode = info.external_attr >> 16
        if stat.S_IFMT(mode) not in (0, stat.S_IFREG):
            yield name, "is een koppeling of een apparaat, geen bestand"
        elif _NEVER.search(name) or name.startswith("/") or {"..", ".", ""} & set(name.split("/")):
            yield name, "wijst naar buiten de bundel, of heeft een teken dat niet kan"
        elif name.casefold() in seen:
            yield name, "staat er meer dan één keer in, op hoofdletters na"
        seen.add(name.casefold())


def _opened(path: Path, found: _Found) -> Opened:
    base = _base(found.files)
    if base is None:
        raise Unreachable(_no_bundle(path, f"er staat geen {DECLARATION} in"))
    members: dict[str, bytes] = {}
    findings = [_unsafe(name, why) for name, why in found.odd if not litter(name)]
    for name, data in found.files.items():
        inside = name.removeprefix(base)
        if litter(name):
            findings.append(_left_behind(name))
        elif name.startswith(base):
            members[inside] = data
        else:
            findings.append(extra(name))
    return Opened(members, tuple(findings))


def _base(names: Iterable[str]) -> str | None:
    """The folder around a bundle, with a slash behind it; empty when there is none."""
    bases = [
        name.removesuffix(DECLARATION)
        for name in names
        if name.rpartition("/")[2] == DECLARATION and name.count("/") <= _AROUND
    ]
    return min(bases, key=lambda base: (base.count("/"), base), default=None)


def extra(name: str) -> Diagnostic:
    """The finding for a file that does not belong in a bundle."""
    told = shown(name)
    return Diagnostic(
        "PMG526",
        f"Het bestand {told} hoort niet in deze bundel.",
        Place(told, 0),
        hints=("Haal het weg, of vraag wie het erin zette.",),
    )


def _left_behind(name: str) -> Diagnostic:
    told = shown(name)
    return Diagnostic(
        "PMG527",
        f"{told} is door Windows of macOS achtergelaten, en hoort niet bij de stukken.",
        Place(told, 0),
        Severity.WAARSCHUWING,
        hints=("U mag het weghalen.",),
    )


def _unsafe(name: str, why: str) -> Diagnostic:
    told = shown(name)
    return Diagnostic(
        "PMG530", f"De naam {told} {why}.", Place(told, 0),
        hints=("Pak deze bundel niet uit, en vraag haar opnieuw aan wie haar maakte.",),
    )  # fmt: skip


def _no_bundle(path: Path, why: str) -> Diagnostic:
    return Diagnostic(
        "PMG524",
        f"{shown(path.name or str(path))} is geen bundel van pmg: {why}.",
        hints=("Noem de map of het zip-bestand dat pmg bundle maakte, of een kopie ervan.",),
    )


def shown(name: str) -> str:
    """A name or text from anywhere as it can be printed: it may hold what moves a cursor."""
    return printable(name.encode("utf-8", "backslashreplace").decode("utf-8"))
