"""Declared tables: the fixed titles, labels and widths of facts that print as one."""

from typing import TypeVar

from pydantic import Field

from pmg_docs.inputs.located import parse
from pmg_docs.inputs.shape import Shape, Whole, Words
from pmg_docs.inputs.text import decode
from pmg_docs.inputs.validation import validate
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.errors import Refused
from pmg_docs.specs.doc_type import AmountForm
from pmg_docs.workspace.folder import InputFile, Workspace


class TablePart(Shape):
    """`templates/_delen/<soort feit>.yaml`: what all declared tables have."""

    title: tuple[Words, ...] = Field((), alias="titel")
    widths: tuple[Whole, ...] = Field((), alias="breedtes", description="Procenten per kolom")


class PolicyTable(TablePart):
    """The table of a policy choice: a row for each part."""

    rows: dict[Words, Words] = Field(alias="rijen", description="naam: gedrukt label")


class FigureColumn(Shape):
    """The head of the column of figures, by what they count."""

    euro: Words
    aantal: Words


class FigureTable(TablePart):
    """What tables of figures have: a row for each figure, and one for all together."""

    figures: FigureColumn = Field(alias="cijfers")
    total: Words = Field(alias="totaal", description="Het label van de laatste rij")
    amount: AmountForm = Field(AmountForm.KAAL, alias="bedrag")


class SeriesTable(FigureTable):
    """The table of figures by year; `structural` labels a last year that returns every year."""

    year: Words = Field(alias="jaar")
    structural: Words = Field(alias="structureel", description="Met {jaar} waar het jaar staat")


class DistributionTable(FigureTable):
    """The table of figures by name."""

    municipality: Words = Field(alias="gemeente")
    other: Words = Field(alias="vrij", description="Het kopje boven andere namen")


class MunicipalitiesTable(TablePart):
    """The table of groups of municipalities."""

    group: Words = Field(alias="groep")
    names: Words = Field(alias="gemeenten")
    unnamed: Words = Field(alias="zonder_namen", description="Wat achter een aantal staat")


P = TypeVar("P", bound=TablePart)


def load_table_part(workspace: Workspace, kind: str, shape: type[P]) -> tuple[P, InputFile]:
    """Read the declared table for a kind of fact.

    Raises:
        Refused: there is none, or it holds errors.
    """
    path = f"templates/_delen/{kind}.yaml"
    file = workspace.find_file(path)
    if file is None:
        raise Refused(
            Diagnostic(
                "PMG134",
                f"Het bestand {path} ontbreekt.",
                hints=("Zet het terug uit de meegeleverde map templates/_delen.",),
            )
        )
    return validate(shape, parse(file.name, decode(file))), file
