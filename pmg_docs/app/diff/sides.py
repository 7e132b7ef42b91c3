"""One of the two states: every document of it that can be read, and why others cannot."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from pmg_docs.app.composed import ComposedLetter, choose_letters, compose_letter
from pmg_docs.app.final.fixed_letters import Version
from pmg_docs.dutch.lists import write_list
from pmg_docs.facts.reading import read_facts
from pmg_docs.model.changes import Differences
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.errors import NotFound, PmgError
from pmg_docs.model.fact import FactSet
from pmg_docs.model.passage import FileText, Passage
from pmg_docs.model.passages import passages_of
from pmg_docs.review.likeness import Profile, likeness, together
from pmg_docs.workspace.folder import Workspace

_SAME_LETTER = 0.7
"""How much alike two letters are at least that are one under another name."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A document on one side: its passages, and what they were read from.

    A letter of a dossier is `composed` over `facts`; a file has its `data` and what was `read`.
    One that went out has what is kept of it in `fixed`.
    """

    name: str
    passages: tuple[Passage, ...]
    composed: ComposedLetter | None = None
    facts: FactSet | None = None
    data: bytes = b""
    read: FileText | None = None
    fixed: Version | None = None


@dataclass(frozen=True, slots=True)
class Side:
    """A state: how it is called, its documents by name, and those that could not be read.

    `remarks` are what must be told of how it was read.
    """

    name: str
    letters: dict[str, Letter] = field(default_factory=dict)
    broken: dict[str, tuple[Diagnostic, ...]] = field(default_factory=dict)
    remarks: list[Diagnostic] = field(default_factory=list)

    def has(self, name: str) -> bool:
        """Whether a document is there, readable or not."""
        return name in self.letters or name in self.broken


@dataclass(frozen=True, slots=True)
class Pair:
    """A document that both sides have."""

    name: str
    old: Letter
    new: Letter


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a comparison came to, and the pairs of documents that it was made of."""

    differences: Differences
    pairs: tuple[Pair, ...] = ()


def side_of(
    workspace: Workspace, called: str, dossiers: Sequence[str], letters: Sequence[str]
) -> Side:
    """Compose the letters of dossiers, as far as they are there.

    Args:
        workspace: the state.
        called: its name.
        dossiers: those that are wanted; one that is not there has no letters.
        letters: the letters that are wanted, or empty for all.
    """
    side = Side(called)
    for dossier in dossiers:
        if dossier in workspace.dossiers():
            _add(side, workspace, dossier, letters)
    return side


def _add(side: Side, workspace: Workspace, dossier: str, only: Sequence[str]) -> None:
    try:
        paths = choose_letters(workspace, dossier, ())
    except NotFound:
        return
    wanted = [path for path in paths if not only or path.stem in only]
    try:
        facts, files = read_facts(workspace, dossier)
    except PmgError as problem:
        side.broken.update({f"{dossier}/{path.stem}": problem.findings for path in wanted})
        return
    for path in wanted:
        name = f"{dossier}/{path.stem}"
        try:
            composed = compose_letter(workspace, path, facts, files)
        except PmgError as problem:
            side.broken[name] = problem.findings
            continue
        if wrong := tuple(finding for finding in composed.findings if finding.stops):
            side.broken[name] = wrong
            continue
        side.letters[name] = Letter(name, passages_of(composed.document), composed, facts)


def pairs_of(old: Side, new: Side) -> tuple[Pair, ...]:
    """The documents that can be compared, in the order of the new side.

    A letter of which only the file got another name is still the same letter.
    """
    renamed = _renamed(old, new)
    names = {name: renamed.get(name, name) for name in new.letters}
    return tuple(
        Pair(name, old.letters[before], new.letters[name])
        for name, before in names.items()
        if before in old.letters
    )


def _renamed(old: Side, new: Side) -> dict[str, str]:
    """What letters that only the new side has were called, by their name of today."""
    found: dict[str, str] = {}
    for name, letter in new.letters.items():
        if old.has(name):
            continue
        profile = together([Profile.of(passage) for passage in letter.passages])
        alike = [
            (likeness(profile, together([Profile.of(p) for p in one.passages])), before)
            for before, one in old.letters.items()
            if not new.has(before) and before not in found.values() and _may_be(one, letter)
        ]
        score, before = max(alike, default=(0.0, ""))
        if score >= _SAME_LETTER:
            found[name] = before
    return found


def _may_be(old: Letter, new: Letter) -> bool:
    """Whether two letters are of one dossier and one type."""
    if old.composed is None or new.composed is None:
        return False
    dossiers = {name.rpartition("/")[0] for name in (old.name, new.name)}
    return len(dossiers) == 1 and old.composed.doc_type.name == new.composed.doc_type.name


def incomparable(old: Side, new: Side) -> Iterator[Diagnostic]:
    """What to say of documents that one of the sides cannot give, once for each reason."""
    told: dict[tuple[str, Diagnostic, int], list[str]] = {}
    for name in dict.fromkeys((*new.broken, *old.broken)):
        side = new if name in new.broken else old
        first, *others = side.broken[name]
        told.setdefault((side.name, first, len(others)), []).append(name)
    for (side_name, first, more), names in told.items():
        many = f" (en nog {more})" if more else ""
        at = f" {first.where}" if first.where else ""
        are = "is" if len(names) == 1 else "zijn"
        yield Diagnostic(
            "PMG190",
            f"{write_list(names)} {are} niet vergeleken: in {side_name} staat een fout.",
            hints=(f"{first.code}{at}: {first.message}{many}",),
        )
