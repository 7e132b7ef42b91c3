"""Dossiers as they are held against a revision, or two revisions against each other."""

import contextlib
from collections.abc import Iterator, Sequence

from pmg_docs.app.diff.assembling import assemble
from pmg_docs.app.diff.sides import Outcome, side_of
from pmg_docs.app.diff.snapshot import at_revision, sources
from pmg_docs.app.dossier import choose_dossiers
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.errors import NotFound
from pmg_docs.workspace.folder import LETTERS, Workspace
from pmg_docs.workspace.git import LAST_COMMIT, Repository
from pmg_docs.workspace.history import History

WORKING_TREE = "de werkmap"
_SHORT = 10


def diff_dossiers(
    workspace: Workspace,
    dossiers: Sequence[str] = (),
    letters: Sequence[str] = (),
    since: str = LAST_COMMIT,
    until: str = "",
) -> Outcome:
    """Compare dossiers with what they were.

    Args:
        workspace: where they lie, in a git repository.
        dossiers: their names, or empty for all that either state has.
        letters: the letters to compare, or empty for all.
        since: the revision to compare with.
        until: the revision to compare, or empty for the files as they are.

    Raises:
        NotFound: a revision does not exist, or neither state has a dossier or letter.
        Unreachable: there is no git, or it cannot be read.
    """
    repository = Repository.around(workspace.root)
    commit = repository.commit_of(since)
    last = repository.commit_of(until) if until else ""
    with at_revision(repository, commit) as old, _new_state(workspace, repository, last) as new:
        wanted = _wanted(old, new, dossiers)
        changed = _changed(old, new)
        concerned = [name for name in wanted if _concerns(name, changed)]
        before = side_of(old, _called(since, commit), concerned, letters)
        after = side_of(new, _called(until, last) if last else WORKING_TREE, concerned, letters)
        rest = [name for name in wanted if name not in concerned]
        _refuse_unknown(letters, wanted, new, old)
        history = History(repository, last)
        return assemble(before, after, history, commit, untouched=_count(new, rest, letters))


@contextlib.contextmanager
def _new_state(workspace: Workspace, repository: Repository, commit: str) -> Iterator[Workspace]:
    if not commit:
        yield workspace
        return
    with at_revision(repository, commit) as state:
        yield state


def _wanted(old: Workspace, new: Workspace, names: Sequence[str]) -> tuple[str, ...]:
    known = dict.fromkeys((*new.dossiers(), *old.dossiers()))
    if not names and known:
        return tuple(sorted(known))
    unknown = [name for name in names if name not in known]
    if unknown or not known:
        choose_dossiers(new, unknown)  # says what is wrong with them
    return tuple(dict.fromkeys(names))


def _changed(old: Workspace, new: Workspace) -> frozenset[str]:
    before, after = sources(old), sources(new)
    return frozenset(
        name for name in {*before, *after} if before.get(name) != after.get(name)
    )  # fmt: skip


def _concerns(dossier: str, changed: frozenset[str]) -> bool:
    """Whether a document of a dossier may be another one; letters of other dossiers do nothing."""
    own = f"{LETTERS}/{dossier}/"
    return any(
        name.startswith(own) or not (name.startswith(f"{LETTERS}/") and name.endswith(".md"))
        for name in changed
    )


def _letters_of(workspace: Workspace, dossier: str) -> list[str]:
    entries = workspace.entries(workspace.dossier(dossier))
    return [path.stem for path in entries if path.suffix == ".md"]


def _count(workspace: Workspace, dossiers: Sequence[str], letters: Sequence[str]) -> int:
    names = (name for dossier in dossiers for name in _letters_of(workspace, dossier))
    return sum(1 for name in names if not letters or name in letters)


def _refuse_unknown(
    letters: Sequence[str], dossiers: Sequence[str], new: Workspace, old: Workspace
) -> None:
    known = {name for state in (new, old) for d in dossiers for name in _letters_of(state, d)}
    if wrong := [name for name in letters if name not in known]:
        raise NotFound(
            Diagnostic("PMG193", f"Geen van deze dossiers heeft of had een brief '{name}'.",
                       hints=(f"Er zijn: {', '.join(sorted(known)) or 'geen brieven'}.",))
            for name in wrong
        )  # fmt: skip


def _called(revision: str, commit: str) -> str:
    if commit.startswith(revision):
        return commit[:_SHORT]
    return f"{revision} ({commit[:_SHORT]})"
