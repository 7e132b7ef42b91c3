"""From the shape of a fact to its value."""

from decimal import Decimal

from pmg_docs.facts import shapes
from pmg_docs.facts.municipalities import read_municipalities
from pmg_docs.inputs.located import KeyPath, Located
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.errors import Refused
from pmg_docs.model.value import (
    AgeRange,
    Amount,
    Gap,
    Month,
    Number,
    Organisation,
    Percentage,
    Period,
    Person,
    PolicyChoice,
    Reference,
    TextValue,
    Value,
)

LARGEST_AMOUNT = Decimal(10) ** 13
"""Euros; about ten times what the Netherlands earns in a year, so more is a typing error."""


def to_value(shape: shapes.FactShape, located: Located, path: KeyPath) -> Value:
    """The value of a fact.

    Args:
        shape: the fact as read.
        located: the file that it was read from, for the places of its parts.
        path: where the fact stands in that file.

    Raises:
        Refused: the parts of the value contradict each other.
    """
    match shape:
        case shapes.AmountShape():
            return _amount(shape, located, path)
        case shapes.NumberShape():
            return Number(shape.getal)
        case shapes.PercentageShape():
            return Percentage(shape.percentage)
        case shapes.TextShape():
            return TextValue(shape.tekst)
        case shapes.DateShape():
            return shape.datum
        case shapes.MonthShape():
            return shape.maand
        case shapes.PeriodShape():
            return _period(shape.periode, located, (*path, "periode"))
        case shapes.AgeShape():
            return _ages(shape.leeftijd, located, (*path, "leeftijd"))
        case shapes.MunicipalitiesShape():
            in_order = shape.volgorde is shapes.Order.ZOALS_GEGEVEN
            return read_municipalities(located, (*path, "gemeenten"), in_order=in_order)
    return _named_things(shape)


def _named_things(shape: shapes.FactShape) -> Value:
    match shape:
        case shapes.PersonShape(persoon=person):
            return Person(person.naam, person.ambt)
        case shapes.OrganisationShape(organisatie=organisation):
            parts = {name: lines for name, lines in organisation if lines}
            return Organisation(parts)
        case shapes.ReferenceShape(verwijzing=earlier):
            return Reference(earlier.titel, earlier.datum, earlier.kenmerk, earlier.vindplaats)
        case shapes.PolicyShape(cw31=policy):
            return PolicyChoice(dict(policy))
        case shapes.GapShape():
            return Gap(shape.open)
    raise AssertionError(shape)


def _amount(shape: shapes.AmountShape, located: Located, path: KeyPath) -> Amount:
    where = located.place((*path, "bedrag"))
    euros = shape.bedrag
    if euros < 0:
        raise Refused(Diagnostic("PMG201", "Een bedrag kan hier niet negatief zijn.", where))
    if euros > LARGEST_AMOUNT:
        raise Refused(
            Diagnostic("PMG201", "Dit bedrag is onwaarschijnlijk groot.", where,
                       hints=("Typ het bedrag in euro's, niet in centen.",))
        )  # fmt: skip
    if -int(euros.as_tuple().exponent) > 2:
        raise Refused(
            Diagnostic("PMG201", "Een bedrag heeft hooguit twee cijfers achter de komma.", where)
        )
    return Amount(euros, shape.per)


def _period(part: shapes.PeriodPart, located: Located, path: KeyPath) -> Period:
    if type(part.van) is not type(part.tot):
        raise Refused(
            Diagnostic("PMG202", "'van' en 'tot' zijn niet allebei een dag of een maand.",
                       located.place(path))
        )  # fmt: skip
    begin, end = (m if isinstance(m, Month) else m.day for m in (part.van, part.tot))
    if not begin < end:  # type: ignore[operator]
        raise Refused(
            Diagnostic("PMG202", "De periode eindigt niet later dan zij begint.",
                       located.place((*path, "tot")))
        )  # fmt: skip
    return Period(part.van, part.tot)


def _ages(part: shapes.AgePart, located: Located, path: KeyPath) -> AgeRange:
    last = part.tot_en_met if part.tot_en_met is not None else part.tot
    if last is None or not 0 <= part.van < last <= 130:
        raise Refused(
            Diagnostic("PMG203", "Deze leeftijden kunnen niet samen.", located.place(path))
        )
    return AgeRange(part.van, part.tot_en_met, part.tot)
