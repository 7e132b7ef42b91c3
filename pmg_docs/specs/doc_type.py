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

    amount: AmountForm = Field(AmountForm.KAAL, alias="bedrag")
    scaled: ScaledForm = Field(ScaledForm.TEKEN, alias="schaal")
    number: NumberForm = Field(NumberForm.CIJFERS, alias="getal")
    person: PersonForm = Field(PersonForm.AMBT, alias="persoon")


class FieldSpec(Shape):
    """A field of the frame.

    `source` is where its words come from: a key of the letter's front matter (by default the one
    of the same name) or a part of the sender, `afzender.directie`.
    """

    area: Area = Field(alias="plaats", description="adres, colofon, titel, kenmerken of parafen")
    label: Words = ""
    source: Words = Field("", alias="uit", description="Bijvoorbeeld afzender.directie")
    is_required: JaNee = Field(False, alias="verplicht")
    on_follow_on: JaNee = Field(False, alias="vervolg", description="Ook op vervolgpagina's")
    is_strong: JaNee = Field(False, alias="vet")
    choices: Lines = Field((), alias="keuze", description="De waarden die mogen")
    on_one_line: JaNee = Field(False, alias="samen", description="Alle regels achter elkaar")


class SectionSpec(Shape):
    """A section with its fixed title and number; the number is literal text, never counted."""

    label: Words = Field("", alias="nummer")
    title: Words = Field(alias="titel")
    is_required: JaNee = Field(False, alias="verplicht")
    standard: Words = Field("", alias="standaard", description="Deel dat een lege sectie vult")

    @property
    def depth(self) -> int:
        """1 for `4.`, 2 for `4.2`, and 1 without a number."""
        return max(1, len([part for part in self.label.split(".") if part]))


class AsideSpec(Shape):
    """A part set apart at the end, made of front matter keys: the noot voor de redactie."""

    name: Words = Field(alias="naam")
    heading: Words = Field("", alias="kop")
    fields: Lines = Field(alias="velden", description="Gegevens bovenaan de brief")


class DocType(Shape):
    """A document type, as `templates/<soort>/soort.yaml` declares it."""

    name: Words = Field(alias="naam")
    description: Words = Field("", alias="omschrijving")
    word: Words = Field("", alias="documentwoord", description="Groot op de eerste pagina")
    fields: Mapping[Words, FieldSpec] = Field(alias="velden")
    sections: tuple[SectionSpec, ...] = Field((), alias="secties")
    recipients: Mapping[Words, Lines] = Field(
        {}, alias="ontvangers", description="Vaste adressen, zoals Tweede Kamer"
    )
    salutation: Words = Field("", alias="aanhef", description="Geachte voorzitter,")
    greeting: Words = Field("", alias="groet", description="Hoogachtend,")
    is_signed: JaNee = Field(False, alias="ondertekening")
    has_lead: JaNee = Field(False, alias="lead", description="De eerste alinea is een lead")
    asides: tuple[AsideSpec, ...] = Field((), alias="slot")
    formats: Lines = Field(("docx", "pdf", "html", "md"), alias="formaten")
    notation: Notation = Field(Notation(), alias="notatie")
    omissions: Mapping[Words, Lines] = Field(
        {}, alias="weglaten", description="veld of deel van het slot: [formaten zonder]"
    )
