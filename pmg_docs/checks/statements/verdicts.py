"""The three verdicts on a stretch of text, and how they say an amount."""

from decimal import Decimal
from typing import Protocol

from pmg_docs.checks.statements.judgement import Judgement, Verdict
from pmg_docs.dutch.amounts import AmountNotation, write_amount


class Stretch(Protocol):
    """Words at a place."""

    @property
    def text(self) -> str:
        """The words."""

    @property
    def start(self) -> int:
        """Where they begin."""

    @property
    def end(self) -> int:
        """Where they end."""


def agrees(on: Stretch, facts: tuple[str, ...], known: str, why: str, link: float) -> Judgement:
    """The words say what the facts say."""
    return Judgement(Verdict.AGREES, on.start, on.end, on.text, facts, known, why, _sure(link))


def contradicts(
    on: Stretch, facts: tuple[str, ...], known: str, why: str, link: float
) -> Judgement:
    """The words speak of the same thing as the facts, and say something else."""
    return Judgement(Verdict.CONTRADICTS, on.start, on.end, on.text, facts, known, why, _sure(link))


def unknown(on: Stretch, why: str) -> Judgement:
    """The facts do not decide about these words."""
    return Judgement(Verdict.UNKNOWN, on.start, on.end, on.text, why=why)


def _sure(link: float) -> float:
    return round(min(0.97, max(0.5, 0.5 + link / 10)), 2)


def euros_of(amount: Decimal) -> str:
    """An amount as verdicts say it, in whole euros."""
    return write_amount(amount.quantize(Decimal(1)), AmountNotation.EURO)
