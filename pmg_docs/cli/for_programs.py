"""What a check came to, for a program: JSON, or annotations of GitHub."""

import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from pmg_docs.model.diagnostic import Diagnostic, worst_first

if TYPE_CHECKING:
    from pmg_docs.app.check.files import FileReport
    from pmg_docs.app.gathering import LetterCoverage
    from pmg_docs.checks.drift import Drift, Suggestion
    from pmg_docs.checks.statements import Statement

Entry = dict[str, object]
_VERDICTS = {"agrees": "klopt", "contradicts": "tegenspraak", "unknown": "onbekend"}


def say_json(
    letters: int,
    findings: Sequence[Diagnostic],
    coverage: Sequence["LetterCoverage"] = (),
    files: Sequence["FileReport"] = (),
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
        "meldingen": [_finding(f) for f in ordered],
        "bestanden": [_file(one) for one in files],
    }
    print(json.dumps(whole, ensure_ascii=False, indent=2))


def _finding(finding: Diagnostic) -> Entry:
    where = finding.where
    return {
        "code": finding.code,
        "ernst": finding.severity.value,
        "melding": finding.message,
        "bestand": where.file if where else None,
        "regel": where.line if where and where.line else None,
        "kolom": where.column if where and where.line else None,
        "plaats": where.spot if where else "",
        "tekst": finding.line,
        "details": list(finding.details),
        "tips": list(finding.hints),
    }


def _file(report: "FileReport") -> Entry:
    choice, returned = report.choice, report.returned
    return {
        "naam": report.name,
        "soort": report.format or None,
        "dossier": choice.dossier if choice else None,
        "gekozen": choice.why if choice else None,
        "brief": choice.letter or None if choice else None,
        "uitspraken": [_statement(one, report) for one in report.statements],
        "ter_informatie": [_finding(one) for one in report.information],
        "verschillen": _drift(returned.drift) if returned and returned.drift else None,
        "voorstellen": [_advice(one) for one in returned.suggestions] if returned else [],
    }


def _drift(drift: "Drift") -> Entry:
    return {
        "feiten": [
            {
                "feit": fact.name,
                "lot": fact.fate.value,
                "oorzaak": fact.cause.value,
                "toen": fact.then.text,
                "nu": fact.now,
                "plekken": [
                    {
                        "tekst": spot.text,
                        "plaats": str(spot),
                        "door": spot.author or None,
                        "op": spot.day or None,
                    }
                    for spot in fact.found
                ],
            }
            for fact in drift.facts
        ],
        "zinnen": [
            {
                "wat": prose.turn.value,
                "toen": prose.old.text if prose.old and prose.old.text else None,
                "nu": prose.new.text if prose.new else None,
                "plaats": str(prose.new) if prose.new else None,
                "brief_regel": prose.old.line or None if prose.old else None,
            }
            for prose in drift.prose
        ],
    }


def _advice(one: "Suggestion") -> Entry:
    return {
        "wat": one.what,
        "bestand": one.where.file if one.where else None,
        "regel": one.where.line or None if one.where else None,
        "nu": one.old,
        "typ": one.new,
    }


def _statement(one: "Statement", report: "FileReport") -> Entry:
    from pmg_docs.checks.statements.telling import certainty

    judgement, passage = one.judgement, one.passage
    known = report.facts.facts if report.facts else {}
    places = [known[path].where for path in judgement.facts if path in known]
    is_known = bool(judgement.facts)
    return {
        "oordeel": _VERDICTS[judgement.verdict.value],
        "onderwerp": judgement.subject.value if judgement.subject else None,
        "zegt": judgement.said,
        "bekend": one.known,
        "feit": judgement.fact or None,
        "feiten": list(judgement.facts),
        "feit_staat_in": str(places[0]) if places else None,
        "waarom": judgement.why,
        "zekerheid": judgement.confidence if is_known else None,
        "zeker": certainty(judgement) if is_known else None,
        "zin": one.sentence,
        "kolom_in_zin": judgement.start - one.start + 1,
        "deel": passage.part.value,
        "plaats": one.spot,
        "regel": passage.line or None,
        "bladzijde": passage.page or None,
    }


def say_github(findings: Sequence[Diagnostic], root: Path | None = None) -> None:
    """Print findings as workflow commands, that GitHub shows beside the lines they are about.

    Args:
        findings: what was found.
        root: the workspace that their files are named from; they are shown from where we stand.
    """
    for finding in worst_first(findings):
        kind = "error" if finding.stops else "warning"
        properties = [f"{name}={_property(value)}" for name, value in _whereabouts(finding, root)]
        where = finding.where
        spot = f" ({where.spot})" if where and where.spot else ""
        tips = (f"Tip: {hint}" for hint in finding.hints)
        told = "\n".join((f"{finding.message}{spot}", *finding.details, *tips))
        print(f"::{kind} {','.join(properties)}::{_data(told)}")


def _whereabouts(finding: Diagnostic, root: Path | None) -> list[tuple[str, str]]:
    where = finding.where
    found = []
    if where and where.file:
        found.append(("file", _from_here(where.file, root)))
        if where.line:
            found += [("line", str(where.line)), ("col", str(where.column))]
    return [*found, ("title", finding.code)]


def _from_here(file: str, root: Path | None) -> str:
    if root is None or not (root / file).exists():
        return file
    try:
        return Path(os.path.relpath(root / file)).as_posix()
    except (OSError, ValueError):
        return file


def _data(text: str) -> str:
    """Text in a workflow command, by the rules of `@actions/core`."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
