"""One change of the register by one officer: a number claimed, given or withdrawn."""

import itertools
import random
from collections.abc import Iterator
from dataclasses import dataclass, replace

from pmg_docs.app.kenmerk.bearing import Bearings
from pmg_docs.kenmerk.entry import Entry, EntryStatus
from pmg_docs.kenmerk.holding import unfit, withdrawing
from pmg_docs.kenmerk.naming import file_name, identity, malformed
from pmg_docs.kenmerk.pattern import check_pattern
from pmg_docs.kenmerk.register import Register
from pmg_docs.model.diagnostic import Diagnostic, Severity
from pmg_docs.model.errors import Refused
from pmg_docs.model.number_range import NumberRange
from pmg_docs.specs.style import KenmerkRule
from pmg_docs.workspace.claiming import claim, put
from pmg_docs.workspace.clock import today
from pmg_docs.workspace.folder import Workspace
from pmg_docs.workspace.officer import officer

_MOST_LEAPS = 6
"""Leaps grow to 64 numbers: as many colleagues at one moment as a ministry may have."""


@dataclass(slots=True)
class Numbering:
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
        numbers = _numbers_of(rule, f"{dossier}/{letter}" if letter else "")
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
                        hints=(f"Een ander kan pas als dat is ingetrokken: {withdrawing(entry)}",),
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


def _numbers_of(rule: KenmerkRule | None, letter: str) -> NumberRange:
    """The range of a style; most ministries get their numbers from another system."""
    if rule is None or rule.numbers is None:
        whose = letter or "--stijl STIJL"
        given = f" (zoals {rule.example})" if rule is not None else ""
        command = f"pmg kenmerk reserve {whose} --kenmerk NUMMER"
        hints = [f"Leg het nummer vast dat u daar kreeg{given}: {command}"]
        if letter:
            hints.append(f"Is het nummer al zeker: pmg kenmerk assign {letter} NUMMER")
        raise Refused(
            Diagnostic(
                "PMG177",
                "Deze huisstijl geeft zelf geen nummers uit; dat doet een ander systeem van uw "
                "ministerie.",
                hints=tuple(hints),
            )
        )
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
