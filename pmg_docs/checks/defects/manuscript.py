"""A file of others as the checks look at it: its words without markup, and where each stands."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from pmg_docs.checks.prose import sentences_of
from pmg_docs.checks.spots import spot_of
from pmg_docs.checks.subject import Written
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.passage import FileText, Part, Passage
from pmg_docs.model.passages import tidy
from pmg_docs.model.place import Place
from pmg_docs.specs.doc_type import DocType

_MARKUP = re.compile(
    r"</?(?:p|br|b|i|u|em|strong|span|div|table|tr|td|th|ul|ol|li|h[1-6]|su[bp])\b[^>]{0,200}>|"
    r"\*\*|__",
    re.IGNORECASE,
)
"""What a text that was taken out of a page or a PDF may still have among its words."""

_TEXT = frozenset({Part.BODY, Part.NOTE})


@dataclass(frozen=True)
class Manuscript(Written):
    """A file that somebody else may have made.

    `everything` holds its passages with headers and footers, `passages` those of text and notes;
    comments are in neither. Each is tidied, and bare of markup that was left in a text.
    """

    everything: tuple[Passage, ...]
    doc_type: DocType | None = None
    file: str = ""
    shown: dict[Place, tuple[int, str]] = field(default_factory=dict, repr=False, compare=False)
    """Of each place that was pointed at, its rank in reading order, and its sentence."""
    _divided: dict[int, tuple[tuple[int, int], ...]] = field(
        default_factory=dict, repr=False, compare=False
    )

    @classmethod
    def of(cls, file: FileText, doc_type: DocType | None) -> "Manuscript":
        """A file as read, and the type that it seems to be."""
        bare = (_bare(p) for p in file.passages if p.part is not Part.COMMENT)
        return cls(tuple(p for p in bare if p.text), doc_type)

    @cached_property
    def passages(self) -> tuple[Passage, ...]:  # type: ignore[override]
        """The text and the notes, in order."""
        return tuple(p for p in self.everything if p.part in _TEXT)

    def at(self, passage: Passage, start: int, words: str) -> Place:  # noqa: ARG002 - of `Written`
        """Where words stand: the line of the file when it has lines, and the sentence to show."""
        sentences = self._sentences(passage)
        number = bisect_right(sentences, start, key=lambda sentence: sentence[0]) - 1
        begin, end = sentences[max(number, 0)]
        # A file with lines is looked up by its line alone.
        spot = "" if passage.line else spot_of(passage)
        place = Place(self.file, passage.line, start - begin + 1, spot)
        self.shown[place] = self._numbers[id(passage)], passage.text[begin:end]
        return place

    def _sentences(self, passage: Passage) -> tuple[tuple[int, int], ...]:
        key = id(passage)
        if key not in self._divided:
            self._divided[key] = tuple(sentences_of(passage))
        return self._divided[key]

    @cached_property
    def _numbers(self) -> dict[int, int]:
        return {id(passage): number for number, passage in enumerate(self.everything)}

    def in_order(self, findings: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
        """Findings in reading order, each with the sentence that it is about."""
        return tuple(
            replace(finding, where=finding.where or Place(self.file, 0), line=sentence)
            for (_, sentence), finding in sorted(
                ((self._shown_at(finding), finding) for finding in dict.fromkeys(findings)),
                key=lambda one: (one[0][0], one[1].where or Place(""), one[1].code),
            )
        )

    def _shown_at(self, finding: Diagnostic) -> tuple[int, str]:
        return self.shown.get(finding.where, (0, "")) if finding.where else (0, "")

    def _addressees(self) -> Sequence[str]:
        return [passage.text for passage in self.everything[:60]]


def _bare(passage: Passage) -> Passage:
    if not _MARKUP.search(passage.text):
        return passage
    text = tidy(_MARKUP.sub("", passage.text))
    return replace(passage, text=text, pieces=(), controls=(), revisions=())
