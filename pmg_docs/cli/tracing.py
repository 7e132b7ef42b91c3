"""The command `pmg trace`: where a fact comes from and where it stands."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pmg_docs.cli.options import WorkspaceOption

_VERDICTS = {"agrees": "wel klopt het met", "contradicts": "het weerspreekt"}

if TYPE_CHECKING:
    from pmg_docs.app.trace.facts import FactTrace, Occurrence
    from pmg_docs.app.trace.words import FileTrace, WordsTrace
    from pmg_docs.workspace.folder import Workspace


def trace(
    fact: Annotated[
        str, typer.Argument(metavar="FEIT", help="Naam van een feit, of een bestand met WOORDEN.")
    ],
    words: Annotated[
        str, typer.Argument(metavar="[WOORDEN]", help="Wat er in dat bestand staat, zoals '€ 5'.")
    ] = "",
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
    from pmg_docs.app.trace.facts import trace_fact
    from pmg_docs.workspace.folder import Workspace

    place = Workspace.at(workspace) if workspace else Workspace.find(Path())
    if words:
        _say_words(place, Path(fact), words, dossier or (), as_json=as_json)
        return
    if Path(fact).is_file():
        raise typer.BadParameter(f"Zet achter {fact} de woorden die u zoekt, zoals '€ 500.000'.")
    found = trace_fact(place, fact, dossier or ())
    if as_json:
        print(json.dumps([_for_program(one) for one in found], ensure_ascii=False, indent=2))
        return
    print("\n\n".join("\n".join(_told(one)) for one in found))


def _say_words(
    place: "Workspace", path: Path, words: str, dossiers: Sequence[str], *, as_json: bool
) -> None:
    from pmg_docs.app.trace.words import trace_words

    found = trace_words(place, path, words, next(iter(dossiers), ""))
    if as_json:
        print(json.dumps(_file_for_program(found), ensure_ascii=False, indent=2))
        return
    print(f"{found.name}: dossier {found.dossier} ({found.why})")
    for one in found.found:
        print("\n".join(_told_words(one)))


def _told_words(one: "WordsTrace") -> Iterator[str]:
    where = ", ".join(filter(None, (one.section, one.place)))
    marked = f"{one.sentence[: one.start]}[{one.sentence[one.start : one.end]}]"
    yield f"  {f'{where}: ' if where else ''}{marked}{one.sentence[one.end :]}"
    for fact in one.facts:
        yield f"        uit {fact.path} ({fact.source or 'geen bron'}; {fact.where})"
    if one.typed:
        yield f"        getypt: {one.typed}"
    if not one.facts and not one.typed:
        yield "        geen brief van dit dossier zegt dit (zo)"
    for fact in one.held:
        told = _VERDICTS[one.verdict or ""]
        yield f"        {told} {fact.path} ({fact.source or 'geen bron'}; {fact.where})"


def _file_for_program(found: "FileTrace") -> dict[str, object]:
    return {
        "bestand": found.name,
        "dossier": found.dossier,
        "gevonden": [
            {
                "onderdeel": one.section,
                "plaats": one.place,
                "zin": one.sentence,
                "brief": one.letter or None,
                "feiten": [fact.path for fact in one.facts],
                "getypt": str(one.typed) if one.typed else None,
                "gaat_over": [fact.path for fact in one.held],
                "klopt": None if one.verdict is None else one.verdict == "agrees",
            }
            for one in found.found
        ],
    }


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
        yield f"  Let op: in {trace.dossier}/{letter} zit een fout; die toont misschien meer."
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
