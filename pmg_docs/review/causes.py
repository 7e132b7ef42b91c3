"""Why words changed: what is different in the facts and files that a document is made of.

Every word knows the fact or the line that it came from. So a change is told of its cause, not of
what else happened to change: a file is named only when it differs itself.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pmg_docs.model.changes import (
    Cause,
    CauseKind,
    Change,
    ChangeKind,
    Edit,
    FactChange,
    FileChange,
    InputChanges,
)
from pmg_docs.model.document import FactText
from pmg_docs.model.passage import Part, Passage, Piece, Shape
from pmg_docs.model.place import Place

UNKNOWN = Cause(CauseKind.UNKNOWN, "")
_WORDS = re.compile(r"\w+")
_ORDER = tuple(CauseKind)


def causes_of(change: Change, edit: Edit, inputs: InputChanges) -> tuple[Cause, ...]:
    """The causes of an edit, the one that explains most first; never none.

    Args:
        change: the change that it belongs to.
        edit: the words.
        inputs: what is different in the inputs of the document.
    """
    search = _Search(change, edit, inputs)
    found = dict.fromkeys(search.found()) or dict.fromkeys(search.fallback())
    ordered = sorted(found, key=lambda cause: _ORDER.index(cause.kind))
    return tuple(ordered) or (UNKNOWN,)


def whole(change: Change) -> Edit:
    """The edit that takes in all words of a passage on both sides."""
    old, new = (len(side.text) if side else 0 for side in (change.old, change.new))
    return Edit(0, old, 0, new)


def fact_cause(fact: FactChange) -> Cause:
    """A fact as the cause of something."""
    return Cause(CauseKind.FACT, fact.path, fact.old, fact.new, fact.where, fact.segments)


@dataclass(frozen=True, slots=True)
class _Search:
    change: Change
    edit: Edit
    inputs: InputChanges

    def found(self) -> Iterator[Cause]:
        """The causes that the pieces under the edit lead to."""
        change, edit = self.change, self.edit
        is_fixed = change.passage.part is Part.FRAME or change.passage.shape is Shape.HEADING
        if change.kind is ChangeKind.RENUMBERED and is_fixed:
            for side in (change.new, change.old):
                yield from self._of_label(side.label if side else "")
            return
        for passage, start, end, is_new in (
            (change.new, edit.new_start, edit.new_end, True),
            (change.old, edit.old_start, edit.old_end, False),
        ):
            if passage is None or start == end:
                continue
            yield from self._by_controls(passage, start, end)
            pieces = [piece for piece in passage.pieces if piece.start < end and piece.end > start]
            for piece in pieces:
                yield from self._of_piece(piece, passage.text[start:end], is_new=is_new)
            if passage.pieces and not pieces:
                yield from self._of_label(passage.text[start:end])

    def fallback(self) -> Iterator[Cause]:
        """The causes when the words lead to none: `{% if … %}` turned out otherwise, or a move."""
        is_moved = self.change.kind is ChangeKind.MOVED
        letter = self.inputs.files.get(self.inputs.letter)
        mentioned = [fact for path, fact in self.inputs.facts.items()
                     if path in self.inputs.mentioned]  # fmt: skip
        if letter and (is_moved or mentioned):
            yield _of_file(letter)
        if is_moved and letter:
            return
        if mentioned:
            yield from map(fact_cause, mentioned)
            return
        for kind in (one for one in _ORDER if one is not CauseKind.FACT):
            files = self._with_role(kind)
            if files:
                yield from map(_of_file, files)
                return
        yield from map(fact_cause, self.inputs.facts.values())

    def _of_piece(self, piece: Piece, words: str, *, is_new: bool) -> Iterator[Cause]:
        if piece.fact is not None and piece.fact.origins:
            yield from self._of_fact(piece.fact)
        elif piece.where is not None:
            yield from self._at(piece.where, is_new=is_new)
        else:
            yield from self._of_label(words)

    def _of_fact(self, fact: FactText) -> Iterator[Cause]:
        is_known = False
        for origin in fact.origins:
            changed = _changed_fact(origin.path, self.inputs.facts)
            file = self.inputs.files.get(origin.where.file)
            if changed is not None:
                is_known = True
                yield fact_cause(changed)
            elif file is not None and file.role is not CauseKind.FACT:
                is_known = True
                yield _of_file(file)
        if not is_known:
            yield from self._of_asking()

    def _of_asking(self) -> Iterator[Cause]:
        """The causes when a fact is what it was: it was asked for otherwise, or by the type."""
        letter = self.inputs.files.get(self.inputs.letter)
        types = self._with_role(CauseKind.TYPE)
        if letter and (self._is_touched(letter) or not types):
            yield _of_file(letter)
        else:
            yield from map(_of_file, types)

    def _is_touched(self, letter: FileChange) -> bool:
        """Whether the paragraph that the passage came from is not what it was."""
        sides = ((self.change.new, letter.new_blocks), (self.change.old, letter.old_blocks))
        return any(
            piece.where.file == letter.name and piece.where.line in blocks
            for side, blocks in sides
            for piece in (side.pieces if side else ())
            if piece.where
        )

    def _at(self, place: Place, *, is_new: bool) -> Iterator[Cause]:
        """The cause that words have that stand at a place, if that changed."""
        file = self.inputs.files.get(place.file)
        if file is None:
            return
        if file.role is CauseKind.FACT:
            yield from (fact_cause(f) for f in self.inputs.facts.values() if f.covers(place))
            return
        blocks = file.new_blocks if is_new else file.old_blocks
        if file.role is not CauseKind.LETTER or place.line in blocks:
            yield _of_file(file)

    def _of_label(self, words: str) -> Iterator[Cause]:
        """The causes of words that a type or style fixes."""
        if self.inputs.types is not None:
            old, new = self.inputs.types
            yield Cause(CauseKind.TYPE, f"{old} → {new}", old, new, Place(self.inputs.letter))
            return
        wanted = set(_WORDS.findall(words))
        for file in self._with_role(CauseKind.TYPE, CauseKind.TEMPLATE, CauseKind.STYLE):
            lines = " ".join((*file.old_lines, *file.new_lines))
            if wanted and wanted <= set(_WORDS.findall(lines)):
                yield _of_file(file)

    def _by_controls(self, passage: Passage, start: int, end: int) -> Iterator[Cause]:
        """The facts that a Word file names itself, when nothing else is known of it."""
        if self.inputs.facts or passage.pieces:
            return
        olds, news = ({control.name: side.text[control.start : control.end]
                       for control in side.controls} if side else {}
                      for side in (self.change.old, self.change.new))  # fmt: skip
        for control in passage.controls:
            is_touched = control.start < end and control.end > start and bool(control.name)
            old, new = olds.get(control.name, ""), news.get(control.name, "")
            if is_touched and old and new and old != new:
                yield Cause(CauseKind.FACT, control.name, old, new)

    def _with_role(self, *roles: CauseKind) -> list[FileChange]:
        return [file for file in dict.fromkeys(self.inputs.files.values()) if file.role in roles]


def _of_file(file: FileChange) -> Cause:
    return Cause(file.role, file.name, where=Place(file.name, file.line))


def _changed_fact(path: str, facts: Mapping[str, FactChange]) -> FactChange | None:
    """The changed fact that a path leads to: `gemeenten.groep` to `gemeenten`."""
    while path not in facts and "." in path:
        path = path.rpartition(".")[0]
    return facts.get(path)
