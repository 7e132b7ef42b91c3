"""Figures by municipality or other name."""

from pmg_docs.dutch.places import sort_key
from pmg_docs.facts.amounts import wrong_amounts
from pmg_docs.facts.fact_shape import Order
from pmg_docs.facts.figure_shapes import DistributionShape, Names, Unit
from pmg_docs.facts.municipalities import preferred_name
from pmg_docs.inputs.located import KeyPath, Located
from pmg_docs.inputs.shape import to_words
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.errors import Refused
from pmg_docs.model.place import Place
from pmg_docs.model.value import Distribution


def read_distribution(shape: DistributionShape, located: Located, path: KeyPath) -> Distribution:
    """Figures by name, in order.

    Raises:
        Refused: there are none, a name is not that of one municipality, stands twice, or an
            amount cannot be.
    """
    inside = (*path, "verdeling")
    by_municipality = shape.soort is Names.GEMEENTEN
    is_money = shape.eenheid is Unit.EURO
    findings: list[Diagnostic] = []
    if not shape.verdeling:
        findings.append(
            Diagnostic("PMG215", "Deze verdeling is leeg.", located.place(inside),
                       hints=("Schrijf {Almelo: 500000, Breda: 250000}.",))
        )  # fmt: skip
    names = _names(shape, located, inside, findings)
    if is_money:
        findings.extend(wrong_amounts(shape.verdeling, located, inside, may_be_negative=False))
    if findings:
        raise Refused(findings)
    shares = tuple((names[typed], figure) for typed, figure in shape.verdeling.items())
    order = shape.volgorde or (Order.ALFABETISCH if by_municipality else Order.ZOALS_GEGEVEN)
    if order is Order.ALFABETISCH:
        shares = tuple(sorted(shares, key=lambda share: sort_key(share[0])))
    return Distribution(shares, is_money, by_municipality)


def share_places(shape: DistributionShape, located: Located, path: KeyPath) -> dict[str, Place]:
    """Where the figure of each name stands, by the name under which it is shown."""
    inside = (*path, "verdeling")
    names = _names(shape, located, inside, [])
    return {f"verdeling.{shown}": located.place((*inside, typed)) for typed, shown in names.items()}


def _names(
    shape: DistributionShape, located: Located, inside: KeyPath, findings: list[Diagnostic]
) -> dict[str, str]:
    """The name under which each typed name is shown."""
    seen: dict[str, Place] = {}
    shown: dict[str, str] = {}
    for typed in shape.verdeling:
        where = located.key_place((*inside, typed))
        if shape.soort is Names.GEMEENTEN:
            name = preferred_name(typed, where, seen, findings)
        else:
            name = _free_name(typed, where, seen, findings)
        if name:
            shown[typed] = name
    return shown


def _free_name(
    typed: str, where: Place, seen: dict[str, Place], findings: list[Diagnostic]
) -> str | None:
    name = to_words(typed)
    if not name:
        findings.append(
            Diagnostic(
                "PMG215",
                "Hier ontbreekt een naam.",
                where,
                hints=("Schrijf {Almelo: 500000, Breda: 250000}.",),
            )
        )
        return None
    if name in seen:
        findings.append(
            Diagnostic("PMG215", f"'{name}' staat al in deze verdeling (regel {seen[name].line}).",
                       where, hints=("Haal een van beide weg.",))
        )  # fmt: skip
        return None
    seen[name] = where
    return name
