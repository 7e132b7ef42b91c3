"""What changed in the documents of a dossier since an earlier version, and who changed a fact."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from pmg_docs.app.diff.dossiers import diff_dossiers
from pmg_docs.app.diff.sides import Outcome
from pmg_docs.model.changes import (
    Cause,
    CauseKind,
    Change,
    ChangeKind,
    Commit,
    Comparison,
)
from pmg_docs.model.errors import NotFound, Unreachable
from pmg_docs.model.fact import Fact, FactSet
from pmg_docs.model.passage import Passage
from pmg_docs.review import compare
from pmg_docs.workspace.folder import Workspace
from pmg_docs.workspace.git import LAST_COMMIT, Repository
from pmg_docs.workspace.history import History, Lines, is_recorded
from pmg_docs.writers.review_page.contents import Alterations, Altered, Gone, Replaced

_LAST = "de laatst vastgelegde versie"
_Key = tuple[ChangeKind, str | None, str | None]


@dataclass(frozen=True, slots=True)
class Earlier:
    """The version that a dossier is compared with: its name, and what that had of each letter.

    `old` has the passages of each letter that both versions have, `added` and `removed` are those
    that only one has. `why` goes from a change to what caused it.
    """

    name: str
    old: Mapping[str, Sequence[Passage]] = field(default_factory=dict)
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    why: Mapping[_Key, str] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()
    """Why letters that are not in `old` were not compared; none when nothing of them changed."""

    def alterations(self, letter: str, passages: Sequence[Passage]) -> Alterations | None:
        """What changed in a letter, of which these are the passages now; None when unknown."""
        if letter in self.added:
            return Alterations(is_new=True)
        if letter in self.old:
            return _alterations(compare(self.old[letter], passages), self.why)
        return None if self.remarks else Alterations()


def earlier_than(workspace: Workspace, dossier: str, against: str) -> Earlier | None:
    """The earlier version of a dossier; None when there is none and none was asked for.

    Args:
        workspace: where it lies.
        dossier: its name.
        against: the revision to compare with, or empty for the last commit, if there is one.

    Raises:
        NotFound: the revision that was asked for does not exist.
        Unreachable: there is no git, or it cannot be read, though a revision was asked for.
    """
    try:
        outcome = diff_dossiers(workspace, [dossier], since=against or LAST_COMMIT)
    except (NotFound, Unreachable):
        if against:
            raise
        return None
    own = f"{dossier}/"
    differences = outcome.differences
    return Earlier(
        differences.old if against else differences.old.replace(LAST_COMMIT, _LAST),
        {pair.name.removeprefix(own): pair.old.passages for pair in outcome.pairs},
        tuple(name.removeprefix(own) for name in differences.added),
        tuple(name.removeprefix(own) for name in differences.removed),
        _causes(outcome),
        tuple(finding.message for finding in differences.findings),
    )


def _causes(outcome: Outcome) -> Mapping[_Key, str]:
    """What caused each change, in words; what has more causes names them all."""
    causes: dict[_Key, dict[str, None]] = {}
    for chapter in outcome.differences.chapters:
        words = _cause_in_words(chapter.cause)
        for told in chapter.told if words else ():
            causes.setdefault(_key(told.change), {})[words] = None
    return {key: ", ".join(words) for key, words in causes.items()}


def _cause_in_words(cause: Cause) -> str:
    if cause.kind is CauseKind.UNKNOWN:
        return ""
    what = cause.kind.value if cause.kind is CauseKind.LETTER else f"{cause.kind} {cause.name}"
    return f"{what} ({said_of(cause.commit)})" if cause.commit else what


def _key(change: Change) -> _Key:
    old, new = (side.text if side else None for side in (change.old, change.new))
    return change.kind, old, new


def _alterations(comparison: Comparison, why: Mapping[_Key, str]) -> Alterations:
    places = {id(passage): number for number, passage in enumerate(comparison.new)}
    olds = {id(passage): number for number, passage in enumerate(comparison.old)}
    partner = dict(comparison.pairs)
    altered: dict[int, Altered] = {}
    gone: dict[int, list[Gone]] = {}
    for change in comparison.changes:
        cause = why.get(_key(change), "")
        if change.new is not None:
            altered[places[id(change.new)]] = Altered(
                _said(change.kind), cause, tuple(_replaced(change, change.new))
            )
        elif change.old is not None:
            before = range(olds[id(change.old)] - 1, -1, -1)
            place = next((partner[number] for number in before if number in partner), -1)
            gone.setdefault(place, []).append(Gone(change.old.text, cause))
    return Alterations(altered, {place: tuple(texts) for place, texts in gone.items()})


def _said(kind: ChangeKind) -> str:
    return "nieuw" if kind is ChangeKind.ADDED else kind.value


def _replaced(change: Change, new: Passage) -> Iterator[Replaced]:
    if change.old is None:
        yield Replaced(0, len(new.text))
        return
    for edit in change.edits:
        gone = change.old.text[edit.old_start : edit.old_end]
        yield Replaced(edit.new_start, edit.new_end, gone)


def recorded_by_fact(workspace: Workspace, facts: FactSet) -> Mapping[str, str]:
    """Who last changed each fact and when, as far as git can tell."""
    try:
        history = History(Repository.around(workspace.root))
        files = {fact.where.file for fact in facts}
        lines = {file: history.by_line(file) for file in sorted(files)}
    except Unreachable:
        return {}
    return {fact.path: told for fact in facts if (told := _recorded(fact, lines[fact.where.file]))}


def _recorded(fact: Fact, lines: Lines) -> str:
    numbers = {fact.where.line, *(place.line for place in fact.places.values())}
    commit = lines.last_of(range(min(numbers), max(numbers) + 1))
    return said_of(commit) if commit else ""


def said_of(commit: Commit) -> str:
    """Who recorded something, when and in which words."""
    if not is_recorded(commit):
        return "nog niet vastgelegd in git"
    return f"{commit.day} door {commit.author}: {commit.subject}"
