"""Facts as a dossier has them: read, or refused."""

from pathlib import Path

import pytest

from pmg_docs.facts.reading import read_facts
from pmg_docs.model.errors import Refused
from pmg_docs.model.fact import Fact, FactSet
from tests.builders.folder import dossier, only


def facts(root: Path, text: str, rest: str = "") -> FactSet:
    """The facts of a dossier."""
    return read_facts(dossier(root, text, rest=rest), "proef")[0]


def fact(root: Path, typed: str) -> Fact:
    """A fact with this right-hand side."""
    return facts(root, f"feit: {typed}")["feit"]


def refusal(root: Path, text: str, rest: str = "") -> tuple[str, int, int, str]:
    """Code, line and column of the one finding, and its words; facts begin on line 3."""
    with pytest.raises(Refused) as caught:
        facts(root, text, rest)
    finding = only(caught.value.findings)
    assert finding.where is not None
    said = " ".join((finding.message, *finding.hints))
    return finding.code, finding.where.line, finding.where.column, said
