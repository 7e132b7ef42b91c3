"""The shapes of figures: amounts, numbers, percentages, ages, series and distributions."""

from collections.abc import Mapping
from enum import StrEnum

from pydantic import Field, model_validator

from pmg_docs.facts.fact_shape import FactShape, Order
from pmg_docs.inputs.shape import Decimals, Lines, Shape, Whole, Words, refuse


class AmountShape(FactShape):
    """An amount in euros: `{bedrag: 500000, per: [gemeente, jaar]}`."""

    bedrag: Decimals = Field(
        description="Bedrag in euro's: 500000, of '1234,56' met centen",
        examples=["500000", "'1234,56'"],
    )
    per: Lines = Field((), description="Waarvoor het bedrag geldt", examples=["[gemeente, jaar]"])


class NumberShape(FactShape):
    """A number: `{getal: '12,5'}`."""

    getal: Decimals = Field(
        description="Een getal: 20, of '12,5' met een komma", examples=["20", "'12,5'"]
    )


class PercentageShape(FactShape):
    """A percentage, of an amount when `van` names one: `{percentage: 12,5, van: budget}`."""

    percentage: Decimals = Field(
        description="Een percentage zonder teken: 12 of '12,5'", examples=["'12,5'"]
    )
    van: Words = Field(
        "", description="Waarvan: de naam van een feit met een bedrag", examples=["budget"]
    )


class AgePart(Shape):
    """Ages, through or up to the last."""

    van: Whole = Field(description="Jongste leeftijd", examples=["8"])
    tot_en_met: Whole | None = Field(
        None, description="Oudste leeftijd die meetelt", examples=["27"]
    )
    tot: Whole | None = Field(
        None, description="Eerste leeftijd die niet meer meetelt", examples=["27"]
    )

    @model_validator(mode="after")
    def _one_end(self) -> "AgePart":
        if (self.tot_en_met is None) == (self.tot is None):
            refuse("PMG126", "een leeftijd heeft óf 'tot_en_met' óf 'tot'",
                   "Neem over wat de bron zegt: 8 tot en met 27, of 8 tot 27.")  # fmt: skip
        return self


class AgeShape(FactShape):
    """An age range: `{leeftijd: {van: 8, tot_en_met: 27}}`."""

    leeftijd: AgePart = Field(description="Leeftijden: {van: 8, tot_en_met: 27}")


class Unit(StrEnum):
    """What the figures of a series or distribution count."""

    EURO = "euro"
    AANTAL = "aantal"


class SeriesShape(FactShape):
    """Figures by year: `{reeks: {2022: 60000000, 2025: 143000000}, structureel_vanaf: 2025}`."""

    reeks: Mapping[str, Decimals] = Field(
        description="Bedragen of aantallen per jaar, van vroeg naar laat",
        examples=["{2024: 500000, 2025: 750000}"],
    )
    eenheid: Unit = Field(Unit.EURO, description="Wat de getallen tellen")
    structureel_vanaf: Whole | None = Field(
        None,
        description="Laatste jaar van de reeks, als het daarna elk jaar zo blijft",
        examples=["2025"],
    )


class Names(StrEnum):
    """What the names of a distribution are."""

    GEMEENTEN = "gemeenten"
    VRIJ = "vrij"


class DistributionShape(FactShape):
    """Figures by name: `{verdeling: {Almelo: 500000, Breda: 250000}}`."""

    verdeling: Mapping[str, Decimals] = Field(
        description="Bedragen of aantallen per naam", examples=["{Almelo: 500000, Breda: 250000}"]
    )
    soort: Names = Field(Names.GEMEENTEN, description="Of de namen gemeenten zijn of vrij")
    eenheid: Unit = Field(Unit.EURO, description="Wat de getallen tellen")
    volgorde: Order | None = Field(
        None, description="Gemeenten staan zonder volgorde alfabetisch, vrije namen zoals gegeven"
    )
