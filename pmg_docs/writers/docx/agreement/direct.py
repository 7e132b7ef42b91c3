"""Words of a shell that were given a look by hand, past the style of their paragraph.

A letter keeps that look, and no other format has it: the style file knows nothing of it.
"""

from collections.abc import Iterator, Mapping

from lxml import etree

from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.place import Place
from pmg_docs.specs.style import Style
from pmg_docs.writers.docx.agreement.opened import OpenedShell
from pmg_docs.writers.docx.measures import FONT, SLOTS, Slot
from pmg_docs.writers.docx.ooxml import w
from pmg_docs.writers.docx.page import style_of
from pmg_docs.writers.docx.shell.whereabouts import whereabouts

_SLOTS: Mapping[str, Slot] = {
    "een ander lettertype": FONT,
    "een andere lettergrootte": SLOTS["grootte"],
    "vet": SLOTS["vet"],
    "cursief": SLOTS["cursief"],
    "een andere kleur": SLOTS["kleur"],
}
_STEERING = "{%"


def direct_faults(shell: OpenedShell, style: Style, name: str) -> Iterator[Diagnostic]:
    """Where words of a role have a look of their own that is not that of their style.

    Args:
        shell: the shell as it was saved.
        style: the style that uses it.
        name: the name of the shell, for messages.
    """
    roles = {role.word for role in style.roles.values()}
    default = shell.styles.default_style()
    for part in shell.parts:
        for paragraph in part.root.iter(w("p")):
            identity = style_of(paragraph.find(w("pPr"))) or default
            found = _looks(shell, paragraph, identity) if identity in roles else ()
            for look in dict.fromkeys(found):
                yield Diagnostic(
                    "PMG464",
                    f"In {part.title} van het Word-sjabloon, {whereabouts(paragraph)}, is de tekst "
                    f"met de hand opgemaakt: {look} dan de stijl `{identity}`.",
                    Place(name, 0),
                    hints=("Selecteer de tekst en druk op Ctrl+spatie; verander daarna de stijl.",),
                )  # fmt: skip


def _looks(shell: OpenedShell, paragraph: etree._Element, identity: str) -> Iterator[str]:
    # What hangs on a paragraph, such as a text box, has paragraphs of its own.
    runs = (r for r in paragraph.iter(w("r")) if next(r.iterancestors(w("p")), None) is paragraph)
    for run in runs:
        text = "".join(t.text or "" for t in run.iter(w("t")))
        properties = run.find(w("rPr"))
        if properties is None or not text.strip() or text.startswith(_STEERING):
            continue
        for words, slot in _SLOTS.items():
            element = properties.find(w(slot.tag))
            own = None if element is None else shell.styles.read(element, slot)
            wanted = shell.styles.value(identity, slot)
            if own is not None and own.lower() != wanted.lower():
                yield _said(words, own)


def _said(words: str, own: str) -> str:
    if words in {"vet", "cursief"}:
        return f"{'wel' if own == '1' else 'niet'} {words}, anders"
    return words
