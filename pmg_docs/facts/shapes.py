"""The kinds of fact by the key that names them, and the shapes of the simplest."""

from collections.abc import Mapping
from typing import Any

from pydantic import Field

from pmg_docs.facts import document_shapes, figure_shapes, person_shapes
from pmg_docs.facts.fact_shape import FactShape, Order
from pmg_docs.inputs.moments import DateField, MomentField, MonthField, TimedField
from pmg_docs.inputs.shape import Shape, Words


class TextShape(FactShape):
    """Words: `{tekst: …}`."""

    tekst: Words


class DateShape(FactShape):
    """A day: `{datum: 2024-04-04}`."""

    datum: DateField


class MonthShape(FactShape):
    """A month: `{maand: 2024-07}`."""

    maand: MonthField


class TimedShape(FactShape):
    """A day with the time of day: `{tijdstip: 2024-04-04 12:30}`."""

    tijdstip: TimedField


class PeriodPart(Shape):
    """From a day or month up to another."""

    van: MomentField
    tot: MomentField


class PeriodShape(FactShape):
    """A period: `{periode: {van: 2024-07, tot: 2027-07}}`."""

    periode: PeriodPart


class MunicipalitiesShape(FactShape):
    """Municipalities: a list of names, or `{groepen: {naam: [...], andere: {aantal: 4}}}`."""

    gemeenten: Any
    volgorde: Order = Order.ALFABETISCH
    labels: Mapping[str, Words] = Field({}, description="groep: zoals een tabel haar noemt")


class PolicyPart(Shape):
    """The rows of a CW 3.1 table, each Markdown with facts."""

    doel: Words
    instrumenten: Words
    gevolgen_rijk: Words
    gevolgen_sectoren: Words
    doeltreffendheid: Words
    doelmatigheid: Words
    evaluatie: Words


class PolicyShape(FactShape):
    """A CW 3.1 table: `{cw31: {doel: …, instrumenten: …, …}}`."""

    cw31: PolicyPart


class GapShape(FactShape):
    """Something that no source gives yet: `{open: het kenmerk van de Kamerbrief}`."""

    open: Words


KINDS: Mapping[str, type[FactShape]] = {
    "bedrag": figure_shapes.AmountShape,
    "getal": figure_shapes.NumberShape,
    "percentage": figure_shapes.PercentageShape,
    "leeftijd": figure_shapes.AgeShape,
    "reeks": figure_shapes.SeriesShape,
    "verdeling": figure_shapes.DistributionShape,
    "tekst": TextShape,
    "datum": DateShape,
    "maand": MonthShape,
    "tijdstip": TimedShape,
    "periode": PeriodShape,
    "gemeenten": MunicipalitiesShape,
    "persoon": person_shapes.PersonShape,
    "organisatie": person_shapes.OrganisationShape,
    "contact": person_shapes.ContactShape,
    "citaat": person_shapes.QuoteShape,
    "verwijzing": document_shapes.ReferenceShape,
    "kamerstuk": document_shapes.PaperShape,
    "staatscourant": document_shapes.GazetteShape,
    "staatsblad": document_shapes.LawGazetteShape,
    "cw31": PolicyShape,
    "open": GapShape,
}
"""The kinds of fact by the key that names them."""
