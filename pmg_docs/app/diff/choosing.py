"""What was asked to be compared: dossiers, files or folders, by what is there."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pmg_docs.app.diff.sides import Outcome
from pmg_docs.app.diff.state import Against
from pmg_docs.app.diff.tracked import Tracked
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.errors import NotFound
from pmg_docs.workspace.folder import LETTERS, Workspace
from pmg_docs.workspace.git import LAST_COMMIT


@dataclass(frozen=True, slots=True)
class Question:
    """What a person typed: names of dossiers or paths, and what narrows them down."""

    what: Sequence[str] = ()
    letters: Sequence[str] = ()
    since: str = ""
    until: str = ""
    tracked: Tracked = Tracked.ACCEPT
    against: Against | None = None
    root: Path | None = None


def diff_what(asked: Question) -> Outcome:
    """Compare what was asked.

    Two files or two folders are compared with each other; one file with what it was; anything
    else is the name of a dossier.

    Raises:
        NotFound: what was asked for does not exist, or does not go together.
        Unreachable: something cannot be read.
    """
    if asked.against is not None:
        return _against(asked, asked.against)
    if sources := _sources(asked):
        return _dossiers(asked, *sources)
    paths = [Path(one) for one in asked.what]
    files = [path for path in paths if path.is_file()]
    if len(paths) == 2 and len(files) == 2:
        from pmg_docs.app.diff.files import diff_files

        _refuse_revisions(asked)
        return diff_files(paths[0], paths[1], asked.tracked)
    if len(paths) == 1 and files:
        from pmg_docs.app.diff.files import diff_file

        return diff_file(paths[0], asked.since, asked.until, asked.tracked)
    if len(paths) == 2 and all(path.is_dir() for path in paths):
        from pmg_docs.app.diff.folders import diff_folders

        _refuse_revisions(asked)
        return diff_folders(paths[0], paths[1], asked.tracked)
    _refuse_paths(asked, files)
    return _dossiers(asked, asked.what, asked.letters)


def _dossiers(asked: Question, names: Sequence[str], letters: Sequence[str]) -> Outcome:
    from pmg_docs.app.diff.dossiers import diff_dossiers

    return diff_dossiers(_place(asked), names, letters, asked.since or LAST_COMMIT, asked.until)


def _against(asked: Question, state: Against) -> Outcome:
    from pmg_docs.app.diff.against import diff_against

    if asked.since or asked.until:
        raise NotFound(
            Diagnostic("PMG197", "Bij --against hoort geen --from of --to.",
                       hints=("Wat er is vastgesteld, wordt vergeleken met hoe het nu is.",))
        )  # fmt: skip
    names, letters = _sources(asked) or (asked.what, asked.letters)
    return diff_against(_place(asked), names, letters, state)


def _place(asked: Question) -> Workspace:
    return Workspace.at(asked.root) if asked.root else Workspace.find(Path())


def _sources(asked: Question) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """The dossiers and letters that are meant, when all that was typed leads to these.

    A dossier is typed by its name, or by its folder as a shell completes it; a letter by its file.
    """
    try:
        place = _place(asked)
    except NotFound:
        return None
    known = place.dossiers()
    names: list[str] = []
    letters = list(asked.letters)
    for one in asked.what:
        path = Path(one).absolute()
        folder, letter = (path.parent, path.stem) if path.suffix == ".md" else (path, "")
        if one in known:
            names.append(one)
        elif folder.parent.resolve() == place.root / LETTERS and folder.name in known:
            names.append(folder.name)
            letters += [letter] if letter else []
        else:
            return None
    return (tuple(names), tuple(letters)) if names else None


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
