"""Who changed a line of a file, and when, as git has it."""

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from pmg_docs.model.changes import Commit
from pmg_docs.workspace.git import LAST_COMMIT, Repository

NOT_YET = "0" * 40
"""What git calls the commit of lines that nobody committed."""
_SHORT = 10
_ZONE = re.compile(r"([+-])([01][0-9]|2[0-3])([0-5][0-9])")


@dataclass(frozen=True, slots=True)
class History:
    """The history of a repository up to `commit`, or up to the files as they are when empty."""

    repository: Repository
    commit: str = ""

    def last_of(self, path: str, lines: Sequence[int]) -> Commit | None:
        """The last commit that changed any of these lines of a file; None when it cannot be told.

        A line that nobody committed yet counts as the last.

        Args:
            path: below the folder of the repository.
            lines: numbers of lines, from 1.
        """
        return self.by_line(path).last_of(lines)

    def by_line(self, path: str) -> "Lines":
        """Who last changed each line of a file; of a file that git does not know, nothing.

        Git is asked of a commit only: to look at the file in the folder it would run the filters
        that a repository brings along.

        Args:
            path: below the folder of the repository.
        """
        at = self.commit or LAST_COMMIT
        done = self.repository.run(["blame", "--no-textconv", "--porcelain", at, "--", path])
        if done.returncode:
            return Lines()
        lines, said = _blamed(done.stdout.decode("utf-8", "replace"))
        if self.commit:
            return Lines(lines, said)
        return self._as_it_stands(path, Lines(lines, said))

    def _as_it_stands(self, path: str, recorded: "Lines") -> "Lines":
        """Who last changed each line of the file in the folder."""
        blobs = self.repository.files(self.repository.commit_of(LAST_COMMIT), [path])
        old = _lines(self.repository.contents(blobs).get(path, b""))
        try:
            new = _lines((self.repository.folder / path).read_bytes())
        except OSError:
            return Lines()
        found = dict.fromkeys(range(1, len(new) + 1), NOT_YET)
        for match in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks():
            for step in range(match.size):
                known = recorded.commits.get(match.a + step + 1, NOT_YET)
                found[match.b + step + 1] = known
        return Lines(found, {**recorded.said, NOT_YET: {}})

    def last_to(self, path: str, since: str) -> Commit | None:
        """The last commit to a file after another, for what has no line any more."""
        form = "--format=%H%x00%an%x00%ad%x00%s"
        span = f"{since}..{self.commit or 'HEAD'}"
        done = self.repository.run(["log", "-1", form, "--date=short", span, "--", path])
        fields = done.stdout.decode("utf-8", "replace").strip("\n").split("\0")
        if done.returncode or len(fields) != 4:
            return None
        return Commit(fields[0][:_SHORT], fields[1], fields[2], fields[3])


@dataclass(frozen=True, slots=True)
class Lines:
    """The commit of each line of a file by its number, and what git says of each commit."""

    commits: Mapping[int, str] = field(default_factory=dict, hash=False)
    said: Mapping[str, Mapping[str, str]] = field(default_factory=dict, hash=False)

    def last_of(self, lines: Iterable[int]) -> Commit | None:
        """The last commit that changed any of these lines; None when it cannot be told."""
        touched = {self.commits[line] for line in lines if line in self.commits}
        return _last({identity: self.said[identity] for identity in touched})


def is_recorded(commit: Commit) -> bool:
    """Whether a commit is one, and not what stands in the working tree only."""
    return not NOT_YET.startswith(commit.identity)


def _lines(data: bytes) -> list[bytes]:
    """The lines of a file, whatever ends them."""
    return [line.rstrip(b"\r") for line in data.removesuffix(b"\n").split(b"\n")]


def _blamed(porcelain: str) -> tuple[dict[int, str], dict[str, dict[str, str]]]:
    """The commit of each line, and what is said of each commit."""
    lines: dict[int, str] = {}
    found: dict[str, dict[str, str]] = {}
    current: dict[str, str] = {}
    for line in porcelain.split("\n"):
        if line.startswith("\t") or not line:
            continue
        key, _, value = line.partition(" ")
        if len(key) >= 40 and all(char in "0123456789abcdef" for char in key):
            current = found.setdefault(key, {})
            lines[int(value.split(" ")[1])] = key
        else:
            current[key] = value
    return lines, found


def _last(found: Mapping[str, Mapping[str, str]]) -> Commit | None:
    if not found:
        return None
    identity = NOT_YET if NOT_YET in found else max(
        found, key=lambda one: (int(found[one].get("committer-time", "0")), one)
    )  # fmt: skip
    said = found[identity]
    day = _day(said.get("author-time", ""), said.get("author-tz", ""))
    return Commit(identity[:_SHORT], said.get("author", ""), day, said.get("summary", ""))


def _day(seconds: str, zone: str) -> str:
    """The day on the calendar of who made a commit."""
    known = _ZONE.fullmatch(zone)
    if not seconds.isdigit() or known is None:
        return ""
    sign = -1 if known[1] == "-" else 1
    away = dt.timedelta(hours=int(known[2]), minutes=int(known[3])) * sign
    return dt.datetime.fromtimestamp(int(seconds), tz=dt.timezone(away)).date().isoformat()
