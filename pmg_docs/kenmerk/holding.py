"""A letter held against the register: whether the number that it bears is its own."""

from pmg_docs.kenmerk.entry import Entry, EntryStatus
from pmg_docs.kenmerk.register import Register
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.errors import Refused
from pmg_docs.model.place import Place


def hold(
    register: Register, kenmerk: str, dossier: str, letter: str, where: Place | None
) -> tuple[Diagnostic, ...]:
    """What is wrong with a letter that bears a number; one look at one file.

    A number that the register does not know is none of its business: a ministry may hand out its
    numbers elsewhere.

    Raises:
        Unreachable: the file of the number cannot be read.
    """
    try:
        entry = register.at(kenmerk)
    except Refused as problem:
        return problem.findings
    found = entry and unfit(entry, dossier, letter, where)
    return (found,) if found else ()


def unfit(entry: Entry, dossier: str, letter: str, where: Place | None) -> Diagnostic | None:
    """Why a number cannot be that of a letter, or None when it can."""
    told = f"Wat er bekend is, zegt: pmg kenmerk show '{entry.kenmerk}'"
    if entry.status is EntryStatus.INGETROKKEN:
        why = f" ({entry.reason})" if entry.reason else ""
        of = f"{dossier}/{letter}" if letter else "DOSSIER/BRIEF"
        return Diagnostic(
            "PMG224",
            f"Het kenmerk '{entry.kenmerk}' is ingetrokken{why} en wordt nooit meer gebruikt.",
            where,
            hints=(f"Reserveer een ander, met: pmg kenmerk reserve {of}", told),
        )
    if entry.letter and (entry.dossier, entry.letter) != (dossier, letter):
        return Diagnostic(
            "PMG223",
            f"Het kenmerk '{entry.kenmerk}' is al van {entry.letter_name}.",
            where,
            hints=("Elke brief heeft een eigen kenmerk.", told),
        )
    return None


def withdrawing(entry: Entry) -> str:
    """The command that withdraws a number, for a tip; quoted, since a number may have spaces."""
    return f"pmg kenmerk withdraw '{entry.kenmerk}' --reden '…'"


class NoNumber(Exception):
    """A letter has no number to refer to; `hint` says what to do about it."""

    def __init__(self, message: str, hint: str) -> None:
        self.hint = hint
        super().__init__(message)


def number_of(register: Register, dossier: str, letter: str) -> Entry:
    """The number of a letter, for who refers to it.

    Raises:
        NoNumber: it has none, its number was withdrawn, or it has more than one.
        Unreachable: the register cannot be read.
    """
    name, known = f"{dossier}/{letter}", register.of_letter(dossier, letter)
    live = [entry for entry in known if entry.is_live]
    if len(live) == 1:
        return live[0]
    if live:
        listed = " en ".join(f"'{entry.kenmerk}'" for entry in live)
        raise NoNumber(
            f"De brief {name} heeft in het register meer dan één kenmerk: {listed}.",
            f"Trek er een in, met: {withdrawing(live[-1])}",
        )
    how = f"Geef haar er een, met: pmg kenmerk reserve {name}"
    if known:
        raise NoNumber(f"Het kenmerk '{known[-1].kenmerk}' van {name} is ingetrokken.", how)
    if register.faults():
        how = "Het register heeft bestanden die niet kloppen; kijk met: pmg kenmerk check"
    raise NoNumber(f"De brief {name} heeft in het register geen kenmerk.", how)
