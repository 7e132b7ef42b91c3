"""The command `pmg` and its subcommands."""

from pathlib import Path
from typing import Annotated

import typer

from pmg_docs import __version__
from pmg_docs.cli.boundary import FORMATS, run
from pmg_docs.cli.presentation import say_built, say_new

app = typer.Typer(
    name="pmg",
    help="Maak van één set feiten documenten in Word, PDF, HTML en Markdown, en bewijs ze.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["--help", "-h"]},
)

WorkspaceOption = Annotated[
    Path | None,
    typer.Option("--workspace", metavar="MAP", help="De map waarin 'letters' staat."),
]


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


@app.command()
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
    for name in format_ or ():
        if name not in FORMATS:
            raise typer.BadParameter(f"'{name}' is geen soort; kies uit {', '.join(FORMATS)}.")
    from pmg_docs.app.build import build as use_case
    from pmg_docs.workspace.folder import Workspace

    place = Workspace.at(workspace) if workspace else Workspace.find(Path.cwd())
    result = use_case(place, dossiers or (), letter or (), format_ or (), out)
    say_built(result, quiet=quiet)


@app.command()
def new(
    name: Annotated[str, typer.Argument(metavar="DOSSIER", help="Naam van de nieuwe map.")],
    workspace: WorkspaceOption = None,
) -> None:
    """Begin een dossier met een voorbeeld dat u kunt aanpassen."""
    from pmg_docs.app.new import new_dossier

    folder, files = new_dossier(workspace or Path.cwd(), name)
    say_new(folder, files)


def main() -> None:
    """Run the command line and leave with the exit code of its outcome."""
    run(app)
