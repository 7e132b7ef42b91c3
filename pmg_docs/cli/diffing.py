"""The command `pmg diff`: what changed, in which documents, and why."""

import datetime as dt
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pmg_docs.cli.boundary import CANNOT, CLEAN, FINDINGS, USAGE, explain
from pmg_docs.cli.findings import say_findings
from pmg_docs.cli.options import WorkspaceOption
from pmg_docs.cli.presentation import shortened
from pmg_docs.model.errors import NotFound, PmgError

if TYPE_CHECKING:
    from pmg_docs.app.diff.sides import Outcome
    from pmg_docs.app.diff.tracked import Tracked
    from pmg_docs.model.changes import Differences

FORMS = ("terminal", "html", "markdown", "docx")
ATTRIBUTES_SAID = {True: "Aangevuld, leg het vast in git", False: "Het stond al in"}
TRACKED = ("accept", "reject")
AGAINST = ("verzonden", "vastgesteld")


def diff(  # noqa: PLR0913, PLR0917 - one parameter an option
    what: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[DOSSIER]…",
            help="Namen van dossiers; of twee bestanden, of twee mappen met documenten.",
        ),
    ] = None,
    from_: Annotated[
        str | None,
        typer.Option("--from", metavar="VERSIE", help="De oude versie in git; zonder: HEAD."),
    ] = None,
    to: Annotated[
        str | None,
        typer.Option("--to", metavar="VERSIE", help="De nieuwe; zonder: zoals het nu is."),
    ] = None,
    against: Annotated[
        str | None,
        typer.Option(
            "--against",
            metavar="STAND",
            help="Vergelijk met wat is verzonden, of vastgesteld: verzonden of vastgesteld.",
        ),
    ] = None,
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
    author: Annotated[
        str, typer.Option("--author", metavar="NAAM", help="Wie de wijzigingen in Word maakte.")
    ] = "pmg",
    date: Annotated[
        str, typer.Option("--date", metavar="DAG", help="Wanneer, zoals 2026-01-31; zonder: nu.")
    ] = "",
    install_git: Annotated[
        bool, typer.Option("--install-git", help="Laat git dit tonen van Word, odt en pdf.")
    ] = False,
    git_driver: Annotated[
        bool, typer.Option("--git-driver", help="Voor git zelf: toon één bestand.")
    ] = False,
    git_text: Annotated[
        bool, typer.Option("--git-text", help="Voor git zelf: toon de woorden van een bestand.")
    ] = False,
    workspace: WorkspaceOption = None,
) -> None:
    """Zeg wat er veranderde, in welke documenten, en waardoor."""
    _refuse_blank((("--from", from_), ("--to", to)))
    for name, known in ((format_, FORMS), (tracked, TRACKED), (against, AGAINST)):
        if name is not None and name not in known:
            raise typer.BadParameter(f"'{name}' kan hier niet; kies uit {', '.join(known)}.")
    try:
        if install_git or git_driver or git_text:
            _for_git(what or (), workspace or Path(), is_driver=git_driver, is_text=git_text)
            return
        _check_out(out, "json" if as_json else format_, what, workspace)
        from pmg_docs.app.diff.choosing import Question, diff_what
        from pmg_docs.app.diff.state import Against
        from pmg_docs.app.diff.tracked import Tracked

        state = Against(against) if against is not None else None
        asked = Question(
            what or (), letter or (), from_ or "", to or "", Tracked(tracked), state, workspace
        )
        outcome = diff_what(asked)
        found = outcome.differences
        if format_ == "docx" and out is not None:
            is_proven = _write_redlines(outcome, out, author, _day(date), Tracked(tracked))
        else:
            _say(_written(found, "json" if as_json else format_), out)
            is_proven = True
    except PmgError as problem:
        if as_json:
            print(_written_failure(problem), end="")
        else:
            explain(problem, was_at_work=False)
        # 1 says that there are differences, so what cannot be read is 3, whoever is to mend it.
        raise typer.Exit(USAGE if isinstance(problem, NotFound) else CANNOT) from problem
    if found.findings and not as_json:
        say_findings(found.findings, was_at_work=False)
    is_whole = found.is_whole and is_proven
    raise typer.Exit(CANNOT if not is_whole else CLEAN if found.is_same else FINDINGS)


def _refuse_blank(options: Sequence[tuple[str, str | None]]) -> None:
    """Refuse a version that a script meant to fill in and left blank: it would be another one."""
    for option, typed in options:
        if typed is not None and not typed.strip():
            raise typer.BadParameter(
                f"Achter {option} staat geen versie; typ er een, of laat het weg."
            )


def _day(typed: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(typed) if typed else None
    except ValueError:
        raise typer.BadParameter(f"'{typed}' is geen dag; typ die als 2026-01-31.") from None


def _write_redlines(
    outcome: "Outcome", out: Path, author: str, day: dt.date | None, tracked: "Tracked"
) -> bool:
    """Write the redlines; where one could not be proven, show the changes as text instead."""
    from pmg_docs.app.diff.redlines import write_redlines

    made = write_redlines(outcome, out, author, day, tracked)
    for name, path in made.written:
        print(f"Geschreven: {shortened(path)} (wijzigingen in {name}; bewezen)")
    for name in made.same:
        print(f"{name}: geen verschil.")
    if made.refused:
        print(_written(outcome.differences, "terminal"), end="", flush=True)
    if made.remarks or made.refused:
        say_findings((*made.refused, *made.remarks), was_at_work=False)
    return not made.refused


def _check_out(
    out: Path | None, form: str, what: Sequence[str] | None, workspace: Path | None
) -> None:
    """Refuse to fill a screen with a page, or to write over what is compared or read."""
    if out is None:
        if form == "docx":
            raise typer.BadParameter(
                "Een Word-bestand hoort ergens: --out verschillen.docx, of bij meer brieven "
                "een map: --out verschillen"
            )
        if form == "html" and sys.stdout.isatty():
            raise typer.BadParameter("Een pagina hoort in een bestand: --out verschillen.html")
        return
    if any(out.resolve() == Path(one).resolve() for one in what or ()):
        raise typer.BadParameter(f"'{out}' wordt vergeleken; kies een ander bestand bij --out.")
    from pmg_docs.app.sources import spare_sources
    from pmg_docs.workspace.folder import Workspace

    # A folder gets the redlines of several letters.
    target = out / "brief.docx" if form == "docx" and out.suffix.casefold() != ".docx" else out
    spare_sources(Workspace.around(workspace or Path()), (), [target.absolute()])


def _written_failure(problem: PmgError) -> str:
    from pmg_docs.model.changes import Differences
    from pmg_docs.writers.review.data import write as as_data

    return as_data(Differences("", "", findings=problem.findings))


def _for_git(what: Sequence[str], folder: Path, *, is_driver: bool, is_text: bool) -> None:
    """What git asks, which takes any exit code but 0 for a fault; or setting that up."""
    from pmg_docs.app.diff.driver import differences_for_git, install, lines_for_git

    if is_driver:
        found = differences_for_git(what)
        print(found if isinstance(found, str) else _written(found, "terminal").rstrip())
    elif is_text:
        for name in what:
            print(lines_for_git(Path(name)), end="")
    else:
        done = install(folder)
        print(f"Git toont nu wat er verandert in Word-, odt- en pdf-bestanden. "
              f"{ATTRIBUTES_SAID[done.is_changed]}: {shortened(done.attributes)}")  # fmt: skip


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
