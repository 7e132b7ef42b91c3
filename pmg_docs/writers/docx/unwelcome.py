"""What no shell of a ministry may bring along: macros, a template or pictures from elsewhere.

Word fetches a remote template when it opens a file (CVE-2022-30190 came in that way), and a linked
picture tells its owner who opened the letter and when. We would leave them behind; an officer who
put them there should hear it.
"""

import io
import zipfile
from collections.abc import Iterator

from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.errors import Refused
from pmg_docs.model.place import Place
from pmg_docs.writers.docx.ooxml import parse

MOST_BYTES = 50 * 1024 * 1024
"""Unpacked; a shell with photographs stays below 10 MB."""
_LARGEST_XML = 10 * 1024 * 1024
_MACROS = ("vbaproject.bin", "vbadata.xml")
_EMBEDDED = ("word/embeddings/", "word/activex/")
_HARMLESS = ("hyperlink", "attachedTemplate")


def refuse_unwelcome(data: bytes, name: str) -> None:
    """Look at the parts of a shell before any of them is read.

    Raises:
        Refused: PMG407 it brings along what no letter may hold, PMG408 it is too large unpacked.
        zipfile.BadZipFile and others: these bytes are no package.
    """
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
        for link in parse(archive.read(part)):
            kind, target = link.get("Type", "").rsplit("/", 1)[-1], link.get("Target", "")
            if link.get("TargetMode") != "External":
                continue
            if kind not in _HARMLESS:
                yield Diagnostic(
                    "PMG407", f"Het Word-sjabloon haalt iets van elders: {target[:80]}",
                    Place(name, 0),
                    hints=("Voeg de afbeelding opnieuw in, zonder koppeling naar een bestand.",),
                )  # fmt: skip
            elif kind == "attachedTemplate" and _is_remote(target):
                yield Diagnostic(
                    "PMG407", f"Het Word-sjabloon hangt aan een ander sjabloon: {target[:80]}",
                    Place(name, 0),
                    hints=("Maak het los in Word: Ontwikkelaars, Documentsjabloon, kies Normal.",),
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
