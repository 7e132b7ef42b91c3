"""The place of a bundle: an older one of ours makes room as a whole, anything else stays."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from pmg_docs.app.bundle.verifying import check_members
from pmg_docs.model.bundled import Audience
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.errors import PmgError, Refused
from pmg_docs.readers.bundle.opening import open_bundle
from pmg_docs.workspace.lock import only_one
from pmg_docs.workspace.replacing import replace_folder, sweep_folders
from pmg_docs.workspace.writing import write_together


@dataclass(frozen=True, slots=True)
class Made:
    """A bundle that was made: for whom, its files by path, and as one file when it is that."""

    audience: Audience
    members: Mapping[str, bytes]
    packed: bytes | None = None


def place(made: Made, target: Path, on_wait: Callable[[], None]) -> bool:
    """Let a bundle appear, or take the place of an older one.

    Args:
        made: the bundle.
        target: where it comes.
        on_wait: called once when another bundle is made in that folder.

    Returns:
        Whether anything changed.

    Raises:
        Refused: PMG438, something stands there that is no whole bundle of ours.
        Unreachable: it cannot be written.
    """
    with only_one(target.parent, on_wait):
        if os.path.lexists(target) and _stands(made, target):
            sweep_folders(target.parent)
            return False
        if made.packed is not None:
            write_together({target: made.packed}, lambda _path, _data: None)
        else:
            replace_folder(target, made.members)
    return True


def _stands(made: Made, target: Path) -> bool:
    """Whether this very bundle stands there already.

    Raises:
        Refused: PMG438, it is not ours to replace.
    """
    if target.is_symlink():
        raise Refused(_foreign(target, "het is een koppeling"))
    if target.is_dir() == (made.packed is not None):
        raise Refused(_foreign(target, "het is een map" if target.is_dir() else "het is geen map"))
    try:
        opened = open_bundle(target)
    except PmgError as problem:
        raise Refused(_foreign(target, "het is geen bundel van pmg")) from problem
    bundled, findings = check_members(opened.members)
    found = [finding for finding in (*opened.findings, *findings) if finding.stops]
    if found:
        raise Refused(_foreign(target, "er is iets in veranderd", found[0].message))
    if bundled is None or bundled.audience is not made.audience:
        raise Refused(_foreign(target, "het is een bundel voor iemand anders"))
    if made.packed is not None:
        return target.read_bytes() == made.packed
    return dict(opened.members) == dict(made.members)


def _foreign(target: Path, why: str, *hints: str) -> Diagnostic:
    shown = "/".join(filter(None, (target.parent.name, target.name)))
    return Diagnostic(
        "PMG438",
        f"{shown} blijft staan: {why}.",
        hints=(*hints, "Haal het weg of geef het een andere naam, of kies met --out een map."),
    )
