"""The commands of `pmg style`: whether Word and the style file agree, and making them agree."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pmg_docs.cli.boundary import CANNOT, FINDINGS
from pmg_docs.cli.findings import say_findings
from pmg_docs.cli.options import WorkspaceOption
from pmg_docs.cli.usage import Command, Group

if TYPE_CHECKING:
    from pmg_docs.app.style.checking import StyleReport
    from pmg_docs.app.style.syncing import SyncResult

app = typer.Typer(
    name="style",
    cls=Group,
    help="Houd een huisstijl en de Word-sjablonen die erbij horen gelijk.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


@app.command(cls=Command)
def check(
    styles: Annotated[
        list[str] | None,
        typer.Argument(metavar="[STIJL]…", help="Namen van mappen in styles; zonder: alle."),
    ] = None,
    workspace: WorkspaceOption = None,
) -> None:
    """Zeg waar Word-sjabloon, stijlblad en lettertypen anders zijn dan stijl.yaml."""
    from pmg_docs.app.style.checking import check_styles
    from pmg_docs.workspace.folder import Workspace

    report = check_styles(Workspace.around(workspace or Path()), styles or ())
    _say_report(report)
    if any(finding.stops for finding in report.findings):
        raise typer.Exit(CANNOT if report.is_unreachable else FINDINGS)


@app.command(cls=Command)
def sync(
    style: Annotated[str, typer.Argument(metavar="STIJL", help="Naam van een map in styles.")],
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Zeg wat er zou veranderen; schrijf niets.")
    ] = False,
    workspace: WorkspaceOption = None,
) -> None:
    """Neem maten die u in Word veranderde over in stijl.yaml."""
    from pmg_docs.app.style.syncing import sync_style
    from pmg_docs.workspace.folder import Workspace

    place = Workspace.around(workspace or Path())
    _say_sync(sync_style(place, style, is_trial=dry_run), style)


def _say_report(report: "StyleReport") -> None:
    if report.findings:
        say_findings(report.findings, was_at_work=False)
    if not any(finding.stops for finding in report.findings):
        names = ", ".join(report.styles)
        print(f"{names}: Word-sjabloon, stijlblad en lettertypen zeggen wat stijl.yaml zegt.")
        for shell in report.shells:
            print(f"  nagelezen  {shell}")


def _say_sync(result: "SyncResult", style: str) -> None:
    if result.remarks:
        say_findings(result.remarks, was_at_work=False)
    for change in result.changes:
        print(f"  {change.name}: {change.before} → {change.after}")
    if result.is_written:
        print(f"Overgenomen in {result.file}. Kijk wat er nog is met: pmg style check {style}")
    elif result.changes:
        print(f"Er is niets geschreven; zonder --dry-run komt dit in {result.file}.")
    else:
        print(f"Er is niets over te nemen in {result.file}.")
