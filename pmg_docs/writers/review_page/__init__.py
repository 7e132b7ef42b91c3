"""The page for a reviewer: one file that needs nothing beside itself, script or no script."""

from pmg_docs.writers.review_page.contents import Contents
from pmg_docs.writers.review_page.page import render


def write(contents: Contents) -> bytes:
    """Write the page in UTF-8; the same contents give the same bytes."""
    return render(contents).encode("utf-8")
