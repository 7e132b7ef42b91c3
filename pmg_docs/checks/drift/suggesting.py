"""What to change in the facts or the letter so that file and dossier agree again."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pmg_docs.checks.drift.drifted import Cause, Drift, FactDrift, Fate, ProseDrift, Turn
from pmg_docs.checks.drift.letter_expressions import LetterExpressions
from pmg_docs.checks.drift.yaml_values import with_scalar, yaml_figure, yaml_value
from pmg_docs.model.fact import FactSet
from pmg_docs.model.passage import Part
from pmg_docs.model.place import Place
from pmg_docs.specs.doc_type import Notation


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One thing to type, for a person to judge; nothing is changed.

    `what` says in a sentence what to do. `old` is what stands there now and `new` what to type
    instead, each as typed in the file; either may be empty.
    """

    what: str
    where: Place | None = None
    old: str = ""
    new: str = ""


def suggestions(
    drift: Drift, facts: FactSet, sources: Mapping[str, str], notation: Notation | None = None
) -> tuple[Suggestion, ...]:
    """What to type so that the file and the dossier say the same, in the order of the file.

    Args:
        drift: what was found.
        facts: the facts of the dossier now.
        sources: the text of the letter and of each facts file by name, for the expressions in it;
            what is missing makes a suggestion poorer, never wrong.
        notation: the notation of the letter's type.
    """
    if not drift.is_ours:
        return ()
    letter = LetterExpressions(facts, sources, notation or Notation())
    lines = {name: text.split("\n") for name, text in sources.items()}
    found = [_for_fact(fact, facts, lines) for fact in drift.facts if _is_changed(fact)]
    found += [one for prose in drift.prose if (one := _for_prose(prose, letter, drift.letter))]
    return (*found, *_rebuilding(drift))


def _is_changed(fact: FactDrift) -> bool:
    return fact.fate is Fate.CHANGED and fact.cause in {Cause.FILE, Cause.BOTH}


def _for_fact(fact: FactDrift, facts: FactSet, sources: Mapping[str, Sequence[str]]) -> Suggestion:
    said = [text for text in fact.said if text != fact.then.text]
    where = fact.origins[0].where if fact.origins else None
    if len(said) > 1:
        told = " en ".join(f"'{text}'" for text in said)
        return Suggestion(f"Kies eerst wat '{fact.name}' is: in het bestand staat {told}.", where)
    if source := _derived_from(fact, facts):
        return Suggestion(
            f"'{fact.name}' is berekend of afgeleid: verander {source}, zodat er '{said[0]}' "
            "uit komt.", where,
        )  # fmt: skip
    value = yaml_value(fact.then.kind, said[0])
    if where is None or value is None or _is_rounded(fact, facts):
        return Suggestion(
            f"Verander '{fact.name}' zelf: '{said[0]}' is niet zonder meer over te nemen.", where
        )
    lines = sources.get(where.file, ())
    line = lines[where.line - 1] if 0 < where.line <= len(lines) else ""
    typed = with_scalar(line, where.column, value) if line else None
    if typed is None and fact.name not in facts:
        what = f"Verander '{fact.name}' zelf: er komt '{said[0]}' te staan."
        return Suggestion(what, where, line.strip())
    old, new = (line.strip(), typed.strip()) if typed else ("", f"{fact.then.kind}: {value}")
    return Suggestion(f"Neem de nieuwe waarde van '{fact.name}' over.", where, old, new)


def _derived_from(fact: FactDrift, facts: FactSet) -> str:
    """The facts to change where the words are not the value of one fact; else empty."""
    paths = list(dict.fromkeys(origin.path for origin in fact.origins))
    if len(paths) > 1:
        places = (f"'{o.path}' ({o.where.file}:{o.where.line})" for o in fact.origins)
        return " of ".join(dict.fromkeys(places))
    path = paths[0] if paths else fact.name
    if path in facts and facts[path].value.kind != fact.then.kind:
        place = facts[path].where
        return f"'{path}' ({place.file}:{place.line})"
    return ""


def _is_rounded(fact: FactDrift, facts: FactSet) -> bool:
    """Whether the file showed less than the whole value, so that the new words do as well."""
    if (
        fact.then.kind not in {"bedrag", "getal"}
        or fact.name not in facts
        or fact.cause is Cause.BOTH
    ):
        return False
    was = yaml_value(fact.then.kind, fact.then.text)
    value = facts[fact.name].value
    exact = getattr(value, "euros", getattr(value, "number", None))
    return was is None or exact is None or was != yaml_figure(exact)


def _for_prose(prose: ProseDrift, letter: LetterExpressions, file: str) -> Suggestion | None:
    old, new = prose.old, prose.new
    is_frame = prose.part in {Part.HEADER, Part.FOOTER}
    anchor = prose.after if prose.turn is Turn.ADDED else old
    where = anchor.where if anchor else None
    if where is None and anchor and anchor.line:
        where = Place(file, anchor.line)
    if is_frame or (where is None and prose.turn is not Turn.ADDED):
        return Suggestion(
            "Deze woorden staan niet in de tekst van de brief; pas de gegevens bovenaan, de soort "
            "of de huisstijl aan.", where, old.text if old else "", new.text if new else "",
        )  # fmt: skip
    was = letter.typed(old.text, old.pieces, where) if old and old.text else ""
    now = letter.typed(new.text, prose.facts, where) if new else ""
    match prose.turn:
        case Turn.ADDED:
            behind = "" if where else " vooraan"
            what = f"Voeg deze zin toe{behind}" + (" na de zin op deze regel." if where else ".")
            return Suggestion(what, where, "", now)
        case Turn.REMOVED:
            return Suggestion("Haal deze zin weg.", where, was)
        case Turn.MOVED:
            return Suggestion(f"Verplaats deze zin naar de plek {prose.new}.", where, was)
    if not was:
        return Suggestion(
            "Hier is de brief zelf ook gewijzigd; kies wat er moet staan.", where, "", now
        )
    return Suggestion("Vervang deze zin.", where, was, now)


def _rebuilding(drift: Drift) -> Iterator[Suggestion]:
    is_old = any(fact.cause in {Cause.DOSSIER, Cause.BOTH} for fact in drift.facts)
    if is_old or drift.outdated or drift.newer:
        yield Suggestion("Bouw het document daarna opnieuw: het bestand is van een oudere stand.")
