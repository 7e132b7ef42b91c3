"""A document type: its fields, labels, sections and notation, as `soort.yaml` declares them."""

from collections.abc import Mapping
from enum import StrEnum

from pydantic import Field

from pmg_docs.inputs.shape import JaNee, Lines, Shape, Words
from pmg_docs.model.document import Area


class AmountForm(StrEnum):
    """How a type prints an exact amount."""

    STREEPJE = "streepje"
    KAAL = "kaal"
    EURO = "euro"


class ScaledForm(StrEnum):
    """How a type prints millions and milliards: `€ 10 miljoen` or `10 miljoen euro`."""

    TEKEN = "teken"
    EURO = "euro"


class NumberForm(StrEnum):
    """How a type prints a whole number: `20`, or in words where spelling advice has words."""

    CIJFERS = "cijfers"
    WOORDEN = "woorden"


class PersonForm(StrEnum):
    """How a type prints a person: office, office and name, or title and surname."""

    AMBT = "ambt"
    AMBT_EN_NAAM = "ambt_en_naam"
    PERS = "pers"


class Notation(Shape):
    """The type's own form for each kind of value; a filter in the letter overrides it."""

    amount: AmountForm = Field(
        AmountForm.KAAL,
        alias="bedrag",
        description="streepje (€ 500.000,-), kaal (€ 500.000) of euro (500.000 euro)",
    )
    scaled: ScaledForm = Field(
        ScaledForm.TEKEN,
        alias="schaal",
        description="Hoe miljoenen staan: teken (€ 10 miljoen) of euro (10 miljoen euro)",
    )
    number: NumberForm = Field(
        NumberForm.CIJFERS,
        alias="getal",
        description="Hele getallen in cijfers, of tot twintig in woorden",
    )
    person: PersonForm = Field(
        PersonForm.AMBT,
        alias="persoon",
        description="ambt, ambt_en_naam, of pers (minister Jansen van Financiën)",
    )


class FieldSpec(Shape):
    """A field of the frame.

    `source` is where its words come from: a key of the letter's front matter (by default the one
    of the same name) or a part of the sender, `afzender.directie`.
    """

    area: Area = Field(alias="plaats", description="Waar het veld staat")
    label: Words = Field("", description="Het label dat ervoor of erboven staat")
    source: Words = Field(
        "",
        alias="uit",
        description="Waar de woorden uit komen, zoals afzender.directie",
    )
    is_required: JaNee = Field(
        False, alias="verplicht", description="Of een brief van deze soort het moet hebben"
    )
    on_follow_on: JaNee = Field(
        False, alias="vervolg", description="Of het ook op vervolgpagina's staat"
    )
    is_strong: JaNee = Field(False, alias="vet", description="Of het vet staat")
    choices: Lines = Field((), alias="keuze", description="De enige waarden die kunnen")
    on_one_line: JaNee = Field(
        False, alias="samen", description="Of alle regels achter elkaar staan"
    )


class SectionSpec(Shape):
    """A section with its fixed title and number; the number is literal text, never counted."""

    label: Words = Field(
        "", alias="nummer", description="Het vaste nummer; het wordt nooit geteld", examples=["4.2"]
    )
    title: Words = Field(alias="titel", description="De vaste titel", examples=["Kernpunten"])
    is_required: JaNee = Field(
        False,
        alias="verplicht",
        description="Of een brief van deze soort het onderdeel moet hebben",
    )
    standard: Words = Field(
        "",
        alias="standaard",
        description="Bestand met de tekst als de brief het onderdeel leeg laat",
    )
    is_public: JaNee = Field(
        True,
        alias="openbaar",
        description="Of wat de brief hier zelf zegt, naar buiten mag",
    )

    @property
    def depth(self) -> int:
        """1 for `4.`, 2 for `4.2`, and 1 without a number."""
        return max(1, len([part for part in self.label.split(".") if part]))


class AsideSpec(Shape):
    """A part set apart at the end, made of front matter keys: the noot voor de redactie."""

    name: Words = Field(alias="naam", description="Naam van dit deel", examples=["noot_redactie"])
    heading: Words = Field("", alias="kop", description="De kop erboven")
    fields: Lines = Field(alias="velden", description="Gegevens bovenaan de brief die erin komen")


class Condition(StrEnum):
    """Something that must be so before a letter may go a step further."""

    GEEN_OPEN_PLEKKEN = "geen_open_plekken"
    NIETS_IN_TE_VULLEN = "niets_in_te_vullen"
    FEITEN_VASTGESTELD = "feiten_vastgesteld"
    REGELS_KLOPPEN = "regels_kloppen"
    CIJFERS_UIT_FEITEN = "cijfers_uit_feiten"
    KENMERK_TOEGEKEND = "kenmerk_toegekend"
    DATUM_KLOPT = "datum_klopt"
    ONDERTEKENAARS_GENOEMD = "ondertekenaars_genoemd"
    CW31_COMPLEET = "cw31_compleet"
    ALLEEN_OPENBAAR = "alleen_openbaar"
    VASTGESTELD = "vastgesteld"
    KAMER_VOOR_PERS = "kamer_voor_pers"


class Gates(Shape):
    """What must be so before a letter is `afgestemd`, `definitief` and `verzonden`, each in turn.

    A type that says nothing asks everything; of what does not concern a letter, such as the
    signatories of a press release, nothing is asked.
    """

    afgestemd: tuple[Condition, ...] = Field(
        (Condition.NIETS_IN_TE_VULLEN, Condition.REGELS_KLOPPEN, Condition.ALLEEN_OPENBAAR),
        description="Wat waar moet zijn voor een brief is afgestemd",
        examples=["[niets_in_te_vullen, regels_kloppen]"],
    )
    definitief: tuple[Condition, ...] = Field(
        (
            Condition.GEEN_OPEN_PLEKKEN,
            Condition.FEITEN_VASTGESTELD,
            Condition.CIJFERS_UIT_FEITEN,
            Condition.KENMERK_TOEGEKEND,
            Condition.DATUM_KLOPT,
            Condition.ONDERTEKENAARS_GENOEMD,
            Condition.CW31_COMPLEET,
        ),
        description="Wat waar moet zijn voor een brief definitief is",
        examples=["[geen_open_plekken, feiten_vastgesteld]"],
    )
    verzonden: tuple[Condition, ...] = Field(
        (Condition.VASTGESTELD, Condition.KAMER_VOOR_PERS),
        description="Wat waar moet zijn voor een brief is verzonden",
        examples=["[vastgesteld, kamer_voor_pers]"],
    )

    def steps(self) -> tuple[tuple[str, tuple[Condition, ...]], ...]:
        """Each status in order, with what it asks."""
        return (
            ("afgestemd", self.afgestemd),
            ("definitief", self.definitief),
            ("verzonden", self.verzonden),
        )


class DocType(Shape):
    """A document type, as `templates/<soort>/soort.yaml` declares it."""

    name: Words = Field(
        alias="naam", description="Naam van de soort: die van de map", examples=["nota"]
    )
    description: Words = Field("", alias="omschrijving", description="Waar de soort voor is")
    word: Words = Field(
        "",
        alias="documentwoord",
        description="Het woord dat groot op de eerste pagina staat",
        examples=["nota"],
    )
    fields: Mapping[Words, FieldSpec] = Field(
        alias="velden", description="De velden rond de tekst, met hun plek"
    )
    sections: tuple[SectionSpec, ...] = Field(
        (), alias="secties", description="De vaste onderdelen, in volgorde; zonder is de tekst vrij"
    )
    recipients: Mapping[Words, Lines] = Field(
        {}, alias="ontvangers", description="Vaste adressen onder een korte naam"
    )
    salutation: Words = Field(
        "", alias="aanhef", description="Aanhef", examples=["Geachte voorzitter,"]
    )
    greeting: Words = Field("", alias="groet", description="Slotgroet", examples=["Hoogachtend,"])
    is_signed: JaNee = Field(
        False, alias="ondertekening", description="Of de brief wordt ondertekend"
    )
    has_lead: JaNee = Field(False, alias="lead", description="Of de eerste alinea een lead is")
    asides: tuple[AsideSpec, ...] = Field(
        (), alias="slot", description="Delen aan het slot, zoals de noot voor de redactie"
    )
    formats: Lines = Field(
        ("docx", "pdf", "html", "md"),
        alias="formaten",
        description="De bestanden die worden gemaakt",
        examples=["[docx, pdf, html, md]"],
    )
    notation: Notation = Field(
        default_factory=Notation,
        alias="notatie",
        description="Hoe deze soort bedragen, getallen en personen schrijft",
    )
    gates: Gates = Field(
        default_factory=Gates,
        alias="voorwaarden",
        description="Wat waar moet zijn voor een brief een status verder gaat",
    )
    for_parliament: JaNee = Field(
        False,
        alias="naar_kamer",
        description="Of deze soort meegaat naar de Kamer, aan wie zij ook is gericht",
    )
    omissions: Mapping[Words, Lines] = Field(
        {}, alias="weglaten", description="Veld of slotdeel, met de bestanden waar het niet in komt"
    )
