"""Fields that a shell prints beside the column of the colofon, or in the look of another field.

Only a filled shell shows this: which paragraph prints a field is for its loops to say.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.document import Area, Document, Field, plain_text
from pmg_docs.model.place import Place
from pmg_docs.specs.style import Style
from pmg_docs.writers.docx.controls.store import Store
from pmg_docs.writers.docx.frame import Values
from pmg_docs.writers.docx.ooxml import parse, w
from pmg_docs.writers.docx.page import COLUMN_MEASURES, MARK_MEASURES, measures, style_of
from pmg_docs.writers.docx.shell import Shell
from pmg_docs.writers.docx.shell.placeholders import own_text
from pmg_docs.writers.docx.shell.whereabouts import TEXT, part_titles

_IN_COLUMN = frozenset({Area.COLOFON, Area.REFERENCE})
_OWN_PLACE = (w("tbl"), w("txbxContent"))
_ROLES = {
    Area.STATUS: {"concept"},
    Area.MARK: {"beeldmerk"},
    Area.RETURN: {"retour"},
    Area.ADDRESS: {"adres"},
    Area.TITLE: {"titel"},
    Area.SUBJECT: {"betreft"},
    Area.REFERENCE: {"waarde"},
    Area.INITIALS: {"tekst_dicht"},
}
"""The role in which a field stands, by its area; the colofon has one for bold and one without."""
LOGO = "beeldmerk_logo"
"""What stands for the logo where a shell is only held against its style."""
_OWN_ROLE = frozenset({"documentwoord", "kop"})


@dataclass(frozen=True, slots=True)
class FilledPart:
    """A part of a shell with the words of a document, and the fields that it may show."""

    root: etree._Element
    title: str
    kind: str
    fields: tuple[Field, ...]


def filled_parts(
    document: Document, shell: Shell, values: Values, store: Store
) -> tuple[FilledPart, ...]:
    """The text of a shell and its headers, filled.

    Args:
        document: a document of which no two fields hold the same words.
        shell: a shell without faults.
        values: what to fill it with.
        store: where the facts among those are kept.
    """
    roots = {template.name: template.root for template in shell.templates}
    titles = part_titles(shell.package, shell.document, roots[shell.document])
    titles = {shell.document: (TEXT, "first"), **titles}
    return tuple(
        FilledPart(
            parse(template.render(values, store)), title, kind,
            document.first_page if kind == "first" else document.follow_on,
        )
        for template in shell.templates
        for title, kind in (titles.get(template.name, ("", "")),)
        if kind
    )  # fmt: skip


def misplaced_fields(part: FilledPart, style: Style, shell: str) -> Iterator[Diagnostic]:
    """A finding for each field of the colofon that a header has outside its column."""
    wanted = measures(style)
    column = {side: wanted[name] for side, name in COLUMN_MEASURES.items()}
    column["y"] = wanted["kolom_boven" if part.kind == "first" else "boven"]
    for field in part.fields if part.root.tag == w("hdr") else ():
        printed = (*_with(part, _lines(field)), *_with(part, {field.label}))
        if field.area in _IN_COLUMN and not all(_stands_at(p, column) for p in printed):
            yield Diagnostic(
                "PMG462",
                f"In {part.title} staat '{field.label or field.name}' niet in de kolom van het "
                "colofon.",
                Place(shell, 0),
                hints=("Zet de alinea in Word in het kader van de andere regels.",),
            )


def misplaced_mark(part: FilledPart, style: Style, shell: str) -> Iterator[Diagnostic]:
    """A finding when the mark of the ministry, or its logo, is not in its frame or not there."""
    if part.kind != "first" or part.root.tag != w("hdr"):
        return
    spot = {side: measures(style)[name] for side, name in MARK_MEASURES.items()}
    words = {line for f in part.fields if f.area is Area.MARK for line in _lines(f)}
    if not all(_stands_at(p, spot) for p in _with(part, {LOGO, *words})):
        yield Diagnostic(
            "PMG462", f"In {part.title} staat het beeldmerk niet in zijn kader.", Place(shell, 0),
            hints=("Kopieer het kader van het beeldmerk uit het meegeleverde sjabloon.",),
        )  # fmt: skip
    # A ministry may have put its logo in the shell itself.
    if not _with(part, {LOGO}) and next(part.root.iter(w("drawing")), None) is None:
        yield Diagnostic(
            "PMG462", f"In {part.title} is geen plek voor een logo.", Place(shell, 0),
            hints=("Kopieer de regel {{ logo }} uit het meegeleverde sjabloon.",),
        )  # fmt: skip


def misdressed_fields(part: FilledPart, style: Style, shell: str) -> Iterator[Diagnostic]:
    """A finding for each field that has a paragraph of its own in the style of another role."""
    for field in part.fields:
        wanted = ((_lines(field), _roles_of(field)), ({field.label} - {""}, {"label"}))
        for words, roles in wanted:
            own = {style.roles[role].word for role in roles if role in style.roles}
            used = {style_of(p.find(w("pPr"))) or "geen" for p in _with(part, words)}
            if not own or not used - own:
                continue
            yield Diagnostic(
                "PMG462",
                f"In {part.title} staat '{field.label or field.name}' in de Word-stijl "
                f"`{min(used - own)}`; daar hoort `{min(own)}` (rol {min(roles)}).",
                Place(shell, 0),
                hints=("Geef de alinea in Word die stijl, of herstel de regel {%p … %} erboven.",),
            )


def _roles_of(field: Field) -> set[str]:
    if field.area is Area.COLOFON:
        return {"colofon_vet" if field.is_strong else "colofon"}
    return {field.name} if field.name in _OWN_ROLE else _ROLES[field.area]


def _lines(field: Field) -> set[str]:
    return {plain_text(line) for line in field.lines}


def _with(part: FilledPart, words: set[str]) -> list[etree._Element]:
    """The paragraphs that hold these words and nothing else."""
    return [p for p in part.root.iter(w("p")) if own_text(p) in words - {""}]


def _stands_at(paragraph: etree._Element, column: Mapping[str, str]) -> bool:
    if next(paragraph.iterancestors(*_OWN_PLACE), None) is not None:
        return True
    frame = paragraph.find(f"{w('pPr')}/{w('framePr')}")
    return frame is not None and all(frame.get(w(side)) == at for side, at in column.items())
