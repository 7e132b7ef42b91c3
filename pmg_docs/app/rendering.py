"""Rendering: the files of composed letters, each proven before it appears."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pmg_docs.app.converting import convert_all
from pmg_docs.app.dossier import DossierReport, Draft
from pmg_docs.app.manifest import MANIFEST, manifest
from pmg_docs.app.sources import spare_sources
from pmg_docs.checks.identity import prove_identity, prove_locks
from pmg_docs.checks.proof import prove
from pmg_docs.model.document import MADE_FROM
from pmg_docs.model.errors import Refused
from pmg_docs.readers import READERS
from pmg_docs.readers.identity import read_identity
from pmg_docs.readers.locks import read_locks
from pmg_docs.workspace.folder import Workspace
from pmg_docs.workspace.lock import only_one
from pmg_docs.workspace.writing import write_together
from pmg_docs.writers import FORMATS, WRITERS

_WITH_HEADERS = frozenset({"docx", "odt"})


@dataclass(frozen=True, slots=True)
class Rendering:
    """Files in the making: of each its draft and format, and its bytes."""

    reports: tuple[DossierReport, ...]
    target: Path
    drafts: Mapping[Path, tuple[Draft, str]]
    files: Mapping[Path, bytes]

    def prove(self) -> None:
        """Prove every file as it will be written.

        Raises:
            Refused: a file does not say what its letter says.
        """
        for path, data in self.files.items():
            self._accept(path, data)

    def write(self, *, partial: bool, on_wait: Callable[[], None]) -> dict[Path, bool]:
        """Let all files appear, with their manifests, or none of them.

        Args:
            partial: whether documents that are not among these keep their place in a manifest.
            on_wait: called once when another build is busy in that folder.

        Returns:
            Every file, and whether it is new.

        Raises:
            Refused: a file does not say what its letter says.
            Unreachable: something cannot be written.
        """
        files = dict(self.files)
        with only_one(self.target, on_wait):
            for report in self.reports:
                folder = self.target / report.name
                files[folder / MANIFEST] = manifest(report, folder, files, partial=partial)
            changed = write_together(files, self._accept)
        return {path: path in changed for path in files}

    def _accept(self, path: Path, data: bytes) -> None:
        if path in self.drafts:
            draft, name = self.drafts[path]
            _prove(draft, name, data, f"{path.parent.name}/{path.name}")


def render(
    workspace: Workspace, reports: Sequence[DossierReport], target: Path, formats: Sequence[str]
) -> Rendering:
    """Make the files of the letters of dossiers; nothing is written.

    Raises:
        Refused: the output would fall among the sources, or a writer refuses a letter.
        Unreachable: a part of the system is missing.
    """
    drafts = _targets(reports, target, formats)
    spare_sources(workspace, reports, [*drafts, *(target / r.name / MANIFEST for r in reports)])
    return Rendering(tuple(reports), target, drafts, _made(drafts))


def _targets(
    reports: Sequence[DossierReport], target: Path, formats: Sequence[str]
) -> dict[Path, tuple[Draft, str]]:
    """Every file to be made: of each letter the formats that its type has and that are wanted."""
    return {
        target / report.name / f"{draft.letter}.{name}": (draft, name)
        for report in reports
        for draft in report.drafts
        for name in FORMATS
        if name in draft.wanted(formats)
    }


def _made(drafts: Mapping[Path, tuple[Draft, str]]) -> dict[Path, bytes]:
    """The bytes of every file, in the order of the drafts."""
    converted = convert_all(
        {path: draft for path, (draft, name) in drafts.items() if name in MADE_FROM}
    )
    return {
        path: converted[path]
        if path in converted
        else WRITERS[name](draft.document.shown_in(name), draft.look)
        for path, (draft, name) in drafts.items()
    }


def _prove(draft: Draft, name: str, data: bytes, shown_as: str) -> None:
    document = draft.document.shown_in(name)
    found = READERS[name](data)
    findings = prove(document, found, shown_as, has_headers=name in _WITH_HEADERS)
    # A file that says something else may well say so of itself too.
    findings = findings or (
        *prove_identity(document, read_identity(data, name), name, shown_as),
        *prove_locks(document, read_locks(data, name), shown_as),
    )
    if findings:
        raise Refused(findings)
