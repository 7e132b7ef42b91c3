"""The command `pmg` and its subcommands."""

import atexit
import gc
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from pmg_docs import __version__
from pmg_docs.cli.boundary import CANNOT, FORMATS, explain, run
from pmg_docs.cli.bundling import bundle
from pmg_docs.cli.checking import check
from pmg_docs.cli.diffing import diff
from pmg_docs.cli.kenmerk import app as kenmerk_app
from pmg_docs.cli.listings import say_examination, say_facts, say_letter, say_styles, say_types
from pmg_docs.cli.options import WorkspaceOption
from pmg_docs.cli.presentation import (
    say_built,
    say_new,
    say_round,
    say_unbuilt,
    say_waiting,
)
from pmg_docs.cli.reviewing import review
from pmg_docs.cli.status import finalise, status
from pmg_docs.cli.styling import app as style_app
from pmg_docs.cli.supposing import impact
from pmg_docs.cli.tracing import trace
from pmg_docs.cli.usage import Command, Group

app = typer.Typer(
    name="pmg",
    cls=Group,
    help="Maak van één set feiten documenten in Word, PDF, HTML en Markdown, en bewijs ze.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["--help", "-h"]},
)

app.add_typer(style_app)
app.add_typer(kenmerk_app)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"pmg {__version__}")
        raise typer.Exit


@app.callback()
def pmg(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Toon de versie.")
    ] = False,
) -> None:
    """Maak van één set feiten documenten in Word, PDF, HTML en Markdown, en bewijs ze."""


def _refuse_unknown_formats(names: Sequence[str]) -> None:
    for name in names:
        if name not in FORMATS:
            raise typer.BadParameter(f"'{name}' is geen soort; kies uit {', '.join(FORMATS)}.")


@app.command(cls=Command)
def build(
    dossiers: Annotated[
        list[str] | None,
        typer.Argument(metavar="[DOSSIER]…", help="Namen van mappen in letters; zonder: alle."),
    ] = None,
    letter: Annotated[
        list[str] | None,
        typer.Option("--letter", metavar="BRIEF", help="Alleen deze brief, zoals nota."),
    ] = None,
    format_: Annotated[
        list[str] | None,
        typer.Option("--format", metavar="SOORT", help=f"Alleen: {', '.join(FORMATS)}."),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option("--out", metavar="MAP", help="Waar de bestanden komen; zonder: build."),
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Zeg alleen wat er mis is.")] = False,
    workspace: WorkspaceOption = None,
) -> None:
    """Maak alle documenten: Word, PDF, HTML en Markdown."""
    _refuse_unknown_formats(format_ or ())
    from pmg_docs.app.build import build as use_case
    from pmg_docs.workspace.folder import Workspace

    place = Workspace.at(workspace) if workspace else Workspace.find(Path())
    result = use_case(place, dossiers or (), letter or (), format_ or (), out, say_waiting)
    say_built(result, quiet=quiet)


for _command in (check, review, diff, trace, impact, status, finalise, bundle):
    app.command(cls=Command)(_command)


@app.command(cls=Command)
def watch(
    dossiers: Annotated[
        list[str] | None,
        typer.Argument(metavar="[DOSSIER]…", help="Namen van mappen in letters; zonder: alle."),
    ] = None,
    format_: Annotated[
        list[str] | None,
        typer.Option("--format", metavar="SOORT", help="Zonder: docx, html en md."),
    ] = None,
    workspace: WorkspaceOption = None,
) -> None:
    """Maak de documenten opnieuw zodra u iets opslaat; stop met Ctrl-C."""
    _refuse_unknown_formats(format_ or ())
    from pmg_docs.app.watch import QUICK_FORMATS
    from pmg_docs.app.watch import watch as use_case
    from pmg_docs.workspace.folder import Workspace

    place = Workspace.at(workspace) if workspace else Workspace.find(Path())
    try:
        for one in use_case(place, dossiers or (), format_ or QUICK_FORMATS):
            say_round(one)
    except KeyboardInterrupt:
        print("Gestopt.")


@app.command(cls=Command)
def doctor(workspace: WorkspaceOption = None) -> None:
    """Zeg wat er is geïnstalleerd, wat ontbreekt en hoe u dat oplost."""
    from pmg_docs.app.doctor import examine

    examination = examine(workspace or Path())
    say_examination(examination)
    if not examination.is_healthy:
        raise typer.Exit(CANNOT)


@app.command(cls=Command)
def new(
    name: Annotated[str, typer.Argument(metavar="DOSSIER", help="Naam van de map in letters.")],
    letter: Annotated[
        str | None,
        typer.Option("--letter", metavar="SOORT", help="Voeg een brief van deze soort toe."),
    ] = None,
    programma: Annotated[
        str, typer.Option("--programma", metavar="NAAM", help="De naam van het programma.")
    ] = "",
    stijl: Annotated[str, typer.Option("--stijl", help="De huisstijl, zoals jenv.")] = "",
    workspace: WorkspaceOption = None,
) -> None:
    """Begin een dossier met een voorbeeld, of voeg er een brief aan toe."""
    from pmg_docs.app.new.dossier import new_dossier
    from pmg_docs.workspace.folder import Workspace

    start = workspace or Path()
    place = Workspace.around(start)
    is_new = name not in place.dossiers()
    if letter is None or is_new:
        folder, files = new_dossier(start, name, programma, stijl)
        say_new(folder, files)
    comes_with_it = is_new and (place.dossier(name) / f"{letter}.md").exists()
    if letter is not None and not comes_with_it:
        from pmg_docs.app.new.letter import new_letter

        say_letter(new_letter(place, name, letter))
    from pmg_docs.app.build import build as use_case
    from pmg_docs.model.errors import PmgError

    try:
        say_built(use_case(place, [name]), quiet=False)
    except PmgError as problem:
        code = explain(problem, was_at_work=False)
        say_unbuilt(name)
        raise typer.Exit(code) from problem


@app.command(cls=Command)
def facts(
    dossiers: Annotated[
        list[str] | None,
        typer.Argument(metavar="[DOSSIER]…", help="Namen van mappen in letters; zonder: alle."),
    ] = None,
    workspace: WorkspaceOption = None,
) -> None:
    """Toon wat er bekend is: elk feit, hoe een brief het schrijft, de bron, en wat nog open is."""
    from pmg_docs.app.dossier import choose_dossiers
    from pmg_docs.app.listing import list_facts
    from pmg_docs.workspace.folder import Workspace

    place = Workspace.at(workspace) if workspace else Workspace.find(Path())
    for name in choose_dossiers(place, dossiers or ()):
        say_facts(name, list_facts(place, name))


@app.command(cls=Command)
def types(workspace: WorkspaceOption = None) -> None:
    """Toon welke soorten brieven er zijn en wat elk nodig heeft."""
    from pmg_docs.app.listing import list_types
    from pmg_docs.workspace.folder import Workspace

    say_types(list_types(Workspace.around(workspace or Path())))


@app.command(cls=Command)
def styles(workspace: WorkspaceOption = None) -> None:
    """Toon welke huisstijlen er zijn."""
    from pmg_docs.app.listing import list_styles
    from pmg_docs.workspace.folder import Workspace

    say_styles(list_styles(Workspace.around(workspace or Path())))


def main() -> None:
    """Run the command line and leave with the exit code of its outcome."""
    # We make much and throw little away; to look for rubbish at every turn takes a tenth more.
    gc.set_threshold(500_000)
    # At the end the system takes all memory back at once; to look for cycles first takes a fifth.
    atexit.register(gc.freeze)
    # A package that happens to be installed must not change what we read (and it saves a search).
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    run(app)
