"""The shapes of earlier documents: references, Kamerstukken and official gazettes.

Session year, file and number have the form of Aanwijzing 3.43 voor de regelgeving.
"""

import re
from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator, Field, WithJsonSchema

from pmg_docs.dutch.citations import is_session
from pmg_docs.facts.fact_shape import FactShape
from pmg_docs.inputs.moments import DateField
from pmg_docs.inputs.shape import Shape, Words, refuse, to_whole, to_words

_FILE = re.compile(r"[1-9][0-9]{2,5}(?:[ -][A-Z0-9]{1,6}| \(R[0-9]+\))?")
_SPACED_FILE = re.compile(r"([0-9]{2}) ([0-9]{3})( .+)?")
_NUMBER = re.compile(r"[1-9][0-9]*|[A-Z]{1,3}")


def _to_session(value: object) -> str:
    text = to_words(value)
    if not is_session(text):
        refuse("PMG216", f"'{text[:40]}' is geen vergaderjaar",
               "Typ twee jaren die op elkaar volgen, als 2022/23.")  # fmt: skip
    return text


def _to_file(value: object) -> str:
    text = to_words(value)
    spaced = _SPACED_FILE.fullmatch(text)
    if spaced:
        typed = f"{spaced[1]}{spaced[2]}{spaced[3] or ''}"
        refuse("PMG216", f"'{text[:40]}' heeft een spatie in het nummer", f"Typ {typed}.")
    if not _FILE.fullmatch(text):
        refuse("PMG216", f"'{text[:40]}' is geen nummer van een Kamerdossier",
               "Typ het als 28741, of met een toevoeging als 31700 VI.")  # fmt: skip
    return text


def _to_number(value: object) -> str:
    text = to_words(value)
    if not _NUMBER.fullmatch(text):
        refuse("PMG216", f"'{text[:40]}' is geen nummer van een Kamerstuk",
               "Typ alleen het nummer, als 106, of de letters, als D.")  # fmt: skip
    return text


def _to_year(value: object) -> int:
    year = to_whole(value)
    if not 1800 <= year <= 2100:
        refuse(
            "PMG218",
            f"{year} is geen jaar van een Staatscourant of Staatsblad",
            "Typ een jaar van 1800 tot en met 2100.",
        )
    return year


def _to_notice(value: object) -> str:
    text = to_words(value)
    if not re.fullmatch(r"[1-9][0-9]*", text):
        refuse("PMG218", f"'{text[:40]}' is geen nummer van een publicatie",
               "Typ alleen de cijfers, als 12052.")  # fmt: skip
    return text


_SCHEMA = WithJsonSchema({"type": ["string", "integer"]})
_Session = Annotated[str, BeforeValidator(_to_session), _SCHEMA]
_File = Annotated[str, BeforeValidator(_to_file), _SCHEMA]
_Number = Annotated[str, BeforeValidator(_to_number), _SCHEMA]
_Notice = Annotated[str, BeforeValidator(_to_notice), _SCHEMA]
_Year = Annotated[int, BeforeValidator(_to_year), WithJsonSchema({"type": "integer"})]


class Chamber(StrEnum):
    """The Tweede and the Eerste Kamer, as citations have them."""

    TWEEDE = "II"
    EERSTE = "I"


class PaperPart(Shape):
    """What a Kamerstuk is cited by."""

    kamer: Chamber = Field(description="II voor de Tweede Kamer, I voor de Eerste Kamer")
    vergaderjaar: _Session = Field(description="Vergaderjaar", examples=["2022/23"])
    dossier: _File = Field(description="Nummer van het dossier, zonder spatie", examples=["28741"])
    nummer: _Number = Field(description="Nummer of letter van het stuk", examples=["106", "D"])
    datum: DateField | None = Field(None, description="Dag van het stuk", examples=["2023-07-07"])
    titel: Words = Field("", description="Titel van het stuk")


class PaperShape(FactShape):
    """`{kamerstuk: {kamer: II, vergaderjaar: 2022/23, dossier: 28741, nummer: 106}}`."""

    kamerstuk: PaperPart = Field(description="Een Kamerstuk (Aanwijzing voor de regelgeving 3.43)")


class NoticePart(Shape):
    """Year and number of a publication."""

    jaar: _Year = Field(description="Jaar van de publicatie", examples=["2024"])
    nummer: _Notice = Field(description="Nummer van de publicatie", examples=["12052"])


class GazetteShape(FactShape):
    """A publication in the Staatscourant: `{staatscourant: {jaar: 2024, nummer: 12052}}`."""

    staatscourant: NoticePart = Field(description="Een publicatie in de Staatscourant")


class LawGazetteShape(FactShape):
    """A publication in the Staatsblad: `{staatsblad: {jaar: 2024, nummer: 71}}`."""

    staatsblad: NoticePart = Field(description="Een publicatie in het Staatsblad")


class ReferencePart(Shape):
    """An earlier document."""

    titel: Words = Field(description="Titel van het stuk")
    datum: DateField | None = Field(None, description="Dag van het stuk", examples=["2023-07-07"])
    kenmerk: Words = Field("", description="Kenmerk van het stuk")
    vindplaats: Words = Field("", description="Waar het te vinden is")
    kamerstuk: PaperPart | None = Field(None, description="Het Kamerstuk dat het is")


class ReferenceShape(FactShape):
    """A reference: `{verwijzing: {titel: …, datum: 2023-07-07, kamerstuk: {…}}}`."""

    verwijzing: ReferencePart = Field(description="Een eerder stuk om naar te verwijzen")
