"""What became of a fact, told to an officer."""

from collections.abc import Iterator

from pmg_docs.checks.drift.drifted import Cause, FactDrift, Fate
from pmg_docs.checks.drift.phrases import MOST_TOLD, named, quoted, told_at, told_by, where_told
from pmg_docs.checks.subject import refute, warn
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.place import Place

_TAKE_OVER = "Neem het over in het dossier en bouw opnieuw; zie --suggest."


def fact_findings(fact: FactDrift, where: Place) -> Iterator[Diagnostic]:
    """The findings on one fact, PMG361 to PMG366; none on one that both sides changed alike.

    Args:
        fact: what became of it.
        where: the file.
    """
    if fact.cause is Cause.BOTH_ALIKE:
        return
    match fact.fate, fact.cause:
        case Fate.CHANGED, Cause.BOTH:
            yield _on_both_sides(fact, where)
        case Fate.CHANGED, _:
            yield _torn(fact, where) if fact.is_torn else _changed(fact, where)
        case Fate.LOOSE, _:
            yield _loose(fact, where)
        case Fate.GONE, _:
            yield warn(
                "PMG364",
                f"{named(fact)} staat niet meer in het bestand: {quoted(fact.then.text)}.",
                where,
                *where_told(fact),
                "Haal het ook uit de brief, of zet het terug.",
            )
    if fact.cause is Cause.DOSSIER or (fact.cause is Cause.BOTH and fact.fate is Fate.LOOSE):
        yield _outdated(fact, where)


def _on_both_sides(fact: FactDrift, where: Place) -> Diagnostic:
    said = " en ".join(quoted(text) for text in fact.said)
    now = quoted(fact.now) if fact.now else "niets"
    return refute(
        "PMG366",
        f"{named(fact)} is in het bestand én in het dossier gewijzigd: "
        f"{quoted(fact.then.text)} werd {said} in het bestand en {now} in het dossier.",
        where,
        *where_told(fact),
        "Kies wat waar is, en bouw het document dan opnieuw.",
    )


def _changed(fact: FactDrift, where: Place) -> Diagnostic:
    spot = fact.found[0]
    return refute(
        "PMG361",
        f"{named(fact)} is in het bestand gewijzigd: {quoted(fact.then.text)} werd "
        f"{quoted(spot.text)}{told_by(spot)} ({told_at(fact.found)}).",
        where,
        *where_told(fact),
        _TAKE_OVER,
    )


def _torn(fact: FactDrift, where: Place) -> Diagnostic:
    spots = fact.found[:MOST_TOLD]
    told = "; ".join(f"{quoted(spot.text)}{told_by(spot)} ({spot})" for spot in spots)
    return refute(
        "PMG362",
        f"{named(fact)} ({quoted(fact.then.text)}) luidt in dit bestand niet overal "
        f"gelijk: {told}.",
        where,
        *where_told(fact),
        "Wie het bestand opnieuw opent en bewaart, krijgt daar het oude terug.",
        _TAKE_OVER,
    )


def _loose(fact: FactDrift, where: Place) -> Diagnostic:
    spot = fact.found[0]
    form = "" if spot.is_sure else f", in een andere notatie: {quoted(spot.text)}"
    return warn(
        "PMG363",
        f"Het invulveld van '{fact.name}' is weg, maar de waarde {quoted(fact.then.text)} "
        f"staat er nog{form} ({told_at(fact.found)}).",
        where,
        "Die woorden veranderen niet meer mee met het feit; bouw het document opnieuw.",
    )


def _outdated(fact: FactDrift, where: Place) -> Diagnostic:
    now = f"Nu is het {quoted(fact.now)}." if fact.now else "De brief noemt het niet meer."
    return warn(
        "PMG365",
        f"{named(fact)} is in het dossier veranderd nadat dit bestand is gemaakt: "
        f"in het bestand staat {quoted(fact.then.text)}.",
        where,
        now,
        *where_told(fact),
        "Bouw het document opnieuw.",
    )
