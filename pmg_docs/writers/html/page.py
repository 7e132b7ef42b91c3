"""The page of a type, `page.html.j2`, filled with a document.

Whoever makes a type writes that page. It gets words that are already escaped, under Dutch names,
and runs in a sandbox: the words of a document are never part of its source.
"""

import base64
import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from jinja2 import Template, TemplateSyntaxError
from markupsafe import Markup

from pmg_docs.inputs.validation import nearest
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.document import Area, Document, Field
from pmg_docs.model.errors import Refused
from pmg_docs.model.place import Place
from pmg_docs.specs.look import Asset, Look
from pmg_docs.writers.html.body import Body
from pmg_docs.writers.sandbox import Sandbox

_ASKED = re.compile(r"'([^']+)' is undefined|has no attribute '([^']+)'")
_UNCLOSED = re.compile(r"needs to be closed is '(\w+)'")
_PAIRS = "Bij elke for hoort een endfor, bij elke if een endif, bij elke {{ een }}."


def render(document: Document, look: Look, css: str, *, printed: bool = False) -> str:
    """Fill the page of a look with a document.

    Raises:
        Refused: the page does not work; the finding names its line.
    """
    template, context = _template(look.page), _context(document, look, css, printed)
    try:
        return template.render(context)
    except Exception as problem:  # a page may fail in any way that its author thought of
        message, *hints = _in_dutch(str(problem), context)
        line = _line_of(problem, look.page)
        raise Refused(_finding(look.page, message, line, *hints)) from problem


@lru_cache(maxsize=16)
def _template(page: Asset) -> Template:
    sandbox = Sandbox(trim_blocks=True, lstrip_blocks=True)
    try:
        code = sandbox.compile(page.data.decode("utf-8"), filename=page.name)
    except TemplateSyntaxError as problem:
        message = "Wat hier tussen accolades staat, is niet te lezen."
        if unclosed := _UNCLOSED.search(problem.message or ""):
            message = f"Een {{% {unclosed[1]} %}} op of boven deze regel wordt nergens gesloten."
        raise Refused(_finding(page, message, problem.lineno, _PAIRS)) from problem
    except UnicodeDecodeError as problem:
        message = "Deze pagina is niet als gewone tekst (UTF-8) opgeslagen."
        raise Refused(_finding(page, message, 1)) from problem
    except RecursionError as problem:
        message = "Op deze pagina staat te veel in elkaar."
        raise Refused(_finding(page, message, 1)) from problem
    return Template.from_code(sandbox, code, sandbox.globals)


def _context(document: Document, look: Look, css: str, printed: bool) -> dict[str, Any]:
    body = Body(document, printed=printed)
    return {
        "document": {
            "titel": document.title,
            "taal": document.language.partition("-")[0],
            "soort": document.type,
            "datum": document.day,
            "kenmerk": document.said_in("kenmerk"),
            "status": document.status,
            "vingerafdruk": document.fingerprint,
        },
        "plaats": _by_area(document.first_page, body),
        "vervolg": _by_area(document.follow_on, body),
        "inhoud": body.blocks(document.body),
        "noten": body.notes(),
        # A style sheet ends at the first "</", whatever stands around it.
        "css": Markup(css.replace("</", "<\\/")),  # noqa: S704 - our own sheet and the style's
        "gedrukt": printed,
        "logo": _logo(look),
        "paginanummer": document.page_number,
    }


def _logo(look: Look) -> dict[str, str] | None:
    """The mark of the ministry as a picture inside the page, where the style has one."""
    if look.logo is None:
        return None
    picture = base64.b64encode(look.logo.data).decode("ascii")
    words = look.style.mark.alternative
    return {"bron": f"data:image/png;base64,{picture}", "alternatief": words}


def _by_area(fields: tuple[Field, ...], body: Body) -> dict[str, list[dict[str, Any]]]:
    printed = [
        {
            "naam": field.name,
            "plaats": field.area.value,
            "label": field.label,
            "regels": [body.line(line) for line in field.lines],
            "op_een_regel": Markup(" ").join(
                part for part in (field.label, *map(body.line, field.lines)) if part
            ),
            "vet": field.is_strong,
        }
        for field in fields
    ]
    areas = {a.value: [f for f in printed if f["plaats"] == a.value] for a in Area}
    return areas | {"alle": printed}


def _line_of(problem: Exception, page: Asset) -> int:
    line, trace = 1, problem.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == page.name:
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def _in_dutch(reason: str, context: Mapping[str, Any]) -> tuple[str, ...]:
    """What went wrong, and a hint when a name was asked for that looks like another."""
    asked = _ASKED.search(reason)
    if asked is None:
        return ("Wat hier tussen accolades staat, kan niet.",)
    name = asked[1] or asked[2]
    near = nearest(name, {*context, *context["plaats"], *context["document"]})
    return f"Deze pagina vraagt om '{name}', en dat is er niet.", *near


def _finding(page: Asset, message: str, line: int, *hints: str) -> Diagnostic:
    source = page.data.decode("utf-8", "replace").splitlines()
    return Diagnostic(
        "PMG411",
        message,
        Place(page.name, line),
        line=source[line - 1] if 0 < line <= len(source) else "",
        hints=(*hints, "Neem de meegeleverde page.html.j2 als voorbeeld."),
    )
