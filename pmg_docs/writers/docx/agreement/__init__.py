"""A shell held against the style that uses it: every difference, as an officer can mend it."""

from collections.abc import Iterator

from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.document import Document
from pmg_docs.specs.look import Look
from pmg_docs.specs.style import Style
from pmg_docs.writers.docx.agreement.direct import direct_faults
from pmg_docs.writers.docx.agreement.language import language_faults
from pmg_docs.writers.docx.agreement.makeup import PAGES_AMISS, makeup_faults
from pmg_docs.writers.docx.agreement.measured import measure_shell, open_shell_of
from pmg_docs.writers.docx.agreement.misplaced import (
    LOGO,
    filled_parts,
    misdressed_fields,
    misplaced_fields,
    misplaced_mark,
)
from pmg_docs.writers.docx.controls.store import Store
from pmg_docs.writers.docx.frame import frame_values
from pmg_docs.writers.docx.measures import hex_colour
from pmg_docs.writers.docx.page import measures
from pmg_docs.writers.docx.shell import open_shell

__all__ = ["PAGES_AMISS", "printed_amiss", "shell_differences"]


def shell_differences(look: Look, owner: Style | None) -> Iterator[Diagnostic]:
    """What of a shell is not as its style says, whatever the letter.

    Args:
        look: a style with a shell that can be used.
        owner: the style that the shell has its measures from, None when that is not known.
    """
    style, name = look.style, look.shell.name
    shell = open_shell_of(look.shell.data, style)
    for measure in () if owner is None else measure_shell(look.shell.data, owner):
        if not measure.agrees:
            yield measure.finding(name)
    yield from makeup_faults(shell, style, name)
    yield from language_faults(shell, style, name)
    yield from direct_faults(shell, style, name)


def printed_amiss(document: Document, look: Look) -> Iterator[Diagnostic]:
    """Which fields of a document a shell prints beside the column, or in another look.

    Args:
        document: a document of which no two fields hold the same words.
        look: a style with a shell that can be used.
    """
    roles = tuple((name, role.word) for name, role in look.style.roles.items())
    shell = open_shell(look.shell.data, look.shell.name, roles)
    shown = document.shown_in("docx")
    store = Store.of(shown, hex_colour(look.style, "open"))
    values = frame_values(shown, store) | {"maat": measures(look.style), "inhoud": "", "logo": LOGO}
    parts = filled_parts(shown, shell, values, store)
    for part in parts:
        yield from misplaced_fields(part, look.style, shell.name)
        yield from misdressed_fields(part, look.style, shell.name)
        yield from misplaced_mark(part, look.style, shell.name)
