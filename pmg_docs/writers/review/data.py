"""Differences for a program: the form stands in docs/verschillen.schema.json."""

import json
from collections.abc import Iterable
from typing import Any

from pmg_docs.model.changes import Cause, Chapter, Differences, Segment, Spot, Told
from pmg_docs.model.diagnostic import Diagnostic

_VERSION = 1


def write(differences: Differences) -> str:
    """The differences as JSON."""
    whole = {
        "versie": _VERSION,
        "oud": differences.old,
        "nieuw": differences.new,
        "gelijk": differences.is_same,
        "volledig": differences.is_whole,
        "documenten": differences.compared,
        "oorzaken": [_chapter(chapter) for chapter in differences.chapters],
        "opmaak": [
            {"wat": look.what, "documenten": list(look.documents)} for look in differences.looks
        ],
        "nieuwe_documenten": list(differences.added),
        "vervallen_documenten": list(differences.removed),
        "feiten_zonder_gevolg": [_cause(cause) for cause in differences.silent],
        "meldingen": [_finding(finding) for finding in differences.findings],
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _chapter(chapter: Chapter) -> dict[str, Any]:
    return {
        **_cause(chapter.cause),
        "documenten": list(chapter.documents),
        "wijzigingen": [_told(told) for told in chapter.told],
    }


def _cause(cause: Cause) -> dict[str, Any]:
    place, commit = cause.where, cause.commit
    return {
        "soort": cause.kind.value,
        "naam": cause.name,
        "oud": cause.old or None,
        "nieuw": cause.new or None,
        "bestand": place.file if place else None,
        "regel": place.line or None if place else None,
        "wie": commit.author if commit else None,
        "wanneer": commit.day if commit else None,
        "versie": commit.identity if commit else None,
        "omschrijving": commit.subject if commit else None,
        "vastgelegd": cause.is_recorded,
    }


def _told(told: Told) -> dict[str, Any]:
    old, new = told.change.old, told.change.new
    return {
        "soort": told.change.kind.value,
        "deel": told.change.passage.part.value,
        "oud": old.text if old else None,
        "nieuw": new.text if new else None,
        "oud_nummer": old.label or None if old else None,
        "nieuw_nummer": new.label or None if new else None,
        "stukken": [
            {"oud": [edit.old_start, edit.old_end], "nieuw": [edit.new_start, edit.new_end]}
            for edit in told.edits
        ],
        "getoond": _segments(told.segments),
        "plaatsen": [_spot(spot) for spot in told.spots],
        "ook_door": [_cause(cause) for cause in told.also],
    }


def _segments(segments: Iterable[Segment]) -> list[dict[str, str]]:
    return [{"teken": one.mark.value, "tekst": one.text} for one in segments]


def _spot(spot: Spot) -> dict[str, Any]:
    where = spot.where
    return {
        "document": spot.document,
        "onderdeel": spot.standing,
        "bestand": where.file if where else None,
        "regel": where.line or None if where else None,
        "keer": spot.count,
    }


def _finding(finding: Diagnostic) -> dict[str, Any]:
    return {
        "code": finding.code,
        "ernst": finding.severity.value,
        "melding": finding.message,
        "tips": list(finding.hints),
    }
