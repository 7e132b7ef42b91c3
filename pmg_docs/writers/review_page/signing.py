"""The summary to sign: what was looked at, to be printed and ticked off by hand."""

from dataclasses import dataclass

from pmg_docs.model.value import Gap
from pmg_docs.writers.review_page.contents import Contents, Sheet
from pmg_docs.writers.review_page.sheets import shortened

_GROUP = 4


@dataclass(frozen=True, slots=True)
class SignedPaper:
    """A document with its number, its title and the digest of its words in groups.

    `is_faulty` says that it holds errors.
    """

    number: int
    letter: str
    title: str
    digest: str
    is_faulty: bool


@dataclass(frozen=True, slots=True)
class SignedFact:
    """A fact with the words that the documents have for it, and the numbers of these."""

    name: str
    words: tuple[str, ...]
    papers: str
    is_public: bool


@dataclass(frozen=True, slots=True)
class Waived:
    """A figure that was typed with a reason, and the document that has it."""

    letter: str
    figure: str
    reason: str


@dataclass(frozen=True, slots=True)
class SignOff:
    """Everything that is signed for."""

    papers: tuple[SignedPaper, ...]
    facts: tuple[tuple[str, tuple[SignedFact, ...]], ...]
    """By source, so that whoever opens one can tick off all that comes from it."""
    waived: tuple[Waived, ...]


def sign_off(contents: Contents) -> SignOff:
    """The summary of a dossier: facts that are open, or that no document shows, are left out."""
    return SignOff(
        tuple(
            SignedPaper(
                n, paper.letter, paper.document.title, _grouped(paper.digest), paper.is_faulty
            )
            for n, paper in enumerate(contents.papers, start=1)
        ),
        _facts(contents),
        tuple(
            Waived(paper.letter, paper.passages[m.passage].text[m.start : m.end], m.reason)
            for paper in contents.papers
            for m in paper.typed
            if m.reason
        ),
    )


def _facts(contents: Contents) -> tuple[tuple[str, tuple[SignedFact, ...]], ...]:
    by_source: dict[str, list[SignedFact]] = {}
    for sheet in contents.sheets:
        if sheet.fact and sheet.showings and not isinstance(sheet.fact.value, Gap):
            by_source.setdefault(_source(sheet), []).append(_fact(sheet))
    return tuple((source, tuple(facts)) for source, facts in by_source.items())


def _fact(sheet: Sheet) -> SignedFact:
    words = dict.fromkeys(
        shortened(showing.sentence[showing.start : showing.end])
        for showing in sheet.showings
        if not showing.others
    )
    papers = dict.fromkeys(showing.paper + 1 for showing in sheet.showings)
    is_public = sheet.fact is None or sheet.fact.is_public
    return SignedFact(sheet.name, tuple(words), _numbers(tuple(papers)), is_public)


def _source(sheet: Sheet) -> str:
    source = sheet.source
    if source is None:
        return sheet.fact.source if sheet.fact and sheet.fact.source else "niet genoemd"
    return ", ".join(filter(None, (source.title, source.date, source.found_at)))


def _numbers(papers: tuple[int, ...]) -> str:
    """The numbers of documents, those in a row as one: `1–4, 7`."""
    runs: list[list[int]] = []
    for number in papers:
        if runs and runs[-1][-1] + 1 == number:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(
        f"{run[0]}–{run[-1]}" if len(run) > 2 else ", ".join(map(str, run)) for run in runs
    )


def _grouped(digest: str) -> str:
    return " ".join(digest[at : at + _GROUP] for at in range(0, len(digest), _GROUP))
