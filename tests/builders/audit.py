"""What the audit of typed figures finds in a dossier, without what the rules over it say."""

from dataclasses import replace
from pathlib import Path

from pmg_docs.app.dossier import DossierReport, read_dossier
from pmg_docs.checks.rules import RULE_CODES
from pmg_docs.workspace.folder import Workspace
from tests.builders.folder import dossier

AUDIT_CODES = frozenset({"PMG341", "PMG342", "PMG343"})
"""What the audit says: a typed figure, a waiver without reason, a waiver of nothing."""


def audited(root: Path, facts: str, body: str = "Tekst.", rest: str = "") -> DossierReport:
    """What comes of a dossier with one nota."""
    return audited_dossier(dossier(root, facts, body, rest), "proef")


def audited_dossier(workspace: Workspace, name: str) -> DossierReport:
    """What comes of a dossier."""
    report = read_dossier(workspace, name)
    findings = tuple(f for f in report.findings if f.code not in RULE_CODES)
    return replace(report, findings=findings)
