"""How findings and results are said on a terminal."""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from pmg_docs.model.diagnostic import Diagnostic, worst_first
from pmg_docs.model.errors import PmgError

if TYPE_CHECKING:
    from pmg_docs.app.build import BuildResult
    from pmg_docs.app.check import CheckResult
    from pmg_docs.app.gathering import LetterCoverage
    from pmg_docs.app.watch import Round
    from pmg_docs.checks.audit import Coverage

_WIDEST_LINE = 100


def say_findings(findings: Sequence[Diagnostic], *, was_at_work: bool = True) -> None:
    """Print findings to standard error, worst first, each with its line and hints.

    `was_at_work` says that something could have been written, so that it helps to hear it was not.
    """
    ordered = worst_first(findings)
    for finding in ordered:
        print(_told(finding), file=sys.stderr)
    errors = sum(1 for f in ordered if f.stops)
    warnings = len(ordered) - errors
    counts = [_count(errors, "fout", "fouten"), _count(warnings, "waarschuwing", "waarschuwingen")]
    print(" en ".join(c for c in counts if c) + ".", file=sys.stderr)
    if errors and was_at_work:
        print("Er is niets geschreven of overschreven.", file=sys.stderr)


def say_built(result: "BuildResult", *, quiet: bool) -> None:
    """Print what a build came to."""
    if result.findings:
        say_findings(result.findings)
    if quiet:
        return
    for path in result.files:
        if path.suffix != ".json":
            sign = "geschreven" if path in result.changed else "ongewijzigd"
            print(f"  {sign:<11} {shortened(path)}")
    documents = {path.with_suffix("") for path in result.files if path.suffix != ".json"}
    files = sum(1 for path in result.files if path.suffix != ".json")
    made = f"{_count(len(documents), 'document', 'documenten')}, "
    print(f"{made}{_count(files, 'bestand', 'bestanden')}, elk bewezen: "
          "de woorden in het bestand zijn de woorden van de brief.")  # fmt: skip
    _say_coverage(result.coverage)


def say_checked(result: "CheckResult") -> None:
    """Print what a check came to."""
    if result.findings:
        say_findings(result.findings, was_at_work=False)
    if not any(finding.stops for finding in result.findings):
        print(f"{_count(result.letters, 'brief', 'brieven')} nagelezen: geen fouten.")
        _say_coverage(result.coverage)


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


def say_json(
    letters: int, findings: Sequence[Diagnostic], coverage: Sequence["LetterCoverage"] = ()
) -> None:
    """Print findings for a program: the form stands in docs/meldingen.schema.json."""
    ordered = worst_first(findings)
    whole = {
        "brieven": letters,
        "fouten": sum(1 for f in ordered if f.stops),
        "waarschuwingen": sum(1 for f in ordered if not f.stops),
        "dekking": [
            {
                "dossier": one.dossier,
                "brief": one.letter,
                "cijfers": one.coverage.figures,
                "uit_feiten": one.coverage.from_facts,
                "ontheven": one.coverage.waived,
            }
            for one in coverage
        ],
        "meldingen": [_for_program(f) for f in ordered],
    }
    print(json.dumps(whole, ensure_ascii=False, indent=2))


def _for_program(finding: Diagnostic) -> dict[str, object]:
    where = finding.where
    return {
        "code": finding.code,
        "ernst": finding.severity.value,
        "melding": finding.message,
        "bestand": where.file if where else None,
        "regel": where.line if where and where.line else None,
        "kolom": where.column if where and where.line else None,
        "tekst": finding.line,
        "tips": list(finding.hints),
    }


def say_round(one: "Round") -> None:
    """Print in one line what came of building again."""
    if isinstance(one.outcome, PmgError):
        first, *others = worst_first(one.outcome.findings)
        where = f" {first.where}" if first.where else ""
        more = f" (en nog {len(others)})" if others else ""
        print(f"{one.name}: {first.severity} {first.code}{where} {first.message}{more}", flush=True)
        return
    changed = sum(1 for path in one.outcome.changed if path.suffix != ".json")
    warnings = _count(len(one.outcome.findings), "waarschuwing", "waarschuwingen")
    told = f"{_count(changed, 'bestand', 'bestanden') or 'geen bestand'} vernieuwd"
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


def _told(finding: Diagnostic) -> str:
    where = f" {finding.where}" if finding.where else ""
    lines = [f"{finding.severity} {finding.code}{where}"]
    if finding.line and finding.where:
        shown, column = _window(_safe(finding.line), finding.where.column)
        lines += [f"    {shown}", f"    {' ' * (column - 1)}^"]
    lines.append(f"  {finding.message}")
    lines += [f"  Tip: {hint}" for hint in finding.hints]
    return "\n".join(lines) + "\n"


def _safe(line: str) -> str:
    """A line that can do nothing to the terminal: a sign for each character that cannot be seen."""
    return "".join(
        char if char.isprintable() else " " if char == "\t" else "\ufffd" for char in line
    )


def _window(line: str, column: int) -> tuple[str, int]:
    """The part of a long line around a column, and the column in that part."""
    if len(line) <= _WIDEST_LINE:
        return line, min(column, len(line) + 1)
    start = max(0, min(column - _WIDEST_LINE // 2, len(line) - _WIDEST_LINE))
    return line[start : start + _WIDEST_LINE], column - start


def _count(number: int, one: str, more: str) -> str:
    if not number:
        return ""
    return f"{number} {one if number == 1 else more}"


def shortened(path: Path) -> str:
    """A path as seen from the folder where the officer stands."""
    try:
        return path.relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()
