"""The shape of `feiten.yaml`: its top level, and one shape for each kind of fact."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from pydantic import Field, model_validator

from pmg_docs.inputs.moments import DateField, MomentField, MonthField
from pmg_docs.inputs.shape import Decimals, JaNee, Lines, Shape, Whole, Words, refuse
from pmg_docs.model.diagnostic import Severity
from pmg_docs.model.fact import FactStatus


class FactShape(Shape):
    """What every fact may have beside its kind."""

    bron: Words = Field("", description="Naam uit `bronnen`")
    toelichting: Words = Field("", description="Wat een lezer van de feiten moet weten")
    status: FactStatus = FactStatus.VOORLOPIG
    openbaar: JaNee = True


class AmountShape(FactShape):
    """An amount in euros: `{bedrag: 500000, per: [gemeente, jaar]}`."""

    bedrag: Decimals
    per: Lines = ()


class NumberShape(FactShape):
    """A number: `{getal: '12,5'}`."""

    getal: Decimals


class PercentageShape(FactShape):
    """A percentage: `{percentage: '12,5'}`."""

    percentage: Decimals


class TextShape(FactShape):
    """Words: `{tekst: …}`."""

    tekst: Words


class DateShape(FactShape):
    """A day: `{datum: 2024-04-04}`."""

    datum: DateField


class MonthShape(FactShape):
    """A month: `{maand: 2024-07}`."""

    maand: MonthField


class PeriodPart(Shape):
    """From a day or month up to another."""

    van: MomentField
    tot: MomentField


class PeriodShape(FactShape):
    """A period: `{periode: {van: 2024-07, tot: 2027-07}}`."""

    periode: PeriodPart


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


class Order(StrEnum):
    """How a list of municipalities is ordered."""

    ALFABETISCH = "alfabetisch"
    ZOALS_GEGEVEN = "zoals_gegeven"


class MunicipalitiesShape(FactShape):
    """Municipalities: a list of names, or `{groepen: {naam: [...], andere: {aantal: 4}}}`."""

    gemeenten: Any
    volgorde: Order = Order.ALFABETISCH


class PersonPart(Shape):
    """Who holds which office."""

    naam: Words
    ambt: Words


class PersonShape(FactShape):
    """A person in office: `{persoon: {naam: D. Yeşilgöz-Zegerius, ambt: Minister van …}}`."""

    persoon: PersonPart


class OrganisationPart(Shape):
    """The parts of a sender."""

    naam: Lines = ()
    ministerie: Lines = ()
    directoraat_generaal: Lines = ()
    directie: Lines = ()
    bezoekadres: Lines = ()
    postadres: Lines = ()
    website: Lines = ()


class OrganisationShape(FactShape):
    """An organisation: `{organisatie: {directie: …}}`."""

    organisatie: OrganisationPart


class ReferencePart(Shape):
    """An earlier document."""

    titel: Words
    datum: DateField | None = None
    kenmerk: Words = ""
    vindplaats: Words = ""


class ReferenceShape(FactShape):
    """A reference: `{verwijzing: {titel: …, datum: 2023-07-07, vindplaats: …}}`."""

    verwijzing: ReferencePart


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
    "bedrag": AmountShape,
    "getal": NumberShape,
    "percentage": PercentageShape,
    "tekst": TextShape,
    "datum": DateShape,
    "maand": MonthShape,
    "periode": PeriodShape,
    "leeftijd": AgeShape,
    "gemeenten": MunicipalitiesShape,
    "persoon": PersonShape,
    "organisatie": OrganisationShape,
    "verwijzing": ReferenceShape,
    "cw31": PolicyShape,
    "open": GapShape,
}
"""The kinds of fact by the key that names them."""


class SourceShape(Shape):
    """A publication or document that facts are taken from."""

    titel: Words
    datum: DateField | None = None
    vindplaats: Words = ""


class RuleShape(Shape):
    """Something that must hold between facts."""

    code: Words
    regel: Words
    uitleg: Words
    ernst: Severity = Severity.FOUT


class SeverityShape(Shape):
    """Another severity for a code in this dossier, and why."""

    ernst: Severity
    reden: Words


class FactsFile(Shape):
    """The top level of a `feiten.yaml`."""

    stijl: Words = ""
    programma: Words = ""
    gebruikt: Lines = ()
    bronnen: Mapping[Words, SourceShape] = {}
    feiten: Mapping[str, Any] = {}
    regels: tuple[RuleShape, ...] = ()
    ernst: Mapping[Words, SeverityShape] = {}
