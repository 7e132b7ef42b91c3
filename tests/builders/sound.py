"""A dossier of three letters that meet all that is asked of them."""

import re
from pathlib import Path

from pmg_docs.app.kenmerk.handing_out import assign
from pmg_docs.workspace.folder import Workspace
from tests.builders.folder import SECTIONS, write_tree
from tests.builders.numbered import numbered

FACTS = """\
stijl: water
bronnen:
  besluit: {titel: Besluit van 15 januari 2026, datum: 2026-01-15}
feiten:
  bijdrage: {bedrag: 500000, bron: besluit, status: vastgesteld}
  minister: {persoon: {naam: A. de Wit, ambt: Minister van Proeven}, status: vastgesteld}
  minister_open: {open: wie tekent}
  geheim: {bedrag: 12, openbaar: nee, status: vastgesteld}
  keuze:
    cw31:
      doel: Meer groen.
      instrumenten: Een bijdrage.
      gevolgen_rijk: Elke gemeente krijgt {{ bijdrage }}.
      gevolgen_sectoren: Geen gevolgen.
      doeltreffendheid: Uit onderzoek blijkt dat dit werkt.
      doelmatigheid: De gemeenten kennen de buurt.
      evaluatie: De evaluatie is na afloop klaar.
    status: vastgesteld
"""
NOTA = """\
---
soort: nota
status: definitief
aan: =minister
onderwerp: Groen in de buurt
datum: 2026-01-15
kenmerk: IENW/BSK-2026/1000
---
"""
CHAMBER = """\
---
soort: kamerbrief
status: definitief
aan: Tweede Kamer
onderwerp: Groen in de buurt
datum: 2026-01-16
kenmerk: IENW/BSK-2026/1001
ondertekenaars: [=minister]
---

Elke gemeente krijgt {{ bijdrage }}.
"""
PRESS = """\
---
soort: persbericht
status: definitief
onderwerp: Groen in de buurt
datum: 2026-01-17
---

Elke gemeente krijgt {{ bijdrage }}.
"""
BODY = SECTIONS.format(body="Elke gemeente krijgt {{ bijdrage }}.\n\n{{ tabel(keuze) }}")


def workspace(root: Path, **changed: str) -> Workspace:
    """A dossier `groen` of three sound letters with their numbers, and some of it changed."""
    place = numbered(root, {})
    texts = {"nota": NOTA + BODY, "kamer": CHAMBER, "pers": PRESS, "feiten": FACTS} | changed
    write_tree(root, {
        "letters/groen/nota.md": texts["nota"], "letters/groen/kamerbrief.md": texts["kamer"],
        "letters/groen/persbericht.md": texts["pers"], "letters/groen/feiten.yaml": texts["feiten"],
    })  # fmt: skip
    for name in ("nota", "kamerbrief"):
        if "kenmerk: IENW" in (root / f"letters/groen/{name}.md").read_text():
            assign(place, f"groen/{name}")
    return place


def say(place: Workspace, letter: str, status: str) -> None:
    """Let the head of a letter say how far it is."""
    path = place.root / f"letters/groen/{letter}.md"
    path.write_text(re.sub("(?m)^status: .*$", f"status: {status}", path.read_text()))
