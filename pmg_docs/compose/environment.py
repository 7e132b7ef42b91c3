"""The sandbox in which a letter's template runs, and what its mistakes are called."""

import re
import sys
import traceback
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from decimal import Decimal
from types import FrameType
from typing import Any, NoReturn

import jinja2
from jinja2 import nodes
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context, LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing

from pmg_docs.compose.arithmetic import is_endless
from pmg_docs.compose.expressions import Expressions, told
from pmg_docs.compose.fault import TemplateFault
from pmg_docs.compose.filters import filters as make_filters
from pmg_docs.compose.language import first_unknown, included_in
from pmg_docs.compose.ledger import Item, Ledger, TableToken
from pmg_docs.compose.notation import machine_form, show
from pmg_docs.compose.source_lines import make_extension, marked
from pmg_docs.compose.sources import Sources
from pmg_docs.compose.syntax import syntax_fault
from pmg_docs.compose.turns import start_counting, within_bounds
from pmg_docs.compose.variables import (
    LOOSE_NUMBER,
    FactValue,
    fault_of,
    link_percentages,
    parts,
    unknown,
)
from pmg_docs.inputs.validation import nearest
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.document import FactText
from pmg_docs.model.place import Place
from pmg_docs.specs.doc_type import Notation

FindPart = Callable[[str], tuple[str, str] | None]
"""From the name in an `{% include %}` to the file's name for messages and its text."""


class Renderer:
    """Runs the templates of one document over its facts.

    A figure that cannot be shown is a finding in `findings`, and the template goes on; a mistake
    that stops it raises.

    Args:
        variables: what a letter can name.
        notation: the type's own notation.
        ledger: where tokens are kept.
        find_part: finds included parts.
        sources: gets every template, to point at a word in one.
    """

    def __init__(
        self,
        variables: Mapping[str, Any],
        notation: Notation,
        ledger: Ledger,
        find_part: FindPart,
        sources: Sources,
    ) -> None:
        self._ledger = ledger
        self._notation = notation
        self._find_part = find_part
        self._sources = sources
        self.findings: list[Diagnostic] = []
        self._names = frozenset(variables) - {"brief", "tabel", "ik_of_wij", "kenmerk_van"}
        link_percentages(variables)
        self._environment = self._make_environment()
        self._environment.globals.update(variables)

    def render(self, name: str, text: str) -> str:
        """The Markdown that a template makes, with tokens for facts and source lines.

        Args:
            name: the file, for messages.
            text: the template; its line numbers are those of the file.

        Raises:
            Located: for the first mistake that stops the template.
        """
        start_counting()
        try:
            return within_bounds(self._pieces(name, text))
        except TemplateFault as raised:
            raise Located(self._at(raised, self._place(raised, name))) from raised
        except jinja2.TemplateSyntaxError as problem:
            file = str(problem.filename) if problem.filename in self._sources else name
            filters = self._environment.filters
            fault, line = syntax_fault(problem, self._sources.text(file), filters)
            raise Located(self._at(fault, Place(file, line))) from problem
        except jinja2.TemplateNotFound as problem:
            fault = TemplateFault(
                "PMG313", f"Het deel '{problem.name}' bestaat niet, of ligt buiten de werkmap.",
                "Een deel staat in de map van het dossier, of in templates bij deze soort.",
                about=str(problem.name),
            )  # fmt: skip
            raise Located(self._at(fault, self._place(problem, name))) from problem
        except (SecurityError, jinja2.UndefinedError) as problem:
            fault = TemplateFault(
                "PMG314",
                "Dit kan niet in een brief.",
                "Tussen accolades staat een feit, of if, for, set of include.",
            )
            raise Located(self._at(fault, self._place(problem, name))) from problem
        except (SyntaxError, RecursionError, MemoryError) as problem:
            # Python itself knows no more than twenty blocks in each other.
            fault = TemplateFault("PMG330", "Hier zit te veel in elkaar om nog te begrijpen.",
                                  "Zet minder {% for %} of {% if %} in elkaar.")  # fmt: skip
            raise Located(self._at(fault, self._place(problem, name))) from problem
        except (TypeError, ValueError, OverflowError, ArithmeticError) as problem:
            fault = TemplateFault(
                "PMG315", "Wat hier tussen de accolades staat, is niet te begrijpen.",
                "Noem een feit, met of zonder woord erachter: {{ naam }} of {{ naam | aantal }}.",
            )  # fmt: skip
            raise Located(self._at(fault, self._place(problem, name))) from problem

    def render_at(self, file: str, first_line: int, text: str) -> str:
        """The Markdown of a template that stands inside a file, from `first_line` on.

        Raises:
            Located: for the first mistake that stops the template.
        """
        return self.render(file, "\n" * (first_line - 1) + text).lstrip("\n")

    def _at(self, fault: TemplateFault, where: Place) -> Diagnostic:
        """The finding for a fault, at the word that it is about when the line has it."""
        finding = fault.at(self._sources.at_expression(where, fault.about))
        if fault.code != LOOSE_NUMBER:
            return finding
        known = self._environment.globals.items()
        named = {name: parts(fact)[0] for name, fact in known if isinstance(fact, FactValue)}
        same = Expressions(named, self._notation).equal_to_number(Decimal(fault.about))
        hint = (f"Deze waarde heeft {told(same)}.",) if same else ()
        return replace(finding, hints=(*hint, *finding.hints))

    def _pieces(self, file: str, text: str) -> Iterable[str]:
        if "{" in text:
            return self._compiled(file, text).generate()
        # Nothing in it runs, so it need not be compiled, which takes longer than all the rest.
        text = _ended(text)
        self._sources.keep(file, text)
        return (marked(text, 1, file, self._mark),)

    def _compiled(self, file: str, text: str) -> jinja2.Template:
        text = _ended(text)
        self._sources.keep(file, text)
        tree = self._environment.parse(text, file, file)
        found = first_unknown(tree)
        if found is not None:
            fault, line = found
            raise Located(self._at(fault, Place(file, line)))
        self._refuse_rings(file, tree, (file,))
        code = self._environment.compile(tree, file, file)
        names = self._environment.make_globals(None)
        return jinja2.Template.from_code(self._environment, code, names)

    def _refuse_rings(self, file: str, tree: nodes.Template, chain: tuple[str, ...]) -> None:
        for name, line in included_in(tree):
            found = self._find_part(name)
            if found is None:
                continue
            if found[0] in chain:
                fault = TemplateFault("PMG313", f"Dit sluit '{name}' in, waar het zelf in staat.",
                                      "Haal een van beide regels met include weg.")  # fmt: skip
                raise Located(self._at(fault, Place(file, line)))
            inner = self._environment.parse(found[1], found[0], found[0])
            self._sources.keep(*found)
            self._refuse_rings(found[0], inner, (*chain, found[0]))

    def _included(self, name: str) -> jinja2.Template:
        found = self._find_part(name)
        if found is None:
            raise jinja2.TemplateNotFound(name)
        return self._compiled(*found)

    def _place(self, problem: BaseException, name: str) -> Place:
        for frame in reversed(traceback.extract_tb(problem.__traceback__)):
            if frame.filename in self._sources:
                return Place(frame.filename, frame.lineno or 1)
        return Place(name)

    def _make_environment(self) -> ImmutableSandboxedEnvironment:
        environment = _Sandbox(
            loader=_Parts(self._included),
            undefined=self._undefined(),
            finalize=self._finalize(),
            extensions=[make_extension(self._mark)],
            autoescape=False,  # Markdown comes out, and facts are opaque tokens
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            cache_size=0,
        )
        environment.globals.clear()
        environment.filters.clear()
        environment.filters.update(make_filters(self._notation))
        return environment

    def _mark(self, name: str, line: int) -> str:
        return self._ledger.token(Place(name, line))

    def _finalize(self) -> Callable[..., str]:
        # Jinja folds constants away before the template runs, unless finalize asks for the context.
        @jinja2.pass_context
        def finalize(_context: Context, value: Any) -> str:
            if isinstance(value, str):
                return value
            if isinstance(value, TableToken):
                where = _place_of(sys._getframe(1))
                if not _ALONE.fullmatch(self._sources.line(where)):
                    self.findings.append(self._at(_not_alone(), where))
                return f"\n\n{self._ledger.token(value)}\n\n"
            try:
                return self._ledger.token(self._shown(value))
            except TemplateFault as fault:
                self.findings.append(self._at(fault, _place_of(sys._getframe(1))))
                return "?"

        return finalize

    def _shown(self, value: Any) -> Item:
        if isinstance(value, jinja2.Undefined):
            str(value)
        if not isinstance(value, FactValue):
            raise unknown(value)
        fault = fault_of(value)
        if fault is not None:
            raise fault
        fact, origins, text, _ = parts(value)
        if not text and is_endless(fact):
            raise TemplateFault(
                "PMG306", "Deze deling gaat niet op.",
                "Zet er | afgerond achter, of | afgerond(2) voor centen.",
            )  # fmt: skip
        try:
            shown = show(fact, origins, self._notation) if not text else None
        except ValueError as problem:
            raise TemplateFault(
                "PMG307", "Dit bedrag heeft delen van een cent.", "Zet er | afgerond | euro achter."
            ) from problem
        if shown is not None:
            return shown
        return FactText(text, origins, fact.kind, machine_form(fact))

    def _undefined(self) -> type[jinja2.Undefined]:
        names = self._names

        class Missing(jinja2.StrictUndefined):
            def _fail_with_undefined_error(self, *_: Any, **__: Any) -> NoReturn:
                has_owner = self._undefined_obj is not missing
                if has_owner and not isinstance(self._undefined_obj, dict):
                    raise TemplateFault(
                        "PMG314",
                        f"'{self._undefined_name}' kan hier niet.",
                        "Noem een onderdeel van dit feit, zoals .van of .naam.",
                    )
                name = str(self._undefined_name)
                if isinstance(self._undefined_obj, dict):
                    raise TemplateFault(
                        "PMG310", f"Bovenaan deze brief staat geen '{name}'.",
                        *nearest(name, self._undefined_obj), about=name,
                    )  # fmt: skip
                raise TemplateFault("PMG310", f"'{name}' is geen feit.",
                                    *nearest(name, names), about=name)  # fmt: skip

            __str__ = __iter__ = __len__ = __eq__ = __ne__ = _fail_with_undefined_error
            __bool__ = __hash__ = __contains__ = _fail_with_undefined_error

        return Missing


class _Parts(jinja2.BaseLoader):
    """Gives the parts that a letter includes, each read and looked at before it runs."""

    def __init__(self, find: Callable[[str], jinja2.Template]) -> None:
        self._find = find

    def load(self, environment: object, name: str, globals: object = None) -> jinja2.Template:  # noqa: A002, ARG002 - their signature
        """The part of that name.

        Raises:
            jinja2.TemplateNotFound: there is none.
        """
        return self._find(name)


class _Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's sandbox, in which only facts compute and only facts and `brief` have parts."""

    intercepted_binops = frozenset({"+", "-", "*", "/"})

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Compute with facts and whole numbers; text and lists could fill the memory."""
        for side in (left, right):
            if isinstance(side, jinja2.Undefined):
                str(side)
            if not isinstance(side, FactValue | int):
                raise TemplateFault(
                    "PMG304", "Rekenen gaat alleen met feiten.",
                    "Noem ze bij hun naam, zoals {{ bijdrage * aantal }}.",
                )  # fmt: skip
        return super().call_binop(context, operator, left, right)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Whether a template may see a part of something: of a fact, of `brief`, of `loop`."""
        known = isinstance(obj, FactValue | dict | LoopContext)
        return known and super().is_safe_attribute(obj, attr, value)


_ALONE = re.compile(r" {0,3}\{\{[^{}]*\}\}\s*")


def _ended(text: str) -> str:
    """A template whose last line has an end too: there stands the mark of a source line."""
    return text if text.endswith("\n") else text + "\n"


def _not_alone() -> TemplateFault:
    return TemplateFault("PMG252", "Een tabel staat alleen, op een eigen regel.",
                         "Zet {{ tabel(…) }} links, tussen twee lege regels.")  # fmt: skip


def _place_of(frame: FrameType) -> Place:
    """The line of the template whose compiled code this frame runs."""
    template: jinja2.Template = frame.f_globals["__jinja_template__"]
    return Place(frame.f_code.co_filename, template.get_corresponding_lineno(frame.f_lineno))


class Located(Exception):
    """A fault with the place in the template where it arose."""

    def __init__(self, finding: Diagnostic) -> None:
        self.finding = finding
        super().__init__(finding.message)
