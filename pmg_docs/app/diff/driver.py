"""As a driver of git: what git asks when a Word file or PDF changed, and setting that up."""

import contextlib
import shlex
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pmg_docs.app.diff.files import bytes_of, diff_files, letter_of
from pmg_docs.app.diff.sides import Letter
from pmg_docs.app.diff.tracked import Tracked
from pmg_docs.model.changes import Differences
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.errors import NotFound, PmgError, Unreachable
from pmg_docs.workspace.git import Repository
from pmg_docs.workspace.writing import write_together

KINDS = ("docx", "odt", "pdf")
ATTRIBUTES = ".gitattributes"
_DRIVER = "pmg"
_NOTHING = "/dev/null"
_FEWEST = 7
"""What git gives: a name, and of both states a file, an object and a mode."""


@dataclass(frozen=True, slots=True)
class Installed:
    """What was set up: the file that says for which files, and whether it had to be changed."""

    attributes: Path
    is_changed: bool


def differences_for_git(arguments: Sequence[str]) -> Differences | str:
    """What git is to show of one file, in words or as a sentence that says why it cannot.

    Args:
        arguments: those of `GIT_EXTERNAL_DIFF`: name, old file, its object and mode, the same of
            the new file; or a name alone for a file that is not merged.

    Raises:
        NotFound: git did not ask this.
    """
    if len(arguments) == 1:
        return f"{arguments[0]} is nog niet samengevoegd."
    if len(arguments) < _FEWEST:
        raise NotFound(
            Diagnostic("PMG198", "Dit vraagt alleen git, met zeven gegevens.",
                       hints=("Stel het in met: pmg diff --install-git",))
        )  # fmt: skip
    name, old, new = arguments[0], arguments[1], arguments[4]
    if _NOTHING in {old, new}:
        return f"{name} is {'nieuw' if old == _NOTHING else 'verwijderd'}."
    try:
        found = diff_files(Path(old), Path(new)).differences
    except PmgError as problem:
        return f"{name} is veranderd, en niet te lezen: {problem.findings[0].message}"
    return _named(found, name)


def lines_for_git(file: Path) -> str:
    """The words of a file, a paragraph a line, for `git log -p` and the like.

    Of a file that cannot be read it says so: git would show nothing at all of any other file.
    """
    try:
        letter = letter_of(bytes_of(file), file.name, Tracked.ACCEPT)
    except PmgError as problem:
        return f"[niet te lezen: {problem.findings[0].message}]\n"
    return "".join(f"{_line(letter, number)}\n" for number in range(len(letter.passages)))


def install(folder: Path) -> Installed:
    """Let git show what changed in Word files and PDFs, in the repository around a folder.

    Its `.gitattributes` says for which files, which goes with the repository; how that is done is
    a setting of this one copy, since it names a program of this computer.

    Raises:
        Unreachable: there is no git or no repository, or it cannot be written.
    """
    repository = Repository.around(folder)
    command = f"{shlex.quote(sys.executable)} -m pmg_docs diff"
    for key, value in (
        (f"diff.{_DRIVER}.command", f"{command} --git-driver"),
        (f"diff.{_DRIVER}.textconv", f"{command} --git-text"),
    ):
        done = repository.run(["config", "--local", key, value])
        if done.returncode:
            raise Unreachable(
                Diagnostic("PMG199", "De instelling van git is niet te schrijven.",
                           hints=("Kijk of u in de map .git mag schrijven.",))
            )  # fmt: skip
    attributes = repository.top / ATTRIBUTES
    text = _read(attributes)
    known = {line.split("#")[0].strip() for line in text.splitlines()}
    wanted = [f"*.{kind} diff={_DRIVER}" for kind in KINDS]
    missing = [line for line in wanted if line not in known]
    if missing:
        end = "" if not text or text.endswith("\n") else "\n"
        whole = "\n".join((f"{text}{end}{missing[0]}", *missing[1:], ""))
        write_together({attributes: whole.encode()}, lambda _path, _data: None)
    return Installed(attributes, bool(missing))


def _read(path: Path) -> str:
    with contextlib.suppress(FileNotFoundError):
        return path.read_text(encoding="utf-8", errors="surrogateescape")
    return ""


def _named(found: Differences, name: str) -> Differences:
    chapters = tuple(
        replace(chapter, told=tuple(
            replace(told, spots=tuple(replace(spot, document=name) for spot in told.spots))
            for told in chapter.told
        ))
        for chapter in found.chapters
    )  # fmt: skip
    looks = tuple(replace(look, documents=(name,)) for look in found.looks)
    return replace(found, old="de eerdere versie", new="deze", chapters=chapters, looks=looks)


def _line(letter: Letter, number: int) -> str:
    passage = letter.passages[number]
    text = f"{passage.label} {passage.text}" if passage.label else passage.text
    part = passage.part.value
    return text if part == "tekst" else f"[{part}] {text}"
