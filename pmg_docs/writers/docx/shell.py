"""The Word shell of a type, opened and compiled once per process."""

import io
import zipfile
from dataclasses import dataclass
from functools import lru_cache

from lxml import etree

from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.errors import Refused
from pmg_docs.model.place import Place
from pmg_docs.writers.docx.clean import clean, clean_settings
from pmg_docs.writers.docx.damage import damaged_at
from pmg_docs.writers.docx.naming import rename_styles, renamed_styles
from pmg_docs.writers.docx.ooxml import parse, r, serialise, w
from pmg_docs.writers.docx.package import NO_PACKAGE, WORD_TYPE, Package, read_package
from pmg_docs.writers.docx.page import column_styles, mark_measures
from pmg_docs.writers.docx.placeholders import own_text
from pmg_docs.writers.docx.styles import LINK, NOTE_MARK
from pmg_docs.writers.docx.template import PartTemplate, compile_part
from pmg_docs.writers.docx.unwelcome import refuse_unwelcome

MARKER = "[[inhoud]]"
_KINDS = {"first": "eerste pagina", "default": "vervolgpagina's", "even": "even pagina's"}
_WORDS = {"headerReference": "De koptekst", "footerReference": "De voettekst"}


@dataclass(frozen=True, slots=True)
class Shell:
    """A shell ready to fill: its package, the name of its main part, its compiled parts."""

    name: str
    package: Package
    document: str
    templates: tuple[PartTemplate, ...]


@lru_cache(maxsize=16)
def open_shell(data: bytes, name: str, roles: tuple[tuple[str, str], ...]) -> Shell:
    """Open a shell and compile its text, headers and footers.

    Args:
        data: the bytes of the shell.
        name: the name of its file, for messages.
        roles: each role of the style with the id of its Word style.

    Raises:
        Refused: PMG401 no Word file, PMG402 no place for the text, PMG403 a placeholder that
            cannot be read, PMG406 a footnote of its own, PMG407 and PMG408 what it brings along.
    """
    try:
        refuse_unwelcome(data, name)
        package = read_package(data)
        document = package.targets("", "officeDocument")[0]
        roots = {part: parse(package.parts[part]) for part in _text_parts(package, document)}
        names = _settle(package, document, [identity for _, identity in roles])
    except Refused:
        raise
    except (*NO_PACKAGE, IndexError) as problem:
        raise Refused(_damaged(data, name) or _no_word_file(name)) from problem
    if roots[document].tag != w("document") or roots[document].prefix != "w":
        raise Refused(_no_word_file(name))
    titles = _titles(package, document, roots[document])
    _place_content(roots[document], name)
    templates = _compile(roots, titles, name, names, column_styles(roles))
    return Shell(name, package, document, templates)


def _compile(
    roots: dict[str, etree._Element],
    titles: dict[str, tuple[str, str]],
    name: str,
    names: dict[str, str],
    column: frozenset[str],
) -> tuple[PartTemplate, ...]:
    compiled: list[PartTemplate] = []
    faults: list[Diagnostic] = []
    for part, root in roots.items():
        clean(root)
        rename_styles(root, names)
        title, kind = titles.get(part, ("De tekst", ""))
        mark_measures(root, column, kind == "first")
        try:
            compiled.append(compile_part(part, title, name, root))
        except Refused as refused:
            faults.extend(refused.findings)
    if faults:
        raise Refused(faults)
    return tuple(compiled)


def _text_parts(package: Package, document: str) -> tuple[str, ...]:
    frame = (*package.targets(document, "header"), *package.targets(document, "footer"))
    return (document, *dict.fromkeys(frame))


def _settle(package: Package, document: str, wanted: list[str]) -> dict[str, str]:
    """Make a plain document of it, whatever it was saved as, and clean what goes along unread.

    Returns:
        The ids of styles that had to be renamed.
    """
    package.types[document] = f"{WORD_TYPE}.document.main+xml"
    names: dict[str, str] = {}
    for kind in ("styles", "settings", "numbering"):
        for part in package.targets(document, kind):
            root = parse(package.parts[part])
            clean(root)
            if kind == "settings":
                clean_settings(root)
            if kind == "styles":
                names = renamed_styles(root, [*wanted, NOTE_MARK, LINK])
            rename_styles(root, names)
            package.parts[part] = serialise(root)
    return names


def _titles(package: Package, document: str, root: etree._Element) -> dict[str, tuple[str, str]]:
    """What an officer calls each header and footer, with the kind of page it is for."""
    targets = {link.id: link.target for link in package.links[document]}
    titles = {}
    for reference in root.iter(w("headerReference"), w("footerReference")):
        kind = reference.get(w("type"), "default")
        word = _WORDS[etree.QName(reference).localname]
        title = f"{word} van de {_KINDS.get(kind, kind)}"
        titles[targets.get(reference.get(r("id"), ""), "")] = (title, kind)
    return titles


def _place_content(root: etree._Element, name: str) -> None:
    """Put docxtpl's own placeholder for paragraphs where the officer marked the place."""
    places = [p for p in root.iter(w("p")) if own_text(p) == MARKER]
    if len(places) != 1:
        raise Refused(_no_place(name, len(places)))
    if next(root.iter(w("footnoteReference"), w("endnoteReference")), None) is not None:
        raise Refused(_own_notes(name))
    paragraph = places[0]
    for element in list(paragraph):
        paragraph.remove(element)
    run = etree.SubElement(paragraph, w("r"))
    etree.SubElement(run, w("t")).text = "{{p inhoud }}"


def _damaged(data: bytes, name: str) -> Diagnostic | None:
    """The finding for a Word file of which one part is damaged."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = [part for part in archive.namelist() if part.endswith((".xml", ".rels"))]
            found = (damaged_at(part, archive.read(part)) for part in sorted(parts))
            where = next(filter(None, found), "")
    except NO_PACKAGE:
        return None
    if not where:
        return None
    return Diagnostic(
        "PMG401", f"Het Word-sjabloon is beschadigd in {where}.", Place(name, 0),
        hints=("Open het bestand in Word, laat Word het herstellen en sla het op.",),
    )  # fmt: skip


def _no_word_file(name: str) -> Diagnostic:
    return Diagnostic(
        "PMG401",
        "Het Word-sjabloon is geen leesbaar Word-bestand (.docx).",
        Place(name, 0),
        hints=(
            "Open het bestand in Word en sla het op als Word-document (.docx), zonder wachtwoord.",
        ),
    )


def _no_place(name: str, found: int) -> Diagnostic:
    return Diagnostic(
        "PMG402",
        f"In het Word-sjabloon staat de alinea {MARKER} "
        + ("niet." if not found else f"{found} keer."),
        Place(name, 0),
        hints=(f"Zet precies één alinea {MARKER} op de plek waar de tekst van de brief begint.",),
    )


def _own_notes(name: str) -> Diagnostic:
    return Diagnostic(
        "PMG406",
        "Het Word-sjabloon heeft zelf een voet- of eindnoot; die botst met de noten van de brief.",
        Place(name, 0),
        hints=("Haal de noot uit het sjabloon, of zet de tekst ervan in de brief.",),
    )
