"""Suppose that facts had other values, without changing a file."""

import json
import re
from collections.abc import Mapping, Sequence

import yaml

from pmg_docs.facts.shapes import KINDS
from pmg_docs.inputs.editing import with_value
from pmg_docs.inputs.located import Data, parse
from pmg_docs.inputs.text import decode
from pmg_docs.inputs.validation import nearest
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.errors import NotFound, Refused
from pmg_docs.model.fact import Fact, FactSet
from pmg_docs.model.value import Gap, TextValue
from pmg_docs.workspace.folder import Workspace

_FACTS = "feiten"
_FLOW = frozenset(",[]{}")
_CHANGE = re.compile(r"(?P<fact>[a-z][a-z0-9_]*)(?P<parts>(?:\.[^=.]+)*)=(?P<typed>.*)", re.DOTALL)


def read_changes(arguments: Sequence[str]) -> Mapping[str, str]:
    """The values that were typed as `naam=waarde`, by the name of their fact.

    Raises:
        Refused: PMG165, an argument is not of that form, or a fact is there twice.
    """
    changes: dict[str, str] = {}
    wrong: list[Diagnostic] = []
    for argument in arguments:
        found = _CHANGE.fullmatch(argument)
        name = argument.partition("=")[0]
        if found is None or not found["typed"].strip() or not _is_text(argument):
            wrong.append(_misformed(argument))
        elif name in changes:
            wrong.append(Diagnostic("PMG165", f"'{name}' staat er twee keer.",
                                    hints=("Geef elk feit één nieuwe waarde.",)))  # fmt: skip
        else:
            changes[name] = found["typed"].strip()
    if wrong:
        raise Refused(wrong)
    return changes


def read_changes_file(name: str, text: str) -> Mapping[str, str]:
    """The facts of a file with changed facts, as they would be typed on one line each.

    Args:
        name: the file, for messages.
        text: YAML with `naam: waarde`, or with that below `feiten`, as in `feiten.yaml`.

    Raises:
        Refused: it is no such file.
    """
    located = parse(name, text)
    root = yaml.compose(text, yaml.SafeLoader)
    if isinstance(root, yaml.MappingNode):
        below = (value for key, value in root.value if key.value == _FACTS)
        root = next(below, root)
    if not isinstance(root, yaml.MappingNode) or not root.value:
        raise Refused(
            Diagnostic("PMG165", "Dit is geen bestand met feiten.", located.place(()),
                       hints=("Schrijf regels als naam: waarde, zoals in feiten.yaml.",))
        )  # fmt: skip
    return {key.value: _on_one_line(value) for key, value in root.value}


def _on_one_line(node: yaml.Node) -> str:
    """A value as it can be typed on one line, its scalars quoted as they were."""
    if isinstance(node, yaml.MappingNode):
        inner = (f"{_on_one_line(key)}: {_on_one_line(value)}" for key, value in node.value)
        return f"{{{', '.join(inner)}}}"
    if isinstance(node, yaml.SequenceNode):
        return f"[{', '.join(map(_on_one_line, node.value))}]"
    if isinstance(node, yaml.ScalarNode) and node.style is None and not _FLOW & set(node.value):
        return str(node.value)
    return json.dumps(node.value, ensure_ascii=False)


def suppose(workspace: Workspace, facts: FactSet, changes: Mapping[str, str]) -> Workspace:
    """The workspace as it would be if facts had the values that were typed.

    Args:
        workspace: where the facts stand.
        facts: the facts of one dossier.
        changes: by the name of a fact or a part of one (`looptijd.van`), what would be typed in
            its place in `feiten.yaml`.

    Raises:
        NotFound: PMG164, a fact or part does not exist.
        Refused: PMG165, what was typed cannot stand there.
    """
    texts: dict[str, str] = {}
    for name, typed in changes.items():
        head, *parts = name.split(".")
        if head not in facts:
            raise NotFound(
                Diagnostic("PMG164", f"Het dossier kent het feit '{head}' niet.",
                           hints=nearest(head, facts.facts))
            )  # fmt: skip
        fact = facts[head]
        file = fact.where.file
        if file not in texts:
            texts[file] = decode(workspace.read(workspace.root / file))
        texts[file] = _with_fact(texts[file], fact, tuple(parts), typed)
    return workspace.supposing({file: text.encode() for file, text in texts.items()})


def _with_fact(text: str, fact: Fact, parts: tuple[str, ...], typed: str) -> str:
    data = parse(fact.where.file, text).data
    written = _at(data, (_FACTS, fact.path))
    path = (_FACTS, fact.path, *_inside(written, fact, parts, typed))
    node = _at(data, path)
    if parts and node is None:
        known = _at(data, path[: -len(parts)])
        raise NotFound(
            Diagnostic("PMG164", f"{fact.path} heeft geen '{'.'.join(parts)}'.",
                       hints=nearest(parts[-1], known if isinstance(known, dict) else ()))
        )  # fmt: skip
    if isinstance(node, dict | list) and typed[0] not in "{[":
        raise Refused(
            Diagnostic(
                "PMG165", f"{fact.path} is niet met één waarde te vervangen.",
                hints=(_example(fact, node),),
            )
        )  # fmt: skip
    changed = with_value(text, path, _as_yaml(typed, fact))
    if not _differs_only_there(fact.where.file, text, changed, fact.path):
        raise Refused(_misformed(f"{fact.path}={typed}"))
    return changed


def _inside(written: Data, fact: Fact, parts: tuple[str, ...], typed: str) -> tuple[str, ...]:
    """The keys below the name of a fact at which its value stands."""
    if not isinstance(written, dict) or (typed.startswith("{") and not parts):
        return ()
    if isinstance(fact.value, Gap):
        raise Refused(
            Diagnostic(
                "PMG165", f"{fact.path} is nog open, en pmg gokt niet wat voor feit het wordt.",
                hints=(f"Noem de soort erbij: {fact.path}='{{tekst: {typed}}}'.",),
            )
        )  # fmt: skip
    return (_kind_key(written), *parts)


def _kind_key(written: dict[str, Data]) -> str:
    return next(key for key in written if key in KINDS)


def _as_yaml(typed: str, fact: Fact) -> str:
    """What was typed, in quotes where it is text that YAML could take for something else."""
    is_plain = not typed.startswith(("'", '"', "{", "["))
    if is_plain and isinstance(fact.value, TextValue):
        return "'" + typed.replace("'", "''") + "'"
    return typed


def _differs_only_there(file: str, before: str, after: str, name: str) -> bool:
    """Whether two texts hold the same but for one fact: what was typed is a value and no more."""
    try:
        old, new = parse(file, before).data, parse(file, after).data
    except Refused:
        return False
    return _without(old, name) == _without(new, name)


def _without(data: Data, name: str) -> Data:
    if not isinstance(data, dict) or not isinstance(data.get(_FACTS), dict):
        return data
    facts = data[_FACTS]
    assert isinstance(facts, dict)  # noqa: S101 - narrows the type for the checker
    return {**data, _FACTS: {key: value for key, value in facts.items() if key != name}}


def _at(data: Data, path: Sequence[str]) -> Data:
    for key in path:
        data = data.get(key) if isinstance(data, dict) else None
    return data


def _example(fact: Fact, node: Data) -> str:
    if isinstance(node, list):
        return f"Geef de hele lijst: {fact.path}='[Almelo, Zwolle]'."
    keys = list(node) if isinstance(node, dict) else []
    return f"Noem een deel: {fact.path}.{keys[0]}=…." if keys else "Geef het hele feit."


def _is_text(argument: str) -> bool:
    """Whether an argument can be written in a file: no bytes of another encoding in it."""
    return argument.encode("utf-8", "replace").decode() == argument


def _shown(argument: str) -> str:
    return argument[:80].encode("utf-8", "replace").decode()


def _misformed(argument: str) -> Diagnostic:
    return Diagnostic(
        "PMG165", f"'{_shown(argument)}' is geen feit met een nieuwe waarde.",
        hints=("Typ naam=waarde, zoals budget_per_jaar=12000000.",
               "Zet een waarde met spaties of haakjes tussen aanhalingstekens."),
    )  # fmt: skip
