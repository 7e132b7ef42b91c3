"""Dossiers as they are held against a revision, or two revisions against each other."""

import contextlib
from collections.abc import Iterator, Sequence

from pmg_docs.app.diff.assembling import assemble
from pmg_docs.app.diff.sides import Outcome, Side, side_of
from pmg_docs.app.diff.snapshot import at_revision, in_dress_of, sources
from pmg_docs.dutch.lists import write_list
from pmg_docs.model.diagnostic import Diagnostic, Severity
from pmg_docs.model.errors import NotFound
from pmg_docs.workspace.folder import BUILTIN_PREFIX, LETTERS, Workspace
from pmg_docs.workspace.git import LAST_COMMIT, Repository
from pmg_docs.workspace.history import History

WORKING_TREE = "de werkmap"
_SHORT = 10
_FEW = 3


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
        is_dated = bool(last) and _read_in_dress(after, new, workspace, letters)
        _read_in_dress(before, old, workspace if is_dated else new, letters)
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


def _read_in_dress(side: Side, state: Workspace, dress: Workspace, letters: Sequence[str]) -> bool:
    """Read once more what only fails on its type or style, with those of another state.

    The types and styles of long ago were written for the program of that time; the words of a
    letter hardly depend on them. Says whether that helped.
    """
    failed = [name for name, wrong in side.broken.items() if all(map(_is_of_dress, wrong))]
    if not failed:
        return False
    dossiers = dict.fromkeys(name.partition("/")[0] for name in failed)
    with in_dress_of(state, dress) as mixed:
        again = side_of(mixed, side.name, tuple(dossiers), letters)
    found = {name: again.letters[name] for name in failed if name in again.letters}
    for name, letter in found.items():
        side.letters[name] = letter
        del side.broken[name]
    if found:
        side.remarks.append(_dressed(side.name, tuple(found)))
    return bool(found)


def _is_of_dress(finding: Diagnostic) -> bool:
    name = finding.where.file.removeprefix(BUILTIN_PREFIX) if finding.where else ""
    return name.startswith(("templates/", "styles/"))


def _dressed(side: str, names: Sequence[str]) -> Diagnostic:
    which = write_list(names) if len(names) <= _FEW else f"{len(names)} documenten"
    return Diagnostic(
        "PMG191",
        f"Van {which} past de soort of stijl in {side} niet bij deze pmg; die van nu is gebruikt.",
        severity=Severity.WAARSCHUWING,
        hints=("Wat er in soorten en stijlen zelf veranderde, wordt daarom niet verteld.",),
    )


def _wanted(old: Workspace, new: Workspace, names: Sequence[str]) -> tuple[str, ...]:
    known = dict.fromkeys((*new.dossiers(), *old.dossiers()))
    if not names and known:
        return tuple(sorted(known))
    unknown = [name for name in names if name not in known]
    if unknown or not known:
        from pmg_docs.app.dossier import choose_dossiers

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
