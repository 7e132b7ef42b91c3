"""What drift means to an officer: findings."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pmg_docs.checks.drift.drifted import Drift, ProseDrift, Remark, Turn
from pmg_docs.checks.drift.fact_telling import fact_findings
from pmg_docs.checks.drift.phrases import (
    MOST_TOLD,
    authors,
    cut,
    line_numbers,
    quoted,
    told_by,
    told_in,
)
from pmg_docs.checks.subject import warn
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.place import Place


def drift_findings(drift: Drift, file_name: str) -> tuple[Diagnostic, ...]:
    """The findings on a file that came back, PMG361 to PMG374.

    Args:
        drift: what was found.
        file_name: the file as the officer named it; the findings point at it as a whole.
    """
    return tuple(_each(drift, Place(file_name, 0)))


def _each(drift: Drift, where: Place) -> Iterator[Diagnostic]:
    if not drift.is_ours:
        yield warn(
            "PMG374",
            "Dit bestand is van een andere brief gemaakt dan deze.",
            where,
            "Noem het dossier met --dossier, of zet de brief terug onder haar oude naam.",
        )
    for fact in drift.facts:
        yield from fact_findings(fact, where)
    for prose in drift.prose:
        told = _prose(prose, drift.letter, where)
        yield replace(told, line=cut(prose.new.text)) if prose.new else told
    yield from _letter(drift, where)
    changes = [remark for remark in drift.remarks if remark.change]
    comments = [remark for remark in drift.remarks if not remark.change]
    if changes:
        yield _open_changes(changes, where)
    if comments:
        yield _comments(comments, where)


def _prose(prose: ProseDrift, letter: str, where: Place) -> Diagnostic:
    old, new = prose.old, prose.new
    origin = _origin(prose, letter)
    match prose.turn:
        case Turn.ADDED:
            return warn(
                "PMG368",
                f"Deze zin is erbij gekomen{told_in(new)}{told_by(new)}.",
                where,
                *_behind(prose, letter),
                "Neem hem over in de brief, of bouw het document opnieuw.",
            )
        case Turn.REMOVED:
            what = f": {quoted(old.text)}" if old and old.text else ""
            return warn(
                "PMG369",
                f"Een zin is uit het bestand gehaald{what}.",
                where,
                origin,
                "Haal hem uit de brief, of bouw het document opnieuw.",
            )
        case Turn.MOVED:
            return warn(
                "PMG370",
                f"Een zin is verplaatst{told_in(new)}.",
                where,
                origin,
                "Verplaats hem ook in de brief, of bouw het document opnieuw.",
            )
    return warn(
        "PMG367",
        f"Een zin is gewijzigd{told_in(new)}{told_by(new)}.",
        where,
        *([f"Er stond: {quoted(old.text)}"] if old and old.text else ()),
        origin,
        "Neem hem over in de brief (zie --suggest), of bouw opnieuw.",
    )


def _origin(prose: ProseDrift, letter: str) -> str:
    """Where the sentence that it was comes from."""
    old = prose.old
    if old is None or not (old.where or old.line):
        return "Deze woorden komen uit het sjabloon, de soort of de huisstijl."
    if not old.where:
        return f"De zin stond op {letter}:{old.line}, maar de brief is zelf ook gewijzigd."
    return f"De zin komt uit {old.where.file}:{old.where.line}."


def _behind(prose: ProseDrift, letter: str) -> Iterator[str]:
    after = prose.after
    if after is not None and after.text:
        line = after.where.line if after.where else after.line
        file = after.where.file if after.where else letter
        at = f" ({file}:{line})" if line else ""
        yield f"Hij komt na: {quoted(after.text)}{at}."


def _letter(drift: Drift, where: Place) -> Iterator[Diagnostic]:
    if drift.outdated or drift.newer:
        lines = line_numbers(drift.newer) or line_numbers(drift.outdated)
        which = f" (regel {lines})" if lines else ""
        yield warn(
            "PMG371",
            f"De brief {drift.letter} is veranderd sinds dit bestand is gemaakt{which}.",
            where,
            "Het bestand is van een oudere stand; bouw het document opnieuw.",
        )


def _open_changes(remarks: Sequence[Remark], where: Place) -> Diagnostic:
    count = "staat nog een bijgehouden wijziging"
    if len(remarks) > 1:
        count = f"staan nog {len(remarks)} bijgehouden wijzigingen"
    return warn(
        "PMG372",
        f"In het bestand {count} open{authors(remarks)}.",
        where,
        "pmg las het bestand alsof alles is geaccepteerd.",
        "Accepteer of verwerp wijzigingen in Word: Controleren, Wijzigingen.",
    )


def _comments(remarks: Sequence[Remark], where: Place) -> Diagnostic:
    told = [f"{r.author + ': ' if r.author else ''}{cut(r.text)}" for r in remarks]
    more = len(told) - MOST_TOLD
    return warn(
        "PMG373",
        f"In het bestand staan opmerkingen ({len(remarks)}).",
        where,
        *told[:MOST_TOLD],
        *([f"en nog {more}."] if more > 0 else ()),
        "Verwerk ze, en verwijder ze voor het bestand verder gaat.",
    )
