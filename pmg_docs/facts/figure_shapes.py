"""The shapes of figures: amounts, numbers, percentages, ages, series and distributions."""

from collections.abc import Mapping
from enum import StrEnum

from pydantic import Field, model_validator

from pmg_docs.facts.fact_shape import FactShape, Order
from pmg_docs.inputs.shape import Decimals, Lines, Shape, Whole, Words, refuse


class AmountShape(FactShape):
    """An amount in euros: `{bedrag: 500000, per: [gemeente, jaar]}`."""

    bedrag: Decimals
    per: Lines = ()


class NumberShape(FactShape):
    """A number: `{getal: '12,5'}`."""

    getal: Decimals


class PercentageShape(FactShape):
    """A percentage, of an amount when `van` names one: `{percentage: 12,5, van: budget}`."""

    percentage: Decimals
    van: Words = Field("", description="Naam van een feit met een bedrag")


class AgePart(Shape):
    """Ages, through or up to the last."""

    van: Whole
    tot_en_met: Whole | None = None
    tot: Whole | None = None

    @model_validator(mode="after")
    def _one_end(self) -> "AgePart":
        if (self.tot_en_met is None) == (self.tot is None):
            refuse("PMG126", "een leeftijd heeft óf 'tot_en_met' óf 'tot'",
                   "Neem over wat de bron zegt: 8 tot en met 27, of 8 tot 27.")  # fmt: skip
        return self


class AgeShape(FactShape):
    """An age range: `{leeftijd: {van: 8, tot_en_met: 27}}`."""

    leeftijd: AgePart


class Unit(StrEnum):
    """What the figures of a series or distribution count."""

    EURO = "euro"
    AANTAL = "aantal"


class SeriesShape(FactShape):
    """Figures by year: `{reeks: {2022: 60000000, 2025: 143000000}, structureel_vanaf: 2025}`."""

    reeks: Mapping[str, Decimals]
    eenheid: Unit = Unit.EURO
    structureel_vanaf: Whole | None = None


class Names(StrEnum):
    """What the names of a distribution are."""

    GEMEENTEN = "gemeenten"
    VRIJ = "vrij"


class DistributionShape(FactShape):
    """Figures by name: `{verdeling: {Almelo: 500000, Breda: 250000}}`."""

    verdeling: Mapping[str, Decimals]
    soort: Names = Names.GEMEENTEN
    eenheid: Unit = Unit.EURO
    volgorde: Order | None = Field(
        None, description="Gemeenten staan zonder volgorde alfabetisch, vrije namen zoals gegeven"
    )
