"""The shipped Word shell with one thing in it changed, as an officer might have."""

import io
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from lxml import etree

from pmg_docs.app.style.checking import shell_findings
from pmg_docs.app.style.looks import TypeLook, looks_of
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.specs.doc_type import DocType
from pmg_docs.specs.look import Asset
from pmg_docs.workspace.folder import Workspace
from pmg_docs.writers.docx.agreement import shell_differences
from tests.builders.shell import W

ROOT = Path(__file__).parents[2]
SHELL = ROOT / "templates" / "_delen" / "shell.docx"

Change = Callable[[etree._Element], None]


def w(name: str) -> str:
    return f"{{{W}}}{name}"


def shipped() -> dict[str, bytes]:
    """Every part of the shipped shell."""
    with zipfile.ZipFile(SHELL) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name), data)
    return buffer.getvalue()


def changed(part: str, change: Change) -> bytes:
    """The shipped shell after a change in one part (`styles`, `header1`)."""
    parts = shipped()
    name = f"word/{part}.xml"
    root = etree.fromstring(parts[name])
    change(root)
    data = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    assert data != etree.tostring(
        etree.fromstring(parts[name]), xml_declaration=True, encoding="UTF-8", standalone=True
    ), "nothing was changed"
    return packed(parts | {name: data})


@lru_cache(maxsize=4)
def users(style: str = "rijk") -> tuple[TypeLook, ...]:
    """Every type that uses the shipped shell, and one with labels where those have none."""
    known = looks_of(Workspace.at(ROOT), style)
    labelled = {
        "velden": {
            "aan": {"plaats": "adres", "label": "Aan"},
            "onderwerp": {"plaats": "titel", "label": "Onderwerp"},
        }
    }
    other = DocType.model_validate({"naam": "memo", **labelled})
    return (*known, replace(known[0], doc_type=other))


def findings(shell: bytes, style: str = "rijk") -> tuple[Diagnostic, ...]:
    """What the check says of a shell in place of the shipped one."""
    asset = Asset("templates/_delen/shell.docx", shell)
    return tuple(
        shell_findings([replace(u, look=replace(u.look, shell=asset)) for u in users(style)])
    )


def measured(shell: bytes) -> tuple[Diagnostic, ...]:
    """What the check says of the styles of a shell, without filling it in."""
    one = users()[0]
    asset = Asset("templates/_delen/shell.docx", shell)
    return tuple(shell_differences(replace(one.look, shell=asset), one.owner))


def texts(part: str) -> Iterator[int]:
    """The number of each text of a part that says something."""
    root = etree.fromstring(shipped()[f"word/{part}.xml"])
    for number, text in enumerate(root.iter(w("t"))):
        if (text.text or "").strip():
            yield number
