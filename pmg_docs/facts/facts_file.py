"""The shape of a whole `feiten.yaml`."""

from collections.abc import Mapping
from typing import Any

from pydantic import Field

from pmg_docs.inputs.moments import DateField
from pmg_docs.inputs.shape import LenientShape, Lines, Shape, Words
from pmg_docs.model.diagnostic import Severity


class SourceShape(LenientShape):
    """A publication or document that facts are taken from."""

    titel: Words = Field(description="Titel van de publicatie of het stuk")
    datum: DateField | None = Field(
        None, description="Dag van de publicatie", examples=["2024-04-03"]
    )
    vindplaats: Words = Field(
        "", description="Waar het te vinden is: nummer of adres", examples=["Stcrt. 2024, 12052"]
    )


class RuleShape(LenientShape):
    """Something that must hold between facts."""

    code: Words = Field(description="Korte code, waarmee de melding begint", examples=["R1"])
    regel: Words = Field(
        description="Wat moet kloppen: twee kanten met ==, <= of een ander teken ertussen",
        examples=["budget == aantal(gemeenten) * bijdrage"],
    )
    uitleg: Words = Field(description="In gewone woorden wat er moet kloppen")
    ernst: Severity = Field(
        Severity.FOUT, description="fout houdt het maken van documenten tegen, waarschuwing niet"
    )


class SeverityShape(Shape):
    """Another severity for a code in this dossier, and why."""

    ernst: Severity = Field(description="fout of waarschuwing")
    reden: Words = Field(description="Waarom dit in dit dossier anders weegt")


class FactsFile(LenientShape):
    """The top level of a `feiten.yaml`."""

    stijl: Words = Field("", description="De huisstijl van de brieven", examples=["jenv"])
    programma: Words = Field(
        "",
        description="Naam van het programma; in een brief {{ programma }}",
        examples=["Preventie met Gezag"],
    )
    gebruikt: Lines = Field(
        (),
        description="Bestanden met feiten die dossiers delen, vanaf deze map",
        examples=["../_gedeeld/jenv.yaml"],
    )
    bronnen: Mapping[Words, SourceShape] = Field(
        {}, description="Publicaties en stukken waar feiten uit komen, elk met een eigen naam"
    )
    feiten: Mapping[str, Any] = Field({}, description="De feiten: naam, dubbele punt, waarde")
    regels: tuple[RuleShape, ...] = Field((), description="Wat tussen de feiten moet kloppen")
    ernst: Mapping[Words, SeverityShape] = Field(
        {},
        description="Andere ernst voor een eigen regel, de vorm van het kenmerk of getypte cijfers",
    )
