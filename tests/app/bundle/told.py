"""What making or verifying a bundle told, as codes or words."""

from pathlib import Path

import pytest

from pmg_docs.app.bundle import Bundling, verify_bundle
from pmg_docs.model.errors import PmgError
from pmg_docs.workspace.folder import Workspace


def refused(caught: pytest.ExceptionInfo[PmgError]) -> list[str]:
    return [f.code for f in caught.value.findings if f.stops]


def stopping(done: Bundling) -> list[str]:
    return [f.code for f in done.findings if f.stops]


def nothing_written(place: Workspace) -> bool:
    return not (place.root / "build/_bundel").exists()


def codes(path: Path, *, stopping: bool | None = None) -> list[str]:
    found = verify_bundle(path).findings
    return [f.code for f in found if stopping is None or f.stops is stopping]


def messages(path: Path) -> str:
    return "\n".join(f.message for f in verify_bundle(path).findings)


def fault(path: Path) -> tuple[type, list[str]]:
    with pytest.raises(PmgError) as caught:
        verify_bundle(path)
    return type(caught.value), [f.code for f in caught.value.findings]
