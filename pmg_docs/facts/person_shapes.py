"""The shapes of people and organisations, and of what people said."""

from pydantic import Field

from pmg_docs.facts.fact_shape import FactShape
from pmg_docs.inputs.sender import Sender
from pmg_docs.inputs.shape import EmailAddress, Shape, Words


class PersonPart(Shape):
    """Who holds which office."""

    naam: Words = Field(
        description="Voorletters en achternaam, zonder titels", examples=["D. Yeşilgöz-Zegerius"]
    )
    ambt: Words = Field(description="Het ambt", examples=["Minister van Justitie en Veiligheid"])


class PersonShape(FactShape):
    """A person in office: `{persoon: {naam: D. Yeşilgöz-Zegerius, ambt: Minister van …}}`."""

    persoon: PersonPart = Field(description="Een bewindspersoon of ambtenaar met een ambt")


class OrganisationShape(FactShape):
    """An organisation: `{organisatie: {directie: …}}`."""

    organisatie: Sender = Field(description="Een organisatie met adres")


class ContactPart(Shape):
    """Whom to call or mail."""

    naam: Words = Field(description="Wie te bellen of te mailen is")
    functie: Words = Field("", description="Functie", examples=["woordvoerder"])
    telefoon: Words = Field("", description="Telefoonnummer", examples=["070 123 45 67"])
    email: EmailAddress = Field("", description="E-mailadres", examples=["naam@voorbeeld.nl"])


class ContactShape(FactShape):
    """A contact: `{contact: {naam: A. Voorbeeld, functie: woordvoerder, telefoon: …}}`."""

    contact: ContactPart = Field(description="Wie te bellen of te mailen is")


class QuotePart(Shape):
    """Words, and who said them."""

    tekst: Words = Field(description="De woorden zelf, zonder aanhalingstekens")
    spreker: Words = Field(description="Wie het zei", examples=["minister Voorbeeld"])


class QuoteShape(FactShape):
    """A quotation: `{citaat: {tekst: …, spreker: minister Voorbeeld}}`."""

    citaat: QuotePart = Field(description="Woorden en wie ze zei")
