"""A dossier of a nota, a Kamerbrief and a persbericht, and what the rules find in it."""

from collections.abc import Mapping
from pathlib import Path
from textwrap import dedent, indent

from pmg_docs.app.dossier import read_dossier
from pmg_docs.checks.rules import RULE_CODES
from pmg_docs.model.diagnostic import Diagnostic, Severity
from pmg_docs.workspace.folder import Workspace
from tests.builders.audit import AUDIT_CODES
from tests.builders.folder import SECTIONS, write_tree

WEIGHT = {Severity.FOUT: "fout", Severity.WAARSCHUWING: "waarschuwing"}

PEOPLE = """
minister: {persoon: {naam: A. Boer, ambt: Minister van Proeven}}
staatssecretaris: {persoon: {naam: B. de Wit, ambt: Staatssecretaris van Proeven}}
"""

HEADS: Mapping[str, Mapping[str, str]] = {
    "nota": {"aan": "=minister", "onderwerp": "Een proef", "datum": "2026-01-15", "kenmerk": "N1"},
    "kamerbrief": {
        "aan": "Tweede Kamer",
        "onderwerp": "Een proef",
        "datum": "2026-01-15",
        "kenmerk": "K1",
        "ondertekenaars": "[=minister]",
    },
    "persbericht": {"onderwerp": "Een proef", "datum": "2026-01-15"},
}


def letter_text(kind: str, body: str, **head: str) -> str:
    """A whole letter of a type: its front matter, changed by `head`, and a body below it."""
    keys = {**HEADS[kind], **head}
    front = "".join(f"{key}: {value}\n" for key, value in keys.items() if value)
    text = dedent(body).strip("\n")
    shaped = SECTIONS.format(body=text) if kind == "nota" else f"\n{text}\n"
    return f"---\nsoort: {kind}\n{front}---\n{shaped}"


def told(root: Path, facts: str = "", rest: str = "", **letters: str) -> list[Diagnostic]:
    """What the rules find in a dossier with these facts and letters; nothing else may be wrong.

    Args:
        root: where to write it.
        facts: what stands under `feiten`, beside two who can sign.
        rest: other top-level keys.
        letters: the body of each letter, or its whole text when that begins with `---`.
    """
    files = {
        f"letters/proef/{kind}.md": text if text.startswith("---") else letter_text(kind, text)
        for kind, text in letters.items()
    }
    inner = indent(dedent(PEOPLE).strip("\n") + "\n" + dedent(facts).strip("\n"), "  ")
    files["letters/proef/feiten.yaml"] = f"stijl: rijk\n{dedent(rest)}feiten:\n{inner}\n"
    write_tree(root, files)
    every = read_dossier(Workspace.at(root), "proef").findings
    findings = [f for f in every if f.code not in AUDIT_CODES]
    others = [f"{f.where} {f.code} {f.message}" for f in findings if f.code not in RULE_CODES]
    assert others == []
    return findings


def said(findings: list[Diagnostic]) -> list[tuple[str, str, str]]:
    """Weight, code and message of each finding."""
    return [(WEIGHT[f.severity], f.code, f.message) for f in findings]
