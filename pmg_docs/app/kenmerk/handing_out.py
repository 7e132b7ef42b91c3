"""Numbers for letters: reserve one, give it to a letter, withdraw it."""

import functools
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Concatenate, ParamSpec, TypeVar

from pmg_docs.app.gathering import lines_told
from pmg_docs.app.kenmerk.bearing import Bearing
from pmg_docs.app.kenmerk.gone_out import went_out
from pmg_docs.app.kenmerk.numbering import Numbering
from pmg_docs.kenmerk.entry import Entry, EntryStatus
from pmg_docs.kenmerk.holding import unfit
from pmg_docs.kenmerk.naming import identity
from pmg_docs.kenmerk.register import Register
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.errors import NotFound, Refused
from pmg_docs.model.place import Place
from pmg_docs.specs.loading import load_style
from pmg_docs.specs.style import KenmerkRule
from pmg_docs.workspace.claiming import alone
from pmg_docs.workspace.folder import Workspace

P = ParamSpec("P")
R = TypeVar("R")
Wait = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Recorded:
    """What the register says now.

    `remarks` are findings that stopped nothing. `to_type` is the letter that does not bear the
    number yet, so that somebody must type it there.
    """

    entry: Entry
    remarks: tuple[Diagnostic, ...] = ()
    to_type: Bearing | None = None


def _showing_lines(
    use_case: Callable[Concatenate[Workspace, P], R],
) -> Callable[Concatenate[Workspace, P], R]:
    """Let what a use case refuses show the lines that it is about."""

    @functools.wraps(use_case)
    def told(workspace: Workspace, /, *given: P.args, **named: P.kwargs) -> R:
        with lines_told(workspace):
            return use_case(workspace, *given, **named)

    return told


@_showing_lines
def reserve(
    workspace: Workspace,
    asked: str = "",
    *,
    kenmerk: str = "",
    style: str = "",
    by: str = "",
    on_wait: Wait = lambda: None,
) -> Recorded:
    """Reserve a number, so that nobody else gets it.

    Args:
        workspace: where the register lies.
        asked: the letter that it is for, `groen/nota`, or empty for none yet.
        kenmerk: a number that another system gave, or empty for the next of the range.
        style: the house style whose numbers these are, where no letter says so.
        by: who does it; by default the name that git knows, else the user.
        on_wait: called once when another holds the register.

    Raises:
        NotFound: there is no such letter.
        Refused: the number is taken, withdrawn, or of another form; the letter has a number
            already; there is no range, or it is used up.
        Unreachable: the register cannot be read or written.
    """
    numbering = Numbering(workspace, by)
    if not asked:
        rule = _rule_of_style(workspace, style)
        return Recorded(numbering.reserve(rule, kenmerk))
    dossier, path = numbering.bearings.find(asked)
    rule = numbering.bearings.rule_of(dossier, path)
    bearing = numbering.bearings.of(dossier, path)
    with alone(numbering.register.folder, on_wait):
        numbering.refuse_second(dossier, path.stem)
        entry = numbering.reserve(rule, kenmerk, dossier, path.stem)
    return Recorded(entry, to_type=_to_type(bearing, entry))


@_showing_lines
def assign(
    workspace: Workspace,
    asked: str,
    kenmerk: str = "",
    *,
    by: str = "",
    on_wait: Wait = lambda: None,
) -> Recorded:
    """Give a letter its number for good.

    Args:
        workspace: where the register lies.
        asked: the letter, `groen/nota`.
        kenmerk: the number; empty for the one that was reserved for the letter, or that it bears.
        by: who does it.
        on_wait: called once when another holds the register.

    Raises:
        NotFound: there is no such letter, or no number to give it.
        Refused: the number is of another letter, withdrawn, or of another form.
        Unreachable: the register cannot be read or written.
    """
    numbering = Numbering(workspace, by)
    dossier, path = numbering.bearings.find(asked)
    bearing = numbering.bearings.of(dossier, path)
    rule = numbering.bearings.rule_of(dossier, path)
    with alone(numbering.register.folder, on_wait):
        number = kenmerk.strip() or numbering.reserved_for(dossier, path.stem) or bearing.kenmerk
        if not number:
            raise NotFound(
                Diagnostic("PMG178", f"Er is geen kenmerk om aan {bearing.name} toe te kennen.",
                           hints=(f"Reserveer er een: pmg kenmerk reserve {bearing.name}",
                                  f"Of noem het: pmg kenmerk assign {bearing.name} KENMERK"))
            )  # fmt: skip
        numbering.refuse_second(dossier, path.stem, number)
        entry, remarks = numbering.assign(rule, number, dossier, path.stem)
    return Recorded(entry, remarks, _to_type(bearing, entry))


@_showing_lines
def withdraw(
    workspace: Workspace,
    kenmerk: str,
    reason: str,
    *,
    by: str = "",
    also_fixed: bool = False,
    on_wait: Wait = lambda: None,
) -> Recorded:
    """Withdraw a number: nobody ever gets it again.

    Args:
        workspace: where the register lies.
        kenmerk: the number.
        reason: why.
        by: who does it.
        also_fixed: whether it is meant for a number under which a letter was fixed or sent.
        on_wait: called once when another holds the register.

    Raises:
        NotFound: the register does not know it.
        Refused: it was withdrawn before, there is no reason, or a letter was fixed or sent under
            it and that was not meant.
        Unreachable: the register cannot be read or written.
    """
    numbering = Numbering(workspace, by)
    if not reason.strip():
        raise Refused(
            Diagnostic("PMG180", "Bij intrekken hoort een reden.",
                       hints=("Zet erbij: --reden 'de brief gaat niet uit'.",))
        )  # fmt: skip
    with alone(numbering.register.folder, on_wait):
        entry = find(numbering.register, kenmerk)
        if not entry.is_live:
            raise Refused(filter(None, [unfit(entry, "", "", None)]))
        if not also_fixed and (out := went_out(workspace, numbering.bearings, entry)):
            raise Refused(out)
        changed = replace(entry, status=EntryStatus.INGETROKKEN, reason=reason.strip())
        entry, remarks = numbering.record(changed, entry)
    return Recorded(entry, remarks)


def find(register: Register, kenmerk: str) -> Entry:
    """What the register knows of a number.

    Raises:
        NotFound: nothing.
        Refused, Unreachable: its file holds errors, or cannot be read.
    """
    entry = register.at(kenmerk.strip())
    if entry is None:
        raise NotFound(
            Diagnostic("PMG178", f"Het register kent geen kenmerk '{kenmerk[:60]}'.",
                       hints=("Welke er zijn, zegt: pmg kenmerk list",))
        )  # fmt: skip
    return entry


def _rule_of_style(workspace: Workspace, name: str) -> KenmerkRule | None:
    if not name:
        raise NotFound(
            Diagnostic("PMG177", "Er staat niet bij voor welke brief of welke stijl het nummer is.",
                       hints=("Noem de brief, als DOSSIER/BRIEF, of de stijl, met --stijl.",))
        )  # fmt: skip
    return load_style(workspace, name, Place(name, 0))[0].kenmerk


def _to_type(bearing: Bearing, entry: Entry) -> Bearing | None:
    return None if identity(bearing.kenmerk) == identity(entry.kenmerk) else bearing
