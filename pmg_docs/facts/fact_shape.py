"""What the shapes of all kinds of fact have in common."""

from enum import StrEnum

from pydantic import Field

from pmg_docs.inputs.shape import JaNee, Shape, Words
from pmg_docs.model.fact import FactStatus


class FactShape(Shape):
    """What every fact may have beside its kind."""

    bron: Words = Field("", description="Naam uit `bronnen`")
    toelichting: Words = Field("", description="Wat een lezer van de feiten moet weten")
    status: FactStatus = FactStatus.VOORLOPIG
    openbaar: JaNee = True


class Order(StrEnum):
    """How a list of names is ordered."""

    ALFABETISCH = "alfabetisch"
    ZOALS_GEGEVEN = "zoals_gegeven"
