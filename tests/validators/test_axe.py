"""Every page is sound in a real browser, and what looks at it bites."""

from dataclasses import replace
from pathlib import Path

import pytest

from pmg_docs.model.document import Area, Heading, Note, NoteRef, Table
from pmg_docs.writers.html import write
from tests.builders import node
from tests.builders.look import look
from tests.builders.tree import cell, field, line, nota, paragraph
from tests.validators import axe
from tests.validators.documents import documents

POLICY = '<meta http-equiv="Content-Security-Policy"'
FAULTS: list[tuple[str, str, str]] = [
    ('<html lang="nl">', "<html>", "html-has-lang"),
    ("</style>", "p { color: #bbb !important; }</style>", "light, 1280 px: color-contrast"),
    ("kleur-accent: #154273", "kleur-accent: #ffe680", "light, 1280 px: color-contrast"),
    ("</style>", "@media (prefers-color-scheme: dark) { p { color: #444 !important; } }</style>",
     "dark, 320 px: color-contrast"),
    ("</style>", "@media (max-width: 30rem) { p { color: #bbb !important; } }</style>",
     "light, 320 px: color-contrast"),
    ("</style>", "@media print { p { color: #ccc !important; } }</style>",
     "on paper: color-contrast"),
    ("</style>", "@media print { td { display: none; } }</style>", "on paper: words"),
    ("</main>", '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw="></main>', "image-alt"),
    ('<th scope="col" class="pmg-left">', '<th class="pmg-left">', "scope:"),
    ("<h2", "<h4", "heading-order"),
    ("<main", "<div", "landmark-one-main"),
    ("</main>", '<div style="width: 400px">breed</div></main>', "320 px: overflow"),
    ("</main>", '<div style="width: 700px">breed</div></main>', "zoomed to 200%: overflow"),
    ("</main>", '<div style="width: 48rem">groot</div></main>', "text at 200%: overflow"),
    ("</main>", '<p style="white-space: nowrap">Rijksoverheidscommunicatieplan</p></main>',
     "text spaced out: overflow"),
    (POLICY, '<link rel="icon" href="https://example.org/x.png"><meta name="x"',
     "asks for https://example.org"),
    ("</main>", '<p style="background: url(https://example.org/x.png)">x</p></main>', "console:"),
    (POLICY, '<script>onload = () => document.body.append("x")</script><meta name="x"',
     "script: without JavaScript"),
    ("</main>", '<a onclick="x()" href="#inhoud">x</a></main>', "script: a"),
    ('<a href="#inhoud">Naar de tekst</a>', "", "skip link: the first Tab"),
    ('tabindex="-1"', "", "skip link: the focus goes to body"),
    (".pmg-sla-over a:not(:focus)", ".pmg-sla-over a", "skip link: it is not seen"),
    ('href="#noot-1"', 'href="#noot-9"', "link: #noot-9"),
    ('href="#noot-1-verwijzing"', 'href="#inhoud"', "no Tab reaches the way back"),
    (".pmg-sla-over, .pmg-terug { display: none; }", "", "on paper: link"),
    ("</main>", "<table><tr><td>1</td><td>2</td></tr></table></main>", "table:"),
]  # fmt: skip


def page() -> str:
    """A small page with a heading, a note and a table."""
    small = nota(
        Heading(1, line("Aanleiding"), label="1."),
        paragraph("Tekst", NoteRef(1), "."),
        Table(header=(cell("Jaar"), cell("Bedrag")), rows=((cell("2025"), cell("€ 143")),)),
        notes=(Note(1, (paragraph("Bron."),)),),
    )
    title = field("onderwerp", Area.TITLE, "Een proef")
    return write(replace(small, first_page=(title,)), look()).decode()


def test_every_page_is_sound(tmp_path: Path):
    files = documents(tmp_path, ["html"])

    found = axe.findings(files)

    assert len(found) == len(files) >= 18
    assert {str(file): said for file, said in found.items() if said} == {}


def test_each_fault_is_found_and_a_sound_page_has_none(tmp_path: Path):
    whole = page()
    (tmp_path / "heel.html").write_text(whole)
    for number, (old, new, _) in enumerate(FAULTS):
        assert old in whole
        (tmp_path / f"{number}.html").write_text(whole.replace(old, new))

    found = {file.stem: said for file, said in axe.findings(sorted(tmp_path.iterdir())).items()}

    assert found["heel"] == []
    missed = {
        words: found[str(number)]
        for number, (_, _, words) in enumerate(FAULTS)
        if not any(words in one for one in found[str(number)])
    }
    assert missed == {}


def test_a_validator_that_is_not_installed_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(node, "MODULES", tmp_path)

    with pytest.raises(FileNotFoundError, match="npm ci"):
        axe.findings([])


def test_a_browser_that_is_not_installed_fails(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PATH", "/nergens")

    with pytest.raises(FileNotFoundError, match="chromium"):
        axe.findings([])


def test_a_browser_that_does_not_run_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "chromium").write_text("#!/bin/sh\nexit 1\n")
    (tmp_path / "chromium").chmod(0o755)
    (tmp_path / "heel.html").write_text(page())
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")

    with pytest.raises(RuntimeError, match=r"pages\.mjs"):
        axe.findings([tmp_path / "heel.html"])
