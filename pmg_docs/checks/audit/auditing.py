"""Hold every figure of a document against where it came from."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from pmg_docs.checks.audit.columns import Columns
from pmg_docs.checks.audit.coverage import Coverage
from pmg_docs.checks.audit.exempt import statements
from pmg_docs.checks.audit.typed import Audited, Source, audited_passages
from pmg_docs.checks.audit.waivers import (
    Waiver,
    front_matter_end,
    idle_waiver,
    is_idle,
    read_waivers,
)
from pmg_docs.compose.expressions import Expressions, told
from pmg_docs.dutch.figures import Figure, find_figures
from pmg_docs.model.diagnostic import Diagnostic, Severity
from pmg_docs.model.fact import FactSet
from pmg_docs.model.passage import Passage
from pmg_docs.model.place import Place
from pmg_docs.specs.doc_type import Notation

NAKED_FIGURE = "PMG341"
_NUMERIC = re.compile(
    r"[0-9]|\b(?:duizend|miljoen|miljard|mln|mld|mrd|miljoenen|miljarden)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class TypedFigure:
    """A figure that was typed: `text[start:end]` of a passage.

    `passage` counts the passages of the document that were audited, from 0. `where` is where it was
    typed, `reason` why it may stand there, or empty when no waiver says so.
    """

    passage: int
    text: str
    start: int
    end: int
    where: Place
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Audit:
    """What an audit found in a document; `typed` in the order of reading."""

    coverage: Coverage
    findings: tuple[Diagnostic, ...]
    typed: tuple[TypedFigure, ...] = ()


def audit(
    passages: Sequence[Passage], texts: Mapping[str, str], facts: FactSet, notation: Notation
) -> Audit:
    """Audit the figures of a document.

    Args:
        passages: its front matter and prose, which know of every word whether a fact gave it.
        texts: the letter, the parts and the facts files that it was made of, by name.
        facts: the facts of its dossier, to say what to type instead.
        notation: the notation of its type.

    Returns:
        How many figures came from facts; and a warning for each that was typed without a reason,
        for each reason that is missing, and for each that no figure needs.
    """
    return _Audit(texts, Expressions({f.path: f.value for f in facts}, notation)).of(passages)


@dataclass(slots=True)
class _Audit:
    texts: Mapping[str, str]
    expressions: Expressions
    findings: list[Diagnostic] = field(default_factory=list)
    waivers: list[Waiver] = field(default_factory=list)
    used: set[Waiver] = field(default_factory=set)
    typed: list[TypedFigure] = field(default_factory=list)
    heads: dict[str, int] = field(default_factory=dict)
    """On which line the front matter of a letter ends."""

    def of(self, passages: Sequence[Passage]) -> Audit:
        for name, text in self.texts.items():
            self.heads[name] = text.count("\n", 0, front_matter_end(text)) + 1
            waivers, without_reason = read_waivers(name, text)
            self.waivers.extend(waivers)
            self.findings.extend(without_reason)
        lines = {name: text.split("\n") for name, text in self.texts.items()}
        columns = Columns(lambda name: lines.get(name, []))
        total = Coverage()
        for number, passage in enumerate(audited_passages(passages)):
            for figure in statements(passage.text):
                total += self._judged(figure, number, passage, columns)
        self.findings.extend(
            idle_waiver(waiver)
            for waiver in self.waivers
            if waiver not in self.used and is_idle(waiver, self.texts[waiver.where.file])
        )
        return Audit(total, tuple(dict.fromkeys(self.findings)), tuple(self.typed))

    def _judged(self, figure: Figure, number: int, passage: Audited, columns: Columns) -> Coverage:
        """What a figure counts for; `number` is that of its passage."""
        pieces = passage.sources(figure.start, figure.end)
        typed = [piece for piece in pieces if piece.where is not None]
        is_beside_fact = any(piece.is_fact for piece in pieces)
        if len(typed) < len(pieces):
            typed = [piece for piece in typed if _changes(_part(passage, piece, figure))]
        if not typed:
            return Coverage(1, 1) if is_beside_fact else Coverage()
        where = _column(typed[0], figure, passage, columns)
        lines = [where.line, *(piece.where.line for piece in typed if piece.where is not None)]
        covering = [
            waiver
            for waiver in self.waivers
            if waiver.where.file == where.file and waiver.covers(figure.text, lines)
        ]
        reason = covering[0].reason if covering else ""
        self.typed.append(
            TypedFigure(number, passage.text, figure.start, figure.end, where, reason)
        )
        if covering:
            self.used.update(covering)
            return Coverage(1, waived=1)
        beside = _part(passage, typed[0], figure).strip() if is_beside_fact else ""
        self.findings.append(_beside_fact(beside, where) if beside else self._naked(figure, where))
        return Coverage(1)

    def _naked(self, figure: Figure, where: Place) -> Diagnostic:
        shown = " ".join(figure.text.split())
        return Diagnostic(
            NAKED_FIGURE, f"'{shown[:60]}' is getypt en komt niet uit de feiten.", where,
            Severity.WAARSCHUWING, hints=tuple(self._hints(figure, shown, where)),
        )  # fmt: skip

    def _hints(self, figure: Figure, shown: str, where: Place) -> Iterator[str]:
        if where.line < self.heads.get(where.file, 0):
            yield "Zet de hele tekst in feiten.yaml en noem haar hier als =naam."
            yield f"Hoort het zo? Zet er een regel boven: # cijfer: {shown}, want …"
            return
        found = self.expressions.equal_to(figure)
        if found.names and found.are_meant:
            yield f"Typ in plaats daarvan: {told(found.names)}"
        elif found.names:
            yield f"Dezelfde waarde heeft {told(found.names)}; is dat bedoeld, typ dan dat."
        else:
            yield "Zet het in feiten.yaml en typ hier {{ naam_van_het_feit }}."
        yield f"Hoort het zo? Zet erboven: {{# cijfer: {shown}, want … #}}"


def _part(passage: Audited, piece: Source, figure: Figure) -> str:
    """The part of a figure that stands in a piece."""
    return passage.text[max(piece.start, figure.start) : min(piece.end, figure.end)]


def _changes(typed: str) -> bool:
    """Whether typed words beside those of a fact make another figure of it; a unit does not."""
    return bool(_NUMERIC.search(typed) or find_figures(typed))


def _beside_fact(typed: str, where: Place) -> Diagnostic:
    return Diagnostic(
        NAKED_FIGURE, f"'{typed[:60]}' is bij een feit getypt, en maakt er een ander cijfer van.",
        where, Severity.WAARSCHUWING,
        hints=("Maak er in feiten.yaml één feit van, of gebruik {{ naam | miljoen }}.",),
    )  # fmt: skip


def _column(piece: Source, figure: Figure, passage: Audited, columns: Columns) -> Place:
    start = max(figure.start, piece.start)
    end = min(figure.end, piece.end)
    typed = passage.text[start:end]
    start += len(typed) - len(typed.lstrip())
    return columns.find(piece.where or Place(""), passage.typed, start, end)
