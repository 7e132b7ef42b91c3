"""The number of a letter that is new: its own, and open until a ministry gives it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pmg_docs.compose.references import PREFIX
from pmg_docs.inputs.located import parse
from pmg_docs.kenmerk.register import Register
from pmg_docs.model.errors import PmgError
from pmg_docs.model.fact import FactSet
from pmg_docs.workspace.folder import FACTS, Workspace

_FACTS = re.compile(r"(?m)^feiten:[ \t]*(?:#[^\r\n]*)?\r?\n")
_FACT = re.compile(r"(?m)^([ ]+)[a-z][a-z0-9_]*:")
_LONGEST = 50


@dataclass(frozen=True, slots=True)
class OwnNumber:
    """What the head of a letter says as its number, and the files that it takes.

    `added` is the fact that these have more than before; `typed` is empty when nothing can be said.
    """

    typed: str
    added: str = ""
    files: Mapping[Path, bytes] = field(default_factory=dict)


def own_number(workspace: Workspace, dossier: str, letter: str, facts: FactSet) -> OwnNumber:
    """The number for the head of a new letter, never that of another letter.

    A fact that is named for it (`kenmerk_nota`) comes first, then the number that the register
    has for it; else an open fact of that name comes with it.

    Raises:
        Unreachable: the facts or the register cannot be read.
    """
    name = "kenmerk_" + re.sub(r"[^a-z0-9_]", "_", letter.lower())[:_LONGEST]
    if name in facts:
        return OwnNumber(f"={name}")
    known = Register(workspace).of_letter(dossier, letter)
    if sum(entry.is_live for entry in known) == 1:
        return OwnNumber(f"={PREFIX}{letter}")
    path = workspace.dossier(dossier) / FACTS
    data = _with_open_fact(workspace.read(path).data, name)
    return OwnNumber(f"={name}", name, {path: data}) if data else OwnNumber("")


def _with_open_fact(data: bytes, name: str) -> bytes:
    """The facts of an officer with one more, all else as it was; nothing where that cannot be."""
    try:
        text = data.decode("utf-8")
        before = _names(text)
        made = _inserted(text, f"{name}: {{open: het kenmerk}}")
        return made.encode() if _names(made) == before | {name} else b""
    except (UnicodeDecodeError, PmgError):
        return b""


def _inserted(text: str, line: str) -> str:
    """The text with a line among its facts: before another number, else as the first."""
    end = "\r\n" if "\r\n" in text else "\n"
    head = _FACTS.search(text)
    if head is None:
        return f"{text.rstrip()}{end}{end}feiten:{end}  {line}{end}"
    first = _FACT.search(text, head.end())
    indent = first[1] if first else "  "
    other = re.compile(rf"(?m)^{indent}kenmerk_[a-z0-9_]*:").search(text, head.end())
    at = other.start() if other else head.end()
    return f"{text[:at]}{indent}{line}{end}{text[at:]}"


def _names(text: str) -> set[str]:
    data = parse(FACTS, text).data
    facts = data.get("feiten") if isinstance(data, dict) else None
    return set(map(str, facts)) if isinstance(facts, dict) else set()
