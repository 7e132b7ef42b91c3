"""A list of municipalities, held against the register."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from pmg_docs.dutch.dates import write_date
from pmg_docs.dutch.lists import write_list
from pmg_docs.dutch.places import sort_places
from pmg_docs.dutch.register import (
    Ambiguous,
    FormerMunicipality,
    Municipality,
    find,
    successors_today,
)
from pmg_docs.dutch.register import nearest as nearest_names
from pmg_docs.inputs.located import KeyPath, Located
from pmg_docs.inputs.shape import Shape, Whole
from pmg_docs.inputs.validation import at, nearest, validate
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.errors import Refused
from pmg_docs.model.place import Place
from pmg_docs.model.value import Date, Municipalities, MunicipalityGroup

_GROUP = re.compile(r"[a-z][a-z0-9_]*")
_MOST = 2000
"""More than there ever were municipalities at one time."""


class UnnamedGroup(Shape):
    """A group of which a source gives the number and not the names."""

    aantal: Whole


def read_municipalities(
    located: Located, path: KeyPath, *, in_order: bool, labels: Mapping[str, str]
) -> Municipalities:
    """The municipalities of a fact, under their preferred names.

    Args:
        located: the file.
        path: where the list or the mapping with `groepen` stands in it.
        in_order: True to keep the order of the file, False to sort by the rule of the register.
        labels: group by group, how a table names it; by default its name without underscores.

    Raises:
        Refused: a name is unknown, no longer exists, fits two municipalities, or stands twice.
    """
    groups = _groups(located, path)
    findings: list[Diagnostic] = list(_wrong_names(groups, located))
    seen: dict[str, Place] = {}
    read = tuple(_group(name, located, where, in_order, seen, findings)
                 for name, where in groups.items())  # fmt: skip
    findings.extend(_unknown_labels(labels, groups, located, path))
    if findings:
        raise Refused(findings)
    return Municipalities(
        tuple(replace(group, label=labels.get(group.name) or _label(group.name)) for group in read)
    )


def _groups(located: Located, path: KeyPath) -> Mapping[str, KeyPath]:
    """The groups by name, with where each stands; a bare list is one group without a name."""
    data = at(located, path)
    if isinstance(data, list):
        return {"": path}
    if isinstance(data, dict) and set(data) == {"groepen"} and isinstance(data["groepen"], dict):
        return {name: (*path, "groepen", name) for name in data["groepen"]}
    raise Refused(
        Diagnostic("PMG240", "Hier hoort een lijst gemeenten te staan, of groepen daarvan.",
                   located.place(path),
                   hints=("Schrijf [Almelo, Breda] of {groepen: {eerste: [Almelo, Breda]}}.",))
    )  # fmt: skip


def _label(name: str) -> str:
    words = name.replace("_", " ")
    return words[:1].upper() + words[1:]


def _unknown_labels(
    labels: Mapping[str, str], groups: Mapping[str, KeyPath], located: Located, path: KeyPath
) -> Iterator[Diagnostic]:
    for name in labels:
        if name not in groups:
            yield Diagnostic("PMG240", f"Er is geen groep '{name[:60]}'.",
                             located.key_place((*path[:-1], "labels", name)),
                             hints=nearest(name, [group for group in groups if group]))  # fmt: skip


def _group(
    name: str,
    located: Located,
    path: KeyPath,
    in_order: bool,
    seen: dict[str, Place],
    findings: list[Diagnostic],
) -> MunicipalityGroup:
    data = at(located, path)
    if isinstance(data, dict):
        return MunicipalityGroup(name, count=_count(located, path, findings))
    if not isinstance(data, list) or not data:
        findings.append(
            Diagnostic(
                "PMG240",
                "Hier hoort een lijst gemeenten te staan.",
                located.place(path),
                hints=("Schrijf [Almelo, Breda], of {aantal: 4} als de namen niet bekend zijn.",),
            )
        )
        return MunicipalityGroup(name)
    names: list[str] = []
    for number, typed in enumerate(data):
        where = located.place((*path, number))
        found = preferred_name(typed, where, seen, findings)
        if found:
            names.append(found)
    ordered = names if in_order else sort_places(names)
    return MunicipalityGroup(name, tuple(ordered), len(ordered))


def _count(located: Located, path: KeyPath, findings: list[Diagnostic]) -> int:
    count = validate(UnnamedGroup, located, path).aantal
    if not 1 <= count <= _MOST:
        findings.append(
            Diagnostic("PMG240", f"Een groep telt 1 tot en met {_MOST} gemeenten.",
                       located.place((*path, "aantal")),
                       hints=("Typ het aantal gemeenten in de groep.",))
        )  # fmt: skip
    return count


def _wrong_names(groups: Mapping[str, KeyPath], located: Located) -> Iterator[Diagnostic]:
    for name, path in groups.items():
        if (name and not _GROUP.fullmatch(name)) or path[-1] == "":
            yield Diagnostic(
                "PMG209", f"'{name[:60]}' kan geen naam van een groep zijn.",
                located.key_place(path),
                hints=("Gebruik kleine letters, cijfers en _, en begin met een letter.",),
            )  # fmt: skip


def preferred_name(
    typed: object, where: Place, seen: dict[str, Place], findings: list[Diagnostic]
) -> str | None:
    """The preferred name of one municipality.

    Args:
        typed: the name in the file.
        where: its place.
        seen: the names before it in the same list; the new one is added.
        findings: gets what is wrong with it: unknown, former, ambiguous, or twice in the list.
    """
    if not isinstance(typed, str):
        findings.append(
            Diagnostic(
                "PMG240",
                "Hier hoort de naam van een gemeente.",
                where,
                hints=("Schrijf de namen achter elkaar: [Almelo, Breda].",),
            )
        )
        return None
    found = find(typed)
    if not isinstance(found, Municipality):
        findings.append(_not_one(typed, found, where))
        return None
    if found.name in seen:
        first = seen[found.name]
        findings.append(
            Diagnostic("PMG244", f"{found.name} staat al in deze lijst (regel {first.line}).",
                       where,
                       hints=("Haal een van beide weg.",))
        )  # fmt: skip
        return None
    seen[found.name] = where
    return found.name


def _not_one(typed: str, found: FormerMunicipality | Ambiguous | None, where: Place) -> Diagnostic:
    match found:
        case FormerMunicipality():
            heirs = write_list([heir.name for heir in successors_today(found)] or ["onbekend"])
            last_day = write_date(Date(found.last_day))
            return Diagnostic(
                "PMG242",
                f"De gemeente {found.name} bestaat niet meer (laatste dag: {last_day}).",
                where,
                hints=(f"Zij ging op in: {heirs}.",),
            )
        case Ambiguous():
            names = write_list([c.name for c in found.candidates], "of")
            return Diagnostic("PMG243", f"Er zijn meer gemeenten {typed}.", where,
                              hints=(f"Schrijf {names}.",))  # fmt: skip
    close = nearest_names(typed)
    return Diagnostic(
        "PMG241", f"'{typed[:60]}' is geen gemeente.", where,
        hints=(f"Bedoelt u {write_list(list(close), 'of')}?",) if close else (),
    )  # fmt: skip
