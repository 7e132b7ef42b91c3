"""One document of the page: its words from the tree, with everything that is marked in them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from markupsafe import Markup

from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.document import (
    Area,
    FactText,
    Heading,
    Line,
    Link,
    Table,
    Text,
    plain_text,
)
from pmg_docs.writers.html.body import Body
from pmg_docs.writers.html.inline import runs_leftward
from pmg_docs.writers.html.table import table_html
from pmg_docs.writers.review_page.contents import Alterations, Altered, Paper, TypedMark
from pmg_docs.writers.review_page.marking import Marks
from pmg_docs.writers.review_page.names import finding_id, is_of_fact, passage_id, showing_id

_NOTHING = Markup()
_DEPTH = 3
_SENDER = frozenset({Area.MARK, Area.RETURN, Area.COLOFON})


@dataclass(frozen=True, slots=True)
class FrameField:
    """A field of the frame as HTML.

    `is_aside` for what every letter of a house has alike, and for what only later pages have.
    """

    name: str
    lines: tuple[Markup, ...]
    is_aside: bool


@dataclass(frozen=True, slots=True)
class ReadPaper:
    """A document as HTML: what is wrong with it as a whole, its frame, its text, its notes."""

    findings: Markup
    frame: tuple[FrameField, ...]
    body: Markup
    notes: Markup


def read_paper(
    paper: Paper, number: int, sheets: Mapping[str, str], findings: tuple[Diagnostic, ...]
) -> ReadPaper:
    """Write a document with its marks.

    Args:
        paper: the document.
        number: which one of the page, from 0.
        sheets: the name on the page of each sheet, by its key.
        findings: all findings of the page; the paper knows which are its own.
    """
    reading = _Reading(paper, number, sheets, findings)
    document = paper.document
    fields = dict.fromkeys((*document.first_page, *document.follow_on))
    frame = tuple(
        FrameField(
            field.label or field.name.replace("_", " "),
            tuple(reading.frame_line(line) for line in field.lines),
            field.area in _SENDER or field not in document.first_page,
        )
        for field in fields
    )
    whole = (f for passage, f in paper.margin if passage < 0)
    told = Markup().join(
        finding_html(findings[one], finding_id(one, number), is_note=True) for one in whole
    )
    return ReadPaper(told, frame, reading.blocks(document.body), reading.notes())


class _Reading(Body):
    """Writes a document while it keeps count of the passages, and of the pieces of each.

    The tree comes down to passages in the order in which it is written, and a passage has a piece
    for each inline that is not white space: so to count is enough to know where we are.
    """

    def __init__(
        self,
        paper: Paper,
        number: int,
        sheets: Mapping[str, str],
        findings: tuple[Diagnostic, ...],
    ) -> None:
        super().__init__(paper.document, printed=False, prefix=f"d{number + 1}-", depth=_DEPTH)
        self.notes_name = f"Voetnoten bij {paper.letter}"
        self._paper = paper
        self._number = number
        self._sheets = sheets
        self._findings = findings
        self._margin: dict[int, list[int]] = defaultdict(list)
        for passage, finding in paper.margin:
            self._margin[passage].append(finding)
        self._typed: dict[int, list[TypedMark]] = defaultdict(list)
        for mark in paper.typed:
            self._typed[mark.passage].append(mark)
        self._alterations = paper.alterations or Alterations()
        self._passage = -1
        self._piece = -1
        self._fact = -1
        self._marks = Marks(())

    def frame_line(self, line: Line) -> Markup:
        """A line of the frame with what belongs beside it."""
        if not self._begin(line):
            return self.line(line)
        return self._with_margin(self._flag() + self.line(line))

    def paragraph(
        self,
        line: Line,
        role: str,
        lead: Markup = _NOTHING,
        *,
        is_kept: bool = False,  # noqa: ARG002 - for paper, which breaks into pages
    ) -> Markup:
        """A line of running text with what belongs beside it."""
        if not self._begin(line):
            return super().paragraph(line, role, lead)
        return self._with_margin(super().paragraph(line, role, lead + self._flag()))

    def heading(self, block: Heading, role: str) -> Markup:
        """A heading with what belongs beside it."""
        if not self._begin(block.children):
            return super().heading(block, role)
        flag = self._flag()
        below = Markup("<p>{}</p>").format(flag) if flag else _NOTHING
        return self._with_margin(super().heading(block, role) + below)

    def table(self, table: Table) -> Markup:
        """A table; its widths would be a style of their own, which the page does not allow."""
        return table_html(replace(table, widths=()), self.blocks, self.paragraph, printed=False)

    def words(self, text: Text) -> Markup:
        """Words that no fact gave."""
        return self._marked(text.text)

    def fact(self, fact: FactText) -> Markup:
        """Words from facts, as the link to what is known of them."""
        shown = self._marked(fact.text)
        if not fact.text.strip():
            return shown
        self._fact += 1
        keys = self._paper.keys[self._fact]
        if not keys:
            return shown
        name = self._sheets[keys[0]]
        own = " open" if fact.is_open else "" if is_of_fact(name) else " eigen"
        return Markup('<a class="f{}" id="{}" href="#{}" data-f="{}"{}>{}</a>').format(
            own,
            showing_id(self._number, self._fact),
            name,
            " ".join(self._sheets[key] for key in keys),
            Markup(' dir="auto"') if runs_leftward(fact.text) else "",
            shown,
        )

    def link(self, link: Link) -> Markup:
        """Words that lead somewhere: beside them, since a fact among them is a link itself."""
        return Markup(
            '<span class="koppeling">{}</span> <a class="adres" href="{}" rel="noreferrer" '
            'aria-label="Open {}">↗</a>'
        ).format(self.line(link.children), link.href, link.href)

    def _begin(self, line: Line) -> bool:
        """Start a passage, if the line has words at all."""
        if not plain_text(line).strip():
            return False
        self._passage += 1
        self._piece = -1
        passage = self._paper.passages[self._passage]
        altered = self._altered
        self._marks = Marks(
            passage.pieces,
            tuple(self._typed.get(self._passage, ())),
            altered.replaced if altered else (),
        )
        return True

    def _marked(self, words: str) -> Markup:
        if not words.strip():
            return Markup.escape(words)
        self._piece += 1
        return self._marks.html(self._piece, words)

    @property
    def _altered(self) -> Altered | None:
        return self._alterations.altered.get(self._passage)

    def _flag(self) -> Markup:
        altered = self._altered
        if altered is None:
            return _NOTHING
        return Markup('<span class="vlag wijziging" id="{}">{}</span>').format(
            passage_id(self._number, self._passage), altered.said
        )

    def _with_margin(self, shown: Markup) -> Markup:
        """A passage with the notes beside it, and what stood before and behind it."""
        above = self._gone(-1) if self._passage == 0 else _NOTHING
        notes = Markup().join(self._notes_beside())
        if notes:
            shown = Markup('<div class="kanttekening">{}<div class="kant">{}</div></div>').format(
                shown, notes
            )
        return Markup("{}{}{}").format(above, shown, self._gone(self._passage))

    def _notes_beside(self) -> Iterator[Markup]:
        for finding in self._margin.get(self._passage, ()):
            yield finding_html(
                self._findings[finding], finding_id(finding, self._number), is_note=True
            )
        text = self._paper.passages[self._passage].text
        for mark in self._typed.get(self._passage, ()):
            if mark.reason:
                yield Markup(
                    '<div class="melding met-reden" role="note">'
                    "<p><b>Getypt met reden</b> {}: want {}</p></div>"
                ).format(text[mark.start : mark.end], mark.reason)

    def _gone(self, passage: int) -> Markup:
        return Markup().join(
            Markup('<div class="weg"><del><span class="vlag">vervallen</span> {}</del></div>')
            .format(one.text)
            for one in self._alterations.gone.get(passage, ())
        )  # fmt: skip


def finding_html(finding: Diagnostic, name: str, *, is_note: bool = False) -> Markup:
    """A finding with its hints and its place."""
    hints = Markup().join(Markup("<p>{}</p>").format(hint) for hint in finding.hints)
    cure = Markup("<details><summary>Wat te doen</summary>{}</details>").format(hints)
    where = Markup('<p class="plek">{}</p>').format(finding.where) if finding.where else _NOTHING
    role = Markup(' role="note"') if is_note else _NOTHING
    return Markup(
        '<div class="melding {}" id="{}" tabindex="-1"{}><p><b>{} {}</b> {}</p>{}{}</div>'
    ).format(
        finding.severity, name, role, finding.severity.capitalize(), finding.code,
        finding.message, cure if hints else _NOTHING, where,
    )  # fmt: skip
