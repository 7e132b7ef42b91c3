"""Hold located data against a shape; every mismatch becomes a finding at its own place."""

import difflib
import re
import typing
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import PydanticCustomError

from pmg_docs.inputs.located import KeyPath, Located
from pmg_docs.inputs.shape import Shape
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.errors import Refused
from pmg_docs.model.place import Place

S = TypeVar("S", bound=Shape)

_LONGEST_ECHO = 60
_DIGITS = re.compile(r"-?[0-9.]+")
_COMMA = "Hoort dit bij de waarde ervoor? Zet een waarde met een komma tussen '…'."


def validate(shape: type[S], located: Located, path: KeyPath = ()) -> S:
    """Make a shape from the part of located data at `path`.

    Raises:
        Refused: with one finding for each mismatch.
    """
    try:
        return shape.model_validate(at(located, path))
    except ValidationError as problem:
        errors = problem.errors(include_url=False, include_context=True)
        split = {
            (*error["loc"][:-1], before): error["loc"][-1]
            for error in errors
            if (before := _cut_off(located, path, error)) is not None
        }
        findings = [_split(located, (*path, *whole), str(rest)) for whole, rest in split.items()]
        told = {*split, *((*whole[:-1], rest) for whole, rest in split.items())}
        findings += [_finding(shape, located, path, e) for e in errors if e["loc"] not in told]
        raise Refused(findings) from problem


def _cut_off(located: Located, path: KeyPath, error: Any) -> str | None:
    """The key whose value a comma cut in two: in `{bedrag: 12,50}` YAML reads `50` as a name."""
    if error["type"] != "extra_forbidden" or error["input"] is not None:
        return None
    *inner, last = error["loc"]
    if not last.isdigit():
        return None
    keys = list(at(located, (*path, *inner)))
    place = keys.index(last)
    before = keys[place - 1] if place else None
    number = at(located, (*path, *inner, before)) if before else None
    return before if isinstance(number, str) and _DIGITS.fullmatch(number) else None


def _split(located: Located, path: KeyPath, rest: str) -> Diagnostic:
    typed = f"{at(located, path)},{rest}"
    return Diagnostic(
        "PMG122", f"'{typed}' wordt hier bij de komma in tweeën gelezen.", located.place(path),
        hints=(f"Typ '{typed.replace('.', '')}', met aanhalingstekens.",),
    )  # fmt: skip


def at(located: Located, path: KeyPath) -> Any:
    """The data at a path that is known to exist."""
    data: Any = located.data
    for part in path:
        data = data[part]
    return data


def as_finding(problem: PydanticCustomError, where: Place) -> Diagnostic:
    """The finding for a value that a small type refused outside a shape."""
    return _refused(problem.type, problem.message(), problem.context or {}, where)


def nearest(name: str, known: Iterable[str]) -> tuple[str, ...]:
    """A hint that names the known words closest to a mistyped one, or all when few are known."""
    names = sorted(known)
    close = difflib.get_close_matches(name.casefold(), names, n=3, cutoff=0.6)
    if close:
        return (f"Bedoelt u {' of '.join(close)}?",)
    if names and len(names) <= 24:
        return (f"Mogelijk zijn: {', '.join(names)}.",)
    return ()


def _finding(shape: type[Shape], located: Located, path: KeyPath, error: Any) -> Diagnostic:
    inner = tuple(error["loc"])
    full = (*path, *inner)
    kind: str = error["type"]
    if kind.startswith("PMG"):
        return _refused(kind, error["msg"], error["ctx"], located.place(full))
    if kind == "extra_forbidden":
        return Diagnostic(
            "PMG111",
            f"'{inner[-1]}' is hier geen bekende naam.",
            located.key_place(full),
            hints=(_COMMA,)
            if error["input"] is None
            else nearest(str(inner[-1]), _known_keys(shape, inner[:-1])),
        )
    if kind == "missing":
        where = located.key_place(full[:-1]) if len(full) > 1 else located.place(())
        hint = f"Zet erbij: {inner[-1]}: …"
        return Diagnostic("PMG112", f"Hier ontbreekt '{inner[-1]}'.", where, hints=(hint,))
    return Diagnostic(
        "PMG113", f"{_EXPECTED.get(kind, 'Deze waarde kan hier niet')}{_echo(error['input'])}.",
        located.place(full), hints=_choices(error),
    )  # fmt: skip


def _refused(kind: str, message: str, context: Any, where: Place) -> Diagnostic:
    hint = context.get("hint", "")
    return Diagnostic(kind, _sentence(message), where, hints=(hint,) if hint else ())


_EXPECTED = {
    "model_type": "Hier horen regels 'naam: waarde' te staan",
    "model_attributes_type": "Hier horen regels 'naam: waarde' te staan",
    "mapping_type": "Hier horen regels 'naam: waarde' te staan",
    "dict_type": "Hier horen regels 'naam: waarde' te staan",
    "list_type": "Hier hoort een lijst te staan",
    "tuple_type": "Hier hoort een lijst te staan",
    "literal_error": "Deze waarde kan hier niet",
    "enum": "Deze waarde kan hier niet",
}


def _echo(value: object) -> str:
    if isinstance(value, str):
        cut = value if len(value) <= _LONGEST_ECHO else value[:_LONGEST_ECHO] + "…"
        return f" ('{cut}')"
    return " (er staat niets)" if value is None else ""


def _choices(error: Any) -> tuple[str, ...]:
    expected = error.get("ctx", {}).get("expected")
    if not expected:
        return ()
    return (f"Mogelijk zijn: {str(expected).replace(' or ', ' of ').replace(chr(39), '')}.",)


def _sentence(text: str) -> str:
    whole = text[:1].upper() + text[1:]
    return whole if whole.endswith((".", "!", "?")) else whole + "."


def _known_keys(shape: type[Shape], inner: Sequence[str | int]) -> set[str]:
    shapes: list[type[Shape]] = [shape]
    for part in inner:
        annotations = [
            field.annotation
            for known in shapes
            for name, field in known.model_fields.items()
            if _key(name, field) == part
        ]
        if annotations:
            shapes = [found for a in annotations for found in _shapes_in(a)]
    return {_key(n, f) for known in shapes for n, f in known.model_fields.items() if not f.exclude}


def _key(name: str, field: FieldInfo) -> str:
    return field.alias or name


def _shapes_in(annotation: Any) -> Iterator[type[Shape]]:
    if isinstance(annotation, type) and issubclass(annotation, Shape):
        yield annotation
    for inner in typing.get_args(annotation):
        yield from _shapes_in(inner)
