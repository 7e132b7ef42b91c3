"""Word files: the shell of a type, filled, with the text of the tree at `[[inhoud]]`.

What a shell may ask for. docxtpl's notation holds: `{{ … }}` for words, `{%p … %}` for a paragraph
and `{%tr … %}` for a table row that stand for a `for` or `if` and vanish.

- `{{ kenmerk }}`, `{{ datum }}`, …: the lines of a field by its name, joined by ", ".
- `{{ label.kenmerk }}`: the label that is printed with it.
- `plaats.adres`, `plaats.colofon`, …: the fields of the first page by area (`status`, `beeldmerk`,
  `retour`, `adres`, `colofon`, `titel`, `betreft`, `kenmerken`, `parafen`, or `alle`), each with
  `naam`, `plaats`, `label`, `regels` (its lines, of which one may be empty), `op_een_regel`
  (label and lines together) and `vet` (whether it asks for bold).
- `vervolg.colofon`, …, `vervolg.alle`: the same for the fields of follow-on pages.
- `{{ logo }}`: the picture of the ministry's mark, nothing where the style has none.
- `{{ paginanummer }}`: the page number, with fields that Word keeps up to date.

A paragraph of the text `[[inhoud]]` is replaced by the letter itself. The words of fields and text
are never read as template, wherever they stand.
"""

import re
from collections import Counter
from collections.abc import Iterator

from markupsafe import Markup

from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.document import Document, FactText, NoteRef, Text
from pmg_docs.model.errors import Refused
from pmg_docs.specs.look import Look
from pmg_docs.writers.docx.baseline import packed_baseline
from pmg_docs.writers.docx.controls.store import Store
from pmg_docs.writers.docx.custom import add_custom_properties
from pmg_docs.writers.docx.frame import Values, frame_values
from pmg_docs.writers.docx.mark import add_logo, logo_markup
from pmg_docs.writers.docx.measures import hex_colour
from pmg_docs.writers.docx.ooxml import W, twips
from pmg_docs.writers.docx.package import (
    OFFICE,
    WORD_TYPE,
    Package,
    Relationship,
    write_package,
)
from pmg_docs.writers.docx.page import measures
from pmg_docs.writers.docx.properties import add_properties
from pmg_docs.writers.docx.settings import apply_settings
from pmg_docs.writers.docx.shell import Shell, open_shell
from pmg_docs.writers.docx.shell.unprinted import unprinted_fields
from pmg_docs.writers.docx.styles import apply_style, font_table
from pmg_docs.writers.docx.text.body import Scribe
from pmg_docs.writers.docx.text.notes import notes_part
from pmg_docs.writers.docx.text.numbering import Numbering
from pmg_docs.writers.docx.text.runs import Story
from pmg_docs.writers.docx.text.spot import Spot
from pmg_docs.writers.refusals import refusals

__all__ = ["check", "write"]

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def write(document: Document, look: Look) -> bytes:
    """The Word file of a document.

    Raises:
        Refused: PMG401 to PMG404 and PMG406, the shell cannot be used; PMG405, the text holds a
            character that no Word file can hold.
    """
    shown = document.shown_in("docx")
    _refuse_forbidden(shown)
    shell = open_shell(look.shell.data, look.shell.name, _roles(look))
    shell.refuse_faults()
    package = shell.package.copy()
    _apply_style(package, shell, shown, look)
    _write_text(package, shell, shown, look)
    add_properties(package, shown)
    return write_package(package)


def check(document: Document, look: Look) -> Iterator[Diagnostic]:
    """Hold the shell of a look against a document, without its text.

    Returns:
        Why the shell cannot be used for this document, or which field of it would be left out.
    """
    shown = document.shown_in("docx")
    try:
        shell = open_shell(look.shell.data, look.shell.name, _roles(look))
    except Refused as refused:
        yield from refused.findings
        return
    store = Store.of(shown, hex_colour(look.style, "open"))
    values = _frame_values(shown, look, store) | {"inhoud": ""}
    unfilled = refusals(lambda: _filled(shell, values, store))
    yield from refusals(lambda: _apply_style(shell.package.copy(), shell, shown, look))
    yield from (*shell.faults, *unfilled)
    if not shell.faults:
        # What a part that cannot be read asks for is not known.
        yield from unprinted_fields(shown, shell)


def _roles(look: Look) -> tuple[tuple[str, str], ...]:
    return tuple((name, role.word) for name, role in look.style.roles.items())


def _apply_style(package: Package, shell: Shell, document: Document, look: Look) -> None:
    name = _own_part(package, shell.document, "styles")
    empty = f'<w:styles xmlns:w="{W}"/>'.encode()
    styles = package.parts.get(name, empty)
    package.parts[name] = apply_style(styles, look.style, document.language, shell.name)
    fonts = _own_part(package, shell.document, "fontTable")
    package.parts[fonts] = font_table(look.style)
    settings = _own_part(package, shell.document, "settings")
    package.parts[settings] = apply_settings(
        package.parts.get(settings), document.language, is_final=document.seal is not None
    )


def _write_text(package: Package, shell: Shell, document: Document, look: Look) -> None:
    name = _own_part(package, shell.document, "numbering")
    page = look.style.page
    numbering = Numbering(package.parts.get(name), look.style.roles["lijst"].indent)
    width = twips(page.width - page.left - page.right)
    store = Store.of(document, hex_colour(look.style, "open"))
    story, asides = _stories(document, look, store)
    body = Scribe(story, numbering).blocks(document.body, Spot("tekst", width))
    values = _frame_values(document, look, store) | {"inhoud": Markup(body)}  # noqa: S704 - the scribe escapes every word
    package.parts |= _filled(shell, values, store)
    add_logo(package, look)
    notes = _own_part(package, shell.document, "footnotes")
    package.parts[notes] = notes_part(document.notes, Scribe(asides, numbering), width)
    package.parts[name] = numbering.xml()
    package.link(shell.document, *story.relationships())
    package.links[notes] = asides.relationships()
    store.add_to(package, shell.document)
    baseline = packed_baseline(package, shell.document, document, store.kept)
    add_custom_properties(package, document, baseline)


def _frame_values(document: Document, look: Look, store: Store) -> Values:
    measured = {"maat": measures(look.style), "logo": logo_markup(look)}
    return frame_values(document, store) | measured


def _filled(shell: Shell, values: Values, store: Store) -> dict[str, bytes]:
    """Every part of the shell with the words of the letter; the faults of all parts together."""
    filled: dict[str, bytes] = {}
    faults: list[Diagnostic] = []
    for template in shell.templates:
        try:
            filled[template.name] = template.render(values, store)
        except Refused as refused:
            faults.extend(refused.findings)
    if faults:
        raise Refused(faults)
    return filled


def _stories(document: Document, look: Look, store: Store) -> tuple[Story, Story]:
    """The story of the text and that of the notes, which hold no notes themselves."""
    known = frozenset(note.number for note in document.notes)
    counted = Counter(i.number for i in document.inlines() if isinstance(i, NoteRef))
    repeated = frozenset(number for number, times in counted.items() if times > 1)
    text = Story(look.style, "pmgLink", store, known, repeated)
    return text, Story(look.style, "pmgLink", store)


def _own_part(package: Package, document: str, kind: str) -> str:
    """The name of a part that every letter has, made known to the package where it is new."""
    for name in package.targets(document, kind):
        return name
    name = f"word/{kind}.xml"
    package.types[name] = f"{WORD_TYPE}.{kind}+xml"
    package.link(document, Relationship(f"pmg{kind}", f"{OFFICE}/{kind}", name))
    return name


def _refuse_forbidden(document: Document) -> None:
    faults = []
    for inline in document.inlines():
        if isinstance(inline, Text | FactText) and (found := _FORBIDDEN.search(inline.text)):
            where = (
                inline.where
                if isinstance(inline, Text)
                else next((o.where for o in inline.origins), None)
            )
            faults.append(
                Diagnostic(
                    "PMG405",
                    f"De tekst bevat het teken U+{ord(found[0]):04X}, dat niet in Word kan staan.",
                    where,
                    hints=("Haal het onzichtbare teken weg; vaak komt het mee met kopiëren.",),
                )
            )
    if faults:
        raise Refused(faults)
