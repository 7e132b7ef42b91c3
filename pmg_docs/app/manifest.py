"""The manifest: what each document was made of and became; no time, user or path in it."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pmg_docs.app.dossier import DossierReport, Draft
from pmg_docs.model.digest import digest_of

MANIFEST = "manifest.json"


def manifest(
    report: DossierReport, folder: Path, files: Mapping[Path, bytes], *, partial: bool
) -> bytes:
    """The manifest of a dossier.

    Args:
        report: the dossier.
        folder: where its documents come.
        files: the documents of this build.
        partial: whether documents that this build leaves alone keep their entries. Only those
            do that are still there as they were made, from the same input.
    """
    known = _known_documents(folder) if partial else {}
    for draft in report.drafts:
        made = {path.name: digest_of(data) for path, data in files.items()
                if path.parent == folder and path.stem == draft.letter}  # fmt: skip
        entry = _entry(draft)
        earlier = known.get(draft.letter, {})
        kept = earlier.get("uitvoer", {}) if earlier.get("invoer") == entry["invoer"] else {}
        known[draft.letter] = {**entry, "uitvoer": dict(sorted({**kept, **made}.items()))}
    whole = {"dossier": report.name, "documenten": dict(sorted(known.items()))}
    return (json.dumps(whole, ensure_ascii=False, indent=2) + "\n").encode()


def _entry(draft: Draft) -> dict[str, Any]:
    return {
        "soort": draft.document.type,
        "stijl": draft.document.style,
        "feiten": list(draft.facts),
        "dekking": {
            "cijfers": draft.coverage.figures,
            "uit_feiten": draft.coverage.from_facts,
            "ontheven": draft.coverage.waived,
        },
        "invoer": {file.name: digest_of(file.data) for file in draft.inputs},
    }


def _known_documents(folder: Path) -> dict[str, dict[str, Any]]:
    """The entries of the last manifest that still hold; a damaged one counts as none."""
    path = folder / MANIFEST
    try:
        found = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    except (OSError, ValueError, RecursionError):
        return {}
    documents = found.get("documenten") if isinstance(found, dict) else None
    if not isinstance(documents, dict):
        return {}
    known = {}
    for letter, entry in documents.items():
        if isinstance(entry, dict) and isinstance(entry.get("uitvoer"), dict):
            outputs = {name: digest for name, digest in entry["uitvoer"].items()
                       if _is_still(folder, name, digest)}  # fmt: skip
            if outputs:
                known[letter] = {**entry, "uitvoer": outputs}
    return known


def _is_still(folder: Path, name: str, digest: object) -> bool:
    if not name or Path(name).name != name:
        return False
    path = folder / name
    try:
        return path.is_file() and digest_of(path.read_bytes()) == digest
    except (OSError, ValueError):
        return False
