"""What no shell of a ministry may bring along: macros, a template or pictures from elsewhere.

Word fetches a remote template when it opens a file (CVE-2022-30190 came in that way), and a linked
picture tells its owner who opened the letter and when. We would leave them behind; an officer who
put them there should hear it.
"""

import io
import re
import zipfile
from collections.abc import Iterator

from lxml import etree

from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.errors import Refused
from pmg_docs.model.place import Place
from pmg_docs.workspace.zipped import read_member
from pmg_docs.writers.docx.ooxml import parse, w
from pmg_docs.writers.docx.shell.whereabouts import whereabouts

MOST_BYTES = 50 * 1024 * 1024
"""Unpacked; a shell with photographs stays below 10 MB."""
_LARGEST_XML = 10 * 1024 * 1024
_MACROS = ("vbaproject.bin", "vbadata.xml")
_EMBEDDED = ("word/embeddings/", "word/activex/")
_OLD_WORD = bytes.fromhex("d0cf11e0a1b11ae1")
_FETCHING = re.compile(r"\b(INCLUDEPICTURE|INCLUDETEXT|INCLUDE|IMPORT|LINK|DDE|DDEAUTO|RD)\b")
_OTHER_FILES = (w("altChunk"), w("subDoc"))
_HARMLESS = ("hyperlink", "attachedTemplate")


def refuse_unwelcome(data: bytes, name: str) -> None:
    """Look at the parts of a shell before any of them is read.

    Raises:
        Refused: PMG401 it has a password or comes from an old Word, PMG407 it brings along what no
            letter may hold, PMG408 it is too large unpacked.
        zipfile.BadZipFile and others: these bytes are no package.
    """
    if data.startswith(_OLD_WORD):
        raise Refused(_locked_or_old(data, name))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        sizes = {info.filename: info.file_size for info in archive.infolist()}
        too_large = sum(sizes.values()) > MOST_BYTES or any(
            size > _LARGEST_XML for part, size in sizes.items() if part.endswith((".xml", ".rels"))
        )
        if too_large:
            raise Refused(_too_large(name))
        findings = [*_active_parts(sizes, name), *_from_elsewhere(archive, name)]
    if findings:
        raise Refused(findings)


def fetching_parts(root: etree._Element, title: str, name: str) -> Iterator[Diagnostic]:
    """What in a part makes Word take in another file: a field, or a piece that lies elsewhere.

    Args:
        root: the part.
        title: what an officer calls it.
        name: the name of the shell.
    """
    for paragraph in root.iter(w("p")):
        codes = [code.text or "" for code in paragraph.iter(w("instrText"))]
        codes += [field.get(w("instr"), "") for field in paragraph.iter(w("fldSimple"))]
        if found := _FETCHING.search("".join(codes)):
            yield Diagnostic(
                "PMG407", f"In {title} van het Word-sjabloon, {whereabouts(paragraph)}, haalt "
                f"het veld {found[1]} een ander bestand op.", Place(name, 0),
                hints=("Klik in Word op het veld en maak er gewone tekst van: Ctrl+Shift+F9.",),
            )  # fmt: skip
    if next(root.iter(*_OTHER_FILES), None) is not None:
        yield Diagnostic(
            "PMG407", f"In {title} van het Word-sjabloon staat een ander bestand.", Place(name, 0),
            hints=("Verwijder het, of plak de tekst ervan in het sjabloon.",),
        )  # fmt: skip


def _active_parts(parts: Iterator[str] | dict[str, int], name: str) -> Iterator[Diagnostic]:
    lowered = [part.lower() for part in parts]
    if any(part.endswith(_MACROS) for part in lowered):
        yield Diagnostic(
            "PMG407", "In het Word-sjabloon zitten macro's.", Place(name, 0),
            hints=("Sla het in Word op als 'Word-document (.docx)', zonder macro's.",),
        )  # fmt: skip
    if any(part.startswith(_EMBEDDED) for part in lowered):
        yield Diagnostic(
            "PMG407", "In het Word-sjabloon zit een ander bestand of een knop ingesloten.",
            Place(name, 0), hints=("Verwijder in Word het ingesloten onderdeel.",),
        )  # fmt: skip


def _from_elsewhere(archive: zipfile.ZipFile, name: str) -> Iterator[Diagnostic]:
    for part in sorted(archive.namelist()):
        if not part.endswith(".rels"):
            continue
        for link in parse(read_member(archive, part)):
            kind, target = link.get("Type", "").rsplit("/", 1)[-1], link.get("Target", "")
            if link.get("TargetMode") != "External":
                continue
            if kind not in _HARMLESS:
                yield Diagnostic(
                    "PMG407", f"Het Word-sjabloon haalt iets van elders: {target[:80]}",
                    Place(name, 0),
                    hints=("Voeg het opnieuw in, zonder koppeling naar een bestand of adres.",),
                )  # fmt: skip
            elif kind == "attachedTemplate" and _is_remote(target):
                yield Diagnostic(
                    "PMG407", f"Het Word-sjabloon hangt aan een ander sjabloon: {target[:80]}",
                    Place(name, 0),
                    hints=("Maak het los in Word: Ontwikkelaars, Documentsjabloon, kies Normal.",),
                )  # fmt: skip


def _locked_or_old(data: bytes, name: str) -> Diagnostic:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return Diagnostic(
            "PMG401", "Het Word-sjabloon heeft een wachtwoord.", Place(name, 0),
            hints=("Haal het in Word weg: Bestand, Info, Document beveiligen.",),
        )  # fmt: skip
    return Diagnostic(
        "PMG401", "Het Word-sjabloon is een oud Word-bestand (.doc) met een nieuwe naam.",
        Place(name, 0),
        hints=("Open het in Word en kies Opslaan als: Word-document (.docx).",),
    )  # fmt: skip


def _is_remote(target: str) -> bool:
    """Whether Word would fetch it; a path on the maker's own disk says nothing and is dropped."""
    lowered = target.lower()
    return lowered.startswith(("http:", "https:", "ftp:", "\\\\", "file://")) and not (
        lowered.startswith("file:///") and lowered[9:10] == ":"
    )


def _too_large(name: str) -> Diagnostic:
    return Diagnostic(
        "PMG408", "Het Word-sjabloon is uitgepakt groter dan 50 MB.", Place(name, 0),
        hints=("Haal grote afbeeldingen eruit, of maak ze in Word kleiner.",),
    )  # fmt: skip
