"""The parts of a sender, which a fact (`afzender`) and a house style both may give."""

from pydantic import Field

from pmg_docs.inputs.shape import Lines, Shape


class Sender(Shape):
    """The parts of an organisation as they are printed, each one line or more."""

    naam: Lines = Field((), description="Naam van de organisatie")
    ministerie: Lines = Field(
        (),
        description="Naam van het ministerie",
        examples=["Ministerie van Justitie en Veiligheid"],
    )
    directoraat_generaal: Lines = Field(
        (), description="Directoraat-generaal, in regels zoals het gedrukt wordt"
    )
    directie: Lines = Field((), description="Directie")
    bezoekadres: Lines = Field(
        (),
        description="Straat, en postcode met plaats",
        examples=["[Turfmarkt 147, 2511 DP Den Haag]"],
    )
    postadres: Lines = Field(
        (),
        description="Postbus, en postcode met plaats",
        examples=["[Postbus 20301, 2500 EH Den Haag]"],
    )
    website: Lines = Field((), description="Webadres", examples=["www.rijksoverheid.nl/jenv"])
