"""The files of a bundle: those of the letters that were fixed, where it can be to the byte."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from pmg_docs.app.build import OUTPUT
from pmg_docs.app.bundle.gate import FORMATS, Judged
from pmg_docs.app.dossier import DossierReport, Draft
from pmg_docs.app.final.fixed_letters import Version
from pmg_docs.app.rendering import render
from pmg_docs.checks.bundled import borne
from pmg_docs.model.bundled import Audience, Bundled, BundledFile, BundledLetter
from pmg_docs.model.diagnostic import Diagnostic, Severity
from pmg_docs.model.place import Place
from pmg_docs.readers import READERS
from pmg_docs.readers.formats import format_of
from pmg_docs.readers.identity import read_identity
from pmg_docs.workspace.folder import Workspace
from pmg_docs.writers.bundle.naming import apart, stem


def file_letters(
    workspace: Workspace, judged: Judged, audience: Audience
) -> tuple[Bundled, dict[str, bytes], tuple[Diagnostic, ...]]:
    """The letters of a bundle, the bytes of their files by official name, and what to say of them.

    Raises:
        Refused: a file does not say what its letter says.
        Unreachable: a part of the system is missing.
    """
    rendering = render(workspace, [judged.report], workspace.root / OUTPUT, FORMATS)
    rendering.prove()
    drafts = _in_order(judged.report, audience)
    stems = apart([_stem(draft) for draft in drafts])
    files: dict[str, bytes] = {}
    remarks: list[Diagnostic] = []
    letters = []
    for draft, name in zip(drafts, stems, strict=True):
        version = judged.versions[draft.letter]
        made = {path: data for path, data in rendering.files.items()
                if rendering.drafts[path][0] is draft}  # fmt: skip
        letter = _letter(draft, version, judged.status_of(draft.letter))
        filed = []
        for path, fresh in made.items():
            data = _as_fixed(path, fresh, version)
            is_remade = _sha256(data) != _digest_then(path, version)
            filed.append(_file(letter, f"{name}{path.suffix}", data, is_remade=is_remade))
            files[f"{name}{path.suffix}"] = data
            if is_remade:
                remarks.append(_remade(f"{judged.report.name}/{path.name}"))
        letters.append(letter.with_files(tuple(filed)))
    return Bundled(audience, tuple(letters)), files, tuple(remarks)


def _in_order(report: DossierReport, audience: Audience) -> list[Draft]:
    """By day, and those of one day by their own names; parliament reads its own letter first."""
    letters = report.subject.letters if report.subject else ()
    first = {one.name for one in letters if one.is_to_parliament}
    if audience is not Audience.PARLIAMENT:
        first = set()
    return sorted(
        report.drafts, key=lambda one: (one.letter not in first, one.document.day, one.letter)
    )  # fmt: skip


def _stem(draft: Draft) -> str:
    document = draft.document
    return stem(document.day, document.type, document.said_in("kenmerk"), document.title)


def _letter(draft: Draft, version: Version, status: str) -> BundledLetter:
    document = draft.document
    return BundledLetter(
        document.type, document.title, document.said_in("kenmerk"), document.day, status,
        version.number, version.digest, document.sender,
    )  # fmt: skip


def _file(letter: BundledLetter, name: str, data: bytes, *, is_remade: bool) -> BundledFile:
    ending = name.rpartition(".")[2]
    bears = borne(letter, read_identity(data, ending), READERS[ending](data))
    return BundledFile(
        name, len(data), _sha256(data), format_of(data, ending), bears, is_remade
    )  # fmt: skip


def _as_fixed(path: Path, fresh: bytes, version: Version) -> bytes:
    """The bytes of a file as it was made when its letter was fixed, where they are still there."""
    then = _digest_then(path, version)
    if _sha256(fresh) != then:
        for kept in _kept(path):
            if _sha256(kept) == then:
                return kept
    return fresh


def _kept(path: Path) -> Iterator[bytes]:
    """What the last build left under that name, if it can be read."""
    try:
        if path.is_file():
            yield path.read_bytes()
    except OSError:
        return


def _digest_then(path: Path, version: Version) -> str:
    return version.outputs.get(path.name, "").removeprefix("sha256:")


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _remade(name: str) -> Diagnostic:
    return Diagnostic(
        "PMG439",
        f"{name} heeft de vastgestelde woorden, maar is opnieuw gemaakt.",
        Place(name, 0),
        Severity.WAARSCHUWING,
        hints=(
            "Met een nieuwere pmg of stijl is het bestand net anders dan wat toen is gemaakt.",
            "Zet het bestand van toen terug in de map build, dan gaat dat mee.",
        ),
    )
