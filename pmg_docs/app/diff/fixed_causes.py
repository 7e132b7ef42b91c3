"""What is different in the inputs of a letter since it was fixed.

Its files of then are not kept, so a changed file is told by its digest, and a changed fact by what
the two trees show of it. A fact that is shown nowhere is therefore never a cause.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from pmg_docs.app.composed import ComposedLetter
from pmg_docs.app.diff.inputs import changed_parts, extent, named_in, plain_name, role_of
from pmg_docs.app.final.fixed_letters import Version
from pmg_docs.compose.notation import write_value
from pmg_docs.model.changes import CauseKind, FactChange, FileChange, InputChanges
from pmg_docs.model.digest import digest_of
from pmg_docs.model.document import Document, FactText
from pmg_docs.model.fact import Fact, FactSet
from pmg_docs.model.passages import passages_of
from pmg_docs.model.place import Place
from pmg_docs.model.value import Amount, Date, Number, Percentage, Value
from pmg_docs.specs.doc_type import Notation
from pmg_docs.workspace.folder import InputFile
from pmg_docs.writers.review.wording import JOINED

_TEXTS = (".md", ".yaml", ".j2", ".css")


def changes_since(
    fixed: Version, old_type: str, new: ComposedLetter, facts: FactSet
) -> InputChanges:
    """What is different in all that a letter is made of.

    Args:
        fixed: the letter as it went out.
        old_type: the name of its type then.
        new: the letter as it is composed now.
        facts: the facts of now.
    """
    files = dict(_file_changes(fixed, new))
    found = _Facts(_shown(fixed.document), _shown(new.document), facts, frozenset(files))
    changed = found.changed()
    types = old_type, new.doc_type.name
    return InputChanges(
        letter=new.letter.file.name,
        facts=changed,
        files=files,
        mentioned=frozenset(named_in(new) & set(changed)),
        types=types if types[0] != types[1] else None,
    )


def _file_changes(fixed: Version, new: ComposedLetter) -> Iterator[tuple[str, FileChange]]:
    before = {plain_name(name): (name, digest) for name, digest in fixed.inputs.items()}
    after = {plain_name(file.name): file for file in new.inputs}
    letter = plain_name(new.letter.file.name)
    for plain in dict.fromkeys((*after, *before)):
        name, digest = before.get(plain, ("", ""))
        file = after.get(plain)
        if file is not None and digest == digest_of(file.data):
            continue
        names = [*([file.name] if file else ()), *([name] if name else ())]
        lines = _lines(file)
        # Which lines are new is not known: any line of the letter may be.
        is_letter = plain == letter
        old_blocks = _lines_used(fixed.document, plain) if is_letter else frozenset()
        new_blocks = frozenset(range(1, len(lines) + 1)) if is_letter else frozenset()
        change = FileChange(
            names[0], role_of(plain), new_lines=lines, old_blocks=old_blocks, new_blocks=new_blocks
        )
        yield from ((one, change) for one in dict.fromkeys(names))


def _lines(file: InputFile | None) -> tuple[str, ...]:
    if file is None or not file.name.endswith(_TEXTS):
        return ()
    return tuple(file.data.decode("utf-8", "replace").split("\n"))


def _lines_used(document: Document, file: str) -> frozenset[int]:
    """The lines of a file that words of a document came from."""
    pieces = (piece for passage in passages_of(document) for piece in passage.pieces)
    places = (piece.where for piece in pieces)
    return frozenset(place.line for place in places if place and place.file == file)


_Paths = tuple[str, ...]
_VALUES: Mapping[str, Callable[[str], Value]] = {
    Amount.kind: lambda machine: Amount(Decimal(machine)),
    Number.kind: lambda machine: Number(Decimal(machine)),
    Percentage.kind: lambda machine: Percentage(Decimal(machine)),
    Date.kind: lambda machine: Date(dt.date.fromisoformat(machine)),
}
"""What a fact was, from the form for programs that its words kept."""


@dataclass(frozen=True, slots=True)
class _Shown:
    """What a tree shows of facts: the words by their value, and where the facts stood."""

    words: Mapping[_Paths, Mapping[str, str]]
    places: Mapping[str, Place]


def _shown(document: Document) -> _Shown:
    words: dict[_Paths, dict[str, str]] = {}
    places: dict[str, Place] = {}
    for one in document.inlines():
        if not isinstance(one, FactText):
            continue
        origins = [o for o in one.origins if role_of(o.where.file) is CauseKind.FACT]
        places |= {origin.path: origin.where for origin in origins}
        paths = tuple(dict.fromkeys(origin.path for origin in origins))
        if paths:
            # One amount in two notations is one value.
            text = _in_words(one)
            words.setdefault(paths, {}).setdefault(one.machine or text, text)
    return _Shown(words, places)


def _in_words(shown: FactText) -> str:
    """What a fact says, in one notation for all types of letter where its kind has one."""
    made = _VALUES.get(shown.kind)
    if made is None or not shown.machine:
        return " ".join(shown.text.split())
    return " ".join(write_value(made(shown.machine), Notation()).split())


@dataclass(frozen=True, slots=True)
class _Facts:
    """What two trees show of the facts, and the files in which these may have changed."""

    old: _Shown
    new: _Shown
    facts: FactSet
    touched: frozenset[str]

    def changed(self) -> dict[str, FactChange]:
        """The facts that are shown with another value, by the paths that lead to them.

        Figures that more than one fact gave name those of them of which nothing else is known.
        """
        found: dict[str, FactChange] = {}
        in_order = sorted({**self.new.words, **self.old.words}, key=len)
        for paths in in_order:
            before, after = (shown.words.get(paths, {}) for shown in (self.old, self.new))
            gone = [words for value, words in before.items() if value not in after]
            come = [words for value, words in after.items() if value not in before]
            open_paths = [path for path in paths if self._may_have_changed(path, paths)]
            is_known = any(path in found for path in paths)
            if is_known or not open_paths or not gone or not (come or self._is_gone(paths)):
                continue
            change = self._change(open_paths, "; ".join(gone), "; ".join(come))
            found |= dict.fromkeys(open_paths, change)
        return found

    def _may_have_changed(self, path: str, paths: _Paths) -> bool:
        """Whether its file is another one, and it is not shown elsewhere as it was."""
        places = [shown.places.get(path) for shown in (self.old, self.new)]
        before, after = (shown.words.get((path,)) for shown in (self.old, self.new))
        is_same = len(paths) > 1 and bool(before) and before == after
        return not is_same and any(place.file in self.touched for place in places if place)

    def _is_gone(self, paths: _Paths) -> bool:
        return all(self._fact(path) is None and path not in self.new.places for path in paths)

    def _change(self, paths: Sequence[str], old: str, new: str) -> FactChange:
        fact = self._fact(paths[0])
        where = self.new.places.get(paths[0]) or self.old.places[paths[0]]
        lines = (extent(fact, self.facts),) if fact else ((where.file, where.line, where.line),)
        parts = changed_parts(old, new)
        return FactChange(JOINED.join(paths), old, new, where, parts, lines)

    def _fact(self, path: str) -> Fact | None:
        while path not in self.facts.facts and "." in path:
            path = path.rpartition(".")[0]
        return self.facts.facts.get(path)
