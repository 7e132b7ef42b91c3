"""The command `pmg check`: dossiers read again, and any file held against the facts."""

from pathlib import Path
from typing import Annotated

import typer

from pmg_docs.cli.boundary import FORMS, code_of, exit_code_of
from pmg_docs.cli.options import WorkspaceOption
from pmg_docs.cli.presentation import say_checked, say_refused, say_suggestions


def check(  # noqa: PLR0913, PLR0917 - each is an option of the command
    arguments: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[DOSSIER|BESTAND]…",
            help="Mappen in letters, of bestanden om naast de feiten te leggen; zonder: alle.",
        ),
    ] = None,
    letter: Annotated[
        list[str] | None,
        typer.Option("--letter", metavar="BRIEF", help="Alleen deze brief, zoals nota."),
    ] = None,
    dossier: Annotated[
        str, typer.Option("--dossier", metavar="DOSSIER", help="Leg bestanden naast dit dossier.")
    ] = "",
    whole: Annotated[
        bool, typer.Option("--all", help="Toon alles, ook wat klopt of onbekend is.")
    ] = False,
    suggest: Annotated[
        bool,
        typer.Option("--suggest", help="Zeg wat u typt om een gewijzigd document over te nemen."),
    ] = False,
    format_: Annotated[
        str, typer.Option("--format", metavar="VORM", help=f"Een van: {', '.join(FORMS)}.")
    ] = "text",
    as_json: Annotated[
        bool, typer.Option("--json", help="Hetzelfde als --format json, voor een programma.")
    ] = False,
    explain_: Annotated[
        str, typer.Option("--explain", metavar="CODE", help="Leg een melding uit, zoals PMG122.")
    ] = "",
    workspace: WorkspaceOption = None,
) -> None:
    """Lees dossiers na, of leg een bestand naast de feiten, en zeg wat er mis is."""
    from pmg_docs.workspace.folder import Workspace

    if explain_:
        from pmg_docs.app.check.explanations import explain_code

        print(explain_code(Workspace.around(workspace or Path()), explain_))
        return
    form = "json" if as_json else format_
    if form not in FORMS:
        raise typer.BadParameter(f"'{form}' is geen vorm; kies uit {', '.join(FORMS)}.")
    from pmg_docs.app.check.dossiers import check as use_case
    from pmg_docs.model.errors import PmgError

    root = None
    try:
        place = Workspace.at(workspace) if workspace else Workspace.find(Path())
        root = place.root
        result = use_case(place, arguments or (), letter or (), dossier)
    except PmgError as problem:
        if form == "text":
            raise
        say_refused(form, problem.findings, root)
        raise typer.Exit(exit_code_of(problem)) from problem
    say_checked(result, form, root, is_whole=whole)
    if suggest and form == "text":
        say_suggestions(result.files)
    if code := code_of(result):
        raise typer.Exit(code)
