"""What a copy of a letter proved to be, in words and for a program."""

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pmg_docs.cli.boundary import CLEAN, FINDINGS
from pmg_docs.cli.findings import say_findings
from pmg_docs.model.changes import Change, ChangeKind, Mark
from pmg_docs.model.errors import PmgError
from pmg_docs.model.passage import Passage

if TYPE_CHECKING:
    from pmg_docs.app.kenmerk.verifying import Verified

_MARKS = {Mark.OLD: ("[-", "-]"), Mark.NEW: ("{+", "+}")}


def say_verified(found: "Verified", *, as_json: bool) -> int:
    """Print what a copy proved to be, and give the exit code: 0 when nothing is other."""
    from pmg_docs.app.kenmerk.verifying import Outcome

    if as_json:
        print(json.dumps(_for_program(found), ensure_ascii=False, indent=2))
    else:
        print("\n".join(_told(found)), flush=True)
        if found.remarks:
            say_findings(found.remarks, was_at_work=False)
    return CLEAN if found.outcome is Outcome.SAME else FINDINGS


def say_failure(name: str, problem: PmgError) -> None:
    """Print for a program why nothing can be said of a file."""
    findings = [
        {"code": one.code, "melding": one.message, "tips": list(one.hints)}
        for one in problem.findings
    ]
    whole = {"bestand": name, "uitkomst": "onbekend", "meldingen": findings}
    print(json.dumps(whole, ensure_ascii=False, indent=2))


def _told(found: "Verified") -> Iterator[str]:
    from pmg_docs.app.kenmerk.verifying import Outcome, day_of
    from pmg_docs.dutch.dates import write_date
    from pmg_docs.model.value import Date

    version, last, entry = found.version, found.last, found.entry
    what = f"{entry.letter_name} van {write_date(Date(day_of(version)))}"
    marked = " (CONCEPT)" if found.changes.is_marked else ""
    count = len(found.changes.changes)
    yield {
        Outcome.SAME: f"{found.name} is wat onder {entry.kenmerk} is vastgesteld, ongewijzigd.",
        Outcome.CONCEPT: f"{found.name} is een concept van wat onder {entry.kenmerk} is "
                         "vastgesteld, en niet het stuk zelf. De woorden zijn gelijk.",
        Outcome.CHANGED: f"{found.name}{marked} is niet wat onder {entry.kenmerk} is vastgesteld: "
                         f"gewijzigd op {count} {'plaats' if count == 1 else 'plaatsen'}.",
    }[found.outcome]  # fmt: skip
    yield (
        f"  {what}, versie {version.number}, vastgesteld op {write_date(Date(version.day))} "
        f"door {version.by}"
    )
    if version.reason:
        yield f"  reden van deze versie: {version.reason}"
    if last.number != version.number:
        yield (
            f"  Let op: op {write_date(Date(last.day))} is versie {last.number} vastgesteld; "
            f"reden: {last.reason}"
        )
    if not entry.is_live:
        yield f"  Let op: dit nummer is ingetrokken; reden: {entry.reason}"
    if found.is_very_file:
        yield "  Het is het bestand zelf dat toen is gemaakt, byte voor byte."
    if found.changes.missing:
        yield f"  niet in dit bestand: {'; '.join(map(_line, found.changes.missing))}"
    for number, change in enumerate(found.changes.changes, start=1):
        yield f"  {number}. {_where(change)}{_words(change)}"


def _where(change: Change) -> str:
    from pmg_docs.review.excerpt import standing

    # What was fixed has headings for certain; a file may only have pages.
    where = (standing(change.old, {}) if change.old else "") or standing(change.passage, {})
    moved = "verplaatst: " if change.kind is ChangeKind.MOVED else ""
    return f"{where}: {moved}" if where else moved


def _words(change: Change) -> str:
    from pmg_docs.review.excerpt import excerpt

    parts = []
    for segment in excerpt(change, change.edits):
        before, after = _MARKS.get(segment.mark, ("", ""))
        text = segment.text.strip() if before else segment.text
        lead = segment.text[: len(segment.text) - len(segment.text.lstrip())] if before else ""
        tail = segment.text[len(segment.text.rstrip()) :] if before else ""
        parts.append(f"{lead}{before}{text}{after}{tail}" if text else segment.text)
    return "".join(parts)


def _line(passage: Passage) -> str:
    return f"{passage.label} {passage.text}".strip()


def _for_program(found: "Verified") -> dict[str, object]:
    from pmg_docs.app.kenmerk.verifying import day_of

    version, entry = found.version, found.entry
    return {
        "bestand": found.name,
        "uitkomst": found.outcome.value,
        "kenmerk": entry.kenmerk,
        "status": entry.status.value,
        "reden_intrekking": None if entry.is_live else entry.reason or None,
        "dossier": entry.dossier,
        "brief": entry.letter,
        "datum": day_of(version).isoformat(),
        "versie": version.number,
        "laatste_versie": found.last.number,
        "vastgesteld_op": version.day.isoformat(),
        "door": version.by,
        "reden": version.reason or None,
        "vingerafdruk": version.digest,
        "concept": found.changes.is_marked,
        "zelfde_bestand": found.is_very_file,
        "ontbreekt": [_line(one) for one in found.changes.missing],
        "wijzigingen": [_change(one) for one in found.changes.changes],
        "meldingen": [
            {"code": one.code, "melding": one.message, "tips": list(one.hints)}
            for one in found.remarks
        ],
    }


def _change(one: Change) -> dict[str, object]:
    return {
        "wat": one.kind.value,
        "plaats": _where(one).removesuffix(": ").removesuffix(": verplaatst"),
        "was": one.old.text if one.old else None,
        "is": one.new.text if one.new else None,
        "gemerkt": _words(one),
    }
