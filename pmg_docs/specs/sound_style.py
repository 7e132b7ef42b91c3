"""What must hold between the values of a style: the text fits the page, each name is known."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from pmg_docs.inputs.located import Located
from pmg_docs.inputs.validation import nearest
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.place import Place
from pmg_docs.model.seal import CONCEPT
from pmg_docs.specs.legible import PAPER, SMALLEST, contrast
from pmg_docs.specs.picture import png_size
from pmg_docs.specs.style import KenmerkSource, Page, Style
from pmg_docs.workspace.folder import Workspace

_LEAST_TEXT = Decimal(40)
_SEEN = 2.0
"""The contrast below which a word on paper is overlooked; what is hard to read is advice."""


def faults_of(
    style: Style, located: Located, workspace: Workspace, folders: Sequence[str]
) -> Iterator[Diagnostic]:
    """What is wrong with a style of which each value on its own is sound.

    Args:
        style: the style.
        located: its file, for places.
        workspace: where its fonts are sought.
        folders: the folders in which they are, its own first.
    """
    yield from _unknown_colours(style, located)
    yield from _unseen_concept(style, located)
    yield from _unfitting(style.page, located)
    yield from _unfit_mark(style, located, workspace, folders)
    yield from _unfit_range(style, located)
    for variant, name in style.typeface.files.items():
        candidates = [f"{folder}/{name}" for folder in folders]
        if not any(map(workspace.find_file, candidates)):
            yield Diagnostic(
                "PMG134",
                f"Het lettertype {name[:60]} ontbreekt.",
                located.place(("lettertype", "bestanden", variant)),
                hints=(f"Er is gezocht in: {', '.join(candidates)}.",),
            )


def _unfit_range(style: Style, located: Located) -> Iterator[Diagnostic]:
    """A range where numbers are handed out, and only there, whose numbers are of the pattern."""
    rule = style.kenmerk
    if rule is None:
        return
    is_handed_out = rule.source is KenmerkSource.REEKS
    if is_handed_out and rule.numbers is None:
        yield Diagnostic(
            "PMG229",
            "Bij 'bron: reeks' staat niet welke nummers pmg mag uitgeven.",
            located.place(("kenmerk", "bron")),
            hints=("Zet erbij: reeks: 5300000-5399999.",),
        )
    if rule.numbers is None:
        return
    where = located.place(("kenmerk", "reeks"))
    if not is_handed_out:
        yield Diagnostic(
            "PMG229",
            "Er is een reeks, maar de nummers komen van elders (bron: extern).",
            where,
            hints=("Zet erbij: bron: reeks. Of haal de reeks weg.",),
        )
    for number in (rule.numbers.first, rule.numbers.last):
        kenmerk = rule.numbers.written(number)
        if not re.fullmatch(rule.pattern, kenmerk):
            yield Diagnostic(
                "PMG229",
                f"De reeks geeft '{kenmerk[:60]}', en dat past niet bij het patroon.",
                where,
                hints=(f"Zo ziet een kenmerk eruit: {rule.example}.",),
            )
            return


def _unfit_mark(
    style: Style, located: Located, workspace: Workspace, folders: Sequence[str]
) -> Iterator[Diagnostic]:
    mark, page = style.mark, style.page
    if mark.left + mark.width > page.width or mark.top >= page.top_first:
        within = f"{_mm(page.width)}, en boven onder {_mm(page.top_first)}"
        yield Diagnostic(
            "PMG136",
            "Het beeldmerk past niet boven de tekst van de eerste pagina.",
            located.place(("beeldmerk", "links")),
            hints=(f"Houd links en breedte samen onder {within}.",),
        )
    if not mark.file:
        return
    where = located.place(("beeldmerk", "bestand"))
    candidates = [f"{folder}/{mark.file}" for folder in folders]
    found = next((file for file in map(workspace.find_file, candidates) if file), None)
    if found is None:
        hint = f"Er is gezocht in: {', '.join(candidates)}."
        yield Diagnostic("PMG134", f"Het logo {mark.file[:60]} ontbreekt.", where, hints=(hint,))
    elif png_size(found.data) is None:
        message = f"{found.name} is geen png-bestand, of is veel te groot."
        hint = "Sla het logo op als png, bijvoorbeeld 1000 beeldpunten breed."
        yield Diagnostic("PMG140", message, where, hints=(hint,))
    if not mark.alternative:
        message = "Bij het logo staat niet wat een schermlezer moet zeggen."
        hint = "Zet erbij: alternatief: Ministerie van …"
        yield Diagnostic("PMG142", message, where, hints=(hint,))


def _unknown_colours(style: Style, located: Located) -> Iterator[Diagnostic]:
    for name, role in style.roles.items():
        if role.colour not in style.colours:
            yield Diagnostic(
                "PMG135",
                f"De kleur '{role.colour[:60]}' staat niet onder 'kleuren'.",
                located.place(("rollen", name, "kleur")),
                hints=nearest(role.colour, style.colours),
            )


def _unseen_concept(style: Style, located: Located) -> Iterator[Diagnostic]:
    """A draft that looks as if it were final: nobody would see that it says CONCEPT."""
    role = style.roles.get(CONCEPT)
    if role is None or role.colour not in style.colours:
        return
    is_pale = contrast(style.colour(role.colour), PAPER) < _SEEN
    if is_pale or role.size < SMALLEST:
        yield Diagnostic(
            "PMG143",
            f"Zo ziet niemand dat een brief een concept is: het woord is te "
            f"{'licht' if is_pale else 'klein'}.",
            located.place(("rollen", CONCEPT, "kleur" if is_pale else "grootte")),
            hints=("Kies een donkerder kleur, en een grootte van minstens 6 punten.",),
        )


def _unfitting(page: Page, located: Located) -> Iterator[Diagnostic]:
    sides = (
        (
            "breedte",
            ("rechts", "links"),
            page.width - page.left - page.right,
            "naast links en rechts",
        ),
        (
            "hoogte",
            ("boven", "onder"),
            page.height - page.top - page.bottom,
            "tussen boven en onder",
        ),
        (
            "hoogte",
            ("boven_eerste",),
            page.height - page.top_first - page.bottom,
            "tussen boven_eerste en onder",
        ),
    )
    for whole, margins, room, between in sides:
        if room < _LEAST_TEXT:
            yield Diagnostic(
                "PMG136",
                f"Er blijft {between} {_mm(room)} over voor de tekst; "
                f"dat moet minstens {_mm(_LEAST_TEXT)} zijn.",
                _own_place(located, *margins, whole),
                hints=(f"Maak de marges kleiner of '{whole}' groter.",),
            )
    if page.column_width <= 0 or page.column_left + page.column_width > page.width:
        yield Diagnostic(
            "PMG136",
            f"De kolom van het colofon past niet op een pagina van {_mm(page.width)} breed.",
            _own_place(located, "kolom_links", "kolom_breedte", "breedte"),
            hints=("Tel kolom_links en kolom_breedte op: dat is hooguit de breedte.",),
        )
    if page.column_top >= page.height:
        yield Diagnostic(
            "PMG136",
            f"De kolom van het colofon begint onder een pagina van {_mm(page.height)} hoog.",
            _own_place(located, "kolom_boven", "hoogte"),
            hints=("Maak kolom_boven kleiner dan hoogte.",),
        )


def _own_place(located: Located, *names: str) -> Place:
    """Where the first of these measures stands that the style itself gives."""
    places = [located.place(("pagina", name)) for name in names]
    return next((place for place in places if place.file == located.file), places[0])


def _mm(value: Decimal) -> str:
    return f"{value.normalize():f} mm".replace(".", ",")
