"""Numbers for letters: reserve one, give it to a letter, withdraw it."""

import functools
import itertools
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Concatenate, ParamSpec, TypeVar

from pmg_docs.app.bearing import Bearing, Bearings
from pmg_docs.app.gathering import lines_told
from pmg_docs.kenmerk.entry import Entry, EntryStatus
from pmg_docs.kenmerk.holding import unfit
from pmg_docs.kenmerk.naming import file_name, identity, malformed
from pmg_docs.kenmerk.pattern import check_pattern
from pmg_docs.kenmerk.register import Register
from pmg_docs.model.diagnostic import Diagnostic, Severity
from pmg_docs.model.errors import NotFound, Refused
from pmg_docs.model.number_range import NumberRange
from pmg_docs.model.place import Place
from pmg_docs.specs.loading import load_style
from pmg_docs.specs.style import KenmerkRule
from pmg_docs.workspace.claiming import alone, claim, put
from pmg_docs.workspace.clock import today
from pmg_docs.workspace.folder import Workspace
from pmg_docs.workspace.officer import officer

P = ParamSpec("P")
R = TypeVar("R")
Wait = Callable[[], None]
_MOST_LEAPS = 6
"""Leaps grow to 64 numbers: as many colleagues at one moment as a ministry may have."""


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
    numbering = _Numbering(workspace, by)
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
    numbering = _Numbering(workspace, by)
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
    workspace: Workspace, kenmerk: str, reason: str, *, by: str = "", on_wait: Wait = lambda: None
) -> Recorded:
    """Withdraw a number: nobody ever gets it again.

    Raises:
        NotFound: the register does not know it.
        Refused: it was withdrawn before, or there is no reason.
        Unreachable: the register cannot be read or written.
    """
    numbering = _Numbering(workspace, by)
    if not reason.strip():
        raise Refused(
            Diagnostic("PMG180", "Bij intrekken hoort een reden.",
                       hints=("Zet erbij: --reden 'de brief gaat niet uit'.",))
        )  # fmt: skip
    with alone(numbering.register.folder, on_wait):
        entry = find(numbering.register, kenmerk)
        if not entry.is_live:
            raise Refused(filter(None, [unfit(entry, "", "", None)]))
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


@dataclass(slots=True)
class _Numbering:
    """One change of the register, by one officer."""

    workspace: Workspace
    given: str
    register: Register
    bearings: Bearings

    def __init__(self, workspace: Workspace, given: str) -> None:
        self.workspace, self.given = workspace, given
        self.register = Register(workspace)
        self.bearings = Bearings(workspace, self.register)

    def reserve(
        self, rule: KenmerkRule | None, kenmerk: str, dossier: str = "", letter: str = ""
    ) -> Entry:
        """Claim a number that was given, or the first of the range that is free."""
        by = officer(self.workspace.root, self.given)
        entry = Entry(kenmerk.strip(), EntryStatus.GERESERVEERD, today(), by, dossier, letter)
        if entry.kenmerk:
            _refuse_form(entry.kenmerk, rule)
            if not self._claimed(entry):
                raise Refused(self._taken(entry.kenmerk))
            return entry
        numbers = _numbers_of(rule)
        waiting = _free(numbers, self.register.names())
        passed: list[str] = []
        for missed in itertools.count():
            number = next(waiting, None) or (passed.pop() if passed else None)
            if number is None:
                break
            made = replace(entry, kenmerk=number)
            if self._claimed(made):
                return made
            # Others take the same numbers now; whoever misses leaps on, ever further.
            leap = random.randrange(2 ** min(missed, _MOST_LEAPS))  # noqa: S311 - no secret
            passed += itertools.islice(waiting, leap)
        raise Refused(
            Diagnostic("PMG177", f"De reeks tot en met {numbers.written(numbers.last)} is op.",
                       hints=("Zet een nieuwe reeks in stijl.yaml, onder kenmerk.",))
        )  # fmt: skip

    def assign(
        self, rule: KenmerkRule | None, number: str, dossier: str, letter: str
    ) -> tuple[Entry, tuple[Diagnostic, ...]]:
        """Make a number that of a letter; one that is not known yet is recorded."""
        known = self.register.at(number)
        by = officer(self.workspace.root, self.given)
        if known is None:
            _refuse_form(number, rule)
            made = Entry(number, EntryStatus.TOEGEKEND, today(), by, dossier, letter)
            if not self._claimed(made):
                raise Refused(self._taken(number))
            return made, ()
        wrong = unfit(known, dossier, letter, known.where)
        if wrong is not None:
            raise Refused(wrong)
        if known.status is EntryStatus.TOEGEKEND:
            return known, ()
        changed = replace(
            known, status=EntryStatus.TOEGEKEND, dossier=dossier, letter=letter
        )  # fmt: skip
        return self.record(changed, known)

    def record(self, changed: Entry, before: Entry) -> tuple[Entry, tuple[Diagnostic, ...]]:
        """Write a change of a number, with the day of today and who made it."""
        day = today()
        remarks = (_early(before),) if day < before.day else ()
        entry = replace(changed, day=day, by=officer(self.workspace.root, self.given))
        put(self.register.path_of(entry.kenmerk), entry.to_yaml())
        return entry, remarks

    def refuse_second(self, dossier: str, letter: str, number: str = "") -> None:
        """Keep a letter from getting a second number.

        Raises:
            Refused: it has another one.
        """
        for entry in self.register.of_letter(dossier, letter):
            if entry.is_live and identity(entry.kenmerk) != identity(number):
                raise Refused(
                    Diagnostic(
                        "PMG176",
                        f"De brief {dossier}/{letter} heeft al een kenmerk: '{entry.kenmerk}'.",
                        entry.where,
                        hints=("Een ander kan pas als dat is ingetrokken: pmg kenmerk withdraw.",),
                    )
                )

    def reserved_for(self, dossier: str, letter: str) -> str:
        """The number that a letter has in the register; empty without one."""
        live = (e for e in self.register.of_letter(dossier, letter) if e.is_live)
        return next((entry.kenmerk for entry in live), "")

    def _claimed(self, entry: Entry) -> bool:
        return claim(self.register.path_of(entry.kenmerk), entry.to_yaml())

    def _taken(self, number: str) -> Diagnostic:
        known = Register(self.workspace).at(number)
        where = known.where if known else None
        if known is not None and not known.is_live:
            wrong = unfit(known, "", "", where)
            if wrong is not None:
                return wrong
        whose = f" door {known.letter_name}" if known and known.letter else ""
        return Diagnostic(
            "PMG174",
            f"Het kenmerk '{number}' is al in gebruik{whose}.",
            where,
            hints=(f"Wat er bekend is, zegt: pmg kenmerk show '{number}'",),
        )


def _rule_of_style(workspace: Workspace, name: str) -> KenmerkRule | None:
    if not name:
        raise NotFound(
            Diagnostic("PMG177", "Er staat niet bij voor welke brief of welke stijl het nummer is.",
                       hints=("Noem de brief, als DOSSIER/BRIEF, of de stijl, met --stijl.",))
        )  # fmt: skip
    return load_style(workspace, name, Place(name, 0))[0].kenmerk


def _numbers_of(rule: KenmerkRule | None) -> NumberRange:
    if rule is None or rule.numbers is None:
        raise Refused(
            Diagnostic("PMG177", "Deze huisstijl geeft zelf geen nummers uit.",
                       hints=("Noem het nummer dat u kreeg, met --kenmerk.",
                              "Of zet in stijl.yaml onder kenmerk: bron: reeks, en reeks: …"))
        )  # fmt: skip
    return rule.numbers


def _refuse_form(kenmerk: str, rule: KenmerkRule | None) -> None:
    wrong = malformed(kenmerk)
    if wrong is None and rule is not None:
        wrong = check_pattern(kenmerk, rule.pattern, rule.example, None)
    if wrong is not None:
        raise Refused(wrong)


def _free(numbers: NumberRange, names: frozenset[str]) -> Iterator[str]:
    """Numbers of a range that may be free: behind those in use, then what was passed over.

    A number that a colleague takes in the meantime is passed over by who claims it.
    """

    def is_used(number: int) -> bool:
        return file_name(numbers.written(number)) in names

    # Those in use stand together, so ever longer leaps over them soon find the first free one.
    low, step = numbers.first, 2
    while step > 1:
        step = 1
        while low + step - 1 <= numbers.last and is_used(low + step - 1):
            low, step = low + step, step * 2
    ahead = range(low, numbers.last + 1)
    for number in itertools.chain(ahead, range(numbers.first, low)):
        if not is_used(number):
            yield numbers.written(number)


def _early(entry: Entry) -> Diagnostic:
    return Diagnostic(
        "PMG238",
        f"Volgens de klok is het vandaag {today()}, maar het register is van later: {entry.day}.",
        entry.where,
        Severity.WAARSCHUWING,
        hints=("Kijk of de klok van deze computer goed staat.",),
    )


def _to_type(bearing: Bearing, entry: Entry) -> Bearing | None:
    return None if identity(bearing.kenmerk) == identity(entry.kenmerk) else bearing
