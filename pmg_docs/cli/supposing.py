"""The command `pmg impact`: what would change if a fact had another value."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pmg_docs.cli.boundary import FINDINGS
from pmg_docs.cli.findings import say_findings
from pmg_docs.cli.options import WorkspaceOption

if TYPE_CHECKING:
    from pmg_docs.app.trace.impact import Impact, LetterImpact
    from pmg_docs.model.changes import Change


def impact(
    values: Annotated[
        list[str] | None,
        typer.Argument(metavar="[FEIT=WAARDE]…", help="Zoals aantal_gemeenten=24."),
    ] = None,
    facts: Annotated[
        Path | None,
        typer.Option("--facts", metavar="BESTAND", help="Een bestand met gewijzigde feiten."),
    ] = None,
    dossier: Annotated[
        list[str] | None,
        typer.Option("--dossier", metavar="DOSSIER", help="Alleen in dit dossier."),
    ] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="Geef het antwoord als JSON, voor een programma.")
    ] = False,
    workspace: WorkspaceOption = None,
) -> None:
    """Toon wat er zou veranderen als een feit anders was; er verandert niets."""
    from pmg_docs.app.trace.impact import changes_asked, find_impact
    from pmg_docs.workspace.folder import Workspace

    if not values and facts is None:
        raise typer.BadParameter("Noem een feit met zijn nieuwe waarde, zoals aantal=24.")
    place = Workspace.at(workspace) if workspace else Workspace.find(Path())
    found = find_impact(place, changes_asked(values or (), facts), dossier or ())
    if as_json:
        print(json.dumps([_for_program(one) for one in found], ensure_ascii=False, indent=2))
    else:
        for one in found:
            _say(one)
        print("Er is niets veranderd; dit is alleen wat er zou veranderen.")
    if any(finding.stops for one in found for finding in one.arising):
        raise typer.Exit(FINDINGS)


def _say(one: "Impact") -> None:
    for letter in one.letters:
        print("\n".join(_told(one.dossier, letter)))
    for name in one.untouched:
        print(f"{one.dossier}/{name}: blijft gelijk.")
    if one.dependents:
        print("Hangt ermee samen:")
        for other in one.dependents:
            why = [f"regel {code}" for code in other.rules]
            why += ["de tekst noemt het"] if other.names_it else []
            print(f"  {other.fact} ({', '.join(why)})")
    if one.passing:
        print(f"Zou zijn opgelost: {', '.join(sorted({f.code for f in one.passing}))}.")
    if one.arising:
        print("Zou niet meer kloppen:", flush=True)
        say_findings(one.arising, was_at_work=False)


def _told(dossier: str, letter: "LetterImpact") -> Iterator[str]:
    from pmg_docs.app.trace.facts import section_of

    if letter.stopped:
        yield f"{dossier}/{letter.letter}: zou niet meer te maken zijn."
        return
    yield f"{dossier}/{letter.letter}:"
    for change in letter.changes:
        where = change.passage.where
        section = section_of(change.passage)
        yield f"  {section}{f' ({where})' if section and where else where or ''}"
        old, new = _sentences(change)
        yield f"    nu:    {old}"
        yield f"    wordt: {new}"


def _sentences(change: "Change") -> tuple[str, str]:
    """The sentences that change, as they are and as they would be."""
    from pmg_docs.dutch.sentences import around

    sides = []
    for passage, starts, ends in (
        (change.old, [e.old_start for e in change.edits], [e.old_end for e in change.edits]),
        (change.new, [e.new_start for e in change.edits], [e.new_end for e in change.edits]),
    ):
        if passage is None:
            sides.append("(niets)")
        elif starts:
            start, end = around(passage.text, min(starts), max(ends))
            sides.append(passage.text[start:end])
        else:
            sides.append(passage.text)
    return sides[0], sides[1]


def _for_program(one: "Impact") -> dict[str, object]:
    return {
        "dossier": one.dossier,
        "brieven": [
            {
                "brief": letter.letter,
                "te_maken": not letter.stopped,
                "zinnen": [
                    _change_for_program(change) for change in letter.changes
                ],
            }
            for letter in one.letters
        ],
        "gelijk": list(one.untouched),
        "hangt_samen": [
            {"feit": other.fact, "regels": list(other.rules), "noemt_het": other.names_it}
            for other in one.dependents
        ],
        "zou_niet_kloppen": [{"code": f.code, "ernst": f.severity.value, "melding": f.message}
                             for f in one.arising],
        "zou_opgelost": [{"code": f.code, "melding": f.message} for f in one.passing],
    }  # fmt: skip


def _change_for_program(change: "Change") -> dict[str, object]:
    where = change.passage.where
    old, new = _sentences(change)
    return {"onderdeel": change.passage.section, "waar": str(where) if where else None,
            "nu": old, "wordt": new}  # fmt: skip
