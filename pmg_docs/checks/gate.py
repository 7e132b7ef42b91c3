"""The gate: what must be so before a letter may go a step further, and whether it is.

Most of it is found by the rules, the audit and the proof; here it is only added up for one letter.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from pmg_docs.checks.audit import Coverage
from pmg_docs.checks.rules import cw31
from pmg_docs.checks.subject import Subject, SubjectLetter
from pmg_docs.dutch.dates import write_date
from pmg_docs.kenmerk.entry import Entry, EntryStatus
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.document import FactText, Signatures, plain_text, walk_line
from pmg_docs.model.fact import FactStatus
from pmg_docs.model.seal import CONCEPT, SENT
from pmg_docs.model.value import Date, Gap
from pmg_docs.specs.doc_type import Condition, DocType

_MOST_NAMED = 4
_LONGEST = 240
"""Characters: a longer list is shortened for who reads it on a screen."""
_PLACEHOLDER, _NOT_PUBLIC = "PMG288", "PMG299"
_CW31_CODES = frozenset({"PMG282", "PMG283", "PMG284"})
_PRESS_CODES = frozenset({"PMG273", "PMG274"})

TOLD: Mapping[Condition, str] = {
    Condition.GEEN_OPEN_PLEKKEN: "niets is nog open",
    Condition.NIETS_IN_TE_VULLEN: "niets hoeft nog te worden ingevuld",
    Condition.FEITEN_VASTGESTELD: "alle feiten zijn vastgesteld",
    Condition.REGELS_KLOPPEN: "er staan geen fouten",
    Condition.CIJFERS_UIT_FEITEN: "alle bedragen, aantallen en data komen uit feiten",
    Condition.KENMERK_TOEGEKEND: "het kenmerk is toegekend",
    Condition.DATUM_KLOPT: "de datum staat er, en is niet eerder dan die van de nota",
    Condition.ONDERTEKENAARS_GENOEMD: "alle ondertekenaars zijn genoemd",
    Condition.CW31_COMPLEET: "de tabel van CW 3.1 is compleet",
    Condition.ALLEEN_OPENBAAR: "in een openbaar stuk staat niets dat niet openbaar is",
    Condition.VASTGESTELD: "zij is vastgesteld, en er is sindsdien niets aan veranderd",
    Condition.KAMER_VOOR_PERS: "de Kamer is eerder geïnformeerd dan de pers",
}
"""What each condition says when it is met."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a condition is not met: some words, and all that they are about."""

    before: str
    items: tuple[str, ...] = ()

    def told(self, most: int | None = None) -> str:
        """The reason in one line, with all of its items or the first `most` of them."""
        shown = self.items if most is None else self.items[:most]
        rest = len(self.items) - len(shown)
        more = f" en nog {rest}" if rest else ""
        return f"{self.before}{', '.join(shown)}{more}"


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a condition is met, and why not: one line for an officer.

    One that does not concern the letter is met.
    """

    condition: Condition
    is_met: bool
    reason: Reason = Reason("")
    concerns: bool = True

    @property
    def told(self) -> str:
        """What it asks."""
        return TOLD[self.condition]

    @property
    def why(self) -> str:
        """Why it is not met, in full; empty when it is."""
        return self.reason.told()

    @property
    def why_in_short(self) -> str:
        """Why it is not met, in a line that fits a screen."""
        return self.why if len(self.why) <= _LONGEST else self.reason.told(_MOST_NAMED)


@dataclass(frozen=True, slots=True)
class Unread:
    """A letter of the dossier that could not be composed; `doc_type` None when not known."""

    name: str
    doc_type: DocType | None


@dataclass(frozen=True, slots=True)
class Case:
    """A letter before the gate, with all that is known of it.

    `findings` are those of its whole dossier; `entry` is what the register has of the number that
    it bears. `not_fixed` says of letters of the dossier why what stands there now is not what was
    fixed, empty for one that is.
    """

    letter: SubjectLetter
    subject: Subject
    findings: tuple[Diagnostic, ...]
    coverage: Coverage
    entry: Entry | None = None
    not_fixed: Mapping[str, str] = field(default_factory=dict)
    unread: tuple[Unread, ...] = ()

    @property
    def own(self) -> tuple[Diagnostic, ...]:
        """The findings of the letter and of what it shares with others, but not of another one."""
        others = {one.file for one in self.subject.letters} - {self.letter.file}
        return tuple(f for f in self.findings if not (f.where and f.where.file in others))


Outcome = Reason | str | None
"""Why a condition is not met; empty when it is, None when it is not asked."""


def judge(case: Case, conditions: Iterable[Condition]) -> tuple[Verdict, ...]:
    """Hold a letter against conditions, in order."""
    found = ((condition, _JUDGES[condition](case)) for condition in conditions)
    return tuple(
        Verdict(name, not why, why if isinstance(why, Reason) else Reason(why or ""),
                why is not None)
        for name, why in found
    )  # fmt: skip


def _gaps(case: Case) -> Outcome:
    shown = (i for i in case.letter.document.inlines() if isinstance(i, FactText) and i.is_open)
    return _listed("nog open: ", dict.fromkeys(o.path for i in shown for o in i.origins))


def _placeholders(case: Case) -> Outcome:
    shown = {case.subject.facts[name].where for name in _shown(case)}
    found = [
        f for f in case.findings
        if f.code == _PLACEHOLDER and f.where
        and (f.where.file == case.letter.file or f.where in shown)
    ]  # fmt: skip
    return _listed("nog in te vullen: ", (str(f.where) for f in found))


def _provisional(case: Case) -> Outcome:
    facts = (case.subject.facts[name] for name in _shown(case))
    return _listed(
        "nog voorlopig (zet er status: vastgesteld bij): ",
        (f.path for f in facts
         if f.status is not FactStatus.VASTGESTELD and not isinstance(f.value, Gap)),
    )  # fmt: skip


def _wrong(case: Case) -> Outcome:
    wrong = (f"{f.code} ({f.where})" if f.where else f.code for f in case.own if f.stops)
    return _listed("", dict.fromkeys(wrong))


def _typed(case: Case) -> Outcome:
    typed = case.coverage.typed
    verb = "is" if typed == 1 else "zijn"
    return f"{typed} van de {case.coverage.figures} {verb} getypt" if typed else ""


def _number(case: Case) -> Outcome:
    printed = case.letter.document.field("kenmerk")
    spec = case.letter.doc_type.fields.get("kenmerk")
    if printed is None:
        return "er staat geen kenmerk op" if spec is not None and spec.is_required else None
    if _has_gap(printed.lines):
        return "het kenmerk is nog open"
    return _registered(case, f"{case.subject.name}/{case.letter.name}")


def _registered(case: Case, name: str) -> Outcome:
    """What the register says of the number on a letter, with what its officer does about it."""
    entry, kenmerk = case.entry, case.letter.document.said_in("kenmerk")
    assign = f"pmg kenmerk assign {name}"
    if entry is None:
        return f"'{kenmerk}' staat niet in het register; zet het erin met: {assign}"
    if entry.letter_name != name:
        return f"'{kenmerk}' is van {entry.letter_name or 'geen brief'}"
    if entry.status is EntryStatus.INGETROKKEN:
        return f"'{kenmerk}' is ingetrokken; reserveer een ander met: pmg kenmerk reserve {name}"
    if entry.status is EntryStatus.GERESERVEERD:
        return f"'{kenmerk}' is gereserveerd; ken het toe met: {assign}"
    return ""


def _date(case: Case) -> Outcome:
    day = case.letter.day
    if day is None:
        return "er staat geen datum op" if "datum" in case.letter.doc_type.fields else None
    notas = (one.day for one in case.subject.letters if one.is_nota)
    later = [nota for nota in notas if nota is not None and nota > day]
    if case.letter.is_nota:
        return ""
    if later:
        return f"{write_date(Date(day))} is eerder dan de nota van {write_date(Date(min(later)))}"
    return _listed(
        "", (f"de nota {one.name} is niet te lezen" for one in case.unread if _may_be_nota(one))
    )


def _signatories(case: Case) -> Outcome:
    if not case.letter.doc_type.is_signed:
        return None
    signed = [s for b in case.letter.document.body if isinstance(b, Signatures)
              for s in b.signatures]  # fmt: skip
    if not signed:
        return "er ondertekent niemand"
    lacking = [s for s in signed if _has_gap((s.office, s.name)) or not plain_text(s.name).strip()]
    return f"{len(lacking)} van de {len(signed)} heeft nog geen naam" if lacking else ""


def _policy(case: Case) -> Outcome:
    if not cw31.has_table(case.letter):
        return None
    return _listed("", (f.message for f in case.own if f.code in _CW31_CODES))


def _secrets(case: Case) -> Outcome:
    if not case.letter.is_public:
        return None
    return _listed("", (f.message for f in case.own if f.code == _NOT_PUBLIC))


def _press(case: Case) -> Outcome:
    letter = case.letter
    if not letter.is_for_the_press:
        return None
    found = [f.message for f in case.own if f.code in _PRESS_CODES]
    if not letter.is_to_parliament:
        waiting = (
            one.name for one in case.subject.letters
            if one.is_to_parliament and not _is_sent(case, one)
        )  # fmt: skip
        found += [f"de brief {name} is nog niet verzonden" for name in waiting]
        found += [
            f"de brief {one.name} is niet te lezen" for one in case.unread if _may_be_signed(one)
        ]
    return _listed("", found)


def _is_sent(case: Case, letter: SubjectLetter) -> bool:
    """Whether a letter says that it was sent, and that can be so."""
    asks = Condition.VASTGESTELD in letter.doc_type.gates.verzonden
    return status_of(letter) == SENT and not (asks and _why_not_fixed(case, letter))


def _fixed(case: Case) -> Outcome:
    return _why_not_fixed(case, case.letter)


def _why_not_fixed(case: Case, letter: SubjectLetter) -> str:
    return case.not_fixed.get(letter.name, "dat is nog niet gedaan")


def status_of(letter: SubjectLetter) -> str:
    """The status that the head of a letter says."""
    lines = letter.head.get("status")
    return lines[0].text if lines else CONCEPT


def _may_be_nota(unread: Unread) -> bool:
    kind = unread.doc_type
    return kind is None or kind.word == "nota" or "parafen" in kind.fields


def _may_be_signed(unread: Unread) -> bool:
    return unread.doc_type is None or unread.doc_type.is_signed


def _has_gap(lines: Iterable[tuple[object, ...]]) -> bool:
    return any(
        isinstance(i, FactText) and i.is_open
        for line in lines
        for i in walk_line(line)  # type: ignore[arg-type]
    )


def _shown(case: Case) -> list[str]:
    """The facts of the dossier that a letter shows, each once, by name."""
    paths = (
        origin.path.partition(".")[0]
        for inline in case.letter.document.inlines()
        if isinstance(inline, FactText)
        for origin in inline.origins
    )
    return [name for name in dict.fromkeys(paths) if name in case.subject.facts]


def _listed(before: str, items: Iterable[str]) -> Outcome:
    """The reason that these items are; empty for none."""
    known = tuple(items)
    return Reason(before, known) if known else ""


_JUDGES: Mapping[Condition, Callable[[Case], Outcome]] = {
    Condition.GEEN_OPEN_PLEKKEN: _gaps,
    Condition.NIETS_IN_TE_VULLEN: _placeholders,
    Condition.FEITEN_VASTGESTELD: _provisional,
    Condition.REGELS_KLOPPEN: _wrong,
    Condition.CIJFERS_UIT_FEITEN: _typed,
    Condition.KENMERK_TOEGEKEND: _number,
    Condition.DATUM_KLOPT: _date,
    Condition.ONDERTEKENAARS_GENOEMD: _signatories,
    Condition.CW31_COMPLEET: _policy,
    Condition.ALLEEN_OPENBAAR: _secrets,
    Condition.VASTGESTELD: _fixed,
    Condition.KAMER_VOOR_PERS: _press,
}
"""What looks at each condition: why it is not met, empty when it is, None when it is not asked."""
