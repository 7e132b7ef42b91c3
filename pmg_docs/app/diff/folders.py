"""Two folders with documents, such as those of two builds: what is in both, by name."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pmg_docs.app.diff.files import (
    bytes_of,
    compare_letters,
    letter_of,
    look_changes_of,
    remarks_of,
)
from pmg_docs.app.diff.inputs import role_of
from pmg_docs.app.diff.sides import Outcome, Pair
from pmg_docs.app.diff.tracked import Tracked
from pmg_docs.app.manifest import MANIFEST
from pmg_docs.model.changes import CauseKind, Differences, FileChange, InputChanges, LookChange
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.errors import NotFound, Unreachable
from pmg_docs.review.telling import Compared, tell

_KINDS = ("docx", "odt", "html", "md", "txt", "pdf")
"""The kinds of file that are compared, those that tell most first."""


def diff_folders(old: Path, new: Path, tracked: Tracked = Tracked.ACCEPT) -> Outcome:
    """Compare two folders with documents.

    Of a document that is there in more kinds the first that both have is compared; they say the
    same. What the manifests of a build say of its inputs names the causes.

    Args:
        old: the old folder.
        new: the new one.
        tracked: whether changes that were tracked in Word files count as made.

    Raises:
        NotFound: PMG196, neither holds a document.
        Unreachable: a folder cannot be listed.
    """
    before, after = _documents(old), _documents(new)
    if not before and not after:
        raise NotFound(
            Diagnostic("PMG196", f"In {old.name} en {new.name} staat geen enkel document.",
                       hints=(f"Een document eindigt op .{', .'.join(_KINDS)}.",))
        )  # fmt: skip
    pairs: list[Pair] = []
    findings: list[Diagnostic] = []
    for name in (name for name in after if name in before):
        try:
            pairs.append(_pair(name, before[name], after[name], tracked))
        except Unreachable as problem:
            findings.extend(problem.findings)
    compared = [
        Compared(pair.name, compare_letters(pair.old, pair.new), _inputs(old, new, pair.name))
        for pair in pairs
    ]
    looks: dict[str, list[str]] = {}
    for pair, one in zip(pairs, compared, strict=True):
        findings += remarks_of(pair, tracked)
        for what in look_changes_of(pair, one.comparison):
            looks.setdefault(what, []).append(pair.name)
    told = Differences(
        str(old),
        str(new),
        chapters=tell(compared),
        looks=tuple(LookChange(what, tuple(names)) for what, names in looks.items()),
        added=tuple(name for name in after if name not in before),
        removed=tuple(name for name in before if name not in after),
        findings=tuple(findings),
        compared=len(pairs),
    )
    return Outcome(told, tuple(pairs))


def _pair(name: str, old: Mapping[str, Path], new: Mapping[str, Path], tracked: Tracked) -> Pair:
    common = next((kind for kind in _KINDS if kind in old and kind in new), "")
    files = [side[common or next(kind for kind in _KINDS if kind in side)] for side in (old, new)]
    letters = [letter_of(bytes_of(file), str(file), tracked) for file in files]
    return Pair(name, letters[0], letters[1])


def _documents(folder: Path) -> dict[str, dict[str, Path]]:
    """The documents below a folder by name, each with its files by kind."""
    found: dict[str, dict[str, Path]] = {}
    try:
        paths = sorted(folder.rglob("*"))
    except OSError as problem:
        raise Unreachable(
            Diagnostic("PMG194", f"De map {folder.name} is niet te openen.",
                       hints=("Kijk of u de map mag lezen.",))
        ) from problem  # fmt: skip
    for path in paths:
        kind = path.suffix.removeprefix(".").casefold()
        inside = path.relative_to(folder)
        # No dossier has a name that begins with _; there lie copies of documents, in bundles.
        is_aside = len(inside.parts) > 1 and inside.parts[0].startswith("_")
        is_hidden = is_aside or any(part.startswith((".", "~")) for part in inside.parts)
        if kind in _KINDS and not is_hidden and path.is_file():
            found.setdefault(inside.with_suffix("").as_posix(), {})[kind] = path
    return found


def _inputs(old: Path, new: Path, name: str) -> InputChanges:
    """What the manifests of two builds say is different in the inputs of a document."""
    before, after = (_entry(folder, name) for folder in (old, new))
    files = dict(_changed(before.get("invoer"), after.get("invoer")))
    letter = next((n for n, f in files.items() if f.role is CauseKind.LETTER), "")
    types = before.get("soort"), after.get("soort")
    both = (str(types[0]), str(types[1])) if all(types) and types[0] != types[1] else None
    return InputChanges(letter, files=files, types=both)


def _changed(before: object, after: object) -> Iterator[tuple[str, FileChange]]:
    if not isinstance(before, dict) or not isinstance(after, dict):
        return
    for name in dict.fromkeys((*after, *before)):
        if before.get(name) != after.get(name):
            yield name, FileChange(name, role_of(name))


def _entry(folder: Path, name: str) -> dict[str, Any]:
    """The entry of a document in the manifest of its build; empty without one that can be read."""
    path = folder / name
    try:
        found = json.loads((path.parent / MANIFEST).read_text(encoding="utf-8"))
        entry = found["documenten"][path.name]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return {}
    return entry if isinstance(entry, dict) else {}
