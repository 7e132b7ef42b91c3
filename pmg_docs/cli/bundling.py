"""The command `pmg bundle`: what was bundled, what stands in the way, and what a copy proved."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pmg_docs.cli.boundary import FINDINGS, explain
from pmg_docs.cli.findings import counted, say_findings
from pmg_docs.cli.options import WorkspaceOption
from pmg_docs.cli.presentation import say_waiting, shortened
from pmg_docs.cli.status import say_status
from pmg_docs.model.errors import NotFound, PmgError
from pmg_docs.model.printable import printable

if TYPE_CHECKING:
    from pmg_docs.app.bundle import Bundling, Verified
    from pmg_docs.model.bundled import Bundled

_WHO = {"archief": "het archief", "kamer": "de Kamer"}


def bundle(  # noqa: PLR0913, PLR0917 - one for each option
    dossier: Annotated[
        str | None, typer.Argument(metavar="DOSSIER", help="Naam van een map in letters.")
    ] = None,
    voor: Annotated[
        str,
        typer.Option(
            "--voor", metavar="WIE", show_default=False, help="archief of kamer; zonder: archief."
        ),
    ] = "archief",
    zonder: Annotated[
        list[str] | None,
        typer.Option("--zonder", metavar="BRIEF", help="Laat deze brief eruit; bij --voor kamer."),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option("--out", metavar="MAP", help="Waar de bundel komt; zonder: build/_bundel."),
    ] = None,
    as_zip: Annotated[bool, typer.Option("--zip", help="Als één zip-bestand.")] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Zeg of het kan; schrijf niets.")
    ] = False,
    verify: Annotated[
        Path | None,
        typer.Option("--verify", metavar="PAD", help="Kijk een bundel na: een map of een zip."),
    ] = None,
    workspace: WorkspaceOption = None,
) -> None:
    """Bundel wat is vastgesteld, voor archief of Kamer; of kijk een bundel na."""
    if (dossier is None) == (verify is None):
        raise typer.BadParameter("Noem een dossier, of met --verify een bundel.")
    if voor not in _WHO:
        raise typer.BadParameter(f"'{voor}' kan niet bij --voor; kies archief of kamer.")
    if zonder and voor != "kamer":
        raise typer.BadParameter("--zonder kan alleen bij --voor kamer; het archief krijgt alles.")
    from pmg_docs.workspace.folder import Workspace

    if verify is not None:
        try:
            found = _verified(verify, workspace)
        except PmgError as problem:
            raise typer.Exit(explain(problem, was_at_work=False)) from problem
        _say_verified(verify, found)
        return
    assert dossier is not None  # noqa: S101 - one of both is there
    from pmg_docs.app.bundle import Asked
    from pmg_docs.app.bundle import bundle as use_case
    from pmg_docs.model.bundled import Audience

    place = Workspace.at(workspace) if workspace else Workspace.find(Path())
    asked = Asked(Audience(voor), tuple(zonder or ()), out, as_zip)
    done = use_case(place, dossier, asked, is_trial=dry_run, on_wait=say_waiting)
    _say_bundled(done, voor)


def _say_bundled(done: "Bundling", voor: str) -> None:
    if done.bundled is None:
        for one in done.letters:
            say_status(one)
    if done.findings:
        say_findings(done.findings, was_at_work=done.bundled is not None)
    if not done.is_ready:
        print("Nog niet te bundelen: er is niets geschreven.")
        raise typer.Exit(FINDINGS)
    if done.bundled is None or done.path is None:
        print(f"Alles kan worden gebundeld voor {_WHO[voor]}; er is niets geschreven.")
        return
    where = shortened(done.path)
    print(f"{where}  {'voor ' + _WHO[voor] if done.is_new else 'stond er al zo'}")
    for file in done.bundled.files:
        print(f"  {file.name}")
    print(f"{_told(done.bundled)}. Een kopie kijkt u na met: pmg bundle --verify {where}")


def _verified(path: Path, workspace: Path | None) -> "Verified":
    from pmg_docs.app.bundle import verify_bundle
    from pmg_docs.workspace.folder import Workspace

    if workspace is not None:
        return verify_bundle(path, Workspace.at(workspace))
    try:
        around = Workspace.find(Path())
    except NotFound:
        return verify_bundle(path)
    return verify_bundle(path, around)


def _say_verified(path: Path, found: "Verified") -> None:
    if found.findings:
        say_findings(found.findings, was_at_work=False)
    name = shortened(path)
    if found.bundled is None or not found.is_whole:
        print(f"{name} is niet meer wat er is gebundeld.")
        raise typer.Exit(FINDINGS)
    print(
        f"{name} is heel: {_told(found.bundled)}, voor {_WHO[found.bundled.audience]}, "
        "precies zoals gebundeld."
    )
    for letter in found.bundled.letters:
        about = ", ".join(filter(None, (letter.day, letter.kenmerk, letter.status)))
        print(printable(f"  {letter.title} ({letter.type}; {about})"))
    if found.known:
        print(f"Het register hier kent van {found.known} van de {len(found.bundled.letters)} "
              "stukken die woorden.")  # fmt: skip


def _told(bundled: "Bundled") -> str:
    letters = counted(len(bundled.letters), "stuk", "stukken")
    return f"{letters}, {counted(len(bundled.files), 'bestand', 'bestanden')}"
