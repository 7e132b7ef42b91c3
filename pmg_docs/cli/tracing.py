"""The command `pmg trace`: where a fact comes from and where it stands."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pmg_docs.cli.options import WorkspaceOption

if TYPE_CHECKING:
    from pmg_docs.app.trace import FactTrace, Occurrence


def trace(
    fact: Annotated[str, typer.Argument(metavar="FEIT", help="Naam van een feit.")],
    dossier: Annotated[
        list[str] | None,
        typer.Option("--dossier", metavar="DOSSIER", help="Alleen in dit dossier; zonder: overal."),
    ] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="Geef het antwoord als JSON, voor een programma.")
    ] = False,
    workspace: WorkspaceOption = None,
) -> None:
    """Toon waar een feit vandaan komt, en elke zin van elk document waar het in staat."""
    from pmg_docs.app.trace import trace_fact
    from pmg_docs.workspace.folder import Workspace

    place = Workspace.at(workspace) if workspace else Workspace.find(Path())
    found = trace_fact(place, fact, dossier or ())
    if as_json:
        print(json.dumps([_for_program(one) for one in found], ensure_ascii=False, indent=2))
        return
    print("\n\n".join("\n".join(_told(one)) for one in found))


def _told(trace: "FactTrace") -> Iterator[str]:
    fact = trace.fact
    yield f"{fact.path} ({fact.value.kind}, {fact.status.value}; {fact.where})"
    yield f"  Bron: {_source(trace)}"
    if fact.note:
        yield f"  Let op: {fact.note}"
    for rule in trace.rules:
        yield f"  Regel {rule.code}: {rule.expression} ({rule.where})"
    if not trace.occurrences:
        yield f"  Geen document van {trace.dossier} toont dit feit."
    for letter in trace.failed:
        yield f"  Let op: in {trace.dossier}/{letter} zit een fout (pmg check); wat die toont, is niet zeker."
    letter = ""
    for one in trace.occurrences:
        if one.letter != letter:
            letter = one.letter
            yield f"  {trace.dossier}/{letter}:"
        yield from _told_occurrence(one, fact.path)


def _source(trace: "FactTrace") -> str:
    source = trace.source
    if source is None:
        return trace.fact.source or "niet genoemd"
    more = ", ".join(filter(None, (source.date, source.found_at)))
    return f"{source.title}{f' ({more})' if more else ''}; {source.where}"


def _told_occurrence(one: "Occurrence", asked: str) -> Iterator[str]:
    section = f"{one.section}: " if one.section else ""
    yield f"    {section}{_marked(one)}"
    others = [path for path in one.facts if path.partition(".")[0] != asked]
    told = []
    if others:
        told.append(f"berekend, ook uit {', '.join(others)}")
    if one.via:
        told.append(f"in de tekst van {one.via}")
    if one.where:
        told.append(str(one.where))
    if told:
        yield f"        {'; '.join(told)}"


def _marked(one: "Occurrence") -> str:
    """The sentence with the words of the fact between brackets."""
    return f"{one.sentence[: one.start]}[{one.text}]{one.sentence[one.end :]}"


def _for_program(trace: "FactTrace") -> dict[str, object]:
    fact = trace.fact
    source = trace.source
    return {
        "dossier": trace.dossier,
        "feit": fact.path,
        "soort": fact.value.kind,
        "status": fact.status.value,
        "waar": str(fact.where),
        "bron": source and {"naam": source.name, "titel": source.title, "datum": source.date,
                            "vindplaats": source.found_at},
        "regels": [{"code": r.code, "regel": r.expression, "waar": str(r.where)}
                   for r in trace.rules],
        "getoond": [
            {"brief": one.letter, "onderdeel": one.section, "tekst": one.text, "zin": one.sentence,
             "feiten": list(one.facts), "via": one.via or None,
             "waar": str(one.where) if one.where else None}
            for one in trace.occurrences
        ],
        "met_fouten": list(trace.failed),
    }  # fmt: skip
