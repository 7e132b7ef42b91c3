"""What the benchmarks read: a large dossier with a long document, and very many dossiers."""

from pathlib import Path

import docx

_NOTA = """\
---
soort: nota
aan: Minister van Proeven
onderwerp: Een proef
datum: 2026-01-15
kenmerk: 2026-{number:05}
---

## Aanleiding

Elke gemeente krijgt {{{{ bijdrage_per_gemeente }}}} per jaar.

## Geadviseerd besluit

Stem in.

## Kernpunten

Geen.
"""
_FACTS = """\
stijl: rijk
programma: Groene Buurten
feiten:
  gemeenten: {gemeenten: [Assen, Breda, Venlo, Zwolle]}
  bijdrage_per_gemeente: {bedrag: 500000, per: [gemeente, jaar]}
"""
_SENTENCES = (
    "Elke gemeente in Groene Buurten krijgt 500.000 euro per jaar voor werk in wijk {n}.",
    "In Assen, Breda, Venlo en Zwolle begon het werk in 20{m:02} met {n} bewoners.",
    "De wethouder wil weten of de planten de winter halen, en wie dat onderhoudt.",
    "Daarvoor is {n} keer overlegd met scholen, winkeliers en de politie.",
    "Een jaar later bleek {m} procent van de straten groener dan daarvoor.",
)
PARAGRAPHS, FACTS = 240, 200
"""Some twelve paragraphs fill a page."""


def many_dossiers(root: Path, number: int) -> Path:
    """A workspace with so many dossiers of one letter each."""
    for one in range(number):
        folder = root / f"letters/dossier-{one:04}"
        folder.mkdir(parents=True)
        (folder / "feiten.yaml").write_text(_FACTS, encoding="utf-8")
        (folder / "nota.md").write_text(_NOTA.format(number=one), encoding="utf-8")
    return root


def long_document(root: Path) -> Path:
    """A Word file of twenty pages, beside a workspace whose dossier has two hundred facts."""
    many_dossiers(root, 1)
    more = "".join(f"  bedrag_{one}: {{bedrag: {one + 7}000}}\n" for one in range(FACTS - 2))
    (root / "letters/dossier-0000/feiten.yaml").write_text(_FACTS + more, encoding="utf-8")
    document = docx.Document()
    for one in range(PARAGRAPHS):
        if one % 12 == 0:
            document.add_heading(f"Hoofdstuk {one // 12 + 1}", 1)
        said = (sentence.format(n=one + 3, m=one % 60 + 10) for sentence in _SENTENCES)
        document.add_paragraph(" ".join(said))
    path = root / "lang.docx"
    document.save(str(path))
    return path
