"""A house style: who sends, and how everything looks, measured once for Word and CSS alike."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated

from pydantic import Field

from pmg_docs.inputs.shape import Decimals, JaNee, Lines, Pattern, Shape, Words


class Role(Shape):
    """How one role of text looks: sizes in points, and the id of its style in the Word shell."""

    word: Words = Field(description="Stijl-id in shell.docx")
    size: Decimals = Field(Decimal(9), alias="grootte", description="Lettergrootte in punten")
    leading: Decimals = Field(Decimal(12), alias="regel", description="Regelafstand in punten")
    bold: JaNee = Field(False, alias="vet")
    italic: JaNee = Field(False, alias="cursief")
    colour: Words = Field("inkt", alias="kleur", description="Naam uit `kleuren`")
    before: Decimals = Field(Decimal(0), alias="voor", description="Wit ervoor, in punten")
    after: Decimals = Field(Decimal(0), alias="na", description="Wit erna, in punten")
    indent: Decimals = Field(Decimal(0), alias="inspringen", description="In millimeter")


class Page(Shape):
    """The page, in millimetres; the colofon column lies right of the text."""

    width: Decimals = Field(alias="breedte")
    height: Decimals = Field(alias="hoogte")
    left: Decimals = Field(alias="links", description="Linkermarge van de tekst")
    right: Decimals = Field(alias="rechts", description="Rechtermarge van de tekst")
    top: Decimals = Field(alias="boven", description="Bovenmarge van elke vervolgpagina")
    top_first: Decimals = Field(alias="boven_eerste", description="Bovenmarge van de eerste")
    bottom: Decimals = Field(alias="onder")
    header: Decimals = Field(alias="kop", description="Van bovenrand tot kopregel")
    footer: Decimals = Field(alias="voet", description="Van onderrand tot voetregel")
    column_left: Decimals = Field(alias="kolom_links", description="Linkerrand van het colofon")
    column_width: Decimals = Field(alias="kolom_breedte")
    column_top: Decimals = Field(alias="kolom_boven", description="Bovenrand op de eerste pagina")


class Typeface(Shape):
    """The typeface: its name in Word, the names a browser may use, the files that a PDF embeds."""

    word: Words
    css: tuple[Words, ...]
    files: Mapping[Words, Words] = Field(
        alias="bestanden", description="normaal, vet, cursief, vet_cursief: bestand in de stijlmap"
    )


class KenmerkRule(Shape):
    """What a kenmerk of this ministry looks like."""

    pattern: Pattern = Field(alias="patroon", description="Reguliere expressie voor het hele woord")
    example: Words = Field(alias="voorbeeld")


class Sender(Shape):
    """The parts of the sender that this style knows; a dossier's fact `afzender` adds the rest."""

    ministerie: Lines = ()
    directoraat_generaal: Lines = ()
    directie: Lines = ()
    bezoekadres: Lines = ()
    postadres: Lines = ()
    website: Lines = ()


class Style(Shape):
    """A house style after its `breidt_uit` chain has been folded in, key by key.

    `chain` names the style folders from this one to the one that extends nothing: the order in
    which a file is looked up.
    """

    name: Words = Field(alias="naam")
    extends: Words = Field("", alias="breidt_uit", description="De stijl waarop deze voortbouwt")
    description: Words = Field("", alias="omschrijving")
    sender: Sender = Field(Sender(), alias="afzender")
    kenmerk: KenmerkRule | None = None
    labels: Mapping[Words, Words] = Field({}, description="Gedrukt label per veld")
    page_number: Words = Field("Pagina {pagina} van {totaal}", alias="paginanummer")
    page: Annotated[Page, Field(alias="pagina")]
    typeface: Annotated[Typeface, Field(alias="lettertype")]
    colours: Mapping[Words, Words] = Field(alias="kleuren")
    roles: Mapping[Words, Role] = Field(alias="rollen")
    chain: tuple[str, ...] = Field((), exclude=True, json_schema_extra={"readOnly": True})

    def colour(self, name: str) -> str:
        """The hex value (`#154273`) of a colour by its name in this style."""
        return self.colours[name]
