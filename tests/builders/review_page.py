"""A page for a reviewer as a person finds it: its documents, sheets and overview."""

import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

import lxml.html
from lxml.html import HtmlElement

from pmg_docs.app.review.page import PAGE, review
from pmg_docs.model.passages import tidy
from pmg_docs.workspace.folder import Workspace

_BESIDE = "vlag melding weg"


@dataclass(frozen=True)
class Page:
    """A page with its source."""

    source: str
    root: HtmlElement

    def one(self, path: str) -> HtmlElement:
        """The one element of an XPath."""
        [found] = self.root.xpath(path)
        return found

    def all(self, path: str) -> list[HtmlElement]:
        """Every element of an XPath."""
        found: list[HtmlElement] = self.root.xpath(path)
        return found

    def named(self, name: str) -> HtmlElement:
        """The element of that id."""
        return self.one(f"//*[@id='{name}']")


def read_page(source: str) -> Page:
    return Page(source, lxml.html.fromstring(source))


def page_of(workspace: Workspace, dossier: str = "proef", against: str = "") -> Page:
    """The page that is written for a dossier."""
    review(workspace, [dossier], against)
    return read_page((workspace.root / "build" / dossier / PAGE).read_text(encoding="utf-8"))


def text_of(element: HtmlElement) -> str:
    """The words of an element, tidy."""
    return tidy(" ".join(element.itertext()))


def said_by(element: HtmlElement) -> str:
    """The words of a part of a document without what is said beside them, and without spaces."""
    return re.sub(r"\s+", "", "".join(_said(element)))


def _said(element: HtmlElement) -> list[str]:
    parts = [element.text or ""]
    for child in element:
        classes = set((child.get("class") or "").split())
        is_word = child.tag != "del" and not classes & {*_BESIDE.split(), "adres", "pmg-terug"}
        is_word = is_word and child.tag != "sup"
        parts += [*(_said(child) if is_word else ()), child.tail or ""]
    return parts


def commit(folder: Path, subject: str = "Eerste versie") -> None:
    """Record everything in a folder in git, by a person and on a day that are always the same."""
    said = ["-c", "user.name=Jan de Vries", "-c", "user.email=jan@voorbeeld.nl"]
    day = {"GIT_AUTHOR_DATE": "2026-01-02T12:00:00Z", "GIT_COMMITTER_DATE": "2026-01-02T12:00:00Z"}
    for arguments in (["init", "-q"], ["add", "-A"], [*said, "commit", "-q", "-m", subject]):
        subprocess.run(
            ["git", *arguments], cwd=folder, check=True, env={"PATH": "/usr/bin:/bin", **day}
        )
