"""The page itself: its template, its sheet and its script, with the policy that allows just those.

Nothing is fetched and nothing is sent: the policy names the digest of the one sheet and the one
script, and allows no other, so that no word of a letter can ever act.
"""

import base64
import hashlib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup

from pmg_docs.writers.review_page.contents import Contents, Paper
from pmg_docs.writers.review_page.names import choice_id, paper_id, passage_id, sheet_id
from pmg_docs.writers.review_page.overview import overview
from pmg_docs.writers.review_page.reading import ReadPaper, read_paper
from pmg_docs.writers.review_page.sheets import Entry, entries
from pmg_docs.writers.review_page.signing import sign_off

_SHOWN_AT_FIRST = 3
"""So many documents fit beside each other on any desk; more can be chosen."""
_SHORT = 40


@dataclass(frozen=True, slots=True)
class Column:
    """A document as a column of the page: what stands above it, and its words."""

    paper: Paper
    name: str
    choice: str
    is_shown: bool
    read: ReadPaper
    findings: int
    changes: tuple[tuple[str, str, str], ...]
    """Of each change: the name of its place or empty, what that is called, and what changed."""

    @property
    def coverage(self) -> str:
        """How many of its figures came from facts."""
        paper = self.paper
        told = f"{paper.from_facts} van {paper.figures} cijfers uit feiten"
        typed = paper.figures - paper.from_facts - paper.waived
        more = (f"{typed} getypt" if typed else "", f"{paper.waived} met reden" if paper.waived
                else "")  # fmt: skip
        return ", ".join((told, *filter(None, more)))


def render(contents: Contents) -> str:
    """The page as text."""
    sheets = {sheet.key: sheet_id(sheet.key, n) for n, sheet in enumerate(contents.sheets)}
    columns = tuple(_column(contents, n, sheets) for n in range(len(contents.papers)))
    told: tuple[Entry, ...] = entries(contents, sheets)
    css, script = _text("page.css") + _choosing(len(columns)), _text("page.js")
    return _template().render(
        contents=contents,
        columns=columns,
        entries=told,
        overview=overview(contents, sheets),
        signing=sign_off(contents),
        # Both are ours, and hold no word of a letter.
        css=Markup(css),  # noqa: S704
        script=Markup(script),  # noqa: S704
        policy="; ".join((
            "default-src 'none'", f"style-src '{_digest(css)}'", f"script-src '{_digest(script)}'",
            "img-src data:", "base-uri 'none'", "form-action 'none'",
        )),
    )  # fmt: skip


def _column(contents: Contents, number: int, sheets: dict[str, str]) -> Column:
    paper = contents.papers[number]
    return Column(
        paper,
        paper_id(number),
        choice_id(number),
        number < _SHOWN_AT_FIRST,
        read_paper(paper, number, sheets, contents.findings),
        len(paper.margin),
        tuple(_changes(paper, number)),
    )


def _changes(paper: Paper, number: int) -> list[tuple[str, str, str]]:
    found = paper.alterations
    if found is None:
        return []
    told = []
    for passage in sorted({*found.altered, *found.gone}):
        where = paper.passages[max(passage, 0)]
        field = (where.label or where.name) if where.name else ""
        section = field or where.section or where.text[:_SHORT]
        altered = found.altered.get(passage)
        if altered is not None:
            said = ": ".join(filter(None, (altered.said, altered.why)))
            told.append((passage_id(number, passage), section, said))
        told += [
            ("", section, ": ".join(filter(None, ("vervallen", one.why))))
            for one in found.gone.get(passage, ())
        ]
    return told


def _choosing(count: int) -> str:
    """The rules by which a box hides its document; a link into it brings it back."""
    return "".join(
        f"body:has(#{choice_id(n)}:not(:checked)) #{paper_id(n)}:not(:target, :has(:target))"
        "{display:none}\n"
        for n in range(count)
    )


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode("ascii")


@lru_cache(maxsize=4)
def _text(name: str) -> str:
    return files("pmg_docs.writers.review_page").joinpath(name).read_text(encoding="utf-8")


@lru_cache(maxsize=1)
def _template() -> Template:
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.from_string(_text("page.html.j2"))
