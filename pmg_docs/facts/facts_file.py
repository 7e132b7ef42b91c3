"""The shape of a whole `feiten.yaml`."""

from collections.abc import Mapping
from typing import Any

from pmg_docs.inputs.moments import DateField
from pmg_docs.inputs.shape import LenientShape, Lines, Shape, Words
from pmg_docs.model.diagnostic import Severity


class SourceShape(LenientShape):
    """A publication or document that facts are taken from."""

    titel: Words
    datum: DateField | None = None
    vindplaats: Words = ""


class RuleShape(LenientShape):
    """Something that must hold between facts."""

    code: Words
    regel: Words
    uitleg: Words
    ernst: Severity = Severity.FOUT


class SeverityShape(Shape):
    """Another severity for a code in this dossier, and why."""

    ernst: Severity
    reden: Words


class FactsFile(LenientShape):
    """The top level of a `feiten.yaml`."""

    stijl: Words = ""
    programma: Words = ""
    gebruikt: Lines = ()
    bronnen: Mapping[Words, SourceShape] = {}
    feiten: Mapping[str, Any] = {}
    regels: tuple[RuleShape, ...] = ()
    ernst: Mapping[Words, SeverityShape] = {}
