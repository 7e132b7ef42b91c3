"""What was asked to be compared: dossiers, files or folders, by what is there."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pmg_docs.app.diff.sides import Outcome
from pmg_docs.app.diff.tracked import Tracked
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.errors import NotFound
from pmg_docs.workspace.folder import FACTS, Workspace
from pmg_docs.workspace.git import LAST_COMMIT


@dataclass(frozen=True, slots=True)
class Question:
    """What a person typed: names of dossiers or paths, and what narrows them down."""

    what: Sequence[str] = ()
    letters: Sequence[str] = ()
    since: str = ""
    until: str = ""
    tracked: Tracked = Tracked.ACCEPT
    root: Path | None = None


def diff_what(asked: Question) -> Outcome:
    """Compare what was asked.

    Two files or two folders are compared with each other; one file with what it was; anything
    else is the name of a dossier.

    Raises:
        NotFound: what was asked for does not exist, or does not go together.
        Unreachable: something cannot be read.
    """
    paths = [Path(one) for one in asked.what]
    files = [path for path in paths if path.is_file()]
    if len(paths) == 2 and len(files) == 2:
        from pmg_docs.app.diff.files import diff_files

        _refuse_revisions(asked)
        return diff_files(paths[0], paths[1], asked.tracked)
    if len(paths) == 1 and files:
        from pmg_docs.app.diff.files import diff_file

        return diff_file(paths[0], asked.since, asked.until, asked.tracked)
    if len(paths) == 2 and all(map(_is_output, paths)) and not _are_dossiers(asked):
        from pmg_docs.app.diff.folders import diff_folders

        _refuse_revisions(asked)
        return diff_folders(paths[0], paths[1], asked.tracked)
    from pmg_docs.app.diff.dossiers import diff_dossiers

    _refuse_paths(asked, files)
    place = Workspace.at(asked.root) if asked.root else Workspace.find(Path())
    return diff_dossiers(
        place, asked.what, asked.letters, asked.since or LAST_COMMIT, asked.until
    )  # fmt: skip


def _is_output(path: Path) -> bool:
    """Whether a folder holds documents, not the sources of a dossier."""
    return path.is_dir() and not (path / FACTS).exists()


def _are_dossiers(asked: Question) -> bool:
    """Whether what was typed names two dossiers, though folders of these names stand here."""
    try:
        place = Workspace.at(asked.root) if asked.root else Workspace.find(Path())
    except NotFound:
        return False
    return set(asked.what) <= set(place.dossiers())


def _refuse_revisions(asked: Question) -> None:
    if asked.since or asked.until or asked.letters:
        raise NotFound(
            Diagnostic("PMG197", "Bij twee bestanden of mappen hoort geen --from, --to, --letter.",
                       hints=("Laat die weg; de eerste is de oude, de tweede de nieuwe.",))
        )  # fmt: skip


def _refuse_paths(asked: Question, files: Sequence[Path]) -> None:
    """Say what is missing when files or folders were meant."""
    looks = [one for one in asked.what if "/" in one or "\\" in one or Path(one).suffix]
    if not looks and not files:
        return
    absent = [one for one in asked.what if not Path(one).exists()]
    if absent:
        raise NotFound(
            Diagnostic("PMG197", f"Er is geen bestand of map {one}.",
                       hints=("Kijk of de naam klopt.",))
            for one in absent
        )  # fmt: skip
    raise NotFound(
        Diagnostic("PMG197", "Dit is niet met elkaar te vergelijken.",
                   hints=("Noem twee bestanden, twee mappen, één bestand in git, of dossiers.",))
    )  # fmt: skip
