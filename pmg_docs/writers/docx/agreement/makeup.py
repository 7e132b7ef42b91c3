"""How a shell is put together, as far as every letter of the house needs it.

`stijl.yaml` has no word for this: a first page of its own, a header and footer on every page,
headings that Word can list, line spacing that leaves room, a column that stands still.
"""

from collections.abc import Iterator

from lxml import etree

from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.place import Place
from pmg_docs.specs.style import Role, Style
from pmg_docs.writers.docx.agreement.effective import is_on
from pmg_docs.writers.docx.agreement.geometry import ANCHOR, column_boxes, mark_boxes, whole
from pmg_docs.writers.docx.agreement.opened import OpenedShell, TextPart
from pmg_docs.writers.docx.measures import AT_LEAST, HEADINGS, LIST, Slot
from pmg_docs.writers.docx.ooxml import twips, w
from pmg_docs.writers.docx.page import SLOT, slot_heights

PAGES_AMISS = "PMG465"
"""The code of a header or footer that is missing: then every field in it is."""

_PAGES = {"first": "eerste pagina", "default": "vervolgpagina's", "even": "even pagina's"}
_FRAMES = {"headerReference": "koptekst", "footerReference": "voettekst"}
_RULE = Slot("pPr", "spacing", "lineRule")
_FIRST_LINE = tuple(Slot("pPr", "ind", name) for name in ("firstLine", "hanging", "right"))
_CLOSE = Slot("pPr", "contextualSpacing", "val")
_LEVEL = Slot("pPr", "outlineLvl", "val")
_KEPT = {"keepNext": "Bij volgende alinea houden", "keepLines": "Regels bijeenhouden"}
_LAYOUT = "Indeling, Marges, Aangepaste marges, tabblad Indeling"


def makeup_faults(shell: OpenedShell, style: Style, name: str) -> Iterator[Diagnostic]:
    """What is wrong with how a shell is put together.

    Args:
        shell: the shell as it was saved.
        style: the style that uses it.
        name: the name of the shell, for messages.
    """
    kinds = {
        PAGES_AMISS: _sections(shell),
        "PMG462": (*_margins(shell), *_paragraphs(shell, style), *_frame(shell, style)),
    }
    for code, faults in kinds.items():
        for message, hint in faults:
            yield Diagnostic(code, message, Place(name, 0), hints=(hint,))


Fault = tuple[str, str]


def _sections(shell: OpenedShell) -> Iterator[Fault]:
    first = next(shell.sections(), None)
    if first is None or not is_on(first.find(w("titlePg"))):
        yield (
            "In het Word-sjabloon heeft de eerste pagina geen eigen kop- en voettekst.",
            f"Zet in Word aan: {_LAYOUT}, Eerste pagina afwijkend.",
        )
    has_even = shell.settings is not None and is_on(shell.settings.find(w("evenAndOddHeaders")))
    for tag, word in _FRAMES.items():
        references = () if first is None else first.findall(w(tag))
        has = {reference.get(w("type"), "default") for reference in references}
        for kind in ("first", "default", *(("even",) if has_even else ())):
            if kind not in has:
                yield (
                    f"In het Word-sjabloon ontbreekt de {word} van de {_PAGES[kind]}.",
                    "Kopieer hem uit het meegeleverde sjabloon.",
                )


def _margins(shell: OpenedShell) -> Iterator[Fault]:
    margins = (section.find(w("pgMar")) for section in shell.sections())
    if any(m is not None and whole(m.get(w("gutter"))) for m in margins):
        yield "Het papier heeft een bindmarge.", "Zet in Word de bindmarge op 0."
    if shell.settings is not None and is_on(shell.settings.find(w("mirrorMargins"))):
        yield (
            "De marges van even pagina's zijn gespiegeld.",
            "Kies in Word bij Marges voor meerdere pagina's: Normaal.",
        )


def _paragraphs(shell: OpenedShell, style: Style) -> Iterator[Fault]:
    for name, role in style.roles.items():
        if role.word not in shell.styles.known:
            continue
        where = f"De Word-stijl `{role.word}` (rol {name})"
        rule = shell.styles.value(role.word, _RULE)
        if rule not in {AT_LEAST, "auto", ""}:
            yield (
                f"{where} heeft een regelafstand die niet mee kan groeien (Exact).",
                "Kies in Word bij Regelafstand: Minstens.",
            )
        if name in HEADINGS:
            yield from _hanging(shell, role, where)
        elif any(whole(shell.styles.value(role.word, slot)) for slot in _FIRST_LINE):
            yield (
                f"{where} springt bij de eerste regel of rechts in; dat kan niet in stijl.yaml.",
                "Zet in Word rechts op 0 en bij Speciaal: (geen).",
            )
        if name != LIST and shell.styles.value(role.word, _CLOSE) == "1":
            yield (
                f"{where} laat het wit tussen alinea's van dezelfde stijl weg.",
                "Haal in Word het vinkje weg bij: Geen afstand tussen alinea's van dezelfde stijl.",
            )
        if name in HEADINGS:
            yield from _heading(shell, where, role.word, HEADINGS[name])


def _hanging(shell: OpenedShell, role: Role, where: str) -> Iterator[Fault]:
    """A heading hangs from its number by as much as it is set in."""
    found = [whole(shell.styles.value(role.word, slot)) or 0 for slot in _FIRST_LINE]
    wanted = [twips(role.indent) if slot.attribute == "hanging" else 0 for slot in _FIRST_LINE]
    if any(abs(one - other) > 1 for one, other in zip(found, wanted, strict=True)):
        yield (
            f"{where} hangt niet even ver van het nummer als hij inspringt.",
            "Kies in Word bij Speciaal: Verkeerd-om, met dezelfde maat als links.",
        )


def _heading(shell: OpenedShell, where: str, identity: str, level: int) -> Iterator[Fault]:
    if shell.styles.value(identity, _LEVEL) != str(level):
        yield (
            f"{where} is geen kop van niveau {level + 1}; het navigatievenster klopt dan niet.",
            f"Kies in Word bij Alinea, Overzichtsniveau: niveau {level + 1}.",
        )
    for tag, words in _KEPT.items():
        if shell.styles.value(identity, Slot("pPr", tag, "val")) != "1":
            yield (
                f"{where} kan los raken van de tekst eronder ({words.lower()} staat uit).",
                f"Zet in Word aan bij Alinea, Tekstdoorloop: {words}.",
            )


def _frame(shell: OpenedShell, style: Style) -> Iterator[Fault]:
    for part in shell.frame:
        if not part.is_header or part.kind not in {"first", "default"}:
            continue
        boxes = [box for box, _ in column_boxes(part, style)]
        if not boxes:
            yield (
                f"In {part.title} staat het colofon niet in een kader.",
                "Kopieer het kader van het colofon uit het meegeleverde sjabloon.",
            )
        if not all(_stands_still(box) for box, _ in mark_boxes(part, style)):
            yield (
                f"Het beeldmerk in {part.title} staat niet vast aan de rand van de pagina.",
                "Kies in Word bij het kader, Positie: ten opzichte van Pagina, met een maat.",
            )
        if not all(_stands_still(box) for box in boxes):
            yield (
                f"Het kader van het colofon in {part.title} telt niet vanaf de rand van de pagina.",
                "Kies in Word bij het kader, Positie: ten opzichte van Pagina, met een maat.",
            )
        yield from _slot(part)


def _stands_still(box: etree._Element) -> bool:
    """Whether the place of a frame is counted from the edges of the paper."""
    if box.tag == ANCHOR:
        return True  # what is not counted from there has no measure, and that is said
    anchors = {box.get(w("hAnchor"), "column"), box.get(w("vAnchor"), "text")}
    return anchors == {"page"} and not (box.get(w("xAlign")) or box.get(w("yAlign")))


def _slot(part: TextPart) -> Iterator[Fault]:
    if part.kind != "first":
        return
    heights = list(slot_heights(part.root))
    if not heights:
        yield (
            f"In {part.title} ontbreekt de tabelrij `{SLOT}`, die de tekst op zijn plek houdt.",
            "Kopieer die rij uit het meegeleverde sjabloon.",
        )
    if any(height.get(w("hRule")) != "exact" for height in heights):
        yield (
            f"De tabelrij `{SLOT}` in {part.title} kan groeien en duwt dan de tekst omlaag.",
            "Kies in Word bij Tabeleigenschappen, Rij, Rijhoogte: Exact.",
        )
