"""Read a letter: what it says of itself in the front matter, and its text."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from pydantic import Field

from pmg_docs.inputs.located import Located, parse
from pmg_docs.inputs.remarks import lost_words
from pmg_docs.inputs.shape import LenientShape, Lines, Words
from pmg_docs.inputs.text import decode
from pmg_docs.inputs.torn import refuse_torn
from pmg_docs.inputs.validation import validate
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.errors import Refused
from pmg_docs.model.place import Place
from pmg_docs.workspace.folder import InputFile, Workspace

_NO_TEXT = frozenset({"soort", "stijl", "status"})
"""Keys with one of a few words: nothing is lost when a comment stands behind it."""

_FENCE = re.compile(r"---[ \t]*")


class LetterStatus(StrEnum):
    """How far a letter is."""

    CONCEPT = "concept"
    AFGESTEMD = "afgestemd"
    DEFINITIEF = "definitief"
    VERZONDEN = "verzonden"


class FrontMatter(LenientShape):
    """The keys that a letter may begin with. A value is given, or `=naam` names a fact."""

    soort: Words = Field(
        "", description="De soort brief; zonder: de naam van het bestand", examples=["nota"]
    )
    stijl: Words = Field(
        "", description="De huisstijl; zonder: die van het dossier", examples=["jenv"]
    )
    status: LetterStatus = Field(LetterStatus.CONCEPT, description="Hoe ver de brief is")
    kenmerk: Words = Field(
        "",
        description="Ons kenmerk: het nummer, =naam van een feit, of =kenmerk:nota",
        examples=["'5300203'", "=kenmerk:nota"],
    )
    uw_kenmerk: Words = Field("", description="Kenmerk van de ander, of =kenmerk:groen/nota")
    datum: Words = Field("", description="Dag van de brief", examples=["2024-04-04"])
    onderwerp: Words = Field(
        "", description="Onderwerp, of =naam van een feit", examples=["=programma"]
    )
    projectnaam: Words = Field("", description="Naam van het project")
    dossiernummer: Words = Field("", description="Nummer van het dossier in het archief")
    aan: Lines = Field(
        (),
        description="Aan wie: regels, een feit, of Tweede Kamer",
        examples=["[=minister_jenv]", "Tweede Kamer"],
    )
    kopie_aan: Lines = Field((), description="Wie een kopie krijgt")
    ondertekenaars: Lines = Field(
        (),
        description="Wie tekent: een tot vier feiten met een persoon",
        examples=["[=minister_jenv]"],
    )
    mede_namens: Lines = Field((), description="Namens wie ook, zonder te tekenen")
    bijlagen: Lines = Field((), description="Titels van de bijlagen")
    embargo: Words = Field(
        "",
        description="Tot wanneer een persbericht niet naar buiten mag",
        examples=["2024-04-04 12:30"],
    )
    contact: Lines = Field((), description="Wie te bellen is: regels, of =naam van een feit")
    voor: Words = Field("", description="Waarvoor de nota is", examples=["besluit"])
    parafen: Lines = Field((), description="Wie paraferen")


@dataclass(frozen=True, slots=True)
class HeadLine:
    """One line of a front matter value as typed, and where it stands."""

    text: str
    where: Place

    @property
    def fact_path(self) -> str:
        """The fact that `=naam` names, or empty for words that are given."""
        return self.text[1:].strip() if self.text.startswith("=") else ""


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter as read.

    `text` keeps the lines of the file: the front matter stands in it as empty lines, so a line
    number in the text is a line number in the file.
    """

    name: str
    file: InputFile
    front: FrontMatter
    head: Mapping[str, tuple[HeadLine, ...]]
    text: str
    start: Place

    @property
    def type_name(self) -> str:
        """The document type: `soort`, else the name of the file."""
        return self.front.soort or self.name

    def place_of(self, key: str) -> Place:
        """Where a front matter key has its value, else where the letter begins."""
        lines = self.head.get(key)
        return lines[0].where if lines else self.start


def read_letter(workspace: Workspace, path: Path) -> Letter:
    """Read a letter.

    Raises:
        Refused: the front matter is missing or holds errors.
        Unreachable: the file cannot be opened.
    """
    file = workspace.read(path)
    whole = decode(file)
    refuse_torn(file.name, whole)
    lines = whole.split("\n")
    end = _end_of_front_matter(lines, file.name)
    located = parse(file.name, "\n".join(lines[1:end]), first_line=2)
    if located.data is None:
        located = Located(file.name, {}, located.places, located.keys)
    front = _front_matter(located)
    given = located.data if isinstance(located.data, dict) else {}
    head = {
        key: tuple(_head_lines(getattr(front, key), located, key))
        for key in FrontMatter.model_fields
        if given.get(key) is not None
    }
    text = "\n" * (end + 1) + "\n".join(lines[end + 1 :])
    return Letter(path.stem, file, front, head, text, Place(file.name))


def _front_matter(located: Located) -> FrontMatter:
    lost = list(lost_words(located, lambda path: path[0] not in _NO_TEXT))
    try:
        front = validate(FrontMatter, located)
    except Refused as refused:
        raise Refused([*refused.findings, *lost]) from refused
    if lost:
        raise Refused(lost)
    return front


def _end_of_front_matter(lines: list[str], name: str) -> int:
    if not _FENCE.fullmatch(lines[0]):
        raise Refused(
            Diagnostic("PMG141", "Een brief begint met een regel met ---.", Place(name),
                       hints=("Daaronder komen gegevens als 'datum: 2024-04-04', dan weer ---.",))
        )  # fmt: skip
    for number, line in enumerate(lines[1:], start=1):
        if _FENCE.fullmatch(line):
            return number
    raise Refused(
        Diagnostic("PMG141", "De gegevens bovenaan de brief worden nergens met --- gesloten.",
                   Place(name), hints=("Zet een regel met --- onder het laatste gegeven.",))
    )  # fmt: skip


def _head_lines(value: object, located: Located, key: str) -> list[HeadLine]:
    if isinstance(value, tuple):
        return [HeadLine(text, located.place((key, n))) for n, text in enumerate(value)]
    return [HeadLine(str(value), located.place((key,)))]
