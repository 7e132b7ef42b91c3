"""What stands at the top: how much there is, what is wrong, what is open, and which rules hold."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.value import Gap
from pmg_docs.writers.review_page.contents import Contents, JudgedRule, Sheet
from pmg_docs.writers.review_page.names import finding_id, rule_id
from pmg_docs.writers.review_page.reading import finding_html

_NAME = re.compile(r"[a-z][a-z0-9_]*")


@dataclass(frozen=True, slots=True)
class ListedFinding:
    """A finding in the list of all: where it stands in the documents, or all of it when nowhere."""

    finding: Diagnostic
    name: str
    jumps: tuple[tuple[str, str], ...]
    """The name of each place where it stands, and what that is called."""
    whole: Markup


@dataclass(frozen=True, slots=True)
class ListedRule:
    """A rule with its expression, in which each fact leads to its sheet."""

    name: str
    rule: JudgedRule
    expression: Markup

    @property
    def verdict(self) -> str:
        """Whether it holds, in words."""
        return {True: "klopt", False: "klopt niet", None: "nog niet te beoordelen"}[self.rule.holds]

    @property
    def kind(self) -> str:
        """Whether it holds, for the eye."""
        return {True: "goed", False: self.rule.rule.severity.value, None: "open"}[self.rule.holds]


@dataclass(frozen=True, slots=True)
class OpenGap:
    """Something that no source gives yet, and the documents that show it."""

    key: str
    what: str
    note: str
    papers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """Everything at the top of the page."""

    figures: int
    from_facts: int
    waived: int
    errors: tuple[ListedFinding, ...]
    warnings: tuple[ListedFinding, ...]
    gaps: tuple[OpenGap, ...]
    rules: tuple[ListedRule, ...]
    has_secrets: bool
    changes: int
    is_same: bool
    """Whether every document could be compared and says what it said."""

    @property
    def typed(self) -> int:
        """How many figures were typed without a reason."""
        return self.figures - self.from_facts - self.waived

    @property
    def held(self) -> int:
        """How many rules hold."""
        return sum(1 for one in self.rules if one.rule.holds)


def overview(contents: Contents, sheets: Mapping[str, str]) -> Overview:
    """What stands at the top of the page.

    Args:
        contents: what the page shows.
        sheets: the name on the page of each sheet, by its key.
    """
    listed = [_listed(contents, n, sheets) for n in range(len(contents.findings))]
    papers = contents.papers
    return Overview(
        figures=sum(paper.figures for paper in papers),
        from_facts=sum(paper.from_facts for paper in papers),
        waived=sum(paper.waived for paper in papers),
        errors=tuple(one for one in listed if one.finding.stops),
        warnings=tuple(one for one in listed if not one.finding.stops),
        gaps=gaps(contents, sheets),
        rules=tuple(
            ListedRule(rule_id(n), rule, _expression(rule, sheets))
            for n, rule in enumerate(contents.rules)
        ),
        has_secrets=any(s.fact is not None and not s.fact.is_public for s in contents.sheets),
        changes=sum(paper.alterations.count for paper in papers if paper.alterations),
        is_same=not contents.removed
        and all(
            p.alterations and not p.alterations.is_new and not p.alterations.count for p in papers
        ),
    )


def gaps(contents: Contents, sheets: Mapping[str, str]) -> tuple[OpenGap, ...]:
    """The open facts of a dossier, shown in a document or not."""
    return tuple(
        OpenGap(sheets[sheet.key], sheet.fact.value.what, sheet.fact.note, _shown(contents, sheet))
        for sheet in contents.sheets
        if sheet.fact is not None and isinstance(sheet.fact.value, Gap)
    )


def _shown(contents: Contents, sheet: Sheet) -> tuple[str, ...]:
    numbers = dict.fromkeys(showing.paper for showing in sheet.showings)
    return tuple(contents.papers[number].letter for number in numbers)


def _listed(contents: Contents, number: int, sheets: Mapping[str, str]) -> ListedFinding:
    finding = contents.findings[number]
    beside = [n for n, paper in enumerate(contents.papers)
              if any(found == number for _, found in paper.margin)]  # fmt: skip
    jumps = [(finding_id(number, n), contents.papers[n].letter) for n in beside]
    jumps += [(rule_id(n), "de regel") for n, one in enumerate(contents.rules)
              if one.rule.where == finding.where]  # fmt: skip
    jumps += [(sheets[sheet.key], sheet.name) for sheet in contents.sheets
              if sheet.fact is not None and _is_at(sheet, finding)]  # fmt: skip
    name = finding_id(number)
    return ListedFinding(finding, name, tuple(jumps), finding_html(finding, name))


def _is_at(sheet: Sheet, finding: Diagnostic) -> bool:
    """Whether a finding is about the line on which a fact is written."""
    where, fact = finding.where, sheet.fact
    if where is None or fact is None:
        return False
    places = (fact.where, *fact.places.values())
    return any(place.file == where.file and place.line == where.line for place in places)


def _expression(rule: JudgedRule, sheets: Mapping[str, str]) -> Markup:
    parts: list[str | Markup] = []
    end = 0
    for found in _NAME.finditer(rule.rule.expression):
        if found[0] in rule.facts and found[0] in sheets:
            parts.append(rule.rule.expression[end : found.start()])
            parts.append(Markup('<a href="#{}">{}</a>').format(sheets[found[0]], found[0]))
            end = found.end()
    parts.append(rule.rule.expression[end:])
    return Markup().join(parts)
