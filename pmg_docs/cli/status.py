"""The command `pmg status`: a checklist for each letter, in plain lines."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pmg_docs.cli.boundary import CANNOT, FINDINGS
from pmg_docs.cli.findings import say_findings
from pmg_docs.cli.options import ByOption, WorkspaceOption
from pmg_docs.cli.presentation import say_waiting, shortened

if TYPE_CHECKING:
    from pmg_docs.app.final.status import LetterProgress, StatusReport


def status(
    dossiers: Annotated[
        list[str] | None,
        typer.Argument(metavar="[DOSSIER]…", help="Namen van mappen in letters; zonder: alle."),
    ] = None,
    letter: Annotated[
        list[str] | None,
        typer.Option("--letter", metavar="BRIEF", help="Alleen deze brief, zoals nota."),
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Noem bij elke voorwaarde alles wat er nog moet.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Als JSON, voor een programma.")] = False,
    workspace: WorkspaceOption = None,
) -> None:
    """Zeg hoe ver elke brief is, en wat er nog moet."""
    from pmg_docs.app.final.status import status as use_case
    from pmg_docs.workspace.folder import Workspace

    place = Workspace.at(workspace) if workspace else Workspace.find(Path())
    report = use_case(place, dossiers or (), letter or ())
    if as_json:
        _say_json(report)
    else:
        for one in report.letters:
            say_status(one, is_whole=everything)
    if report.findings:
        say_findings(report.findings, was_at_work=False)
    if any(finding.stops for finding in report.findings):
        raise typer.Exit(CANNOT if report.is_unreachable else FINDINGS)


def finalise(
    dossier: Annotated[str, typer.Argument(metavar="DOSSIER", help="Naam van een map in letters.")],
    letter: Annotated[
        list[str] | None,
        typer.Option("--letter", metavar="BRIEF", help="Alleen deze brief, zoals nota."),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Zeg of het kan; schrijf niets.")
    ] = False,
    reden: Annotated[
        str, typer.Option("--reden", metavar="TEKST", help="Waarom er een nieuwe versie is.")
    ] = "",
    door: ByOption = "",
    workspace: WorkspaceOption = None,
) -> None:
    """Stel brieven vast en maak hun bestanden, zonder CONCEPT."""
    from pmg_docs.app.final.finalising import finalise as use_case
    from pmg_docs.workspace.folder import Workspace

    place = Workspace.at(workspace) if workspace else Workspace.find(Path())
    done = use_case(place, dossier, letter or (), reason=reden, by=door, is_trial=dry_run,
                    on_wait=say_waiting)  # fmt: skip
    if not done.fixed:
        for one in done.letters:
            say_status(one)
    for fixed in done.fixed:
        how = f"vastgesteld, versie {fixed.version}" if fixed.is_new else "was al vastgesteld"
        print(f"{fixed.kenmerk}  {dossier}/{fixed.letter}  {how}", flush=True)
    if done.findings:
        say_findings(done.findings, was_at_work=False)
    if done.is_halfway:
        raise typer.Exit(CANNOT)
    if not done.is_ready:
        print("Nog niet vast te stellen: er is niets geschreven.")
        raise typer.Exit(FINDINGS)
    for path in done.files:
        print(f"  {shortened(path)}")
    if dry_run:
        print("Alles kan worden vastgesteld; er is niets geschreven.")
        return
    for fixed in done.fixed:
        status = next(one for one in done.letters if one.letter == fixed.letter)
        _say_next(status, is_new=fixed.is_new)


def _say_next(letter: "LetterProgress", *, is_new: bool) -> None:
    """Print what an officer does when the letter really goes out."""
    file = letter.says_at.file
    if letter.status != "verzonden":
        waiting = f" (kan nog niet: {'; '.join(letter.waits_for)})" if letter.waits_for else ""
        print(f"Gaat de brief uit, zet dan in {file}: status: verzonden{waiting}")
    elif is_new:
        print(f"In {file} staat al status: verzonden; verstuur ook deze versie, of zet er zolang: "
              "status: definitief")  # fmt: skip


def say_status(one: "LetterProgress", *, is_whole: bool = False) -> None:
    """Print how far a letter is, what was fixed of it, and what each step still asks of it.

    Args:
        one: the letter.
        is_whole: whether a list is told in full, however long.
    """
    further = "" if one.may_be == one.status else f", kan zijn: {one.may_be}"
    print(f"{one.dossier}/{one.letter}: {one.status}{further}")
    if told := _fixed(one):
        print(f"  {told}")
    for step in one.steps:
        print(f"  voor {step.status}:")
        for verdict in step.verdicts:
            reason = verdict.why if is_whole else verdict.why_in_short
            why = f": {reason}" if reason else ""
            if reason != verdict.why:
                why += " (alles: --all)"
            sign = ("ja " if verdict.is_met else "nee") if verdict.concerns else "nvt"
            print(f"    {sign}  {verdict.told}{why}")


def _fixed(one: "LetterProgress") -> str:
    """In a line what was fixed of a letter; empty when nothing was."""
    standing = one.standing
    if standing.day is None:
        return ""
    from pmg_docs.dutch.dates import write_date
    from pmg_docs.model.value import Date

    day = write_date(Date(standing.day))
    told = f"vastgesteld op {day} onder {standing.kenmerk}, versie {standing.number}"
    return f"{told}; {standing.why_not}" if standing.why_not else told


def _say_json(report: "StatusReport") -> None:
    letters = [
        {
            "dossier": one.dossier,
            "brief": one.letter,
            "status": one.status,
            "kan_zijn": one.may_be,
            "vastgesteld": {
                "kenmerk": one.standing.kenmerk,
                "datum": one.standing.day.isoformat(),
                "versie": one.standing.number,
                "ongewijzigd": not one.standing.why_not,
            }
            if one.standing.day
            else None,
            "voorwaarden": [
                {
                    "voor": step.status,
                    "voorwaarde": verdict.condition.value,
                    "klopt": verdict.is_met,
                    "geldt": verdict.concerns,
                    "waarom_niet": verdict.why or None,
                }
                for step in one.steps
                for verdict in step.verdicts
            ],
        }
        for one in report.letters
    ]
    print(json.dumps({"brieven": letters}, ensure_ascii=False, indent=2))
