"""From what is different to text that a person or a program reads, one writer a form.

A writer is `write(differences) -> str`, a pure function; the page is made by Jinja, which is
imported only for it.
"""

from collections.abc import Mapping
from typing import Protocol

from pmg_docs.model.changes import Differences


class ReviewWriter(Protocol):
    """Makes a text from differences; the same input gives the same text."""

    def __call__(self, differences: Differences) -> str:
        """Write what is different."""
        ...


def _html(differences: Differences) -> str:
    from pmg_docs.writers.review.page import write

    return write(differences)


def _markdown(differences: Differences) -> str:
    from pmg_docs.writers.review.merge_request import write

    return write(differences)


REVIEW_WRITERS: Mapping[str, ReviewWriter] = {"html": _html, "markdown": _markdown}
"""Every form that differences can be written in, by the name of the option."""
