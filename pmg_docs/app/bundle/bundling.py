"""Bundle: a final dossier as it goes to parliament or to the archive.

Everything is judged, made and proven first; the bundle itself is held against what it states of
itself as any copy will be, and only then does it appear, as a whole.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from pmg_docs.app.build import OUTPUT
from pmg_docs.app.bundle.filing import file_letters
from pmg_docs.app.bundle.gate import judge
from pmg_docs.app.bundle.placing import Made, place
from pmg_docs.app.bundle.verifying import check_members
from pmg_docs.app.final.status import LetterProgress
from pmg_docs.app.sources import spare_sources
from pmg_docs.model.bundled import Audience, Bundled
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.errors import Refused
from pmg_docs.workspace.folder import Workspace
from pmg_docs.writers.bundle.bag import zipped
from pmg_docs.writers.bundle.carrying import bag_of
from pmg_docs.writers.bundle.naming import bundle_name

FOLDER = "_bundel"


@dataclass(frozen=True, slots=True)
class Asked:
    """Which bundle is wanted.

    `without` are letters that are left out of it; `out` is the folder in which it comes, by default
    `build/_bundel/` in the workspace; `as_zip` says whether it is one file.
    """

    audience: Audience = Audience.ARCHIVE
    without: Sequence[str] = ()
    out: Path | None = None
    as_zip: bool = False


@dataclass(frozen=True, slots=True)
class Bundling:
    """What came of it: how far each letter is, the findings, and when all may go, the bundle.

    `path` is where it stands, `is_new` whether it was not there like this before.
    """

    letters: tuple[LetterProgress, ...]
    findings: tuple[Diagnostic, ...]
    is_ready: bool
    bundled: Bundled | None = None
    path: Path | None = None
    is_new: bool = False


def bundle(
    workspace: Workspace,
    dossier: str,
    asked: Asked = Asked(),
    *,
    is_trial: bool = False,
    on_wait: Callable[[], None] = lambda: None,
) -> Bundling:
    """Make a bundle of the letters of a dossier that were fixed.

    Args:
        workspace: where it lies.
        dossier: its name.
        asked: for whom the bundle is, and where it comes.
        is_trial: whether only to say whether it can be made.
        on_wait: called once when another bundle is made in that folder.

    Returns:
        How far each letter is; nothing was made when the gate is shut.

    Raises:
        NotFound: there is no such dossier or letter.
        Refused: a file does not say what its letter says, the bundle would fall among the sources,
            or something else stands in its place.
        Unreachable: something cannot be read or written.
    """
    judged = judge(workspace, dossier, asked.audience, asked.without)
    if is_trial or not judged.is_ready:
        return Bundling(judged.letters, judged.findings, judged.is_ready)
    bundled, files, remarks = file_letters(workspace, judged, asked.audience)
    members = bag_of(bundled, files)
    if found := check_members(members)[1]:
        raise Refused(found)
    name = bundle_name(dossier, asked.audience)
    folder = asked.out if asked.out is not None else workspace.root / OUTPUT / FOLDER
    target = folder / (f"{name}.zip" if asked.as_zip else name)
    spare_sources(workspace, [judged.report], [target, target / "bagit.txt"])
    made = Made(asked.audience, members, zipped(members, name) if asked.as_zip else None)
    is_new = place(made, target, on_wait)
    findings = (*judged.findings, *remarks)
    return Bundling(judged.letters, findings, True, bundled, target, is_new)
