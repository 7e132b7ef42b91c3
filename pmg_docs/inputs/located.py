"""YAML read with the place of every key and value, and with nothing read by accident.

No implicit numbers, dates or truth values: a scalar is text as typed, `Plain` when unquoted.
Duplicate keys, aliases and tags are refused.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import yaml

from pmg_docs.inputs.shape import Plain
from pmg_docs.inputs.text import forbidden, is_forbidden
from pmg_docs.inputs.torn import refuse_torn
from pmg_docs.inputs.yaml_errors import DEEPEST, in_dutch, too_deep
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.errors import Refused
from pmg_docs.model.place import Place

Data = None | str | list["Data"] | dict[str, "Data"]
KeyPath = tuple[str | int, ...]

_Base: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_SUSPECT = re.compile(r"(?:^|[\s\[{,])\*(?=[^\s*])|^[ ?-]{80}", re.MULTILINE)
_BRACKET = re.compile(r"[\[\]{}]")


class _Loader(_Base):  # type: ignore[misc]
    yaml_implicit_resolvers: dict[str, object] = {}  # noqa: RUF012 - PyYAML's own class attribute


@dataclass(frozen=True, slots=True)
class Located:
    """The data of a YAML text, and where each value (`places`) and key (`keys`) stands.

    `remarks` has, for each unquoted value with a comment behind it, where that comment begins.
    """

    file: str
    data: Data
    places: Mapping[KeyPath, Place] = field(default_factory=dict)
    keys: Mapping[KeyPath, Place] = field(default_factory=dict)
    remarks: Mapping[KeyPath, Place] = field(default_factory=dict)

    def place(self, path: KeyPath) -> Place:
        """Where the value at `path` stands, or else the nearest value that it is part of."""
        for length in range(len(path), -1, -1):
            found = self.places.get(path[:length])
            if found:
                return found
        return Place(self.file)

    def key_place(self, path: KeyPath) -> Place:
        """Where the key of the value at `path` stands."""
        return self.keys.get(path) or self.place(path)


@lru_cache(maxsize=32)
def parse(file: str, text: str, first_line: int = 1) -> Located:
    """Parse YAML text; that of a style or type, which many letters share, only once.

    Args:
        file: the name for messages.
        text: one YAML document.
        first_line: the line of the file on which the text begins (front matter begins on 2).

    Raises:
        Refused: the text is no YAML, or uses what we refuse; all such places at once.
    """
    try:
        aliases = _aliases(file, text, first_line) if _is_suspect(text) else []
        root = yaml.compose(text, _Loader)
    except yaml.YAMLError as problem:
        refuse_torn(file, text)
        raise Refused(in_dutch(problem, file, text, first_line)) from problem
    builder = _Builder(file, first_line, text.split("\n"))
    if aliases:
        raise Refused([builder.refused_alias(alias) for alias in aliases[:20]])
    data = builder.build(root, ()) if root is not None else None
    if builder.findings:
        raise Refused(builder.findings)
    return Located(file, data, builder.places, builder.keys, builder.remarks)


def _is_suspect(text: str) -> bool:
    """Whether a text may hold an alias (`a * b` in a rule is none), or nest without end."""
    depth = deepest = 0
    for bracket in _BRACKET.finditer(text):
        depth += 1 if bracket[0] in "[{" else -1
        deepest = max(deepest, depth)
    return deepest > DEEPEST or bool(_SUSPECT.search(text))


def _aliases(file: str, text: str, first_line: int) -> list[yaml.AliasEvent]:
    """Every alias in a text, of which composing says nothing.

    Raises:
        Refused: the text nests so deep that composing would overflow the stack of the process.
    """
    aliases = []
    depth = 0
    for event in yaml.parse(text, _Loader):
        if isinstance(event, yaml.AliasEvent):
            aliases.append(event)
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > 2 * DEEPEST:
            line = event.start_mark.line if event.start_mark else 0
            raise Refused(too_deep(Place(file, line + first_line)))
    return aliases


class _Builder:
    """Turns composed nodes into plain data, noting places and refusing what is ambiguous."""

    def __init__(self, file: str, first_line: int, lines: list[str]) -> None:
        self.file = file
        self.lines = lines
        self.offset = first_line
        self.places: dict[KeyPath, Place] = {}
        self.keys: dict[KeyPath, Place] = {}
        self.remarks: dict[KeyPath, Place] = {}
        self.findings: list[Diagnostic] = []

    def place(self, mark: Any) -> Place:
        return Place(self.file, mark.line + self.offset, mark.column + 1)

    def refused_alias(self, alias: yaml.AliasEvent) -> Diagnostic:
        return Diagnostic(
            "PMG108",
            f"Een waarde kan niet met een sterretje beginnen (*{alias.anchor}).",
            self.place(alias.start_mark),
            hints=("Zet de hele waarde tussen '…'.",),
        )

    def build(self, node: yaml.Node, path: KeyPath) -> Data:
        self.places[path] = self.place(node.start_mark)
        if len(path) > DEEPEST:
            self.findings.append(too_deep(self.place(node.start_mark)))
            return None
        if node.tag not in _PLAIN_TAGS:
            self._refuse(
                "PMG108",
                f"Een waarde kan niet met een uitroepteken beginnen ({node.tag[:60]}).",
                node,
                "Zet de hele waarde tussen '…'.",
            )
            return None
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            return [self.build(item, (*path, i)) for i, item in enumerate(node.value)]
        assert isinstance(node, yaml.ScalarNode)  # noqa: S101 - there is no fourth kind
        return self._scalar(node, path)

    def _scalar(self, node: yaml.ScalarNode, path: KeyPath) -> Data:
        text: str = node.value
        bad = next((char for char in text if is_forbidden(char)), None)
        if bad is not None:
            self.findings.append(forbidden(bad, self.place(node.start_mark)))
        if node.style in {"'", '"', "|", ">"}:
            return text
        self._note_remark(node.end_mark, path)
        return None if text in {"", "~", "null"} else Plain(text)

    def _note_remark(self, end: Any, path: KeyPath) -> None:
        rest = self.lines[end.line][end.column :] if end.line < len(self.lines) else ""
        if rest.lstrip(" \t").startswith("#"):
            column = end.column + rest.index("#") + 1
            self.remarks[path] = Place(self.file, end.line + self.offset, column)

    def _mapping(self, node: yaml.MappingNode, path: KeyPath) -> Data:
        data: dict[str, Data] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                self._refuse("PMG109", "Links van de dubbele punt hoort één naam te staan.", key)
                continue
            name = str(key.value)
            if name in data:
                first = self.keys[(*path, name)]
                self._refuse(
                    "PMG110",
                    f"'{name}' staat hier dubbel; het stond al op regel {first.line}.",
                    key,
                    "Houd één van de twee.",
                )
                continue
            self.keys[(*path, name)] = self.place(key.start_mark)
            data[name] = self.build(value, (*path, name))
        return data

    def _refuse(self, code: str, message: str, node: yaml.Node, hint: str = "") -> None:
        where = self.place(node.start_mark)
        self.findings.append(Diagnostic(code, message, where, hints=(hint,) if hint else ()))


_PLAIN_TAGS = frozenset(f"tag:yaml.org,2002:{kind}" for kind in ("str", "seq", "map"))
