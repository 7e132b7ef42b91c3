"""Small workspaces on disk, with the real built-in types and styles behind them."""

from collections.abc import Mapping
from pathlib import Path
from textwrap import dedent

from pmg_docs.app.dossier import DossierReport, read_dossier
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.document import Document
from pmg_docs.workspace.folder import Workspace

SECTIONS = """
## Aanleiding

{body}

## Geadviseerd besluit

Stem in.

## Kernpunten

Geen.
"""

HEAD = """\
---
soort: nota
aan: Minister van Proeven
onderwerp: Een proef
datum: 2026-01-15
kenmerk: 2026-1
---
"""


def write_tree(root: Path, files: Mapping[str, str]) -> Path:
    """Write files below a folder; common indentation is taken away."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(text), encoding="utf-8")
    return root


def nota_text(body: str) -> str:
    """A whole nota with this Markdown under Aanleiding."""
    return HEAD + SECTIONS.format(body=dedent(body).strip("\n"))


def facts_text(facts: str, rest: str = "") -> str:
    """A whole feiten.yaml with these facts."""
    inner = "".join(f"  {line}\n" for line in dedent(facts).strip("\n").splitlines())
    return f"stijl: rijk\n{dedent(rest)}feiten:\n  {{}}\n" if not inner else (
        f"stijl: rijk\n{dedent(rest)}feiten:\n{inner}"
    )  # fmt: skip


def dossier(root: Path, facts: str, body: str = "Tekst.", rest: str = "") -> Workspace:
    """A workspace with one dossier `proef` that holds one nota."""
    write_tree(
        root,
        {
            "letters/proef/feiten.yaml": facts_text(facts, rest),
            "letters/proef/nota.md": nota_text(body),
        },
    )
    return Workspace.at(root)


def report(root: Path, facts: str, body: str = "Tekst.", rest: str = "") -> DossierReport:
    """What comes of such a dossier."""
    return read_dossier(dossier(root, facts, body, rest), "proef")


def composed(root: Path, facts: str, body: str) -> Document:
    """The document of a dossier that must have no findings, other than figures that are typed."""
    result = report(root, facts, body)
    assert set(codes(result.findings)) <= {"PMG341"}
    return result.drafts[0].document


def codes(findings: tuple[Diagnostic, ...]) -> list[str]:
    return [finding.code for finding in findings]


def only(findings: tuple[Diagnostic, ...]) -> Diagnostic:
    """The one finding that there must be."""
    assert len(findings) == 1, [f"{f.where} {f.code} {f.message}" for f in findings]
    return findings[0]
