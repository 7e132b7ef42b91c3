"""What the shapes of all kinds of fact have in common."""

from enum import StrEnum

from pydantic import Field

from pmg_docs.inputs.shape import JaNee, Shape, Words
from pmg_docs.model.fact import FactStatus


class FactShape(Shape):
    """What every fact may have beside its kind."""

    bron: Words = Field(
        "",
        description="Waar het feit uit komt: een naam die onder bronnen staat",
        examples=["stcrt-2024-12052"],
    )
    toelichting: Words = Field(
        "", description="Wat een lezer van de feiten moet weten; komt in geen document"
    )
    status: FactStatus = Field(FactStatus.VOORLOPIG, description="voorlopig of vastgesteld")
    openbaar: JaNee = Field(True, description="nee als dit feit niet naar buiten mag")


class Order(StrEnum):
    """How a list of names is ordered."""

    ALFABETISCH = "alfabetisch"
    ZOALS_GEGEVEN = "zoals_gegeven"
