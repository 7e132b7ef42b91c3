"""What drift means to an officer: findings."""

from collections.abc import Iterator

from pmg_docs.checks.drift.drifted import (
    Cause,
    Drift,
    FactDrift,
    Fate,
    ProseDrift,
    Remark,
    Sentence,
    Spot,
    Turn,
)
from pmg_docs.model.diagnostic import Diagnostic, Severity
from pmg_docs.model.place import Place

_LONGEST = 160
_MOST_TOLD = 5


def drift_findings(drift: Drift, file_name: str) -> tuple[Diagnostic, ...]:
    """The findings on a file that came back, PMG361 to PMG374.

    Args:
        drift: what was found.
        file_name: the file as the officer named it; the findings point at it as a whole.
    """
    return tuple(_Telling(drift, Place(file_name, 0)).each())


class _Telling:
    """The findings on one file."""

    def __init__(self, drift: Drift, where: Place) -> None:
        self._drift, self._where = drift, where

    def each(self) -> Iterator[Diagnostic]:
        drift = self._drift
        if not drift.is_ours:
            yield self._warn(
                "PMG374",
                "Dit bestand is van een andere brief gemaakt dan deze.",
                "",
                "Noem het dossier met --dossier, of zet de brief terug onder haar oude naam.",
            )
        for fact in drift.facts:
            yield from self._fact(fact)
        for prose in drift.prose:
            yield self._prose(prose)
        yield from self._letter()
        changes = [remark for remark in drift.remarks if remark.change]
        comments = [remark for remark in drift.remarks if not remark.change]
        if changes:
            yield self._open_changes(changes)
        if comments:
            yield self._comments(comments)

    def _fact(self, fact: FactDrift) -> Iterator[Diagnostic]:
        then = _quoted(fact.then.text)
        match fact.fate, fact.cause:
            case Fate.CHANGED, Cause.BOTH_ALIKE:
                return
            case Fate.CHANGED, Cause.BOTH:
                yield self._err(
                    "PMG366",
                    f"Het feit '{fact.name}' is in het bestand én in het dossier gewijzigd: {then} "
                    f"werd {_all_said(fact)} in het bestand en {_now(fact)} in het dossier.",
                    *_where_told(fact),
                    "Kies wat waar is, en bouw het document dan opnieuw.",
                )
            case Fate.CHANGED, _:
                yield self._changed(fact)
            case Fate.LOOSE, _:
                yield self._loose(fact)
            case Fate.GONE, cause if cause is not Cause.BOTH_ALIKE:
                yield self._warn(
                    "PMG364",
                    f"Het feit '{fact.name}' ({then}) staat niet meer in het bestand.",
                    "",
                    *_where_told(fact),
                    "Haal het ook uit de brief, of zet het terug.",
                )
        if fact.cause is Cause.DOSSIER or (fact.cause is Cause.BOTH and fact.fate is Fate.LOOSE):
            yield self._outdated(fact)

    def _changed(self, fact: FactDrift) -> Diagnostic:
        then, changed = _quoted(fact.then.text), _changed_spots(fact)
        who = _by(changed[0])
        rest = [spot for spot in fact.found if spot not in changed]
        if rest or fact.is_torn:
            told = "; ".join(
                f"{_quoted(spot.text)} {_at(spot)}" for spot in fact.found[:_MOST_TOLD]
            )
            return self._err(
                "PMG362",
                f"Het feit '{fact.name}' ({then}) luidt in dit bestand niet overal gelijk: "
                f"{told}{who}.",
                *_where_told(fact),
                "LibreOffice wijzigt één plek; Word zet daar bij openen het oude weer neer.",
                "Neem het nieuwe over in het dossier en bouw opnieuw; zie --suggest.",
            )
        return self._err(
            "PMG361",
            f"Het feit '{fact.name}' is in het bestand gewijzigd: {then} werd "
            f"{_quoted(changed[0].text)}{who}, {_all_at(changed)}.",
            *_where_told(fact),
            "Neem het over in het dossier en bouw opnieuw; zie --suggest.",
        )

    def _loose(self, fact: FactDrift) -> Diagnostic:
        spot = fact.found[0]
        form = "" if spot.is_sure else f", in een andere notatie: {_quoted(spot.text)}"
        return self._warn(
            "PMG363",
            f"Het invulveld van '{fact.name}' is weg, maar de waarde {_quoted(fact.then.text)} "
            f"staat er nog{form} ({_all_at(fact.found)}).",
            "",
            "Die woorden veranderen niet meer mee met het feit; bouw het document opnieuw.",
        )

    def _outdated(self, fact: FactDrift) -> Diagnostic:
        now = f"Nu is het {_quoted(fact.now)}." if fact.now else "De brief noemt het niet meer."
        return self._warn(
            "PMG365",
            f"Het feit '{fact.name}' is in het dossier veranderd nadat dit bestand is gemaakt: "
            f"in het bestand staat {_quoted(fact.then.text)}.",
            "",
            now,
            *_where_told(fact),
            "Bouw het document opnieuw.",
        )

    def _prose(self, prose: ProseDrift) -> Diagnostic:
        old, new = prose.old, prose.new
        origin = _line_of(prose, self._drift.letter)
        match prose.turn:
            case Turn.ADDED:
                after = prose.after
                behind = f"Zij komt na: {_quoted(after.text)}" if after and after.text else ""
                return self._warn(
                    "PMG368",
                    f"Deze zin is erbij gekomen{_in(new)}{_by(new)}.",
                    new.text if new else "",
                    f"{behind} ({origin})." if behind and origin else behind,
                    "Neem haar over in de brief, of bouw het document opnieuw.",
                )
            case Turn.REMOVED:
                what = f": {_quoted(old.text)}" if old and old.text else ""
                return self._warn(
                    "PMG369",
                    f"Een zin is uit het bestand gehaald{what}.",
                    "",
                    _sentence_at(origin, prose),
                    "Haal haar uit de brief, of bouw het document opnieuw.",
                )
            case Turn.MOVED:
                return self._warn(
                    "PMG370",
                    f"Een zin is verplaatst{_in(new)}.",
                    new.text if new else "",
                    _sentence_at(origin, prose),
                    "Verplaats haar ook in de brief.",
                )
        was = f"Er stond: {_quoted(old.text)}" if old and old.text else ""
        return self._warn(
            "PMG367",
            f"Een zin is gewijzigd{_in(new)}{_by(new)}.",
            new.text if new else "",
            was,
            _sentence_at(origin, prose),
            "Neem haar over in de brief (zie --suggest), of bouw opnieuw.",
        )

    def _letter(self) -> Iterator[Diagnostic]:
        changed = (*self._drift.outdated, *self._drift.newer)
        if changed:
            lines = ", ".join(_numbers(self._drift.newer) or _numbers(changed))
            which = f" (regel {lines})" if lines else ""
            yield self._warn(
                "PMG371",
                f"De brief {self._drift.letter} is veranderd sinds dit bestand is gemaakt{which}.",
                "",
                "Het bestand is van een oudere stand; bouw het document opnieuw.",
            )

    def _open_changes(self, remarks: list[Remark]) -> Diagnostic:
        count = "staat nog een bijgehouden wijziging"
        if len(remarks) > 1:
            count = f"staan nog {len(remarks)} bijgehouden wijzigingen"
        return self._warn(
            "PMG372",
            f"In het bestand {count} open{_authors(remarks)}.",
            "",
            "pmg las het bestand alsof zij zijn geaccepteerd.",
            "Accepteer of verwerp ze in Word: Controleren, Wijzigingen.",
        )

    def _comments(self, remarks: list[Remark]) -> Diagnostic:
        told = [f"{r.author + ': ' if r.author else ''}{_cut(r.text)}" for r in remarks]
        more = len(told) - _MOST_TOLD
        return self._warn(
            "PMG373",
            f"In het bestand staan opmerkingen ({len(remarks)}).",
            "",
            *told[:_MOST_TOLD],
            *([f"en nog {more}."] if more > 0 else ()),
            "Verwerk ze, en verwijder ze voor het bestand verder gaat.",
        )

    def _err(self, code: str, message: str, *hints: str) -> Diagnostic:
        return Diagnostic(code, message, self._where, hints=tuple(filter(None, hints)))

    def _warn(self, code: str, message: str, line: str, *hints: str) -> Diagnostic:
        told = tuple(filter(None, hints))
        return Diagnostic(code, message, self._where, Severity.WAARSCHUWING, _cut(line), told)


def _changed_spots(fact: FactDrift) -> list[Spot]:
    first = fact.found[0].text
    return [spot for spot in fact.found if spot.text == first]


def _all_said(fact: FactDrift) -> str:
    return " en ".join(_quoted(text) for text in fact.said)


def _all_at(spots: list[Spot] | tuple[Spot, ...]) -> str:
    places = list(dict.fromkeys(str(spot) for spot in spots))
    more = len(places) - _MOST_TOLD
    return "; ".join(places[:_MOST_TOLD]) + (f"; en nog {more} plekken" if more > 0 else "")


def _now(fact: FactDrift) -> str:
    return _quoted(fact.now) if fact.now else "niets"


def _at(spot: Spot) -> str:
    return f"({spot})"


def _in(spot: Spot | None) -> str:
    return f" ({spot})" if spot else ""


def _by(spot: Spot | None) -> str:
    if spot is None or not (spot.author or spot.day):
        return ""
    author = f" door {spot.author}" if spot.author else ""
    return f"{author} op {spot.day[:10]}" if spot.day else author


def _where_told(fact: FactDrift) -> tuple[str, ...]:
    if not fact.origins:
        return ()
    places = dict.fromkeys(f"{origin.where.file}:{origin.where.line}" for origin in fact.origins)
    return (f"Het feit staat in {' en '.join(places)}.",)


def _line_of(prose: ProseDrift, letter: str) -> str:
    sentence = prose.after if prose.turn is Turn.ADDED else prose.old
    if sentence is None:
        return ""
    if sentence.where is not None:
        return f"{sentence.where.file}:{sentence.where.line}"
    return f"{letter}:{sentence.line}" if sentence.line else ""


def _sentence_at(origin: str, prose: ProseDrift) -> str:
    if prose.is_old_known:
        return f"De zin komt uit {origin}." if origin else ""
    if prose.old is not None and prose.old.line:
        return f"Zij stond op {origin}, maar de brief is zelf ook gewijzigd."
    return "Deze woorden komen uit het sjabloon, de soort of de huisstijl."


def _numbers(sentences: tuple[Sentence, ...]) -> list[str]:
    lines = dict.fromkeys(str(sentence.line) for sentence in sentences if sentence.line)
    return list(lines)[:_MOST_TOLD]


def _authors(remarks: list[Remark]) -> str:
    names = dict.fromkeys(remark.author for remark in remarks if remark.author)
    return f" (van {', '.join(list(names)[:_MOST_TOLD])})" if names else ""


def _quoted(text: str) -> str:
    return f"'{_cut(text)}'"


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()}…"
