"""Bytes and texts that are nearly right: real files, with pieces cut, doubled, moved or put in."""

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

from hypothesis import strategies as st

from tests.builders import odf, shell
from tests.builders.folder import HEAD, SECTIONS

ROOT = Path(__file__).parents[2]

FACTS = tuple(
    path.read_text(encoding="utf-8")
    for path in (
        ROOT / "letters/_voorbeeld/feiten.yaml",
        ROOT / "letters/pmg-2024-flexibele-uitvraag/feiten.yaml",
    )
)
_TABLE = "| a | b |\n|---|---|\n| 1 | {{ bedrag }} |\n\n1. een\n2. twee"
LETTERS = (
    HEAD + SECTIONS.format(body=_TABLE),
    *(
        path.read_text(encoding="utf-8")
        for path in (
            ROOT / "letters/_voorbeeld/nota.md",
            ROOT / "letters/pmg-2024-flexibele-uitvraag/kamerbrief.md",
            ROOT / "letters/pmg-2024-flexibele-uitvraag/persbericht.md",
        )
    ),
)
SHELL = shell.shell()
TEXT_FILE = odf.odt(
    odf.p(f"a{odf.note('n', 'noot')} b{odf.box(odf.p('c'))}", "P1")
    + '<text:list xml:id="l" text:style-name="L"><text:list-item text:start-value="3">'
    f'{odf.p("d")}</text:list-item></text:list><text:h text:outline-level="1">e</text:h>',
    odf.style("P1", master_page_name="Standard")
    + '<text:list-style style:name="L"><text:list-level-style-number text:level="1"'
    ' style:num-format="i" text:display-levels="1"/></text:list-style>',
    odf.style("Standard", parent_style_name="Standard"),
    odf.master("Standard", odf.header("f"), "Standard"),
)
"""An ODF text file with one of each thing that its reader counts or follows."""

_ODD = st.sampled_from([
    "[^1]", "{{", "}}", "{%", "%}", "{% for g in gemeenten %}", "{% endfor %}", "{% if x %}", "---",
    "\t", "'", '"', ":", "*", "&a", "!b", "[", "]", "{", "}", "|", "> ", "- ", "#", "## ", "1. ",
    "[^1]: ", "<b>", "\\", "~~", "\ufeff", "\u202e", "\x00", "\ue000", "\r", "é", "ĳ", "𝟙", "\n\n",
    "500.000", "1e999", "-1", "=x", "null", "~", "{{ 1/0 }}", "| euro", "__class__", "=" * 40,
])  # fmt: skip


@st.composite
def mangled(draw: st.DrawFn, texts: tuple[str, ...]) -> str:
    """One of the texts after a few cuts, doublings and odd insertions."""
    text = draw(st.sampled_from(texts))
    for _ in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 40)))
        piece = draw(
            st.one_of(_ODD, st.just(""), st.just(text[start:end] * 2), st.text(max_size=5))
        )
        text = text[:start] + piece + text[end:]
    return text


@st.composite
def mangled_bytes(draw: st.DrawFn, texts: tuple[str, ...]) -> bytes:
    """The same as bytes, of which some may be of no encoding at all."""
    data = draw(mangled(texts)).encode("utf-8", "surrogatepass")
    at = draw(st.integers(0, len(data)))
    return data[:at] + draw(st.binary(max_size=4)) + data[at:]


@st.composite
def mangled_shells(draw: st.DrawFn, whole: bytes = SHELL) -> bytes:
    """The shell, or another zip, with one part cut, doubled or changed, or damaged as a whole."""
    parts = _parts(whole)
    for _ in range(draw(st.integers(1, 3))):
        name = draw(st.sampled_from(sorted(parts)))
        change = draw(st.sampled_from(["drop", "cut", "odd", "swap", "rename"]))
        if change == "drop":
            del parts[name]
        elif change == "rename":
            parts[draw(st.sampled_from(["word/x.xml", "a/../b.xml", ""]))] = parts[name]
        elif change == "swap":
            parts[name] = parts[draw(st.sampled_from(sorted(parts)))]
        else:
            parts[name] = _changed(draw, parts[name], cut=change == "cut")
        if not parts:
            break
    data = _packed(parts)
    if draw(st.booleans()):
        at = draw(st.integers(0, len(data)))
        data = data[:at] + draw(st.binary(max_size=3)) + data[at + draw(st.integers(0, 30)) :]
    return data


def _changed(draw: st.DrawFn, data: bytes, *, cut: bool) -> bytes:
    start = draw(st.integers(0, len(data)))
    end = min(len(data), start + draw(st.integers(1, 60)))
    piece = b"" if cut else draw(_ODD).encode("utf-8", "surrogatepass")
    return data[:start] + piece + data[end:]


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _packed(parts: Mapping[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name or "leeg"), data)
    return buffer.getvalue()
