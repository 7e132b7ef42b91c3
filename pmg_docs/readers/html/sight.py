"""What of a page is seen: all of our own, and of anybody's page no more than its reader sees."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice

from lxml import etree

Element = etree._Element

_UNSEEN = frozenset({"head", "style", "script", "title", "template", "noscript", "nav"})
_CONTROLS = frozenset(
    {"button", "select", "option", "datalist", "input", "textarea", "iframe", "object", "svg"}
    | {"canvas", "audio", "video", "map", "math-ml", "frame", "noframes", "menu"}
)
_ROLES = frozenset({"navigation", "search", "dialog", "alertdialog", "menu", "menubar", "toolbar"})
_SPOKEN_ONLY = frozenset(
    {"sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "screenreader-only"}
)
_STYLED_AWAY = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_BANNER = re.compile(r"(?:^|[\s_-])(?:cookie|consent|gdpr|skip-?link)", re.IGNORECASE)
_LARGEST_BANNER = 2000
_WHOLE = frozenset({"html", "body", "main", "article"})


@dataclass(frozen=True, slots=True)
class Sight:
    """Which elements are not seen, and whether `ins` and `del` are somebody's changes."""

    hides: Callable[[Element], bool]
    follows_changes: bool


def _is_unseen(element: Element) -> bool:
    return (
        element.tag in _UNSEEN
        or element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or element.get("role") == "doc-backlink"
    )


def _is_no_reading(element: Element) -> bool:
    """Whether an element is no part of what there is to read on a page."""
    if _is_unseen(element) or element.tag in _CONTROLS or element.get("role") in _ROLES:
        return True
    if element.tag == "dialog" and element.get("open") is None:
        return True
    if _STYLED_AWAY.search(element.get("style") or ""):
        return True
    classes = element.get("class") or ""
    return not _SPOKEN_ONLY.isdisjoint(classes.lower().split()) or _is_banner(element, classes)


def _is_banner(element: Element, classes: str) -> bool:
    if element.tag in _WHOLE:
        return False
    named = _BANNER.search(f"{element.get('id') or ''} {classes}")
    if named is None:
        return False
    # A whole page may be marked as one on which cookies were accepted.
    inside = islice(element.iter(), _LARGEST_BANNER)
    return all(one.tag not in _WHOLE and one.tag != "h1" for one in inside)


OUR_OWN = Sight(_is_unseen, follows_changes=False)
"""What our own pages must not hide from the proof: only what no browser shows or reads aloud."""

ANYONES = Sight(_is_no_reading, follows_changes=True)
"""What there is to read on a page that anybody made."""
