"""Citations of parliamentary papers and official gazettes.

The form is that of Aanwijzing 3.43 voor de regelgeving: `Kamerstukken II 2022/23, 28741, nr. 106`,
and for the Eerste Kamer, which numbers with letters, `Kamerstukken I 2008/09, 31700 VI, D`.
"""

import datetime as dt
import re

from pmg_docs.dutch.numbers import NBSP
from pmg_docs.model.value import GazetteNotice, ParliamentaryPaper

_SESSION = re.compile(r"([0-9]{4})/([0-9]{2})")
_TUESDAY = 1


def write_paper(paper: ParliamentaryPaper) -> str:
    """Write a Kamerstuk: `Kamerstukken II 2022/23, 28741, nr. 106`, letters without `nr.`."""
    number = f"nr.{NBSP}{paper.number}" if paper.number.isdigit() else paper.number
    return f"Kamerstukken {paper.chamber} {paper.session}, {paper.file}, {number}"


def write_notice(notice: GazetteNotice) -> str:
    """Write a publication: `Stcrt. 2024, 12052` or `Stb. 2024, 71`."""
    gazette = "Stb." if notice.is_law else "Stcrt."
    return f"{gazette} {notice.year}, {notice.number}"


def is_session(text: str) -> bool:
    """Whether a text is a session year, `2022/23`: two years that follow each other."""
    found = _SESSION.fullmatch(text)
    return found is not None and (int(found[1]) + 1) % 100 == int(found[2])


def session_of(day: dt.date) -> str:
    """The session year in which a day lies: 7 July 2023 lies in `2022/23`.

    A session opens on the third Tuesday of September (art. 65 Grondwet) and lasts until the day
    before the next one opens.
    """
    first = day.year if day >= opening_of_session(day.year) else day.year - 1
    return f"{first}/{(first + 1) % 100:02d}"


def opening_of_session(year: int) -> dt.date:
    """The third Tuesday of September of a year, Prinsjesdag."""
    first = dt.date(year, 9, 1)
    to_tuesday = (_TUESDAY - first.weekday()) % 7
    return first + dt.timedelta(days=to_tuesday + 14)
