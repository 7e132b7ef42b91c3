"""A number in the register, and the small file that it stands in."""

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum

from pydantic import Field

from pmg_docs.inputs.located import Located, parse
from pmg_docs.inputs.moments import DateField
from pmg_docs.inputs.shape import LenientShape, Words
from pmg_docs.inputs.text import decode
from pmg_docs.inputs.validation import validate
from pmg_docs.kenmerk.naming import file_name, malformed
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.errors import Refused
from pmg_docs.model.place import Place
from pmg_docs.model.printable import printable
from pmg_docs.workspace.folder import InputFile

_HEAD = "# Eén kenmerk. Veranderen gaat met pmg kenmerk; haal dit bestand nooit weg.\n"
_BY_HAND = "Zet het bestand terug zoals het was (git), of vraag: pmg kenmerk --help"

_CONFLICT = ("<<<<<<< ", "=======", ">>>>>>> ")
"""How git marks a file in which two branches differ."""


class EntryStatus(StrEnum):
    """How far a number is."""

    GERESERVEERD = "gereserveerd"
    TOEGEKEND = "toegekend"
    INGETROKKEN = "ingetrokken"


@dataclass(frozen=True, slots=True)
class Entry:
    """A number of the register.

    `dossier` and `letter` are empty for a number that is held for no letter yet. `day` is the
    day of the last change and `by` who made it, `reason` why a number was withdrawn, and `fixed`
    the digest of what went out under it. `where` is where the file has the number.
    """

    kenmerk: str
    status: EntryStatus
    day: dt.date
    by: str
    dossier: str = ""
    letter: str = ""
    reason: str = ""
    fixed: str = ""
    where: Place = field(default=Place(""), compare=False)
    file: InputFile | None = field(default=None, compare=False, repr=False)

    @property
    def letter_name(self) -> str:
        """The letter as an officer names it, `groen/nota`; empty without one."""
        return f"{self.dossier}/{self.letter}" if self.letter else ""

    @property
    def is_live(self) -> bool:
        """Whether the number may still be used."""
        return self.status is not EntryStatus.INGETROKKEN

    def to_yaml(self) -> bytes:
        """The file of this number."""
        rows = {
            "kenmerk": _quoted(self.kenmerk), "status": self.status.value,
            "dossier": _quoted(self.dossier), "brief": _quoted(self.letter),
            "datum": self.day.isoformat(), "door": _quoted(self.by),
            "reden": _quoted(self.reason), "vastgesteld": _quoted(self.fixed),
        }  # fmt: skip
        lines = (f"{name}: {value}\n" for name, value in rows.items() if value)
        return (_HEAD + "".join(lines)).encode()


class _EntryShape(LenientShape):
    kenmerk: Words
    status: EntryStatus
    dossier: Words = ""
    brief: Words = ""
    datum: DateField
    door: Words
    reden: Words = ""
    vastgesteld: Words = Field("")


def read_entry(file: InputFile) -> Entry:
    """Read the file of a number.

    Raises:
        Refused: it is no such file, or says what cannot be; every finding has its place.
    """
    text = decode(file)
    if torn := _torn(file.name, text):
        raise Refused(torn)
    located = parse(file.name, text)
    shape = validate(_EntryShape, located)
    if faults := tuple(_faults(shape, located)):
        raise Refused(faults)
    return Entry(
        shape.kenmerk, shape.status, shape.datum.day, shape.door, shape.dossier, shape.brief,
        shape.reden, shape.vastgesteld, located.place(("kenmerk",)), file,
    )  # fmt: skip


def _torn(name: str, text: str) -> Diagnostic | None:
    """The finding for a number that two branches handed out, where git could not choose."""
    for number, line in enumerate(text.split("\n"), start=1):
        if line.startswith(_CONFLICT):
            return Diagnostic(
                "PMG226",
                "Twee branches gaven dit kenmerk uit; git vraagt welke van de twee het houdt.",
                Place(name, number),
                hints=("Houd de regels van één brief, en reserveer voor de andere een ander.",),
            )
    return None


def _faults(shape: _EntryShape, located: Located) -> list[Diagnostic]:
    expected, name = file_name(shape.kenmerk), located.file.rpartition("/")[2]
    nonsense = malformed(shape.kenmerk, located.place(("kenmerk",)))
    if nonsense is not None:
        return [nonsense]
    found = []
    if name != expected:
        found.append(
            Diagnostic(
                "PMG226",
                f"Dit bestand heet {name}, maar bij '{shape.kenmerk}' hoort {expected}.",
                located.place(("kenmerk",)),
                hints=(_BY_HAND,),
            )
        )
    if bool(shape.dossier) != bool(shape.brief):
        one, other = ("dossier", "brief") if shape.dossier else ("brief", "dossier")
        found.append(_lacking(f"Er staat een {one}, maar geen {other}.", located, one))
    elif shape.status is EntryStatus.TOEGEKEND and not shape.brief:
        found.append(
            _lacking("Het nummer is toegekend, maar niet aan een brief.", located, "status")
        )
    for key, value in (("dossier", shape.dossier), ("brief", shape.brief)):
        if set("/\\") & set(value) or value in {".", ".."}:
            found.append(_lacking(f"'{value}' is geen naam van een {key}.", located, key))
    if shape.vastgesteld and shape.status is EntryStatus.GERESERVEERD:
        found.append(
            _lacking("Onder een gereserveerd nummer kan niets zijn vastgesteld.", located,
                     "vastgesteld")
        )  # fmt: skip
    return found


def _lacking(message: str, located: Located, key: str) -> Diagnostic:
    return Diagnostic("PMG226", message, located.place((key,)), hints=(_BY_HAND,))


def _quoted(text: str) -> str:
    """A text on one line as YAML that can mean nothing else; nothing for none.

    What nobody sees stays out: a file with such signs in it would not be read again.
    """
    line = " ".join(printable(text, " ").split())
    return "'" + line.replace("'", "''") + "'" if line else ""
