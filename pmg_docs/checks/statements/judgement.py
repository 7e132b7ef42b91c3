"""What is thought of one statement in a text."""

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """Whether a statement is what the facts say; `unknown` when they do not decide."""

    AGREES = "agrees"
    CONTRADICTS = "contradicts"
    UNKNOWN = "unknown"


class Subject(StrEnum):
    """What a statement is about, in the word that an officer reads."""

    BEDRAG = "bedrag"
    AANTAL = "aantal"
    DEEL = "deel"
    LEEFTIJD = "leeftijd"
    TIJD = "tijd"
    GEMEENTE = "gemeente"
    NAAM = "naam"
    VINDPLAATS = "vindplaats"


@dataclass(frozen=True, slots=True)
class Judgement:
    """The verdict on the words `text[start:end]`.

    `facts` are the names of the facts that it was held against, the one that it speaks of first.
    `known` is what those say, `why` in Dutch why it is thought to speak of the same thing, and
    `confidence` how sure that is, from 0 to 1. `subject` is what the statement is about.
    """

    verdict: Verdict
    start: int
    end: int
    said: str
    facts: tuple[str, ...] = ()
    known: str = ""
    why: str = ""
    confidence: float = 0.0
    subject: Subject | None = None

    def about(self, subject: Subject) -> "Judgement":
        """The same of a subject. A judgement is made again and again, so not by `replace`."""
        return Judgement(
            self.verdict, self.start, self.end, self.said, self.facts, self.known, self.why,
            self.confidence, subject,
        )  # fmt: skip

    def moved(self, by: int) -> "Judgement":
        """The same, of words that stand so much further on."""
        return Judgement(
            self.verdict, self.start + by, self.end + by, self.said, self.facts, self.known,
            self.why, self.confidence, self.subject,
        )  # fmt: skip

    def of(self, words: str) -> "Judgement":
        """The same of other words, as they stand in a cell: `500` for `€ 500.000`."""
        return Judgement(
            self.verdict, 0, len(words), words, self.facts, self.known, self.why,
            self.confidence, self.subject,
        )  # fmt: skip

    @property
    def fact(self) -> str:
        """The fact that the statement speaks of; empty when that is not known."""
        return self.facts[0] if self.facts else ""
