"""Verify: whether a copy of a bundle is still what was bundled. It needs nothing but the copy.

Beside a register it is also held against that: an altered bundle can be made whole again, but not
with other words than the register knows.
"""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pmg_docs.app.final.fixed_letters import Version, versions_of
from pmg_docs.app.kenmerk.comparing import compared
from pmg_docs.checks.bundled import prove_bundled
from pmg_docs.kenmerk.register import Register
from pmg_docs.model.bundled import CARRIED, Bundled, BundledFile, BundledLetter
from pmg_docs.model.diagnostic import Diagnostic, Severity, worst_first
from pmg_docs.model.document import Document
from pmg_docs.model.errors import PmgError
from pmg_docs.model.place import Place
from pmg_docs.readers import READERS, read_text
from pmg_docs.readers.bundle.fixity import check_fixity
from pmg_docs.readers.bundle.opening import open_bundle, shown
from pmg_docs.readers.bundle.stating import check_stated, read_bundled
from pmg_docs.readers.identity import read_identity
from pmg_docs.readers.quiet import quiet
from pmg_docs.workspace.folder import Workspace


@dataclass(frozen=True, slots=True)
class Verified:
    """What a copy proved to be: what it states, if that can be read, and what is wrong with it.

    `known` counts the letters whose words are those that the register here has.
    """

    bundled: Bundled | None
    findings: tuple[Diagnostic, ...]
    known: int = 0

    @property
    def is_whole(self) -> bool:
        """Whether it is what was bundled."""
        return not any(finding.stops for finding in self.findings)


def verify_bundle(path: Path, workspace: Workspace | None = None) -> Verified:
    """Hold a copy of a bundle against what it states of itself, and against the register.

    Args:
        path: a folder or a zip, from anywhere.
        workspace: where a register lies, if there is one.

    Raises:
        NotFound: nothing is there.
        Unreachable: it is no bundle, or cannot be read.
    """
    opened = open_bundle(path)
    bundled, findings = check_members(opened.members)
    found = [*opened.findings, *findings]
    known = 0
    if bundled is not None and workspace is not None:
        for letter in bundled.letters:
            is_known, told = _held(letter, opened.members, workspace)
            known += is_known
            found += told
    return Verified(bundled, worst_first(found), known)


def check_members(members: Mapping[str, bytes]) -> tuple[Bundled | None, tuple[Diagnostic, ...]]:
    """Hold the files of a bundle against its checksums, its manifest and themselves.

    Returns:
        What it states, or None when that cannot be read, and the findings.
    """
    found = list(check_fixity(members))
    bundled = read_bundled(members)
    if isinstance(bundled, Diagnostic):
        return None, (*found, bundled)
    told = {finding.where for finding in found}
    # What has another checksum differs from the manifest as well; once is enough.
    found += [f for f in check_stated(bundled, members) if f.where not in told]
    suspect = {finding.where for finding in found}
    for letter in bundled.letters:
        for file in letter.files:
            where = Place(shown(CARRIED + file.name), 0)
            if where not in suspect:
                found.extend(_proven(letter, file, members[CARRIED + file.name]))
    return bundled, tuple(found)


def _proven(letter: BundledLetter, file: BundledFile, data: bytes) -> Iterator[Diagnostic]:
    try:
        with quiet():
            told, words = read_identity(data, file.ending), READERS[file.ending](data)
    except (PmgError, RecursionError, MemoryError):
        yield Diagnostic(
            "PMG534", f"{file.name} is niet te lezen.", Place(CARRIED + file.name, 0),
            hints=("Vraag de bundel opnieuw aan wie haar maakte.",),
        )  # fmt: skip
        return
    yield from prove_bundled(letter, file, told, words)


def _held(
    letter: BundledLetter, members: Mapping[str, bytes], workspace: Workspace
) -> tuple[bool, tuple[Diagnostic, ...]]:
    """Whether the register here knows the words of a letter, or what it says of them."""
    try:
        entry = Register(workspace).at(letter.kenmerk) if letter.kenmerk else None
        versions = versions_of(workspace, entry) if entry else ()
    except PmgError:
        return False, ()  # pmg kenmerk check says so; the copy has no part in it
    if not versions:
        return False, ()
    version = next((one for one in versions if one.digest == letter.digest), None)
    if version is None:
        other = Diagnostic(
            "PMG533",
            f"Het register kent onder {letter.kenmerk} andere woorden dan deze bundel noemt.",
            hints=("Wat er van een stuk anders is, zegt: pmg kenmerk verify BESTAND",),
        )
        return False, (other,)
    if altered := tuple(_altered(letter, members, version)):
        return False, altered
    if version is versions[-1]:
        return True, ()
    later = Diagnostic(
        "PMG533",
        f"Onder {letter.kenmerk} is intussen versie {len(versions)} vastgesteld; in deze bundel "
        f"zit versie {version.number}.",
        severity=Severity.WAARSCHUWING,
        hints=("Maak de bundel opnieuw, als de nieuwe versie bedoeld is.",),
    )
    return True, (later,)


def _altered(
    letter: BundledLetter, members: Mapping[str, bytes], version: Version
) -> Iterator[Diagnostic]:
    """A finding for each file with other words than were fixed, whatever it says of itself."""
    for file in letter.files:
        data = members.get(CARRIED + file.name)
        made = f"sha256:{hashlib.sha256(data or b'').hexdigest()}" in version.outputs.values()
        if data is None or made or _has_words(data, file.name, version.document):
            continue
        yield Diagnostic(
            "PMG533",
            f"{shown(file.name)} heeft andere woorden dan onder {letter.kenmerk} zijn vastgesteld.",
            Place(shown(CARRIED + file.name), 0),
            hints=("Wat er anders is, zegt: pmg kenmerk verify BESTAND",),
        )


def _has_words(data: bytes, name: str, document: Document) -> bool:
    try:
        with quiet():
            held = compared(document, read_text(data, name))
    except (PmgError, RecursionError, MemoryError):
        return False
    return not held.changes and not held.is_marked
