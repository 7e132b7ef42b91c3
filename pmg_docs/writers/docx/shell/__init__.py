"""The Word shell of a type, opened and compiled once per process."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from lxml import etree

from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.errors import Refused
from pmg_docs.model.place import Place
from pmg_docs.writers.docx.ooxml import parse, serialise, w
from pmg_docs.writers.docx.package import NO_PACKAGE, WORD_TYPE, Package, read_package
from pmg_docs.writers.docx.page import FrameStyles, mark_measures
from pmg_docs.writers.docx.shell.clean import clean, drop_languages
from pmg_docs.writers.docx.shell.damage import damage
from pmg_docs.writers.docx.shell.naming import rename_styles, renamed_styles
from pmg_docs.writers.docx.shell.placeholders import own_text
from pmg_docs.writers.docx.shell.template import PartTemplate, compile_part
from pmg_docs.writers.docx.shell.unwelcome import fetching_parts, refuse_unwelcome
from pmg_docs.writers.docx.shell.whereabouts import TEXT, part_titles
from pmg_docs.writers.docx.styles import LINK, NOTE_MARK

MARKER = "[[inhoud]]"


@dataclass(frozen=True, slots=True)
class Shell:
    """A shell: its package, the name of its main part, its compiled parts.

    While there are `faults` it is only good for finding more of them.
    """

    name: str
    package: Package
    document: str
    templates: tuple[PartTemplate, ...]
    faults: tuple[Diagnostic, ...]

    def refuse_faults(self) -> None:
        """Go no further with a shell that has faults.

        Raises:
            Refused: there are any.
        """
        if self.faults:
            raise Refused(self.faults)


@lru_cache(maxsize=16)
def open_shell(data: bytes, name: str, roles: tuple[tuple[str, str], ...]) -> Shell:
    """Open a shell and compile its text, headers and footers.

    Args:
        data: the bytes of the shell.
        name: the name of its file, for messages.
        roles: each role of the style with the id of its Word style.

    Returns:
        The shell, with as faults: PMG402 no place for the text, PMG403 a placeholder that cannot
        be read, PMG406 a footnote of its own, PMG407 a field that fetches something.

    Raises:
        Refused: PMG401 no Word file, PMG407 and PMG408 what it brings along.
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
        raise Refused(damage(data, name) or _no_word_file(name)) from problem
    if roots[document].tag != w("document") or roots[document].prefix != "w":
        raise Refused(_no_word_file(name))
    titles = part_titles(package, document, roots[document])
    faults = [*_place_content(roots[document], name)]
    templates, more = _compile(roots, titles, name, names, FrameStyles.of(roles))
    return Shell(name, package, document, templates, (*faults, *more))


def _compile(
    roots: dict[str, etree._Element],
    titles: Mapping[str, tuple[str, str]],
    name: str,
    names: dict[str, str],
    frames: FrameStyles,
) -> tuple[tuple[PartTemplate, ...], list[Diagnostic]]:
    compiled: list[PartTemplate] = []
    faults: list[Diagnostic] = []
    for part, root in roots.items():
        clean(root)
        drop_languages(root)
        rename_styles(root, names)
        title, kind = titles.get(part, (TEXT, ""))
        faults.extend(fetching_parts(root, title, name))
        mark_measures(root, frames, kind == "first")
        try:
            compiled.append(compile_part(part, title, name, root))
        except Refused as refused:
            faults.extend(refused.findings)
    return tuple(compiled), faults


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
            drop_languages(root)
            if kind == "styles":
                names = renamed_styles(root, [*wanted, NOTE_MARK, LINK])
            rename_styles(root, names)
            package.parts[part] = serialise(root)
    return names


def _place_content(root: etree._Element, name: str) -> Iterator[Diagnostic]:
    """Put docxtpl's own placeholder for paragraphs where the officer marked the place."""
    places = [p for p in root.iter(w("p")) if own_text(p) == MARKER]
    if len(places) != 1:
        yield _no_place(name, len(places))
    if next(root.iter(w("footnoteReference"), w("endnoteReference")), None) is not None:
        yield _own_notes(name)
    for paragraph in places:
        for element in list(paragraph):
            paragraph.remove(element)
        run = etree.SubElement(paragraph, w("r"))
        etree.SubElement(run, w("t")).text = "{{p inhoud }}"


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
