"""A declared table: the fixed title, row labels and widths of a fact that prints as one."""

from collections.abc import Mapping

from pydantic import Field

from pmg_docs.inputs.located import parse
from pmg_docs.inputs.shape import Shape, Whole, Words
from pmg_docs.inputs.text import decode
from pmg_docs.inputs.validation import validate
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.errors import Refused
from pmg_docs.workspace.folder import InputFile, Workspace


class TablePart(Shape):
    """`templates/_delen/<soort feit>.yaml`."""

    title: tuple[Words, ...] = Field((), alias="titel")
    widths: tuple[Whole, ...] = Field((), alias="breedtes", description="Procenten per kolom")
    rows: Mapping[Words, Words] = Field(alias="rijen", description="naam: gedrukt label")


def load_table_part(workspace: Workspace, kind: str) -> tuple[TablePart, InputFile]:
    """Read the declared table for a kind of fact.

    Raises:
        Refused: there is none, or it holds errors.
    """
    path = f"templates/_delen/{kind}.yaml"
    file = workspace.find_file(path)
    if file is None:
        raise Refused(Diagnostic("PMG134", f"Het bestand {path} ontbreekt."))
    return validate(TablePart, parse(file.name, decode(file))), file
