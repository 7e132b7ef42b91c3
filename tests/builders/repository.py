"""Small git repositories, made by git itself, with authors and days of our own."""

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

from tests.builders.folder import facts_text, nota_text, write_tree

AUTHOR = "A. van der Schrijver-’t Hooft"
DAY = "2026-03-17T09:30:00+01:00"

FACTS = facts_text("bedrag: {bedrag: 500000}\naantal: 20\nplaats: {tekst: Almelo}")
BODY = "Er gaat {{ bedrag }} naar {{ aantal }} gemeenten.\n\nHet begint in {{ plaats }}."


def git(folder: Path, *arguments: str, day: str = DAY, author: str = AUTHOR) -> str:
    """What git says."""
    own = {
        "GIT_AUTHOR_NAME": author, "GIT_AUTHOR_EMAIL": "a@voorbeeld.nl",
        "GIT_COMMITTER_NAME": author, "GIT_COMMITTER_EMAIL": "a@voorbeeld.nl",
        "GIT_AUTHOR_DATE": day, "GIT_COMMITTER_DATE": day, "GIT_CONFIG_GLOBAL": os.devnull,
    }  # fmt: skip
    done = subprocess.run(
        ["git", *arguments], cwd=folder, env={**os.environ, **own}, check=True, capture_output=True
    )
    return done.stdout.decode()


def commit(folder: Path, files: Mapping[str, str], subject: str, **who: str) -> str:
    """Write files and commit all that there is; the commit."""
    write_tree(folder, files)
    git(folder, "add", "--all")
    git(folder, "commit", "--message", subject, **who)
    return git(folder, "rev-parse", "HEAD").strip()


def repository(folder: Path, files: Mapping[str, str] | None = None) -> Path:
    """A repository with one dossier `proef` that holds a nota, and more files if given."""
    git_folder = folder / "werk"
    git_folder.mkdir(parents=True)
    git(git_folder, "init", "--initial-branch", "main")
    own = {"letters/proef/feiten.yaml": FACTS, "letters/proef/nota.md": nota_text(BODY)}
    commit(git_folder, {**own, **(files or {})}, "Begin")
    return git_folder


def changed(folder: Path, name: str, old: str, new: str) -> Path:
    """The folder, with other words in a file of it."""
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    return folder
