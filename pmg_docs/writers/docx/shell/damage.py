"""Where in a Word file a damaged part goes wrong, said as an officer would find it."""

import io
import zipfile
from collections.abc import Mapping

from lxml import etree

from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.place import Place
from pmg_docs.workspace.zipped import read_member
from pmg_docs.writers.docx.ooxml import parse, w
from pmg_docs.writers.docx.package import NO_PACKAGE, read_package
from pmg_docs.writers.docx.shell.whereabouts import TEXT, first_words, part_titles, whereabouts

_TITLES = (
    ("header", "een koptekst"), ("footer", "een voettekst"), ("styles", "de stijlen"),
    ("settings", "de instellingen"), ("numbering", "de nummering"), ("document", TEXT),
    ("footnotes", "de voetnoten"), ("theme", "het thema"),
)  # fmt: skip


def damage(data: bytes, name: str) -> Diagnostic | None:
    """The finding for a Word file of which one part is damaged, if that is what it is.

    Args:
        data: the bytes of the file.
        name: its name, for the message.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = sorted(part for part in archive.namelist() if part.endswith((".xml", ".rels")))
            found = ((part, _stuck_at(read_member(archive, part))) for part in names)
            part, spot = next((part, spot) for part, spot in found if spot is not None)
    except (*NO_PACKAGE, StopIteration):
        return None
    where = ", ".join([_title(data, part), *([spot] if spot else [])])
    return Diagnostic(
        "PMG401", f"Het Word-sjabloon is beschadigd in {where}.", Place(name, 0),
        hints=("Open het bestand in Word, laat Word het herstellen en sla het op.",),
    )  # fmt: skip


def _stuck_at(data: bytes) -> str | None:
    """Where a part stops being readable: None when it is sound, empty outside any paragraph."""
    try:
        parse(data)
    except etree.XMLSyntaxError as problem:
        line, column = problem.position
        lines = data.decode("utf-8", "replace").split("\n")
        before = "\n".join(
            [*lines[: line - 1], *(rest[:column] for rest in lines[line - 1 : line])]
        )
        return _last_paragraph(before.encode())
    return None


def _last_paragraph(before: bytes) -> str:
    """The paragraph in which the sound beginning of a part ends."""
    mending = etree.XMLParser(recover=True, resolve_entities=False, no_network=True)
    root = etree.fromstring(before, mending)
    paragraphs = [] if root is None else list(root.iter(w("p")))
    if not paragraphs:
        return ""
    words = first_words(paragraphs[-1])
    return whereabouts(paragraphs[-1]) + (f" ('{words}')" if words else "")


def _title(data: bytes, part: str) -> str:
    try:
        package = read_package(data)
        document = package.targets("", "officeDocument")[0]
        titles: Mapping[str, tuple[str, str]] = part_titles(
            package, document, parse(package.parts[document])
        )
    except (*NO_PACKAGE, IndexError):
        titles = {}
    general = next((words for sign, words in _TITLES if sign in part), part)
    return titles.get(part, (general, ""))[0]
