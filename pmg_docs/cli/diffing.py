"""The command `pmg diff`: what changed, in which documents, and why."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pmg_docs.cli.boundary import CANNOT, CLEAN, FINDINGS
from pmg_docs.cli.options import WorkspaceOption
from pmg_docs.cli.presentation import say_findings, shortened

if TYPE_CHECKING:
    from pmg_docs.model.changes import Differences

FORMS = ("terminal", "html", "markdown")
TRACKED = ("accept", "reject")


def diff(  # noqa: PLR0913, PLR0917 - one parameter an option
    what: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[DOSSIER]…",
            help="Namen van dossiers; of twee bestanden, of twee mappen met documenten.",
        ),
    ] = None,
    from_: Annotated[
        str, typer.Option("--from", metavar="VERSIE", help="De oude versie in git; zonder: HEAD.")
    ] = "",
    to: Annotated[
        str, typer.Option("--to", metavar="VERSIE", help="De nieuwe; zonder: zoals het nu is.")
    ] = "",
    letter: Annotated[
        list[str] | None,
        typer.Option("--letter", metavar="BRIEF", help="Alleen deze brief, zoals nota."),
    ] = None,
    format_: Annotated[
        str, typer.Option("--format", metavar="VORM", help=f"Kies uit {', '.join(FORMS)}.")
    ] = "terminal",
    as_json: Annotated[
        bool, typer.Option("--json", help="Geef de verschillen als JSON, voor een programma.")
    ] = False,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="BESTAND", help="Schrijf het in dit bestand.")
    ] = None,
    tracked: Annotated[
        str,
        typer.Option(
            "--tracked",
            metavar="HOE",
            help="Bijgehouden wijzigingen in Word: accept of reject.",
        ),
    ] = "accept",
    workspace: WorkspaceOption = None,
) -> None:
    """Zeg wat er veranderde, in welke documenten, en waardoor."""
    if format_ not in FORMS:
        raise typer.BadParameter(f"'{format_}' is geen vorm; kies uit {', '.join(FORMS)}.")
    if tracked not in TRACKED:
        raise typer.BadParameter(f"'{tracked}' kan niet; kies uit {', '.join(TRACKED)}.")
    from pmg_docs.app.diff.choosing import Question, diff_what
    from pmg_docs.app.diff.files import Tracked

    asked = Question(what or (), letter or (), from_, to, Tracked(tracked), workspace)
    found = diff_what(asked).differences
    _say(_written(found, "json" if as_json else format_), out)
    if found.findings and not as_json:
        say_findings(found.findings, was_at_work=False)
    raise typer.Exit(CANNOT if not found.is_whole else CLEAN if found.is_same else FINDINGS)


def _written(found: "Differences", form: str) -> str:
    if form == "json":
        from pmg_docs.writers.review.data import write as as_data

        return as_data(found)
    if form == "terminal":
        from pmg_docs.writers.review.terminal import write as as_lines

        return as_lines(found, has_colour=_has_colour())
    from pmg_docs.writers.review import REVIEW_WRITERS

    return REVIEW_WRITERS[form](found)


def _say(text: str, out: Path | None) -> None:
    if out is None:
        print(text, end="")
        return
    from pmg_docs.workspace.writing import write_together

    write_together({out.absolute(): text.encode()}, lambda _path, _data: None)
    print(f"Geschreven: {shortened(out.absolute())}", file=sys.stderr)


def _has_colour() -> bool:
    """Whether to use colour: on a terminal, unless its user asked for none (no-color.org)."""
    asked_not = "NO_COLOR" in os.environ or os.environ.get("TERM") == "dumb"
    return sys.stdout.isatty() and not asked_not
