"""What is different in the inputs of two states of a letter: its facts and its files."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from decimal import Decimal
from difflib import SequenceMatcher

from pmg_docs.app.composed import ComposedLetter
from pmg_docs.app.diff.sides import Letter
from pmg_docs.compose.fault import TemplateFault
from pmg_docs.compose.notation import write_value
from pmg_docs.dutch.numbers import write_number
from pmg_docs.model.changes import CauseKind, FactChange, FileChange, InputChanges, Segment
from pmg_docs.model.fact import Fact, FactSet
from pmg_docs.model.passage import Passage
from pmg_docs.model.value import Value
from pmg_docs.review.excerpt import marked
from pmg_docs.review.words import edits_between
from pmg_docs.specs.doc_type import Notation
from pmg_docs.workspace.folder import BUILTIN_PREFIX, LETTERS, InputFile

_NAME = re.compile(r"[a-z][a-z0-9_]*")
_TEXTS = (".md", ".yaml", ".j2", ".css")
_NO_END = 10**9
_SHORT = 60
"""Characters that a value may have to be told whole, before and after."""
_FEW = 3
"""So many places in a value can be shown; of more, such as a table, its sentences tell."""


def input_changes(old: Letter, new: Letter) -> InputChanges:
    """What is different in all that a letter is made of.

    Args:
        old: the letter as it was composed.
        new: the same as it is composed now.
    """
    if old.composed is None or new.composed is None or old.facts is None or new.facts is None:
        return InputChanges("")
    before, after = (
        {plain_name(f.name): f for f in one.inputs} for one in (old.composed, new.composed)
    )
    if old.name != new.name:
        before[new.composed.letter.file.name] = before.pop(old.composed.letter.file.name)
    files = dict(_file_changes(before, after))
    facts = {change.path: change for change in fact_changes(old.facts, new.facts)}
    named = named_in(old.composed) | named_in(new.composed)
    types = old.composed.doc_type.name, new.composed.doc_type.name
    return InputChanges(
        letter=new.composed.letter.file.name,
        facts=facts,
        files=files,
        mentioned=frozenset(named & set(facts)),
        types=types if types[0] != types[1] else None,
    )


def named_in(letter: ComposedLetter) -> frozenset[str]:
    """Every word of a letter and its parts that may be the name of a fact."""
    texts = (file.data.decode("utf-8", "replace") for file in (letter.letter.file, *letter.parts))
    return frozenset(name for text in texts for name in _NAME.findall(text))


def role_of(name: str) -> CauseKind:
    """What a file is for a document, by its name in the workspace."""
    plain = plain_name(name)
    if plain.startswith(f"{LETTERS}/"):
        return CauseKind.FACT if plain.endswith(".yaml") else CauseKind.LETTER
    if plain.startswith("styles/"):
        return CauseKind.STYLE
    return CauseKind.TYPE if plain.endswith("/soort.yaml") else CauseKind.TEMPLATE


def fact_changes(old: FactSet, new: FactSet) -> Iterator[FactChange]:
    """The facts that do not have the same value, in the order of the new ones."""
    for path in dict.fromkeys((*new.facts, *old.facts)):
        before, after = old.facts.get(path), new.facts.get(path)
        if before and after and before.value == after.value:
            continue
        fact = after or before
        if fact is not None:
            words, other_words = _words(before, after)
            lines = tuple(extent(f, s) for f, s in ((before, old), (after, new)) if f)
            shown = changed_parts(words, other_words)
            yield FactChange(path, words, other_words, fact.where, shown, lines)


def changed_parts(old: str, new: str) -> tuple[Segment, ...]:
    """What changed in the words of a fact; nothing when these are few, or all is different."""
    if min(len(old), len(new)) <= _SHORT:
        return ()
    edits = edits_between(Passage(old), Passage(new))
    return marked(old, new, edits) if 0 < len(edits) <= _FEW else ()


def _words(old: Fact | None, new: Fact | None) -> tuple[str, str]:
    """A fact before and after, in words that differ: those of a letter, or else all that it has."""
    before, after = (spelled(one.value) if one else "" for one in (old, new))
    if before == after and old and new:
        return _spelled(old.value), _spelled(new.value)
    return before, after


def spelled(value: Value) -> str:
    """A value in words, also of kinds that no letter can show in a sentence."""
    try:
        return " ".join(write_value(value, Notation()).split())
    except TemplateFault:
        return _spelled(value)


def changed_lines(old: str, new: str) -> tuple[dict[int, str], dict[int, str]]:
    """The lines that went and those that came, each with its number in its own text, from 1."""
    before, after = old.split("\n"), new.split("\n")
    gone: dict[int, str] = {}
    come: dict[int, str] = {}
    for kind, i, i_end, j, j_end in SequenceMatcher(None, before, after, False).get_opcodes():
        if kind != "equal":
            gone |= {n + 1: before[n] for n in range(i, i_end)}
            come |= {n + 1: after[n] for n in range(j, j_end)}
    return gone, come


def _blocks(text: str, changed: Iterable[int]) -> frozenset[int]:
    """The numbers of the lines of each paragraph of a text that has a changed line."""
    lines = ["", *text.split("\n"), ""]
    found: set[int] = set()
    for number in changed:
        first = last = number
        while lines[first].strip() and lines[first - 1].strip():
            first -= 1
        while lines[last].strip() and lines[last + 1].strip():
            last += 1
        found.update(range(first, last + 1))
    return frozenset(found)


def _file_changes(
    before: Mapping[str, InputFile], after: Mapping[str, InputFile]
) -> Iterator[tuple[str, FileChange]]:
    for plain in dict.fromkeys((*after, *before)):
        old, new = before.get(plain), after.get(plain)
        if old and new and old.data == new.data:
            continue
        names = [file.name for file in (new, old) if file]
        change = FileChange(names[0], role_of(plain))
        if plain.endswith(_TEXTS):
            texts = [f.data.decode("utf-8", "replace") if f else "" for f in (old, new)]
            gone, come = changed_lines(texts[0], texts[1])
            change = FileChange(
                names[0],
                role_of(plain),
                tuple(gone.values()),
                tuple(come.values()),
                min(come, default=1),
                _blocks(texts[0], gone),
                _blocks(texts[1], come),
            )
        yield from ((name, change) for name in dict.fromkeys(names))


def extent(fact: Fact, facts: FactSet) -> tuple[str, int, int]:
    """The file of a fact and its first and last line: the next fact begins below that."""
    file, first = fact.where.file, fact.where.line
    later = (f.where.line for f in facts if f.where.file == file and f.where.line > first)
    return file, first, min(later, default=_NO_END) - 1


def _spelled(value: object) -> str:
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, Decimal):
        return write_number(value)
    if isinstance(value, Mapping):
        return "; ".join(f"{key}: {_spelled(part)}" for key, part in value.items())
    if is_dataclass(value):
        parts = (_spelled(getattr(value, part.name)) for part in fields(value))
        return "; ".join(part for part in parts if part)
    if isinstance(value, tuple) and len(value) == 2 and isinstance(value[1], Decimal):
        return f"{value[0]}: {_spelled(value[1])}"
    if isinstance(value, Iterable) and not isinstance(value, str):
        return ", ".join(map(_spelled, value))
    return " ".join(str(value).split())


def plain_name(name: str) -> str:
    """The name of a file, whether it is the workspace's own or one that comes with pmg."""
    return name.removeprefix(BUILTIN_PREFIX)
