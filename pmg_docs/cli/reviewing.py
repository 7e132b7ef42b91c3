"""The command `pmg review`: one page on which a reviewer can trust every figure."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pmg_docs.cli.boundary import CANNOT, FINDINGS
from pmg_docs.cli.options import WorkspaceOption
from pmg_docs.cli.presentation import say_waiting, shortened

if TYPE_CHECKING:
    from pmg_docs.app.review.page import ReviewResult


def review(
    dossiers: Annotated[
        list[str] | None,
        typer.Argument(metavar="[DOSSIER]…", help="Namen van mappen in letters; zonder: alle."),
    ] = None,
    against: Annotated[
        str,
        typer.Option(
            "--against",
            metavar="VERSIE",
            help="Toon wat er veranderde sinds deze versie in git; zonder: de laatste.",
        ),
    ] = "",
    out: Annotated[
        Path | None,
        typer.Option("--out", metavar="MAP", help="Waar de pagina komt; zonder: build."),
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Zeg alleen wat er mis is.")] = False,
    workspace: WorkspaceOption = None,
) -> None:
    """Maak van een dossier één pagina om na te lezen: elk cijfer met bron, regels en meldingen."""
    from pmg_docs.app.review.page import review as use_case
    from pmg_docs.workspace.folder import Workspace

    place = Workspace.at(workspace) if workspace else Workspace.find(Path())
    result = use_case(place, dossiers or (), against, out, say_waiting)
    _say(result, quiet=quiet)
    if any(finding.stops for finding in result.findings):
        raise typer.Exit(CANNOT if result.is_unreachable else FINDINGS)


def _say(result: "ReviewResult", *, quiet: bool) -> None:
    errors = sum(1 for finding in result.findings if finding.stops)
    if not quiet:
        for path in result.files:
            sign = "geschreven" if path in result.changed else "ongewijzigd"
            print(f"  {sign:<11} {shortened(path)}")
        warnings = len(result.findings) - errors
        print(f"Op de pagina: {errors} {'fout' if errors == 1 else 'fouten'} en "
              f"{warnings} {'waarschuwing' if warnings == 1 else 'waarschuwingen'}.")  # fmt: skip
    for letter in result.unread:
        print(f"  Niet gelezen: {letter}; daar zit een fout in (pmg check).")
