"""The table of contents of a bundle, for people: as a page and as text."""

import datetime as dt
from collections.abc import Iterator
from html import escape
from string import Template

from pmg_docs.dutch.dates import write_date
from pmg_docs.model.bundled import Audience, Bundled, BundledFile, BundledLetter
from pmg_docs.model.value import Date

_TITLES = {
    Audience.ARCHIVE: "Stukken voor het archief",
    Audience.PARLIAMENT: "Stukken voor de Kamer",
}
_KINDS = {"docx": "Word", "pdf": "pdf", "html": "webpagina", "odt": "ODF"}
_CHECKING = (
    "Elk bestand staat met zijn controlegetal (SHA-256) in manifest-sha256.txt, een map hoger. "
    "Zo is te zien of een kopie nog precies is wat er is gebundeld."
)
_CSS = """\
:root { color-scheme: light dark; --lijn: #5b6770; }
body { margin: 0 auto; max-width: 60rem; padding: 1.5rem 1rem; line-height: 1.5;
  font-family: Verdana, "DejaVu Sans", sans-serif; color: #1a1a1a; background: #fff; }
h1 { font-size: 1.5rem; line-height: 1.25; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; padding-bottom: .5rem; }
th, td { text-align: left; vertical-align: top; padding: .5rem .75rem .5rem 0;
  border-bottom: 1px solid var(--lijn); font-weight: normal; overflow-wrap: anywhere; }
thead th { font-weight: bold; }
tbody th { font-weight: bold; }
ul { list-style: none; margin: 0; padding: 0; }
li + li { margin-top: .35rem; }
a { color: #01506f; }
.sla-over a { position: absolute; left: -999rem; }
.sla-over a:focus { position: static; }
main:focus { outline: none; }
.nader { display: block; font-weight: normal; }
@media (prefers-color-scheme: dark) {
  :root { --lijn: #9aa7b0; }
  body { color: #f2f2f2; background: #14181b; }
  a { color: #8fd0f0; }
}
@media print { .sla-over { display: none; } }
@media (max-width: 34rem) {
  table, tbody, tr, th, td, caption { display: block; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  th, td { border: 0; padding: .15rem 0; }
  tr { border-bottom: 1px solid var(--lijn); padding: .75rem 0; }
}
"""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
# A narrow screen stacks the table; its roles say that it stays one.
_PAGE = """\
<!DOCTYPE html>
<html lang="nl">
<head>
<meta charset="utf-8">
<title>$titel</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="$beleid">
<style>
$stijl</style>
</head>
<body>
<nav class="sla-over" aria-label="Snel naar de stukken"><a href="#stukken">Naar de stukken</a></nav>
<main id="stukken" tabindex="-1">
<h1>$titel</h1>
$afzenders<table role="table">
<caption>$aantal</caption>
<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">Stuk</th>
<th scope="col" role="columnheader">Kenmerk</th>
<th scope="col" role="columnheader">Bestanden</th></tr></thead>
<tbody role="rowgroup">
$rijen</tbody>
</table>
<p>$uitleg</p>
</main>
</body>
</html>
"""


def contents_page(bundled: Bundled) -> bytes:
    """The table of contents as a page that needs nothing beside it."""
    senders = ", ".join(bundled.senders)
    words = {
        "titel": escape(_TITLES[bundled.audience]),
        "stijl": _CSS,
        "beleid": _POLICY,
        "afzenders": f"<p>{escape(senders)}</p>\n" if senders else "",
        "aantal": _counted(bundled),
        "rijen": "".join(map(_row, bundled.letters)),
        "uitleg": _CHECKING,
    }
    return Template(_PAGE).substitute(words).encode()


def contents_text(bundled: Bundled) -> bytes:
    """The table of contents as plain text."""
    title = _TITLES[bundled.audience]
    lines = [title, "=" * len(title), *bundled.senders, "", f"{_counted(bundled)}.", ""]
    for letter in bundled.letters:
        lines += [letter.title, f"  {', '.join(_particulars(letter))}"]
        lines += [f"  {file.name}  ({_told(file)})" for file in letter.files]
        lines.append("")
    return ("\n".join([*lines, _CHECKING]) + "\n").encode()


def _row(letter: BundledLetter) -> str:
    files = "".join(
        f'<li><a href="{escape(file.name)}">{escape(f"{_kind(file)} ({_told(file)})")}</a></li>'
        for file in letter.files
    )
    particulars = ", ".join(_particulars(letter, with_kenmerk=False))
    return (
        f'<tr role="row"><th scope="row" role="rowheader"><bdi>{escape(letter.title)}</bdi>'
        f'<span class="nader">{escape(particulars)}</span></th>'
        f'<td role="cell">{escape(letter.kenmerk)}</td>'
        f'<td role="cell"><ul role="list">{files}</ul></td></tr>\n'
    )


def _particulars(letter: BundledLetter, *, with_kenmerk: bool = True) -> Iterator[str]:
    yield letter.type
    if letter.day:
        yield write_date(Date(dt.date.fromisoformat(letter.day)))
    if letter.kenmerk and with_kenmerk:
        yield f"kenmerk {letter.kenmerk}"
    yield letter.status
    if letter.version > 1:
        yield f"versie {letter.version}"


def _kind(file: BundledFile) -> str:
    return _KINDS.get(file.ending, file.ending)


def _told(file: BundledFile) -> str:
    return f"{file.format}, {max(1, round(file.size / 1000))} kB"


def _counted(bundled: Bundled) -> str:
    letters, files = len(bundled.letters), len(bundled.files)
    return (
        f"{letters} {'stuk' if letters == 1 else 'stukken'}, "
        f"{files} {'bestand' if files == 1 else 'bestanden'}"
    )
