"""What of the measures of Word shells can be taken over into `stijl.yaml`, and what cannot.

The rules, in the order in which they are tried:

- a measure on which the shells of a style differ, or two places of one shell, stays as it is;
- a typeface is taken over when every role has it, for a style has one;
- a colour that the style has a name for becomes that name;
- a colour without a name becomes the new value of the name that was there, when every role with
  that name got this colour; else it first needs a name.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pmg_docs.app.style.looks import style_place
from pmg_docs.model.diagnostic import Diagnostic, Severity
from pmg_docs.model.place import Place
from pmg_docs.specs.style import Style
from pmg_docs.writers.docx.agreement.measure import Measure, Value, shown

FONT = ("lettertype", "word")
_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9 ]*|[0-9]+")
Measures = Mapping[str, tuple[Measure, ...]]
"""The measures of each shell, by its name."""


@dataclass(frozen=True, slots=True)
class Change:
    """A value of `stijl.yaml` that is to be another one."""

    path: tuple[str, ...]
    before: str
    after: str

    @property
    def name(self) -> str:
        """Its place, as a person writes it."""
        return ".".join(self.path)

    @property
    def typed(self) -> str:
        """The new value as it stands in the file, quotes included."""
        return self.after if _PLAIN.fullmatch(self.after) else f"'{self.after}'"


@dataclass(frozen=True, slots=True)
class Plan:
    """The changes to make, and what stays as it is and why."""

    changes: tuple[Change, ...]
    remarks: tuple[Diagnostic, ...]


def plan(measures: Measures, style: Style) -> Plan:
    """What to change in a style so that it agrees with its shells."""
    changes: dict[tuple[str, ...], Change] = {}
    remarks: list[Diagnostic] = []
    colours: dict[str, str] = {}
    for path, found in _by_path(measures).items():
        if all(measure.agrees for _, measure in found):
            continue
        sources = [(shell, m) for shell, m in found if m.is_source]
        if not sources:
            remarks.extend(_follower(shell, m) for shell, m in found if not m.agrees)
            continue
        values = {m.wanted if m.agrees else m.found for _, m in sources}
        if len(values) != 1 or None in values:
            remarks.append(_disagreement(path, found))
            continue
        [value] = values
        if sources[0][1].agrees:
            remarks.extend(_follower(shell, m) for shell, m in found if not m.agrees)
        elif path[-1] == "kleur":
            colours[path[1]] = str(value)
        else:
            wanted = sources[0][1].wanted
            changes[path] = Change(path, shown(wanted), shown(value))
    for change in _colour_changes(colours, style):
        if isinstance(change, Change):
            changes[change.path] = change
        else:
            remarks.append(change)
    return Plan(tuple(changes.values()), tuple(remarks))


def _by_path(measures: Measures) -> dict[tuple[str, ...], list[tuple[str, Measure]]]:
    found: dict[tuple[str, ...], list[tuple[str, Measure]]] = {}
    for shell, of_shell in measures.items():
        for measure in of_shell:
            found.setdefault(measure.path, []).append((shell, measure))
    return found


def _colour_changes(colours: Mapping[str, str], style: Style) -> Iterator[Change | Diagnostic]:
    names = {value.lower(): name for name, value in reversed(tuple(style.colours.items()))}
    renewed: dict[str, str] = {}
    for role, value in colours.items():
        old = style.roles[role].colour
        alike = [name for name, other in style.roles.items() if other.colour == old]
        if value in names:
            yield Change(("rollen", role, "kleur"), old, names[value])
        elif all(colours.get(name) == value for name in alike):
            renewed[old] = value
        else:
            yield _nameless(role, value, old, style)
    for name, value in renewed.items():
        yield Change(("kleuren", name), style.colour(name), value)


def _nameless(role: str, value: str, old: str, style: Style) -> Diagnostic:
    return _remark(
        f"De rol {role} heeft in Word de kleur {value}, en die heeft in de stijl geen naam.",
        f"Zet in stijl.yaml onder kleuren: NAAM: '{value}', en geef daarna deze opdracht opnieuw. "
        f"Of geef elke rol met de kleur {old} in Word deze kleur.",
        style_place(style.name),
    )


def _disagreement(path: tuple[str, ...], found: list[tuple[str, Measure]]) -> Diagnostic:
    told: dict[str, list[str]] = {}
    for shell, measure in found:
        if measure.is_source:
            words = _told(measure)
            told.setdefault(words, []).append(f"{measure.where} in {shell}")
    if len(told) == 1:
        [(words, places)] = told.items()
        return _remark(
            f"{'.'.join(path)} blijft zoals het is: {places[0]} heeft {words}, en dat kan niet in "
            "stijl.yaml.",
            "Geef het in Word een vaste maat; een regelafstand is Minstens, met een aantal punten.",
            Place(found[0][0], 0),
        )
    each = "; ".join(
        f"{words} ({places[0]}{f' en nog {len(places) - 1}' if len(places) > 1 else ''})"
        for words, places in told.items()
    )
    return _remark(
        f"{'.'.join(path)} blijft zoals het is, want Word heeft er meer dan één maat voor: {each}.",
        "Maak ze in Word gelijk.",
        Place(found[0][0], 0),
    )


def _told(measure: Measure) -> str:
    value: Value | None = measure.wanted if measure.agrees else measure.found
    words = measure.told or "niets" if value is None else shown(value)
    return f"{words} {measure.unit}".strip() if value is not None else words


def _follower(shell: str, measure: Measure) -> Diagnostic:
    return _remark(
        f"{measure.where} loopt uit de pas: {_told(measure)} in plaats van "
        f"{shown(measure.wanted)} ({measure.name}).",
        "Zet het in Word gelijk; een brief krijgt in elk geval de maat van de stijl.",
        Place(shell, 0),
    )


def other_fonts(change: Change, style: Style) -> Diagnostic:
    """What is still to be done by hand when the typeface of Word changes."""
    return _remark(
        f"Word gebruikt nu {change.after}; PDF en HTML gebruiken nog {style.typeface.css[0]}."
        if style.typeface.css
        else f"Word gebruikt nu {change.after}; PDF en HTML nog niet.",
        "Verander in stijl.yaml onder lettertype ook css en bestanden.",
        style_place(style.name),
    )


def _remark(message: str, hint: str, where: Place) -> Diagnostic:
    return Diagnostic("PMG474", message, where, Severity.WAARSCHUWING, hints=(hint,))
