"""What was asked to be compared: dossiers, two files or two folders, by what is there."""

from collections.abc import Sequence
from pathlib import Path

from pmg_docs.app.diff.dossiers import diff_dossiers
from pmg_docs.app.diff.sides import Outcome
from pmg_docs.workspace.folder import Workspace
from pmg_docs.workspace.git import LAST_COMMIT


def diff_what(
    root: Path | None, what: Sequence[str], letters: Sequence[str], since: str, until: str
) -> Outcome:
    """Compare what a person typed."""
    place = Workspace.at(root) if root else Workspace.find(Path())
    return diff_dossiers(place, what, letters, since or LAST_COMMIT, until)
