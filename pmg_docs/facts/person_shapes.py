"""The shapes of people and organisations, and of what people said."""

from pmg_docs.facts.fact_shape import FactShape
from pmg_docs.inputs.sender import Sender
from pmg_docs.inputs.shape import EmailAddress, Shape, Words


class PersonPart(Shape):
    """Who holds which office."""

    naam: Words
    ambt: Words


class PersonShape(FactShape):
    """A person in office: `{persoon: {naam: D. Yeşilgöz-Zegerius, ambt: Minister van …}}`."""

    persoon: PersonPart


class OrganisationShape(FactShape):
    """An organisation: `{organisatie: {directie: …}}`."""

    organisatie: Sender


class ContactPart(Shape):
    """Whom to call or mail."""

    naam: Words
    functie: Words = ""
    telefoon: Words = ""
    email: EmailAddress = ""


class ContactShape(FactShape):
    """A contact: `{contact: {naam: A. Voorbeeld, functie: woordvoerder, telefoon: …}}`."""

    contact: ContactPart


class QuotePart(Shape):
    """Words, and who said them."""

    tekst: Words
    spreker: Words


class QuoteShape(FactShape):
    """A quotation: `{citaat: {tekst: …, spreker: minister Voorbeeld}}`."""

    citaat: QuotePart
