"""Git as a subprocess: what files held at a revision, and who put a line there.

It is asked for objects and lines only, never for a checkout or a diff, so that no filter, hook,
attribute or setting of a repository that came from elsewhere decides what we read. What surrounds
us (`GIT_DIR`, the language) is kept from it.
"""

import os
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.errors import NotFound, Unreachable

LONGEST = 60
"""Seconds that one question to git may take; a large repository on a network disk needs some."""
LAST_COMMIT = "HEAD"
_SETTINGS = (
    "-c", "core.quotePath=false", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null",
    "-c", "color.ui=false", "-c", "blame.ignoreRevsFile=", "-c", "log.showSignature=false",
)  # fmt: skip
_LINK, _FILE = "120000", ("100644", "100755", "100664")


@dataclass(frozen=True, slots=True)
class Blob:
    """A file at a revision: its path below the folder that was asked for, and its object."""

    path: str
    identity: str
    is_link: bool = False


@dataclass(frozen=True, slots=True)
class Repository:
    """The git repository around `folder`, in which `program` answers."""

    program: str
    folder: Path

    @classmethod
    def around(cls, folder: Path) -> "Repository":
        """The repository that a folder lies in.

        Raises:
            Unreachable: PMG181, git is not installed; PMG182, the folder lies in no repository, or
                in one that git does not trust.
        """
        program = shutil.which("git")
        if program is None:
            raise Unreachable(
                Diagnostic("PMG181", "Hiervoor is git nodig, en dat staat niet op deze computer.",
                           hints=("Of vergelijk twee bestanden of mappen: pmg diff OUD NIEUW",))
            )  # fmt: skip
        found = cls(str(Path(program).absolute()), folder)
        done = found.run(["rev-parse", "--is-inside-work-tree"])
        if done.returncode or done.stdout.strip() != b"true":
            raise Unreachable(_no_repository(folder, done.stderr))
        return found

    @property
    def is_shallow(self) -> bool:
        """Whether only the last part of the history was fetched."""
        return self.run(["rev-parse", "--is-shallow-repository"]).stdout.strip() == b"true"

    @property
    def top(self) -> Path:
        """The folder of the repository itself."""
        done = self.run(["rev-parse", "--show-toplevel"])
        return Path(os.fsdecode(done.stdout.removesuffix(b"\n")))

    def commit_of(self, revision: str) -> str:
        """The commit that a revision names.

        Raises:
            NotFound: PMG183, there is none of that name; PMG184, it may lie before what was
                fetched; PMG185, nothing was committed yet.
        """
        asked = f"{revision}^{{commit}}"
        done = self.run(["rev-parse", "--verify", "--quiet", "--end-of-options", asked])
        found = done.stdout.decode("ascii", "replace").split()
        if not done.returncode and found:
            return found[0]
        raise NotFound(self._no_revision(revision))

    def files(self, commit: str, paths: Sequence[str]) -> tuple[Blob, ...]:
        """The files that a commit has below the folder, as far as they lie in these paths."""
        done = self._answer(["ls-tree", "-r", "-z", commit, "--", *paths])
        found = []
        for entry in filter(None, done.split(b"\0")):
            head, _, path = entry.partition(b"\t")
            mode, kind, identity = head.decode().split(" ")
            if kind == "blob" and mode in (*_FILE, _LINK):
                found.append(Blob(os.fsdecode(path), identity, mode == _LINK))
        return tuple(found)

    def contents(self, blobs: Sequence[Blob]) -> dict[str, bytes]:
        """The bytes of files, by path."""
        asked = "".join(f"{blob.identity}\n" for blob in blobs).encode()
        said = self._answer(["cat-file", "--batch"], asked)
        found: dict[str, bytes] = {}
        at = 0
        for blob in blobs:
            end = said.index(b"\n", at)
            head = said[at:end].split(b" ")
            if len(head) != 3:
                raise Unreachable(_lacking(blob.path))
            size = int(head[2])
            found[blob.path] = said[end + 1 : end + 1 + size]
            at = end + 1 + size + 1
        return found

    def run(
        self, arguments: Sequence[str], given: bytes = b""
    ) -> subprocess.CompletedProcess[bytes]:
        """Ask git something.

        Raises:
            Unreachable: PMG181, it cannot be started; PMG186, it takes too long.
        """
        command = [self.program, "--no-pager", "--literal-pathspecs", *_SETTINGS, *arguments]
        try:
            return subprocess.run(  # noqa: S603 - no shell, and names behind -- only
                command, cwd=self.folder, env=_environment(), input=given,
                capture_output=True, timeout=LONGEST, check=False,
            )  # fmt: skip
        except subprocess.TimeoutExpired as problem:
            raise Unreachable(
                Diagnostic("PMG186", "Git antwoordt niet.",
                           hints=("Kijk of de schijf bereikbaar is, en probeer het opnieuw.",))
            ) from problem  # fmt: skip
        except OSError as problem:
            raise Unreachable(
                Diagnostic("PMG181", "Git is hier niet te starten.",
                           hints=("Kijk of git zelf werkt: git --version",))
            ) from problem  # fmt: skip

    def _answer(self, arguments: Sequence[str], given: bytes = b"") -> bytes:
        done = self.run(arguments, given)
        if done.returncode:
            raise Unreachable(_failed(done.stderr))
        return done.stdout

    def _no_revision(self, revision: str) -> Diagnostic:
        shown = revision[:80]
        if self.run(["rev-parse", "--verify", "--quiet", LAST_COMMIT]).returncode:
            return Diagnostic(
                "PMG185", "In deze map is nog niets vastgelegd in git.",
                hints=("Leg eerst iets vast: git add . en dan: git commit -m 'Eerste versie'",),
            )  # fmt: skip
        if self.is_shallow:
            return Diagnostic(
                "PMG184",
                f"De versie '{shown}' is er niet: van de geschiedenis is alleen het laatste deel "
                "opgehaald.",
                hints=("Haal de rest op met: git fetch --unshallow",),
            )
        return Diagnostic(
            "PMG183", f"De versie '{shown}' bestaat niet in git.",
            hints=("Kies een tak, een label, een nummer uit git log, of HEAD~1: de voorlaatste.",),
        )  # fmt: skip


def _environment() -> dict[str, str]:
    """What git may know: the settings of its user, and nothing that says which repository."""
    passed = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return passed | {
        "LC_ALL": "C", "LANGUAGE": "C", "TZ": "UTC", "GIT_OPTIONAL_LOCKS": "0",
        "GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_PAGER": "cat",
    }  # fmt: skip


def _no_repository(folder: Path, said: bytes) -> Diagnostic:
    if b"dubious ownership" in said:
        return Diagnostic(
            "PMG182", f"Git vertrouwt de map {folder.name} niet: zij is van een andere gebruiker.",
            hints=(f"Is dat in orde, typ dan: git config --global --add safe.directory {folder}",),
        )  # fmt: skip
    return Diagnostic(
        "PMG182", f"De map {folder.name} staat niet in git; er is dus geen eerdere versie.",
        hints=("Vergelijk twee bestanden of mappen: pmg diff OUD NIEUW",
               "Of vergelijk met wat is vastgesteld: pmg diff --against vastgesteld",
               "Of begin met git, zodat een volgende keer te zien is wat er veranderde: git init"),
    )  # fmt: skip


def _failed(said: bytes) -> Diagnostic:
    lines = said.decode("utf-8", "replace").split("\n")
    first = next((line for line in lines if line), "geen uitleg").removeprefix("fatal: ")
    return Diagnostic("PMG187", f"Git kan deze versie niet lezen ({first[:120]}).",
                      hints=("Kijk of git zelf er iets van zegt: git fsck",))  # fmt: skip


def _lacking(path: str) -> Diagnostic:
    return Diagnostic(
        "PMG187", f"Git heeft de inhoud van {path} niet op deze computer.",
        hints=("Haal de geschiedenis helemaal op, met: git fetch --refetch",),
    )  # fmt: skip
