"""What a laid out page has no room for: a frame, a row or a head that no page can hold whole.

The layout breaks these off where the paper ends, and what follows then stands amid other words.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.specs.style import Style
from pmg_docs.writers.pdf.tags import TAG, Mark

_ECHO = 60
_IN_MILLIMETRE = 96 / 25.4
_IN_POINT = 96 / 72


def floor_of(style: Style) -> float:
    """How far down the column of the first page may come, in pixels: the page number is below."""
    page, number = style.page, style.roles["paginanummer"]
    return float(page.height - page.footer) * _IN_MILLIMETRE - float(number.leading) * _IN_POINT


def too_large(
    html: Any, marks: Mapping[Any, Mark], page: str, floor: float
) -> Iterator[Diagnostic]:
    """A finding for the frame, and for each row and head of a table, that does not fit on a page.

    Args:
        html: the page that was laid out.
        marks: all words of the text with the number of their page, in the order of reading.
        page: the name of the page of the type, for messages.
        floor: how far down the frame of the first page may come.
    """
    parents = {child: parent for parent in html.iter() for child in parent}
    rows: dict[Any, dict[Any, set[int]]] = defaultdict(lambda: defaultdict(set))
    first_page: dict[Any, int] = {}
    for mark in marks.values():
        around = list(_ancestors(mark.box.element, parents))
        names = [element.tag for element in around]
        is_below = mark.box.position_y + mark.box.height > floor
        if "header" in names and (mark.page or is_below):
            yield _frame(mark, page)
            return
        if "tr" in names:
            cell = next(element for element in around if element.tag in {"th", "td"})
            rows[around[names.index("tr")]][cell].add(mark.page)
        for element in around:
            first_page.setdefault(element, mark.page)
    torn = [row for row, cells in rows.items() if _is_torn([cells[c] for c in row if c in cells])]
    for row in torn:
        yield _table("Een rij van een tabel", row)
    for head in () if torn else html.iter("thead"):
        # Where there is no room for a head, it is left out, at least on the first page.
        if _text(head) and first_page.get(head) != first_page.get(parents[head]):
            yield _table("De kop van een tabel", head)


def _ancestors(element: Any, parents: Mapping[Any, Any]) -> Iterator[Any]:
    # A note stands at the foot of the page, wherever it is referred to.
    while element is not None and element.get(TAG) != "Note":
        yield element
        element = parents.get(element)


def _is_torn(cells: list[set[int]]) -> bool:
    """Whether a cell goes on to a page after one on which a cell beside it has words."""
    return any(
        max(first) > min(second) for n, first in enumerate(cells) for second in cells[n + 1 :]
    )


def _frame(mark: Mark, page: str) -> Diagnostic:
    return Diagnostic(
        "PMG424",
        "De kop van de brief past niet op de eerste pagina: vanaf "
        f"‘{mark.box.text[:_ECHO].strip()}’ is er geen plaats meer.",
        hints=(
            "Gebruik minder regels, bijvoorbeeld in aan of kopie_aan, of zet ze in een bijlage.",
            f"Of geef de kop meer plaats, in stijl.yaml of {page}.",
        ),
    )


def _table(what: str, element: Any) -> Diagnostic:
    return Diagnostic(
        "PMG425",
        f"{what} past niet op één pagina: ‘{_text(element)[:_ECHO]}…’.",
        hints=("Maak de tekst korter, verdeel haar over meer rijen, of zet haar onder de tabel.",),
    )


def _text(element: Any) -> str:
    return " ".join(" ".join(element.itertext()).split())
