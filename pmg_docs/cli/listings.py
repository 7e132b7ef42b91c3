"""How facts, types and styles are said on a terminal: plain lines, fit for a screen reader."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from pmg_docs.cli.presentation import shortened

if TYPE_CHECKING:
    from pmg_docs.app.doctor import Examination
    from pmg_docs.app.listing import FactRow
    from pmg_docs.app.new.letter import NewLetter
    from pmg_docs.specs.doc_type import DocType
    from pmg_docs.specs.style import Style

_LONGEST = 200


def say_letter(made: "NewLetter") -> None:
    """Print which letter was added and what to do next."""
    print(f"Nieuwe brief: {shortened(made.path)}")
    if made.added_fact:
        facts = shortened(made.path.with_name("feiten.yaml"))
        print(f"In {facts} staat er een feit bij: {made.added_fact}, nog open.")
    print("Pas de tekst aan, en maak de documenten opnieuw met: pmg build")


def say_facts(dossier: str, rows: Sequence["FactRow"]) -> None:
    """Print each fact of a dossier with its notations and source, then what is still open."""
    print(f"{dossier}")
    for row in rows:
        print("\n".join(_fact_lines(row)))
    open_facts = [row.fact.path for row in rows if row.is_open]
    print(f"  Nog open: {', '.join(open_facts)}.\n" if open_facts else "  Niets is nog open.\n")


def say_types(types: Sequence["DocType"]) -> None:
    """Print each type with what it needs."""
    for doc_type in types:
        needed = [s.source or name for name, s in doc_type.fields.items() if s.is_required]
        needed += ["ondertekenaars"] if doc_type.is_signed else []
        print(f"{doc_type.name}: {doc_type.description}")
        print(f"  bovenaan verplicht: {', '.join(needed) or 'niets'}")
        if doc_type.sections:
            told = (f"{s.label} {s.title}{' (verplicht)' if s.is_required else ''}"
                    for s in doc_type.sections)  # fmt: skip
            print(f"  onderdelen: {'; '.join(told)}")
        print(f"  bestanden: {', '.join(doc_type.formats)}")


def say_styles(styles: Sequence["Style"]) -> None:
    """Print each style with what it stands on."""
    for style in styles:
        print(f"{style.name}: {style.description}")
        if style.extends:
            print(f"  bouwt voort op: {style.extends}")
        if style.kenmerk is not None:
            print(f"  kenmerk zoals: {style.kenmerk.example}")


def say_examination(examination: "Examination") -> None:
    """Print each part of the installation, and the command that installs what is missing."""
    for part in examination.parts:
        is_told_below = not part.cure or part.cure in examination.cures
        cure = "" if is_told_below else f" (installeer met: {part.cure})"
        print(f"  {part.state:<10}  {part.name}: {part.told}{cure}")
    if examination.is_healthy:
        print("Alles wat nodig is, is er.")
    if examination.cures:
        print("\n  ".join(("Los het op met:", *examination.cures)))


def _fact_lines(row: "FactRow") -> Iterator[str]:
    fact = row.fact
    marks = [fact.status.value, *(() if fact.is_public else ("niet openbaar",))]
    source = fact.source or "geen bron"
    yield f"  {fact.path} ({fact.value.kind}, {', '.join(marks)}; {source}; {fact.where})"
    for words, types in row.shown.items():
        cut = words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
        told = "" if len(row.shown) == 1 else f"  [{', '.join(types)}]"
        yield f"      {cut}{told}"
    if fact.note:
        yield f"      Let op: {fact.note}"
