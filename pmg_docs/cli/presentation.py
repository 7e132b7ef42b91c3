"""How findings and results are said on a terminal."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from pmg_docs.cli.findings import counted, say_by_document, say_findings
from pmg_docs.model.diagnostic import Diagnostic, worst_first
from pmg_docs.model.errors import PmgError

if TYPE_CHECKING:
    from pmg_docs.app.build import BuildResult
    from pmg_docs.app.check.dossiers import CheckResult
    from pmg_docs.app.check.files import FileReport
    from pmg_docs.app.gathering import LetterCoverage
    from pmg_docs.app.watch import Round
    from pmg_docs.checks.audit import Coverage


def say_built(result: "BuildResult", *, quiet: bool) -> None:
    """Print what a build came to."""
    if result.findings:
        say_findings(result.findings)
    if quiet:
        return
    print(_read_again(result))
    for path in result.files:
        if path.suffix != ".json":
            sign = "geschreven" if path in result.changed else "ongewijzigd"
            print(f"  {sign:<11} {shortened(path)}")
    documents = {path.with_suffix("") for path in result.files if path.suffix != ".json"}
    files = sum(1 for path in result.files if path.suffix != ".json")
    made = f"{counted(len(documents), 'document', 'documenten')}, "
    print(f"{made}{counted(files, 'bestand', 'bestanden')}, elk bewezen: "
          "de woorden in het bestand zijn de woorden van de brief.")  # fmt: skip
    _say_coverage(result.coverage)


def say_checked(result: "CheckResult", form: str, root: Path, *, is_whole: bool) -> None:
    """Print what a check came to.

    Args:
        result: what it came to.
        form: for people (`text`), or for a program: `json` or `github`.
        root: the workspace that the findings name their files from.
        is_whole: whether people get all of it, however long that is.
    """
    if form == "json":
        from pmg_docs.cli.for_programs import say_json

        say_json(result.letters, result.findings, result.coverage, result.files)
    elif form == "github":
        from pmg_docs.cli.for_programs import say_github

        say_github(result.findings, root)
    else:
        _say_to_people(result, is_whole=is_whole)


def _say_to_people(result: "CheckResult", *, is_whole: bool) -> None:
    if result.findings:
        say_by_document(result.findings, is_whole=is_whole)
    if result.letters and not any(finding.stops for finding in result.findings):
        print(f"{counted(result.letters, 'brief', 'brieven')} nagelezen: geen fouten.")
        _say_coverage(result.coverage)
    if result.files:
        from pmg_docs.cli.files import say_files

        say_files(result.files, is_whole=is_whole)


def say_suggestions(reports: Sequence["FileReport"]) -> None:
    """Print what to type so that a file that came back and its dossier say the same."""
    for report in reports:
        from pmg_docs.cli.files import say_advice

        say_advice(report)


def say_refused(form: str, findings: Sequence[Diagnostic], root: Path | None) -> None:
    """Print for a program what kept a check from going on."""
    from pmg_docs.cli.for_programs import say_github, say_json

    if form == "json":
        say_json(0, findings)
    else:
        say_github(findings, root)


def _read_again(result: "BuildResult") -> str:
    """In a line what was read again before anything was made: by which rules, and how it went."""
    own = counted(result.own_rules, "regel", "regels")
    held = f"{own} van het dossier en {result.our_rules}" if own else f"{result.our_rules} regels"
    figures = sum(one.coverage.figures for one in result.coverage)
    told = counted(len(result.findings), "waarschuwing", "waarschuwingen") or "geen opmerkingen"
    audited = f", met {counted(figures, 'cijfer', 'cijfers')}" if figures else ""
    return f"Nagelezen op {held} van pmg{audited}: {told}."


def _say_coverage(letters: Sequence["LetterCoverage"]) -> None:
    """Print how many figures came from facts; a letter has a line of its own when some did not."""
    if not any(one.coverage.figures for one in letters):
        return
    first, *others = (one.coverage for one in letters)
    for one in letters:
        if one.coverage.typed:
            print(f"  {one.dossier}/{one.letter}: {_covered(one.coverage)}")
    print(f"{_covered(sum(others, first))}.")


def _covered(coverage: "Coverage") -> str:
    told = f"{coverage.percentage}% van de cijfers komt uit de feiten"
    typed = f"{coverage.typed} getypt" if coverage.typed else ""
    waived = f"{coverage.waived} getypt met een reden" if coverage.waived else ""
    others = " en ".join(part for part in (typed, waived) if part)
    return f"{told} ({coverage.from_facts} van {coverage.figures}{f'; {others}' if others else ''})"


def say_round(one: "Round") -> None:
    """Print in one line what came of building again."""
    if isinstance(one.outcome, PmgError):
        first, *others = worst_first(one.outcome.findings)
        where = f" {first.where}" if first.where else ""
        more = f" (en nog {len(others)})" if others else ""
        print(f"{one.name}: {first.severity} {first.code}{where} {first.message}{more}", flush=True)
        return
    changed = sum(1 for path in one.outcome.changed if path.suffix != ".json")
    warnings = counted(len(one.outcome.findings), "waarschuwing", "waarschuwingen")
    told = f"{counted(changed, 'bestand', 'bestanden') or 'geen bestand'} vernieuwd"
    print(f"{one.name}: {told}{f', {warnings}' if warnings else ''}.", flush=True)


def say_unbuilt(dossier: str) -> None:
    """Print that a dossier is there, though no document could be made of it yet."""
    print(f"Het dossier '{dossier}' staat er; de documenten zijn nog niet gemaakt.",
          file=sys.stderr)  # fmt: skip


def say_waiting() -> None:
    """Print that another build is busy."""
    print("Een andere pmg is bezig in deze map; even wachten.", file=sys.stderr)


def say_new(folder: Path, files: Sequence[Path]) -> None:
    """Print what a new dossier holds and what to do next."""
    print(f"Nieuw dossier: {shortened(folder)}")
    for path in files:
        print(f"  {shortened(path)}")
    print("Pas de feiten en de brief aan, en maak de documenten opnieuw met: pmg build")


def shortened(path: Path) -> str:
    """A path as seen from the folder where the officer stands."""
    try:
        return path.relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()
