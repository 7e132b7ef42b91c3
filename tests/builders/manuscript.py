"""A text of somebody else, what type it seems to be, and the defects that it shows."""

from functools import cache
from pathlib import Path
from textwrap import dedent

from pmg_docs.checks.defects import find_defects, recognise_type
from pmg_docs.facts.reading import read_facts
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.fact import FactSet
from pmg_docs.model.passage import FileText
from pmg_docs.model.place import Place
from pmg_docs.readers import read_text
from pmg_docs.specs.doc_type import DocType
from pmg_docs.specs.loading import load_type
from pmg_docs.workspace.folder import Workspace

ROOT = Path(__file__).parents[2]
TYPES = ("nota", "kamerbrief", "persbericht", "voortgangsrapportage")
DOSSIER = "groen-2025"
FACTS = """
stijl: rijk
programma: Bomen in de Woonwijk
feiten:
  programma: {tekst: Bomen in de Woonwijk}
  minister: {persoon: {naam: K. van Wijngaarden, ambt: Minister van Natuur en Landschap}}
  dg_water: {tekst: DG Waterbeheer}
  plaatsen: {gemeenten: [Barneveld, Leeuwarden, Nissewaard, Venray, Zutphen], volgorde: alfabetisch}
  kenmerk_nota: {tekst: '4410072'}
  geheim: {tekst: het draaiboek Eikenlaan, openbaar: nee}
"""

NOTA = """
Minister van Natuur en Landschap

nota

Steun voor straatbomen

Datum
3 maart 2025
Ons kenmerk
4410072
Dossiernummer
2025-118

1. Aanleiding

De Kamer krijgt een brief over de steun voor straatbomen.

2. Geadviseerd besluit

Wij adviseren u de brief te verzenden.

3. Kernpunten

{body}

5. Informatie die niet openbaar gemaakt kan worden

Geen.
"""


def nota_with(body: str = "De gemeenten planten bomen.") -> str:
    """The text of a nota without defects but those of its key points."""
    return NOTA.format(body=dedent(body).strip())


@cache
def types() -> tuple[DocType, ...]:
    """The types that come with the package."""
    workspace = Workspace.at(ROOT)
    return tuple(load_type(workspace, name, Place(""))[0] for name in TYPES)


def facts_at(root: Path, facts: str = FACTS, dossier: str = DOSSIER) -> FactSet:
    """The facts of a dossier written to a folder."""
    folder = root / "letters" / dossier
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "feiten.yaml").write_text(facts.lstrip(), "utf-8")
    return read_facts(Workspace.at(root), dossier)[0]


def as_text(text: str) -> FileText:
    """A text as it is read from a file."""
    return read_text(text.lstrip("\n").encode(), "stuk.txt")


def defects(root: Path, text: str, facts: str = FACTS) -> list[Diagnostic]:
    """What is found in a text, as the type that it seems to be."""
    file = as_text(text)
    return list(find_defects(file, facts_at(root, facts), recognise_type(file, types())))


def told(found: list[Diagnostic]) -> list[tuple[str, str]]:
    """Code and message of each finding."""
    return [(finding.code, finding.message) for finding in found]
