"""How often the reader is right on labelled sentences, by the rules of `sentences/README.md`."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import yaml

from pmg_docs.checks.statements import Judgement, Verdict, judge_sentence, knowledge_of
from pmg_docs.facts.reading import read_facts
from pmg_docs.model.fact import FactSet
from pmg_docs.workspace.folder import FACTS, Workspace

HERE = Path(__file__).parent
SENTENCES = HERE / "sentences"
Judge = Callable[[str, FactSet, str], Sequence[Judgement]]


def judge_alone(text: str, facts: FactSet, before: str) -> Sequence[Judgement]:
    """The verdicts on one sentence."""
    return judge_sentence(text, knowledge_of(facts), before)


@dataclass(frozen=True)
class Expected:
    """A labelled statement: where it stands, its verdict, and the facts that are right answers."""

    start: int
    end: int
    verdict: Verdict
    facts: frozenset[str]
    said: str


@dataclass(frozen=True)
class Sentence:
    """A labelled sentence."""

    id: str
    dossier: str
    kind: str
    is_hard: bool
    context: str
    text: str
    expected: tuple[Expected, ...]
    ignored: tuple[tuple[int, int], ...]


@dataclass
class Score:
    """Statements that were called what they are, all called so, and all that are so."""

    right: Counter[Verdict] = field(default_factory=Counter)
    called: Counter[Verdict] = field(default_factory=Counter)
    labelled: Counter[Verdict] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list, repr=False)

    def precision(self, verdict: Verdict) -> float:
        """Of what was called so, the part that is so."""
        return self.right[verdict] / self.called[verdict] if self.called[verdict] else 1.0

    def recall(self, verdict: Verdict) -> float:
        """Of what is so, the part that was called so."""
        return self.right[verdict] / self.labelled[verdict] if self.labelled[verdict] else 1.0


def read_half(name: str) -> tuple[Sentence, ...]:
    """The sentences of one file: `tuning`, `unseen`, `practice` or `fresh`."""
    text = (SENTENCES / f"{name}.yaml").read_text(encoding="utf-8")
    # BaseLoader makes nothing but text, lists and mappings.
    return tuple(_sentence(entry) for entry in yaml.load(text, yaml.BaseLoader))  # noqa: S506


def score(sentences: Iterable[Sentence], judging: Judge = judge_alone) -> dict[str, Score]:
    """The score of each kind, and of all together under `all`."""
    scores: dict[str, Score] = {}
    for sentence in sentences:
        said = judging(sentence.text, facts_of(sentence.dossier), sentence.context)
        for kind in (sentence.kind, "all"):
            _add(scores.setdefault(kind, Score()), sentence, said)
    return scores


@cache
def facts_of(dossier: str) -> FactSet:
    """The facts of a dossier of this project, or of one made up to measure on."""
    workspace = Workspace.find(HERE)
    made_up = HERE / "dossiers" / dossier / FACTS
    if made_up.is_file():
        name = workspace.name_of(workspace.dossier(dossier) / FACTS)
        workspace = workspace.supposing({name: made_up.read_bytes()})
    return read_facts(workspace, dossier)[0]


def _sentence(entry: dict[str, object]) -> Sentence:
    text = str(entry["sentence"])
    expected = tuple(_expected(text, one) for one in _mappings(entry["expect"]))
    ignored = entry.get("ignore") or []
    assert isinstance(ignored, list)
    return Sentence(
        id=str(entry["id"]),
        dossier=str(entry["dossier"]),
        kind=str(entry["kind"]),
        is_hard=entry["hard"] == "ja",
        context=str(entry.get("context") or ""),
        text=text,
        expected=expected,
        ignored=tuple(_span(text, words) for words in ignored),
    )


def _mappings(entries: object) -> Iterator[dict[str, object]]:
    assert isinstance(entries, list)
    yield from entries


def _expected(text: str, entry: dict[str, object]) -> Expected:
    start, end = _span(text, str(entry["said"]))
    also = entry.get("also") or []
    assert isinstance(also, list)
    facts = frozenset(str(fact) for fact in (entry.get("fact"), *also) if fact)
    return Expected(start, end, Verdict(str(entry["verdict"])), facts, str(entry["said"]))


def _span(text: str, words: str) -> tuple[int, int]:
    assert text.count(words) == 1, f"{words!r} staat niet precies één keer in {text!r}"
    start = text.index(words)
    return start, start + len(words)


def _add(result: Score, sentence: Sentence, said: Sequence[Judgement]) -> None:
    taken: set[int] = set()
    for expected in sentence.expected:
        own = [j for j in said if _overlaps(j, expected.start, expected.end)]
        taken.update(map(id, own))
        _add_one(result, sentence, expected, own)
    for judgement in said:
        if id(judgement) in taken or any(_overlaps(judgement, *span) for span in sentence.ignored):
            continue
        is_wrong = judgement.verdict is Verdict.CONTRADICTS or (
            judgement.verdict is Verdict.AGREES and not sentence.expected
        )
        if is_wrong:
            result.called[judgement.verdict] += 1
            result.misses.append(_miss(sentence, "niets", judgement))


def _add_one(result: Score, sentence: Sentence, expected: Expected, own: list[Judgement]) -> None:
    result.labelled[expected.verdict] += 1
    best = _deciding(own)
    verdict = best.verdict if best else Verdict.UNKNOWN
    result.called[verdict] += 1
    names_it = verdict is Verdict.UNKNOWN or (best is not None and best.fact in expected.facts)
    if verdict is expected.verdict and names_it:
        result.right[verdict] += 1
        return
    wanted = f"{expected.said!r} {expected.verdict.value} {sorted(expected.facts)}"
    result.misses.append(_miss(sentence, wanted, best))


def _deciding(own: list[Judgement]) -> Judgement | None:
    """Of several judgements on one statement the gravest: one wrong name makes a list wrong."""
    for verdict in (Verdict.CONTRADICTS, Verdict.AGREES, Verdict.UNKNOWN):
        if found := next((j for j in own if j.verdict is verdict), None):
            return found
    return None


def _overlaps(judgement: Judgement, start: int, end: int) -> bool:
    return judgement.start < end and start < judgement.end


def _miss(sentence: Sentence, wanted: str, got: Judgement | None) -> str:
    said = f"{got.said!r} {got.verdict.value} {got.facts} ({got.why})" if got else "niets"
    return f"{sentence.id} {sentence.text}\n    verwacht: {wanted}\n    gezegd:   {said}"
