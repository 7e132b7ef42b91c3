"""Trace the other way: from words in a file to the facts that they came from."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from pmg_docs.app.check.which_dossier import Choice, choose_dossier
from pmg_docs.app.dossier import DossierReport, choose_dossiers, read_dossier
from pmg_docs.checks.statements import Statement, Verdict, knowledge_of, statements_of
from pmg_docs.dutch.sentences import around
from pmg_docs.facts.reading import read_facts
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.errors import NotFound, Refused
from pmg_docs.model.fact import Fact, FactSet
from pmg_docs.model.passage import FileText, Passage
from pmg_docs.model.passages import passages_of, tidy
from pmg_docs.model.place import Place
from pmg_docs.readers import read_text
from pmg_docs.workspace.folder import Workspace


@dataclass(frozen=True, slots=True)
class WordsTrace:
    """One place in a file where the words stand.

    `sentence[start:end]` are the words, `section` and `place` say where that is. `facts` are the
    facts that the letter has for them, `typed` is the line where they were typed instead. With
    neither, no letter of the dossier says this; `held` then are the facts that somebody else's
    words speak of all the same, and `verdict` whether they agree with those.
    """

    section: str
    place: str
    sentence: str
    start: int
    end: int
    letter: str = ""
    facts: tuple[Fact, ...] = ()
    typed: Place | None = None
    held: tuple[Fact, ...] = ()
    verdict: Verdict | None = None


@dataclass(frozen=True, slots=True)
class FileTrace:
    """Where words stand in a file, and the dossier that the file is of, with the reason why."""

    name: str
    dossier: str
    why: str
    found: tuple[WordsTrace, ...]


def trace_words(workspace: Workspace, path: Path, words: str, dossier: str = "") -> FileTrace:
    """Follow words in a file back to the facts that they came from.

    Args:
        workspace: where the dossiers lie; the file may lie anywhere.
        path: the file, of any kind that can be read.
        words: what stands in it, white space aside.
        dossier: the dossier that it is of, or empty when the file is to tell that itself.

    Raises:
        NotFound: the words do not stand in the file, or nobody can tell which dossier it is of.
        Refused, Unreachable: the file or the facts cannot be read.
    """
    choose_dossiers(workspace, (dossier,) if dossier else ())
    file = workspace.read_anywhere(path)
    text = read_text(file.data, file.name)
    wanted = tidy(words)
    places = [(p, at) for p in text.passages for at in _places(p.text, wanted)]
    if not places:
        raise NotFound(
            Diagnostic("PMG167", f"'{words[:80]}' staat niet in {file.name}.",
                       hints=("Neem de woorden precies over zoals ze er staan.",))
        )  # fmt: skip
    choice = _choice(workspace, path, text, file.name, dossier)
    report = read_dossier(workspace, choice.dossier, (choice.letter,) if choice.letter else ())
    if report.facts is None:
        raise Refused(report.findings)
    letters = _Letters(report, path.stem)
    stranger = _Stranger(text, report.facts)
    found = tuple(
        traced if traced.letter else stranger.held(traced, passage, at, len(wanted))
        for passage, at in places
        for traced in (letters.trace(passage, at, len(wanted)),)
    )
    return FileTrace(file.name, choice.dossier, choice.why, found)


def _choice(workspace: Workspace, path: Path, text: FileText, name: str, asked: str) -> Choice:
    """The dossier that a file tells, or else that in whose folder it lies: `build/groen/x.html`."""
    try:
        return choose_dossier(workspace, asked, text, name, lambda d: read_facts(workspace, d)[0])
    except NotFound:
        folder = path.absolute().parent.name
        if folder not in workspace.dossiers():
            raise
        return Choice(folder, "het bestand staat in die map")


def _places(text: str, words: str) -> Iterator[int]:
    at = text.find(words) if words else -1
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


class _Stranger:
    """A file of somebody else, whose words may speak of a fact in their own way."""

    def __init__(self, text: FileText, facts: FactSet) -> None:
        self._text, self._facts = text, facts

    @cached_property
    def _statements(self) -> tuple[Statement, ...]:
        found = statements_of(self._text, knowledge_of(self._facts))
        return tuple(one for one in found if one.judgement.verdict is not Verdict.UNKNOWN)

    def held(self, traced: WordsTrace, passage: Passage, at: int, length: int) -> WordsTrace:
        """The same place with the facts that its words are about, if that can be told."""
        for one in self._statements:
            said = one.judgement
            if one.passage is passage and said.start < at + length and at < said.end:
                facts = tuple(self._facts[name] for name in said.facts if name in self._facts)
                return replace(traced, held=facts, verdict=said.verdict)
        return traced


class _Letters:
    """The letters that words of a file may come from, that of the same name first."""

    def __init__(self, report: DossierReport, stem: str) -> None:
        self._facts = report.facts
        drafts = sorted(report.drafts, key=lambda draft: draft.letter != stem)
        self._passages = [(d.letter, p) for d in drafts for p in passages_of(d.document)]

    def trace(self, passage: Passage, at: int, length: int) -> WordsTrace:
        """What the letters know of words in a passage of a file."""
        start, end = around(passage.text, at, at + length)
        sentence = passage.text[start:end]
        traced = WordsTrace(
            passage.section, passage.place, sentence, at - start, at - start + length
        )
        for letter, own in self._alike(passage.text, sentence):
            begin = own.text.find(sentence) + at - start
            pieces = [p for p in own.pieces if p.start < begin + length and begin < p.end]
            paths = (o.path for p in pieces if p.fact for o in p.fact.origins)
            heads = dict.fromkeys(path.partition(".")[0] for path in paths)
            facts = tuple(
                self._facts[head] for head in heads if self._facts and head in self._facts
            )
            typed = next((p.where for p in pieces if p.where), None)
            return WordsTrace(
                traced.section, traced.place, sentence, traced.start, traced.end, letter, facts,
                None if facts else typed or own.where,
            )  # fmt: skip
        return traced

    def _alike(self, text: str, sentence: str) -> Sequence[tuple[str, Passage]]:
        """The passages of the letters that say the same, or at least the same sentence."""
        same = [one for one in self._passages if one[1].text == text]
        return same or [one for one in self._passages if sentence in one[1].text]
