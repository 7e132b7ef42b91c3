"""A tree as JSON and back, exactly: what is kept of a letter that went out.

Only what differs from its default is written, so that a person can read what stands there. A seal
is never written: whoever reads a tree works out its fingerprint again.
"""

from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from typing import Any

from pmg_docs.model.document import (
    Align,
    Area,
    Aside,
    Cell,
    Document,
    Emphasis,
    FactText,
    Field,
    Heading,
    Link,
    ListBlock,
    Note,
    NoteRef,
    Paragraph,
    Quotation,
    Signature,
    Signatures,
    Strong,
    Table,
    Text,
)
from pmg_docs.model.place import Origin, Place

_KIND, _SEAL = "soort", "seal"
_CLASSES: Mapping[str, type[Any]] = {
    one.__name__: one
    for one in (
        Aside, Cell, Document, Emphasis, FactText, Field, Heading, Link, ListBlock, Note, NoteRef,
        Origin, Paragraph, Place, Quotation, Signature, Signatures, Strong, Table, Text,
    )
}  # fmt: skip
_WORDS = {(Field, "area"): Area, (Cell, "align"): Align}


def to_data(node: object) -> Any:
    """A tree, or a part of one, as what JSON can hold."""
    if is_dataclass(node) and not isinstance(node, type):
        kept = {f.name: getattr(node, f.name) for f in fields(node)
                if not _is_default(f, getattr(node, f.name)) and f.name != _SEAL}  # fmt: skip
        return {_KIND: type(node).__name__} | {k: to_data(v) for k, v in kept.items()}
    if isinstance(node, tuple):
        return [to_data(one) for one in node]
    if isinstance(node, frozenset):
        return sorted(node)
    if isinstance(node, Mapping):
        return {str(k): to_data(v) for k, v in sorted(node.items())}
    return node


def document_of(data: object) -> Document:
    """The document that was stored.

    Raises:
        ValueError: somebody made something else of it.
    """
    try:
        made = _node(data)
    except (TypeError, KeyError, AttributeError, RecursionError) as problem:
        raise ValueError(f"no stored document: {problem}") from problem
    if not isinstance(made, Document):
        raise ValueError("no stored document")
    return made


def _node(data: Any) -> Any:
    if isinstance(data, list):
        return tuple(_node(one) for one in data)
    if not isinstance(data, dict):
        return data
    made = _CLASSES[data[_KIND]]
    given = {
        name: _value(made, name, value) for name, value in data.items() if name != _KIND
    }  # fmt: skip
    return made(**given)


def _value(made: type[Any], name: str, value: Any) -> Any:
    word = _WORDS.get((made, name))
    if word is not None:
        return word(value)
    if made is Document and name == "omissions":
        return {key: frozenset(names) for key, names in value.items()}
    return _node(value)


def _is_default(field: Any, value: object) -> bool:
    if field.default is not MISSING:
        return bool(value == field.default)
    return field.default_factory is not MISSING and value == field.default_factory()
