"""Whether a bag is whole (RFC 8493): every file is there, unchanged, and no other one."""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping

from pmg_docs.model.bundled import CARRIED
from pmg_docs.model.diagnostic import Diagnostic, Severity
from pmg_docs.model.place import Place
from pmg_docs.readers.bundle.opening import DECLARATION, extra, shown

PAYLOAD, TAGS, INFO = "manifest-sha256.txt", "tagmanifest-sha256.txt", "bag-info.txt"
_HINT = "Vraag de bundel opnieuw aan wie haar maakte."
_ROW = re.compile(r"([0-9a-fA-F]{64})[ \t]+\*?(\S.*)")
_LINE_END = re.compile(r"\r\n|\r|\n")
_VERSION = re.compile(r"BagIt-Version: (0\.97|1\.0)")
_TEXTS = (DECLARATION, INFO, PAYLOAD)
"""The files that `TAGS` has the sums of; each is plain text."""


def check_fixity(members: Mapping[str, bytes]) -> tuple[Diagnostic, ...]:
    """Hold the files of a bag against its checksums.

    Args:
        members: the files by their path in the bag.

    Returns:
        A finding for each file that is not there (PMG525), too many (PMG526), of another name
        (PMG530) or changed (PMG528, or PMG529 when its line ends alone are others), and for sums
        that cannot be read (PMG531).
    """
    findings: list[Diagnostic] = []
    carried = {name: data for name, data in members.items() if name.startswith(CARRIED)}
    tags = {name: data for name, data in members.items() if name not in carried and name != TAGS}
    for name, files in ((PAYLOAD, carried), (TAGS, tags)):
        sums = _sums(members, name, findings)
        if sums is not None:
            findings.extend(_held(files, sums))
    findings.extend(_declared(members, carried))
    return tuple(findings)


def _sums(
    members: Mapping[str, bytes], name: str, findings: list[Diagnostic]
) -> dict[str, str] | None:
    """The checksum of each file by its path; None when the list itself is not there."""
    data = members.get(name)
    if data is None:
        findings.append(_missing(name))
        return None
    sums: dict[str, str] = {}
    for line in filter(None, _LINE_END.split(data.decode("utf-8-sig", "replace"))):
        row = _ROW.fullmatch(line)
        if row is None or row[2] in sums:
            why = "een regel die er twee keer staat" if row else "een regel die niet te lezen is"
            findings.append(_wrong(name, f"In {name} staat {why}."))
        else:
            sums[row[2]] = row[1].lower()
    if name == TAGS:
        lacking = (one for one in _TEXTS if one not in sums)
        findings.extend(_wrong(name, f"In {name} ontbreekt {one}.") for one in lacking)
    return sums


def _held(files: Mapping[str, bytes], sums: Mapping[str, str]) -> Iterator[Diagnostic]:
    spelled = {name.casefold(): name for name in files if name not in sums}
    for name, digest in sums.items():
        if name in files:
            yield from _changed(name, files[name], digest)
        elif (other := spelled.pop(name.casefold(), None)) is not None:
            yield _renamed(other, name)
            yield from _changed(name, files[other], digest)
        else:
            yield _missing(name)
    yield from map(extra, spelled.values())


def _changed(name: str, data: bytes, digest: str) -> Iterator[Diagnostic]:
    if _sha256(data) == digest:
        return
    if name in _TEXTS and _sha256(data.replace(b"\r\n", b"\n")) == digest:
        yield Diagnostic(
            "PMG529", f"De regeleinden van {shown(name)} zijn veranderd; de inhoud is gelijk.",
            Place(shown(name), 0), Severity.WAARSCHUWING,
            hints=("Dat doen sommige mailprogramma's. Verstuur de bundel liever als zip.",),
        )  # fmt: skip
        return
    yield Diagnostic(
        "PMG528", f"{shown(name)} is niet meer zoals het is gebundeld.", Place(shown(name), 0),
        hints=("Vraag het opnieuw aan wie de bundel maakte.",),
    )  # fmt: skip


def _declared(members: Mapping[str, bytes], carried: Mapping[str, bytes]) -> Iterator[Diagnostic]:
    """What the bag says of itself: its form, and how much it carries."""
    declaration = members[DECLARATION].decode("utf-8-sig", "replace")
    if not any(map(_VERSION.fullmatch, _LINE_END.split(declaration))):
        yield _wrong(DECLARATION, f"{DECLARATION} noemt geen vorm van BagIt die pmg kent.")
    told = _LINE_END.split(members.get(INFO, b"").decode("utf-8-sig", "replace"))
    oxum = f"{sum(map(len, carried.values()))}.{len(carried)}"
    if f"Payload-Oxum: {oxum}" not in told:
        yield _wrong(INFO, f"{INFO} noemt een andere omvang of een ander aantal bestanden.")


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _missing(name: str) -> Diagnostic:
    return Diagnostic(
        "PMG525", f"{shown(name)} ontbreekt.", Place(shown(name), 0),
        hints=(_HINT,),
    )  # fmt: skip


def _renamed(name: str, wanted: str) -> Diagnostic:
    return Diagnostic(
        "PMG530", f"{shown(name)} hoort {shown(wanted)} te heten.", Place(shown(name), 0),
        hints=("Geef het weer die naam; de koppelingen in de inhoudsopgave werken anders niet.",),
    )  # fmt: skip


def _wrong(name: str, message: str) -> Diagnostic:
    return Diagnostic(
        "PMG531",
        message,
        Place(shown(name), 0),
        hints=(_HINT,),
    )


def names_of(members: Iterable[str]) -> tuple[str, ...]:
    """The names of the files that a bag carries, without the folder that they lie in."""
    return tuple(n.removeprefix(CARRIED) for n in members if n.startswith(CARRIED))
