"""A house style: who sends, and how everything looks, measured once for Word and CSS alike."""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema

from pmg_docs.inputs.sender import Sender
from pmg_docs.inputs.shape import Decimals, JaNee, Pattern, Shape, Words, refuse, to_words
from pmg_docs.model.number_range import NumberRange

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_COUNTS = re.compile(r"\{(?:pagina|totaal)\}")
_RANGE = re.compile(r"(?P<before>[^{}]*)\{(?P<bounds>[^{}]*)\}(?P<after>[^{}]*)")
_BOUNDS = re.compile(r"([0-9]{1,18})-([0-9]{1,18})")
_RANGE_HOW = "Schrijf 5300000-5399999, of met vaste tekst eromheen: '2026-{0000000001-0000009999}'."


def _between(least: int, most: int, unit: str) -> Callable[[Decimal], Decimal]:
    """A validator for a measure, both ends included."""

    def check(value: Decimal) -> Decimal:
        if not least <= value <= most:
            refuse("PMG137", f"{str(value)[:20].replace('.', ',')} kan hier niet",
                   f"Typ een getal van {least} tot en met {most}, in {unit}.")  # fmt: skip
        return value

    return check


def _to_colour(value: str) -> str:
    if not _COLOUR.fullmatch(value):
        refuse("PMG138", f"'{value[:60]}' is geen kleur",
               "Typ een hekje met zes tekens, tussen aanhalingstekens: '#154273'.")  # fmt: skip
    return value


def _to_page_number(value: str) -> str:
    if set(_COUNTS.sub("", value)) & set("{}"):
        refuse("PMG139", f"het paginanummer '{value[:60]}' klopt niet",
               "Tussen accolades kan alleen {pagina} of {totaal} staan.")  # fmt: skip
    return value


def _to_range(value: object) -> NumberRange:
    if isinstance(value, NumberRange):
        return value
    text = to_words(value)
    whole = _RANGE.fullmatch(text)
    bounds = _BOUNDS.fullmatch(whole["bounds"] if whole else text)
    if bounds is None:
        refuse("PMG229", f"'{text[:60]}' is geen reeks van nummers", _RANGE_HOW)
    first, last = bounds[1], bounds[2]
    digits = len(first) if len(first) == len(last) else 0
    if int(first) > int(last):
        refuse("PMG229", f"de reeks begint met {first} en eindigt met {last}",
               "Schrijf het laagste nummer eerst.")  # fmt: skip
    if not digits and (first.startswith("0") or last.startswith("0")):
        refuse("PMG229", f"{first} en {last} hebben niet evenveel cijfers", _RANGE_HOW)
    around = (whole["before"], whole["after"]) if whole else ("", "")
    return NumberRange(int(first), int(last), *around, digits)


Size = Annotated[Decimals, AfterValidator(_between(1, 144, "punten"))]
White = Annotated[Decimals, AfterValidator(_between(0, 288, "punten"))]
Indent = Annotated[Decimals, AfterValidator(_between(0, 100, "millimeter"))]
Side = Annotated[Decimals, AfterValidator(_between(50, 1200, "millimeter"))]
Breadth = Annotated[Decimals, AfterValidator(_between(5, 1200, "millimeter"))]
Margin = Annotated[Decimals, AfterValidator(_between(0, 1200, "millimeter"))]
Colour = Annotated[Words, AfterValidator(_to_colour)]
PageNumber = Annotated[Words, AfterValidator(_to_page_number)]
Range = Annotated[
    NumberRange, BeforeValidator(_to_range), WithJsonSchema({"type": ["string", "integer"]})
]


class Role(Shape):
    """How one role of text looks: sizes in points, and the id of its style in the Word shell."""

    word: Words = Field(description="De stijl in het Word-sjabloon", examples=["Heading1"])
    size: Size = Field(Decimal(9), alias="grootte", description="Lettergrootte in punten")
    leading: Size = Field(Decimal(12), alias="regel", description="Regelafstand in punten")
    bold: JaNee = Field(False, alias="vet", description="Of het vet is")
    italic: JaNee = Field(False, alias="cursief", description="Of het cursief is")
    colour: Words = Field("inkt", alias="kleur", description="Naam van een kleur uit kleuren")
    before: White = Field(Decimal(0), alias="voor", description="Wit ervoor, in punten")
    after: White = Field(Decimal(0), alias="na", description="Wit erna, in punten")
    indent: Indent = Field(Decimal(0), alias="inspringen", description="Inspringen, in millimeter")


class Page(Shape):
    """The page, in millimetres; the colofon column lies right of the text."""

    width: Side = Field(
        alias="breedte", description="Breedte van het papier in millimeter", examples=["210"]
    )
    height: Side = Field(
        alias="hoogte", description="Hoogte van het papier in millimeter", examples=["297"]
    )
    left: Margin = Field(alias="links", description="Linkermarge van de tekst in millimeter")
    right: Margin = Field(alias="rechts", description="Rechtermarge van de tekst in millimeter")
    top: Margin = Field(
        alias="boven", description="Bovenmarge van elke vervolgpagina in millimeter"
    )
    top_first: Margin = Field(
        alias="boven_eerste", description="Bovenmarge van de eerste pagina in millimeter"
    )
    bottom: Margin = Field(alias="onder", description="Ondermarge in millimeter")
    header: Margin = Field(alias="kop", description="Van bovenrand tot kopregel, in millimeter")
    footer: Margin = Field(alias="voet", description="Van onderrand tot voetregel, in millimeter")
    column_left: Margin = Field(
        alias="kolom_links", description="Linkerrand van het colofon, in millimeter"
    )
    column_width: Margin = Field(
        alias="kolom_breedte", description="Breedte van het colofon, in millimeter"
    )
    column_top: Margin = Field(
        alias="kolom_boven",
        description="Bovenrand van het colofon op de eerste pagina, in millimeter",
    )


class Mark(Shape):
    """Where the mark of the ministry stands on the first page, in millimetres from its corner.

    Without a picture the name of the ministry stands there as text. The logo of the Rijk is
    reserved (regulation of 16 June 2008, Stcrt. 2008, 115); only who may use it puts it here.
    """

    left: Margin = Field(alias="links", description="Linkerrand van het beeldmerk, in millimeter")
    top: Margin = Field(alias="boven", description="Bovenrand van het beeldmerk, in millimeter")
    width: Breadth = Field(alias="breedte", description="Breedte van het beeldmerk, in millimeter")
    file: Words = Field(
        "",
        alias="bestand",
        description="Het logo, een png-bestand in de map van de stijl; zonder: de naam als tekst",
        examples=["logo.png"],
    )
    alternative: Words = Field(
        "",
        alias="alternatief",
        description="Wat een schermlezer zegt waar het logo staat",
        examples=["Ministerie van Voorbeelden"],
    )


class Typeface(Shape):
    """The typeface: its name in Word, the names a browser may use, the files that a PDF embeds."""

    word: Words = Field(description="Naam van het lettertype in Word", examples=["Verdana"])
    css: tuple[Words, ...] = Field(
        description="Namen die een browser mag gebruiken, de beste eerst"
    )
    files: Mapping[Words, Words] = Field(
        alias="bestanden",
        description="normaal, vet, cursief, vet_cursief: het bestand dat een pdf opneemt",
    )


class KenmerkSource(StrEnum):
    """Where the numbers of a ministry come from: a system of its own, or a range handed out."""

    EXTERN = "extern"
    REEKS = "reeks"


class KenmerkRule(Shape):
    """What a kenmerk of this ministry looks like, and where it comes from."""

    pattern: Pattern = Field(
        alias="patroon",
        description="Reguliere expressie waar het hele kenmerk aan voldoet",
        examples=["'[0-9]{7}'"],
    )
    example: Words = Field(
        alias="voorbeeld", description="Een voorbeeld van zo’n kenmerk", examples=["'5300203'"]
    )
    source: KenmerkSource = Field(
        KenmerkSource.EXTERN,
        alias="bron",
        description="extern: een ander systeem geeft de nummers; reeks: pmg geeft ze uit",
    )
    numbers: Range | None = Field(
        None,
        alias="reeks",
        description="Het eerste en laatste nummer dat pmg mag uitgeven",
        examples=["5300000-5399999", "'2026-{0000000001-0000009999}'"],
    )


class Style(Shape):
    """A house style after its `breidt_uit` chain has been folded in, key by key.

    `chain` names the style folders from this one to the one that extends nothing: the order in
    which a file is looked up.
    """

    name: Words = Field(
        alias="naam", description="Naam van de stijl: die van de map", examples=["jenv"]
    )
    extends: Words = Field(
        "",
        alias="breidt_uit",
        description="De stijl waarop deze voortbouwt; schrijf alleen op wat anders is",
        examples=["rijk"],
    )
    description: Words = Field("", alias="omschrijving", description="Van wie de stijl is")
    sender: Sender = Field(
        default_factory=Sender,
        alias="afzender",
        description="De afzender, voor zover een feit afzender die niet geeft",
    )
    kenmerk: KenmerkRule | None = Field(
        None, description="Hoe een kenmerk van dit ministerie eruitziet"
    )
    labels: Mapping[Words, Words] = Field(
        {}, description="Per veld het gedrukte label, als dat anders is dan bij de soort"
    )
    page_number: PageNumber = Field(
        "Pagina {pagina} van {totaal}",
        alias="paginanummer",
        description="Hoe het paginanummer staat, met {pagina} en {totaal}",
    )
    page: Annotated[Page, Field(alias="pagina", description="Het papier en zijn marges")]
    mark: Annotated[
        Mark, Field(alias="beeldmerk", description="Het logo of de naam van het ministerie")
    ]
    typeface: Annotated[Typeface, Field(alias="lettertype", description="Het lettertype")]
    colours: Mapping[Words, Colour] = Field(
        alias="kleuren",
        description="Namen van kleuren met hun waarde",
        examples=["{accent: '#154273'}"],
    )
    roles: Mapping[Words, Role] = Field(
        alias="rollen", description="Hoe elke rol van tekst eruitziet"
    )
    chain: tuple[str, ...] = Field((), exclude=True, json_schema_extra={"readOnly": True})

    @property
    def beside_mark(self) -> Decimal:
        """The width left of the mark, from the left margin of the text, in millimetres."""
        room = min(self.mark.left - 4, self.page.width - self.page.right) - self.page.left
        return max(room, Decimal(20))

    def colour(self, name: str) -> str:
        """The hex value (`#154273`) of a colour by its name in this style."""
        return self.colours[name]
