"""Options that more than one group of commands has."""

from pathlib import Path
from typing import Annotated

import typer

WorkspaceOption = Annotated[
    Path | None,
    typer.Option("--workspace", metavar="MAP", help="De map waarin 'letters' staat."),
]

ByOption = Annotated[
    str, typer.Option("--door", metavar="NAAM", help="Wie dit doet; zonder: uw naam in git.")
]
