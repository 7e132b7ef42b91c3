"""A part of the shell as a compiled template, and what may be wrong with it."""

import difflib
import io
import re
from collections.abc import Mapping
from dataclasses import dataclass

from docxtpl import DocxTemplate
from jinja2 import Template, TemplateError, TemplateSyntaxError, nodes
from lxml import etree

from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.errors import Refused
from pmg_docs.model.place import Place
from pmg_docs.writers.docx.controls import place_controls
from pmg_docs.writers.docx.controls.kinds import choose_kinds
from pmg_docs.writers.docx.controls.marks import without_marks
from pmg_docs.writers.docx.controls.store import Store
from pmg_docs.writers.docx.frame import Values, page_number_markup
from pmg_docs.writers.docx.ooxml import parse, serialise, w
from pmg_docs.writers.docx.shell.clean import mend
from pmg_docs.writers.docx.shell.placeholders import check_placeholders, own_text, unreadable
from pmg_docs.writers.docx.shell.whereabouts import whereabouts
from pmg_docs.writers.sandbox import Sandbox

_ENVIRONMENT = Sandbox()
_PAGE_NUMBER = re.compile(r"\{\{\s*paginanummer\s*\}\}")
_PARAGRAPH = re.compile(r"<w:p(?=[ >])")
_MISSING = re.compile(r"'([^']*)' is undefined|has no (?:attribute|element) '?([^']*)'?")
_OWN_NAMES = frozenset({"maat", "inhoud", "logo"})


@dataclass(frozen=True, slots=True)
class PartTemplate:
    """A compiled part: `name` in the package, `title` as an officer would call it."""

    name: str
    title: str
    shell: str
    template: Template
    source: str
    asked: frozenset[str]
    root: etree._Element

    def render(self, values: Values, store: Store) -> bytes:
        """Fill in the part; the facts that it shows go into the store.

        Raises:
            Refused: PMG403, the part asks for something that this letter does not have.
        """
        try:
            root = parse(self.template.render(values).encode())
        except (TemplateError, etree.XMLSyntaxError, TypeError, ValueError, ArithmeticError,
                LookupError) as problem:  # fmt: skip
            raise Refused(self._faults(problem, values)) from problem
        place_controls(root, store)
        choose_kinds(root)
        mend(root)
        return without_marks(serialise(root))

    def _faults(self, problem: Exception, values: Values) -> list[Diagnostic]:
        unknown = sorted(self.asked - values.keys())
        if not unknown and (found := _MISSING.search(str(problem))):
            unknown = [found[1] or found[2]]
        if unknown:
            return [_unknown(self, name, values) for name in unknown]
        line = _shown_line(self.source, getattr(problem, "lineno", None))
        return [unreadable(self.title, self.shell, line)]


def compile_part(name: str, title: str, shell: str, root: etree._Element) -> PartTemplate:
    """Compile a part after docxtpl has joined the placeholders that Word split over runs.

    Raises:
        Refused: PMG403, the part holds a placeholder that is not well formed.
    """
    if faults := tuple(check_placeholders(root, title, shell)):
        raise Refused(faults)
    xml = etree.tostring(root, encoding="unicode")
    # The file is not opened by docxtpl: only its repair of placeholders is wanted.
    patched = str(DocxTemplate(io.BytesIO()).patch_xml(xml))
    # One paragraph a line lets Jinja point at the paragraph that is wrong.
    source = _PARAGRAPH.sub("\n<w:p", _with_page_number(patched))
    try:
        tree = _ENVIRONMENT.parse(source)
        code = _ENVIRONMENT.compile(tree)
    except TemplateSyntaxError as problem:
        line = _shown_line(source, problem.lineno)
        raise Refused(unreadable(title, shell, line)) from problem
    except RecursionError as problem:
        raise Refused(unreadable(title, shell, "")) from problem
    asked = _asked_by(tree)
    template = Template.from_code(_ENVIRONMENT, code, {})
    return PartTemplate(name, title, shell, template, source, asked, root)


def _asked_by(tree: nodes.Template) -> frozenset[str]:
    """The names that a template reads and does not set itself."""
    names = list(tree.find_all(nodes.Name))
    own = {name.name for name in names if name.ctx != "load"}
    return frozenset(name.name for name in names) - own - {"loop"}


def _with_page_number(xml: str) -> str:
    def replaced(found: re.Match[str]) -> str:
        before = xml[: found.start()]
        run = before[max(before.rfind("<w:r>"), before.rfind("<w:r ")) :]
        properties = re.search(r"<w:rPr>.*?</w:rPr>", run, re.DOTALL)
        return page_number_markup(properties[0] if properties else "")

    return _PAGE_NUMBER.sub(replaced, xml)


def _unknown(part: PartTemplate, name: str, values: Mapping[str, object]) -> Diagnostic:
    known = sorted(values.keys() - _OWN_NAMES)
    near = difflib.get_close_matches(name, known, n=1)
    asking = _asking(part.root, name)
    where = part.title if asking is None else f"{part.title}, {whereabouts(asking)}"
    return Diagnostic(
        "PMG403",
        f"Het Word-sjabloon vraagt om {{{{ {name} }}}} ({where}), "
        "maar deze brief heeft geen veld met die naam.",
        Place(part.shell, 0),
        line="" if asking is None else own_text(asking),
        hints=(
            *(f"Bedoelde u {{{{ {n} }}}}?" for n in near),
            f"Velden van deze brief: {', '.join(known)}.",
        ),
    )


def _asking(root: etree._Element, name: str) -> etree._Element | None:
    """The first paragraph of which a placeholder names this."""
    pattern = re.compile(r"\{[{%][^{}]*\b" + re.escape(name) + r"\b")
    return next((p for p in root.iter(w("p")) if pattern.search(own_text(p))), None)


def _shown_line(source: str, number: int | None) -> str:
    lines = source.splitlines()
    return _bare(lines[number - 1]) if number and number <= len(lines) else ""


def _bare(xml: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", "", xml).split())
