"""How it is said what came of files that were held against the facts."""

from collections.abc import Sequence
from itertools import islice

from pmg_docs.app.check.files import FileReport
from pmg_docs.checks.statements import Statement, Verdict
from pmg_docs.cli.findings import counted

_MOST_FILES = 10
_LONGEST = 60
_SIGNS = {Verdict.AGREES: "klopt", Verdict.CONTRADICTS: "klopt niet", Verdict.UNKNOWN: "onbekend"}


def say_files(reports: Sequence[FileReport], *, is_whole: bool) -> None:
    """Print in a line what came of each file, worst first; on request every statement too."""
    read = [report for report in reports if report.choice]
    ordered = sorted(read, key=lambda report: -report.count(Verdict.CONTRADICTS))
    for report in ordered if is_whole else islice(ordered, _MOST_FILES):
        choice = report.choice
        if choice is None:
            continue
        print(f"{report.name}: {_tally([report])}.")
        print(f"  Naast de feiten van {choice.dossier} gelegd: {choice.why}.")
        if is_whole:
            _say_statements(report)
    if more := 0 if is_whole else max(0, len(ordered) - _MOST_FILES):
        print(f"… en nog {counted(more, 'bestand', 'bestanden')}; toon alles met --all")
    if len(reports) > 1:
        unread = len(reports) - len(read)
        told = f"; {counted(unread, 'bestand', 'bestanden')} niet nagelezen" if unread else ""
        print(f"{counted(len(read), 'bestand', 'bestanden') or 'Geen bestand'} nagelezen: "
              f"{_tally(read)}{told}.")  # fmt: skip


def say_advice(report: FileReport) -> None:
    """Print what to type so that a file that came back and its dossier say the same."""
    advice = report.returned.suggestions if report.returned else ()
    if not advice:
        print(f"{report.name}: niets om over te nemen.")
        return
    print(f"{report.name}: zo neemt u de wijzigingen over. pmg wijzigt zelf niets.")
    for number, one in enumerate(advice, start=1):
        where = f" ({one.where.file}, regel {one.where.line})" if one.where else ""
        print(f"  {number}. {one.what}{where}")
        print(*(f"     {word} {text}" for word, text in (("nu: ", one.old), ("typ:", one.new))
                if text), sep="\n")  # fmt: skip


def _tally(reports: Sequence[FileReport]) -> str:
    agree, contradict, unknown = (
        sum(report.count(verdict) for report in reports)
        for verdict in (Verdict.AGREES, Verdict.CONTRADICTS, Verdict.UNKNOWN)
    )
    if not agree + contradict + unknown:
        return "geen cijfer of naam die naast de feiten is te leggen"
    parts = (
        counted(agree, "cijfer klopt", "cijfers kloppen"),
        counted(contradict, "spreekt de feiten tegen", "spreken de feiten tegen"),
        f"{unknown} onbekend" if unknown else "",
    )
    return ", ".join(part for part in parts if part)


def _say_statements(report: FileReport) -> None:
    for one in report.statements:
        print(f"  {_SIGNS[one.judgement.verdict]:<10} {_shown(one)}")
    for finding in report.information:
        print(f"  {'weet ook':<10} {finding.message}")


def _shown(one: Statement) -> str:
    judgement = one.judgement
    said = judgement.said if len(judgement.said) <= _LONGEST else f"{judgement.said[:_LONGEST]}…"
    is_known = judgement.verdict is not Verdict.UNKNOWN
    told = f"{judgement.fact}: {one.known}" if is_known else judgement.why
    return f"'{said}' ({one.spot}) {told}"
