"""Who made a change, and when, as far as git can tell."""

from collections.abc import Sequence
from dataclasses import replace

from pmg_docs.model.changes import Cause
from pmg_docs.workspace.folder import BUILTIN_PREFIX
from pmg_docs.workspace.history import History, is_recorded

_MOST = 200
"""So many lines of one file say enough of who changed it last."""


def with_commit(cause: Cause, history: History, since: str, lines: Sequence[int]) -> Cause:
    """A cause with the commit that it came with, or that it has none yet.

    Args:
        cause: the cause.
        history: git, up to the new state.
        since: the commit of the old state, or empty when it has none.
        lines: the lines that changed in the file of the cause, in the new state.
    """
    if cause.where is None or cause.where.file.startswith(BUILTIN_PREFIX):
        return cause
    commit = history.last_of(cause.where.file, lines[:_MOST]) if lines else None
    if commit is None and not since:
        return cause  # nothing says when it went
    if commit is None:
        commit = history.last_to(cause.where.file, since)
        return replace(cause, commit=commit, is_recorded=commit is not None)
    if not is_recorded(commit):
        return replace(cause, is_recorded=False)
    return replace(cause, commit=commit)
