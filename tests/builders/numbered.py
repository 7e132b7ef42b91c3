"""Workspaces of invented ministries that number their letters, each in its own way."""

from pathlib import Path

from pmg_docs.workspace.folder import Workspace
from tests.builders.folder import SECTIONS, write_tree

WATER = """\
naam: water
breidt_uit: rijk
kenmerk:
  patroon: '(?i)ienw/bsk-20[0-9]{2}/[0-9]{4,6}'
  voorbeeld: IENW/BSK-2024/353709
  bron: reeks
  reeks: 'IENW/BSK-2026/{1000-2999}'
"""
"""A ministry that hands out its own numbers, with slashes in them."""

GRASS = """\
naam: gras
breidt_uit: rijk
kenmerk:
  patroon: 'DG[A-Z]{0,4} / [0-9]{8}'
  voorbeeld: DGNV / 12345678
"""
"""A ministry whose numbers come from another system, with spaces in them."""


def letter(kenmerk: str = "=open_kenmerk", body: str = "Tekst.") -> str:
    """A nota with this kenmerk above it."""
    return (
        "---\nsoort: nota\naan: Minister van Proeven\nonderwerp: Een proef\ndatum: 2026-01-15\n"
        f"kenmerk: {kenmerk}\n---\n{SECTIONS.format(body=body)}"
    )


def numbered(root: Path, letters: dict[str, str] | None = None, style: str = "water") -> Workspace:
    """A workspace with both ministries and these letters, by default `dijken/nota`."""
    given = {"dijken/nota": letter()} if letters is None else letters
    files = {"styles/water/stijl.yaml": WATER, "styles/gras/stijl.yaml": GRASS}
    for name, text in given.items():
        files[f"letters/{name}.md"] = text
        files[f"letters/{name.partition('/')[0]}/feiten.yaml"] = (
            f"stijl: {style}\nfeiten:\n  open_kenmerk: {{open: het kenmerk}}\n"
            "  kenmerk_feit: {tekst: IENW/BSK-2026/1000}\n"
        )
    (root / "letters").mkdir(exist_ok=True)
    return Workspace.at(write_tree(root, files))
