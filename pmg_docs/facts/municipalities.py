"""A list of municipalities, held against the register."""

from collections.abc import Iterator

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
from pmg_docs.inputs.validation import at, validate
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.errors import Refused
from pmg_docs.model.place import Place
from pmg_docs.model.value import Date, Municipalities, MunicipalityGroup


class UnnamedGroup(Shape):
    """A group of which a source gives the number and not the names."""

    aantal: Whole


def read_municipalities(located: Located, path: KeyPath, *, in_order: bool) -> Municipalities:
    """The municipalities of a fact, under their preferred names.

    Args:
        located: the file.
        path: where the list or the mapping with `groepen` stands in it.
        in_order: True to keep the order of the file, False to sort by the rule of the register.

    Raises:
        Refused: a name is unknown, no longer exists, fits two municipalities, or stands twice.
    """
    data = at(located, path)
    if isinstance(data, list):
        groups = {"": path}
    elif isinstance(data, dict) and set(data) == {"groepen"} and isinstance(data["groepen"], dict):
        groups = {name: (*path, "groepen", name) for name in data["groepen"]}
    else:
        raise Refused(
            Diagnostic("PMG240", "Hier hoort een lijst gemeenten te staan, of groepen daarvan.",
                       located.place(path),
                       hints=("Schrijf [Almelo, Breda] of {groepen: {eerste: [Almelo, Breda]}}.",))
        )  # fmt: skip
    findings: list[Diagnostic] = []
    seen: dict[str, Place] = {}
    read = tuple(_group(name, located, where, in_order, seen, findings)
                 for name, where in groups.items())  # fmt: skip
    if findings:
        raise Refused(findings)
    return Municipalities(read)


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
        return MunicipalityGroup(name, count=validate(UnnamedGroup, located, path).aantal)
    if not isinstance(data, list) or not data:
        findings.append(
            Diagnostic("PMG240", "Hier hoort een lijst gemeenten te staan.", located.place(path))
        )
        return MunicipalityGroup(name)
    names: list[str] = []
    for number, typed in enumerate(data):
        where = located.place((*path, number))
        found = _preferred(typed, where, seen, findings)
        names.extend(found)
    ordered = names if in_order else sort_places(names)
    return MunicipalityGroup(name, tuple(ordered), len(ordered))


def _preferred(
    typed: object, where: Place, seen: dict[str, Place], findings: list[Diagnostic]
) -> Iterator[str]:
    if not isinstance(typed, str):
        findings.append(Diagnostic("PMG240", "Hier hoort de naam van een gemeente.", where))
        return
    found = find(typed)
    if not isinstance(found, Municipality):
        findings.append(_not_one(typed, found, where))
        return
    if found.name in seen:
        first = seen[found.name]
        findings.append(
            Diagnostic("PMG244", f"{found.name} staat al in deze lijst (regel {first.line}).",
                       where,
                       hints=("Haal een van beide weg.",))
        )  # fmt: skip
        return
    seen[found.name] = where
    yield found.name


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
