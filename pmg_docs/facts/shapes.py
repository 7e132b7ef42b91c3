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

    tekst: Words = Field(
        description="Woorden, precies zoals ze in een brief komen", examples=["flexibele uitvraag"]
    )


class DateShape(FactShape):
    """A day: `{datum: 2024-04-04}`."""

    datum: DateField = Field(description="Een dag: jaar, maand en dag", examples=["2024-04-04"])


class MonthShape(FactShape):
    """A month: `{maand: 2024-07}`."""

    maand: MonthField = Field(description="Een maand: jaar en maand", examples=["2024-07"])


class TimedShape(FactShape):
    """A day with the time of day: `{tijdstip: 2024-04-04 12:30}`."""

    tijdstip: TimedField = Field(description="Een dag met de tijd", examples=["2024-04-04 12:30"])


class PeriodPart(Shape):
    """From a day or month up to another."""

    van: MomentField = Field(description="Eerste dag of maand", examples=["2024-07"])
    tot: MomentField = Field(
        description="Dag of maand waarop het is afgelopen", examples=["2027-07"]
    )


class PeriodShape(FactShape):
    """A period: `{periode: {van: 2024-07, tot: 2027-07}}`."""

    periode: PeriodPart = Field(description="Van een dag of maand tot een andere")


class MunicipalitiesShape(FactShape):
    """Municipalities: a list of names, or `{groepen: {naam: [...], andere: {aantal: 4}}}`."""

    gemeenten: Any = Field(
        description="Een lijst gemeenten, of groepen: {groepen: {eerste: [Almelo, Breda]}}",
        examples=["[Almelo, Breda]"],
    )
    volgorde: Order = Field(
        Order.ALFABETISCH,
        description="alfabetisch, of zoals_gegeven om uw eigen volgorde te houden",
    )
    labels: Mapping[str, Words] = Field({}, description="Per groep hoe een tabel haar noemt")


class PolicyPart(Shape):
    """The rows of a CW 3.1 table, each Markdown with facts."""

    doel: Words = Field(description="1. Doel(en)")
    instrumenten: Words = Field(description="2. Beleidsinstrument(en)")
    gevolgen_rijk: Words = Field(description="3A. Financiële gevolgen voor het Rijk")
    gevolgen_sectoren: Words = Field(
        description="3B. Financiële gevolgen voor maatschappelijke sectoren"
    )
    doeltreffendheid: Words = Field(description="4. Nagestreefde doeltreffendheid")
    doelmatigheid: Words = Field(description="5. Nagestreefde doelmatigheid")
    evaluatie: Words = Field(description="6. Evaluatieparagraaf")


class PolicyShape(FactShape):
    """A CW 3.1 table: `{cw31: {doel: …, instrumenten: …, …}}`."""

    cw31: PolicyPart = Field(
        description="De onderbouwing van artikel 3.1 Comptabiliteitswet 2016, als tabel"
    )


class GapShape(FactShape):
    """Something that no source gives yet: `{open: het kenmerk van de Kamerbrief}`."""

    open: Words = Field(
        description="Wat er nog moet komen; blijft zichtbaar in elk document",
        examples=["het kenmerk van de Kamerbrief"],
    )


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
