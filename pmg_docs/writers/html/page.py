"""The page of a type, `page.html.j2`, filled with a document.

Whoever makes a type writes that page. It gets words that are already escaped, under Dutch names,
and runs in a sandbox: the words of a document are never part of its source.
"""

import re
from functools import lru_cache
from typing import Any

from jinja2 import StrictUndefined, Template, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.document import Area, Document, FactText, Field, walk_line
from pmg_docs.model.errors import Refused
from pmg_docs.model.place import Place
from pmg_docs.specs.look import Asset, Look
from pmg_docs.writers.html.body import Body

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def render(document: Document, look: Look, css: str, *, printed: bool = False) -> str:
    """Fill the page of a look with a document.

    Raises:
        Refused: the page does not work; the finding names its line.
    """
    try:
        return _template(look.page).render(_context(document, css, printed))
    except Refused:
        raise
    except Exception as problem:  # a page may fail in any way that its author thought of
        raise Refused(_finding(look.page, str(problem), _line_of(problem, look.page))) from problem


@lru_cache(maxsize=16)
def _template(page: Asset) -> Template:
    sandbox = ImmutableSandboxedEnvironment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    try:
        code = sandbox.compile(page.data.decode("utf-8"), filename=page.name)
    except TemplateSyntaxError as problem:
        raise Refused(_finding(page, problem.message or "", problem.lineno)) from problem
    except UnicodeDecodeError as problem:
        raise Refused(_finding(page, "geen UTF-8", 1)) from problem
    return Template.from_code(sandbox, code, sandbox.globals)


def _context(document: Document, css: str, printed: bool) -> dict[str, Any]:
    body = Body(document, printed=printed)
    return {
        "document": {
            "titel": document.title,
            "taal": document.language.partition("-")[0],
            "soort": document.type,
            "datum": _date(document),
        },
        "plaats": _by_area(document.first_page, body),
        "vervolg": _by_area(document.follow_on, body),
        "inhoud": body.blocks(document.body),
        "noten": body.notes(),
        # A style sheet ends at the first "</", whatever stands around it.
        "css": Markup(css.replace("</", "<\\/")),  # noqa: S704 - our own sheet and the style's
        "gedrukt": printed,
        "paginanummer": document.page_number,
    }


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


def _date(document: Document) -> str:
    """The date of the letter as a program reads it, empty when it has none yet."""
    field = document.field("datum")
    for inline in (i for line in field.lines for i in walk_line(line)) if field else ():
        if isinstance(inline, FactText) and _DAY.fullmatch(inline.machine):
            return inline.machine
    return ""


def _line_of(problem: Exception, page: Asset) -> int:
    line, trace = 1, problem.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == page.name:
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def _in_dutch(reason: str) -> str:
    asked = re.search(r"'([^']+)' is undefined|has no attribute '([^']+)'", reason)
    if asked is not None:
        return f"Deze pagina vraagt om '{asked[1] or asked[2]}', en dat is er niet"
    return f"Deze pagina werkt niet ({reason.rstrip('.')})"


def _finding(page: Asset, reason: str, line: int) -> Diagnostic:
    source = page.data.decode("utf-8", "replace").splitlines()
    return Diagnostic(
        "PMG411",
        f"{_in_dutch(reason)}.",
        Place(page.name, line),
        line=source[line - 1] if 0 < line <= len(source) else "",
        hints=("Herstel deze regel, of neem de meegeleverde page.html.j2 als voorbeeld.",),
    )
