"""Fields of a document that its shell has no place for, and that Word would show nowhere."""

import re
from collections.abc import Iterator

from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.document import Document
from pmg_docs.model.place import Place
from pmg_docs.writers.docx.shell import Shell


def unprinted_fields(document: Document, shell: Shell) -> Iterator[Diagnostic]:
    """A finding for each field of the first page that no part of the shell asks for."""
    source = "\n".join(template.source for template in shell.templates)
    asked = frozenset[str]().union(*(template.asked for template in shell.templates))
    areas = set(re.findall(r"\bplaats\.(\w+)", source))
    for field in document.first_page:
        if field.name not in asked and not {field.area.value, "alle"} & areas:
            yield Diagnostic(
                "PMG409",
                f"In het Word-sjabloon heeft '{field.name}' geen plek; het zou wegvallen.",
                Place(shell.name, 0),
                hints=(f"Zet {{{{ {field.name} }}}} op de plek waar het moet komen.",),
            )
