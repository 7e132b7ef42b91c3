"""Rules between facts: a small language over names, parsed, never executed.

A rule compares two sides: `budget == aantal(gemeenten) * bijdrage`. It knows names of facts with
`.van`, `.tot` and `.tot_en_met`, `uitgaven[2025]` and `verdeling['Almelo']`, whole numbers,
`+ - * /`, the comparisons, and `aantal(lijst)`, `jaren(periode)` and `som(a, b, …)`, where a series
or distribution counts as all its figures. Numbers are exact fractions; days and months compare by
month as soon as one side is a month. A rule over an open gap is not judged.
"""

import ast
import operator
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from pmg_docs.dutch.dates import whole_years
from pmg_docs.facts.rule_values import Judged, Quantity, figures_of, in_words, quantity_of
from pmg_docs.inputs.validation import nearest
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.fact import FactSet, Rule
from pmg_docs.model.place import Place
from pmg_docs.model.value import Date, Distribution, Gap, Month, Municipalities, Period, Series

_LONGEST = 400
_ARITHMETIC: Mapping[type[ast.operator], Callable[[Quantity, Quantity], Quantity]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}
_COMPARISONS: Mapping[type[ast.cmpop], Callable[[Any, Any], bool]] = {
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
}
_PARTS = frozenset({"van", "tot", "tot_en_met"})
_FUNCTIONS = ("aantal", "jaren", "som")


class _Wrong(Exception):
    """The rule itself is wrong at a node of its expression."""

    def __init__(self, message: str, column: int = 0, hints: tuple[str, ...] = ()) -> None:
        self.message, self.column, self.hints = message, column, hints
        super().__init__(message)


class _Open(Exception):
    """The rule leans on a fact that is still open."""


def check_expression(rule: Rule, facts: FactSet) -> Iterator[Diagnostic]:
    """The finding for a rule that cannot be judged whatever the values: a typing error."""
    try:
        _sides(rule, facts)
    except _Wrong as wrong:
        yield _finding_for(rule, wrong)
    except (_Open, ZeroDivisionError):
        return


def judge(rule: Rule, facts: FactSet) -> Diagnostic | None:
    """The finding for a rule that does not hold, or None when it holds or leans on a gap.

    Args:
        rule: a rule that `check_expression` accepts.
        facts: the facts of its dossier.
    """
    try:
        left, right, holds = _sides(rule, facts)
    except _Open:
        return None
    except ZeroDivisionError:
        return Diagnostic(
            "PMG212", f"Regel {rule.code} deelt door nul.", rule.where,
            hints=_where_they_stand(rule, facts),
        )  # fmt: skip
    except _Wrong as wrong:
        return _finding_for(rule, wrong)
    if holds:
        return None
    return Diagnostic(
        rule.code,
        f"{rule.explanation.rstrip('.')}. Dat klopt niet: links {in_words(left)}, "
        f"rechts {in_words(right)} (regel: {rule.expression}).",
        rule.where,
        rule.severity,
        hints=_where_they_stand(rule, facts),
    )


@dataclass(frozen=True, slots=True)
class Outcome:
    """Both sides of a rule in words, and whether it holds; None when that cannot be judged."""

    left: str = ""
    right: str = ""
    holds: bool | None = None


def outcome(rule: Rule, facts: FactSet) -> Outcome:
    """What came of a rule: for one that leans on a gap, nothing.

    Args:
        rule: a rule that `check_expression` accepts.
        facts: the facts of its dossier.
    """
    try:
        left, right, holds = _sides(rule, facts)
    except _Open:
        return Outcome()
    except (_Wrong, ZeroDivisionError):
        return Outcome(holds=False)
    return Outcome(in_words(left), in_words(right), holds)


def facts_in(rule: Rule, facts: FactSet) -> tuple[str, ...]:
    """The names of the facts that a rule leans on, sorted; none when it cannot be read."""
    try:
        return tuple(sorted(_names(rule.expression) & facts.facts.keys()))
    except _Wrong:
        return ()


def _where_they_stand(rule: Rule, facts: FactSet) -> tuple[str, ...]:
    names = facts_in(rule, facts)
    places = ((name, facts[name].where) for name in names)
    return tuple(f"{name} staat in {where.file}, regel {where.line}." for name, where in places)


def _sides(rule: Rule, facts: FactSet) -> tuple[Judged, Judged, bool]:
    node = _parsed(rule.expression)
    if not isinstance(node, ast.Compare) or len(node.ops) != 1:
        raise _Wrong(
            "een regel vergelijkt twee kanten met ==, !=, <, <=, > of >=",
            hints=("Schrijf bijvoorbeeld: budget == aantal(gemeenten) * bijdrage.",),
        )
    known = _COMPARISONS.get(type(node.ops[0]))
    if known is None:
        raise _Wrong(
            "deze vergelijking bestaat niet",
            node.col_offset,
            hints=("Gebruik ==, !=, <, <=, > of >=.",),
        )
    left = _evaluate(node.left, facts)
    right = _evaluate(node.comparators[0], facts)
    if isinstance(left, Quantity) != isinstance(right, Quantity):
        raise _Wrong(
            "de ene kant is een getal en de andere een dag of maand",
            node.col_offset,
            hints=("Vergelijk een getal met een getal, een dag met een dag.",),
        )
    if (
        isinstance(left, Quantity) and isinstance(right, Quantity) and left.unit != right.unit
        and not _is_zero(node.left) and not _is_zero(node.comparators[0])
    ):  # fmt: skip
        raise _Wrong(
            "de ene kant is in euro's en de andere niet",
            node.col_offset,
            hints=("Vermenigvuldig het getal met een bedrag, of deel het bedrag door een bedrag.",),
        )
    if isinstance(left, Month) or isinstance(right, Month):
        left, right = Month.of(left), Month.of(right)  # type: ignore[arg-type]
    return left, right, known(_sortable(left), _sortable(right))


def _is_zero(node: ast.expr) -> bool:
    """Whether a side is a bare 0: nothing is nothing, in euros as well."""
    return isinstance(node, ast.Constant) and node.value == 0


def _sortable(judged: Judged) -> Any:
    if isinstance(judged, Quantity):
        return judged.number
    return judged.day if isinstance(judged, Date) else judged


def _parsed(expression: str) -> ast.expr:
    if len(expression) > _LONGEST:
        raise _Wrong("deze regel is te lang", hints=("Maak er twee regels van.",))
    try:
        return ast.parse(expression, mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError) as problem:
        column = (getattr(problem, "offset", 1) or 1) - 1
        column = len(expression[:column].encode())
        hint = ("Voor gelijkheid typt u ==.",) if "==" not in expression else ()
        raise _Wrong("deze regel is niet te lezen", column, hint) from None


def _names(expression: str) -> set[str]:
    return {node.id for node in ast.walk(_parsed(expression)) if isinstance(node, ast.Name)}


def _evaluate(node: ast.expr, facts: FactSet) -> Judged:
    match node:
        case ast.Constant(value=int() as number) if not isinstance(number, bool):
            return Quantity(Fraction(number))
        case ast.BinOp():
            return _computed(node, facts)
        case ast.UnaryOp(op=ast.USub()):
            return Quantity(Fraction(0)) - _quantity(node.operand, facts)
        case ast.Name() | ast.Attribute():
            return quantity_of(_looked_up(node, facts), _wrong_kind(node))
        case ast.Subscript(value=ast.Name()):
            return _entry(node, facts)
        case ast.Call(func=ast.Name(id=name), keywords=[]) if name in _FUNCTIONS:
            return _called(name, node, facts)
    raise _Wrong("dit deel van de regel kent pmg niet", node.col_offset, (
        "Een regel kent namen, hele getallen, + - * /, aantal(…), jaren(…) en som(…).",
    ))  # fmt: skip


def _computed(node: ast.BinOp, facts: FactSet) -> Quantity:
    compute = _ARITHMETIC.get(type(node.op))
    if compute is None:
        raise _Wrong(
            "alleen + - * / kunnen in een regel",
            node.col_offset,
            hints=("Schrijf een macht of rest uit als vermenigvuldiging.",),
        )
    left, right = _quantity(node.left, facts), _quantity(node.right, facts)
    if isinstance(node.op, ast.Add | ast.Sub) and left.unit != right.unit:
        raise _Wrong(
            "euro's en gewone getallen zijn niet op te tellen",
            node.col_offset,
            hints=("Vermenigvuldig het getal eerst met een bedrag.",),
        )
    return compute(left, right)


def _quantity(node: ast.expr, facts: FactSet) -> Quantity:
    found = _evaluate(node, facts)
    if not isinstance(found, Quantity):
        raise _Wrong(
            "met een dag of maand kan een regel niet rekenen",
            node.col_offset,
            hints=("Vergelijk de dagen zelf, of gebruik jaren(periode).",),
        )
    return found


def _looked_up(node: ast.expr, facts: FactSet) -> object:
    if isinstance(node, ast.Name):
        if node.id not in facts:
            raise _Wrong(
                f"'{node.id}' is geen feit", node.col_offset, nearest(node.id, facts.facts)
            )
        value: object = facts[node.id].value
    else:
        assert isinstance(node, ast.Attribute)  # noqa: S101 - narrows the type for the checker
        if node.attr not in _PARTS:
            raise _Wrong(f"'.{node.attr}' bestaat niet", node.col_offset, ("Wel: .van en .tot.",))
        whole = _looked_up(node.value, facts)
        names = {"van": "start", "tot": "end" if isinstance(whole, Period) else "until",
                 "tot_en_met": "through"}  # fmt: skip
        value = getattr(whole, names[node.attr], None)
        if value is None:
            raise _Wrong(
                f"dit feit heeft geen '.{node.attr}'",
                node.col_offset,
                hints=("Een periode heeft .van en .tot, een leeftijd .van en .tot_en_met.",),
            )
    if isinstance(value, Gap):
        raise _Open
    return value


def _called(name: str, node: ast.Call, facts: FactSet) -> Quantity:
    if name == "som":
        return _sum(node, facts)
    if len(node.args) != 1 or not isinstance(node.args[0], ast.Name):
        raise _Wrong(
            f"{name}(…) neemt één naam van een feit",
            node.col_offset,
            hints=("Schrijf bijvoorbeeld aantal(gemeenten).",),
        )
    value = _looked_up(node.args[0], facts)
    if name == "aantal" and isinstance(value, Municipalities):
        return Quantity(Fraction(value.count))
    if name == "aantal" and isinstance(value, Series | Distribution):
        return Quantity(Fraction(len(figures_of(value))))
    if name == "jaren" and isinstance(value, Period):
        years = whole_years(value)
        if years is None:
            raise _Wrong(f"'{node.args[0].id}' telt geen heel aantal jaren", node.col_offset,
                         ("Vergelijk de dagen zelf, zoals periode.tot <= ander.tot.",))  # fmt: skip
        return Quantity(Fraction(years))
    wanted = (
        "een lijst gemeenten, een reeks of een verdeling" if name == "aantal" else "een periode"
    )
    raise _Wrong(
        f"{name}(…) werkt alleen op {wanted}",
        node.col_offset,
        hints=("Noem een feit van die soort.",),
    )


def _sum(node: ast.Call, facts: FactSet) -> Quantity:
    summed = [quantity for argument in node.args for quantity in _summands(argument, facts)]
    if not summed:
        raise _Wrong(
            "som() is leeg",
            node.col_offset,
            hints=("Schrijf bijvoorbeeld som(eerste_jaar, tweede_jaar).",),
        )
    if len({quantity.unit for quantity in summed}) > 1:
        raise _Wrong(
            "euro's en gewone getallen zijn niet op te tellen",
            node.col_offset,
            hints=("Vermenigvuldig het getal eerst met een bedrag.",),
        )
    return Quantity(sum((q.number for q in summed), Fraction(0)), summed[0].unit)


def _summands(node: ast.expr, facts: FactSet) -> list[Quantity]:
    value = _looked_up(node, facts) if isinstance(node, ast.Name) else None
    if isinstance(value, Series) and value.structural_from is not None:
        raise _Wrong(
            "deze reeks loopt door en heeft geen som", node.col_offset,
            ("Tel de jaren op die u bedoelt: uitgaven[2024] + uitgaven[2025].",),
        )  # fmt: skip
    if isinstance(value, Series | Distribution):
        return list(figures_of(value).values())
    return [_quantity(node, facts)]


def _entry(node: ast.Subscript, facts: FactSet) -> Quantity:
    value = _looked_up(node.value, facts)
    if not isinstance(value, Series | Distribution):
        raise _Wrong(
            "alleen een reeks of een verdeling heeft vakken [ ]",
            node.col_offset,
            hints=("Noem het feit zonder [ ].",),
        )
    typed = node.slice.value if isinstance(node.slice, ast.Constant) else None
    key = str(typed) if isinstance(typed, int | str) else ""
    figures = figures_of(value)
    if key not in figures:
        raise _Wrong(f"dit feit heeft geen '{key}'", node.slice.col_offset, nearest(key, figures))
    return figures[key]


def _wrong_kind(node: ast.expr) -> Callable[[], Exception]:
    return lambda: _Wrong(
        "met dit soort feit kan een regel niet rekenen",
        node.col_offset,
        hints=("Een regel kent bedragen, getallen, percentages, dagen, maanden en lijsten.",),
    )


def _finding_for(rule: Rule, wrong: _Wrong) -> Diagnostic:
    # Python counts the columns of an expression in bytes.
    before = rule.expression.encode()[: wrong.column].decode("utf-8", "ignore")
    where = Place(rule.where.file, rule.where.line, rule.where.column + len(before))
    # The sentence keeps its small letter: it may begin with a word of the rule, as som(…).
    return Diagnostic("PMG211", f"Regel {rule.code}: {wrong.message}.", where, hints=wrong.hints)
