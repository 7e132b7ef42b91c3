"""The commands of `pmg kenmerk`: numbers for letters, each handed out once."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pmg_docs.cli.boundary import CANNOT, FINDINGS, exit_code_of
from pmg_docs.cli.findings import say_findings
from pmg_docs.cli.for_programs import say_json
from pmg_docs.cli.options import ByOption, WorkspaceOption
from pmg_docs.cli.presentation import say_waiting
from pmg_docs.cli.usage import Command, Group
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.errors import PmgError

if TYPE_CHECKING:
    from pmg_docs.app.final.fixed_letters import Version
    from pmg_docs.app.kenmerk.handing_out import Recorded
    from pmg_docs.kenmerk.entry import Entry
    from pmg_docs.workspace.folder import Workspace

app = typer.Typer(
    name="kenmerk",
    cls=Group,
    help="Houd bij welk kenmerk van welke brief is: elk nummer wordt één keer gebruikt.",
    no_args_is_help=True,
    rich_markup_mode=None,
)

_KENMERKEN = ("kenmerken", "kenmerk")
LetterArgument = Annotated[
    str, typer.Argument(metavar="DOSSIER/BRIEF", help="De brief, zoals groen/nota.")
]
NumberArgument = Annotated[str, typer.Argument(metavar="KENMERK", help="Het nummer.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Als JSON, voor een programma.")]


@app.command(cls=Command)
def reserve(
    letter: Annotated[
        str,
        typer.Argument(metavar="DOSSIER/BRIEF", help="Voor welke brief, zoals groen/nota."),
    ] = "",
    kenmerk: Annotated[
        str,
        typer.Option("--kenmerk", metavar="KENMERK", help="Het nummer dat u kreeg; zonder: "
                     "het volgende uit de reeks."),
    ] = "",
    stijl: Annotated[
        str, typer.Option("--stijl", metavar="STIJL", help="De huisstijl, als er geen brief is.")
    ] = "",
    door: ByOption = "",
    workspace: WorkspaceOption = None,
) -> None:  # fmt: skip
    """Reserveer een nummer, zodat niemand anders het krijgt."""
    from pmg_docs.app.kenmerk.handing_out import reserve as use_case

    _say_recorded(
        use_case(_place(workspace), letter, kenmerk=kenmerk, style=stijl, by=door,
                 on_wait=say_waiting)
    )  # fmt: skip


@app.command(cls=Command)
def assign(
    letter: LetterArgument,
    kenmerk: Annotated[
        str,
        typer.Argument(metavar="KENMERK", help="Zonder: het nummer dat is gereserveerd of dat "
                       "op de brief staat."),
    ] = "",
    door: ByOption = "",
    workspace: WorkspaceOption = None,
) -> None:  # fmt: skip
    """Ken een brief haar nummer toe."""
    from pmg_docs.app.kenmerk.handing_out import assign as use_case

    _say_recorded(use_case(_place(workspace), letter, kenmerk, by=door, on_wait=say_waiting))


@app.command(cls=Command)
def withdraw(
    kenmerk: NumberArgument,
    reden: Annotated[
        str, typer.Option("--reden", metavar="TEKST", help="Waarom het nummer vervalt.")
    ] = "",
    ook_vastgesteld: Annotated[
        bool,
        typer.Option("--ook-vastgesteld", help="Ook als er een brief onder is vastgesteld."),
    ] = False,
    door: ByOption = "",
    workspace: WorkspaceOption = None,
) -> None:
    """Trek een nummer in; het wordt nooit meer gebruikt."""
    from pmg_docs.app.kenmerk.handing_out import withdraw as use_case

    _say_recorded(
        use_case(_place(workspace), kenmerk, reden, by=door, also_fixed=ook_vastgesteld,
                 on_wait=say_waiting)
    )  # fmt: skip


@app.command("list", cls=Command)
def list_(as_json: JsonOption = False, workspace: WorkspaceOption = None) -> None:
    """Toon elk nummer: van welke brief het is, en hoe ver het is."""
    from pmg_docs.kenmerk.register import Register

    register = Register(_place(workspace))
    entries, faults = register.entries(), register.faults()
    if as_json:
        print(json.dumps({"kenmerken": [_for_program(e) for e in entries]}, ensure_ascii=False,
                         indent=2))  # fmt: skip
    else:
        for entry in entries:
            print(_line_of(entry))
        print(f"{len(entries)} {_KENMERKEN[len(entries) == 1]} in het register.")
    if faults:
        say_findings(faults, was_at_work=False)
        raise typer.Exit(FINDINGS)


@app.command(cls=Command)
def show(
    kenmerk: NumberArgument, as_json: JsonOption = False, workspace: WorkspaceOption = None
) -> None:
    """Zeg wat er van een nummer bekend is."""
    from pmg_docs.app.kenmerk.handing_out import find
    from pmg_docs.kenmerk.register import Register

    place = _place(workspace)
    entry = find(Register(place), kenmerk)
    versions, faults = _versions(place, entry)
    if as_json:
        kept = [_version_for_program(one) for one in versions]
        print(json.dumps({**_for_program(entry), "versies": kept}, ensure_ascii=False, indent=2))
    else:
        print(_line_of(entry))
        print(f"  {entry.day.isoformat()}, door {entry.by}")
        if entry.reason:
            print(f"  reden: {entry.reason}")
        for one in versions:
            print(f"  versie {one.number}: vastgesteld op {one.day.isoformat()}, door {one.by}")
            if one.reason:
                print(f"    reden: {one.reason}")
            print(f"    vingerafdruk: {one.digest}")
        print(f"  {entry.where.file}", flush=True)
    if faults:
        say_findings(faults, was_at_work=False)
        raise typer.Exit(FINDINGS)


def _versions(
    place: "Workspace", entry: "Entry"
) -> tuple[Sequence["Version"], Sequence[Diagnostic]]:
    """What was fixed under a number, or why that cannot be known."""
    from pmg_docs.app.final.fixed_letters import versions_of

    try:
        return versions_of(place, entry), ()
    except PmgError as problem:
        return (), problem.findings


@app.command(cls=Command)
def check(as_json: JsonOption = False, workspace: WorkspaceOption = None) -> None:
    """Houd het register en alle brieven naast elkaar en zeg wat niet klopt."""
    from pmg_docs.app.kenmerk.checking import check_register

    report = check_register(_place(workspace))
    if as_json:
        say_json(report.letters, report.findings)
    else:
        if report.findings:
            say_findings(report.findings, was_at_work=False)
        numbers = f"{report.numbers} {_KENMERKEN[report.numbers == 1]}"
        letters = f"{report.letters} {'brief' if report.letters == 1 else 'brieven'}"
        print(f"Nagelezen: {numbers} in het register, {letters}.")
    if any(finding.stops for finding in report.findings):
        raise typer.Exit(CANNOT if report.is_unreachable else FINDINGS)


@app.command(cls=Command)
def verify(
    file: Annotated[
        Path,
        typer.Argument(metavar="BESTAND", help="Een kopie van een brief, van welke soort ook."),
    ],
    as_json: JsonOption = False,
    workspace: WorkspaceOption = None,
) -> None:
    """Zeg of een bestand de woorden heeft die onder een kenmerk zijn vastgesteld."""
    from pmg_docs.app.kenmerk.verifying import verify as use_case
    from pmg_docs.cli.verifying import say_failure, say_verified

    try:
        found = use_case(_place(workspace), file)
    except PmgError as problem:
        if not as_json:
            raise
        say_failure(file.name, problem)
        raise typer.Exit(exit_code_of(problem)) from problem
    raise typer.Exit(say_verified(found, as_json=as_json))


def _place(workspace: Path | None) -> "Workspace":
    from pmg_docs.workspace.folder import Workspace

    return Workspace.at(workspace) if workspace else Workspace.find(Path())


def _say_recorded(recorded: "Recorded") -> None:
    if recorded.remarks:
        say_findings(recorded.remarks, was_at_work=False)
    print(_line_of(recorded.entry))
    if recorded.to_type is not None:
        where = recorded.to_type.where
        spot = f"in {where.file} op regel {where.line}" if where.line > 1 else (
            f"bovenaan {where.file}")  # fmt: skip
        print(f"Zet {spot}: kenmerk: '{recorded.entry.kenmerk}'")


def _line_of(entry: "Entry") -> str:
    whose = f"  {entry.letter_name}" if entry.letter else ""
    return f"{entry.kenmerk}  {entry.status}{whose}"


def _version_for_program(one: "Version") -> dict[str, int | str | None]:
    return {
        "versie": one.number,
        "datum": one.day.isoformat(),
        "door": one.by,
        "reden": one.reason or None,
        "vingerafdruk": one.digest,
    }


def _for_program(entry: "Entry") -> dict[str, str | None]:
    return {
        "kenmerk": entry.kenmerk,
        "status": entry.status.value,
        "dossier": entry.dossier or None,
        "brief": entry.letter or None,
        "datum": entry.day.isoformat(),
        "door": entry.by,
        "reden": entry.reason or None,
        "vastgesteld": entry.fixed or None,
        "bestand": entry.where.file,
    }
