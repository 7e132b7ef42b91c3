"""What a style sheet says otherwise than stijl.yaml is said, at its line; the rest is layout."""

from dataclasses import replace
from pathlib import Path

import pytest

from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.specs.look import Asset
from pmg_docs.writers.html import classes
from pmg_docs.writers.html.agreement import sheet_differences
from tests.builders.look import look


def found(css: str) -> list[Diagnostic]:
    """The findings on the shipped sheet with one more line, which must be about that line."""
    real = look()
    sheet = real.css.data.decode()
    asset = Asset(real.css.name, f"{sheet}{css}".encode())
    findings = list(sheet_differences(replace(real, css=asset), [real.page]))
    assert all(f.where and f.where.line == sheet.count("\n") + 1 for f in findings)
    assert all(f.hints and f.stops and css in f.line for f in findings)
    return findings


def test_the_shipped_sheet_is_as_its_style_says():
    assert found("") == []


@pytest.mark.parametrize(
    ("css", "code", "words"),
    [
        (".pmg-tekst { font-size: 10pt; }", "PMG466", "rollen.tekst.grootte"),
        ("main > p.pmg-tekst { font-size: 1.1em; }", "PMG466", "9pt"),
        ("@media print { .pmg-label { line-height: 1.4; } }", "PMG466", "rollen.label.regel"),
        ("@media screen, print { .pmg-label { line-height: 8pt } }", "PMG466", "9pt"),
        ("@supports (x: y) { .pmg-kop_1 { font-weight: normal } }", "PMG466", "rollen.kop_1.vet"),
        ("h2, .pmg-adres { font-style: italic; }", "PMG466", "rollen.adres.cursief"),
        (".pmg-adres { color: var(--pmg-kleur-accent); }", "PMG466", "rollen.adres.kleur"),
        (".pmg-adres { margin: 0 0 2pt; }", "PMG466", "rollen.adres.na"),
        (".pmg-aanhef { margin-top: 0; }", "PMG466", "rollen.aanhef.voor"),
        (".pmg-adres { font: 9pt x; }", "PMG466", "rollen.adres.grootte"),
        (".pmg-adres { font-family: sans-serif; }", "PMG466", "rollen.adres.lettertype"),
        ("p { font-size: 9pt !important; }", "PMG466", "!important"),
        (":root { --pmg-kleur-inkt: var(--pmg-kleur-grijs); }", "PMG466", "--pmg-kleur-inkt"),
        (".pmg-teskt { padding: 0; }", "PMG467", ".pmg-teskt"),
        ("@media screen { .pmg-hoofdd { padding: 0; } }", "PMG467", ".pmg-hoofdd"),
        ("a { color: var(--pmg-kleur-inkd); }", "PMG467", "--pmg-kleur-inkd"),
        ("p { border: 1pt solid #123456; }", "PMG468", "#123456"),
        ("p { background: red; }", "PMG468", "#ff0000"),
        ("p { outline-color: rgb(1 2 3 / 50%); }", "PMG468", "#010203"),
        ("p { font-family: 'Comic Sans MS', sans-serif; }", "PMG468", "Comic Sans MS"),
        ("@page { margin-left: 30mm; }", "PMG469", "links"),
        ("@page :first { margin-top: 30mm; }", "PMG469", "boven_eerste"),
        ("@page { size: A5; }", "PMG469", "210mm 297mm"),
    ],
)
def test_what_the_style_says_otherwise_is_said(css: str, code: str, words: str):
    [finding] = found(css)
    assert finding.code == code
    assert words in finding.message


@pytest.mark.parametrize(
    "css",
    [
        "@media screen { .pmg-tekst { font-size: 3rem; color: red; font-family: inherit; } }",
        "@media only screen and (width > 1px) { .pmg-tekst { font-size: 3rem } }",
        ".pmg-kop_1 { font-size: 9pt; line-height: 12pt; font-weight: 700; font-style: normal; }",
        ".pmg-kop_1 { color: var(--pmg-kleur-inkt); margin: 12pt 0 0 5mm; line-height: 16px; }",
        ".pmg-kop_1 { color: #000; font-family: var(--pmg-lettertype); }",
        ".pmg-tekst { margin-bottom: var(--pmg-tekst-na); }",
        ".pmg-tekst:last-child { margin-bottom: 0; }",
        ".pmg-adres + .pmg-adres { margin-top: 6pt; }",
        ".pmg-tekst strong { font-size: 8pt; }",
        ".pmg-tekst::before { font-size: 8pt; }",
        ".pmg-hoofd { color: currentColor; background: transparent; border-color: #154273; }",
        "p { font-family: Verdana, 'DejaVu Sans', sans-serif; }",
        "@page { size: a4; margin: 30mm 53mm 25mm 28mm; }",
        "@page :first { margin-top: 55mm; } @page liggend { size: A3; margin: 1mm; }",
    ],
)
def test_what_agrees_or_is_no_measure_of_a_role_is_let_be(css: str):
    assert found(css) == []


def test_the_classes_that_the_body_writes_are_all_known():
    folder = Path(classes.__file__).parent
    written = "\n".join(
        (folder / name).read_text(encoding="utf-8")
        for name in ("body.py", "inline.py", "signing.py", "table.py")
    )
    named = set(classes._CLASS.findall(written))
    styles = set(look().style.roles)

    known = classes.known_classes(look().style, [])
    assert {name for name in named if not name.endswith("-")} <= known
    assert named | {"pmg-left", "pmg-right", "pmg-center"} >= classes.BODY_CLASSES
    assert not {f"pmg-{role}" for role in styles} & classes.BODY_CLASSES
